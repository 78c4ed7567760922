package dev.overlap.ui;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Pictures of the nodes of a window while they have the keyboard focus and while they do not, with
 * {@value #MARGIN_PX} pixels around each. JavaFX thread only.
 */
final class FocusPictures {

    private static final int MARGIN_PX = 4;

    /** The least contrast of something that is not text, of WCAG 2.2. */
    private static final double MIN_CONTRAST = 3;

    private final Scene scene;
    private final Map<Node, Image> focused = new LinkedHashMap<>();

    FocusPictures(Scene scene) {
        this.scene = scene;
    }

    /** Takes a picture of the node that has the focus, and returns the node. */
    Node take() {
        Node owner = scene.getFocusOwner();
        focused.put(owner, picture(owner));
        return owner;
    }

    /** Whether a picture of a node with the focus was taken. */
    boolean has(Node node) {
        return focused.containsKey(node);
    }

    /**
     * Compares with the picture that was taken.
     *
     * @param node no longer has the focus
     * @return the width in pixels of a frame around the node of as many pixels as have changed by
     *     enough contrast; 2 is the least of WCAG's "focus appearance"
     */
    double changedFrame(Node node) {
        Image before = focused.get(node);
        Image now = picture(node);
        if (before == null
                || before.getWidth() != now.getWidth()
                || before.getHeight() != now.getHeight()) {
            throw new IllegalStateException(node + " has moved");
        }
        double perimeter = 2 * (now.getWidth() + now.getHeight() - 4 * MARGIN_PX);
        return changed(before, now) / perimeter;
    }

    private static int changed(Image before, Image now) {
        int[] one = pixels(before);
        int[] other = pixels(now);
        return (int)
                IntStream.range(0, one.length)
                        .filter(i -> one[i] != other[i])
                        .filter(i -> contrast(one[i], other[i]) >= MIN_CONTRAST)
                        .count();
    }

    private static int[] pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private Image picture(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        SnapshotParameters region = new SnapshotParameters();
        region.setViewport(
                new Rectangle2D(
                        Math.round(bounds.getMinX()) - MARGIN_PX,
                        Math.round(bounds.getMinY()) - MARGIN_PX,
                        Math.round(bounds.getWidth()) + 2 * MARGIN_PX,
                        Math.round(bounds.getHeight()) + 2 * MARGIN_PX));
        return scene.getRoot().snapshot(region, null);
    }

    private static double contrast(int one, int other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 0xff)
                + 0.7152 * linear(argb >> 8 & 0xff)
                + 0.0722 * linear(argb & 0xff);
    }

    private static double linear(int value) {
        double channel = value / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
