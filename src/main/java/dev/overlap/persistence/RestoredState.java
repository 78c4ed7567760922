package dev.overlap.persistence;

import java.util.List;

/**
 * What a window begins with.
 *
 * @param store where its state is to be saved
 * @param state what it shows
 * @param sentences what went wrong, one sentence each; empty nearly always
 * @param otherLists how many lists of windows that are closed wait for windows of their own. They
 *     come back, the newest first, as further windows are opened
 */
public record RestoredState(
        StateStore store, WindowState state, List<String> sentences, int otherLists) {
    public RestoredState {
        sentences = List.copyOf(sentences);
    }
}
