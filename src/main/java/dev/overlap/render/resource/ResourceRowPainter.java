package dev.overlap.render.resource;

import dev.overlap.render.VerticalSpan;
import dev.overlap.trace.ResourceTrack;

/** Paints the row of a resource. */
public final class ResourceRowPainter {

    private final ResourcePaintContext context;

    public ResourceRowPainter(ResourcePaintContext context) {
        this.context = context;
    }

    /**
     * Paints a row.
     *
     * @param left the left edge of its name
     * @param right the right edge of its name
     */
    public void paint(ResourceTimeline resource, VerticalSpan row, double left, double right) {
        new ResourceGutterPainter(context, resource, row).paint(left, right);
        if (context.right() <= context.edge(0)) {
            return;
        }
        RowStrips strips = RowStrips.of(resource, row);
        main(resource, strips);
        new WaitPainter(context, resource, strips).paint();
    }

    /** Returns the strip of a row that shows who has the resource, or what is in it. */
    public static VerticalSpan mainStrip(ResourceTimeline resource, VerticalSpan row) {
        return RowStrips.of(resource, row).main();
    }

    private void main(ResourceTimeline resource, RowStrips strips) {
        ResourceTrack track = resource.track();
        if (track == null) {
            new HoldPainter(context, resource, strips).paint();
            return;
        }
        switch (track.type()) {
            case LOCK, PERMIT -> new HoldPainter(context, resource, strips).paint();
            case COUNTER -> new CounterPainter(context, resource, track, strips.main()).paint();
            case QUEUE -> new QueuePainter(context, resource, track, strips.main()).paint();
        }
    }
}
