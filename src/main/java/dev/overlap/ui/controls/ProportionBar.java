package dev.overlap.ui.controls;

import javafx.scene.layout.Region;

/** A bar filled in proportion to a value. */
public final class ProportionBar extends Region {

    private static final double MIN_WIDTH_PX = 2;

    private final Region fill = new Region();
    private double share;

    /**
     * @param styleClass of the filled part
     */
    public ProportionBar(String styleClass) {
        fill.getStyleClass().addAll("share-fill", styleClass);
        getStyleClass().add("share-bar");
        getChildren().setAll(fill);
    }

    /** Sets the filled proportion, from 0 to 1; any positive value stays visible. */
    public void fill(double share) {
        if (this.share != share) {
            this.share = share;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = share <= 0 ? 0 : Math.max(MIN_WIDTH_PX, snapSizeX(getWidth() * share));
        fill.resizeRelocate(0, 0, width, getHeight());
    }
}
