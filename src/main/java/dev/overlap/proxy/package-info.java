/**
 * The proxies configured on a machine, none of which Overlap uses, and the hosts that they apply
 * to.
 */
package dev.overlap.proxy;
