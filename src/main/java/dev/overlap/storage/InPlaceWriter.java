package dev.overlap.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Puts new content into a file that must stay the same file. Only complete content comes here, so
 * nothing but the disk can fail; and what goes beyond the old end is written first, since only that
 * needs more room: if there is none, it is cut off again and the old content is whole. A power cut
 * in between is what this cannot mend.
 */
final class InPlaceWriter {

    private InPlaceWriter() {}

    static void of(Path file, byte[] content) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            int kept = (int) Math.min(open.length(), content.length);
            lengthen(open, content, kept);
            open.seek(0);
            open.write(content, 0, kept);
            open.setLength(content.length);
            open.getFD().sync();
        }
    }

    private static void lengthen(RandomAccessFile open, byte[] content, int from)
            throws IOException {
        long before = open.length();
        try {
            open.seek(from);
            open.write(content, from, content.length - from);
            open.getFD().sync(); // some file systems find out only now that they are full
        } catch (IOException e) {
            open.setLength(before);
            throw e;
        }
    }
}
