# One thread gives every wait back to the loop: all waits overlap.  #@ urls
# One thread has all tasks, and arithmetic has no wait to give back.  #@ numbers
#@ use head
import asyncio

#@ use $items
PLACES = asyncio.Semaphore($workers)  # so many at once  #@ limited


#@ use async-$kind


async def in_turn($item):  #@ limited
    async with PLACES:  #@ limited queued
        await $kind($item)  #@ limited


async def main():
    await asyncio.gather(*[$kind($item) for $item in $ITEMS])  #@ free queued
    await asyncio.gather(*[in_turn($item) for $item in $ITEMS])  #@ limited


#@ use run-loop
