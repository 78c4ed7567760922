package dev.overlap.render;

import dev.overlap.trace.Phase;

/**
 * The colours of a drawing, as ARGB. The fills of the phases are distinguishable with any of the
 * three kinds of colour blindness: the smallest distance between two is 13.1 in OKLab x 100 in the
 * light theme, and 8.7 in the dark one, between a low bar and a high one.
 */
public enum Theme {
    LIGHT {
        @Override
        public int of(Phase phase) {
            return PhaseStyle.of(phase).light();
        }

        @Override
        public int ground() {
            return 0xFFFFFFFF;
        }

        @Override
        public int selected() {
            return 0xFFE6EFFC;
        }

        @Override
        public int grid() {
            return 0xFFE3E6EA;
        }

        @Override
        public int faintGrid() {
            return 0xFFF2F4F6;
        }

        @Override
        public int text() {
            return 0xFF1F2430;
        }

        @Override
        public int quietText() {
            return 0xFF5B6472;
        }

        @Override
        public int warning() {
            return 0xFF9A5B00;
        }

        @Override
        public int failure() {
            return 0xFFB91C1C;
        }

        @Override
        public int accent() {
            return 0xFF0B5FC7;
        }

        @Override
        public int accentArea() {
            return 0xFFCFE2F8;
        }

        @Override
        public int busy() {
            return 0xFF3C6A99;
        }

        @Override
        public int onBusy() {
            return 0xFFFFFFFF;
        }

        @Override
        public int idle() {
            return 0xFFC3CAD3;
        }

        @Override
        public int held() {
            return 0x409A5B00;
        }

        @Override
        public int border(int fill) {
            return mix(fill, 0xFF000000, 0.4);
        }

        @Override
        public int occupied() {
            return 0xFFDCE7F2;
        }

        @Override
        public int lowerBound() {
            return 0xFF166534;
        }

        @Override
        public int oneByOne() {
            return 0xFF8A5A00;
        }

        @Override
        public int guess() {
            return 0xFF8B2FC9;
        }

        @Override
        public int spread() {
            return 0xFF8A94A3;
        }
    },
    DARK {
        @Override
        public int of(Phase phase) {
            return PhaseStyle.of(phase).dark();
        }

        @Override
        public int ground() {
            return 0xFF14171C;
        }

        @Override
        public int selected() {
            return 0xFF1E2D44;
        }

        @Override
        public int grid() {
            return 0xFF2B3038;
        }

        @Override
        public int faintGrid() {
            return 0xFF1D2127;
        }

        @Override
        public int text() {
            return 0xFFE7EAEE;
        }

        @Override
        public int quietText() {
            return 0xFF9CA5B2;
        }

        @Override
        public int warning() {
            return 0xFFF0B04A;
        }

        @Override
        public int failure() {
            return 0xFFFF8A80;
        }

        @Override
        public int accent() {
            return 0xFF6CB2F7;
        }

        @Override
        public int accentArea() {
            return 0xFF1C3A5E;
        }

        @Override
        public int busy() {
            return 0xFF86B6E6;
        }

        @Override
        public int onBusy() {
            return 0xFF0F1B29;
        }

        @Override
        public int idle() {
            return 0xFF3A424D;
        }

        @Override
        public int held() {
            return 0x50F0B04A;
        }

        @Override
        public int border(int fill) {
            return mix(fill, 0xFFFFFFFF, 0.25);
        }

        @Override
        public int occupied() {
            return 0xFF22364C;
        }

        @Override
        public int lowerBound() {
            return 0xFF4ADE80;
        }

        @Override
        public int oneByOne() {
            return 0xFFE0B25C;
        }

        @Override
        public int guess() {
            return 0xFFD29BFF;
        }

        @Override
        public int spread() {
            return 0xFF8A94A3;
        }
    };

    /** The colour of a phase: its fill, or the lines of its outline, hatch or dots. */
    public abstract int of(Phase phase);

    /** The background. */
    public abstract int ground();

    /** The background of the selected row. */
    public abstract int selected();

    /** The major lines of the time axis. */
    public abstract int grid();

    /** The minor lines halfway between them. */
    public abstract int faintGrid();

    public abstract int text();

    /** Secondary text. */
    public abstract int quietText();

    /** An HTTP error status, or another condition that needs attention. */
    public abstract int warning();

    /** A failure. */
    public abstract int failure();

    /** The playhead and the line of the concurrency curve. */
    public abstract int accent();

    /** The area below the concurrency curve. */
    public abstract int accentArea();

    /** A busy worker. */
    public abstract int busy();

    /** Text on {@link #busy()}. */
    public abstract int onBusy();

    /** The line that a lane stands on, for as long as its worker may be used. */
    public abstract int idle();

    /** The tint over the bars of tasks whose event loop another task holds; translucent. */
    public abstract int held();

    /** A thread occupied by a task that does not use it. */
    public abstract int occupied();

    /** The reference line of the lower bound. */
    public abstract int lowerBound();

    /** The reference line of sequential execution. */
    public abstract int oneByOne();

    /** The user's guess. */
    public abstract int guess();

    /** The range from the shortest of several runs to the longest. */
    public abstract int spread();

    /** The border that keeps a light fill visible on a light background, and a dark one on dark. */
    public abstract int border(int fill);

    private static int mix(int from, int to, double share) {
        int result = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xFF;
            int b = to >> shift & 0xFF;
            result = result << 8 | (int) Math.round(a + (b - a) * share);
        }
        return result;
    }
}
