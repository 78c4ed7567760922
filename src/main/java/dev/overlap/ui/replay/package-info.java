/**
 * Replay of a finished run: {@link dev.overlap.ui.replay.Replay} is the playhead, the rest shows
 * it.
 */
package dev.overlap.ui.replay;
