package dev.overlap.engine.task;

/**
 * The total size of the response bodies that a task has received.
 *
 * @param bytes as received, still compressed
 * @param decompressed after decompression
 */
public record ReceivedBytes(long bytes, long decompressed) {
    public static final ReceivedBytes NOTHING = new ReceivedBytes(0, 0);
}
