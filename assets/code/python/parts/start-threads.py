#@ use head
import threading

#@ use $items


#@ use blocking-$kind


def main():
    threads = [threading.Thread(target=$kind, args=($item,)) for $item in $ITEMS]
    for thread in threads:
        thread.start()  #@ queued
    for thread in threads:
        thread.join()


#@ use run
