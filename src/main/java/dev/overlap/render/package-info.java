/**
 * The foundation of all drawings: {@link dev.overlap.render.Surface}, theme, time scale and text
 * metrics. Independent of any UI toolkit.
 */
package dev.overlap.render;
