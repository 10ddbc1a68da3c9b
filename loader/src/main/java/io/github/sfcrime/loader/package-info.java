/** Calls for service from files and the generator into Kafka. */
package io.github.sfcrime.loader;
