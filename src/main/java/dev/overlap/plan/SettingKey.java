package dev.overlap.plan;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The settings of a run: what each is called, what it does and how it is read and written. The
 * options of the command line, the keys of lessons, the fields of the state file and the controls
 * of the window are all derived from these.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions of a value are stateless
public enum SettingKey {
    WORKERS(
            "workers",
            "workers",
            Group.MODEL,
            "Workers",
            "auto",
            "How many workers a pool has, "
                    + Settings.DEFAULT_WORKERS
                    + " unless set by default; for a loop and for virtual threads, how many tasks"
                    + " may run at once, any number by default.",
            new SettingValue.Count(
                    Settings.MAX_WORKERS,
                    true,
                    it -> it.workers().orElse(ConnectionSettings.NOT_SET),
                    (it, count) ->
                            it.withWorkers(
                                    count == ConnectionSettings.NOT_SET
                                            ? OptionalInt.empty()
                                            : OptionalInt.of(count)))),

    CONNECTIONS_PER_HOST(
            "connections-per-host",
            "connectionsPerHost",
            Group.NETWORK,
            "Connections per host",
            ConnectionSettings.OWN_LIMIT + ", lab: any",
            "The most connections open to one host at once. By default the lab and this machine"
                    + " have no limit, and other hosts have "
                    + ConnectionSettings.OWN_LIMIT
                    + "; those never get more than "
                    + ConnectionSettings.MAX_TO_OTHERS
                    + ".",
            new SettingValue.Count(
                    ConnectionSettings.MOST,
                    true,
                    it -> it.connections().perHost(),
                    (it, count) -> it.withConnections(it.connections().withPerHost(count)))),

    CONNECTIONS(
            "connections",
            "connections",
            Group.NETWORK,
            "Connections in total",
            "any number",
            "The most connections open at once, to all hosts together. By default there is no"
                    + " limit.",
            new SettingValue.Count(
                    ConnectionSettings.MOST,
                    true,
                    it -> it.connections().total(),
                    (it, count) -> it.withConnections(it.connections().withTotal(count)))),

    WARM(
            "warm",
            "warm",
            Group.NETWORK,
            "Connections",
            "",
            "Warm: open connections before the run, for its tasks to reuse. Cold (the default): the"
                    + " tasks open their own.",
            new SettingValue.Flag(
                    "Cold",
                    "Warm",
                    it -> it.connections().warm(),
                    (it, on) -> it.withConnections(it.connections().withWarm(on)))),

    TIMEOUT(
            "timeout",
            "timeout",
            Group.NETWORK,
            "Timeout",
            DurationParser.write(Settings.DEFAULT_TIMEOUT),
            "How long one task may take, counted from its worker's first step, such as 400ms, 2.5s"
                    + " or 1min.",
            new SettingValue.Time(Settings::timeout, Settings::withTimeout)),

    REPEAT(
            "repeat",
            "repeat",
            Group.NETWORK,
            "Repeat list",
            "1",
            "How often a run goes through the whole list.",
            new SettingValue.Count(
                    Settings.MAX_REPEATS, false, Settings::repeat, Settings::withRepeat)),

    TRUST_SYSTEM(
            "trust-system",
            "trustSystem",
            Group.NETWORK,
            "Trust the system's certificates",
            "",
            "Also trust the certificates that the operating system trusts, besides Java's own."
                + " Needed where the network inspects TLS, as in many schools. Names and dates are"
                + " verified all the same.",
            new SettingValue.Flag(
                    "",
                    "",
                    it -> it.connections().trustSystem(),
                    (it, on) -> it.withConnections(it.connections().withTrustSystem(on)))),

    INTERPRETER_LOCK(
            "interpreter-lock",
            "interpreterLock",
            Group.RULES,
            "Simulate CPython's GIL",
            "",
            "Simulate CPython's global interpreter lock (GIL): only one thread of a process"
                + " computes at a time. A thread is asked to release it after 5 ms, and releases it"
                + " while it waits. Each process has its own.",
            new SettingValue.Flag(
                    "",
                    "",
                    it -> it.rules().interpreterLock(),
                    (it, on) -> it.withRules(it.rules().withInterpreterLock(on)))),

    FIRST_FAILURE_CANCELS(
            "first-failure-cancels",
            "firstFailureCancels",
            Group.RULES,
            "First failure cancels the rest",
            "",
            "The first task that fails cancels all others. Otherwise it leaves them alone.",
            new SettingValue.Flag(
                    "",
                    "",
                    it -> it.rules().firstFailureCancels(),
                    (it, on) -> it.withRules(it.rules().withFirstFailureCancels(on)))),

    BREAK_DEADLOCKS(
            "break-deadlocks",
            "breakDeadlocks",
            Group.RULES,
            "Break deadlocks",
            "",
            "The task that closes a deadlock fails at once and gives back what it holds, so that"
                    + " the others go on. Otherwise they all wait until the first of them reaches"
                    + " its timeout.",
            new SettingValue.Flag(
                    "",
                    "",
                    it -> it.rules().breakDeadlocks(),
                    (it, on) -> it.withRules(it.rules().withBreakDeadlocks(on)))),

    COLLECT(
            "collect",
            "collect",
            Group.RULES,
            "Results",
            "",
            "When the program has a result in hand. All at the end (the default): once the last"
                    + " task is done. As completed: as soon as its task is. In order: once its task"
                    + " and all before it in the list are. First wins: only the first of a task"
                    + " that succeeds, which cancels the others.",
            new SettingValue.Choice(
                    Arrays.stream(RunRules.CollectMode.values())
                            .map(it -> new SettingValue.Choice.Option(it.id(), it.label()))
                            .toList(),
                    it -> it.rules().collect().id(),
                    (it, id) -> it.withRules(it.rules().withCollect(RunRules.CollectMode.of(id)))));

    /** The place of a setting in the window. */
    public enum Group {
        /** Next to the model. */
        MODEL,
        NETWORK,
        RULES
    }

    private final String id;
    private final String storedAs;
    private final Group group;
    private final String label;
    private final String prompt;
    private final String help;
    private final SettingValue value;

    SettingKey(
            String id,
            String storedAs,
            Group group,
            String label,
            String prompt,
            String help,
            SettingValue value) {
        this.id = id;
        this.storedAs = storedAs;
        this.group = group;
        this.label = label;
        this.prompt = prompt;
        this.help = help;
        this.value = value;
    }

    /**
     * Returns the name on the command line, after two hyphens, and in lessons; scripts and files
     * depend on it.
     */
    public String id() {
        return id;
    }

    /**
     * Returns the setting with an id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SettingKey of(String id) {
        return Arrays.stream(values())
                .filter(key -> key.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting is called " + id));
    }

    /** Returns the name of the field in the state file, which older and newer versions read. */
    public String storedAs() {
        return storedAs;
    }

    public Group group() {
        return group;
    }

    /** Returns a short label. */
    public String label() {
        return label;
    }

    /** Returns the text that describes the effective value while the field is empty. */
    public String prompt() {
        return prompt;
    }

    /** Returns one or two sentences about what the setting does. */
    public String help() {
        return help;
    }

    public SettingValue value() {
        return value;
    }
}
