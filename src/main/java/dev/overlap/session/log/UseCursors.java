package dev.overlap.session.log;

import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Use;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

/**
 * The events of the uses of a resource. Each use asks; what becomes of it then is a sequence of its
 * own, so that only the uses under way are kept.
 */
final class UseCursors implements EventCursor {

    private final ResourceTrack resource;
    private final int uses;
    private int use;

    UseCursors(ResourceTrack resource) {
        this.resource = resource;
        uses = resource.uses().size();
    }

    @Override
    public boolean hasNext() {
        return use < uses;
    }

    @Override
    public long nanos() {
        return resource.uses().get(use).askedNanos();
    }

    @Override
    public @Nullable EventCursor write(LogLines lines) {
        Use next = resource.uses().get(use);
        lines.event(EventName.ASK, next.askedNanos())
                .put(FieldName.RESOURCE, resource.index())
                .put(FieldName.TASK, next.task())
                .put(FieldName.PURPOSE, EnumCodes.of(next.purpose()))
                .putUnless(0, FieldName.AHEAD, next.ahead())
                .put(FieldName.HELD, next.heldBy());
        return after(next, use++);
    }

    private TimedEvents after(Use asked, int number) {
        TimedEvents events = new TimedEvents();
        long granted = asked.grantedNanos();
        long ended = asked.endNanos();
        if (granted != TaskTrack.OPEN) {
            events.add(granted, lines -> write(EventName.GRANT, number, granted, lines));
        }
        if (ended != TaskTrack.OPEN) {
            events.add(ended, lines -> write(EventName.GIVE, number, ended, lines));
        }
        events.sort();
        return events;
    }

    private void write(String name, int number, long nanos, LogLines lines) {
        lines.event(name, nanos)
                .put(FieldName.RESOURCE, resource.index())
                .put(FieldName.USE, number);
    }
}
