"""A loop that runs another one within a step, as some libraries allow."""

import asyncio
import time


async def inner(seconds):
    await asyncio.sleep(seconds)
    return "inner"


def run_within(coroutine):
    outer = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    asyncio._set_running_loop(None)
    try:
        return other.run_until_complete(coroutine)
    finally:
        other.close()
        asyncio._set_running_loop(outer)


async def nests():
    print(run_within(inner(0.05)))
    time.sleep(0.02)
    await asyncio.sleep(0.02)


async def waits():
    await asyncio.sleep(0.01)


async def main():
    await asyncio.gather(nests(), waits())


asyncio.run(main())
