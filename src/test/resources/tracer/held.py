"""Sockets and timers that are due while the loop is held, and a loop that somebody else provides."""

import asyncio
import os
import time

HOST, PORT = os.environ["LAB"].split("//")[1].split(":")


async def asks():
    reader, writer = await asyncio.open_connection(HOST, int(PORT))
    writer.write(b"GET /delay/50 HTTP/1.1\r\nHost: lab\r\nConnection: close\r\n\r\n")
    await reader.read()
    writer.close()


async def naps():
    await asyncio.sleep(0.05)


async def holds():
    await asyncio.sleep(0.02)
    time.sleep(0.25)


async def main():
    await asyncio.gather(asks(), naps(), holds())


asyncio.run(main())
