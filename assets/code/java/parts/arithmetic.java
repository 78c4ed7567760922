long x = 1;
for (int round = 0; round < millis * 500_000L; round++) { // a usual core's rounds, not a time
    x = 6364136223846793005L * x + 1;  //@ compute ready
}
IO.println("cpu:" + millis + "ms computed " + Long.toHexString(x));
