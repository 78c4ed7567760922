"""What a coroutine may wait for, with the standard library alone; runs on 3.8."""

import asyncio
import os
import time

HOST, PORT = os.environ["LAB"].split("//")[1].split(":")


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def waits_for(event):
    await event.wait()


async def guarded(name, semaphore):
    async with semaphore:
        await asyncio.sleep(0.1)


async def blocks(seconds):
    time.sleep(seconds)


async def computes():
    end = time.perf_counter() + 0.1
    while time.perf_counter() < end:
        pass


async def offloads(seconds):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, time.sleep, seconds)


async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("no such thing")


async def asks(path):
    reader, writer = await asyncio.open_connection(HOST, int(PORT))
    writer.write(("GET %s HTTP/1.1\r\nHost: lab\r\nConnection: close\r\n\r\n" % path).encode())
    await writer.drain()
    line = await reader.readline()
    await reader.read()
    writer.close()
    return line.split()[1].decode()


async def main():
    event = asyncio.Event()
    semaphore = asyncio.Semaphore(1)
    print(await asyncio.gather(nap(0.05), asks("/delay/150")))
    asyncio.get_running_loop().call_later(0.1, event.set)
    await asyncio.gather(waits_for(event), guarded("a", semaphore), guarded("b", semaphore))
    await asyncio.gather(blocks(0.15), nap(0.05), computes())
    print(await asyncio.gather(offloads(0.1), fails(), return_exceptions=True))
    endless = asyncio.ensure_future(nap(3600))
    await asyncio.sleep(0.02)
    endless.cancel()
    try:
        await endless
    except asyncio.CancelledError:
        print("cancelled")
    print(await asyncio.wait_for(nap(0.03), 1))


asyncio.run(main())
