package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class DialogTextTest {

    @Test
    void filesWithAllAddressesSaySo() {
        for (String name : List.of("a.overlap", "a.events", "a.har", "a.html")) {
            assertThat(DialogText.save(name)).startsWith("Save " + name).contains("addresses");
        }
        assertThat(DialogText.save("a.png")).isEqualTo("Save a.png");
    }
}
