package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.address.Address;
import dev.overlap.plan.address.WebUrl;
import dev.overlap.testkit.InputMutator;
import dev.overlap.testkit.Urls;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Matcher;

/** Checks that any site list can be read and that nothing of it is lost. */
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
                    "poll:lab:/jobs?takes=300\n  off\tcpu:1.2s\n",
                    "<https://stra\u00dfe.test/{id}|^`%zz?q=\"100%\"> x2\n",
                    "http://u@v:%C3%BC@[fe80::1%25eth0]:81/../a//./b\n",
                    "poll:http://my_service.test\\a\\b\nlab:/\u00fc/%/../x\n",
                    "lock:a { add:n/10 gap 5ms -> permit:db/2 { put:q } } -> take:q x3 # c\n",
                    "queue q 4\nput:q x4\noff lock:q { lab:/ } -> sleep:1.5s\nadd:q -> cpu:1s/10\n",
                    "lab:/a -> lock:a{ https://me:pw@h/{id} -> poll:b.test/->c } x2\nsleep:80@h\n",
                    "0x7f.1:8080/a b\n'URL:http://127.1/'\nXN--B.%31.test\n");

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
        assertThat(list.resources()).extracting(Resource::name).doesNotHaveDuplicates();
    }

    private static void checkLine(SiteLine line) {
        switch (line.meaning()) {
            case LineMeaning.Nothing _ -> assertThat(line.switched(false)).isEqualTo(line);
            case LineMeaning.Problem(String sentence, LineMeaning alone) -> {
                assertThat(sentence).endsWith(".").doesNotContain("\n", "\r", "Exception");
                if (alone != null) {
                    assertThat(SiteLine.parse(line.text()).meaning()).isEqualTo(alone);
                }
            }
            case LineMeaning.Queue _ -> assertThat(line.switched(false)).isEqualTo(line);
            case LineMeaning.Entry entry -> {
                assertThat(entry.times()).isBetween(1, Plan.MAX_TASKS);
                assertThat(SiteLine.of(entry).entry()).isEqualTo(entry);
                entry.steps().targets().forEach(SiteListFuzzTest::checkTarget);
                assertThat(line.switched(!entry.on()).switched(entry.on()).entry())
                        .isEqualTo(entry);
            }
        }
    }

    private static void checkTarget(Address address) {
        String target =
                switch (address) {
                    case Address.Web(WebUrl url, _) -> {
                        assertThat(url.host()).matches("[a-z0-9._~!$&'()*+,;=:\\[\\]-]+");
                        assertThat(url).isEqualTo(Urls.url(typed(url)));
                        yield url.target();
                    }
                    case Address.Lab(String path) -> path.replaceFirst("(?s)#.*", "");
                };
        assertThat(target).startsWith("/").matches("[!-~]+").doesNotContain("#");
    }

    private static String typed(WebUrl url) {
        String user = url.user() == null ? "" : url.user() + "@";
        return url.toString().replaceFirst("//", Matcher.quoteReplacement("//" + user));
    }
}
