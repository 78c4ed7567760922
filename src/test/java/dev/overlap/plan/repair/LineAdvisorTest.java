package dev.overlap.plan.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.runtime.LabRouteTable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;

class LineAdvisorTest {

    private final LineAdvisor advisor = new LineAdvisor(new LabRouteTable());

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '\0',
            textBlock =
                    """
                    - lab:/a                         ! lab:/a                      ! BULLET
                    See https://a.example for more.  ! https://a.example           ! WORDS
                    See https://a.example, # why     ! https://a.example # why     ! WORDS
                    htp://a.example/x                ! http://a.example/x          ! SCHEME
                    htps://a.example x3              ! https://a.example x3        ! SCHEME
                    http:/a.example                  ! http://a.example            ! SCHEME
                    lab:delay/300                    ! lab:/delay/300              ! SCHEME
                    https://a\u200b.example          ! https://a.example           ! INVISIBLE
                    ::1                              ! [::1]                       ! BRACKETS
                    http://2001:db8::1/x             ! http://[2001:db8::1]/x      ! BRACKETS
                    lab:/a ->lab:/b                  ! lab:/a -> lab:/b            ! BLANKS
                    lock:a {lab:/a}                  ! lock:a { lab:/a }           ! BLANKS
                    lock:a { lab:/a                  ! lock:a { lab:/a }           ! BRACE
                    x3 lab:/a                        ! lab:/a x3                   ! MISPLACED
                    lab:/a x3 -> lab:/b              ! lab:/a -> lab:/b x3         ! MISPLACED
                    lab:/a off                       ! off lab:/a                  ! MISPLACED
                    lab:/delai/300                   ! lab:/delay/300              ! LAB_PATH
                    off lab:/a -> poll:lab:/job      ! off lab:/a -> poll:lab:/job ! NONE
                    lab:/dealy/300 x3 # why          ! lab:/delay/300 x3 # why     ! LAB_PATH
                    lab:/delay                       ! lab:/delay/300              ! LAB_PATH
                    lab:/echo -> lab:/byte/9?ms=2    ! lab:/echo -> lab:/bytes/9?ms=2 ! LAB_PATH
                    poll:lab:/job?takes=200          ! poll:lab:/jobs?takes=200    ! LAB_PATH
                    https://a.example,https://b.example ! https://a.example | https://b.example ! SEVERAL
                    https://a.example,200,ok         ! https://a.example           ! WORDS
                    lab:/dealy/300 # was /dealy/300  ! lab:/delay/300 # was /dealy/300 ! LAB_PATH
                    lab:/dealy/3 # was lab:/dealy/3  ! lab:/delay/3 # was lab:/dealy/3 ! LAB_PATH
                    lab:/delay -> lab:/delay/300     ! lab:/delay/300 -> lab:/delay/300 ! LAB_PATH
                    lab:/dealy/3 -> lab:/dealy/30    ! lab:/delay/3 -> lab:/dealy/30 ! LAB_PATH
                    lab:/dealy/3 -> LAB:/dealy/3 x2  ! lab:/delay/3 -> LAB:/delay/3 x2 ! LAB_PATH
                    lab:/dealy/3#a -> lab:/hang      ! lab:/delay/3#a -> lab:/hang ! LAB_PATH
                    lock:a { lab:/dealy/3 }          ! lock:a { lab:/delay/3 }     ! LAB_PATH
                    https://a.example/lab:/delay -> lab:/delay ! https://a.example/lab:/delay -> lab:/delay/300 ! LAB_PATH
                    https://a.example,https://b.example # mirrors ! https://a.example # mirrors | https://b.example ! SEVERAL
                    https://a.example,https://b.example x2 ! https://a.example x2 | https://b.example x2 ! SEVERAL
                    https://a.example,200 x3 # why   ! https://a.example x3 # why  ! WORDS
                    off https://a.example,200        ! off https://a.example       ! WORDS
                    off https://a.example,https://b.example ! off https://a.example | off https://b.example ! SEVERAL
                    off https://a.example https://b.example x3 ! off https://a.example x3 | off https://b.example x3 ! WORDS
                    see lab:/hang and https://a.example # why ! lab:/hang # why | https://a.example ! WORDS
                    see poll:lab:/jobs?takes=9, or www.a.example. ! poll:lab:/jobs?takes=9 | www.a.example ! WORDS
                    mirrors lab:/hang,https://a.example ! lab:/hang | https://a.example ! WORDS
                    see https://a.example/b_(c) (https://d.example). ! https://a.example/b_(c) | https://d.example ! WORDS
                    see http://[::1]/x for more      ! http://[::1]/x              ! WORDS
                    """)
    void offersWhatWasProbablyMeant(String text, String mended, String form) {
        LineAdvice lineAdvice = advisor.advice(SiteLine.parse(text));
        if (form.equals("NONE")) {
            assertThat(lineAdvice.repair()).isNull();
            return;
        }

        assertThat(
                        lineAdvice.mended().stream()
                                .map(SiteLine::text)
                                .collect(Collectors.joining(" | ")))
                .isEqualTo(mended);
        assertThat(lineAdvice.repair().form()).hasToString(form);
        assertThat(lineAdvice.mended()).extracting(SiteLine::problem).containsOnlyNulls();
    }

    /** Whatever is around the addresses: nobody notices that a part of the line is gone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example,https://b.example",
                "https://a.example,200",
                "https://a.example https://b.example",
                "see lab:/hang and https://b.example",
                "lab:/dealy/300"
            })
    void whatIsOfferedKeepsTheCommentTheCountAndOff(String text) {
        LineAdvice lineAdvice = advisor.advice(SiteLine.parse("off " + text + " x3 # why"));

        assertThat(lineAdvice).isNotNull();
        String all =
                lineAdvice.mended().stream().map(SiteLine::text).collect(Collectors.joining("|"));
        assertThat(lineAdvice.mended())
                .isNotEmpty()
                .allSatisfy(
                        line ->
                                assertThat(line.entry())
                                        .returns(3, LineMeaning.Entry::times)
                                        .returns(false, LineMeaning.Entry::on));
        assertThat(all).contains("# why");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab:/delay/300 x3",
                "lab:/hang",
                "lab:/",
                "lab:/jobs/12?takes=3#part",
                "poll:lab:/jobs?takes=200",
                "https://a.example/x,y",
                "# lab:/delai",
                "queue orders 2",
                ""
            })
    void saysNothingOfWhatIsRight(String text) {
        assertThat(advisor.advice(SiteLine.parse(text))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "lab:/delay/x, 'ms must be a whole number from 0 to 600000, not \"x\".'",
        "lab:/status/99, 'code must be a whole number from 200 to 599, not \"99\".'",
        "cpu:1200, ",
        "https://a.example off https://b.example, ",
        "https://a.example x3 https://b.example, ",
        "https://a.example x3; https://b.example, ",
        "sleep:5ms lab:/hang, ",
        "'https://a.example,200 -> lab:/hang', 'https://a.example,200'",
        "'https://a.example,200,https://b.example', 'https://a.example,200,https//b.example'",
        "a b, "
    })
    void offersNothingWhereNothingIsLikely(String text, String sentence) {
        LineAdvice lineAdvice = advisor.advice(SiteLine.parse(text));

        assertThat(lineAdvice.mended()).isEmpty();
        assertThat(lineAdvice.sentence())
                .isEqualTo(sentence == null ? SiteLine.parse(text).problem() : sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "lab:/d, false",
        "lab:/del, false",
        "lab:/delay, false",
        "lab:/delay/, false",
        "lab:/delay/3, false",
        "lab:/status/4, false",
        "lab:/delai, true",
        "lab:/delai/300, true",
        "poll:lab:/jobz, true",
        "lab:, false",
        "htp:, false"
    })
    void whileTypingOnlyWhatCannotBecomeRightIsMentioned(String text, boolean isMentioned) {
        assertThat(advisor.whileTyping(text) != null).isEqualTo(isMentioned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ",", " ", "(", "[", "b(c)", ",lab:/", "off ", " x3", "lab:/a "})
    void aLongLineOfAnyKindIsJudgedAtOnce(String piece) {
        String text = "see https://a.example " + piece.repeat(50_000 / piece.length()) + " x";

        assertThat(advisor.advice(SiteLine.parse(text))).isNotNull();
        assertThat(advisor.advice(SiteLine.parse(text.replace("example ", "example/"))))
                .isNotNull();
    }
}
