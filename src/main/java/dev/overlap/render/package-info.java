/**
 * What all pictures are made of: {@link dev.overlap.render.Surface}, theme, time scale and text
 * metrics. Knows no toolkit.
 */
package dev.overlap.render;
