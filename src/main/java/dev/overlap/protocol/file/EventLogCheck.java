package dev.overlap.protocol.file;

import dev.overlap.protocol.InvalidEventException;
import dev.overlap.protocol.ProtocolEvent;
import dev.overlap.protocol.ProtocolEvent.Bye;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.text.protocol.EventLogText;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Checks a file of Overlap events, more strictly than it is read: every line is an event, the first
 * is {@code hello}, nothing follows {@code bye}, and what events are about is introduced somewhere.
 *
 * <p>Threads: any; as slow as reading.
 */
public final class EventLogCheck implements EventFile.Lines {

    /** More than anybody mends at once. */
    private static final int MAX_FAULTS = 20;

    private final List<String> faults = new ArrayList<>();
    private final EventReferences references = new EventReferences();
    private long more;
    private boolean hasBegun;
    private boolean hasSaidBye;

    private EventLogCheck() {}

    /**
     * Checks a file, plain or compressed with gzip; does not close the stream.
     *
     * @return a sentence per fault, with the number of its line; empty if there is none
     * @throws IOException if the stream fails for another reason than its content
     */
    public static List<String> faults(InputStream in) throws IOException {
        EventLogCheck check = new EventLogCheck();
        check.read(in);
        if (check.more > 0) {
            check.faults.add(EventLogText.more(check.more));
        }
        return List.copyOf(check.faults);
    }

    private void read(InputStream in) throws IOException {
        EventFile file;
        try {
            file = EventFile.of(in);
        } catch (ZipException | EOFException e) {
            faults.add(EventLogText.unpackableAt(1));
            return;
        }
        EventFile.End end = file.read(this);
        references.unknown().forEach(it -> addFault(it.line(), it.sentence()));
        switch (end) {
            case WHOLE, LEFT, CUT -> {} // the fault of a cut line is told
            case UNPACKABLE -> faults.add(EventLogText.unpackableAt(file.line()));
            case TOO_LARGE -> faults.add(EventLogText.tooLarge(file.line()));
            case TOO_MANY_FAULTS -> faults.add(EventLogText.tooManyFaults(file.line()));
        }
    }

    @Override
    public boolean event(long line, ProtocolEvent event) {
        boolean isHello = event instanceof Hello;
        if (!hasBegun && !isHello) {
            addFault(line, EventLogText.HELLO_FIRST);
        } else if (hasBegun && isHello) {
            addFault(line, EventLogText.SECOND_HELLO);
        } else if (hasSaidBye) {
            addFault(line, EventLogText.AFTER_BYE);
        }
        hasBegun = true;
        hasSaidBye |= event instanceof Bye;
        if (!references.add(line, event)) {
            addFault(line, EventLogText.TASK_AGAIN);
        }
        return true;
    }

    @Override
    public void fault(long line, InvalidEventException fault) {
        hasBegun = true; // one fault for the first line is enough
        addFault(line, fault.sentence());
    }

    private void addFault(long line, String sentence) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(EventLogText.atLine(line, sentence));
        } else {
            more++;
        }
    }
}
