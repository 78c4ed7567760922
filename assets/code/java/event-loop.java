// One thread gives every wait back to the loop: all waits overlap.  //@ urls
// One thread has all tasks, and arithmetic has no wait to give back.  //@ numbers
// Java has no event loop of its own: one thread runs the steps, and the client's  //@ urls
// selector waits for all connections.  //@ urls
// @ use head
// @ use $items
// @ use loop
final Semaphore places = new Semaphore($workers); // so many at once  //@ limited

void main() {
    long begin = System.nanoTime();
    List<CompletableFuture<Void>> tasks = new ArrayList<>();
    for ($type $item : $ITEMS) {
        places.acquireUninterruptibly(); // @ limited queued
        tasks.add($kind($item)); // @ free queued
        tasks.add($kind($item).whenComplete((_, _) -> places.release())); // @ limited
    }
    tasks.forEach(CompletableFuture::join);
    loop.close();
    // @ use end
}

// @ use async-$kind
