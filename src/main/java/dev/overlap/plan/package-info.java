/**
 * What to run: the site list, the settings, and the plan made of them, as pure data with a text
 * form.
 */
package dev.overlap.plan;
