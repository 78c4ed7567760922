import module java.net.http;

// @ use client

void fetch(String url) {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
    try {
        var reply =
                client.send(
                        request,
                        HttpResponse.BodyHandlers
                                .ofInputStream()); // @ lease dns connect tls send wait
        byte[] body = reply.body().readAllBytes(); // @ receive
        IO.println(url + " " + reply.statusCode() + " " + body.length);
    } catch (IOException | InterruptedException error) {
        IO.println(url + " failed: " + error);
    }
}
