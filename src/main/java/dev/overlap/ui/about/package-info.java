/** The sheet that says what this program is. */
package dev.overlap.ui.about;
