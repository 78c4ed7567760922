"""A pool of processes, an executor and a process, under the start method of the command line."""

import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor


def square(number):
    time.sleep(0.1)
    return number * number


def add(left, right):
    return left + right


def talk(text):
    time.sleep(0.05)
    print(text)


def main():
    context = multiprocessing.get_context(sys.argv[1])
    with context.Pool(3) as pool:
        print(pool.map(square, range(5), chunksize=1))
        print(pool.starmap(add, [(1, 2), (3, 4)]))
        print(pool.apply_async(add, (5, 6)).get())
        print(sorted(pool.imap_unordered(square, [7, 8])))
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        print(list(executor.map(square, range(3))))
        print(executor.submit(add, 20, 22).result())
    process = context.Process(target=talk, args=("hello",))
    process.start()
    process.join()
    print(process.exitcode)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
