"""Steps of a loop that do nothing: ten tasks that give way to each other; says in a file what they took."""

import asyncio
import sys
import time

figures = sys.argv[-1]


async def give_way(steps):
    for _ in range(steps):
        await asyncio.sleep(0)
    return steps


async def all_tasks(steps):
    return sum(await asyncio.gather(*[give_way(steps) for _ in range(10)]))


async def main():
    await all_tasks(500)
    wall, cpu = time.perf_counter(), time.process_time()
    print(await all_tasks(10_000))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    with open(figures, "w") as file:
        print(wall, cpu, file=file)


asyncio.run(main())
