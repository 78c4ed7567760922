"""Processes that would sleep for long, under the start method of the command line."""

import multiprocessing
import sys
import time

if __name__ == "__main__":
    with multiprocessing.get_context(sys.argv[1]).Pool(2) as pool:
        pool.map(time.sleep, [600, 600, 600], chunksize=1)
