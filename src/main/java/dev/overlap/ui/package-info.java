/** The windows. */
package dev.overlap.ui;
