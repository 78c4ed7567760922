"""Requests of aiohttp, 40 at once; says in a file what they took."""

import asyncio
import sys
import time

import aiohttp

url, figures = sys.argv[1:]


async def fetch(session):
    async with session.get(url) as response:
        await response.read()
        return response.status


async def rounds(session, number):
    return [status for _ in range(number) for status in await asyncio.gather(*[fetch(session) for _ in range(40)])]


async def main():
    async with aiohttp.ClientSession() as session:
        await rounds(session, 2)
        wall, cpu = time.perf_counter(), time.process_time()
        answers = await rounds(session, 30)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(len(answers), set(answers))
    with open(figures, "w") as file:
        print(wall, cpu, file=file)


asyncio.run(main())
