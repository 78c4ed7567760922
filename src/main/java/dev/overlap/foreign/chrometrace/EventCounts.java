package dev.overlap.foreign.chrometrace;

import dev.overlap.text.interchange.TraceFileText;

/** How many events of each kind a file has that cannot be drawn, or not as they are. */
final class EventCounts {
    long inner;
    long frames;
    long overlapping;
    long open;
    long unmatched;
    long untimed;
    long flows;
    long counters;
    long instants;
    long others;
    long tooManyRows;
    long tooManyEvents;

    /**
     * Returns what is to be told.
     *
     * @param isForeign whether the file is of another program; in ours, arrows and counters repeat
     *     what is drawn
     */
    TraceFileText.LeftOutCounts told(boolean isForeign) {
        return new TraceFileText.LeftOutCounts(
                inner,
                frames,
                overlapping,
                open,
                unmatched,
                untimed,
                isForeign ? flows : 0,
                isForeign ? counters : 0,
                instants,
                others,
                tooManyRows,
                tooManyEvents);
    }
}
