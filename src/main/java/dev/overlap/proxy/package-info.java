/** The proxies that a machine's settings name, of which Overlap uses none, and for which hosts. */
package dev.overlap.proxy;
