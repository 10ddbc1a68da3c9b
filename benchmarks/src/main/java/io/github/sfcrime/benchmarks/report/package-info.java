/** Raw results as a page with plots. */
package io.github.sfcrime.benchmarks.report;
