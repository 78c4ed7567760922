package dev.overlap.export.html;

import dev.overlap.text.PageText;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page around its data: markup, style and script from {@code assets/html}, and a policy that
 * allows just these, by their hashes, and forbids to load anything.
 */
final class PageTemplate {

    /** In the order in which they use one another. */
    private static final List<String> SCRIPTS =
            List.of(
                    "format.js",
                    "trace.js",
                    "scale.js",
                    "surface.js",
                    "axis.js",
                    "layout.js",
                    "timeline.js",
                    "comparison.js",
                    "view.js",
                    "texts.js",
                    "page.js");

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    private final Map<String, String> parts = new HashMap<>();

    PageTemplate() throws IOException {
        String style = read("page.css");
        StringBuilder script = new StringBuilder();
        for (String file : SCRIPTS) {
            script.append(read(file)).append('\n');
        }
        parts.put("style", style);
        parts.put("script", script.toString());
        parts.put("policy", policy(style, script.toString()));
        parts.put("generator", HtmlText.escaped("Overlap " + PageParts.version()).strip());
        parts.put("noscript", HtmlText.escaped(PageText.NO_SCRIPT));
        parts.put("footer", PageParts.footer());
    }

    /** Sets a part of the page, which is markup. */
    PageTemplate put(String name, String markup) {
        parts.put(name, markup);
        return this;
    }

    /** Writes the page. */
    void write(OutputStream out) throws IOException {
        String page =
                PLACE.matcher(read("page.html"))
                        .replaceAll(it -> Matcher.quoteReplacement(part(it.group(1))));
        out.write(page.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    private static String read(String file) throws IOException {
        String path = "/dev/overlap/assets/html/" + file;
        try (InputStream in = PageTemplate.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String policy(String style, String script) {
        return ("default-src 'none'; img-src data:; style-src '%s'; script-src '%s';"
                        + " base-uri 'none'; form-action 'none'")
                .formatted(hash(style), hash(script));
    }

    private static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
