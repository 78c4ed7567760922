/**
 * What to request next, what a response is, and what a failure is called: the same for both HTTP
 * clients.
 */
package dev.overlap.engine.request;
