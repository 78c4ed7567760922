package dev.overlap.report;

/** The proportions of an image. */
public enum Aspect {

    /** As wide as a slide, and as tall as its contents need. */
    NATURAL,

    /** 16 to 9, as most slides and screens; contents that do not fit are drawn smaller. */
    WIDE
}
