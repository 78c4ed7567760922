IO.println("all done after %.2f s".formatted((System.nanoTime() - begin) / 1e9));
