"""The main thread has a row if it does something of its own; it does not compute while its loop runs."""

import asyncio
import time


async def main():
    await asyncio.sleep(0.1)


time.sleep(0.02)
asyncio.run(main())
time.sleep(0.02)
