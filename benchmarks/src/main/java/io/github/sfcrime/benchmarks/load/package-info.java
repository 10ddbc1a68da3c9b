/** How fast the loader reads files, sorts calls and sends them. */
package io.github.sfcrime.benchmarks.load;
