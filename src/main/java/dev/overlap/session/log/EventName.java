package dev.overlap.session.log;

/**
 * The events of a log. Each is a JSON object on a line of its own, with its name in {@code e} and
 * its instant in {@code t}: integer nanoseconds since time zero of its run.
 *
 * <table>
 * <caption>Events of the whole file</caption>
 * <tr><th>event</th><th>fields</th></tr>
 * <tr><td>{@code hello}</td><td>{@code v}: version of the format; {@code wall}: when the run or
 *     comparison began, in Unix nanoseconds; {@code program}, {@code system}, {@code java}, {@code
 *     processors}. Always the first line</td></tr>
 * <tr><td>{@code comparison}</td><td>{@code runs}: of each variant; {@code order}; {@code
 *     finished}</td></tr>
 * <tr><td>{@code guess}</td><td>{@code model}, {@code nanos}</td></tr>
 * <tr><td>{@code plan}</td><td>{@code model}, {@code name} of the model or variant; {@code same} if
 *     its list is that of the plan before. Each plan of a comparison is a variant</td></tr>
 * <tr><td>{@code site}</td><td>{@code line}: a line of the list, without user names and passwords;
 *     {@code as}: what it means, if leaving them out has changed that. {@code more}: the text goes
 *     on</td></tr>
 * <tr><td>{@code setting}</td><td>{@code name} as on the command line, {@code value}</td></tr>
 * <tr><td>{@code bye}</td><td>Always the last line: the file is whole</td></tr>
 * </table>
 *
 * <table>
 * <caption>Events of a run</caption>
 * <tr><th>event</th><th>fields</th></tr>
 * <tr><td>{@code run}</td><td>{@code plan}: its index; {@code processors}; {@code cpu} and {@code
 *     left_out}: figures of a measurement; {@code guess}, {@code speed_up}</td></tr>
 * <tr><td>{@code task}</td><td>{@code k}, {@code name}; {@code p}: the phase that it is
 *     in; {@code at}: where a watched program has it, as file:line</td></tr>
 * <tr><td>{@code resource}</td><td>{@code r}, {@code kind}, {@code name}, {@code
 *     places}</td></tr>
 * <tr><td>{@code note}</td><td>{@code text}: what an emitter told of its own limits</td></tr>
 * <tr><td>{@code limit}</td><td>{@code tasks}: no more are dispatched at once</td></tr>
 * <tr><td>{@code collects}</td><td>{@code how}: when the program collects results, unless all at
 *     the end</td></tr>
 * <tr><td>{@code begin}</td><td>Time zero has passed</td></tr>
 * <tr><td>{@code helper}</td><td>{@code name}</td></tr>
 * <tr><td>{@code worker}</td><td>{@code w}, {@code kind}, {@code name}</td></tr>
 * <tr><td>{@code worker.start}, {@code worker.ready}</td><td>{@code w}; {@code instead}: the dead
 *     one that it replaces</td></tr>
 * <tr><td>{@code worker.end}</td><td>{@code w}, {@code cpu}, {@code forced}: how often it was
 *     preempted</td></tr>
 * <tr><td>{@code busy}, {@code slice}</td><td>{@code w}, {@code k}, {@code tid} unless it is that of
 *     the slice before; {@code carrier}, {@code to}: the first and the last one; a slice has {@code d}, its
 *     duration</td></tr>
 * <tr><td>{@code phase}</td><td>{@code k}, {@code p}; {@code w}: the worker of the task; {@code on}
 *     {@code gil}; {@code what}, {@code tasks}: what it waits for</td></tr>
 * <tr><td>{@code dispatch}, {@code release}, {@code cpu}</td><td>{@code k}; {@code w}; {@code
 *     cpu}: of a task that had not ended</td></tr>
 * <tr><td>{@code end}</td><td>{@code k}; {@code how}: ok, error or cancelled; {@code as}, {@code
 *     status}, {@code bytes}; {@code err}, {@code say}; {@code cpu}, {@code w}</td></tr>
 * <tr><td>{@code collected}</td><td>{@code k}: the program has its result in hand</td></tr>
 * <tr><td>{@code lease}</td><td>{@code k}, {@code host}, {@code most}, {@code origin}, {@code
 *     total}</td></tr>
 * <tr><td>{@code exchange}</td><td>{@code k}, {@code x}, {@code url}, {@code conn}, {@code
 *     reused}</td></tr>
 * <tr><td>{@code exchange.end}</td><td>{@code k}, {@code x}, {@code status}, {@code bytes}, {@code
 *     version}, {@code sent}, {@code declared}</td></tr>
 * <tr><td>{@code attempt}, {@code attempt.end}</td><td>{@code k}, {@code x}, {@code n}, {@code
 *     address}; {@code i}: its index, {@code how}, {@code err}</td></tr>
 * <tr><td>{@code step}, {@code step.end}</td><td>{@code k}, {@code s}; {@code i}: its
 *     index</td></tr>
 * <tr><td>{@code connection}</td><td>{@code conn}, {@code host}</td></tr>
 * <tr><td>{@code use}</td><td>{@code c}: index of the connection; {@code k}, {@code x}; {@code s}:
 *     the segment in which it begins</td></tr>
 * <tr><td>{@code ask}, {@code grant}, {@code give}</td><td>{@code r}, {@code k}, {@code for}, {@code
 *     ahead}, {@code held}; {@code u}: index of the use</td></tr>
 * <tr><td>{@code level}</td><td>{@code r}, {@code items}</td></tr>
 * <tr><td>{@code read}, {@code write}</td><td>{@code r}, {@code k}, {@code value}</td></tr>
 * <tr><td>{@code accesses}</td><td>{@code r}: it had more of these than were kept</td></tr>
 * <tr><td>{@code count}</td><td>{@code r}, {@code w}, {@code n}, {@code value}</td></tr>
 * <tr><td>{@code deadlock}, {@code stuck}</td><td>{@code n}: how many are stuck; {@code k}, {@code
 *     r}, {@code for}, {@code held}</td></tr>
 * <tr><td>{@code run.end}</td><td>{@code finished}; its instant is the end of what is
 *     known</td></tr>
 * </table>
 */
final class EventName {

    static final String HELLO = "hello";
    static final String COMPARISON = "comparison";
    static final String GUESS = "guess";
    static final String PLAN = "plan";
    static final String SITE = "site";
    static final String SETTING = "setting";
    static final String BYE = "bye";

    static final String RUN = "run";
    static final String TASK = "task";
    static final String RESOURCE = "resource";
    static final String NOTE = "note";
    static final String LIMIT = "limit";
    static final String COLLECTS = "collects";
    static final String BEGIN = "begin";
    static final String HELPER = "helper";
    static final String RUN_END = "run.end";

    static final String WORKER = "worker";
    static final String WORKER_START = "worker.start";
    static final String WORKER_READY = "worker.ready";
    static final String WORKER_END = "worker.end";
    static final String BUSY = "busy";
    static final String SLICE = "slice";

    static final String PHASE = "phase";
    static final String DISPATCH = "dispatch";
    static final String RELEASE = "release";
    static final String CPU = "cpu";
    static final String END = "end";
    static final String COLLECTED = "collected";
    static final String LEASE = "lease";
    static final String EXCHANGE = "exchange";
    static final String EXCHANGE_END = "exchange.end";
    static final String ATTEMPT = "attempt";
    static final String ATTEMPT_END = "attempt.end";
    static final String STEP = "step";
    static final String STEP_END = "step.end";
    static final String CONNECTION = "connection";
    static final String USE = "use";

    static final String ASK = "ask";
    static final String GRANT = "grant";
    static final String GIVE = "give";
    static final String LEVEL = "level";
    static final String READ = "read";
    static final String WRITE = "write";
    static final String ACCESSES = "accesses";
    static final String COUNT = "count";
    static final String DEADLOCK = "deadlock";
    static final String STUCK = "stuck";

    private EventName() {}
}
