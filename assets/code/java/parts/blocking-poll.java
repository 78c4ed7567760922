import module java.net.http;

// @ use client

void poll(String url) {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    try {
        var reply = ask("POST", URI.create(url));
        while (reply.statusCode() == 202 && System.nanoTime() < end) {
            URI job = reply.uri().resolve(reply.headers().firstValue("Location").orElse(""));
            Thread.sleep(pause(reply)); // @ pause
            reply = ask("GET", job);
        }
        IO.println(url + " " + reply.statusCode() + " " + reply.body().length);
    } catch (IOException | InterruptedException error) {
        IO.println(url + " failed: " + error);
    }
}

HttpResponse<byte[]> ask(String method, URI uri) throws IOException, InterruptedException {
    // @ use request
    return client.send(
            request,
            HttpResponse.BodyHandlers.ofByteArray()); // @ lease dns connect tls send wait receive
}

// @ use pause
