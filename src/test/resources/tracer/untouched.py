"""What a program can see of its interpreter, and the ways in which it may end."""

import os
import signal
import sys

print([name for name in ("socket", "threading", "json", "traceback", "select", "asyncio") if name in sys.modules])
print(__name__, sys.argv[1:], os.path.basename(sys.path[0]), len(sys.path), sys.flags.ignore_environment)
print(any("tracer" in os.path.basename(entry) for entry in sys.path[1:]))

with open(__file__) as file:
    print(file.fileno())

import threading
import time

print(threading.active_count(), [thread.name for thread in threading.enumerate()])
print(time.sleep.__name__, time.sleep.__module__, threading.Lock().locked())

signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.sigwait([signal.SIGUSR1]) == signal.SIGUSR1)

for module in ("_interpreters", "_xxsubinterpreters"):
    try:
        interpreters = __import__(module)
        sub = interpreters.create()
        interpreters.run_string(getattr(sub, "id", sub), "import time; time.sleep(0.01); print('sub', flush=True)")
        interpreters.destroy(sub)
        break
    except ImportError:
        pass

if os.path.isdir("/proc/self/task"):  # fork warns of a second thread since 3.12, which counts them here
    os.register_at_fork(after_in_parent=lambda: print(len(os.listdir("/proc/self/task")), "thread"))
sys.stdout.flush()
child = os.fork()
if child == 0:
    time.sleep(0.02)
    print("child", flush=True)
    os._exit(3)
print(os.waitpid(child, 0)[1] >> 8)
sys.exit(7)
