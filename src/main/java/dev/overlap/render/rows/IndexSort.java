package dev.overlap.render.rows;

/**
 * Sorts indices by a primitive key, stably: without an object per row, as a live chart sorts again
 * and again. A merge sort from the bottom up; runs that are in order already are only copied.
 */
final class IndexSort {

    private IndexSort() {}

    /**
     * Sorts in place.
     *
     * @param indices into the keys
     * @param keys the smallest first
     */
    static void sort(int[] indices, long[] keys) {
        int[] from = indices;
        int[] to = new int[indices.length];
        boolean inPlace = true;
        for (int width = 1; width < indices.length; width *= 2) {
            for (int left = 0; left < indices.length; left += 2 * width) {
                int middle = Math.min(left + width, indices.length);
                merge(from, to, keys, left, middle, Math.min(middle + width, indices.length));
            }
            int[] sorted = to;
            to = from;
            from = sorted;
            inPlace = !inPlace;
        }
        if (!inPlace) {
            System.arraycopy(from, 0, indices, 0, indices.length);
        }
    }

    private static void merge(int[] from, int[] to, long[] keys, int left, int middle, int right) {
        if (middle == right || keys[from[middle - 1]] <= keys[from[middle]]) {
            System.arraycopy(from, left, to, left, right - left);
            return;
        }
        int first = left;
        int second = middle;
        for (int at = left; at < right; at++) {
            boolean takeFirst =
                    second == right || (first < middle && keys[from[first]] <= keys[from[second]]);
            to[at] = takeFirst ? from[first++] : from[second++];
        }
    }
}
