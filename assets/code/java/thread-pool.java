// N threads; each free one takes the next task: N waits overlap.
// @ use head
// @ use $items

void main() {
    long begin = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool($workers)) {
        for ($type $item : $ITEMS) {
            pool.execute(() -> $kind($item)); // @ queued
        }
    }
    // @ use end
}

// @ use blocking-$kind
