package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the site list of a run from a file, standard input and single lines, and remembers where
 * each line came from.
 */
final class SiteListLoader {

    /** A list of sites is typed by people; what is larger is something else. */
    private static final int MAX_BYTES = 16 << 20;

    private final List<SiteLine> lines = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    /** A line that is not understood: where it came from, and the sentence that says why. */
    record Problem(String place, String sentence) {}

    /**
     * Adds the lines of what a command line names: a file, or standard input for a hyphen.
     *
     * @throws UsageException if it cannot be read
     */
    void add(String name, CliContext program) throws UsageException {
        if (name.equals("-")) {
            addStandardInput(program.in());
        } else {
            addFile(name, program.folder());
        }
    }

    /** Adds the lines of a file; a name without a folder is looked for in {@code folder}. */
    private void addFile(String name, Path folder) throws UsageException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            addText(name, in);
        } catch (InvalidPathException | NoSuchFileException e) {
            throw new UsageException("There is no file \"" + name + "\".");
        } catch (AccessDeniedException e) {
            throw new UsageException("\"" + name + "\" cannot be read: its permissions forbid it.");
        } catch (IOException e) {
            throw new UsageException("\"" + name + "\" cannot be read: " + e.getMessage() + ".");
        }
    }

    private void addStandardInput(InputStream in) throws UsageException {
        try {
            addText("standard input", in);
        } catch (IOException e) {
            throw new UsageException("Standard input cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Adds what stood behind the {@code number}th {@code --site}. */
    void addSite(int number, String text) {
        SiteList.parse(text).lines().forEach(line -> add(line, "--site " + number));
    }

    /** All lines, in the order in which they were added. */
    SiteList list() {
        return new SiteList(lines);
    }

    /** Every line that is not understood, in their order. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String problem = lines.get(i).problem();
            if (problem != null) {
                problems.add(new Problem(places.get(i), problem));
            }
        }
        return problems;
    }

    /** The exit code of a command that came to this one: a line that is left out is not done. */
    int codeAfter(int code) {
        return code == ExitCode.DONE.code() && !problems().isEmpty()
                ? ExitCode.FAILED.code()
                : code;
    }

    /** Says of every line that is not understood that it is left out, and why. */
    void printProblems(CliContext voice) {
        problems().forEach(it -> voice.printError(it.place() + " is left out: " + it.sentence()));
    }

    private void addText(String source, InputStream in) throws IOException, UsageException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new UsageException("\"" + source + "\" is too large for a list of sites.");
        }
        int number = 0;
        for (SiteLine line : SiteList.parse(decoded(source, bytes)).lines()) {
            add(line, source + ", line " + ++number);
        }
    }

    private void add(SiteLine line, String place) {
        lines.add(line);
        places.add(place);
    }

    private static String decoded(String source, byte[] bytes) throws UsageException {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text; // a byte order mark
        } catch (CharacterCodingException e) {
            throw new UsageException("\"" + source + "\" is not UTF-8 text. Save it as UTF-8.");
        }
    }
}
