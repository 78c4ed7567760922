import module java.net.http;

// @ use async-client

CompletableFuture<Void> poll(String url) {
    return ask("POST", URI.create(url))
            .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            .thenApply(reply -> url + " " + reply.statusCode() + " " + reply.body().length)
            .exceptionally(error -> url + " failed: " + error)
            .thenAcceptAsync(IO::println, loop);
}

CompletableFuture<HttpResponse<byte[]>> ask(String method, URI uri) {
    // @ use request
    return client.sendAsync(
                    request,
                    HttpResponse.BodyHandlers
                            .ofByteArray()) // @ lease dns connect tls send wait receive ready
            .thenComposeAsync(this::askAgain, loop);
}

CompletableFuture<HttpResponse<byte[]>> askAgain(HttpResponse<byte[]> reply) {
    if (reply.statusCode() != 202) {
        return CompletableFuture.completedFuture(reply);
    }
    URI job = reply.uri().resolve(reply.headers().firstValue("Location").orElse(""));
    var later =
            CompletableFuture.delayedExecutor(pause(reply).toMillis(), TimeUnit.MILLISECONDS, loop);
    return CompletableFuture.supplyAsync(() -> ask("GET", job), later)
            .thenCompose(next -> next); // @ pause
}

// @ use pause
