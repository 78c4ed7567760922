/** The certificates that the operating system trusts, for whoever wants to trust them too. */
package dev.overlap.engine.trust;
