/** What the commands have in common: options, errors, exit codes. */
package io.github.sfcrime.cli;
