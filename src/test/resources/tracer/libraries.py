"""aiohttp, httpx and to_thread: the same waits, overlapped."""

import asyncio
import os

import aiohttp
import httpx
import requests

LAB = os.environ["LAB"]


async def with_aiohttp(session, millis):
    async with session.get("%s/delay/%d" % (LAB, millis)) as response:
        return len(await response.read()) > 0


async def with_httpx(client, millis):
    return (await client.get("%s/delay/%d" % (LAB, millis))).status_code


def fetch(millis):
    return requests.get("%s/delay/%d" % (LAB, millis)).status_code


async def main():
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*[with_aiohttp(session, millis) for millis in (300, 200, 250)]))
    async with httpx.AsyncClient() as client:
        print(await asyncio.gather(*[with_httpx(client, millis) for millis in (200, 150)]))
    print(await asyncio.gather(*[asyncio.to_thread(fetch, millis) for millis in (200, 150)]))


asyncio.run(main())
print(httpx.get(LAB + "/delay/50").status_code)
