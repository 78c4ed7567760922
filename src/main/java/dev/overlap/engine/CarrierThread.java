package dev.overlap.engine;

/**
 * Identifies the carrier: the platform thread on which a virtual thread currently runs.
 *
 * <p>Java has no API for it. While the thread is mounted, its {@link Thread#toString()} names the
 * carrier, as in {@code VirtualThread[#34,virtual-1]/runnable@ForkJoinPool-1-worker-3}.
 */
final class CarrierThread {

    static final int NOT_SEEN = -1;

    private CarrierThread() {}

    /** Returns the number of the calling thread's carrier, or {@link #NOT_SEEN}. */
    static int ofThisThread() {
        Thread thread = Thread.currentThread();
        return thread.isVirtual() ? numberIn(thread.toString()) : NOT_SEEN;
    }

    /** Returns the number at the end of the part after the last {@code @}. */
    static int numberIn(String thread) {
        int end = thread.length();
        int begin = end;
        while (begin > 0 && Character.isDigit(thread.charAt(begin - 1))) {
            begin--;
        }
        boolean isNumber = begin < end && end - begin < 10;
        return isNumber && thread.lastIndexOf('@') > thread.lastIndexOf(']')
                ? Integer.parseInt(thread, begin, end, 10)
                : NOT_SEEN;
    }
}
