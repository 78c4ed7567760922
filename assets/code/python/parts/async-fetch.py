import aiohttp  # pip install aiohttp  #@ library


async def fetch(url):
    limit = aiohttp.ClientTimeout(TIMEOUT)
    try:
        async with aiohttp.request("GET", url, timeout=limit) as reply:  #@ lease dns connect tls send wait ready
            body = await reply.read()  #@ receive
            print(f"{url} {reply.status} {len(body)}")
    except (aiohttp.ClientError, TimeoutError) as error:
        print(f"{url} failed: {type(error).__name__}")
