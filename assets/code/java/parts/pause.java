/** How long to leave a job alone: as long as its server asks for. */
Duration pause(HttpResponse<?> reply) {
    String seconds = reply.headers().firstValue("Retry-After").orElse("");
    boolean said = seconds.matches("[1-9]\\d{0,4}");
    return said ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ofMillis($pace);
}
