"""Exceptions that pass through wrapped functions, caught and not; their texts must be Python's own."""

import asyncio
import socket
import threading
import time
import traceback
import urllib.request
from concurrent.futures import ThreadPoolExecutor


def fail(number):
    raise LookupError("job %d" % number)


def in_thread():
    time.sleep(0.01)
    fail(1)


async def in_task():
    await asyncio.sleep(0.01)
    fail(2)


async def main():
    task = asyncio.ensure_future(in_task())
    asyncio.get_running_loop().call_soon(fail, 5)  # asyncio logs it, with its own frame
    await asyncio.sleep(0.05)
    del task  # never retrieved: asyncio logs it


def refused():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    urllib.request.urlopen("http://127.0.0.1:%d/" % port)


def traced(function, *args):
    try:
        function(*args)
    except Exception:
        print(traceback.format_exc().replace(str(id(function)), ""))


thread = threading.Thread(target=in_thread, name="worker")
thread.start()
thread.join()
asyncio.run(main())
traced(refused)
traced(time.sleep, -1)
traced(socket.getaddrinfo, "no.such.host.invalid", 80)
with ThreadPoolExecutor(1, thread_name_prefix="pool") as pool:
    future = pool.submit(fail, 3)
    traced(future.result)
try:
    fail(4)
except LookupError as error:
    raise RuntimeError("at the end") from error
