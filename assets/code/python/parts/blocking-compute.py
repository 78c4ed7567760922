# CPython's interpreter lock lets one thread of a process compute at a time.
def compute(millis):
    #@ use arithmetic
