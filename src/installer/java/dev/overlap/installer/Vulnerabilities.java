package dev.overlap.installer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks a database of known vulnerabilities about every library of a bill of materials. Ends with 0
 * if none is known, with 1 if one is, and with 2, after a sentence on the error stream, if the
 * database could not be asked: nothing is known then.
 *
 * <p>Started from its source by {@code mvn -Pvulnerabilities verify}. The database is that of <a
 * href="https://google.github.io/osv.dev/post-v1-querybatch/">OSV</a>, which needs no key; {@code
 * -Dosv.url} names another one with the same interface.
 */
public final class Vulnerabilities {

    private static final String OSV = "https://api.osv.dev/v1/querybatch";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern PURL = Pattern.compile("\"purl\"\\s*:\\s*\"(pkg:maven/[^\"]+)\"");

    /** A result of the reply: an empty object, or one with a list of objects without lists. */
    private static final Pattern RESULT =
            Pattern.compile("\\{\\s*(?:\"vulns\"\\s*:\\s*\\[([^\\]]*)\\][^{}]*)?\\}");

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private Vulnerabilities() {}

    /** Takes the path of a bill of materials, in CycloneDX's JSON. */
    public static void main(String[] args) throws IOException {
        List<String> libraries = libraries(Files.readString(Path.of(args[0])));
        try {
            System.exit(report(libraries, answers(ask(libraries), libraries.size())));
        } catch (IOException | InterruptedException failure) {
            System.err.printf(
                    "Nothing is known about vulnerabilities: %s could not be asked about the %d"
                            + " libraries (%s).%n",
                    url(), libraries.size(), failure);
            System.exit(2);
        }
    }

    private static URI url() {
        return URI.create(System.getProperty("osv.url", OSV));
    }

    /** The program itself is not in Maven's repositories, and so is not asked about. */
    private static List<String> libraries(String bill) {
        return PURL.matcher(bill)
                .results()
                .map(found -> found.group(1).replaceAll("\\?.*", ""))
                .filter(purl -> !purl.startsWith("pkg:maven/dev.overlap/"))
                .distinct()
                .sorted()
                .toList();
    }

    private static String ask(List<String> libraries) throws IOException, InterruptedException {
        String queries =
                libraries.stream()
                        .map("{\"package\":{\"purl\":\"%s\"}}"::formatted)
                        .collect(Collectors.joining(",", "{\"queries\":[", "]}"));
        HttpRequest request =
                HttpRequest.newBuilder(url())
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(queries))
                        .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new IOException("status " + reply.statusCode());
            }
            return reply.body();
        }
    }

    /** Returns what is known of each library, in the order of the question. */
    private static List<List<String>> answers(String reply, int expected) throws IOException {
        int begin = reply.indexOf('[');
        List<List<String>> answers = new ArrayList<>();
        Matcher results = RESULT.matcher(begin < 0 ? "" : reply.substring(begin));
        while (results.find()) {
            String known = results.group(1) == null ? "" : results.group(1);
            answers.add(ID.matcher(known).results().map(found -> found.group(1)).toList());
        }
        if (answers.size() != expected) {
            throw new IOException(
                    "its reply has %d answers instead of %d".formatted(answers.size(), expected));
        }
        return answers;
    }

    private static int report(List<String> libraries, List<List<String>> answers) {
        int affected = 0;
        for (int i = 0; i < libraries.size(); i++) {
            if (!answers.get(i).isEmpty()) {
                affected++;
                System.out.println(libraries.get(i) + ": " + String.join(", ", answers.get(i)));
            }
        }
        System.out.printf(
                "%d of %d libraries have known vulnerabilities.%n", affected, libraries.size());
        return affected == 0 ? 0 : 1;
    }
}
