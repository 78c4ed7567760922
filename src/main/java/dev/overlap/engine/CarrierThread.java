package dev.overlap.engine;

/**
 * The platform thread that a virtual thread runs on at this instant.
 *
 * <p>Java has no call for it. It shows in {@link Thread#toString()} while the thread is mounted, as
 * in {@code VirtualThread[#34,virtual-1]/runnable@ForkJoinPool-1-worker-3}, and only there.
 */
final class CarrierThread {

    static final int NOT_SEEN = -1;

    private CarrierThread() {}

    /** The number of the calling thread's carrier, or {@link #NOT_SEEN}. */
    static int ofThisThread() {
        Thread thread = Thread.currentThread();
        return thread.isVirtual() ? numberIn(thread.toString()) : NOT_SEEN;
    }

    /** The figures at the end of what follows the last {@code @}. */
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
