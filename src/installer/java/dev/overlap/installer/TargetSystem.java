package dev.overlap.installer;

import java.util.Locale;

/** The systems that there are packages for. A package can be made only on its own system. */
enum TargetSystem {
    LINUX("linux"),
    WINDOWS("windows"),
    MAC("macos");

    private final String word;

    TargetSystem(String word) {
        this.word = word;
    }

    /** Returns the system that this is. */
    static TargetSystem here() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        if (name.startsWith("mac")) {
            return MAC;
        }
        if (name.equals("linux")) {
            return LINUX;
        }
        throw new InstallerException("There are no packages for " + name + ".");
    }

    /** Returns the name of system and processor in file names, as in {@code linux-x64}. */
    String platform() {
        String processor =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x64";
                    case "aarch64" -> "arm64";
                    case String other -> other;
                };
        return word + "-" + processor;
    }
}
