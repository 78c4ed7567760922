package dev.overlap.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicReference;

class LessonSessionTest {

    private final Plan own =
            new Plan(SiteList.parse("lab:/delay/7"), "threads", Settings.DEFAULT.withRepeat(2));
    private final AtomicReference<Plan> window = new AtomicReference<>(own);
    private final LessonSession session = new LessonSession(window::get, window::set);
    private final Lesson first = LessonCatalog.all().getFirst();
    private final Lesson last = LessonCatalog.all().getLast();

    @Test
    void openLessonSetsItsListItsFirstModelAndItsSettings() {
        session.open(first);

        assertThat(window.get())
                .isEqualTo(new Plan(first.sites(), first.model(), first.settings()));
        assertThat(session.isOpen()).isTrue();
        assertThat(session.lessonProperty().get()).isEqualTo(first);
    }

    @Test
    void ownListIsRestoredAfterSeveralLessons() {
        session.open(first);
        session.open(last);
        session.leave();

        assertThat(window.get()).isEqualTo(own);
        assertThat(session.isOpen()).isFalse();
        assertThat(session.lessonProperty().get()).isNull();
    }

    @Test
    void leavingWithoutALessonChangesNothing() {
        session.leave();

        assertThat(window.get()).isSameAs(own);
    }
}
