// A step waits for a future of its own loop: the loop cannot run what would
// complete it, because it runs the step. Only a timeout ends that.
// @ use head
// @ use $items
final Duration TIMEOUT = Duration.ofMillis($timeout); // @ numbers
final long end = System.nanoTime() + TIMEOUT.toNanos();

// @ use loop

void main() {
    long begin = System.nanoTime();
    for ($type $item : $ITEMS) {
        loop.execute(() -> step($item)); // @ queued ready
    }
    loop.close();
    // @ use end
}

void step($type $item) {
    Future<?> future = loop.submit(() -> $kind($item));
    try {
        future.get(
                end - System.nanoTime(),
                TimeUnit.NANOSECONDS); // @ lease dns connect tls send wait receive compute pause
    } catch (TimeoutException | ExecutionException | InterruptedException error) {
        future.cancel(true);
        IO.println($shown + " failed: its loop waited for itself");
    }
}

// @ use blocking-$kind
