# The same loop, but each step makes a call that blocks: the waits add up again.
#@ use head
import asyncio

#@ use $items


#@ use blocking-$kind


async def step($item):  #@ ready
    $kind($item)  # no await: nothing else runs until it returns


async def main():
    await asyncio.gather(*[step($item) for $item in $ITEMS])  #@ queued


#@ use run-loop
