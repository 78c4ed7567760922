"""Processes that end in every way: by themselves, by an exception, by an exit code, by a signal, and with their pool."""

import multiprocessing
import os
import sys
import time


def returns():
    time.sleep(0.01)


def fails(number):
    raise LookupError("no %d" % number)


def exits(code):
    sys.exit(code)


def sleeps(begun):
    begun.set()
    time.sleep(600)


def dies():
    os.kill(os.getpid(), 9)


def main():
    context = multiprocessing.get_context(sys.argv[1])
    with context.Pool(2) as pool:
        print(pool.map(abs, [-1, -2, -3]))
    begun = context.Event()
    processes = [
        context.Process(target=function, args=args)
        for function, args in ((returns, ()), (fails, (1,)), (exits, (3,)), (sleeps, (begun,)), (dies, ()))
    ]
    for process in processes:
        process.start()
    begun.wait()
    processes[3].terminate()
    for process in processes:
        process.join()
    print([process.exitcode for process in processes])


if __name__ == "__main__":
    main()
