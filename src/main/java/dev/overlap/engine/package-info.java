/**
 * Does the tasks: crew, workers and HTTP clients, watched through their hooks. The only room that
 * knows HttpClient.
 */
package dev.overlap.engine;
