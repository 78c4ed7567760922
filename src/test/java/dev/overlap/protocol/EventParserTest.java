package dev.overlap.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.overlap.protocol.ProtocolEvent.Busy;
import dev.overlap.protocol.ProtocolEvent.Bye;
import dev.overlap.protocol.ProtocolEvent.Clock;
import dev.overlap.protocol.ProtocolEvent.Collected;
import dev.overlap.protocol.ProtocolEvent.ExchangeBegin;
import dev.overlap.protocol.ProtocolEvent.ExchangeEnd;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.protocol.ProtocolEvent.How;
import dev.overlap.protocol.ProtocolEvent.Idle;
import dev.overlap.protocol.ProtocolEvent.Note;
import dev.overlap.protocol.ProtocolEvent.PhaseChange;
import dev.overlap.protocol.ProtocolEvent.Slice;
import dev.overlap.protocol.ProtocolEvent.Task;
import dev.overlap.protocol.ProtocolEvent.TaskEnd;
import dev.overlap.protocol.ProtocolEvent.Unknown;
import dev.overlap.protocol.ProtocolEvent.Watermark;
import dev.overlap.protocol.ProtocolEvent.Worker;
import dev.overlap.protocol.ProtocolEvent.WorkerEnd;
import dev.overlap.testkit.InputMutator;
import dev.overlap.text.protocol.EventFaultText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which line is which event, and what is said of a line that is none. */
class EventParserTest {

    /** Apostrophes stand for quotation marks. */
    private static final Map<String, ProtocolEvent> GOOD =
            Map.ofEntries(
                    Map.entry(
                            "{'e':'hello','t':-5,'v':1,'wall':7,'unc':2,'pid':3,'ppid':4,'token':'s',"
                                + "'lang':'python','version':'3.11','argv':['a','b'],"
                                + "'processors':2,'gil':true,'sees':['dns']}",
                            new Hello(
                                    -5,
                                    1,
                                    7,
                                    2,
                                    3,
                                    4,
                                    "s",
                                    "python",
                                    "3.11",
                                    List.of("a", "b"),
                                    2,
                                    true,
                                    List.of("dns"))),
                    Map.entry(
                            "{'e':'hello','t':1,'v':1,'wall':7,'pid':3}",
                            new Hello(1, 1, 7, -1, 3, -1, "", "", "", List.of(), -1, null, null)),
                    Map.entry("{'e':'clock','t':1,'wall':7}", new Clock(1, 7, -1)),
                    Map.entry(
                            "{'e':'worker','t':1,'w':2,'kind':'loop','name':'l','on':3,'tid':9,"
                                    + "'aux':true}",
                            new Worker(1, 2, "loop", "l", 3, 9, true)),
                    Map.entry("{'e':'worker.end','t':1,'w':2,'cpu':8}", new WorkerEnd(1, 2, 8)),
                    Map.entry(
                            "{'e':'task','t':1,'k':2,'name':'n','kind':'job','by':0,'at':'f:1',"
                                    + "'id':'7.1','aux':false,'p':'QUEUED'}",
                            new Task(1, 2, "n", "job", 0, "f:1", "7.1", false, "QUEUED")),
                    Map.entry(
                            "{'e':'phase','t':1,'k':2,'p':'AWAIT','w':3,'on':'gather',"
                                    + "'for':[4,5],'host':'h'}",
                            new PhaseChange(1, 2, "AWAIT", 3, "gather", List.of(4L, 5L), "h")),
                    Map.entry(
                            "{'e':'end','t':1,'k':2,'how':'error','err':'E','say':'no'}",
                            new TaskEnd(1, 2, How.ERROR, "E", "no")),
                    Map.entry("{'e':'busy','t':1,'w':2,'k':3}", new Busy(1, 2, 3, "")),
                    Map.entry("{'e':'idle','t':1,'w':2,'cpu':4}", new Idle(1, 2, 4)),
                    Map.entry(
                            "{'e':'slice','t':1,'w':2,'d':3,'what':'select'}",
                            new Slice(1, 2, 3, -1, -1, "select")),
                    Map.entry(
                            "{'e':'exchange','t':1,'x':2,'k':3,'method':'GET','url':'u','conn':4,"
                                    + "'reused':false}",
                            new ExchangeBegin(1, 2, 3, "GET", "u", "4", false)),
                    Map.entry(
                            "{'e':'exchange.end','t':1,'x':2,'status':200,'bytes':3,"
                                    + "'version':'HTTP/2','sent':1.5,'err':'E','conn':'c',"
                                    + "'reused':true}",
                            new ExchangeEnd(1, 2, 200, 3, "HTTP/2", 1.5, "E", "c", true)),
                    Map.entry(
                            "{'e':'note','t':1,'text':'s','what':'uvloop'}",
                            new Note(1, "s", "uvloop")),
                    Map.entry("{'e':'collected','t':1,'id':'7.2'}", new Collected(1, "7.2")),
                    Map.entry("{'e':'watermark','t':1}", new Watermark(1)),
                    Map.entry("{'e':'bye','t':1,'lost':2,'cpu':3}", new Bye(1, 2, 3)),
                    Map.entry("{'e':'party','t':1,'w':'x'}", new Unknown(1, "party")));

    private static byte[] line(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Arguments> good() {
        return GOOD.entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
    }

    @ParameterizedTest
    @MethodSource("good")
    void anEventIsWhatItsFieldsSay(String text, ProtocolEvent event) throws Exception {
        assertThat(new EventParser().parse(line(text))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("good")
    void fieldsThatAreNotKnownOrNullAreIgnored(String text, ProtocolEvent event) throws Exception {
        String more =
                "{'new':{'a':[1,{'b':null}]}, 'lost\\u0000':[],"
                        + text.substring(1, text.length() - 1)
                        + ", 'z':1e999}\r";

        assertThat(new EventParser().parse(line(more))).isEqualTo(event);
    }

    @Test
    void nullCountsAsMissing() throws Exception {
        assertThat(new EventParser().parse(line("{'e':'busy','t':1.0,'w':2,'k':null,'k':null}")))
                .isEqualTo(new Busy(1, 2, -1, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {'t':1} | e | The line has no field "e".
                    {'e':5,'t':1} | e | The field "e" is not a text.
                    {'e':'end','k':1,'how':'ok'} | t | The event "end" has no field "t".
                    {'e':'end','t':'1','k':1,'how':'ok'} | t | The field "t" of the event "end" is not a whole number.
                    {'e':'end','t':1.5,'k':1,'how':'ok'} | t | The field "t" of the event "end" is not a whole number.
                    {'e':'end','t':99999999999999999999,'k':1,'how':'ok'} | t | The field "t" of the event "end" is not a whole number.
                    {'e':'end','t':1,'k':-1,'how':'ok'} | k | The field "k" of the event "end" is not a whole number, 0 or more.
                    {'e':'end','t':1,'k':null,'how':'ok'} | k | The event "end" has no field "k".
                    {'e':'end','t':1,'k':1,'how':'fine'} | how | The field "how" of the event "end" is none of ok, error and cancelled.
                    {'e':'hello','t':1,'v':0,'wall':1,'pid':1} | v | The field "v" of the event "hello" is not a whole number, 1 or more.
                    {'e':'hello','t':1,'v':1,'wall':1,'pid':1,'sees':['a',1]} | sees | The field "sees" of the event "hello" is not a list of texts.
                    {'e':'hello','t':1,'v':1,'wall':1,'pid':1,'argv':'a'} | argv | The field "argv" of the event "hello" is not a list of texts.
                    {'e':'task','t':1,'k':1,'name':'n','aux':1} | aux | The field "aux" of the event "task" is not true or false.
                    {'e':'phase','t':1,'k':1,'p':'WAIT','for':[1,-1]} | for | The field "for" of the event "phase" is not a list of whole numbers, each 0 or more.
                    {'e':'phase','t':1,'k':1,'p':'WAIT','for':[[1]]} | for | The field "for" of the event "phase" is not a list of whole numbers, each 0 or more.
                    {'e':'exchange.end','t':1,'x':1,'status':1000} | status | The field "status" of the event "exchange.end" is not an HTTP status, 0 to 999.
                    {'e':'exchange.end','t':1,'x':1,'sent':'1'} | sent | The field "sent" of the event "exchange.end" is not a number.
                    {'e':'exchange.end','t':1,'x':1,'conn':true} | conn | The field "conn" of the event "exchange.end" is not a text or a whole number.
                    """)
    void aFaultNamesTheFieldInASentence(String text, String field, String sentence) {
        InvalidEventException fault = fault(line(text));

        assertThat(fault.sentence()).isEqualTo(sentence);
        assertThat(fault.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void aLineThatIsNoObjectSaysWhatItIs(byte[] text, String sentence) {
        InvalidEventException fault = fault(text);

        assertThat(fault.sentence()).isEqualTo(sentence);
        assertThat(fault.field()).isEmpty();
    }

    static Stream<Arguments> noObjects() {
        String deep = "{'a':" + "[".repeat(100) + "]".repeat(100) + "}";
        return Stream.of(
                Arguments.of(line(""), EventFaultText.NO_OBJECT),
                Arguments.of(line("[1]"), EventFaultText.NO_OBJECT),
                Arguments.of(line("{'e':'bye','t':1}}"), EventFaultText.MORE),
                Arguments.of(line("{'e':'bye','t':1} {}"), EventFaultText.MORE),
                Arguments.of(line("{'e':'bye','t':"), EventFaultText.CUT),
                Arguments.of(line("{'e':'by"), EventFaultText.CUT),
                Arguments.of(line("{'e':,'t':1}"), EventFaultText.NO_OBJECT),
                Arguments.of(line("{'e':'bye',"), EventFaultText.CUT),
                Arguments.of(line("{'e':'bye','t':1,'new':NaN}"), EventFaultText.NO_OBJECT),
                Arguments.of(line(deep), EventFaultText.TOO_COMPLEX),
                Arguments.of(line("{'t':" + "9".repeat(100) + "}"), EventFaultText.TOO_COMPLEX),
                Arguments.of(new byte[] {'{', (byte) 0xff, '}'}, EventFaultText.NO_UTF_8),
                Arguments.of(
                        new byte[EventLineReader.MAX_BYTES + 1],
                        EventFaultText.tooLong(EventLineReader.MAX_BYTES)));
    }

    private static InvalidEventException fault(byte[] line) {
        InvalidEventException fault =
                catchThrowableOfType(
                        InvalidEventException.class, () -> new EventParser().parse(line));
        assertThat(fault).isNotNull();
        return fault;
    }

    @Test
    void anyLineIsAnEventOrHasASentence() {
        EventParser parser = new EventParser();
        List<String> lines =
                GOOD.keySet().stream().sorted().map(it -> it.replace('\'', '"')).toList();

        InputMutator.each(
                8_000,
                81,
                lines,
                text -> {
                    try {
                        assertThat(parser.parse(text.getBytes(StandardCharsets.UTF_8)).t())
                                .isBetween(-EventFields.MAX_NANOS, EventFields.MAX_NANOS);
                    } catch (InvalidEventException e) {
                        assertThat(e.sentence()).endsWith(".");
                    }
                });
    }
}
