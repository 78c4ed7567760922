import module java.net.http;

// @ use async-client

CompletableFuture<Void> fetch(String url) {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
    return client.sendAsync(
                    request,
                    HttpResponse.BodyHandlers
                            .ofByteArray()) // @ lease dns connect tls send wait receive ready
            .thenApply(reply -> url + " " + reply.statusCode() + " " + reply.body().length)
            .exceptionally(error -> url + " failed: " + error.getCause())
            .thenAcceptAsync(IO::println, loop);
}
