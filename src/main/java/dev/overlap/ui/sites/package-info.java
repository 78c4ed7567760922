/**
 * The site list: {@link dev.overlap.ui.sites.SiteListPane} shows it, {@link
 * dev.overlap.ui.sites.SiteHistory} holds it with undo and redo.
 */
package dev.overlap.ui.sites;
