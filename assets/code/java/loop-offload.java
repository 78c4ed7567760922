// The same loop; the calls that block run in a small pool of threads.
// @ use head
// @ use $items
// @ use loop
final ExecutorService helpers = Executors.newFixedThreadPool($helpers);

void main() {
    long begin = System.nanoTime();
    List<CompletableFuture<Void>> tasks = $ITEMS.stream().map(this::step).toList(); // @ queued
    tasks.forEach(CompletableFuture::join);
    helpers.close();
    loop.close();
    // @ use end
}

CompletableFuture<Void> step($type $item) {
    return CompletableFuture.runAsync(() -> $kind($item), helpers) // @ ready
            .thenRunAsync(() -> IO.println("the loop goes on with " + $shown), loop);
}

// @ use blocking-$kind
