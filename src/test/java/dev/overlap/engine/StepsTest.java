package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Connections;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;

/** A loop that has died keeps nobody waiting. */
@Timeout(60)
class StepsTest {

    @Test
    void whatWaitsForALoopThatDiesIsToldSoAndWhatComesLaterToo() {
        Steps steps = new Steps();
        List<String> done = new ArrayList<>();
        steps.execute(0, () -> done.add("ran"), () -> done.add("first lost"));
        assertThat(done).isEmpty();

        steps.abandon();
        steps.execute(1, () -> done.add("ran"), () -> done.add("second lost"));

        assertThat(done).containsExactly("first lost", "second lost");
    }

    @Test
    void aClientWhoseLoopHasEndedIsCoolAtOnce() throws Exception {
        try (Lookup lookup = new Lookup(Network.system().resolver())) {
            AsyncClient client =
                    new AsyncClient(lookup, Network.system().ssl(), Connections.DEFAULT);
            client.cool();

            client.close();

            client.cool();
        }
    }
}
