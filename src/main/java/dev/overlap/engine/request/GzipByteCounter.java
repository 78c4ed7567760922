package dev.overlap.engine.request;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip data that arrives in pieces, and only counts the output. The JDK's {@code
 * GZIPInputStream} pulls from a stream that may block, whereas on an event loop bytes are pushed.
 *
 * <p>Format: RFC 1952. A member consists of a 10-byte header with optional fields indicated by its
 * flags, deflated data, and a trailer with a CRC-32 and a size, 4 bytes each, in little-endian
 * order. There may be several members. Data after the last member that does not begin like one,
 * such as zero padding, is ignored, as in gzip, zlib and browsers; curl fails on it.
 */
final class GzipByteCounter {

    private enum HeaderField {
        FIXED_HEADER,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        HEADER_CHECK,
        DATA,
        TRAILER,
        IGNORED
    }

    /** The first bytes of a member, which identify it. */
    private static final int MAGIC_BYTES = 3;

    private static final int FLAG_CHECK = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] out = new byte[8192];
    private HeaderField headerField = HeaderField.FIXED_HEADER;
    private int flags;
    private int at;
    private long little;
    private long memberBytes;
    private boolean memberRead;
    private long total;

    /**
     * Processes the next piece.
     *
     * @param most decompression stops once the output exceeds this
     * @return the number of bytes of output so far
     */
    long feed(byte[] data, int length, long most) throws ZipException {
        int used = 0;
        while (used < length && total <= most) {
            used =
                    headerField == HeaderField.DATA
                            ? inflate(data, used, length, most)
                            : header(data[used] & 0xff, used);
        }
        return total;
    }

    /**
     * Signals the end of the input.
     *
     * @throws ZipException if a member is incomplete
     */
    void end() throws ZipException {
        boolean whole = memberRead && headerField == HeaderField.FIXED_HEADER && at < MAGIC_BYTES;
        if (!whole && headerField != HeaderField.IGNORED) {
            throw new ZipException("the gzip data end too early");
        }
    }

    void close() {
        inflater.end();
    }

    private int inflate(byte[] data, int from, int length, long most) throws ZipException {
        inflater.setInput(data, from, length - from);
        try {
            while (!inflater.finished() && !inflater.needsInput() && total <= most) {
                int n = inflater.inflate(out);
                check.update(out, 0, n);
                memberBytes += n;
                total += n;
            }
        } catch (DataFormatException e) {
            throw new ZipException("the gzip data are damaged");
        }
        if (inflater.finished()) {
            enter(HeaderField.TRAILER);
        }
        return length - inflater.getRemaining();
    }

    private int header(int value, int used) throws ZipException {
        switch (headerField) {
            case FIXED_HEADER -> fixed(value);
            case EXTRA_LENGTH -> {
                little |= (long) value << (8 * at);
                if (++at == 2) {
                    skipExtra();
                }
            }
            case EXTRA -> {
                if (--little == 0) {
                    enterNext(HeaderField.EXTRA);
                }
            }
            case NAME, COMMENT -> {
                if (value == 0) {
                    enterNext(headerField);
                }
            }
            case HEADER_CHECK -> {
                if (++at == 2) {
                    enter(HeaderField.DATA);
                }
            }
            case TRAILER -> trailer(value);
            case IGNORED -> {}
            case DATA -> throw new IllegalStateException("data are not read byte by byte");
        }
        return used + 1;
    }

    private void fixed(int value) throws ZipException {
        boolean wrong =
                (at == 0 && value != 0x1f) || (at == 1 && value != 0x8b) || (at == 2 && value != 8);
        if (wrong && memberRead) {
            enter(HeaderField.IGNORED);
            return;
        }
        if (wrong) {
            throw new ZipException("the body is not gzip, though its header says so");
        }
        if (at == 3) {
            flags = value;
        }
        if (++at == 10) {
            enterNext(HeaderField.FIXED_HEADER);
        }
    }

    private void skipExtra() {
        if (little == 0) {
            enterNext(HeaderField.EXTRA);
        } else {
            headerField = HeaderField.EXTRA;
        }
    }

    /** Continues with the next field indicated by the flags. */
    private void enterNext(HeaderField done) {
        int rest =
                switch (done) {
                    case FIXED_HEADER -> FLAG_EXTRA | FLAG_NAME | FLAG_COMMENT | FLAG_CHECK;
                    case EXTRA -> FLAG_NAME | FLAG_COMMENT | FLAG_CHECK;
                    case NAME -> FLAG_COMMENT | FLAG_CHECK;
                    default -> FLAG_CHECK;
                };
        int next = flags & rest;
        if ((next & FLAG_EXTRA) != 0) {
            enter(HeaderField.EXTRA_LENGTH);
        } else if ((next & FLAG_NAME) != 0) {
            enter(HeaderField.NAME);
        } else if ((next & FLAG_COMMENT) != 0) {
            enter(HeaderField.COMMENT);
        } else {
            enter((next & FLAG_CHECK) != 0 ? HeaderField.HEADER_CHECK : HeaderField.DATA);
        }
    }

    private void trailer(int value) throws ZipException {
        little |= (long) value << (8 * at);
        if (++at < 8) {
            return;
        }
        long expected = ((memberBytes & 0xffffffffL) << 32) | check.getValue();
        if (little != expected) {
            throw new ZipException("the gzip data do not match their checksum");
        }
        inflater.reset();
        check.reset();
        memberBytes = 0;
        memberRead = true;
        enter(HeaderField.FIXED_HEADER);
    }

    private void enter(HeaderField next) {
        headerField = next;
        at = 0;
        little = 0;
    }
}
