"""Arguments that a name must not show, or whose repr must not be called."""

import asyncio


class Loud:
    def __repr__(self):
        print("called")
        return "loud"


class Text(str):
    def __repr__(self):
        print("called")
        return "text"


async def fetch(url, loud, text, number, *rest, ratio):
    await asyncio.sleep(0)


async def main():
    await asyncio.gather(
        fetch("https://user:secret@host.example/a?b=1", Loud(), Text("t"), 7, "x" * 500, ratio=0.5), return_exceptions=True
    )


asyncio.run(main())
