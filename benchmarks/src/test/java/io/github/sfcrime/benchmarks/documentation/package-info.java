/** The pages of the documentation, compared with the programs. */
package io.github.sfcrime.benchmarks.documentation;
