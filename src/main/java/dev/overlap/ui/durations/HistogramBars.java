package dev.overlap.ui.durations;

import dev.overlap.text.measure.DistributionText;
import dev.overlap.trace.metrics.DurationHistogram;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The bars of a histogram, one per bin; a bin that is not empty is always visible. */
final class HistogramBars extends Region {

    private static final double HEIGHT_EM = 4;
    private static final double MIN_HEIGHT_PX = 2;
    private static final double GAP_PX = 2;

    private final List<Region> bars = new ArrayList<>();
    private final List<Tooltip> tips = new ArrayList<>();
    private @Nullable DurationHistogram histogram;

    HistogramBars() {
        setId("durations-histogram");
        getStyleClass().add("histogram");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setStyle("-fx-pref-height: " + HEIGHT_EM + "em; -fx-min-height: " + HEIGHT_EM + "em;");
    }

    void show(DurationHistogram next) {
        histogram = next;
        setAccessibleText(DistributionText.description(next));
        if (bars.size() != next.bins()) {
            setBins(next.bins());
        }
        for (int bin = 0; bin < bars.size(); bin++) {
            tips.get(bin).setText(DistributionText.bin(next, bin));
        }
        requestLayout();
    }

    private void setBins(int bins) {
        while (bars.size() < bins) {
            addBar();
        }
        while (bars.size() > bins) {
            bars.removeLast();
            tips.removeLast();
        }
        getChildren().setAll(bars);
    }

    private void addBar() {
        Region bar = new Region();
        bar.getStyleClass().add("histogram-bar");
        Tooltip tip = new Tooltip();
        Tooltip.install(bar, tip);
        bars.add(bar);
        tips.add(tip);
    }

    @Override
    protected void layoutChildren() {
        DurationHistogram shown = histogram;
        if (shown == null) {
            return;
        }
        double step = getWidth() / bars.size();
        for (int bin = 0; bin < bars.size(); bin++) {
            double left = snapPositionX(bin * step);
            double width = snapPositionX((bin + 1) * step) - left - GAP_PX;
            double height = heightOf(shown.counts()[bin], shown.most());
            bars.get(bin).resizeRelocate(left, getHeight() - height, Math.max(1, width), height);
        }
    }

    private double heightOf(int count, int most) {
        double share = (double) count / Math.max(1, most);
        return count == 0 ? 0 : Math.max(MIN_HEIGHT_PX, snapSizeY(getHeight() * share));
    }
}
