// N processes; as N threads, but each starts up first, and computes on its own.
// Java has no pool of processes: this starts itself N more times.
// @ use head
// @ use $items
final int WORKERS = $workers;
final String FILE = System.getProperty("jdk.launcher.sourcefile", "$file");

void main(String[] args) throws Exception {
    if (args.length > 0) { // as a worker: does what it is told, line by line
        for (String line = IO.readln(); line != null; line = IO.readln()) {
            $kind($parsed);
        }
        return;
    }
    long begin = System.nanoTime();
    var waiting = new ConcurrentLinkedQueue<>($ITEMS);
    Callable<Void> link = () -> employ(waiting);
    try (var links = Executors.newFixedThreadPool(WORKERS)) {
        for (var ended : links.invokeAll(Collections.nCopies(WORKERS, link))) {
            ended.get();
        }
    }
    // @ use end
}

Void employ(Queue<$type> waiting) throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    Process worker =
            new ProcessBuilder(java, FILE, "worker")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
    try (var orders = worker.outputWriter();
            var results = worker.inputReader()) {
        for (var $item = waiting.poll(); $item != null; $item = waiting.poll()) { // @ queued
            orders.write($item + "\n");
            orders.flush();
            IO.println(results.readLine());
        }
    }
    return null;
}

// @ use blocking-$kind
