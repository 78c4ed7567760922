/**
 * The state that survives a restart ({@link dev.overlap.persistence.StateStore}): the list, the
 * settings and the window preferences, in the user's folder.
 */
package dev.overlap.persistence;
