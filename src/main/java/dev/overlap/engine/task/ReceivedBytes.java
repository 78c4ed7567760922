package dev.overlap.engine.task;

/**
 * What the earlier bodies of a task came to.
 *
 * @param bytes as they came over the wire
 * @param unfolded after decompression
 */
public record ReceivedBytes(long bytes, long unfolded) {
    public static final ReceivedBytes NOTHING = new ReceivedBytes(0, 0);
}
