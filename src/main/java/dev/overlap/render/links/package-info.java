/** Draws what the selected task of a timeline is related to as arrows. */
package dev.overlap.render.links;
