/** The overview of a whole run, in which the visible part can be moved: pure geometry. */
package dev.overlap.render.overview;
