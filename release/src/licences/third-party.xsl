<?xml version="1.0" encoding="UTF-8"?>
<!-- The list for people, from the list for programs: each component with its licences. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="http://cyclonedx.org/schema/bom/1.6">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/b:bom">
    <xsl:text>What this archive has of others, and under which licence. The texts are in licenses/; whose the copyright is, and&#10;what more is to be said, is in the jars, below META-INF/.&#10;&#10;</xsl:text>
    <xsl:for-each select="b:components/b:component[b:group != 'io.github.sfcrime']">
      <xsl:sort select="b:group"/>
      <xsl:sort select="b:name"/>
      <xsl:sort select="b:version"/>
      <xsl:value-of select="concat(b:group, ':', b:name, ':', b:version, '  ')"/>
      <xsl:for-each select="b:licenses/b:license | b:licenses/b:expression">
        <xsl:if test="position() > 1"> or </xsl:if>
        <xsl:choose>
          <!-- Names that SPDX does not have, and one that is taken for another. -->
          <xsl:when test="b:name = 'Go License' or ../../b:group = 'org.jline'">BSD-3-Clause</xsl:when>
          <xsl:when test="b:name = 'Unicode/ICU License'">ICU</xsl:when>
          <xsl:otherwise><xsl:value-of select="b:id | b:name | self::b:expression"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:if test="not(b:licenses/*)">licence not stated</xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
