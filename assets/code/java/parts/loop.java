final ExecutorService loop = Executors.newSingleThreadExecutor(); // one thread runs every step
