package dev.overlap.installer;

/** Says in one sentence why no package was made, or why a package does not do what it should. */
final class InstallerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InstallerException(String sentence) {
        super(sentence);
    }
}
