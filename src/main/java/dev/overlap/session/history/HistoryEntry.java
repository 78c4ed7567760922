package dev.overlap.session.history;

/**
 * A run or comparison that is kept.
 *
 * @param id unique; ids sort by when they were kept
 * @param bytes of its session on the disk
 */
public record HistoryEntry(String id, EntryLabel label, long bytes) {}
