"""What asyncio.get_event_loop does everywhere since Python 3.14."""

import asyncio

asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError:
    print("there is none")
