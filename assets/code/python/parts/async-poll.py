import asyncio
from urllib.parse import urljoin

import aiohttp  # pip install aiohttp  #@ library


#@ use pause


async def ask(method, url):
    async with aiohttp.request(method, url) as reply:  #@ lease dns connect tls send wait ready
        return reply, await reply.read()  #@ receive


async def poll(url):
    job = url
    try:
        async with asyncio.timeout(TIMEOUT):
            reply, body = await ask("POST", url)
            while reply.status == 202:
                job = urljoin(job, reply.headers.get("Location", job))
                await asyncio.sleep(pause(reply))  #@ pause
                reply, body = await ask("GET", job)
        print(f"{url} {reply.status} {len(body)}")
    except (aiohttp.ClientError, TimeoutError) as error:
        print(f"{url} failed: {type(error).__name__}")
