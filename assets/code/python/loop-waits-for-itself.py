# A step waits for a future of its own loop: the loop cannot run what would
# complete it, because it runs the step. Only a timeout ends that.
# (loop.run_until_complete in its place says at once: RuntimeError, "This
# event loop is already running". Write: await $kind($item).)
#@ use head
import asyncio
import time

#@ use $items
TIMEOUT = $timeout  # seconds  #@ numbers
END = time.monotonic() + TIMEOUT


#@ use async-$kind


async def step($item):  #@ ready
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe($kind($item), loop)
    try:
        future.result(END - time.monotonic())  #@ lease dns connect tls send wait receive compute pause
    except TimeoutError:
        future.cancel()
        print(f"$shown failed: its loop waited for itself")


async def main():
    await asyncio.gather(*[step($item) for $item in $ITEMS])  #@ queued


#@ use run-loop
