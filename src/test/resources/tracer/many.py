"""Many short rows from several threads at once: none may lose its end."""

from concurrent.futures import ThreadPoolExecutor


def job(number):
    return number


with ThreadPoolExecutor(4) as pool:
    print(sum(pool.map(job, range(1500))))
