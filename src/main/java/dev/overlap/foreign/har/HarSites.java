package dev.overlap.foreign.har;

import dev.overlap.foreign.JsonFile;
import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.Step;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.text.interchange.ArchiveText;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads an HTTP archive as lines of a site list: its GET requests, in the order of the file. Where
 * a redirect led is left out, as the request before leads there again.
 */
public final class HarSites {

    private static final Pattern OF_LISTS = Pattern.compile("(?i)(https?://|lab:).*");

    /** A list is text that people edit, and a request of a page has seldom a longer address. */
    private static final int MAX_LINE = 4_000;

    private final List<SiteLine> lines = new ArrayList<>();
    private final Map<String, Integer> redirectedTo = new HashMap<>();
    private final Map<String, Integer> otherMethods = new TreeMap<>();
    private int otherAddresses;
    private int redirected;

    /**
     * The requests of an archive that a list can hold.
     *
     * @param lines equal ones that follow one another are one line, repeated
     * @param notes a sentence per kind of request that was left out
     */
    public record Lines(List<SiteLine> lines, List<String> notes) {
        public Lines {
            lines = List.copyOf(lines);
            notes = List.copyOf(notes);
        }
    }

    private HarSites() {}

    /**
     * Reads a file, plain or compressed with gzip; does not close the stream.
     *
     * @throws UnreadableFileException with a sentence, if it is no archive
     * @throws IOException if the stream fails for another reason than its content
     */
    public static Lines read(InputStream file) throws IOException {
        HarSites sites = new HarSites();
        HarContent content = new HarContent((entry, _) -> sites.take(entry));
        JsonFile.End end = content.read(file);
        List<String> notes = new ArrayList<>(HarReader.endOf(content, end));
        sites.otherMethods.forEach(
                (method, number) -> notes.add(ArchiveText.otherMethod(number, method)));
        if (sites.otherAddresses > 0) {
            notes.add(ArchiveText.otherAddress(sites.otherAddresses));
        }
        if (sites.redirected > 0) {
            notes.add(ArchiveText.redirected(sites.redirected));
        }
        if (content.tooMany() > 0) {
            notes.add(ArchiveText.tooMany(content.tooMany(), "request"));
        }
        return new Lines(sites.lines, notes);
    }

    private void take(HarEntryParser entry) {
        String url = entry.url();
        if (!entry.method().equals("GET")) {
            otherMethods.merge(entry.method(), 1, Integer::sum);
        } else if (redirectedTo.getOrDefault(url, 0) > 0) {
            redirectedTo.merge(url, -1, Integer::sum);
            redirected++;
        } else {
            add(url);
        }
        String target = target(url, entry.redirect());
        if (!target.isEmpty()) {
            redirectedTo.merge(target, 1, Integer::sum);
        }
    }

    private void add(String url) {
        String text = url.replaceFirst("#.*", "").replace(" ", "%20");
        SiteLine line = SiteLine.parse(text);
        if (text.length() > MAX_LINE || !OF_LISTS.matcher(text).matches() || !isFetch(line)) {
            otherAddresses++;
            return;
        }
        SiteLine last = lines.isEmpty() ? null : lines.getLast();
        LineMeaning.Entry before = last == null ? null : last.entry();
        if (last != null && before != null && last.equals(line.repeated(before.times()))) {
            lines.set(lines.size() - 1, line.repeated(before.times() + 1));
        } else {
            lines.add(line);
        }
    }

    private static boolean isFetch(SiteLine line) {
        LineMeaning.Entry entry = line.entry();
        return entry != null
                && entry.times() == 1
                && entry.steps().isSingle()
                && entry.steps().first() instanceof Step.Fetch;
    }

    /** Returns where a redirect led, as the next entry should name it; empty if nowhere. */
    private static String target(String url, String redirect) {
        if (redirect.isEmpty()) {
            return "";
        }
        try {
            return URI.create(url).resolve(redirect).toString();
        } catch (IllegalArgumentException _) {
            return redirect;
        }
    }
}
