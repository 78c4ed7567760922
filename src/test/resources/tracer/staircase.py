"""The article's listing: a blocking call in coroutines."""

import asyncio

import requests

URLS = [
    "http://www.google.com/delay/300",
    "http://www.linkedin.com/delay/200",
    "http://www.quora.com/delay/250",
]


async def get_response(url):
    response = requests.get(url)
    return response.status_code


async def main():
    coroutines = [get_response(url) for url in URLS]
    for status in await asyncio.gather(*coroutines):
        print(status)


asyncio.run(main())
