"""Tasks that are done before the tracer meets them.

Asking such a task for its coroutine crashes Python 3.12.0 to 3.12.4; here it ends the program in every version.
"""

import asyncio
import os


class Task(asyncio.Task):
    def get_coro(self):
        if self.done():
            os.write(2, b"a task that is done was asked for its coroutine\n")
            os._exit(139)
        return super().get_coro()


class DoneAtOnce(Task):
    """As an eager task, in versions that have none."""

    def done(self):
        return True


async def compute(number):
    return number


async def nap(number):
    await asyncio.sleep(0.01)
    return number


async def main():
    loop = asyncio.get_running_loop()
    made_past_the_loop = Task(nap(1), loop=loop)
    late = DoneAtOnce(compute(2), loop=loop)
    loop.call_soon(late.cancelled)
    if hasattr(asyncio, "eager_task_factory"):
        eager = asyncio.eager_task_factory(loop, compute(3))
        loop.call_soon(eager.cancel)
        loop.call_soon(eager.done)
    print(await made_past_the_loop)
    loop.call_soon(made_past_the_loop.cancelled)
    loop.set_task_factory(lambda loop, coro, **kwargs: Task(coro, loop=loop, **kwargs))
    tasks = [loop.create_task(nap(4)), loop.create_task(compute(5)), loop.create_task(nap(6))]
    tasks[2].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    for task in tasks:
        loop.call_soon(task.done)
    await asyncio.sleep(0.01)


asyncio.run(main())
