/** Asking Flink by its REST API. */
package io.github.sfcrime.cli.flink;
