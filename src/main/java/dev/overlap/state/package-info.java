/**
 * What survives a restart: the list, the settings and the looks of the window, kept in the user's
 * own folder.
 */
package dev.overlap.state;
