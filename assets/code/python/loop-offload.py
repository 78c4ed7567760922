# The same loop; the calls that block run in a small pool of threads.
#@ use head
import asyncio
from concurrent.futures import ThreadPoolExecutor  #@ limited

#@ use $items


#@ use blocking-$kind


async def step($item):
    await asyncio.to_thread($kind, $item)  #@ ready


async def main():
    helpers = ThreadPoolExecutor($workers)  #@ limited
    asyncio.get_running_loop().set_default_executor(helpers)  #@ limited
    await asyncio.gather(*[step($item) for $item in $ITEMS])  #@ queued


#@ use run-loop
