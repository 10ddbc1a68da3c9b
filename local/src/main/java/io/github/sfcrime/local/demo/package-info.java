/** The demo: a private stack, on which it loads, counts and shows. */
package io.github.sfcrime.local.demo;
