package dev.overlap.export.svg;

import dev.overlap.render.Surface.Align;
import dev.overlap.testkit.DrawingLog;
import dev.overlap.testkit.RecordingSurface;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** Reads what our SVG files draw back into calls of a surface, with an XML parser of the JDK. */
final class SvgReader {

    private static final Pattern PATH = Pattern.compile("([Mhvlz])([^Mhvlz]*)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+");

    private final Map<String, Element> named = new HashMap<>();
    private final DrawingLog log = new DrawingLog(RecordingSurface.METRICS);

    static Document parsed(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    /** Returns what is drawn, in the form of {@link DrawingLog}. */
    static List<String> calls(String svg) {
        SvgReader reader = new SvgReader();
        reader.children(parsed(svg).getDocumentElement());
        return reader.log.calls();
    }

    private void children(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                read(element);
            }
        }
    }

    private void read(Element element) {
        switch (element.getTagName()) {
            case "path" -> path(element);
            case "text" -> text(element);
            case "pattern", "clipPath" ->
                    named.put("url(#" + element.getAttribute("id") + ")", element);
            case "g" -> {
                clip((Element) named(element.getAttribute("clip-path")).getFirstChild());
                children(element);
                log.unclip();
            }
            case "title", "desc" -> {}
            default -> throw new AssertionError("an element <" + element.getTagName() + ">");
        }
    }

    private Element named(String reference) {
        Element element = named.get(reference);
        if (element == null) {
            throw new AssertionError("nothing is called " + reference);
        }
        return element;
    }

    private void clip(Element rectangle) {
        log.clip(
                number(rectangle, "x"),
                number(rectangle, "y"),
                number(rectangle, "width"),
                number(rectangle, "height"));
    }

    private void text(Element text) {
        String anchor = text.getAttribute("text-anchor");
        log.addText(
                text.getTextContent(),
                number(text, "x"),
                number(text, "y"),
                number(text, "font-size"),
                text.getAttribute("font-weight").equals("600"),
                anchor.isEmpty() ? Align.LEFT : anchor.equals("end") ? Align.RIGHT : Align.CENTER,
                number(text, "textLength"),
                argb(text, "fill"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static int argb(Element element, String paint) {
        String opacity = element.getAttribute(paint + "-opacity");
        long alpha = opacity.isEmpty() ? 0xFF : Math.round(Double.parseDouble(opacity) * 255);
        return (int) (alpha << 24) | Integer.parseInt(element.getAttribute(paint).substring(1), 16);
    }

    private void path(Element path) {
        String fill = path.getAttribute("fill");
        List<List<double[]>> parts = parts(path.getAttribute("d"));
        boolean closed = path.getAttribute("d").endsWith("z");
        if (fill.startsWith("url")) {
            Element lines = (Element) named(fill).getFirstChild();
            parts.forEach(part -> add("hatch", argb(lines, "stroke"), part));
        } else if (!fill.equals("none")) {
            parts.forEach(part -> add("area", argb(path, "fill"), part));
        } else {
            String kind = closed ? "outline" : stroke(path);
            parts.forEach(part -> add(kind, argb(path, "stroke"), part));
        }
    }

    private static String stroke(Element path) {
        return switch (path.getAttribute("stroke-dasharray")) {
            case "5 4" -> "line DASHED";
            case "1.5 4" -> "line DOTTED";
            default -> path.hasAttribute("stroke-width") ? "polyline" : "line SOLID";
        };
    }

    private void add(String kind, int argb, List<double[]> points) {
        double[] x = points.stream().mapToDouble(point -> point[0]).toArray();
        double[] y = points.stream().mapToDouble(point -> point[1]).toArray();
        log.add(kind, argb, x, y, points.size());
    }

    /** Follows the relative steps of a path. */
    private static List<List<double[]>> parts(String data) {
        List<List<double[]>> parts = new ArrayList<>();
        double[] at = {0, 0};
        Matcher steps = PATH.matcher(data);
        while (steps.find()) {
            double[] by =
                    NUMBER.matcher(steps.group(2))
                            .results()
                            .mapToDouble(it -> Double.parseDouble(it.group()))
                            .toArray();
            switch (steps.group(1)) {
                case "M" -> {
                    at = by;
                    parts.add(new ArrayList<>());
                }
                case "h" -> at = new double[] {at[0] + by[0], at[1]};
                case "v" -> at = new double[] {at[0], at[1] + by[0]};
                case "l" -> at = new double[] {at[0] + by[0], at[1] + by[1]};
                default -> {
                    continue;
                }
            }
            parts.getLast().add(at);
        }
        return parts;
    }
}
