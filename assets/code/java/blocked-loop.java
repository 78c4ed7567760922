// The same loop, but each step makes a call that blocks: the waits add up again.
// @ use head
// @ use $items
// @ use loop

void main() {
    long begin = System.nanoTime();
    for ($type $item : $ITEMS) {
        loop.execute(() -> $kind($item)); // the loop's thread stands still in it  //@ queued ready
    }
    loop.close(); // after all steps
    // @ use end
}

// @ use blocking-$kind
