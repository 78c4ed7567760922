package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Manners.Host;

import org.junit.jupiter.api.Test;

import java.util.List;

class MannersTest {

    @Test
    void requestsAreCountedPerHostWhateverTheyAskIt() {
        assertThat(manners("example.org/a x3\nhttp://user:pw@EXAMPLE.org.:81/b\nexample.com", 2))
                .isEqualTo(
                        new Manners(
                                List.of(new Host("example.org", 8), new Host("example.com", 2))));
    }

    @Test
    void theLabAndThisMachineAreNotCounted() {
        String list = "lab:/echo x500\nhttp://localhost x500\nhttp://127.1.2.3 x500\nhttp://[::1]";
        assertThat(manners(list, 2).hosts()).isEmpty();
    }

    @Test
    void linesThatAreNotRunAreNotCounted() {
        assertThat(manners("off example.org x500\n# example.org\nhtp://example.org", 1).hosts())
                .isEmpty();
    }

    @Test
    void aHundredRequestsNeedNoQuestion() {
        assertThat(manners("example.org x100\nexample.com x100", 1).flooded()).isEmpty();
    }

    @Test
    void theHostWithTheMostIsAskedAbout() {
        assertThat(manners("example.org x101\nexample.com x102\nexample.net x101", 1).flooded())
                .contains(new Host("example.com", 102));
    }

    private static Manners manners(String list, int repeat) {
        Settings settings = Settings.DEFAULT.withRepeat(repeat);
        return Manners.of(new Plan(SiteList.parse(list), "sequential", settings));
    }
}
