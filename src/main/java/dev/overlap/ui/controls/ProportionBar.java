package dev.overlap.ui.controls;

import javafx.scene.layout.Region;

/** A bar that fills a share of its width. */
public final class ProportionBar extends Region {

    private static final double THINNEST_PX = 2;

    private final Region fill = new Region();
    private double share;

    /**
     * @param styleClass colours the filled part
     */
    public ProportionBar(String styleClass) {
        fill.getStyleClass().addAll("share-fill", styleClass);
        getStyleClass().add("share-bar");
        getChildren().setAll(fill);
    }

    /** Fills a share from 0 to 1; what is more than nothing stays visible. */
    public void fill(double share) {
        if (this.share != share) {
            this.share = share;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = share <= 0 ? 0 : Math.max(THINNEST_PX, snapSizeX(getWidth() * share));
        fill.resizeRelocate(0, 0, width, getHeight());
    }
}
