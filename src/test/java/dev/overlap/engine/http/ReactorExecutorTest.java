package dev.overlap.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.ConnectionSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Checks that nothing keeps waiting for a loop that has ended. */
@Timeout(60)
class ReactorExecutorTest {

    @Test
    void whatWaitsForALoopThatDiesIsToldSoAndWhatComesLaterToo() {
        ReactorExecutor reactorExecutor = new ReactorExecutor();
        List<String> done = new ArrayList<>();
        reactorExecutor.execute(0, () -> done.add("ran"), () -> done.add("first lost"));
        assertThat(done).isEmpty();

        reactorExecutor.abandon();
        reactorExecutor.execute(1, () -> done.add("ran"), () -> done.add("second lost"));

        assertThat(done).containsExactly("first lost", "second lost");
    }

    @Test
    void aClientWhoseLoopHasEndedIsCoolAtOnce() throws Exception {
        try (AsyncDnsResolver resolver = new AsyncDnsResolver(NetworkAccess.system().resolver());
                ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            AsyncClient client =
                    new AsyncClient(
                            resolver,
                            timer,
                            NetworkAccess.system().ssl(),
                            ConnectionSettings.DEFAULT);
            client.cool();

            client.close();

            client.cool();
        }
    }
}
