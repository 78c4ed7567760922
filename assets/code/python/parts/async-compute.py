# Nothing is awaited in here: the loop stands still until it is done.
async def compute(millis):  #@ ready
    #@ use arithmetic
