/**
 * Tests of the tracer in real Python programs. What has cost, or would cost, a bug has a test:
 *
 * <table>
 * <caption>Traps, and the tests that stand for them</caption>
 * <tr><th>trap</th><th>test</th></tr>
 * <tr><td>asking a finished eager task for its coroutine crashes 3.12.0 to 3.12.4</td>
 * <td>{@code TracedCoroutinesTest.aTaskThatIsDoneIsNeverAskedForItsCoroutine} under any version,
 * {@code eagerTasksRunWhileTheyAreMade} from 3.12 on</td></tr>
 * <tr><td>a thread left in a subinterpreter aborts the process</td>
 * <td>{@code TracerTransparencyTest.anyVersionBehavesAsBefore}: untouched.py has one</td></tr>
 * <tr><td>{@code fork} warns of the tracer's thread, from 3.12 on</td>
 * <td>the same, under {@code -W default}; it counts the system's threads under any version</td></tr>
 * <tr><td>events are lost between several threads, or at the end</td>
 * <td>{@code TracedThreadsTest.noEndIsLost}, {@code TracerTransportTest.aViewerHearsAllAndTheTokenFirst}</td></tr>
 * <tr><td>a viewer that does not read, or is gone, holds the program or fills its memory</td>
 * <td>{@code TracerTransportTest.aDeafViewerDoesNotHoldTheProgram}, {@code
 * whatIsKeptForADeafViewerIsLimited}, {@code aViewerThatHangsUpHasNoEffect}, {@code
 * withoutAViewerTheProgramRunsUnwatchedOrNotAtAll}, {@code
 * aProgramThatOnlyForksEndsWithTheViewer}</td></tr>
 * <tr><td>some libraries take only the address of a mapped host; https needs a certificate</td>
 * <td>{@code MappedHostsTest}; {@code PlayedHostsTest} and {@code TrustBundleTest} of
 * {@code program.python}</td></tr>
 * <tr><td>the main thread seems to compute while its loop runs; each worker process has a
 * MainThread</td>
 * <td>{@code TracedThreadsTest.theMainThreadDoesNotComputeWhileItsLoopRuns}, {@code
 * jobsOfProcessesAreKnownOnBothSides}</td></tr>
 * <tr><td>helpers of the libraries drown the picture</td>
 * <td>{@code TracedCoroutinesTest.librariesTellTheirExchangesAndHelpersAreMarked}; {@code
 * TracedThreadsTest.jobsOfProcessesAreKnownOnBothSides}, whose parent has the threads of
 * pools and queues</td></tr>
 * <tr><td>frames of the tracer show in tracebacks</td>
 * <td>{@code TracerTransparencyTest.anyVersionBehavesAsBefore}: raises.py</td></tr>
 * <tr><td>names show secrets, or run code of the program</td>
 * <td>{@code TracerTransparencyTest.namesShowNoSecretsAndRunNoCodeOfTheProgram}</td></tr>
 * <tr><td>nobody knows of an answer to a held loop before it looks</td>
 * <td>{@code TracedCoroutinesTest.whatIsDueWhileTheLoopIsHeldIsReadyOnlyAsFarAsItIsKnown}</td></tr>
 * <tr><td>uvloop and gevent go past what is wrapped; a loop may run within a step</td>
 * <td>{@code TracerTransparencyTest.whatIsNotSeenIsTold}; {@code
 * TracedCoroutinesTest.aLoopWithinAStepHasALaneOfItsOwn}</td></tr>
 * <tr><td>a pipe gets what is printed only at the end</td>
 * <td>{@code ProgramRunTest.whatIsPrintedArrivesBeforeTheProgramEnds}</td></tr>
 * <tr><td>a copied listing does not compile, or finds no loop from 3.14 on</td>
 * <td>{@code TracerTransparencyTest.aProgramThatDoesNotCompileFailsAsBefore}, {@code
 * underPython314AMissingLoopIsToldWithItsCure}; {@code ListingRepairTest} of {@code
 * program.python}</td></tr>
 * </table>
 *
 * Where a trap is of some versions only, the test forces it under any, or runs under those that are
 * found; if there is none, it is aborted.
 */
package dev.overlap.program.tracer;
