package dev.overlap.program.python;

import java.util.Comparator;

/** The version of an interpreter. */
public record PythonVersion(int major, int minor, int micro) implements Comparable<PythonVersion> {

    /** The first version whose programs can be watched. */
    public static final PythonVersion OLDEST_WATCHED = new PythonVersion(3, 8, 0);

    private static final Comparator<PythonVersion> ORDER =
            Comparator.comparingInt(PythonVersion::major)
                    .thenComparingInt(PythonVersion::minor)
                    .thenComparingInt(PythonVersion::micro);

    @Override
    public int compareTo(PythonVersion other) {
        return ORDER.compare(this, other);
    }

    /** Returns whether this is the given feature release, such as 3.14, or a later one. */
    public boolean isAtLeast(int major, int minor) {
        return compareTo(new PythonVersion(major, minor, 0)) >= 0;
    }

    /** Returns the version as people write it: {@code 3.11.2}. */
    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
