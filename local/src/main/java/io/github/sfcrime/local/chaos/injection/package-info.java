/** What brings each kind of fault about. */
package io.github.sfcrime.local.chaos.injection;
