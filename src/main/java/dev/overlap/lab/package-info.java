/** The embedded HTTP server whose behaviour is declared by the URL alone. */
package dev.overlap.lab;
