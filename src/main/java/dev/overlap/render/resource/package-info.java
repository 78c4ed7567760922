/**
 * The rows of what tasks share, as geometry: who had a lock or permit when, who waited for it, the
 * values of a counter, the filling of a queue.
 */
package dev.overlap.render.resource;
