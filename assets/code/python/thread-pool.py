# N threads; each free one takes the next task: N waits overlap.
#@ use head
from concurrent.futures import ThreadPoolExecutor

#@ use $items
WORKERS = $workers


#@ use blocking-$kind


def main():
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map($kind, $ITEMS))  #@ queued


#@ use run
