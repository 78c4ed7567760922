// One cheap thread a task: all waits overlap, and none holds a real thread.
// @ use head
// @ use $items
final Semaphore places = new Semaphore($workers); // so many at once  //@ limited

void main() {
    long begin = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for ($type $item : $ITEMS) {
            threads.execute(() -> $kind($item)); // @ free queued
            threads.execute(() -> inTurn($item)); // @ limited
        }
    }
    // @ use end
}

// @ use in-turn limited

// @ use blocking-$kind
