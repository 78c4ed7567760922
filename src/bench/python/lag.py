"""Begins and ends waits at instants that have nothing to do with one another, for a few seconds."""

import asyncio
import multiprocessing
import random
import sys
import threading
import time

WAITS = 60
AT_ONCE = 8


def seconds(number):
    return random.Random(number).uniform(0.02, 0.12)


def wait(number):
    for n in range(WAITS):
        time.sleep(seconds(number * WAITS + n))


async def wait_on_loop(number):
    for n in range(WAITS):
        await asyncio.sleep(seconds(number * WAITS + n))


async def loop():
    await asyncio.gather(*(wait_on_loop(number) for number in range(AT_ONCE)))


def threads():
    started = [threading.Thread(target=wait, args=(number,)) for number in range(AT_ONCE)]
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()


def processes():
    with multiprocessing.Pool(AT_ONCE) as pool:
        pool.map(wait, range(AT_ONCE), chunksize=1)


if __name__ == "__main__":
    {"loop": lambda: asyncio.run(loop()), "threads": threads, "processes": processes}[sys.argv[1]]()
