<?xml version="1.0" encoding="UTF-8"?>
<!-- The list for people, from the list for programs: each component with its licences. Where none of them is among those that
     are shipped there is no list, and no archive. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="http://cyclonedx.org/schema/bom/1.6">
  <xsl:output method="text" encoding="UTF-8"/>
  <!-- Each has its text in licenses/. -->
  <xsl:variable name="shipped" select="' Apache-2.0 BSD-2-Clause BSD-3-Clause EPL-2.0 ICU MIT '"/>

  <xsl:template match="/b:bom">
    <xsl:text>What this archive has of others, and under which licence. The texts are in licenses/; whose the copyright is, and&#10;what more is to be said, is in the jars, below META-INF/.&#10;&#10;</xsl:text>
    <xsl:for-each select="b:components/b:component[b:group != 'io.github.sfcrime']">
      <xsl:sort select="b:group"/>
      <xsl:sort select="b:name"/>
      <xsl:sort select="b:version"/>
      <xsl:variable name="component" select="concat(b:group, ':', b:name, ':', b:version)"/>
      <xsl:variable name="licences">
        <xsl:for-each select="b:licenses/b:license | b:licenses/b:expression">
          <xsl:if test="position() > 1"> or </xsl:if>
          <xsl:apply-templates select="."/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="allowed">
        <xsl:for-each select="b:licenses/b:license | b:licenses/b:expression">
          <xsl:variable name="licence"><xsl:apply-templates select="."/></xsl:variable>
          <xsl:if test="contains($shipped, concat(' ', $licence, ' '))">yes</xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:if test="$allowed = ''">
        <xsl:message terminate="yes">
          <xsl:value-of select="concat('cannot ship ', $component, ': its licences are [', $licences, '], of which one must be in:', $shipped)"/>
        </xsl:message>
      </xsl:if>
      <xsl:value-of select="concat($component, '  ', $licences, '&#10;')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Names that SPDX does not have, and one that is taken for another. -->
  <xsl:template match="b:license | b:expression">
    <xsl:choose>
      <xsl:when test="b:name = 'Go License' or ../../b:group = 'org.jline'">BSD-3-Clause</xsl:when>
      <xsl:when test="b:name = 'Unicode/ICU License'">ICU</xsl:when>
      <xsl:otherwise><xsl:value-of select="b:id | b:name | self::b:expression"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
