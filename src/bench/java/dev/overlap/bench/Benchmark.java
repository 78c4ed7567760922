package dev.overlap.bench;

/** One measurement, which prints its figures with their units. */
interface Benchmark {

    /** By which {@code -Dbench=NAME} asks for it. */
    String name();

    /** Measures and prints; fails if it could not measure. */
    void run() throws Exception;
}
