/**
 * The embedded HTTP server, {@link dev.overlap.lab.Lab}, whose behaviour is declared by the URL
 * alone.
 */
package dev.overlap.lab;
