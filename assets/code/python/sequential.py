# One thread, one task after another: the waits add up.
#@ use head

#@ use $items


#@ use blocking-$kind


def main():
    for $item in $ITEMS:  #@ queued
        $kind($item)


#@ use run
