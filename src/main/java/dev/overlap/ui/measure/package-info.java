/** The figures of the range of time that is selected in the timeline. */
package dev.overlap.ui.measure;
