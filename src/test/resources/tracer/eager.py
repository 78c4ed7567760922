"""Tasks that run their first step while they are made (Python 3.12)."""

import asyncio
import time


async def at_once(number):
    time.sleep(0.03)
    return number


async def later(number):
    time.sleep(0.02)
    await asyncio.sleep(0.05)
    return number


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    tasks = [loop.create_task(at_once(1)), loop.create_task(later(2)), loop.create_task(at_once(3))]
    print(await asyncio.gather(*tasks))


asyncio.run(main())
