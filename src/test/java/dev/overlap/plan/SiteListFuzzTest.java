package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.InputMutator;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Whatever a list of sites is, it is read, and nothing of it is lost. */
class SiteListFuzzTest {

    private static final List<String> GOOD =
            List.of(
                    "https://www.google.com\n",
                    "www.example.org   # no scheme\n",
                    "http://example.org/page x3\nlab:/delay/300\n",
                    "poll:https://api.example.org/jobs?a=b#f\n\n",
                    "cpu:1200ms x100000\n",
                    "off https://ann:p%20w@b\u00fccher.example:8443/k\u00e4se # mine\n",
                    "# me@example.org, http://me:pw@example.org\r\n[::1]:80\r\n",
                    "poll:lab:/jobs?takes=300\n  off\tcpu:1.2s\n");

    @Test
    void everyTextIsReadWithoutLoss() {
        InputMutator.each(InputMutator.INPUTS, 20, GOOD, SiteListFuzzTest::check);
    }

    @Test
    @Tag("soak")
    void everyOneOfManyTextsIsReadWithoutLoss() {
        InputMutator.each(InputMutator.SOAK_INPUTS, 21, GOOD, SiteListFuzzTest::check);
    }

    private static void check(String text) {
        SiteList list = SiteList.parse(text);
        assertThat(list.lines().stream().map(SiteLine::text)).isEqualTo(text.lines().toList());
        assertThat(SiteList.parse(list.text())).isEqualTo(list);
        SiteList masked = list.withoutSecrets();
        assertThat(masked.lines()).hasSameSizeAs(list.lines());
        assertThat(masked.withoutSecrets()).isEqualTo(masked);
        list.lines().forEach(SiteListFuzzTest::checkLine);
    }

    private static void checkLine(SiteLine line) {
        switch (line.meaning()) {
            case LineMeaning.Nothing _ -> assertThat(line.switched(false)).isEqualTo(line);
            case LineMeaning.Problem(String sentence) ->
                    assertThat(sentence).endsWith(".").doesNotContain("\n", "\r", "Exception");
            case LineMeaning.Entry entry -> {
                assertThat(entry.times()).isBetween(1, Plan.MAX_TASKS);
                assertThat(SiteLine.of(entry).entry()).isEqualTo(entry);
                assertThat(line.switched(!entry.on()).switched(entry.on()).entry())
                        .isEqualTo(entry);
            }
        }
    }
}
