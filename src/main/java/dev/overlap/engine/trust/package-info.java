/** The certificates that the operating system trusts. */
package dev.overlap.engine.trust;
