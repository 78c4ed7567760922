"""A signal handler that sends signals itself, all the time, while a loop is busy."""

import asyncio
import signal
import subprocess
import sys
import time

child = subprocess.Popen([sys.executable, "-S", "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
handled = 0


def handle(*_):
    global handled
    handled += 1
    child.send_signal(signal.SIGCONT)


async def give_way(end):
    while time.monotonic() < end or handled < 200:
        await asyncio.sleep(0)


async def main():
    end = time.monotonic() + 0.5
    await asyncio.gather(*[give_way(end) for _ in range(5)])


signal.signal(signal.SIGALRM, handle)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
asyncio.run(main())
signal.setitimer(signal.ITIMER_REAL, 0)
child.communicate()
print(handled >= 200)
