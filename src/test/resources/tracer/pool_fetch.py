"""A pool whose processes make requests."""

import multiprocessing
import os
import urllib.request


def fetch(path):
    with urllib.request.urlopen(os.environ["LAB"] + path) as response:
        return response.status


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print(pool.map(fetch, ["/delay/40", "/delay/50", "/delay/60"], chunksize=1))
