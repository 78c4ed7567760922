# One thread a task: all waits overlap, and every one costs a thread.
#@ use start-threads
