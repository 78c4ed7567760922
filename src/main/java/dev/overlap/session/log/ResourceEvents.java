package dev.overlap.session.log;

import dev.overlap.trace.Deadlock;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.TraceRestorer;

import java.util.ArrayList;
import java.util.List;

/** Restores what events tell of resources and deadlocks. */
final class ResourceEvents {

    private final TraceRestorer trace;
    private final Leftovers leftovers;
    private int resources;
    private int stillStuck;
    private long deadlockNanos;
    private final List<Deadlock.StuckWait> stuck = new ArrayList<>();

    ResourceEvents(TraceRestorer trace, Leftovers leftovers) {
        this.trace = trace;
        this.leftovers = leftovers;
    }

    /** Restores an event; returns false if it is of something else. */
    boolean add(LogEvent event) {
        switch (event.name()) {
            case EventName.RESOURCE -> addResource(event);
            case EventName.ASK -> ask(event);
            case EventName.GRANT -> trace.granted(resource(event), use(event), event.nanos());
            case EventName.GIVE -> trace.ended(resource(event), use(event), event.nanos());
            case EventName.LEVEL ->
                    trace.filled(resource(event), event.integer(FieldName.ITEMS), event.nanos());
            case EventName.READ -> access(event, false);
            case EventName.WRITE -> access(event, true);
            case EventName.ACCESSES -> trace.hadMoreAccesses(resource(event));
            case EventName.COUNT -> count(event);
            case EventName.DEADLOCK -> deadlock(event);
            case EventName.STUCK -> stuck(event);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int resource(LogEvent event) {
        return event.integer(FieldName.RESOURCE);
    }

    private static int use(LogEvent event) {
        return event.integer(FieldName.USE);
    }

    private void addResource(LogEvent event) {
        if (resource(event) != resources) {
            throw new IllegalArgumentException("resources are counted from 0");
        }
        ResourceTrack.Type type =
                EnumCodes.read(ResourceTrack.Type.class, event.text(FieldName.KIND));
        trace.addResource(
                event.text(FieldName.NAME),
                leftovers.known(type, ResourceTrack.Type.PERMIT),
                event.integer(FieldName.PLACES));
        resources++;
    }

    private Purpose purpose(LogEvent event) {
        return leftovers.known(
                EnumCodes.read(Purpose.class, event.text(FieldName.PURPOSE)), Purpose.HOLD);
    }

    private void ask(LogEvent event) {
        trace.asks(
                resource(event),
                event.integer(FieldName.TASK),
                purpose(event),
                event.nanos(),
                event.integer(FieldName.AHEAD, 0),
                event.integers(FieldName.HELD));
    }

    private void access(LogEvent event, boolean isWrite) {
        trace.accessed(
                resource(event),
                event.integer(FieldName.TASK),
                isWrite,
                event.number(FieldName.VALUE),
                event.nanos());
    }

    private void count(LogEvent event) {
        trace.counted(
                resource(event),
                new ResourceTrack.Copy(
                        event.integer(FieldName.WORKER, -1),
                        event.number(FieldName.NUMBER),
                        event.number(FieldName.VALUE)));
    }

    private void deadlock(LogEvent event) {
        stuck.clear();
        deadlockNanos = event.nanos();
        stillStuck = event.integer(FieldName.NUMBER);
        addIfComplete();
    }

    private void stuck(LogEvent event) {
        if (stillStuck <= 0) {
            throw new IllegalArgumentException("there is no deadlock");
        }
        stillStuck--;
        stuck.add(
                new Deadlock.StuckWait(
                        event.integer(FieldName.TASK),
                        resource(event),
                        purpose(event),
                        event.integers(FieldName.HELD)));
        addIfComplete();
    }

    private void addIfComplete() {
        if (stillStuck == 0) {
            trace.found(new Deadlock(deadlockNanos, stuck));
        }
    }
}
