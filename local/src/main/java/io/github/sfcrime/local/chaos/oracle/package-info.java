/** What must have been counted, and how what was written differs from it. */
package io.github.sfcrime.local.chaos.oracle;
