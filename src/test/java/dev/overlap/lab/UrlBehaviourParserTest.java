package dev.overlap.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlBehaviourParserTest {

    @Test
    void everyPathOfTheDescriptionIsUnderstood() {
        assertThat(get("/delay/300")).isEqualTo(new Behaviour.Delay(300));
        assertThat(get("/bytes/5000?ms=20")).isEqualTo(new Behaviour.Bytes(5000, 20));
        assertThat(get("/status/503?delay=7")).isEqualTo(new Behaviour.Status(503, 7));
        assertThat(get("/redirect/3")).isEqualTo(new Behaviour.Redirect(3));
        assertThat(get("/hang")).isEqualTo(new Behaviour.Hang());
        assertThat(get("/reset?after=9")).isEqualTo(new Behaviour.Reset(9));
        assertThat(get("/close?after=8")).isEqualTo(new Behaviour.Close(8));
        assertThat(get("/echo")).isEqualTo(new Behaviour.Echo());
        assertThat(get("/")).isEqualTo(new Behaviour.Describe());
    }

    @Test
    void anAbsentParameterIsZero() {
        assertThat(get("/bytes/1")).isEqualTo(new Behaviour.Bytes(1, 0));
        assertThat(get("/reset")).isEqualTo(new Behaviour.Reset(0));
        assertThat(get("/status/200?")).isEqualTo(new Behaviour.Status(200, 0));
    }

    @Test
    void aJobIsStartedByPostAndAskedForByGet() {
        assertThat(UrlBehaviourParser.parse("POST", "/jobs?takes=400"))
                .isEqualTo(new Behaviour.StartJob(400));
        assertThat(get("/jobs/17?takes=400")).isEqualTo(new Behaviour.AskJob(new JobId(17, 400)));
        assertThat(get("/jobs?takes=400"))
                .isEqualTo(
                        new Behaviour.Refuse(
                                405,
                                "Start a job with POST /jobs?takes=ms, then GET its Location."));
        assertThat(UrlBehaviourParser.parse("POST", "/jobs/17?takes=400"))
                .isInstanceOfSatisfying(
                        Behaviour.Refuse.class, r -> assertThat(r.code()).isEqualTo(405));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/delay/600001 | ms must be a whole number from 0 to 600000, not \"600001\".",
                "/delay/-1 | ms must be a whole number from 0 to 600000, not \"-1\".",
                "/delay/ | ms must be a whole number from 0 to 600000, not \"\".",
                "/delay/%33 | ms must be a whole number from 0 to 600000, not \"%33\".",
                "/delay/\u0663 | ms must be a whole number from 0 to 600000, not \"\u0663\".",
                "/delay | A number is missing: write /delay/ and the number.",
                "/delay/1?ms=2 | This path has no parameters, but \"ms=2\" was given.",
                "/bytes/1000000001 | n must be a whole number from 0 to 1000000000, not"
                        + " \"1000000001\".",
                "/bytes/1?ms= | ms must be a whole number from 0 to 600000, not \"\".",
                "/bytes/1?ms | ms must be a whole number from 0 to 600000, not \"\".",
                "/bytes/1?ms=1&ms=2 | ms must be a whole number from 0 to 600000, not \"1&ms=2\".",
                "/bytes/1?after=1 | This path has no parameter \"after\"; it has ms.",
                "/status/199 | code must be a whole number from 200 to 599, not \"199\".",
                "/status/100 | code must be a whole number from 200 to 599, not \"100\".",
                "/status/600 | code must be a whole number from 200 to 599, not \"600\".",
                "/redirect/101 | n must be a whole number from 0 to 100, not \"101\".",
                "/jobs/1?takes=x | takes must be a whole number from 0 to 600000, not \"x\".",
            })
    void aNumberOutOfBoundsIsRefusedInOneSentence(String target, String sentence) {
        assertThat(get(target)).isEqualTo(new Behaviour.Refuse(400, sentence));
    }

    @Test
    void aVeryLongNumberIsRefusedAndShownShort() {
        assertThat(get("/delay/" + "9".repeat(5000)))
                .isEqualTo(
                        new Behaviour.Refuse(
                                400,
                                "ms must be a whole number from 0 to 600000, not \""
                                        + "9".repeat(40)
                                        + "...\"."));
    }

    @ParameterizedTest
    @CsvSource({"/nope", "/delay/1/2", "/hang/1", "favicon.ico", "*"})
    void anUnknownPathIsToldWhichPathsThereAre(String target) {
        assertThat(get(target))
                .isInstanceOfSatisfying(
                        Behaviour.Refuse.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(404);
                            assertThat(refused.sentence())
                                    .startsWith("The lab has no path \"" + target + "\"; it has ")
                                    .contains("/delay/{ms}", "/jobs?takes=", "/echo");
                        });
    }

    @Test
    void aJobIsDoneWhenItsTimeIsOver() {
        JobId job = new JobId(1_000, 1_500);

        assertThat(job.leftMicros(1_000)).isEqualTo(1_500_000);
        assertThat(job.retryAfterSeconds(1_000)).isEqualTo(1);
        assertThat(job.retryAfterSeconds(600_000)).isZero();
        assertThat(job.leftMicros(1_501_000)).isZero();
        assertThat(get(job.location())).isEqualTo(new Behaviour.AskJob(job));
    }

    private static Behaviour get(String target) {
        return UrlBehaviourParser.parse("GET", target);
    }
}
