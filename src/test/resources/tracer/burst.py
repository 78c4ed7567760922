"""Tells more than is kept for a viewer that does not read, says so in a file, and goes on when there is another."""

import os
import sys
import time

said, awaited = sys.argv[1:]
for _ in range(100_000):
    time.sleep(0)
open(said, "w").close()
while not os.path.exists(awaited):
    time.sleep(0.01)
print("done")
