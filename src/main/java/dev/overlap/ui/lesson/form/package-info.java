/** The form for a new lesson: its texts, its places, its preview, and the check of its claims. */
package dev.overlap.ui.lesson.form;
