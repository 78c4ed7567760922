package dev.overlap.persistence;

import java.util.List;

/**
 * The state that a window starts with.
 *
 * @param store saves the state of this window
 * @param state the restored state
 * @param sentences what went wrong, one sentence each; usually empty
 * @param otherLists the number of lists of closed windows that are not shown. Further windows
 *     restore them, the newest first
 */
public record RestoredState(
        StateStore store, WindowState state, List<String> sentences, int otherLists) {
    public RestoredState {
        sentences = List.copyOf(sentences);
    }
}
