# The same loop, but each task is awaited before the next begins: it idles.
#@ use head
import asyncio

#@ use $items


#@ use async-$kind


async def main():
    for $item in $ITEMS:  #@ queued
        await $kind($item)  # gather would let the others go on meanwhile


#@ use run-loop
