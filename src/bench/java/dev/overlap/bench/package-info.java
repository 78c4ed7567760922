/** Measures what the README claims: {@code mvn -Pbench -Dbench=NAME verify}. */
package dev.overlap.bench;
