package dev.overlap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The character set of standard output and standard error: the one of the terminal or the locale,
 * as Java found it, but UTF-8 in place of ASCII. A locale without a name (LC_ALL=C, or LANG not
 * set) says ASCII because nobody chose anything, and Java would print a question mark for each
 * other character. Terminals and files of today take UTF-8, of which ASCII is a part.
 */
final class StandardStreams {

    private StandardStreams() {}

    /** Replaces the streams that cannot print more than ASCII; to be called once, at the start. */
    static void replaceAscii() {
        if (isAscii(System.out.charset())) {
            System.setOut(utf8(FileDescriptor.out));
        }
        if (isAscii(System.err.charset())) {
            System.setErr(utf8(FileDescriptor.err));
        }
    }

    private static boolean isAscii(Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
