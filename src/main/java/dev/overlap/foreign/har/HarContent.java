package dev.overlap.foreign.har;

import dev.overlap.foreign.JsonFile;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.text.interchange.ArchiveText;

import tools.jackson.core.JsonParser;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads an archive entry by entry, and counts those that are none. */
final class HarContent {

    /** The most entries that are read: as many as a list may have tasks. */
    static final int MAX_ENTRIES = 100_000;

    private final EntryHandler handler;
    private String creator = "";
    private String browser = "";
    private boolean hasEntries;
    private int read;
    private int withoutAddress;
    private int tooMany;

    /** Takes the entries that have an address, in the order of the file. */
    interface EntryHandler {

        /**
         * Takes one.
         *
         * @param zeroIsAbsent whether the program writes 0 for phases that did not occur
         */
        void take(HarEntryParser entry, boolean zeroIsAbsent);
    }

    HarContent(EntryHandler handler) {
        this.handler = handler;
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableFileException with a sentence, if it is no archive
     * @throws IOException if the stream fails for another reason than its content
     */
    JsonFile.End read(InputStream file) throws IOException {
        JsonFile.End end = JsonFile.read(file, root -> JsonFile.eachField(root, this::readRoot));
        if (!hasEntries) {
            throw new UnreadableFileException(ArchiveText.NO_ARCHIVE);
        }
        return end;
    }

    private void readRoot(JsonParser parser) {
        if (parser.currentName().equals("log")) {
            JsonFile.eachField(parser, this::readLog);
        } else {
            parser.skipChildren();
        }
    }

    private void readLog(JsonParser parser) {
        switch (parser.currentName()) {
            case "creator" -> creator = program(parser);
            case "browser" -> browser = program(parser);
            case "entries" -> {
                hasEntries = true;
                JsonFile.eachElement(parser, this::readEntry);
            }
            default -> parser.skipChildren();
        }
    }

    private static String program(JsonParser parser) {
        String[] parts = {"", ""};
        JsonFile.eachField(
                parser,
                it -> {
                    switch (it.currentName()) {
                        case "name" -> parts[0] = HarText.of(it, 60);
                        case "version" -> parts[1] = HarText.of(it, 30);
                        default -> it.skipChildren();
                    }
                });
        return String.join(" ", parts).strip();
    }

    private void readEntry(JsonParser parser) {
        if (read == MAX_ENTRIES) {
            parser.skipChildren();
            tooMany++;
            return;
        }
        HarEntryParser entry = new HarEntryParser();
        entry.read(parser);
        if (entry.isRequest()) {
            read++;
            handler.take(entry, program().toLowerCase(Locale.ROOT).contains("firefox"));
        } else {
            withoutAddress++;
        }
    }

    /** Returns the browser or, without one, the program that wrote the file; empty if unknown. */
    String program() {
        return browser.isEmpty() ? creator : browser;
    }

    /** Returns the number of entries with an address. */
    int read() {
        return read;
    }

    int withoutAddress() {
        return withoutAddress;
    }

    int tooMany() {
        return tooMany;
    }
}
