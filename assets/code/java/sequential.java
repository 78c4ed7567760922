// One thread, one task after another: the waits add up.
// @ use head
// @ use $items

void main() {
    long begin = System.nanoTime();
    for ($type $item : $ITEMS) { // @ queued
        $kind($item);
    }
    // @ use end
}

// @ use blocking-$kind
