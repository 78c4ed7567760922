package dev.overlap.foreign.chrometrace;

import dev.overlap.foreign.chrometrace.OwnTracks.OwnSlice;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is drawn of a file: threads are workers, busy during their outermost slices; these and the
 * outermost asynchronous operations are tasks, in the order of their begins.
 */
final class DrawnEvents {

    /** As many tasks as a list may have. */
    private static final int MAX_ROWS = 100_000;

    private final TraceContent content;
    private final EventCounts counts;
    private final List<DrawnLane> lanes = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private long begin = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;

    /** A time in which a lane was busy, with a row or with none. */
    record Busy(long beginNanos, long endNanos, @Nullable Row row) {}

    /** A lane with its times, in order. */
    record DrawnLane(Lane lane, List<Busy> busy, @Nullable Span startUp) {}

    DrawnEvents(TraceContent content) {
        this.content = content;
        counts = content.counts();
        List<List<Span>> operations = closed();
        Map<String, Row> own = content.own().rows(content.lanes());
        removeOutliers(operations);
        measure(operations, own);
        for (Lane lane : content.lanes()) {
            addLane(lane);
            addOwn(lane, own);
        }
        operations.forEach(this::addOperation);
        rows.addAll(own.values());
        order();
    }

    /** Ends the reading of what is begun and ended apart. */
    private List<List<Span>> closed() {
        List<List<Span>> operations = new ArrayList<>();
        for (Lane lane : content.lanes()) {
            counts.unmatched += lane.close();
        }
        for (SpanStack operation : content.operations()) {
            List<Span> spans = new ArrayList<>(1);
            counts.unmatched += operation.addTo(spans);
            operations.add(spans);
        }
        return operations;
    }

    /** Leaves out what is more than a year before the rest: its clock is another one. */
    private void removeOutliers(List<List<Span>> operations) {
        List<List<Span>> all = new ArrayList<>(operations);
        content.lanes().forEach(lane -> all.add(lane.spans()));
        long reference =
                content.own().isEmpty()
                        ? all.stream()
                                .flatMap(List::stream)
                                .mapToLong(Span::beginNanos)
                                .max()
                                .orElse(0)
                        : 0; // of ours
        for (List<Span> spans : all) {
            int before = spans.size();
            spans.removeIf(span -> !isNear(span, reference));
            counts.untimed += before - spans.size();
        }
    }

    private static boolean isNear(Span span, long reference) {
        return Math.abs(span.beginNanos() - reference) <= Span.MAX_NANOS
                && span.lastNanos() - span.beginNanos() <= Span.MAX_NANOS;
    }

    /** Instants of ours count from time zero. */
    private void measure(List<List<Span>> operations, Map<String, Row> own) {
        content.lanes().forEach(lane -> lane.spans().forEach(this::include));
        operations.forEach(spans -> spans.forEach(this::include));
        if (!content.own().isEmpty()) {
            begin = Math.min(begin, 0);
            own.values().forEach(row -> end = Math.max(end, row.endNanos()));
        }
    }

    private void include(Span span) {
        begin = Math.min(begin, span.beginNanos());
        end = Math.max(end, span.lastNanos());
    }

    private void addLane(Lane lane) {
        if (lane.spans().isEmpty()) {
            return;
        }
        List<Busy> busy = new ArrayList<>();
        for (Span span : outermost(lane.spans(), end - begin)) {
            Row row = row(span, lane, Phase.COMPUTE);
            busy.add(new Busy(span.beginNanos(), span.endNanos(), row));
        }
        lanes.add(new DrawnLane(lane, busy, null));
    }

    private void addOperation(List<Span> spans) {
        outermost(spans, 0).forEach(span -> row(span, null, Phase.WAIT));
    }

    private List<Span> outermost(List<Span> spans, long frame) {
        spans.replaceAll(span -> span.endedBy(end));
        counts.open += spans.stream().filter(Span::isOpen).count();
        OutermostSpans found = new OutermostSpans(spans, frame);
        counts.inner += found.inner();
        counts.frames += found.frames();
        counts.overlapping += found.overlapping();
        return found.outermost();
    }

    private Row row(Span span, @Nullable Lane lane, Phase phase) {
        Outcome outcome = span.isOpen() ? new Outcome.Cancelled() : new Outcome.Done();
        Row row = Row.of(content.nameOf(span), lane, phase, span, outcome);
        rows.add(row);
        return row;
    }

    private void addOwn(Lane lane, Map<String, Row> own) {
        List<OwnSlice> slices = content.own().slices(lane);
        Span startUp = content.own().startUp(lane);
        if (slices.isEmpty() && startUp == null) {
            return;
        }
        List<Busy> busy = new ArrayList<>();
        for (OwnSlice slice : slices) {
            Row row = own.get(OwnTracks.key(lane, slice));
            busy.add(new Busy(slice.beginNanos(), slice.endNanos(), row));
        }
        lanes.add(new DrawnLane(lane, busy, startUp));
    }

    private void order() {
        lanes.sort(
                Comparator.<DrawnLane>comparingInt(it -> content.processOrder(it.lane().process()))
                        .thenComparingInt(it -> it.lane().order()));
        if (content.own().isEmpty()) {
            rows.sort(Comparator.comparingLong(Row::beginNanos));
        }
        if (rows.size() > MAX_ROWS) {
            counts.tooManyRows = (long) rows.size() - MAX_ROWS;
            rows.subList(MAX_ROWS, rows.size()).clear();
        }
    }

    List<DrawnLane> lanes() {
        return lanes;
    }

    List<Row> rows() {
        return rows;
    }

    /** Returns the first instant of all. */
    long beginNanos() {
        return begin;
    }

    long endNanos() {
        return end;
    }
}
