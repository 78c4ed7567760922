#@ use head
import threading

#@ use $items
PLACES = threading.Semaphore($workers)  # so many at once


#@ use blocking-$kind


def in_turn($item):
    with PLACES:  #@ queued
        $kind($item)


def main():
    threads = [threading.Thread(target=in_turn, args=($item,)) for $item in $ITEMS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


#@ use run
