/** Bytes as text: its encoding, and what is no text. */
package io.github.sfcrime.loader.text;
