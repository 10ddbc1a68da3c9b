/** Calls from JSON: where in a text they are, where each ends, and its fields. */
package io.github.sfcrime.loader.json;
