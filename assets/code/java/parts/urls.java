final Duration TIMEOUT = Duration.ofMillis($timeout); // for the head of a reply
final List<String> URLS = List.of(
        $each,
        // and $more more of this list  //@ more
);
// Overlap's lab answers there as long as Overlap runs.  //@ lab
// User names and passwords are left out here.  //@ users
