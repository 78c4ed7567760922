"""A loop that is idle most of the time, and one that iterates in a way of its own."""

import asyncio
import sys
import time


class OwnLoop(asyncio.SelectorEventLoop):
    def _process_events(self, event_list):
        for key, _ in event_list:
            self._add_callback(key.data[0])


async def naps():
    for _ in range(30):
        await asyncio.sleep(0.01)


async def holds():
    time.sleep(0.05)


loop = OwnLoop() if sys.argv[1:] == ["own"] else asyncio.new_event_loop()
loop.run_until_complete(naps())
loop.run_until_complete(holds())
loop.close()
