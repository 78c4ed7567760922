"""Tells Overlap of three coroutines: OVERLAP_TRACE=file:run.events python3 emitter.py"""

import asyncio
import json
import os
import socket
import sys
import time


def open_trace():
    how, _, rest = os.environ.get("OVERLAP_TRACE", "").partition(":")
    if how == "tcp":
        host, port, token = rest.split(":", 2)
        return socket.create_connection((host, int(port))).makefile("w"), token
    name = rest.replace("%p", str(os.getpid())) if how == "file" else os.devnull
    return open(name, "w"), ""


def emit(e, **fields):
    out.write(json.dumps({"e": e, "t": time.perf_counter_ns(), **fields}) + "\n")
    out.flush()


async def nap(k, seconds):
    emit("task", k=k, name=f"nap({seconds})", kind="coroutine", by=0, at="emitter.py:27")
    emit("phase", k=k, p="PAUSE", on="sleep")
    await asyncio.sleep(seconds)
    begun, cpu = time.perf_counter_ns(), time.thread_time_ns()
    total = sum(range(300_000))  # holds the loop
    lasted, cpu = time.perf_counter_ns() - begun, time.thread_time_ns() - cpu
    emit("slice", t=begun, w=1, k=k, d=lasted, cpu=cpu)
    emit("end", k=k, how="ok" if total else "error")


async def main():
    emit("worker", w=1, kind="loop", name="event loop")
    emit("task", k=0, name="main()", kind="coroutine")
    naps = [nap(k, k / 10) for k in (1, 2, 3)]
    emit("phase", k=0, p="AWAIT", on="gather", **{"for": [1, 2, 3]})
    await asyncio.gather(*naps)
    emit("end", k=0, how="ok")


out, token = open_trace()
emit("hello", v=1, wall=time.time_ns(), pid=os.getpid(), lang="python", argv=sys.argv, token=token,
     version=sys.version.split()[0], processors=os.cpu_count(), sees=["steps", "cpu"])
asyncio.run(main())
emit("bye", cpu=time.process_time_ns())
