package dev.overlap.protocol;

import dev.overlap.protocol.ProtocolEvent.Begin;
import dev.overlap.protocol.ProtocolEvent.Busy;
import dev.overlap.protocol.ProtocolEvent.Bye;
import dev.overlap.protocol.ProtocolEvent.Clock;
import dev.overlap.protocol.ProtocolEvent.Collected;
import dev.overlap.protocol.ProtocolEvent.ExchangeBegin;
import dev.overlap.protocol.ProtocolEvent.ExchangeEnd;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.protocol.ProtocolEvent.Idle;
import dev.overlap.protocol.ProtocolEvent.Kill;
import dev.overlap.protocol.ProtocolEvent.Note;
import dev.overlap.protocol.ProtocolEvent.PhaseChange;
import dev.overlap.protocol.ProtocolEvent.Slice;
import dev.overlap.protocol.ProtocolEvent.Task;
import dev.overlap.protocol.ProtocolEvent.TaskEnd;
import dev.overlap.protocol.ProtocolEvent.Unknown;
import dev.overlap.protocol.ProtocolEvent.Watermark;
import dev.overlap.protocol.ProtocolEvent.Worker;
import dev.overlap.protocol.ProtocolEvent.WorkerEnd;

import java.util.List;
import java.util.Objects;

/**
 * Reads lines as events. Unknown events are told as such and unknown fields are ignored, so that
 * emitters may be newer than this reader. The effort is proportional to the length of the line.
 *
 * <p>Threads: one at a time, each stream with a parser of its own.
 */
public final class EventParser {

    private final LineParser lines = new LineParser();
    private final EventFields fields = lines.fields();

    /**
     * Reads a line.
     *
     * @param line UTF-8, without its end; at most {@link EventLineReader#MAX_BYTES} long
     * @throws InvalidEventException with a sentence, if it is no event
     */
    public ProtocolEvent parse(byte[] line) throws InvalidEventException {
        lines.read(line);
        String name = fields.text("e");
        fields.setEvent(name);
        return switch (name) {
            case "hello" -> hello();
            case "clock" -> new Clock(t(), fields.count("wall"), uncertainty());
            case "worker" -> worker();
            case "worker.end" -> new WorkerEnd(t(), fields.id("w"), cpu());
            case "task" -> task();
            case "phase" -> phase();
            case "end" ->
                    new TaskEnd(
                            t(),
                            fields.id("k"),
                            fields.how("how"),
                            fields.textIfAny("err"),
                            fields.textIfAny("say"));
            default -> other(name);
        };
    }

    private ProtocolEvent other(String name) throws InvalidEventException {
        return switch (name) {
            case "begin" -> new Begin(t());
            case "busy" ->
                    new Busy(t(), fields.id("w"), fields.idIfAny("k"), fields.textIfAny("what"));
            case "idle" -> new Idle(t(), fields.id("w"), cpu());
            case "slice" ->
                    new Slice(
                            t(),
                            fields.id("w"),
                            fields.count("d"),
                            fields.idIfAny("k"),
                            cpu(),
                            fields.textIfAny("what"));
            case "exchange" -> exchange();
            case "exchange.end" -> exchangeEnd();
            case "note" -> new Note(t(), fields.text("text"), fields.textIfAny("what"));
            case "collected" -> new Collected(t(), fields.text("id"));
            case "kill" -> new Kill(t(), fields.id("pid"));
            case "watermark" -> new Watermark(t());
            case "bye" -> new Bye(t(), fields.countIfAny("lost"), cpu());
            default -> new Unknown(t(), name);
        };
    }

    private long t() throws InvalidEventException {
        return fields.number("t");
    }

    private long cpu() throws InvalidEventException {
        return fields.countIfAny("cpu");
    }

    private long uncertainty() throws InvalidEventException {
        return fields.countIfAny("unc");
    }

    private Hello hello() throws InvalidEventException {
        return new Hello(
                t(),
                fields.positive("v"),
                fields.count("wall"),
                uncertainty(),
                fields.id("pid"),
                fields.idIfAny("ppid"),
                fields.textIfAny("token"),
                fields.textIfAny("lang"),
                fields.textIfAny("version"),
                Objects.requireNonNullElse(fields.textsIfAny("argv"), List.of()),
                fields.positiveIfAny("processors"),
                fields.truthIfAny("gil"),
                fields.textsIfAny("sees"));
    }

    private Worker worker() throws InvalidEventException {
        return new Worker(
                t(),
                fields.id("w"),
                fields.text("kind"),
                fields.text("name"),
                fields.idIfAny("on"),
                fields.countIfAny("tid"),
                fields.is("aux"));
    }

    private Task task() throws InvalidEventException {
        return new Task(
                t(),
                fields.id("k"),
                fields.text("name"),
                fields.textIfAny("kind"),
                fields.idIfAny("by"),
                fields.textIfAny("at"),
                fields.textIfAny("id"),
                fields.is("aux"),
                fields.textIfAny("p"));
    }

    private PhaseChange phase() throws InvalidEventException {
        return new PhaseChange(
                t(),
                fields.id("k"),
                fields.text("p"),
                fields.idIfAny("w"),
                fields.textIfAny("on"),
                fields.idsIfAny("for"),
                fields.textIfAny("host"));
    }

    private ExchangeBegin exchange() throws InvalidEventException {
        return new ExchangeBegin(
                t(),
                fields.id("x"),
                fields.id("k"),
                fields.text("method"),
                fields.text("url"),
                fields.nameIfAny("conn"),
                fields.truthIfAny("reused"));
    }

    private ExchangeEnd exchangeEnd() throws InvalidEventException {
        return new ExchangeEnd(
                t(),
                fields.id("x"),
                fields.statusIfAny("status"),
                fields.countIfAny("bytes"),
                fields.textIfAny("version"),
                fields.decimalIfAny("sent"),
                fields.textIfAny("err"),
                fields.nameIfAny("conn"),
                fields.truthIfAny("reused"));
    }
}
