package dev.overlap.protocol.recording;

import static dev.overlap.protocol.recording.Told.lane;
import static dev.overlap.protocol.recording.Told.row;
import static dev.overlap.protocol.recording.Told.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.text.protocol.RecordingText;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WaitDetail;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What becomes of the events of a process: rows, lanes, requests, ends. */
class TaskRowTest {

    private static final String LOOP = "{'e':'worker','t':1,'w':3,'kind':'loop','name':'loop'}";
    private static final String THREAD =
            "{'e':'worker','t':1,'w':1,'kind':'thread','name':'MainThread','tid':4711}";
    private static final String TASK = "{'e':'task','t':10,'k':4,'name':'a','kind':'coroutine'}";

    @Test
    void timeZeroIsTheFirstTaskAndStartUpIsTold() {
        Trace trace = trace(THREAD, TASK, "{'e':'end','t':30,'k':4,'how':'ok'}");

        assertThat(row(trace, 0)).isEqualTo("READY@0 done@20");
        assertThat(trace.notes()).containsExactly(RecordingText.startUp(10));
        assertThat(trace.isForeign()).isTrue();
        assertThat(trace.wallNanos()).isEqualTo(20);
    }

    @Test
    void phasesFollowOneAnotherAndSayWhatTheyWaitFor() {
        Trace trace =
                trace(
                        TASK,
                        "{'e':'task','t':11,'k':5,'name':'b','kind':'job','at':'x.py:3'}",
                        "{'e':'phase','t':12,'k':4,'p':'AWAIT','on':'gather','for':[5,9]}",
                        "{'e':'phase','t':13,'k':5,'p':'DNS','host':'h'}",
                        "{'e':'phase','t':14,'k':5,'p':'MEDITATE'}",
                        "{'e':'end','t':15,'k':5,'how':'cancelled'}",
                        "{'e':'end','t':16,'k':4,'how':'ok'}",
                        "{'e':'end','t':17,'k':4,'how':'cancelled'}");

        assertThat(row(trace, 0)).isEqualTo("READY@0 AWAIT@2 done@6");
        assertThat(trace.task(0).detail(1)).isEqualTo(new WaitDetail("gather", List.of(1)));
        assertThat(row(trace, 1)).isEqualTo("QUEUED@1 DNS@3 BLOCKED@4 cancelled@5");
        assertThat(trace.task(1).source()).isEqualTo("x.py:3");
        assertThat(trace.task(1).detail(1)).isEqualTo(new WaitDetail("h", List.of()));
        assertThat(trace.task(1).detail(2)).isEqualTo(new WaitDetail("MEDITATE", List.of()));
        assertThat(trace.notes()).contains(RecordingText.unknownPhases(List.of("MEDITATE")));
    }

    @Test
    void stepsOfALoopAreDrawnAsComputingBetweenTheWaitsThatWereTold() {
        Trace trace =
                trace(
                        LOOP,
                        TASK,
                        "{'e':'slice','t':20,'w':3,'k':4,'d':5,'cpu':2}",
                        "{'e':'phase','t':25,'k':4,'p':'PAUSE','on':'sleep'}",
                        "{'e':'slice','t':40,'w':3,'k':4,'d':2,'cpu':1}",
                        "{'e':'slice','t':50,'w':3,'k':4,'d':10}",
                        "{'e':'end','t':60,'k':4,'how':'ok'}");

        assertThat(row(trace, 0))
                .isEqualTo("READY@0 COMPUTE@10 PAUSE@15 COMPUTE@30 PAUSE@32 COMPUTE@40 done@50");
        assertThat(trace.task(0).detail(4)).isEqualTo(new WaitDetail("sleep", List.of()));
        assertThat(lane(trace, 0)).isEqualTo("a@10-15 a@30-32 a@40-50");
        assertThat(trace.task(0).cpuNanos()).isEqualTo(3);
        assertThat(trace.task(0).worker()).isZero();
        assertThat(trace.notes()).contains(RecordingText.STEPS);
    }

    @Test
    void aBlockingCallInAStepIsInThePhaseThatWasTold() {
        Trace trace =
                trace(
                        LOOP,
                        TASK,
                        "{'e':'busy','t':20,'w':3,'k':4}",
                        "{'e':'exchange','t':21,'k':4,'x':1,'method':'GET','url':'http://h/'}",
                        "{'e':'phase','t':22,'k':4,'p':'CONNECT'}",
                        "{'e':'phase','t':23,'k':4,'p':'SEND'}",
                        "{'e':'phase','t':24,'k':4,'p':'WAIT'}",
                        "{'e':'phase','t':40,'k':4,'p':'RECEIVE'}",
                        "{'e':'exchange.end','t':41,'x':1,'status':200,'bytes':5}",
                        "{'e':'idle','t':50,'w':3,'cpu':7}",
                        "{'e':'end','t':51,'k':4,'how':'ok'}");

        assertThat(row(trace, 0))
                .isEqualTo(
                        "READY@0 COMPUTE@10 CONNECT@12 SEND@13 WAIT@14 RECEIVE@30 COMPUTE@31"
                                + " RECEIVE@40 answered@41");
        assertThat(lane(trace, 0)).isEqualTo("a@10-40");
        assertThat(trace.task(0).cpuNanos()).isEqualTo(7);
    }

    @Test
    void aLoopThatReadsAReplyDoesNotInterruptTheRequest() {
        Trace trace =
                trace(
                        LOOP,
                        TASK,
                        "{'e':'exchange','t':10,'k':4,'x':1,'method':'GET','url':'http://h/',"
                                + "'conn':2}",
                        "{'e':'phase','t':11,'k':4,'p':'SEND'}",
                        "{'e':'phase','t':12,'k':4,'p':'WAIT'}",
                        "{'e':'slice','t':20,'w':3,'k':4,'d':3}",
                        "{'e':'phase','t':24,'k':4,'p':'RECEIVE'}",
                        "{'e':'exchange.end','t':25,'x':1,'status':200,'bytes':5}",
                        "{'e':'end','t':26,'k':4,'how':'ok'}");

        assertThat(row(trace, 0)).isEqualTo("READY@0 SEND@1 WAIT@2 RECEIVE@14 answered@16");
        assertThat(trace.connections()).hasSize(1);
        assertThat(trace.connections().getFirst().begin(0)).isEqualTo(1);
    }

    @Test
    void requestsHaveTheirConnectionsAndNoPasswords() {
        Trace trace =
                trace(
                        TASK,
                        "{'e':'exchange','t':10,'k':4,'x':9,'method':'GET',"
                                + "'url':'http://u:p@h:8/a@b?c=d','conn':'c1','reused':false}",
                        "{'e':'phase','t':11,'k':4,'p':'CONNECT'}",
                        "{'e':'phase','t':12,'k':4,'p':'SEND'}",
                        "{'e':'phase','t':13,'k':4,'p':'RECEIVE'}",
                        "{'e':'exchange.end','t':14,'x':9,'status':404,'bytes':50,"
                                + "'version':'HTTP/1.1','sent':1.5}",
                        "{'e':'exchange','t':15,'k':4,'x':10,'method':'GET','url':'http://h/2'}",
                        "{'e':'phase','t':16,'k':4,'p':'SEND'}",
                        "{'e':'exchange.end','t':17,'x':10,'status':201,'bytes':6,'conn':'c1',"
                                + "'reused':true}",
                        "{'e':'end','t':18,'k':4,'how':'ok'}");

        assertThat(trace.task(0).exchanges())
                .containsExactly(
                        new Exchange(
                                0,
                                0,
                                "http://h:8/a@b?c=d",
                                "c1",
                                false,
                                "HTTP/1.1",
                                404,
                                50,
                                1.5,
                                Double.NaN),
                        new Exchange(
                                1,
                                5,
                                "http://h/2",
                                "c1",
                                true,
                                "",
                                201,
                                6,
                                Double.NaN,
                                Double.NaN));
        assertThat(trace.task(0).outcome()).isEqualTo(new Outcome.Answered(201, 6));
        assertThat(trace.connections()).hasSize(1);
        assertThat(trace.connections().getFirst().uses()).isEqualTo(2);
        assertThat(trace.connections().getFirst().begin(1)).isEqualTo(6);
    }

    @Test
    void endsAreWhatTheProgramTells() {
        Trace trace =
                trace(
                        TASK,
                        "{'e':'phase','t':10,'k':4,'p':'COMPUTE'}",
                        "{'e':'end','t':11,'k':4,'how':'ok'}",
                        "{'e':'task','t':12,'k':5,'name':'b'}",
                        "{'e':'end','t':13,'k':5,'how':'error','err':'ValueError','say':'no\\n"
                                + "way'}",
                        "{'e':'task','t':14,'k':6,'name':'left'}");

        assertThat(trace.task(0).outcome()).isEqualTo(new Outcome.Computed());
        assertThat(trace.task(1).outcome())
                .isEqualTo(new Outcome.Failed(FailureKind.RAISED, "ValueError: no way"));
        assertThat(row(trace, 2)).isEqualTo("READY@4 cancelled@990");
    }

    @Test
    void tasksOfLibrariesHaveNoRowsButAreCounted() {
        Trace trace =
                trace(
                        THREAD,
                        "{'e':'worker','t':2,'w':2,'kind':'thread','name':'feeder','aux':true}",
                        "{'e':'task','t':3,'k':1,'name':'resolve','aux':true}",
                        "{'e':'slice','t':4,'w':1,'k':1,'d':1}",
                        TASK,
                        "{'e':'phase','t':11,'k':1,'p':'DNS'}",
                        "{'e':'busy','t':12,'w':1,'k':1}",
                        "{'e':'busy','t':12,'w':2,'k':1}",
                        "{'e':'exchange','t':12,'x':1,'k':1,'method':'GET','url':'http://h/'}",
                        "{'e':'idle','t':14,'w':1}",
                        "{'e':'end','t':15,'k':1,'how':'ok'}",
                        "{'e':'end','t':16,'k':4,'how':'ok'}");

        assertThat(trace.tasks()).hasSize(1);
        assertThat(trace.workers()).hasSize(1);
        assertThat(trace.helpers()).containsExactly("feeder");
        assertThat(lane(trace, 0)).isEqualTo("-@2-4");
        assertThat(trace.notes()).contains("1 task of libraries is not shown.");
    }

    @Test
    void nestedSlicesAreFlattened() {
        Trace trace =
                trace(
                        LOOP,
                        TASK,
                        "{'e':'task','t':10,'k':5,'name':'b'}",
                        "{'e':'slice','t':14,'w':3,'k':5,'d':3}",
                        "{'e':'slice','t':18,'w':3,'k':5,'d':1}",
                        "{'e':'slice','t':12,'w':3,'k':4,'d':10}",
                        "{'e':'busy','t':30,'w':3,'k':4}",
                        "{'e':'busy','t':31,'w':3,'k':5}",
                        "{'e':'busy','t':32,'w':3,'what':'callback'}",
                        "{'e':'idle','t':33,'w':3}",
                        "{'e':'idle','t':34,'w':3}",
                        "{'e':'idle','t':36,'w':3}",
                        "{'e':'end','t':40,'k':4,'how':'ok'}",
                        "{'e':'end','t':40,'k':5,'how':'ok'}");

        assertThat(lane(trace, 0))
                .isEqualTo(
                        "a@2-4 b@4-7 a@7-8 b@8-9 a@9-12 a@20-21 b@21-22 -@22-23 b@23-24 a@24-26");
    }

    @Test
    void slicesThatBeginTogetherAreNestedByTheirEnds() {
        Trace trace =
                trace(
                        LOOP,
                        TASK,
                        "{'e':'task','t':10,'k':5,'name':'b'}",
                        "{'e':'slice','t':12,'w':3,'k':5,'d':3}",
                        "{'e':'slice','t':12,'w':3,'k':4,'d':10}",
                        "{'e':'slice','t':22,'w':3,'k':5,'d':0}",
                        "{'e':'slice','t':22,'w':3,'k':5,'d':2}");

        assertThat(lane(trace, 0)).startsWith("b@2-5 a@5-12").endsWith("b@12-14");
    }

    @Test
    void aThreadIsOccupiedWhileItsTaskWaits() {
        Trace trace =
                trace(
                        THREAD,
                        "{'e':'task','t':10,'k':1,'name':'t','kind':'thread'}",
                        "{'e':'busy','t':12,'w':1,'k':1}",
                        "{'e':'phase','t':14,'k':1,'p':'PAUSE'}",
                        "{'e':'phase','t':16,'k':1,'p':'COMPUTE','w':1}",
                        "{'e':'idle','t':18,'w':1,'cpu':3}",
                        "{'e':'end','t':18,'k':1,'how':'ok'}");

        assertThat(row(trace, 0)).isEqualTo("READY@0 COMPUTE@2 PAUSE@4 COMPUTE@6 computed@8");
        assertThat(lane(trace, 0)).isEqualTo("t@2-8");
        assertThat(trace.worker(0).role()).isEqualTo(WorkerTrack.Role.THREAD);
        assertThat(trace.worker(0).thread(0)).isEqualTo(4711);
    }

    @Test
    void whatNobodyIntroducedIsCalledSo() {
        Trace trace =
                trace(
                        "{'e':'phase','t':10,'k':8,'p':'WAIT'}",
                        "{'e':'slice','t':12,'w':9,'k':8,'d':1}",
                        "{'e':'exchange.end','t':13,'x':2,'status':200}",
                        "{'e':'idle','t':13,'w':9}",
                        "{'e':'end','t':14,'k':8,'how':'ok'}");

        assertThat(trace.tasks()).extracting(it -> it.label()).containsExactly("?");
        assertThat(trace.workers()).extracting(it -> it.name()).containsExactly("?");
        assertThat(row(trace, 0)).isEqualTo("WAIT@0 done@4");
    }

    @Test
    void aLogIsSortedByTime() {
        Trace trace =
                trace(
                        "{'e':'end','t':50,'k':4,'how':'ok'}",
                        "{'e':'phase','t':20,'k':4,'p':'COMPUTE'}",
                        "{'e':'phase','t':15,'k':4,'p':'PAUSE'}",
                        TASK);

        assertThat(row(trace, 0)).isEqualTo("READY@0 PAUSE@5 COMPUTE@10 computed@40");
    }

    @Test
    void whatCannotBeIsLeftOutAndTold() {
        Trace trace =
                trace(
                        TASK,
                        "{'e':'phase','t':4000000000000000000,'k':4,'p':'WAIT'}",
                        "{'e':'party','t':12}",
                        "{'e':'note','t':12,'text':'uvloop: steps not seen'}",
                        "{'e':'end','t':14,'k':4,'how':'ok'}");

        assertThat(row(trace, 0)).isEqualTo("READY@0 done@4");
        assertThat(trace.notes())
                .contains(
                        "uvloop: steps not seen",
                        "1 event was left out: more than a year from the first line.",
                        "1 event was left out: this version does not know them.");
    }
}
