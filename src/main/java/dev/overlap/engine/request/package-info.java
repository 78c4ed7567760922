/**
 * What to request next, what a response is, and how failures are classified, for both HTTP clients.
 */
package dev.overlap.engine.request;
