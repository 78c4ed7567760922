void compute(int millis) {
    // @ use arithmetic
}
