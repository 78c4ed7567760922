package dev.overlap.lesson.course;

import java.util.Base64;

/**
 * A small picture of the run with which a lesson was done.
 *
 * @param light for the light theme: a PNG file in Base64; empty for none
 * @param dark for the dark theme, likewise
 */
public record LessonPicture(String light, String dark) {

    /** No picture. */
    public static final LessonPicture NONE = new LessonPicture("", "");

    private static final int MAX_LENGTH = 1 << 17;

    public LessonPicture {
        if (light.length() > MAX_LENGTH || dark.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("This picture is too large.");
        }
        Base64.getDecoder().decode(light); // throws if it is anything else
        Base64.getDecoder().decode(dark);
    }

    /** Returns the picture of two PNG files; none if they are larger than small pictures are. */
    public static LessonPicture of(byte[] light, byte[] dark) {
        String encodedLight = Base64.getEncoder().encodeToString(light);
        String encodedDark = Base64.getEncoder().encodeToString(dark);
        return encodedLight.length() > MAX_LENGTH || encodedDark.length() > MAX_LENGTH
                ? NONE
                : new LessonPicture(encodedLight, encodedDark);
    }

    public boolean isEmpty() {
        return light.isEmpty() || dark.isEmpty();
    }

    /** Returns the PNG file for a theme; empty for none. */
    public byte[] png(boolean forDark) {
        return Base64.getDecoder().decode(forDark ? dark : light);
    }
}
