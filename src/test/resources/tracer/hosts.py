"""Mapped names, by every library that is there, http and https."""

import asyncio
import http.client
import socket
import ssl
import sys
import urllib.request

HTTP = "http://www.google.com/status/200"
HTTPS = "https://www.google.com/status/200"
trusting = ssl._create_unverified_context()
print("urllib", urllib.request.urlopen(HTTP).status, urllib.request.urlopen(HTTPS, context=trusting).status)
connection = http.client.HTTPConnection("www.google.com")
connection.request("GET", "/status/200")
print("http.client", connection.getresponse().status)


async def with_streams():
    reader, writer = await asyncio.open_connection("www.google.com", 443, ssl=trusting)
    writer.write(b"GET /status/200 HTTP/1.1\r\nHost: www.google.com\r\nConnection: close\r\n\r\n")
    print("streams", (await reader.readline()).split()[1])
    writer.close()


asyncio.run(with_streams())
print(socket.gethostbyname("www.google.com"))
for name in sys.argv[1:]:
    if name == "requests":
        import warnings

        import requests

        warnings.simplefilter("ignore")
        print(name, requests.get(HTTP).status_code, requests.get(HTTPS, verify=False).status_code)
    if name == "httpx":
        import httpx

        print(name, httpx.get(HTTP).status_code, httpx.get(HTTPS, verify=False).status_code)

        async def with_httpx():
            async with httpx.AsyncClient(verify=False) as client:
                print(name, (await client.get(HTTP)).status_code, (await client.get(HTTPS)).status_code)

        asyncio.run(with_httpx())
    if name == "aiohttp":
        import aiohttp

        async def with_aiohttp():
            async with aiohttp.ClientSession() as session:
                for url in (HTTP, HTTPS):
                    async with session.get(url, ssl=False) as response:
                        print(name, response.status)

        asyncio.run(with_aiohttp())
