/**
 * Saves files atomically ({@link dev.overlap.storage.AtomicFile}) and restricts private ones to
 * their owner.
 */
package dev.overlap.storage;
