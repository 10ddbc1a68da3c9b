/** How state is written, by versions of its layout. */
package io.github.sfcrime.job.layouts;
