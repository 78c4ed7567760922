package dev.overlap.ui.program;

import dev.overlap.text.program.WatchText;
import dev.overlap.ui.program.OutputLine.Source;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a program prints on both of its streams, in lines: the first and the last megabyte of it.
 *
 * <p>Threads: each stream is written by one thread; any may read.
 */
final class BoundedOutput {

    /** Of each end, in characters. */
    static final int MAX_CHARS = 1 << 20;

    /** Even an empty line costs memory. */
    private static final int MIN_CHARS_OF_LINE = 32;

    /** Longer lines are cut into several. */
    private static final int MAX_LINE = 4_096;

    /**
     * What was printed so far.
     *
     * @param lines with a line of ours where some are missing
     * @param stable how many of them will stay at their places, whatever is printed next
     * @param version another one means other lines
     */
    record Snapshot(List<OutputLine> lines, int stable, long version) {}

    private final List<OutputLine> first = new ArrayList<>(); // guarded by this, as are all
    private final Deque<OutputLine> last = new ArrayDeque<>();
    private final LineDecoder out;
    private final LineDecoder err;
    private int firstChars;
    private int lastChars;
    private boolean firstIsFull;
    private long leftOut;
    private long version;

    BoundedOutput(Charset charset) {
        out = new LineDecoder(Source.OUT, charset);
        err = new LineDecoder(Source.ERR, charset);
    }

    /** What takes the standard output, byte for byte. */
    OutputStream out() {
        return out;
    }

    /** What takes the standard error. */
    OutputStream err() {
        return err;
    }

    /** Returns a number that changes with every byte. */
    synchronized long version() {
        return version;
    }

    /** Returns what was printed so far, the beginnings of lines included. */
    synchronized Snapshot snapshot() {
        List<OutputLine> lines = new ArrayList<>(first);
        int stable = lines.size();
        if (leftOut > 0) {
            lines.add(
                    new OutputLine(
                            last.getFirst().nanoTime(), Source.GAP, WatchText.leftOut(leftOut)));
        } else {
            stable += last.size();
        }
        lines.addAll(last);
        out.addBegun(lines);
        err.addBegun(lines);
        return new Snapshot(lines, stable, version);
    }

    private void keep(OutputLine line) {
        int chars = Math.max(MIN_CHARS_OF_LINE, line.text().length());
        if (!firstIsFull && firstChars + chars <= MAX_CHARS) {
            first.add(line);
            firstChars += chars;
            return;
        }
        firstIsFull = true;
        last.addLast(line);
        lastChars += chars;
        while (lastChars > MAX_CHARS) {
            lastChars -= Math.max(MIN_CHARS_OF_LINE, last.removeFirst().text().length());
            leftOut++;
        }
    }

    /** Turns the bytes of a stream into lines. */
    private final class LineDecoder extends OutputStream {

        private final Source source;
        private final CharsetDecoder decoder;
        private final CharBuffer chars = CharBuffer.allocate(8_192);
        private ByteBuffer rest = ByteBuffer.allocate(0);
        private final StringBuilder line = new StringBuilder();
        private boolean afterReturn;

        private LineDecoder(Source source, Charset charset) {
            this.source = source;
            decoder =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE);
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            synchronized (BoundedOutput.this) {
                version++;
                decode(bytes, offset, length);
            }
        }

        private void decode(byte[] bytes, int offset, int length) {
            ByteBuffer in = ByteBuffer.allocate(rest.remaining() + length);
            in.put(rest).put(bytes, offset, length).flip();
            CoderResult result = CoderResult.OVERFLOW;
            while (result.isOverflow()) {
                result = decoder.decode(in, chars, false);
                chars.flip();
                take(chars);
                chars.clear();
            }
            rest = in.slice(); // a character that has only begun
        }

        private void take(CharBuffer decoded) {
            while (decoded.hasRemaining()) {
                char next = decoded.get();
                if (next == '\n') {
                    endLine();
                } else if (afterReturn) { // as a terminal would write over it
                    line.setLength(0);
                }
                afterReturn = next == '\r';
                if (next != '\n' && next != '\r') {
                    line.append(next);
                }
                if (line.length() >= MAX_LINE) {
                    endLine();
                }
            }
        }

        private void endLine() {
            keep(new OutputLine(System.nanoTime(), source, line.toString()));
            line.setLength(0);
            afterReturn = false;
        }

        private void addBegun(List<OutputLine> lines) {
            if (!line.isEmpty()) {
                lines.add(new OutputLine(System.nanoTime(), source, line.toString()));
            }
        }
    }
}
