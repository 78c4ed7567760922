package dev.overlap;

import static dev.overlap.ProductionClasses.ROOT;

import java.util.List;

/**
 * The packages, the packages and modules that each may use, and the reason. Every package may use
 * {@code java.base} and the annotations of JSpecify in addition; {@code *} at the end of a module
 * name matches any rest.
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that do not change
enum PackageRule {
    PLAN_ADDRESS(
            "plan.address",
            uses(),
            outside("okhttp3"), // its HttpUrl alone: what a URL means is for browsers to say
            "what an address means does not depend on who requests it"),
    PLAN(
            "plan",
            uses(PLAN_ADDRESS),
            outside(),
            "a plan is pure data, read and tested without a toolkit"),
    PLAN_REPAIR(
            "plan.repair",
            uses(PLAN, PLAN_ADDRESS),
            outside(),
            "what a pasted line was meant to be is tested in milliseconds"),
    PROXY(
            "proxy",
            uses(PLAN, PLAN_ADDRESS),
            outside(),
            "which proxies other programs use is read from settings; nothing here connects"),
    TRACE("trace", uses(), outside(), "what happened is told without knowing who did it"),
    HTTPCORE(
            "httpcore",
            uses(),
            outside("org.apache.httpcomponents.core5.*"),
            "what the lab and the clients both lack in a library is written once, below both"),
    LAB(
            "lab",
            uses(HTTPCORE),
            outside("org.apache.httpcomponents.core5.*"),
            "a server that knew its clients could flatter them"),
    STORAGE(
            "storage",
            uses(),
            outside("org.slf4j"),
            "a file is saved in one careful way, whatever is in it and whoever saves it"),
    TRACE_WAITS(
            "trace.waits",
            uses(TRACE),
            outside(),
            "why a task waited is read off the trace, and never written"),
    TRACE_METRICS(
            "trace.metrics",
            uses(TRACE),
            outside(),
            "a figure is computed from the trace alone, so that it can be computed again"),
    PERSISTENCE(
            "persistence",
            uses(PLAN, STORAGE),
            outside("tools.jackson.*", "org.slf4j"),
            "what is kept is read and written without a window, and tested by killing it"),
    CONCURRENCY(
            "concurrency",
            uses(PLAN, TRACE),
            outside(),
            "a model hands out tasks and cannot know how"),
    COMPARISON(
            "comparison",
            uses(PLAN, TRACE, TRACE_METRICS, CONCURRENCY),
            outside(),
            "what runs say beside each other is arithmetic, whoever ran them"),
    COMPARISON_FORECAST(
            "comparison.forecast",
            uses(PLAN, PLAN_ADDRESS, TRACE, CONCURRENCY, COMPARISON),
            outside(),
            "how long runs will take is arithmetic on what is known of them before"),
    TEXT(
            "text",
            uses(PLAN, TRACE, TRACE_METRICS, TRACE_WAITS),
            outside(),
            "what people read is worded once, for windows, pictures and the command line"),
    TEXT_GLOSSARY(
            "text.glossary",
            uses(TRACE),
            outside(),
            "a term has one explanation, wherever it is met"),
    TEXT_TABLE(
            "text.table",
            uses(TRACE, TEXT),
            outside(),
            "what a screen reader says of a row is what is copied of it"),
    TEXT_MEASURE(
            "text.measure",
            uses(TRACE, TRACE_METRICS, TEXT),
            outside(),
            "what is measured is worded once, for the window, screen readers and the clipboard"),
    TEXT_RUN(
            "text.run",
            uses(TRACE, TRACE_METRICS, TEXT),
            outside(),
            "a run is named in the same words over its chart and on its picture"),
    TEXT_COMPARISON(
            "text.comparison",
            uses(PLAN, TRACE, COMPARISON, COMPARISON_FORECAST, TEXT, TEXT_RUN),
            outside(),
            "runs are compared in the same words everywhere"),
    TEXT_ROWS(
            "text.rows",
            uses(TRACE, TRACE_WAITS, TEXT),
            outside(),
            "what is said of rows is the same in menus, pictures and for screen readers"),
    TEXT_SITES(
            "text.sites",
            uses(PLAN, PLAN_REPAIR, TEXT),
            outside(),
            "a repair is worded alike in the list, above it and on the command line"),
    TEXT_INTERCHANGE(
            "text.interchange",
            uses(PLAN, TEXT),
            outside(),
            "what a format cannot hold is said in the same words when it is written and read"),
    LESSON(
            "lesson",
            uses(PLAN, PLAN_REPAIR, CONCURRENCY),
            outside("org.snakeyaml.engine"),
            "a lesson is a file: read and checked without running it"),
    SNIPPET(
            "snippet",
            uses(PLAN, PLAN_ADDRESS, TRACE, CONCURRENCY),
            outside(),
            "a program that is shown is text, and knows no window"),
    ENGINE_TRUST(
            "engine.trust",
            uses(),
            outside(),
            "what an operating system trusts is read without knowing who asks"),
    ENGINE_TASK(
            "engine.task",
            uses(PLAN, TRACE),
            outside("org.slf4j"),
            "how a task is stopped and ends does not depend on what it does"),
    ENGINE_CPU(
            "engine.cpu",
            uses(PLAN, TRACE, TRACE_METRICS, ENGINE_TASK),
            outside("java.management", "jdk.management"),
            "a computation knows no network"),
    ENGINE_REQUEST(
            "engine.request",
            uses(PLAN, PLAN_ADDRESS, PROXY, TRACE, ENGINE_TASK),
            outside("org.apache.httpcomponents.*"),
            "what to ask for next, and what a failure is called, is the same for both clients"),
    ENGINE_CONNECT(
            "engine.connect",
            uses(TRACE, ENGINE_TASK, ENGINE_REQUEST),
            outside("org.apache.httpcomponents.core5.*", "org.slf4j"),
            "addresses are tried alike whichever client opens the sockets"),
    ENGINE_HTTP(
            "engine.http",
            uses(
                    PLAN,
                    PLAN_ADDRESS,
                    PROXY,
                    TRACE,
                    TRACE_METRICS,
                    HTTPCORE,
                    ENGINE_TRUST,
                    ENGINE_TASK,
                    ENGINE_CPU,
                    ENGINE_REQUEST,
                    ENGINE_CONNECT),
            outside("org.apache.httpcomponents.*", "org.slf4j"),
            "what a library shows of a phase is understood in one place only"),
    ENGINE_RESOURCE(
            "engine.resource",
            uses(PLAN, TRACE, ENGINE_TASK),
            outside(),
            "who has a lock and who waits for it is one table, whatever the model"),
    ENGINE_STEP(
            "engine.step",
            uses(
                    PLAN,
                    TRACE,
                    ENGINE_TASK,
                    ENGINE_CPU,
                    ENGINE_REQUEST,
                    ENGINE_HTTP,
                    ENGINE_RESOURCE),
            outside(),
            "steps follow one another alike, whatever each of them does"),
    ENGINE_PROCESS(
            "engine.process",
            uses(PLAN, TRACE, CONCURRENCY, ENGINE_TASK, ENGINE_REQUEST, ENGINE_RESOURCE),
            outside("org.apache.httpcomponents.core5.*", "org.slf4j"),
            "the parent's side of worker processes sends messages, and runs nothing itself"),
    ENGINE(
            "engine",
            uses(
                    PLAN,
                    PLAN_ADDRESS,
                    TRACE,
                    TRACE_METRICS,
                    CONCURRENCY,
                    ENGINE_TASK,
                    ENGINE_CPU,
                    ENGINE_REQUEST,
                    ENGINE_HTTP,
                    ENGINE_RESOURCE,
                    ENGINE_STEP,
                    ENGINE_PROCESS),
            outside(
                    "org.apache.httpcomponents.core5.*",
                    "org.slf4j",
                    "jdk.management",
                    "java.management"),
            "the engine is driven by windows and command lines, and knows neither"),
    RUNTIME(
            "runtime",
            uses(
                    PLAN,
                    PLAN_REPAIR,
                    LAB,
                    CONCURRENCY,
                    ENGINE_TASK,
                    ENGINE_REQUEST,
                    ENGINE_HTTP,
                    ENGINE),
            outside(),
            "the lab and the engine do not know each other; windows and command lines wire them"
                    + " in the same way"),
    RENDER("render", uses(TRACE, TEXT), outside(), "drawing without a toolkit is tested fast"),
    RENDER_RESOURCE(
            "render.resource",
            uses(TRACE, TRACE_METRICS, TEXT, TEXT_GLOSSARY, RENDER),
            outside(),
            "geometry without a toolkit is tested in milliseconds"),
    RENDER_ROWS(
            "render.rows",
            uses(TRACE, TEXT_ROWS, RENDER),
            outside(),
            "which row a task is in is said in one place, which knows no toolkit"),
    RENDER_LINKS(
            "render.links",
            uses(TRACE, TRACE_WAITS, TEXT_ROWS, RENDER, RENDER_RESOURCE, RENDER_ROWS),
            outside(),
            "arrows are drawn alike on a screen, in a picture and in a test"),
    RENDER_TIMELINE(
            "render.timeline",
            uses(
                    TRACE,
                    TRACE_METRICS,
                    TEXT,
                    TEXT_COMPARISON,
                    TEXT_GLOSSARY,
                    TEXT_ROWS,
                    RENDER,
                    RENDER_RESOURCE,
                    RENDER_ROWS,
                    RENDER_LINKS),
            outside(),
            "geometry without a toolkit is tested in milliseconds"),
    RENDER_OVERVIEW(
            "render.overview",
            uses(TEXT, RENDER),
            outside(),
            "geometry without a toolkit is tested in milliseconds"),
    RENDER_COMPARISON(
            "render.comparison",
            uses(PLAN, TRACE, TRACE_METRICS, COMPARISON, TEXT, TEXT_COMPARISON, RENDER),
            outside(),
            "geometry without a toolkit is tested in milliseconds"),
    CHART_BACKGROUND(
            "chart.background",
            uses(TRACE, TRACE_WAITS, RENDER_ROWS, RENDER_LINKS, RENDER_TIMELINE),
            outside("org.slf4j"),
            "what takes long is computed without knowing what is drawn with it"),
    CHART(
            "chart",
            uses(
                    PLAN,
                    TRACE,
                    TRACE_METRICS,
                    COMPARISON,
                    TEXT,
                    TEXT_COMPARISON,
                    TEXT_MEASURE,
                    TEXT_ROWS,
                    RENDER,
                    RENDER_ROWS,
                    RENDER_TIMELINE,
                    RENDER_OVERVIEW,
                    RENDER_COMPARISON,
                    CHART_BACKGROUND),
            outside("javafx.*", "org.slf4j"),
            "the control shows any trace, whoever recorded it"),
    REPORT(
            "report",
            uses(
                    PLAN,
                    TRACE,
                    TRACE_METRICS,
                    COMPARISON,
                    TEXT,
                    TEXT_RUN,
                    TEXT_COMPARISON,
                    RENDER,
                    RENDER_ROWS,
                    RENDER_TIMELINE),
            outside(),
            "what is written to files is the same for all formats"),
    REPORT_SLIDE(
            "report.slide",
            uses(
                    PLAN,
                    TRACE,
                    TRACE_METRICS,
                    COMPARISON,
                    TEXT,
                    TEXT_RUN,
                    TEXT_COMPARISON,
                    RENDER,
                    RENDER_ROWS,
                    RENDER_TIMELINE,
                    RENDER_COMPARISON,
                    REPORT),
            outside("java.desktop"),
            "pictures of all formats show the same, and are drawn where there is no JavaFX"),
    EXPORT_SVG(
            "export.svg",
            uses(RENDER, REPORT, REPORT_SLIDE),
            outside(),
            "a format knows what it is given and what it writes, and no other format"),
    EXPORT_PDF(
            "export.pdf",
            uses(RENDER, REPORT, REPORT_SLIDE),
            outside("org.apache.pdfbox*", "org.apache.fontbox"),
            "a format knows what it is given and what it writes, and no other format"),
    SESSION(
            "session",
            uses(PLAN, TRACE, COMPARISON),
            outside(),
            "a file is read and written without knowing who shows or draws it"),
    TEXT_HISTORY(
            "text.history",
            uses(PLAN, TRACE, COMPARISON, TEXT, TEXT_COMPARISON, TEXT_RUN),
            outside(),
            "what is kept is named alike wherever it is listed"),
    SESSION_HISTORY(
            "session.history",
            uses(TRACE, STORAGE, COMPARISON, SESSION, TEXT_HISTORY),
            outside("tools.jackson.*", "org.slf4j"),
            "what is kept is written and read without a window, and tested by killing it"),
    FOREIGN(
            "foreign",
            uses(),
            outside("tools.jackson.*"),
            "a file of another program may be huge, cut or hostile: that is met in one place"),
    FOREIGN_HAR(
            "foreign.har",
            uses(PLAN, TRACE, SESSION, TEXT_INTERCHANGE, FOREIGN),
            outside("tools.jackson.*"),
            "an archive is read without a window, and nothing is run by it"),
    FOREIGN_CHROMETRACE(
            "foreign.chrometrace",
            uses(PLAN, TRACE, SESSION, TEXT_INTERCHANGE, FOREIGN),
            outside("tools.jackson.*"),
            "events are read without a window, and nothing is run by them"),
    EXPORT_HAR(
            "export.har",
            uses(PLAN, PLAN_ADDRESS, TRACE, COMPARISON, SESSION, TEXT_INTERCHANGE, REPORT),
            outside("tools.jackson.*"),
            "what browsers read is written without what other formats need"),
    EXPORT_CHROMETRACE(
            "export.chrometrace",
            uses(TRACE, TRACE_METRICS, COMPARISON, SESSION, TEXT_INTERCHANGE, REPORT),
            outside("tools.jackson.*"),
            "what Perfetto reads is written without what other formats need"),
    EXPORT_HTML(
            "export.html",
            uses(
                    PLAN,
                    TRACE,
                    TRACE_METRICS,
                    COMPARISON,
                    TEXT,
                    TEXT_COMPARISON,
                    TEXT_GLOSSARY,
                    TEXT_RUN,
                    RENDER,
                    RENDER_TIMELINE,
                    RENDER_COMPARISON,
                    REPORT,
                    REPORT_SLIDE),
            outside("tools.jackson.*"),
            "a page shows what the window shows, and is written where there is no JavaFX"),
    TEXT_SESSION(
            "text.session",
            uses(TRACE, COMPARISON, SESSION, TEXT),
            outside(),
            "what is wrong with a file is said alike by the window and the command line"),
    SESSION_LOG(
            "session.log",
            uses(PLAN, TRACE, TRACE_METRICS, COMPARISON, SESSION, TEXT_SESSION),
            outside("tools.jackson.*"),
            "one writer and one reader know the form of the events"),
    SESSION_FILE(
            "session.file",
            uses(SESSION, SESSION_LOG, FOREIGN_HAR, FOREIGN_CHROMETRACE, TEXT_SESSION),
            outside(),
            "what a file is is told by its first bytes, alike for the window and the command line"),
    EXPORT_SESSION(
            "export.session",
            uses(REPORT, SESSION, SESSION_LOG),
            outside(),
            "a format is a class that the list of formats names"),
    EXPORT(
            "export",
            uses(
                    PLAN,
                    TRACE,
                    TRACE_METRICS,
                    STORAGE,
                    COMPARISON,
                    TEXT_COMPARISON,
                    RENDER,
                    REPORT,
                    REPORT_SLIDE,
                    EXPORT_SVG,
                    EXPORT_PDF,
                    EXPORT_HAR,
                    EXPORT_CHROMETRACE,
                    EXPORT_HTML,
                    EXPORT_SESSION),
            outside("java.desktop", "de.siegmar.fastcsv", "tools.jackson.*"),
            "files are written from the command line too, where there is no JavaFX"),
    CLI_OPTIONS(
            "cli.options",
            uses(PLAN, CONCURRENCY, COMPARISON, RENDER, REPORT),
            outside("info.picocli"),
            "a word of the command line is read alike by every command"),
    CLI_REPORT(
            "cli.report",
            uses(
                    PLAN,
                    TRACE,
                    TRACE_METRICS,
                    COMPARISON,
                    TEXT,
                    TEXT_RUN,
                    TEXT_COMPARISON,
                    REPORT,
                    EXPORT),
            outside(),
            "results are printed alike by every command"),
    CLI(
            "cli",
            uses(
                    PLAN,
                    PLAN_REPAIR,
                    PROXY,
                    TRACE,
                    LAB,
                    CONCURRENCY,
                    COMPARISON,
                    TEXT,
                    TEXT_SITES,
                    TEXT_SESSION,
                    LESSON,
                    SESSION,
                    SESSION_FILE,
                    ENGINE_TASK,
                    RUNTIME,
                    RENDER,
                    REPORT,
                    EXPORT,
                    EXPORT_SESSION,
                    CLI_OPTIONS,
                    CLI_REPORT),
            outside("info.picocli", "org.slf4j"),
            "the command line works where no display is"),
    UI_CONTROLS(
            "ui.controls",
            uses(TEXT),
            outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
            "a small control knows nothing of runs"),
    UI_GUESS(
            "ui.guess",
            uses(CONCURRENCY, COMPARISON, TEXT, UI_CONTROLS),
            outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
            "a guess is typed in the same way wherever it is asked for"),
    UI_EXPORT(
            "ui.export",
            uses(TEXT, RENDER, REPORT, EXPORT, UI_CONTROLS),
            outside("javafx.*", "org.slf4j"),
            "runs and comparisons leave the window in the same way"),
    UI_SITES(
            "ui.sites",
            uses(PLAN, PLAN_REPAIR, STORAGE, TEXT, TEXT_SITES, UI_CONTROLS),
            outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
            "the list is edited whether or not anything runs"),
    UI_SETTINGS(
            "ui.settings",
            uses(PLAN, CONCURRENCY, TEXT, UI_CONTROLS),
            outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
            "settings are edited whether or not anything runs"),
    UI_REPLAY(
            "ui.replay",
            uses(TRACE, TEXT, RENDER, CHART_BACKGROUND, UI_CONTROLS),
            outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
            "a replay needs a trace, and a range of its time"),
    UI_PALETTE(
            "ui.palette",
            uses(TEXT, UI_CONTROLS),
            outside("javafx.*"),
            "what the window can do is found without knowing what it is"),
    UI_LESSON(
            "ui.lesson",
            uses(PLAN, CONCURRENCY, COMPARISON, TEXT, LESSON, UI_CONTROLS, UI_GUESS),
            outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
            "a lesson is shown whether or not anything runs"),
    UI_DURATIONS(
            "ui.durations",
            uses(TRACE_METRICS, TEXT, TEXT_MEASURE, UI_CONTROLS),
            outside("javafx.*"),
            "how long tasks took is shown without knowing what they did"),
    UI_ROWS(
            "ui.rows",
            uses(TRACE, TEXT_ROWS, RENDER, RENDER_ROWS, CHART, CHART_BACKGROUND, UI_CONTROLS),
            outside("javafx.*", "atlantafx.*", "org.kordamp.*"),
            "rows are chosen whatever was run, and whoever runs it"),
    UI_RUN(
            "ui.run",
            uses(
                    PLAN,
                    TRACE,
                    TRACE_METRICS,
                    STORAGE,
                    CONCURRENCY,
                    COMPARISON,
                    TEXT,
                    TEXT_GLOSSARY,
                    TEXT_ROWS,
                    SNIPPET,
                    RENDER,
                    RENDER_ROWS,
                    CHART,
                    CHART_BACKGROUND,
                    REPORT,
                    EXPORT,
                    UI_CONTROLS,
                    UI_EXPORT,
                    UI_DURATIONS),
            outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
            "one run is started, stopped and told of without its engine"),
    UI_MEASURE(
            "ui.measure",
            uses(
                    TRACE,
                    TRACE_METRICS,
                    TEXT_MEASURE,
                    RENDER,
                    CHART,
                    CHART_BACKGROUND,
                    UI_CONTROLS,
                    UI_RUN),
            outside("javafx.*", "org.kordamp.*"),
            "a range is measured in the run that the chart shows, whoever started it"),
    UI_TABLE(
            "ui.table",
            uses(TRACE, TEXT, TEXT_TABLE, RENDER_ROWS, CHART_BACKGROUND, UI_CONTROLS),
            outside("javafx.*"),
            "the table says what the chart draws, whoever started the run"),
    UI_TITLE(
            "ui.title",
            uses(
                    PLAN,
                    TRACE,
                    TRACE_METRICS,
                    CONCURRENCY,
                    COMPARISON,
                    TEXT,
                    TEXT_COMPARISON,
                    TEXT_GLOSSARY,
                    TEXT_RUN,
                    CHART_BACKGROUND,
                    UI_CONTROLS,
                    UI_RUN),
            outside("javafx.*", "atlantafx.*", "org.kordamp.*"),
            "whose run is shown is decided in one place, for all that tells of it"),
    UI_COMPARISON(
            "ui.comparison",
            uses(
                    PLAN,
                    TRACE,
                    CONCURRENCY,
                    COMPARISON,
                    COMPARISON_FORECAST,
                    TEXT_COMPARISON,
                    CHART,
                    SESSION,
                    REPORT,
                    EXPORT,
                    UI_CONTROLS,
                    UI_GUESS,
                    UI_EXPORT,
                    UI_RUN),
            outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
            "a comparison is made of runs that the window can open"),
    UI_HISTORY(
            "ui.history",
            uses(
                    PLAN,
                    TRACE,
                    STORAGE,
                    CONCURRENCY,
                    COMPARISON,
                    TEXT_HISTORY,
                    SESSION,
                    SESSION_LOG,
                    SESSION_FILE,
                    SESSION_HISTORY,
                    FOREIGN_HAR,
                    REPORT,
                    EXPORT,
                    UI_CONTROLS,
                    UI_EXPORT,
                    UI_REPLAY,
                    UI_RUN,
                    UI_COMPARISON),
            outside("javafx.*", "atlantafx.*", "org.kordamp.*", "org.slf4j"),
            "what was run before is shown without running anything"),
    UI(
            "ui",
            uses(
                    PLAN,
                    PROXY,
                    TRACE,
                    TRACE_METRICS,
                    PERSISTENCE,
                    CONCURRENCY,
                    COMPARISON,
                    TEXT,
                    TEXT_TABLE,
                    LESSON,
                    ENGINE_TASK,
                    RUNTIME,
                    RENDER,
                    CHART,
                    CHART_BACKGROUND,
                    REPORT,
                    SESSION_HISTORY,
                    EXPORT,
                    UI_CONTROLS,
                    UI_GUESS,
                    UI_EXPORT,
                    UI_SITES,
                    UI_SETTINGS,
                    UI_REPLAY,
                    UI_PALETTE,
                    UI_LESSON,
                    UI_ROWS,
                    UI_RUN,
                    UI_MEASURE,
                    UI_TABLE,
                    UI_TITLE,
                    UI_COMPARISON,
                    UI_HISTORY),
            outside(
                    "javafx.*",
                    "org.controlsfx.*",
                    "atlantafx.*",
                    "org.kordamp.*",
                    "org.slf4j",
                    "java.management"), // a run is not charged for the processor time of
            // drawing
            "the window and the command line are two ways in, and do not know each other");

    final String path;
    final List<PackageRule> uses;
    final List<String> outside;
    final String reason;

    PackageRule(String path, List<PackageRule> uses, List<String> outside, String reason) {
        this.path = path;
        this.uses = uses;
        this.outside = outside;
        this.reason = reason;
    }

    /** Returns the name of the package; its subpackages have entries of their own. */
    String packageName() {
        return ROOT + "." + path;
    }

    private static List<PackageRule> uses(PackageRule... packages) {
        return List.of(packages);
    }

    private static List<String> outside(String... modules) {
        return List.of(modules);
    }
}
