package dev.overlap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkerTrackTest {

    private final WorkerTrack worker = new WorkerTrack(0, "loop", WorkerTrack.Role.LOOP, 0);

    @Test
    void slicesHaveABeginAnEndATaskAndAThread() {
        worker.busy(3, 10);
        worker.idle(15);
        assertThat(worker.slices()).isEqualTo(1);
        assertThat(worker.begin(0)).isEqualTo(10);
        assertThat(worker.end(0)).isEqualTo(15);
        assertThat(worker.task(0)).isEqualTo(3);
        assertThat(worker.thread(0)).isEqualTo(Thread.currentThread().threadId());
    }

    @Test
    void aSliceIsOpenUntilTheWorkerIsIdleOrBusyWithAnother() {
        worker.busy(1, 10);
        assertThat(worker.end(0)).isEqualTo(TaskTrack.OPEN);
        worker.busy(2, 20);
        assertThat(worker.end(0)).isEqualTo(20);
        worker.idle(30);
        worker.idle(40);
        assertThat(worker.end(1)).isEqualTo(30);
    }

    @Test
    void slicesNeverOverlapNorEndBeforeTheyBegin() {
        worker.busy(1, 10);
        worker.idle(5);
        worker.busy(2, 3);
        worker.idle(12);
        assertThat(worker.end(0)).isEqualTo(10);
        assertThat(worker.begin(1)).isEqualTo(10);
        assertThat(worker.end(1)).isEqualTo(12);
    }

    @Test
    void anOpenSliceOfNobodyCanStillFindItsTask() {
        worker.busy(-1, 10);
        worker.setTask(7);
        worker.setTask(8);
        assertThat(worker.task(0)).isEqualTo(7);
    }

    @Test
    void aSliceThatHasEndedKeepsItsTask() {
        worker.setTask(1);
        worker.busy(-1, 10);
        worker.idle(20);
        worker.setTask(7);
        assertThat(worker.task(0)).isEqualTo(-1);
    }

    @Test
    void findsTheSliceOfAnInstant() {
        assertThat(worker.sliceAt(5)).isEqualTo(-1);
        worker.busy(0, 10);
        worker.idle(20);
        worker.busy(1, 30);
        assertThat(worker.sliceAt(9)).isEqualTo(-1);
        assertThat(worker.sliceAt(10)).isZero();
        assertThat(worker.sliceAt(25)).as("the last that began, though it has ended").isZero();
        assertThat(worker.sliceAt(30)).isEqualTo(1);
    }

    @Test
    void sumsItsBusyTimeUpToAnInstant() {
        for (int slice = 0; slice < 100; slice++) {
            worker.busy(slice, slice * 10L);
            worker.idle(slice * 10L + 3);
        }
        worker.busy(100, 1_000);
        assertThat(worker.busyNanos(1_007)).isEqualTo(300 + 7);
        assertThat(worker.busyNanos(21)).isEqualTo(3 + 3 + 1);
        assertThat(worker.busyNanos(0)).isZero();
    }

    @Test
    void keepsTheCarriersOnWhichASliceWasSeenFirstAndLast() {
        worker.setCarrier(9);
        for (int slice = 0; slice < 5; slice++) {
            worker.busy(slice, slice * 10L);
            if (slice != 2) {
                worker.setCarrier(slice);
                worker.setCarrier(slice + 1);
            }
            worker.idle(slice * 10L + 5);
        }
        worker.setCarrier(9);

        assertThat(worker.firstCarrier(0)).isZero();
        assertThat(worker.lastCarrier(0)).isEqualTo(1);
        assertThat(worker.firstCarrier(2)).as("never seen").isEqualTo(-1);
        assertThat(worker.firstCarrier(4)).isEqualTo(4);
        assertThat(worker.lastCarrier(4)).isEqualTo(5);
    }
}
