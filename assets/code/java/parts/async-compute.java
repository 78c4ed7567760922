CompletableFuture<Void> compute(int millis) {
    return CompletableFuture.runAsync(
            () -> { // @ ready
                // @ use arithmetic
            },
            loop);
}
