package dev.overlap.session.log;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Constants as they are written in logs: in lower case, with hyphens. */
final class EnumCodes {

    private EnumCodes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the constant with a code, or null for one of a newer version. */
    static <T extends Enum<T>> @Nullable T read(Class<T> type, String code) {
        for (T constant : type.getEnumConstants()) {
            if (of(constant).equals(code)) {
                return constant;
            }
        }
        return null;
    }
}
