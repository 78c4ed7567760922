/** The presenter's window, for the screen that the class does not see. */
package dev.overlap.ui.presenter;
