package dev.overlap.ui.program;

import dev.overlap.snippet.HighlightedLine;
import dev.overlap.snippet.Language;
import dev.overlap.snippet.Lexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The file of a program, as it was when it was read.
 *
 * @param folder in which the program runs: its tasks name files from there
 * @param digest of all that is in it; empty if it is too long to be shown
 * @param lines of it; empty if it is too long to be shown
 */
record ProgramFile(Path file, Path folder, String digest, List<HighlightedLine> lines) {

    private static final long MAX_SHOWN_BYTES = 2 << 20;

    ProgramFile {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a file; blocks.
     *
     * @throws IOException of the system, if it cannot be read
     */
    static ProgramFile read(Path file, Path folder) throws IOException {
        if (Files.size(file) > MAX_SHOWN_BYTES) {
            return new ProgramFile(file, folder, "", List.of());
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        Language language = file.toString().endsWith(".java") ? Language.JAVA : Language.PYTHON;
        List<HighlightedLine> lines =
                text.lines().map(line -> Lexer.line(language, line.replace("\t", "    "))).toList();
        return new ProgramFile(
                file, folder, HexFormat.of().formatHex(sha256().digest(bytes)), lines);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }

    /** Returns its name, without the folders that it is in. */
    String name() {
        return String.valueOf(file.getFileName());
    }
}
