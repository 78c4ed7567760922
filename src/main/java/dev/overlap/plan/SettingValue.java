package dev.overlap.plan;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The kind of value that a setting has, and how it is read from and written to settings. */
public sealed interface SettingValue {

    /**
     * A positive whole number.
     *
     * @param max the largest allowed value
     * @param unset whether it may be left to Overlap, represented by {@link
     *     ConnectionSettings#NOT_SET}
     */
    record Count(
            int max,
            boolean unset,
            ToIntFunction<Settings> get,
            BiFunction<Settings, Integer, Settings> put)
            implements SettingValue {

        /**
         * Returns the settings with this number.
         *
         * @throws IllegalArgumentException with a message, if it is out of range; so is {@code
         *     NOT_SET}, since a user who enters 0 does not mean "no limit"
         */
        public Settings with(Settings settings, int number) {
            return put.apply(settings, number == ConnectionSettings.NOT_SET ? -1 : number);
        }

        /** Returns the settings with the default value. */
        public Settings withDefault(Settings settings) {
            return put.apply(settings, get.applyAsInt(Settings.DEFAULT));
        }
    }

    /** A duration. */
    record Time(Function<Settings, Duration> get, BiFunction<Settings, Duration, Settings> put)
            implements SettingValue {}

    /**
     * On or off.
     *
     * @param off the label for "off" if this is a choice between two words; empty if it is a plain
     *     rule
     * @param on the label for "on"
     */
    record Flag(
            String off,
            String on,
            Predicate<Settings> get,
            BiFunction<Settings, Boolean, Settings> put)
            implements SettingValue {

        /** Returns whether this is a choice between two words. */
        public boolean isChoice() {
            return !off.isEmpty();
        }

        /** Returns the choice between the two words. */
        public Choice asChoice() {
            return new Choice(
                    List.of(new Choice.Option(off, off), new Choice.Option(on, on)),
                    settings -> get.test(settings) ? on : off,
                    (settings, word) -> put.apply(settings, word.equals(on)));
        }
    }

    /**
     * One of several named values.
     *
     * @param options in the order in which they are offered; the first is the default
     * @param get returns the id of the option that is set
     * @param put sets the option with an id of these
     */
    record Choice(
            List<Option> options,
            Function<Settings, String> get,
            BiFunction<Settings, String, Settings> put)
            implements SettingValue {

        /**
         * A value to choose.
         *
         * @param id on the command line and in files
         * @param label in the window
         */
        public record Option(String id, String label) {}

        public Choice {
            options = List.copyOf(options);
        }

        /** Returns the ids, in the order in which they are offered. */
        public List<String> ids() {
            return options.stream().map(Option::id).toList();
        }

        /** Returns the option that is set. */
        public Option of(Settings settings) {
            String id = get.apply(settings);
            return options.stream().filter(it -> it.id.equals(id)).findFirst().orElseThrow();
        }

        /**
         * Returns the settings with the option of an id.
         *
         * @throws IllegalArgumentException with a sentence that lists the ids, if there is none
         */
        public Settings with(Settings settings, String id) {
            if (!ids().contains(id)) {
                throw new IllegalArgumentException(
                        Quoting.of(id)
                                + " is none of the values: "
                                + String.join(", ", ids())
                                + ".");
            }
            return put.apply(settings, id);
        }
    }
}
