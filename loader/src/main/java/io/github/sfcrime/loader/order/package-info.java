/** The order and the pace in which calls are sent. */
package io.github.sfcrime.loader.order;
