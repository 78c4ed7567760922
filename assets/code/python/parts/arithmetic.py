import time

end = time.thread_time() + millis / 1000  # CPU time: waiting does not count
x = 1
while time.thread_time() < end:
    for _ in range(1000):
        x = (6364136223846793005 * x + 1) % 2**64  #@ compute ready
print(f"cpu:{millis}ms computed {x:016x}")
