package dev.overlap.session.log;

import java.util.Set;

/** The fields of events; {@link EventName} says which event has which. */
final class FieldName {

    static final String EVENT = "e";
    static final String INSTANT = "t";

    static final String TASK = "k";
    static final String WORKER = "w";
    static final String RESOURCE = "r";
    static final String EXCHANGE = "x";
    static final String CONNECTION = "c";
    static final String USE = "u";
    static final String INDEX = "i";
    static final String NUMBER = "n";
    static final String STEP = "s";
    static final String PHASE = "p";
    static final String DURATION = "d";

    static final String VERSION = "v";
    static final String WALL = "wall";
    static final String PROGRAM = "program";
    static final String SYSTEM = "system";
    static final String JAVA = "java";
    static final String PROCESSORS = "processors";
    static final String RUNS = "runs";
    static final String ORDER = "order";
    static final String FINISHED = "finished";
    static final String MODEL = "model";
    static final String NANOS = "nanos";
    static final String NAME = "name";
    static final String SAME = "same";
    static final String LINE = "line";
    static final String MORE = "more";
    static final String AS = "as";
    static final String VALUE = "value";
    static final String PLAN = "plan";
    static final String CPU = "cpu";
    static final String LEFT_OUT = "left_out";
    static final String LIVE = "live";
    static final String GUESS = "guess";
    static final String SPEED_UP = "speed_up";
    static final String KIND = "kind";
    static final String PLACES = "places";
    static final String TASKS = "tasks";
    static final String INSTEAD = "instead";
    static final String FORCED = "forced";
    static final String THREAD = "tid";
    static final String ON = "on";
    static final String FIRST_CARRIER = "carrier";
    static final String LAST_CARRIER = "to";
    static final String HOW = "how";
    static final String ERROR = "err";
    static final String SENTENCE = "say";
    static final String STATUS = "status";
    static final String BYTES = "bytes";
    static final String HOST = "host";
    static final String MOST = "most";
    static final String ORIGIN = "origin";
    static final String TOTAL = "total";
    static final String URL = "url";
    static final String IDENTITY = "conn";
    static final String REUSED = "reused";
    static final String HTTP_VERSION = "version";
    static final String SENT = "sent";
    static final String DECLARED = "declared";
    static final String ADDRESS = "address";
    static final String PURPOSE = "for";
    static final String AHEAD = "ahead";
    static final String HELD = "held";
    static final String ITEMS = "items";
    static final String SOURCE = "at";
    static final String WHAT = "what";
    static final String TEXT = "text";

    /** All of them; others were written by a newer version. */
    static final Set<String> KNOWN =
            Set.of(
                    EVENT,
                    INSTANT,
                    TASK,
                    WORKER,
                    RESOURCE,
                    EXCHANGE,
                    CONNECTION,
                    USE,
                    INDEX,
                    NUMBER,
                    STEP,
                    PHASE,
                    DURATION,
                    VERSION,
                    WALL,
                    PROGRAM,
                    SYSTEM,
                    JAVA,
                    PROCESSORS,
                    RUNS,
                    ORDER,
                    FINISHED,
                    MODEL,
                    NANOS,
                    NAME,
                    SAME,
                    LINE,
                    MORE,
                    AS,
                    VALUE,
                    PLAN,
                    CPU,
                    LEFT_OUT,
                    LIVE,
                    GUESS,
                    SPEED_UP,
                    KIND,
                    PLACES,
                    TASKS,
                    INSTEAD,
                    FORCED,
                    THREAD,
                    ON,
                    FIRST_CARRIER,
                    LAST_CARRIER,
                    HOW,
                    ERROR,
                    SENTENCE,
                    STATUS,
                    BYTES,
                    HOST,
                    MOST,
                    ORIGIN,
                    TOTAL,
                    URL,
                    IDENTITY,
                    REUSED,
                    HTTP_VERSION,
                    SENT,
                    DECLARED,
                    ADDRESS,
                    PURPOSE,
                    AHEAD,
                    HELD,
                    ITEMS,
                    SOURCE,
                    WHAT,
                    TEXT);

    private FieldName() {}
}
