void inTurn($type $item) {
    places.acquireUninterruptibly(); // @ queued
    try {
        $kind($item);
    } finally {
        places.release();
    }
}
