package io.github.sfcrime.local.chaos;

/** Where the job writes its rows. */
enum Sink {
    kafka,
    postgres
}
