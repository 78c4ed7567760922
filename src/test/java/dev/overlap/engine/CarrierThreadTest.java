package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.concurrent.Executors;

class CarrierThreadTest {

    @ParameterizedTest
    @CsvSource({
        "'VirtualThread[#34,virtual-1]/runnable@ForkJoinPool-1-worker-3', 3",
        "'VirtualThread[#34,virtual-1]/runnable@ForkJoinPool-1-worker-12', 12",
        "'VirtualThread[#34,virtual-1]/waiting', -1",
        "'VirtualThread[#34,a@b-7]/waiting-7', -1",
        "'VirtualThread[#34]/runnable', -1"
    })
    void theNumberStandsBehindTheNameOfTheCarrierAlone(String thread, int number) {
        assertThat(CarrierThread.numberIn(thread)).isEqualTo(number);
    }

    @Test
    void aVirtualThreadSeesItsOwnAndAPlatformThreadNone() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.submit(CarrierThread::ofThisThread).get()).isPositive();
        }
        assertThat(CarrierThread.ofThisThread()).isEqualTo(CarrierThread.NOT_SEEN);
    }
}
