/**
 * Both HTTP clients ({@link dev.overlap.engine.http.HttpClients}) and the hooks that record them:
 * the only package that drives HttpClient.
 */
package dev.overlap.engine.http;
