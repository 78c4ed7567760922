package dev.overlap.render.rows;

import dev.overlap.render.VerticalSpan;

/**
 * Where rows are: those that are pinned at the top of an area, and the others scrolled below them.
 * Lengths are in units of the drawing.
 *
 * @param area the place for all rows
 * @param rowHeight of each row
 * @param scroll how far the others are scrolled up
 * @param pinned the number of rows that do not scroll
 * @param rows the number of all rows
 */
public record RowPlacement(
        VerticalSpan area, double rowHeight, double scroll, int pinned, int rows) {

    private static final double MAX_PINNED_SHARE = 0.5;

    /** Places rows; of the pinned ones, those stay that fit into half of the area. */
    public static RowPlacement of(
            VerticalSpan area, double rowHeight, double scroll, int pinned, int rows) {
        int most = (int) Math.floor(area.height() * MAX_PINNED_SHARE / rowHeight);
        boolean all = rows * rowHeight <= area.height();
        return new RowPlacement(
                area, rowHeight, scroll, all ? pinned : Math.min(pinned, most), rows);
    }

    /** The upper edge of a row; outside its part if scrolled away. */
    public double top(int row) {
        return area.top() + row * rowHeight - (row < pinned ? 0 : scroll);
    }

    /** The place of a row; outside its part if scrolled away. */
    public VerticalSpan span(int row) {
        return new VerticalSpan(top(row), rowHeight);
    }

    /** The part of the area in which a row is drawn: that of the pinned ones, or of the others. */
    public VerticalSpan partOf(int row) {
        return row < pinned ? pinnedPart() : scrolledPart();
    }

    /** The part of the pinned rows. */
    public VerticalSpan pinnedPart() {
        return new VerticalSpan(area.top(), Math.min(pinned * rowHeight, area.height()));
    }

    /** The part of the rows that scroll. */
    public VerticalSpan scrolledPart() {
        double top = pinnedPart().bottom();
        return new VerticalSpan(top, Math.max(0, area.bottom() - top));
    }

    /** The first of the rows that scroll which is in sight; possibly none. */
    public int firstScrolled() {
        return pinned + Math.max(0, (int) Math.floor(scroll / rowHeight));
    }

    /** Returns the row at a height within the area, or -1 below the last one. */
    public int at(double y) {
        boolean isPinned = y < pinnedPart().bottom();
        double from = y - area.top() + (isPinned ? 0 : scroll);
        int row = (int) Math.floor(from / rowHeight);
        return row >= 0 && row < rows ? row : -1;
    }

    /** Whether some of a row can be seen. */
    public boolean shows(int row) {
        VerticalSpan part = partOf(row);
        return top(row) < part.bottom() && top(row) + rowHeight > part.top();
    }

    /** Returns by how much to scroll, down if positive, so that all of a row can be seen. */
    public double shiftTo(int row) {
        VerticalSpan part = partOf(row);
        double above = part.top() - top(row);
        double below = top(row) + rowHeight - part.bottom();
        return row < pinned ? 0 : above > 0 ? -above : Math.max(0, below);
    }
}
