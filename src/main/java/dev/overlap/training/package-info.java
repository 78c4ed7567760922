/**
 * The work of the run from which the build makes the cache for a quick start (JEP 483): what the
 * program did in it is loaded and linked already when it starts again. Nothing here runs on a
 * user's machine.
 */
@NullMarked
package dev.overlap.training;

import org.jspecify.annotations.NullMarked;
