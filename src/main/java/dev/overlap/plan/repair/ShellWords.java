package dev.overlap.plan.repair;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Splits a command line into words as a POSIX shell does, without expanding anything. */
final class ShellWords {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;
    private int at;

    private ShellWords() {}

    /** Returns the words of the first command, or null if a quotation mark is not closed. */
    static @Nullable List<String> split(String text) {
        ShellWords shell = read(text);
        return shell.quote == 0 ? shell.words : null;
    }

    /** Returns where the first command ends. */
    static int end(String text) {
        return read(text).at;
    }

    private static ShellWords read(String text) {
        ShellWords shell = new ShellWords();
        while (shell.at < text.length() && !shell.endsAt(text)) {
            shell.at += shell.readOne(text);
        }
        shell.end();
        return shell;
    }

    /** A command ends at a semicolon, an ampersand, a pipe, a redirection or a comment. */
    private boolean endsAt(String text) {
        char c = text.charAt(at);
        return quote == 0 && (";&|<>\n".indexOf(c) >= 0 || (c == '#' && !inWord));
    }

    /** Reads the next character and returns its length in the text. */
    private int readOne(String text) {
        char c = text.charAt(at);
        if (c == '\\' && quote != '\'' && at + 1 < text.length()) {
            append(text.charAt(at + 1));
            return 2;
        }
        if (quote != 0 ? c == quote : c == '"' || c == '\'') {
            quote = quote == 0 ? c : 0;
            inWord = true;
        } else if (quote == 0 && Character.isWhitespace(c)) {
            end();
        } else {
            append(c);
        }
        return 1;
    }

    private void append(char c) {
        word.append(c);
        inWord = true;
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
