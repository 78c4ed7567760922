"""Forks again and again, and tells nothing meanwhile: a pool does, whose workers end at once."""

import os
import sys

while True:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    open(sys.argv[1], "w").close()
