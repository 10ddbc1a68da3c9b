/** Faults: what is injected into a running pipeline, and whether it still counts each call once afterwards. */
package io.github.sfcrime.local.chaos;
