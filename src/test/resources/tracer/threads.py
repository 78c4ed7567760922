"""Threads, a pool, locks, queues and sleeps."""

import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()
free = threading.Lock()
inbox = queue.Queue()


def hold(name, seconds):
    with free:
        pass
    with lock:
        time.sleep(seconds)


def consume():
    print("got", inbox.get())


def produce():
    time.sleep(0.1)
    inbox.put("it")


def job(number):
    time.sleep(0.1)
    return number * number


def compute(number):
    end = time.thread_time() + 0.05
    while time.thread_time() < end:
        pass


def gather():
    with ThreadPoolExecutor(2) as pool:
        print(sum(pool.map(job, range(4))))
        print(pool.submit(job, 5).result())


threads = [threading.Thread(target=hold, args=("first", 0.15)), threading.Thread(target=hold, args=("second", 0.05))]
threads += [threading.Thread(target=consume), threading.Thread(target=produce), threading.Thread(target=gather)]
threads += [threading.Thread(target=compute, args=(n,)) for n in range(2)]
for thread in threads:
    thread.start()
    time.sleep(0.01)
for thread in threads:
    thread.join()
print(lock.locked(), isinstance(lock, type(threading.Lock())))
