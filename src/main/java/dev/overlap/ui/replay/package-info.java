/**
 * Replay of a finished run: {@link dev.overlap.ui.replay.Replay} holds the playhead, the other
 * classes show it.
 */
package dev.overlap.ui.replay;
