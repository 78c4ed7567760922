package dev.overlap.plan;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What kind of value a setting has, and how it is taken from settings and put into them. */
public sealed interface SettingValue {

    /**
     * A whole number from 1 on.
     *
     * @param max the largest that is allowed
     * @param unset whether it can be left to Overlap, which {@link ConnectionSettings#NOT_SET}
     *     stands for
     */
    record Count(
            int max,
            boolean unset,
            ToIntFunction<Settings> get,
            BiFunction<Settings, Integer, Settings> put)
            implements SettingValue {

        /**
         * The settings with this number.
         *
         * @throws IllegalArgumentException with a sentence, if it is out of range; {@code NOT_SET}
         *     is so too, since whoever writes 0 does not mean "no limit"
         */
        public Settings with(Settings settings, int number) {
            return put.apply(settings, number == ConnectionSettings.NOT_SET ? -1 : number);
        }

        /** The settings with what a new user has. */
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
     * @param off what being off is called where the two are a choice; empty if it is a rule that
     *     holds or not
     * @param on what being on is called
     */
    record Flag(
            String off,
            String on,
            Predicate<Settings> get,
            BiFunction<Settings, Boolean, Settings> put)
            implements SettingValue {

        /** Whether it is a choice between two words. */
        public boolean isChoice() {
            return !off.isEmpty();
        }
    }
}
