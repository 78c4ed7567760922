// One thread a task: all waits overlap, and every one costs a thread.
// @ use head
// @ use $items

void main() throws InterruptedException {
    long begin = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for ($type $item : $ITEMS) {
        threads.add(Thread.ofPlatform().start(() -> $kind($item))); // @ queued
    }
    for (Thread thread : threads) {
        thread.join();
    }
    // @ use end
}

// @ use blocking-$kind
