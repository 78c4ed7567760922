// The same loop, but each task is awaited before the next begins: it idles.
// @ use head
// @ use $items
// @ use loop

void main() {
    long begin = System.nanoTime();
    for ($type $item : $ITEMS) { // @ queued
        $kind($item).join(); // joining behind the loop would let the others go on
    }
    loop.close();
    // @ use end
}

// @ use async-$kind
