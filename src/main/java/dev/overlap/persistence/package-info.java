/**
 * What survives a restart ({@link dev.overlap.persistence.StateStore}): the list, the settings and
 * the looks of the window, in the user's own folder.
 */
package dev.overlap.persistence;
