/** Which counts are unusually high for their hour of the week, and the episodes that those make. */
package io.github.sfcrime.job.unusual;
