/** What compressed files and archives hold. */
package io.github.sfcrime.loader.compressed;
