package dev.overlap.text.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.program.python.CertificateFiles;
import dev.overlap.program.python.Interpreter;
import dev.overlap.program.python.Interpreter.Owner;
import dev.overlap.program.python.ProbeResult.Obstacle;
import dev.overlap.program.python.ProbeResult.Unusable;
import dev.overlap.program.python.PythonVersion;
import dev.overlap.text.program.Advice.Topic;
import dev.overlap.text.program.ProgramEnd.Ending;
import dev.overlap.text.program.ProgramEnd.Seen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** Checks the advice on what CPython 2.7 to 3.13, requests, aiohttp and httpx really print. */
class ProgramAdviceTest {

    private static final Seen WATCHED = new Seen(true, true, List.of(), List.of());
    private static final Interpreter USERS = interpreter(11, Owner.USER, "linux");

    private static final String NO_REQUESTS =
            """
            Traceback (most recent call last):
              File "/home/ann/article.py", line 1, in <module>
                import requests
            ModuleNotFoundError: No module named 'requests'
            """;

    @Test
    void nothingIsSaidWhereNothingWentWrong() {
        assertThat(ProgramAdvice.of(end(USERS, 0, ""))).isEmpty();
        assertThat(ProgramAdvice.of(end(USERS, 3, "Usage: article.py COUNT"))).isEmpty();
        assertThat(ProgramAdvice.of(end(USERS, 1, "ValueError: too many values"))).isEmpty();
    }

    @Test
    void aMissingLibraryIsInstalledByPip() {
        assertThat(ProgramAdvice.of(end(USERS, 1, NO_REQUESTS)))
                .containsExactly(
                        Advice.of(
                                Topic.LIBRARY_MISSING,
                                "python3 (Python 3.11.2) has no library requests.",
                                "python3 -m pip install requests"));
    }

    @Test
    void onDebianItIsInstalledByAptOrIntoAnEnvironment() {
        Advice advice = only(end(interpreter(11, Owner.APT, "linux"), 1, NO_REQUESTS));

        assertThat(advice.sentence())
                .isEqualTo(
                        "python3 (Python 3.11.2) has no library requests. Its libraries come from"
                                + " the system, or else from a virtual environment in the folder of"
                                + " the program, whose Python Overlap then takes.");
        assertThat(advice.copyable())
                .containsExactly(
                        "sudo apt install python3-requests",
                        "python3 -m venv .venv",
                        ".venv/bin/python -m pip install requests");
    }

    @Test
    void whereAnotherManagerRulesAnEnvironmentIsMade() {
        assertThat(only(end(interpreter(11, Owner.OTHER, "win32"), 1, NO_REQUESTS)).copyable())
                .containsExactly(
                        "python3 -m venv .venv",
                        ".venv\\Scripts\\python.exe -m pip install requests");
    }

    @ParameterizedTest
    @CsvSource({
        "yaml, pyyaml, python3-yaml",
        "bs4.element, beautifulsoup4, python3-bs4",
        "PIL, pillow, python3-pil",
        "cv2, opencv-python, python3-opencv",
        "sklearn.svm, scikit-learn, python3-sklearn",
        "dateutil, python-dateutil, python3-dateutil"
    })
    void aModuleMayComeFromAPackageOfAnotherName(String module, String pypi, String debian) {
        String line = "ModuleNotFoundError: No module named '" + module + "'";

        assertThat(only(end(USERS, 1, line)).copyable())
                .containsExactly("python3 -m pip install " + pypi);
        assertThat(only(end(interpreter(11, Owner.APT, "linux"), 1, line)).copyable())
                .startsWith("sudo apt install " + debian);
    }

    @Test
    void whatIsNotKnownIsNotPromised() {
        Advice advice = only(end(USERS, 1, "ModuleNotFoundError: No module named 'my_tools'"));

        assertThat(advice.sentence())
                .isEqualTo(
                        "python3 (Python 3.11.2) has no library my_tools. If it is not a file of"
                                + " your own, it may be the package of that name.");
        assertThat(advice.copyable()).containsExactly("python3 -m pip install my_tools");
    }

    @Test
    void aPartOfPythonThatDebianSplitsOffIsNotOnPyPi() {
        String line = "ModuleNotFoundError: No module named 'tkinter'";

        assertThat(only(end(interpreter(11, Owner.APT, "linux"), 1, line)).copyable())
                .containsExactly("sudo apt install python3-tk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/bin/python3: No module named requests",
                "/usr/bin/python3: Error while finding module specification for 'requests.x'"
                        + " (ModuleNotFoundError: No module named 'requests')",
                "ImportError: No module named requests.adapters"
            })
    void aLibraryIsMissingToOptionsAndToPython2Too(String line) {
        assertThat(only(end(USERS, 1, line)).copyable())
                .containsExactly("python3 -m pip install requests");
    }

    @Test
    void aFileThatHidesALibraryIsRenamed() {
        assertThat(
                        only(
                                end(
                                        USERS,
                                        1,
                                        "ModuleNotFoundError: No module named 'requests.adapters';"
                                                + " 'requests' is not a package")))
                .isEqualTo(
                        Advice.of(
                                Topic.NAME_SHADOWED,
                                "A file named requests.py of your own hides the library requests:"
                                        + " give it another name."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    “http://www.google.com”,\n    ^\nSyntaxError: invalid character '“' (U+201C)",
                "    “http://www.google.com”,\n        ^\nSyntaxError: invalid character in"
                        + " identifier",
                "    \\u201chttp://www.google.com\\u201d,\n    ^\nSyntaxError: invalid character"
                        + " '\\u201c' (U+201C)"
            })
    void curlyQuotesAreOfferedToBeMended(String tail) {
        Advice advice = only(end(USERS, 1, "  File \"/home/ann/a.py\", line 3\n" + tail));

        assertThat(advice.topic()).isEqualTo(Topic.CURLY_QUOTES);
        assertThat(advice.sentence())
                .isEqualTo(
                        "The program has curly quotes in line 3, as web pages print them, and"
                            + " Python takes straight ones only. A mended copy can be written; the"
                            + " file itself stays as it is.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "SyntaxError: 'await' outside function, await stands outside of every function in"
                        + " line 7.",
                "SyntaxError: 'await' outside async function, await stands in a function that is"
                        + " not async in line 7.",
                "IndentationError: expected an indented block after function definition on line 2,"
                        + " The indentation in line 7 is not what Python expects"
            })
    void lostIndentationIsTold(String line, String sentence) {
        Advice advice = only(end(USERS, 1, "  File \"a.py\", line 7\n    await x\n" + line));

        assertThat(advice.topic()).isEqualTo(Topic.INDENTATION_LOST);
        assertThat(advice.sentence()).startsWith(sentence);
    }

    @Test
    void anyOtherSyntaxErrorIsPythonsToExplain() {
        assertThat(ProgramAdvice.of(end(USERS, 1, "SyntaxError: invalid syntax"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "14, Since Python 3.14 asyncio.get_event_loop() makes no event loop.",
        "13, asyncio.get_event_loop() makes no event loop here."
    })
    void aLoopThatIsMissingIsMendedByOneLine(int minor, String sentence) {
        Advice advice =
                only(
                        end(
                                interpreter(minor, Owner.USER, "linux"),
                                1,
                                "RuntimeError: There is no current event loop in thread"
                                        + " 'MainThread'."));

        assertThat(advice.topic()).isEqualTo(Topic.NO_EVENT_LOOP);
        assertThat(advice.sentence())
                .isEqualTo(sentence + " Replace it by this line, or call asyncio.run(main()).");
        assertThat(advice.copyable()).containsExactly("loop = asyncio.new_event_loop()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RuntimeError: This event loop is already running\n"
                        + "sys:1: RuntimeWarning: coroutine 'inner' was never awaited",
                "RuntimeError: asyncio.run() cannot be called from a running event loop"
            })
    void aLoopThatRunsAlreadyLeadsToItsLesson(String tail) {
        Advice advice = only(end(USERS, 1, tail));

        assertThat(advice.topic()).isEqualTo(Topic.LOOP_RUNS);
        assertThat(advice.copyable())
                .containsExactly("overlap lesson run event-loop-is-already-running");
    }

    @Test
    void aProgramThatAsksForInputIsTold() {
        String tail =
                "  File \"inp.py\", line 1, in <module>\n    name = input(\"Name? \")\n"
                        + "EOFError: EOF when reading a line";

        assertThat(only(end(USERS, 1, tail)))
                .isEqualTo(
                        Advice.of(
                                Topic.ASKS_FOR_INPUT,
                                "The program asks for input in line 1, and its standard input is"
                                        + " closed. Give it the answer as an argument, or write it"
                                        + " into the program."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urllib.error.URLError: <urlopen error [Errno -2] Name or service not known>",
                "urllib.error.URLError: <urlopen error [Errno 111] Connection refused>",
                "httpx.ConnectError: [Errno 111] Connection refused",
                "httpx.ConnectError: All connection attempts failed",
                "OSError: [Errno 101] Network is unreachable",
                "    | ConnectionRefusedError: [Errno 111] Connection refused\n"
                        + "    +------------------------------------"
            })
    void aHostThatCannotBeReachedIsOfferedToBePlayed(String tail) {
        Seen seen = new Seen(true, true, List.of("www.google.com", "10.0.0.1"), List.of());

        assertThat(only(end(USERS, 1, seen, tail)))
                .isEqualTo(
                        Advice.of(
                                Topic.HOST_UNREACHABLE,
                                "www.google.com, 10.0.0.1 could not be reached. Overlap's lab can"
                                        + " play hosts, so that the program runs without a network,"
                                        + " and unchanged.",
                                "overlap trace --map www.google.com=300ms -- python3 article.py"));
        assertThat(only(end(USERS, 1, tail)).copyable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests.exceptions.ConnectionError: HTTPConnectionPool(host='www.quora.com',"
                        + " port=80): Max retries exceeded with url: / (Caused by"
                        + " NewConnectionError('<urllib3.connection.HTTPConnection object at"
                        + " 0x7f7580921050>: Failed to establish a new connection: [Errno -2] Name"
                        + " or service not known'))",
                "aiohttp.client_exceptions.ClientConnectorError: Cannot connect to host"
                        + " www.quora.com:80 ssl:default [Name or service not known]"
            })
    void theHostMayBeNamedByTheErrorAlone(String line) {
        assertThat(only(end(USERS, 1, line)).copyable())
                .containsExactly("overlap trace --map www.quora.com=300ms -- python3 article.py");
    }

    @Test
    void aProgramThatBearsItsFailuresIsAdvisedToo() {
        List<String> hosts = List.of("a.example", "b.example", "c.example", "d.example");
        Advice advice = only(end(USERS, 0, new Seen(true, true, hosts, List.of()), ""));

        assertThat(advice.sentence())
                .startsWith("a.example, b.example, c.example and 1 more could not be reached.");
        assertThat(advice.copyable().getFirst()).contains("--map d.example=300ms");
    }

    @Test
    void anOldInterpreterRunsUnwatched() {
        assertThat(only(end(interpreter(6, Owner.USER, "linux"), 0, Seen.NOTHING, "")))
                .isEqualTo(
                        Advice.of(
                                Topic.TOO_OLD,
                                "python3 is Python 3.6.2: it runs the program, but it cannot be"
                                        + " watched. That takes 3.8 or newer."));
    }

    @Test
    void anOptionThatKeepsTheTracerOutIsNamed() {
        ProgramEnd end = end(List.of("python3", "-uI", "my article.py"), USERS, Seen.NOTHING);

        assertThat(only(end))
                .isEqualTo(
                        Advice.of(
                                Topic.NOT_WATCHED,
                                "The program was not watched: with -I Python does not load the"
                                        + " tracer. Leave it out.",
                                "python3 -u 'my article.py'"));
    }

    @Test
    void aProgramThatIsNotPythonIsNotWatched() {
        assertThat(only(end(List.of("./server", "-I"), null, Seen.NOTHING)).sentence())
                .startsWith("./server was not watched: it is not Python");
        assertThat(only(end(List.of("python3", "a.py"), USERS, Seen.NOTHING)).sentence())
                .isEqualTo("The program was not watched: its Python did not load the tracer.");
    }

    @Test
    void aProgramThatDoesNothingToDrawIsTold() {
        Seen greetedOnly = new Seen(true, false, List.of(), List.of());

        assertThat(only(end(USERS, 0, greetedOnly, "")).topic()).isEqualTo(Topic.NOTHING_TO_SEE);
        assertThat(ProgramAdvice.of(end(USERS, 1, greetedOnly, "ValueError: x"))).isEmpty();
    }

    @Test
    void theLimitsOfTheTracerAreTold() {
        List<String> notes = List.of("uvloop: steps not seen", "gevent: not seen", "aiodns");

        assertThat(ProgramAdvice.of(end(USERS, 0, new Seen(true, true, List.of(), notes), "")))
                .extracting(Advice::sentence)
                .satisfiesExactly(
                        uvloop -> assertThat(uvloop).startsWith("uvloop runs the loop in compiled"),
                        gevent -> assertThat(gevent).contains("greenlets"),
                        other -> assertThat(other).isEqualTo("aiodns."));
    }

    @Test
    void aCommandThatCannotBeStartedIsTold() {
        assertThat(only(notStarted(null, "python9", "a.py")).sentence())
                .isEqualTo("There is no program python9 that can be started here.");
        assertThat(only(notStarted(USERS, "article.py", "3")).copyable())
                .containsExactly("python3 article.py 3");
    }

    @Test
    void noPythonIsToldWithWhatWasTried() {
        Advice advice =
                WatchAdvice.noPython(
                        List.of(
                                new Unusable(List.of("python3"), Obstacle.NOT_STARTED, "error=2"),
                                new Unusable(
                                        List.of("python"),
                                        Obstacle.NOT_PYTHON,
                                        "Python was not found; run without arguments to install"
                                                + " from the Microsoft Store")));

        assertThat(advice.topic()).isEqualTo(Topic.NO_PYTHON);
        assertThat(advice.sentence())
                .startsWith(
                        "python is not a Python that can be used. It said: Python was not found;")
                .contains("No Python was found as python3, python or py -3.")
                .contains("OVERLAP_PYTHON");
        assertThat(WatchAdvice.unusable(new Unusable(List.of("py", "-3"), Obstacle.TOO_SLOW, "")))
                .isEqualTo("py -3 did not answer within ten seconds.");
    }

    private static Advice only(ProgramEnd end) {
        List<Advice> all = ProgramAdvice.of(end);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static ProgramEnd notStarted(Interpreter interpreter, String... command) {
        return new ProgramEnd(
                List.of(command),
                interpreter,
                new Ending.NotStarted("Cannot run program"),
                Seen.NOTHING,
                List.of());
    }

    private static ProgramEnd end(Interpreter interpreter, int code, String tail) {
        return end(interpreter, code, WATCHED, tail);
    }

    private static ProgramEnd end(Interpreter interpreter, int code, Seen seen, String tail) {
        return new ProgramEnd(
                List.of("python3", "article.py"),
                interpreter,
                new Ending.Exited(code),
                seen,
                tail.lines().toList());
    }

    private static ProgramEnd end(List<String> command, Interpreter interpreter, Seen seen) {
        return new ProgramEnd(command, interpreter, new Ending.Exited(0), seen, List.of());
    }

    private static Interpreter interpreter(int minor, Owner owner, String platform) {
        return new Interpreter(
                List.of("python3"),
                new Interpreter.Build(new PythonVersion(3, minor, 2), "cpython", false, true),
                new Interpreter.Installation("", platform, owner, CertificateFiles.NONE),
                Map.of());
    }
}
