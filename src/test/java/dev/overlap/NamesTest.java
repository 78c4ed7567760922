package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks that no class, nested or not, has one of the names that proved misleading. Classes are
 * named after the established technique or role.
 */
class NamesTest {

    private static final String MISLEADING =
            """
            AddressGrammar Appearance Arithmetic Ascii Assembly Backstage BadPart Band Bars
            Bench BlockingFetch BodyMeter CancelFix Carrier Carry Change ChangeWords ChartGuess
            Classroom Collage Column Comparing Computing ConclusionWords Condition Conversation
            Counts Course CpuClock CpuTime Crew Crowd CrowdQuestion CutBody Descriptors Desk
            Display DrawingCpu Drip DurationOption DurationText Durations EndPainter Endings
            Entries Entry Events Execution Exporting Failure Fault Faults Fields Figure
            FigureMemory Figures Folders Folding ForcedSwitches Frame FramePump FxInbox
            FxTypeface Grammar Ground Growing Guarded GuessOption GuessReach GuessWords Guessed
            Gunzip GutterWords HandOvers Handing HangUp Headcount HeldPainter Hit InFlight
            Interruption JobTicket Keeper KeptRun Keys KeysHelp Kind LabAccess LabFoot Labels
            Lanes LeaseGate LessonDesk LessonFiling LessonReading Lessons Limit Line Literal
            LiveLine LiveRun Looks Lookup Loop LoopFetch MachinePace Mark MarkPainter Measuring
            Memory MeteredConsumer Misread ModalSheet Model Moment Multiples MultiplesInput
            MultiplesLayout MultiplesPainter MultiplesSkin MultiplesView Names Narration Nearest
            NodeWords Notches OffLoopOperator OpenFiles Opened Opening Order OrderOption
            OutFiles Outlet OverlapCommand Pace Painting Panes Paper Parameters Part PartFigures
            PartLine PartPainter PartPlace PartRows Parts PassingOn Permission Pills Pipe
            PipeClock PipeRecorder PipeWords PlaceWaits Placement PollPace Polling Port Poster
            Presence Problems ProcessBench ProcessCpu ProcessCrew ProcessDuty ProcessGate
            ProcessLaunch ProcessLink ProcessOrder ProcessReport ProcessSlots ProcessTask
            ProcessUnrehearsed ProcessWorker ProgramOrder Programme Progress Projector Quote
            Reading Readout Reason Recorder Redirects Refused Rehearsal Replacement ReplyHead
            Report Room Routes Rows RowsOption RuleBox Rules RunCrew RunFigures RunTotals Runner
            RunsWords Sample Samples Saved Script Secrets SentStamp Series SeriesExecution
            SeriesProgress SeriesSummary Sessions SettingText Shade ShareBar Sheet Shelf Shift
            SiteFiling SiteGap SiteRows SiteSources SiteTexts Slices Slot SlotLock SourceLayout
            Spread Start StartUp Steps Summary Surroundings Sweep SweepOption SweepPicture
            SweepSkin SweepView SweepWords SystemLibraries Table Tap TaskThreads TaskWords
            Telling TellingInCsv TellingInJson TellingInWords Text ThinBrush ThreadLane
            TimelineInput Tip TipView TlsFaults TlsIdentity Tools TopBar Turn TurnFailed Turns
            Typeface Unreadable Uses Value Views WaitWords Waits Watch WatchedExchange
            WatchedHandler WatchedTls WholeFile Window WindowKey WindowLaunch Wire Words
            WorkerNumbers WorkerProcess Workshop Wrap Written YamlText
            """;

    /** The exceptions, by enclosing class. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of(
                    "LineMeaning$Entry",
                    "what a line of a list enters into it; beside Nothing and Problem",
                    "Worker$Loop",
                    "an event loop, as asyncio calls it; beside PlatformThread and ChildProcess");

    @Test
    void noClassHasAMisleadingName() throws IOException {
        Set<String> misleading = Set.of(MISLEADING.strip().split("\\s+"));

        try (Stream<Path> files = Files.walk(Path.of("target", "classes"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(file -> file.endsWith(".class"))
                    .isNotEmpty()
                    .extracting(file -> file.substring(0, file.length() - ".class".length()))
                    .filteredOn(name -> misleading.contains(name.replaceAll(".*\\$", "")))
                    .filteredOn(name -> !EXCEPTIONS.containsKey(name))
                    .isEmpty();
        }
    }
}
