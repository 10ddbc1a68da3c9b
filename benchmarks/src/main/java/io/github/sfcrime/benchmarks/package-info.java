/** How fast the job is, beside others that count the same, each in processes of its own. */
package io.github.sfcrime.benchmarks;
