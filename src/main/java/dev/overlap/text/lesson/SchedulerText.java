package dev.overlap.text.lesson;

import dev.overlap.lesson.scheduler.OverwrittenUpdate;
import dev.overlap.lesson.scheduler.Schedule;
import dev.overlap.lesson.scheduler.ScheduledStep;
import dev.overlap.lesson.scheduler.TakenStep;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is said of a race that a person schedules. {@code %s} and {@code %d} are placeholders. */
public final class SchedulerText {

    public static final String TITLE = "You are the scheduler";
    public static final String NOT_MEASURED = "a step a column; nothing here is measured";
    public static final String NOTICE = "You are the scheduler. Not measured.";
    public static final String STATUS = "You are the scheduler; nothing here is measured.";
    public static final String TASK = "Two threads each add one to \"%s\". Make them lose one.";
    public static final String TASK_WITH_LOCK =
            "The same, with a lock around the three steps. Can you still lose one?";
    public static final String EMPTY = "Press a thread's button. It takes its next step.";
    public static final String COUNTER = "\"%s\" shows %d";
    public static final String THREAD_DONE = "Done";
    public static final String THREAD_WAITS = "Waits";
    public static final String WAITS_FOR = "Waits for the lock that %s holds.";
    public static final String UNDO = "Undo";
    public static final String UNDO_HELP = "Undo: take the last step back.";
    public static final String AGAIN = "Start again";
    public static final String AGAIN_HELP = "Start again: no thread has taken a step.";
    public static final String WITH_LOCK = "With a lock";
    public static final String WITH_LOCK_HELP =
            "With a lock: the same race, in which each thread takes a lock first.";
    public static final String WITHOUT_LOCK = "Without the lock";
    public static final String WITHOUT_LOCK_HELP = "Without the lock: the first race again.";
    public static final String STEPS = "your steps";
    public static final String RUNS = "runs";
    public static final String NOT_CHOSEN = "could run, not chosen";
    public static final String WAITS = "waits for the lock";
    public static final String HOLDS = "held by %s";
    public static final String LOCK = "lock";

    private static final String NOT_LOST =
            "Nothing was lost: the second thread read what the first had written. That is luck: 18"
                    + " of the 20 orders lose one. Undo, or start again.";
    private static final String NEVER_LOST =
            "Nothing was lost, and no order of yours could: whoever has the lock reads, adds and"
                    + " writes before the other one reads.";

    private SchedulerText() {}

    /** The name of a thread, as in {@code thread 1}. */
    public static String thread(int thread) {
        return "thread " + (thread + 1);
    }

    /** The names of both threads. */
    public static List<String> threads() {
        return IntStream.range(0, Schedule.THREADS).mapToObj(SchedulerText::thread).toList();
    }

    /** A step that is to come. */
    public static String step(ScheduledStep step) {
        return switch (step) {
            case LOCK -> "take the lock";
            case READ -> "read";
            case ADD -> "add 1";
            case WRITE -> "write";
            case UNLOCK -> "give it back";
        };
    }

    /** A step that was taken, with what came of it. */
    public static String step(TakenStep taken) {
        String words = step(taken.step());
        return switch (taken.step()) {
            case LOCK, UNLOCK -> words;
            case READ, WRITE -> words + " " + taken.value();
            case ADD -> (taken.value() - 1) + " + 1 = " + taken.value();
        };
    }

    /** A step that was taken, as one or two short lines in a picture. */
    public static List<String> lines(TakenStep taken) {
        String value = String.valueOf(taken.value());
        return switch (taken.step()) {
            case LOCK -> List.of("lock");
            case READ -> List.of("read", value);
            case ADD -> List.of("add 1", "= " + value);
            case WRITE -> List.of("write", value);
            case UNLOCK -> List.of("unlock");
        };
    }

    /** The accessible text of the button of a thread. */
    public static String button(Schedule schedule, int thread) {
        ScheduledStep next = schedule.next(thread);
        if (next == null) {
            return "%s has taken all of its steps.".formatted(capital(thread(thread)));
        }
        String waits = waits(schedule, thread);
        String words = "%s, next step: %s.".formatted(capital(thread(thread)), step(next));
        return waits.isEmpty() ? words : words + " " + waits;
    }

    /** Why a thread cannot go on; empty if it can, or has nothing more to do. */
    public static String waits(Schedule schedule, int thread) {
        return schedule.waits(thread) ? WAITS_FOR.formatted(thread(schedule.holder())) : "";
    }

    /** What came of it, in sentences; empty as long as nothing did. */
    public static String result(Schedule schedule, String counter) {
        OverwrittenUpdate lost = schedule.lost();
        if (lost != null) {
            return ("%s overwrote what %s had written: it had read %d before that, and wrote %d as"
                            + " well. Two were counted, and \"%s\" shows %d.")
                    .formatted(
                            capital(thread(lost.by())),
                            thread(lost.of()),
                            lost.read(),
                            lost.written(),
                            counter,
                            schedule.counter());
        }
        if (!schedule.isOver()) {
            return "";
        }
        return schedule.locked() ? NEVER_LOST : NOT_LOST;
    }

    /** What the picture shows, for those who do not see it. */
    public static String picture(Schedule schedule, String counter) {
        String steps =
                schedule.taken().stream()
                        .map(it -> capital(thread(it.thread())) + ": " + step(it) + ".")
                        .collect(Collectors.joining(" "));
        String shown = steps.isEmpty() ? EMPTY : steps;
        return ("You are the scheduler, and nothing here is measured. %s".formatted(shown)
                        + " "
                        + result(schedule, counter))
                .strip();
    }

    /** Words as they begin a sentence. */
    public static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
