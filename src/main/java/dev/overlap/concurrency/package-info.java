/**
 * The concurrency models, one small class each ({@link dev.overlap.concurrency.ConcurrencyModel}),
 * and the interface of a {@link dev.overlap.concurrency.Run}.
 */
package dev.overlap.concurrency;
