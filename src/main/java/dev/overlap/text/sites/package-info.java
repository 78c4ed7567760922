/** Sentences on lines of the site list: what was repaired, and what an edit was. */
package dev.overlap.text.sites;
