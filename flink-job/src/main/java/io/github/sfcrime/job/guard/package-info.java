/** What state means, kept beside it, so that it is not taken for something else. */
package io.github.sfcrime.job.guard;
