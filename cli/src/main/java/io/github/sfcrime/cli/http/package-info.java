/** What clients of HTTP share. */
package io.github.sfcrime.cli.http;
