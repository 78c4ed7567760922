/** Settings, rules and the number of workers. */
package dev.overlap.ui.settings;
