# N processes; as N threads, but each starts up first, and computes on its own.
#@ use head
from concurrent.futures import ProcessPoolExecutor

#@ use $items
WORKERS = $workers


#@ use blocking-$kind


def main():
    with ProcessPoolExecutor(WORKERS) as pool:
        list(pool.map($kind, $ITEMS))  #@ queued


#@ use run
