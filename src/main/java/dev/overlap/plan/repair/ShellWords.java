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

    private ShellWords() {}

    /** Returns the words of the first command, or null if a quotation mark is not closed. */
    static @Nullable List<String> split(String text) {
        ShellWords shell = new ShellWords();
        int at = 0;
        while (at < text.length() && !shell.endsAt(text, at)) {
            at += shell.read(text, at);
        }
        shell.end();
        return shell.quote == 0 ? shell.words : null;
    }

    /** A command ends at a semicolon, an ampersand, a pipe, a redirection or a comment. */
    private boolean endsAt(String text, int at) {
        char c = text.charAt(at);
        return quote == 0 && (";&|<>\n".indexOf(c) >= 0 || (c == '#' && !inWord));
    }

    private int read(String text, int at) {
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
