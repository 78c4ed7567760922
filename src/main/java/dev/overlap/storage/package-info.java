/** Saves files without losing what was there, and keeps private what is private. */
package dev.overlap.storage;
