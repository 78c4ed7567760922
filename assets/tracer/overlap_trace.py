"""Overlap's tracer: tells what the tasks of a Python program wait for, as one JSON object a line.

It is preloaded by the sitecustomize beside it and changes nothing in the program's files. It replaces
functions of the libraries that the program itself imports by wrappers that tell a phase before the call and
the end of it afterwards. A wrapper never fails, never shows in a traceback, and changes neither arguments
nor results (but for the addresses of hosts in OVERLAP_HOSTS).

Environment:
  OVERLAP_TRACE         tcp:127.0.0.1:PORT:TOKEN, or file:PATH (%p is the process id)
  OVERLAP_TRACE_STOP    "exit": the process ends with 143 when the viewer is gone
  OVERLAP_HOSTS         NAME=ADDRESS/HTTP_PORT/HTTPS_PORT, separated by commas
  OVERLAP_TRACE_ASSUME  a Python version to behave as under, for tests: 3.14

Words: a *row* is a task as it is drawn: a coroutine, a thread, a job, a call. A *lane* is an event loop
that runs steps. A *stream* is what one process tells. The format is described in assets/protocol.
"""

# Only what the interpreter has anyway or what is written in C: the program must not find a module
# imported that it did not import. The rest is imported when the program has imported it.
import _thread
import _weakref
import atexit
import os
import sys
import time
from _collections import deque
from _json import encode_basestring_ascii as quote
from itertools import count

now = time.perf_counter_ns
cpu_now = time.thread_time_ns
real_exit = os._exit

HERE = os.path.dirname(os.path.abspath(__file__))
VERSION = tuple(
    int(part) for part in os.environ.get("OVERLAP_TRACE_ASSUME", "%d.%d" % sys.version_info[:2]).split(".")
)

FLUSH_SECONDS = 0.02
FLUSH_NANOS = 16_000_000  # a loop flushes by itself a little before the flusher would
NEVER = 1 << 62
CLOCK_NANOS = 10_000_000_000
DEAF_SECONDS = 2.0  # how long the end of a program waits for a viewer that does not read
EVENTS_PER_SECOND = 20_000
SLICE_RESERVE = 2_000  # what is left of the second's events when slices are dropped already
LONG_NANOS = 10_000_000  # a step of this length is always told
CPU_AGE_NANOS = 250_000  # a reading of the processor clock serves as the begin of steps for so long
CPU_STEP_NANOS = 1_000_000  # shorter steps come without processor time, as reading it would cost more
JOINED_NANOS = 100_000  # steps without a task, or too many, that follow each other so closely are one slice
STEPS_AT_ONCE = 2_000  # steps that are told one by one, if they come in a burst
STEPS_PER_FLUSH = 80  # and if they go on and on; more would cost more than the steps themselves
MAX_NAME = 120
MAX_AWAITED = 1_000
SEES = ["dns", "tls", "steps", "locks", "jobs", "cpu"]


# ---- The stream -------------------------------------------------------------------------------
#
# Wrappers append events to a deque: a line, or a function and what it makes the line of, so that little is
# done in the midst of the program's own work. They are sent every 20 ms, by a thread for that or by a loop
# between two iterations, one at a time. Only then is it decided whether a long step is told as busy and idle
# or, after its end, as a slice. Budgets are not exact under several threads and need not be.


class Stream:
    """What this process tells, and the thread that sends it."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.stop_with_viewer = os.environ.get("OVERLAP_TRACE_STOP") == "exit"
        self.queue = deque()  # never replaced: wrappers hold it
        self.errors = 0
        self.first_error = ""
        self.told_parent = 0
        self.begin(None)

    def begin(self, parent) -> None:
        """Starts anew, as in a child process; parent is its process id if that is not the system's."""
        self.queue.clear()
        running.clear()
        del resting[:]
        self.parent = parent
        self.process = ""  # the name that multiprocessing gave to it
        self.lost = 0
        self.budget = EVENTS_PER_SECOND
        self.refilled = self.clock_told = self.begun = now()
        self.flush_due = 0
        self.socket = None
        self.file = -1
        self.identity = None
        self.unsent = b""
        self.dead = False
        self.finished = False
        self.steps_noted = False
        self.draining = _thread.allocate_lock()
        self.drainer = 0  # the thread that has that lock
        self.flushing = False
        self.starting = _thread.allocate_lock()

    # What wrappers call.

    def tell(self, event) -> None:
        """Tells a line, or a tuple of a function that appends lines to a list and its other arguments."""
        if self.dead:
            return
        self.budget -= 1
        self.queue.append(event)
        if not self.flushing:
            self.start_flusher()

    def admits(self) -> bool:
        """Whether there is room for a new row or phase; what is refused is counted as lost."""
        if self.budget > 0:
            return True
        self.lost += 1
        return False

    def failed(self, error: BaseException) -> None:
        self.errors += 1
        if not self.first_error:
            self.first_error = "%s: %s" % (type(error).__name__, error)

    # The connection.

    def connect(self) -> bool:
        try:
            if self.target.startswith("file:"):
                self.open_file(self.target[5:])
            else:
                self.open_socket(*self.target.split(":")[1:4])
            return True
        except Exception:
            self.die()
            return False

    def open_file(self, path: str) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0)
        self.file = lifted(os.open(path.replace("%p", str(os.getpid())), flags, 0o600))
        self.identity = identity(self.file)
        if "%p" not in path:  # children must not write into the same file
            self.target = os.environ["OVERLAP_TRACE"] = self.target + ".%p"
        self.hello("")

    def open_socket(self, host: str, port: str, token: str) -> None:
        import _socket  # the C module: its sockets are not among those that are watched

        connection = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
        connection.settimeout(DEAF_SECONDS)
        connection.connect((host, int(port)))
        connection = _socket.socket(fileno=lifted(connection.detach()))
        connection.setblocking(False)
        self.socket = connection
        self.identity = identity(connection.fileno())
        self.hello(token)

    def hello(self, token: str) -> None:
        before = now()
        wall = time.time_ns()
        after = now()
        argv = getattr(sys, "orig_argv", None) or command_line()
        gil = getattr(sys, "_is_gil_enabled", lambda: True)()
        self.told_parent = parent = self.parent or os.getppid()
        line = (
            '{"e":"hello","v":1,"t":%d,"pid":%d,"ppid":%d,"lang":"python","version":"%s","impl":"cpython",'
            '"gil":%s,"argv":[%s],"wall":%d,"unc":%d,"sees":[%s]%s}\n'
            % (
                (before + after) // 2, os.getpid(), parent, "%d.%d.%d" % sys.version_info[:3],
                "true" if gil else "false", ",".join(quote(word[:1000]) for word in argv[:20]), wall,
                (after - before) // 2, ",".join(map(quote, SEES)), ',"token":' + quote(token) if token else "",
            )
        )  # fmt: skip
        self.unsent = line.encode()
        self.push()

    def push(self) -> None:
        """Sends what has not been sent, as far as the viewer reads."""
        while self.unsent and not self.dead:
            try:
                if identity(self.file if self.socket is None else self.socket.fileno()) != self.identity:
                    self.die()  # the program closed it, and the number may be another file's by now
                elif self.socket is None:
                    self.unsent = self.unsent[os.write(self.file, self.unsent) :]
                else:
                    self.unsent = self.unsent[self.socket.send(self.unsent) :]
            except BlockingIOError:
                return
            except OSError:
                self.die()

    def look_for_viewer(self) -> None:
        """Notices that the viewer closed the connection; it never sends anything."""
        if self.socket is not None:
            try:
                if not self.socket.recv(1):
                    self.die()
            except BlockingIOError:
                pass
            except OSError:
                self.die()

    def die(self) -> None:
        """Nobody listens any more: the program goes on unwatched, or ends if that is what was asked for."""
        if self.stop_with_viewer and self.target.startswith("tcp:"):
            real_exit(143)
        self.dead = True
        self.flush_due = NEVER
        self.budget = -1
        self.unsent = b""
        self.queue.clear()

    def release(self) -> None:
        """Closes the connection of the parent, in its child."""
        fd = self.file if self.socket is None else self.socket.detach()
        if fd >= 0 and identity(fd) == self.identity:
            os.close(fd)

    # The thread that sends.

    def start_flusher(self) -> None:
        with self.starting:
            if self.flushing or self.dead or self.finished:
                return
            self.flushing = True
            self.stopping = False
            self.wake = _thread.allocate_lock()
            self.wake.acquire()
            self.gone = _thread.allocate_lock()
            self.gone.acquire()
            self.native = 0
            blocked = block_signals()
            try:
                _thread.start_new_thread(self.flush_regularly, ())
            except RuntimeError:  # no more threads: what can be told is sent at the end
                self.gone.release()
            finally:
                unblock_signals(blocked)

    def flush_regularly(self) -> None:
        self.native = _thread.get_native_id()
        try:
            while not self.dead:
                self.wake.acquire(True, FLUSH_SECONDS)
                if self.stopping:
                    break
                if now() > self.flush_due:
                    self.drain()
        except Exception as error:
            self.failed(error)
        finally:
            self.gone.release()

    def stop_flusher(self) -> None:
        """Ends the thread and waits until the system has forgotten it: fork warns of a second thread."""
        if not self.flushing:
            return
        self.stopping = True
        if self.wake.locked():
            self.wake.release()
        self.gone.acquire(True, 1.0)
        self.flushing = False
        thread = "/proc/self/task/%d" % self.native
        for _ in range(500):
            if not os.path.exists(thread):
                break
            real_sleep(0.0001)

    def drain(self) -> None:
        """Sends what was told since the last time; called by the flusher, by loops and jobs, and at the end."""
        thread = _thread.get_ident()
        if self.drainer == thread:
            return  # a signal handler of the program, which came in between
        with self.draining:
            self.drainer = thread
            try:
                self.send_all()
            finally:
                self.drainer = 0

    def send_all(self) -> None:
        if self.dead or self.socket is None and self.file < 0 and not self.connect():
            return
        time_now = now()
        self.flush_due = time_now + FLUSH_NANOS
        self.push()
        self.look_for_viewer()
        if self.unsent or self.dead:
            return  # a deaf viewer: the budget is not refilled, so little more is told
        untold = [(lane, lane.untold_since(time_now)) for lane in list(running.values())]
        lines = []
        for _ in range(len(self.queue)):
            event = self.queue.popleft()
            try:
                if type(event) is str:
                    lines.append(event)
                else:
                    event[0](lines, *event[1:])
            except Exception as error:
                self.failed(error)
        for lane in list(running.values()):
            lane.make_room()
            lane.tell_joined(lines)
            lane.tell_long_step(lines, time_now)
        if time_now - self.clock_told > CLOCK_NANOS:
            self.clock_told = time_now
            lines.append('{"e":"clock","t":%d,"wall":%d}' % (now(), time.time_ns()))
        if self.socket is not None and not self.finished:
            begins = [begin for lane, begin in untold if begin != lane.told]
            lines.append('{"e":"watermark","t":%d}' % min([time_now] + begins))
        if lines:
            lines.append("")
            self.unsent = "\n".join(lines).encode()
            self.push()
        self.refill(time_now)

    def refill(self, time_now: int) -> None:
        gained = (time_now - self.refilled) * EVENTS_PER_SECOND // 1_000_000_000
        self.refilled = time_now
        if not self.dead:
            self.budget = min(EVENTS_PER_SECOND, self.budget + gained)

    def finish(self) -> None:
        """Says goodbye, and waits a little for a viewer that does not read."""
        if self.finished or self.dead:
            return
        self.stop_flusher()
        self.finished = True
        for lane in list(running.values()):  # loops that are left in the middle
            lane.tell_joined_steps(lane.end_of_steps())
        if self.socket is None and self.file < 0 and not self.queue:
            return  # a child that did nothing
        if self.errors:
            note("the tracer failed %d times, first with %s" % (self.errors, self.first_error), "tracer")
        bye = '{"e":"bye","t":%d,"lost":%d,"cpu":%d}' % (now(), self.lost, time.process_time_ns())
        self.queue.append(bye)
        deadline = now() + int(DEAF_SECONDS * 1e9)
        while (self.queue or self.unsent) and not self.dead and now() < deadline:
            self.drain()
            if self.unsent:
                real_sleep(0.01)


def lifted(fd: int) -> int:
    """Moves a descriptor out of the way, so that the program's own have the numbers they always have."""
    for number in (1000, 250):
        try:
            os.fstat(number)
        except OSError:
            try:
                os.dup2(fd, number, False)
            except OSError:  # above the limit
                continue
            os.close(fd)
            return number
    return fd


def identity(fd: int):
    status = os.fstat(fd)
    return status.st_dev, status.st_ino


def command_line() -> list:
    """The command line before Python 3.10, where the system tells it."""
    try:
        with open("/proc/self/cmdline", "rb") as file:
            return [word.decode(errors="replace") for word in file.read().split(b"\0")[:-1]]
    except OSError:
        return getattr(sys, "argv", [])


def block_signals():
    """A thread that takes no signals: sigwait and handlers of the program must find what they expect."""
    try:
        import _signal

        return _signal.pthread_sigmask(_signal.SIG_BLOCK, range(1, 32))
    except (AttributeError, ValueError, OSError):  # Windows
        return None


def unblock_signals(blocked) -> None:
    if blocked is not None:
        import _signal

        _signal.pthread_sigmask(_signal.SIG_SETMASK, blocked)


def note(text: str, what: str) -> None:
    stream.tell('{"e":"note","t":%d,"text":%s,"what":%s}' % (now(), quote(text), quote(what)))


# ---- Rows, and which of them runs here --------------------------------------------------------

next_id = count(1).__next__
UNKNOWN = object()
QUIET = ("BLOCKED", "AWAIT")  # not enough to draw a row for a main thread that only waits for others


class Here(_thread._local):
    """What runs in this thread."""

    lane = None  # the loop, if one is running
    row = UNKNOWN  # the thread's or the job's; None in a helper thread
    call = None  # the exchange of a thread without a row
    worker = 0


here = Here()


class Row:
    """A task. One that was refused for lack of room has no number and tells nothing."""

    __slots__ = ("k", "name", "at", "kind", "aux", "base", "told", "depth", "exchange", "coroutine",
                 "held", "ended", "shared", "worker", "thread", "cpu", "error", "line", "failure")  # fmt: skip

    def __init__(self, kind: str, name: str = "", at: str = "", aux: bool = False) -> None:
        self.k = 0
        self.kind = kind
        self.name = name
        self.at = at
        self.aux = aux
        self.base = "COMPUTE"  # the phase when no call of a blocking function is in progress
        self.told = None
        self.depth = 0
        self.exchange = None
        self.coroutine = None
        self.held = self.ended = False
        self.shared = ""
        self.worker = self.thread = self.cpu = 0
        self.error = None
        self.line = -1
        self.failure = None

    def __reduce__(self):
        return arrived, (self.kind, self.name, self.at, self.shared)

    def tell(self, phase: str = "", by: int = 0, shared: str = "") -> "Row":
        """Makes the row known, with its first phase."""
        if listed:
            if self.kind == "line" or self.kind == "coroutine" and self.line >= 0:
                shared = "line.%d" % self.line
            else:
                self.aux = True  # the picture is of the lines, each of which has a row already
        if not listed and not stream.admits():
            return self
        self.k = next_id()
        self.shared = shared and (shared if "." in shared else "%d.%d" % (os.getpid(), self.k))
        if phase:
            self.told = (phase, "", ())
        stream.tell((task_line, now(), self.k, self.name, self.kind, by, self.at, self.shared, self.aux, phase))
        return self

    def phase(self, name: str, on: str = "", awaited: tuple = (), host: str = "", t: int = 0) -> None:
        """Tells the phase, if it is another one."""
        told = (name, on, awaited)
        if self.told != told and self.k and not self.aux and not self.ended:
            self.told = told
            stream.tell((phase_line, self.k, told, host, t or now()))

    def begin(self) -> None:
        """The row runs in this thread from now on."""
        if self.k:
            self.worker = worker()
            self.thread = _thread.get_ident()
            self.cpu = cpu_now()
            self.phase("COMPUTE")
            stream.tell((busy_line, now(), self.worker, self.k))

    def end(self, how: str = "ok", error: BaseException = None, say: str = "", t: int = 0) -> None:
        if not self.k or self.ended:
            return
        if how == "ok" and self.failure is not None:
            how, error = "error", self.failure
        if self.exchange is not None:
            self.exchange.row = None  # the row need not go on after it
            self.exchange.end(error=error)
        self.ended = True
        t = t or now()
        if error is not None:
            stream.tell((end_line, t, self.k, how, type(error).__name__, said(error)))
        else:
            stream.tell((end_line, t, self.k, how, "", say if how == "error" else ""))
        if self.worker:
            cpu = cpu_now() - self.cpu if self.thread == _thread.get_ident() else -1
            stream.tell((idle_line, t, self.worker, self.k, cpu))

    def end_by(self, error: BaseException) -> None:
        """Ends as the exception says that left the row's function."""
        if type(error).__name__ == "CancelledError":
            self.end("cancelled")
        elif isinstance(error, SystemExit) and not error.code:
            self.end()
        else:
            self.end("error", error)


NOBODY = Row("")  # in the place of a row, of what runs for no task


def arrived(kind: str, name: str, at: str, shared: str) -> Row:
    """The row of a job that was submitted in another process."""
    return Row(kind, name, at).tell(shared=shared) if shared else Row(kind)


def task_line(
    lines: list, t: int, k: int, name: str, kind: str, by: int, at: str, shared: str, aux: bool, phase: str
) -> None:
    line = '{"e":"task","t":%d,"k":%d,"name":%s,"kind":"%s"' % (t, k, quote(name), kind)
    if by:
        line += ',"by":%d' % by
    if at:
        line += ',"at":' + quote(at)
    if shared:
        line += ',"id":"%s"' % shared
    if aux:
        line += ',"aux":true'
    if phase:
        line += ',"p":"%s"' % phase
    lines.append(line + "}")


def busy_line(lines: list, t: int, w: int, k: int) -> None:
    lines.append('{"e":"busy","t":%d,"w":%d%s}' % (t, w, ',"k":%d' % k if k else ""))


def idle_line(lines: list, t: int, w: int, k: int, cpu: int) -> None:
    lines.append('{"e":"idle","t":%d,"w":%d,"k":%d%s}' % (t, w, k, cpu_field(cpu)))


def end_line(lines: list, t: int, k: int, how: str, error: str, say: str) -> None:
    line = '{"e":"end","t":%d,"k":%d,"how":"%s"' % (t, k, how)
    if error:
        line += ',"err":' + quote(error)
    if error or say:
        line += ',"say":' + quote(say)
    lines.append(line + "}")


def cpu_field(cpu: int) -> str:
    return ',"cpu":%d' % cpu if cpu >= 0 else ""


def phase_line(lines: list, k: int, told: tuple, host: str, t: int) -> None:
    name, on, awaited = told
    line = '{"e":"phase","t":%d,"k":%d,"p":"%s"' % (t, k, name)
    if on:
        line += ',"on":' + quote(on)
    if awaited:
        line += ',"for":[%s]' % ",".join(map(str, awaited[:MAX_AWAITED]))
    if host:
        line += ',"host":' + quote(host)
    lines.append(line + "}")


def worker() -> int:
    """The number of this thread as a worker."""
    if not here.worker:
        here.worker = next_id()
        name, kind = thread_name()
        stream.tell(
            '{"e":"worker","t":%d,"w":%d,"kind":"%s","name":%s,"tid":%d}'
            % (now(), here.worker, kind, quote(name), _thread.get_native_id())
        )
    return here.worker


def thread_name() -> tuple:
    """The main thread of a process of multiprocessing is that process; else all would be MainThread."""
    if is_main_thread():
        return (stream.process, "process") if stream.process else ("MainThread", "thread")
    thread = thread_object()
    return (thread.name if thread else "thread %d" % _thread.get_native_id()), "thread"


def thread_object():
    threading = sys.modules.get("threading")
    return threading._active.get(_thread.get_ident()) if threading else None


def is_main_thread() -> bool:
    return _thread.get_ident() == main_ident


def current():
    """The row to which what happens here belongs, or None."""
    lane = here.lane
    step = lane.step if lane is not None else None
    if step is not None and step is not NOBODY:
        return step if step.k else None
    call = here.call
    if call is not None and not call.ended:
        return call
    if step is not None:
        return None
    row = here.row
    if row is UNKNOWN:
        row = here.row = row_of_thread()
    return row


def row_of_thread():
    """The main thread's row, of a program that does more than wait; a raw thread's; none of a helper."""
    if is_main_thread():
        return Row("call", os.path.basename(getattr(sys, "argv", [""])[0]) or "main")
    if thread_object() is not None:
        return None
    row = Row("thread", "thread %d" % _thread.get_native_id()).tell()
    row.begin()
    return row


def current_k() -> int:
    row = current()
    return row.k if row is not None else 0


def enter(phase: str, on: str = "", awaited: tuple = (), host: str = ""):
    """A blocking function is called: tells the phase, unless an outer one is in progress already."""
    row = current()
    if row is None or row.depth or row.aux:
        return None
    if not row.k:
        if phase in QUIET or not is_main_thread() or here.row is not row:
            return None
        row.tell()
    if not stream.admits():
        return None
    row.depth = 1
    row.phase(phase, on, awaited, host)
    return row


def leave(row: Row) -> None:
    row.depth = 0
    row.phase(row.base)


# ---- Names and places -------------------------------------------------------------------------

killed = set()  # the processes that this one has ended
homes = {}  # the package a file belongs to, or "" if it is the user's
LIBRARY = os.path.dirname(os.__file__) + os.sep
ROUTES = ("Context.run", "_process_chunk", "_wrap_awaitable")


def home(filename: str) -> str:
    found = homes.get(filename)
    if found is None:
        rest = "frozen" if filename.startswith("<frozen ") else ""
        for mark in ("site-packages" + os.sep, "dist-packages" + os.sep, LIBRARY, HERE + os.sep):
            if mark in filename:
                rest = filename.partition(mark)[2]
                break
        found = homes[filename] = rest.split(os.sep)[0]
    return found


def maker(frame, passed: tuple):
    """The frame that wanted a row: the first that is neither ours nor in one of the passed packages."""
    while frame is not None and home(frame.f_code.co_filename) in passed:
        frame = frame.f_back
    return frame


def users(frame):
    """The first frame of the user's code, or None."""
    while frame is not None:
        filename = frame.f_code.co_filename
        if not (homes.get(filename) or home(filename)):  # a call less for most
            return frame
        frame = frame.f_back
    return None


def is_library(frame) -> bool:
    return frame is None or home(frame.f_code.co_filename) != ""


def place(code, frame) -> str:
    """Where a function is written, or, if that is in a library, where it was called."""
    if code is not None and not home(code.co_filename):
        return "%s:%d" % (code.co_filename, code.co_firstlineno)
    frame = users(frame)
    return "%s:%d" % (frame.f_code.co_filename, frame.f_lineno) if frame is not None else ""


def shown(value) -> str:
    """An argument, if it is of a kind that is neither secret by habit nor runs code of the program."""
    kind = type(value)
    if kind is str:
        return repr(clipped(without_user(value), 80))
    if kind is float or kind is int and abs(value) < 10**18:
        return repr(value)
    if kind.__name__ in ("function", "builtin_function_or_method"):
        return value.__name__
    return ""


def without_user(text: str) -> str:
    """A URL without user name and password."""
    scheme, mark, rest = text.partition("://")
    if not mark:
        return text
    host, slash, path = rest.partition("/")
    return scheme + mark + host.rpartition("@")[2] + slash + path


def clipped(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "\u2026"


def titled(name: str, values) -> str:
    arguments = ", ".join(filter(None, map(shown, values)))
    return clipped("%s(%s)" % (name.rpartition("<locals>.")[2], arguments), MAX_NAME)


def unwrapped(function, args: tuple) -> tuple:
    """The user's function, and its arguments, in what a library hands on."""
    while True:
        kind = type(function).__name__
        name = getattr(function, "__qualname__", "") if kind != "partial" else ""
        if kind == "partial" and hasattr(function, "func"):
            function, args = function.func, function.args + tuple(args)
        elif args and name == "Context.run":
            function, args = args[0], args[1:]
        elif len(args) == 2 and name == "_process_chunk":
            function, args = args[0], args[1][0] if len(args[1]) == 1 else ()
        else:
            return function, args


def function_row(kind: str, function, args: tuple, frame, passed: tuple) -> Row:
    function, args = unwrapped(function, args)
    frame = maker(frame, ("overlap_trace.py",) + passed)
    code = getattr(function, "__code__", None)
    name = getattr(function, "__qualname__", None) or type(function).__qualname__
    if type(name) is not str:  # an object that answers to any attribute
        name = type(function).__qualname__
    own = code is not None and type(code).__name__ == "code" and not home(code.co_filename)
    if not own:
        name = qualified(function, name)
    row = Row(kind, titled(name, args), place(code if own else None, frame), not own and is_library(frame))
    row.line = line_of(args)
    return row


def qualified(function, name: str) -> str:
    """The name of a library's function, with the library: requests.get."""
    module = getattr(function, "__module__", None)
    package = module.partition(".")[0] if type(module) is str else ""
    return name if package in ("", "builtins", "__main__") else package + "." + name


def coroutine_row(coroutine, frame) -> Row:
    inner = getattr(coroutine, "_coro", coroutine)  # aiohttp's session.get() is a coroutine by behaviour
    code = getattr(inner, "cr_code", None)
    frame = maker(frame, ("overlap_trace.py", "asyncio"))
    own = code is not None and not home(code.co_filename)
    name = getattr(inner, "__qualname__", type(inner).__qualname__)
    aux = not own and (is_library(frame) or code is not None and code.co_name.startswith("shutdown_"))
    if aux:  # nobody sees it
        row = Row("coroutine", clipped(name, MAX_NAME), aux=True)
    else:
        row = Row("coroutine", titled(name, arguments(inner, code)), place(code, frame))
    row.coroutine = inner
    row.line = lines_of_coroutines.pop(id(inner), (None, -1))[1]
    return row


def arguments(coroutine, code) -> list:
    """The arguments of a coroutine that has not begun."""
    frame = getattr(coroutine, "cr_frame", None)
    if frame is None or code is None:
        return []
    names = code.co_varnames
    named = code.co_argcount + code.co_kwonlyargcount
    values = [frame.f_locals.get(name) for name in names[:named]]
    if code.co_flags & 4:
        values.extend(frame.f_locals.get(names[named], ()))
    return values


def said(error: BaseException) -> str:
    try:
        return clipped(str(error), 300)
    except Exception:
        return ""


# ---- The lines of a list ----------------------------------------------------------------------
#
# What the programs call that Overlap itself writes for a list and runs beside its own models. Each line of
# the list has a row before the program begins, known to all processes as "line." and its number; nothing
# else has one. Which line a task belongs to is never found by what it looks like: items carry the number.

listed = False
lines_of_coroutines = {}  # by id: the coroutine, which is kept so that its id stays its own, and the line


class TextLine(str):
    """A text that knows its line, as the next two do."""

    def __reduce__(self):
        return numbered, (str(self), self.line)


class NumberLine(int):
    def __reduce__(self):
        return numbered, (int(self), self.line)


class FunctionLine:
    def __init__(self, function) -> None:
        self.function = function
        self.__name__ = function.__name__

    def __call__(self, *args):
        return self.function(*args)

    def __reduce__(self):
        return numbered, (self.function, self.line)


def numbered(item, line: int):
    kind = {str: TextLine, int: NumberLine}.get(type(item), FunctionLine)
    item = kind(item)
    item.line = line
    return item


def lines(items) -> list:
    """Numbers the items of a list; from now on this program, or process, is one that Overlap has written."""
    global listed
    listed = True
    return [numbered(item, line) for line, item in enumerate(items)]


def line_of(args) -> int:
    """The line of what a function is called with, or -1."""
    for value in args:
        if type(value) in (TextLine, NumberLine, FunctionLine):
            return value.line
    return -1


def line_row(line: int, name: str) -> Row:
    row = Row("line", name)
    row.line = line
    return row.tell()


def list_begins() -> None:
    """Tells time zero: what came before it was start-up."""
    stream.tell('{"e":"begin","t":%d}' % now())


def line(function):
    """Decorates what is called for each item: from its begin to its end, its line is what runs."""

    def start(*args):
        coroutine = function(*args)
        lines_of_coroutines[id(coroutine)] = (coroutine, line_of(args))
        return coroutine

    def run(*args):
        outer = here.row
        row = here.row = line_row(line_of(args), function.__name__)
        row.begin()
        try:
            result = function(*args)
        except BaseException as error:
            row.end_by(error)
            raise
        else:
            row.end()
            return result
        finally:
            here.row = outer
            if stream.process:  # the result may end this process before the next flush
                guarded(stream.drain)

    wrapper = start if function.__code__.co_flags & 0x80 else run
    for attribute in ("__module__", "__name__", "__qualname__"):
        setattr(wrapper, attribute, getattr(function, attribute))
    return wrapper


def failed(error: BaseException) -> None:
    """Tells that the line that runs here has failed, though the program goes on."""
    row = current()
    if row is not None:
        row.failure = error


def collected(line: int) -> None:
    """Tells that the program has the result of a line in hand."""
    stream.tell('{"e":"collected","t":%d,"id":"line.%d"}' % (now(), line))


def all_collected(items) -> None:
    for item in items:
        collected(item.line)


def as_lines(futures) -> None:
    """Gives the futures of all items, in their order, the lines that they stand for."""
    for number, future in enumerate(futures):
        future.line = number


def as_results(futures) -> None:
    """Gives them their lines, and tells of each when its result is taken."""
    as_lines(futures)
    for future in futures:
        future.result = taking(future.result, future.line)


def taking(take, line: int):
    def result(*args):
        try:
            return take(*args)
        finally:
            collected(line)

    return result


def winner_collected(done) -> None:
    """Tells of the first one with a result, in the order in which the program looks at them."""
    for future in done:
        if future.result():
            return collected(future.line)


# ---- Wrapping ---------------------------------------------------------------------------------


def hide(error: BaseException) -> None:
    """Takes the wrapper's own frame out of a traceback that passes through it.

    Up to 3.10 Python puts it back when the exception is raised again: see hide_afterwards.
    """
    if error.__traceback__ is not None:
        error.__traceback__ = error.__traceback__.tb_next


def replace(owner, name: str, wrapper) -> None:
    """Puts a wrapper in the place of a function, under its name: it may be pickled, or asked for its name."""
    original = getattr(owner, name)
    for attribute in ("__module__", "__name__", "__qualname__", "__doc__"):
        setattr(wrapper, attribute, getattr(original, attribute, None))
    wrapper.__wrapped__ = original
    setattr(owner, name, wrapper)


def guarded(function, *args):
    """What the tracer does for itself; its errors are counted, never seen by the program."""
    try:
        return function(*args)
    except Exception as error:
        stream.failed(error)
        return None


def blocking(owner, name: str, told) -> None:
    """Wraps a function that blocks; told gets its arguments, enters a phase and returns its row, or None."""
    original = getattr(owner, name)

    def wrapper(*args, **kwargs):
        try:
            row = told(*args, **kwargs)
        except Exception as error:
            stream.failed(error)
            row = None
        try:
            return original(*args, **kwargs)
        except BaseException as error:
            hide(error)
            raise
        finally:
            if row is not None:
                guarded(leave, row)

    replace(owner, name, wrapper)


def around(owner, name: str, before=None, after=None, failed=None) -> None:
    """Wraps a function: before(*args), then after(result, *args) or failed(error, *args)."""
    original = getattr(owner, name)

    def wrapper(*args, **kwargs):
        if before is not None:
            guarded(before, *args)
        try:
            result = original(*args, **kwargs)
        except BaseException as error:
            if failed is not None:
                guarded(failed, error, *args)
            hide(error)
            raise
        if after is not None:
            guarded(after, result, *args)
        return result

    replace(owner, name, wrapper)


# ---- Sleeping, sockets, TLS, and the hosts of the lab -----------------------------------------

real_sleep = time.sleep
addresses = {}  # the address of each mapped name
ports = {}  # where a connection to a mapped address and port goes


def map_hosts(text: str) -> None:
    """Each name has an address of its own, because some libraries take only the address from the answer.

    It is turned into the lab's port when a socket connects.
    """
    for entry in filter(None, text.split(",")):
        name, _, rest = entry.partition("=")
        address, http, https = rest.split("/")
        addresses[name] = address
        ports[address, 80] = ("127.0.0.1", int(http))
        ports[address, 443] = ("127.0.0.1", int(https))


def mapped(host):
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    return addresses.get(host.lower() if isinstance(host, str) else host)


def install_time() -> None:
    blocking(time, "sleep", lambda *args: enter("PAUSE"))


def install_socket(socket) -> None:
    global family, unix
    family = super(socket.socket, socket.socket).family.__get__  # the C type's: no enumeration is looked up
    unix = getattr(socket, "AF_UNIX", None)
    if addresses:
        install_hosts(socket)
    blocking(socket, "getaddrinfo", lambda host, *args, **kwargs: lookup(host))
    for name, phase in (
        ("connect", "CONNECT"),
        ("send", "SEND"),
        ("sendall", "SEND"),
        ("recv", "WAIT"),
        ("recv_into", "WAIT"),
        ("recvfrom", "WAIT"),
        ("accept", "WAIT"),
    ):
        blocking(socket.socket, name, socket_call(phase))


def lookup(host):
    """An address needs no lookup, though the same function is called with it."""
    text = host_text(host)
    return None if ":" in text or text.replace(".", "").isdigit() else enter("DNS", host=text)


def host_text(host) -> str:
    return clipped(str(host), 255) if isinstance(host, str) else ""


def socket_call(phase: str):
    sends = phase == "SEND"
    connects = phase == "CONNECT"

    def told(sock, *args, **kwargs):
        row = current()
        if row is not None and row.exchange is not None and not connects:
            # its own phases say more: the first byte sent begins SEND, which lasts until WAIT
            if sends and row.exchange.sending and sock.gettimeout() != 0:
                row.exchange.phase("SEND")
            return None
        local = family(sock) == unix  # between processes: multiprocessing uses them behind the scenes
        return None if local or sock.gettimeout() == 0 else enter(phase)

    return told


def install_hosts(socket) -> None:
    real_lookup = socket.getaddrinfo
    real_name = socket.gethostbyname

    def getaddrinfo(host, port, *args, **kwargs):
        try:
            return real_lookup(mapped(host) or host, port, *args, **kwargs)
        except BaseException as error:
            hide(error)
            raise

    def gethostbyname(host):
        try:
            return mapped(host) or real_name(host)
        except BaseException as error:
            hide(error)
            raise

    replace(socket, "getaddrinfo", getaddrinfo)
    replace(socket, "gethostbyname", gethostbyname)
    for name in ("connect", "connect_ex"):
        redirect(socket.socket, name)


def redirect(owner, name: str) -> None:
    original = getattr(owner, name)

    def connect(self, address):
        try:
            if type(address) is tuple:
                address = ports.get(address[:2], address)
            return original(self, address)
        except BaseException as error:
            hide(error)
            raise

    replace(owner, name, connect)


def install_ssl(ssl) -> None:
    blocking(ssl.SSLSocket, "do_handshake", lambda self, *args, **kwargs: self.gettimeout() != 0 and enter("TLS") or None)
    for name, phase in (("send", "SEND"), ("sendall", "SEND"), ("read", "WAIT")):
        blocking(ssl.SSLSocket, name, socket_call(phase))


# ---- Exchanges: http.client (so urllib, requests, urllib3), aiohttp, httpx --------------------


class Exchange:
    """A request and its response; while it lasts, the phases of its row are its own."""

    __slots__ = ("x", "row", "sending", "status", "ended")

    def __init__(self, row: Row, method: str, url: str, connection: int = 0, reused: bool = False) -> None:
        self.x = next_id()
        self.row = row
        self.sending = True
        self.ended = False
        self.status = 0
        if row.exchange is not None:  # given up without being closed
            row.exchange.finish(None, 0)
        row.exchange = self
        stream.tell((exchange_line, now(), self.x, row.k, method, url, connection, reused))

    def phase(self, name: str, host: str = "") -> None:
        row = self.row
        if row is not None and row.exchange is self:
            row.base = name
            if not row.depth:
                row.phase(name, host=host)

    def finish(self, error, size: int) -> None:
        self.ended = True
        name = "" if error is None else type(error).__name__
        stream.tell((exchange_end_line, now(), self.x, self.status, size, name))

    def end(self, size: int = 0, error: BaseException = None, then: str = "COMPUTE") -> None:
        row = self.row
        if self.ended:
            return
        self.finish(error, size)
        self.row = None
        if row is None:
            return
        row.exchange = None
        row.base = "COMPUTE"
        row.error = error
        if row.kind == "call" and row is not here.row:
            end_call(row)
        elif not row.depth:
            row.phase(then)


def exchange_line(lines: list, t: int, x: int, k: int, method: str, url: str, connection: int, reused: bool) -> None:
    line = '{"e":"exchange","t":%d,"x":%d,"k":%d,"method":%s,"url":%s' % (
        t, x, k, quote(method), quote(clipped(without_user(url), 2000)),
    )  # fmt: skip
    if connection:
        line += ',"conn":%d,"reused":%s' % (connection, "true" if reused else "false")
    lines.append(line + "}")


def exchange_end_line(lines: list, t: int, x: int, status: int, size: int, error: str) -> None:
    line = '{"e":"exchange.end","t":%d,"x":%d' % (t, x)
    if status:
        line += ',"status":%d' % status
    if size:
        line += ',"bytes":%d' % size
    if error:
        line += ',"err":' + quote(error)
    lines.append(line + "}")


def needs_call(row) -> bool:
    """Whether an exchange gets a row of its own: in a thread without one, or with the main thread's."""
    return row is None or row.kind == "call" and row is here.row and is_main_thread()


def open_call(row, method: str, url: str):
    """The row of an exchange for which needs_call(row); None if there is no room for it."""
    name = clipped("%s %s" % (method, without_user(url)), MAX_NAME)
    call = Row("call", name, place(None, sys._getframe(1))).tell("COMPUTE", row.k if row is not None else 0)
    if not call.k:
        return None
    call.begin()
    here.call = call
    if row is not None and row.k:
        row.phase("AWAIT", awaited=(call.k,))
    return call


def end_call(call: Row) -> None:
    if call.held:  # a library may try again
        return
    if call.error is not None:
        call.end_by(call.error)
    else:
        call.end()
    if here.call is call:
        here.call = None
        if isinstance(here.row, Row) and here.row.kind == "call":
            here.row.phase("COMPUTE")


def exchange_row(method: str, url: str):
    row = current()
    if needs_call(row):
        row = open_call(row, method, url) or row
    return row if row is not None and row.k and not row.aux and stream.admits() else None


def install_http_client(client) -> None:
    around(client.HTTPConnection, "putrequest", http_begins, failed=http_failed)
    around(client.HTTPConnection, "endheaders", failed=http_failed)
    install_response(client.HTTPConnection)
    around(client.HTTPConnection, "close", http_closed)
    around(client.HTTPResponse, "_close_conn", after=lambda result, response: http_received(response))


def install_response(owner) -> None:
    original = owner.getresponse

    def getresponse(self, *args, **kwargs):
        exchange = None
        try:
            if not args and not kwargs:  # urllib3 1 tries an argument of Python 2
                exchange = http_exchange(self)
            if exchange is not None:
                exchange.sending = False
                exchange.phase("WAIT")
        except Exception as error:
            stream.failed(error)
        try:
            response = original(self, *args, **kwargs)
        except BaseException as error:
            if exchange is not None:
                guarded(http_failed, error, self)
            hide(error)
            raise
        if exchange is not None:
            guarded(http_answered, response, self, exchange)
        return response

    replace(owner, "getresponse", getresponse)


def http_begins(connection, method, url, *args) -> None:
    url = http_url(connection, url)
    row = exchange_row(method, url)
    if row is None:
        return
    number = connection.__dict__.get("_overlap_conn", 0)
    if not number or connection.sock is None:
        number, reused = next_id(), False
    else:
        reused = connection._overlap_used
    connection._overlap_conn = number
    connection._overlap_used = True
    connection._overlap_exchange = Exchange(row, method, url, number, reused)


def http_url(connection, url: str) -> str:
    if "://" in url:
        return url
    scheme, port = ("https", 443) if connection.default_port == 443 else ("http", 80)
    host = connection._tunnel_host or connection.host
    actual = connection._tunnel_port if connection._tunnel_host else connection.port
    host = "[%s]" % host if ":" in host else host
    return "%s://%s%s%s" % (scheme, host, "" if actual == port else ":%d" % actual, url)


def http_exchange(connection):
    return connection.__dict__.get("_overlap_exchange")


def http_answered(response, connection, exchange: Exchange) -> None:
    connection._overlap_exchange = None
    exchange.status = response.status
    response._overlap_exchange = exchange
    response._overlap_length = response.length or 0
    if response.isclosed():
        http_received(response)
    else:
        exchange.phase("RECEIVE")


def http_received(response) -> None:
    exchange = http_exchange(response)
    if exchange is not None:
        response._overlap_exchange = None
        exchange.end(response._overlap_length)


def http_failed(error, connection, *args) -> None:
    exchange = http_exchange(connection)
    if exchange is not None:
        connection._overlap_exchange = None
        exchange.end(error=error)


def http_closed(connection, *args) -> None:
    exchange = http_exchange(connection)
    # getresponse closes a connection that is not kept, and hands its socket to the response
    if exchange is not None and exchange.sending:
        connection._overlap_exchange = None
        exchange.end()


def install_urllib3(connectionpool) -> None:
    """A row of its own from the call on: connecting comes before the request, and there may be retries."""
    original = connectionpool.HTTPConnectionPool.urlopen

    def urlopen(self, method, url, *args, **kwargs):
        call = guarded(open_urllib3_call, self, method, url)
        try:
            return original(self, method, url, *args, **kwargs)
        except BaseException as error:
            if call is not None:
                call.error = error
            hide(error)
            raise
        finally:
            if call is not None:
                guarded(release_call, call)

    replace(connectionpool.HTTPConnectionPool, "urlopen", urlopen)


def open_urllib3_call(pool, method: str, url: str):
    row = current()
    if not needs_call(row):
        return None
    port = "" if pool.port in (None, 443 if pool.scheme == "https" else 80) else ":%d" % pool.port
    call = open_call(row, method, url if "://" in url else "%s://%s%s%s" % (pool.scheme, pool.host, port, url))
    if call is not None:
        call.held = True
    return call


def release_call(call: Row) -> None:
    call.held = False
    if call.exchange is None:  # else the body is still to come
        end_call(call)


class Done(tuple):
    """Awaited, it is done at once: the wrappers of aiohttp and httpx never wait."""

    __slots__ = ()
    __await__ = tuple.__iter__


DONE = Done()


def install_aiohttp(aiohttp) -> None:
    install_aiohttp_resolver(aiohttp.resolver)
    config = aiohttp.TraceConfig()
    for signal, action in (
        ("on_request_start", aiohttp_begins),
        ("on_request_end", aiohttp_answered),
        ("on_request_exception", aiohttp_failed),
    ):
        getattr(config, signal).append(aiohttp_signal(action))
    for signal, phase in (
        ("on_connection_queued_start", "LEASE"),
        ("on_connection_create_start", "CONNECT"),
        ("on_dns_resolvehost_start", "DNS"),
        ("on_dns_resolvehost_end", "CONNECT"),
        ("on_connection_create_end", "SEND"),
        ("on_connection_reuseconn", "SEND"),
        ("on_request_headers_sent", "WAIT"),
    ):
        if hasattr(config, signal):
            getattr(config, signal).append(aiohttp_phase(phase))
    config.freeze()
    original = aiohttp.ClientSession.__init__

    def __init__(self, *args, **kwargs):
        kwargs["trace_configs"] = list(kwargs.get("trace_configs") or ()) + [config]
        try:
            original(self, *args, **kwargs)
        except BaseException as error:
            hide(error)
            raise

    replace(aiohttp.ClientSession, "__init__", __init__)


def aiohttp_signal(action):
    def receiver(session, context, params):
        guarded(action, context, params)
        return DONE

    return receiver


def aiohttp_begins(context, params) -> None:
    url = str(params.url)
    row = exchange_row(params.method, url)
    context.overlap = Exchange(row, params.method, url) if row is not None else None


def aiohttp_phase(phase: str):
    def receiver(session, context, params):
        try:
            if context.overlap is not None:
                context.overlap.phase(phase, getattr(params, "host", "") if phase == "DNS" else "")
        except Exception as error:
            stream.failed(error)
        return DONE

    return receiver


def aiohttp_answered(context, params) -> None:
    exchange = context.overlap
    if exchange is not None:
        exchange.status = params.response.status
        exchange.phase("RECEIVE")
        content = params.response.content
        content.on_eof(lambda: guarded(aiohttp_received, exchange, content))


def aiohttp_received(exchange: Exchange, content) -> None:
    exchange.end(getattr(content, "total_bytes", 0), then="READY")


def aiohttp_failed(context, params) -> None:
    if context.overlap is not None:
        context.overlap.end(error=params.exception)


def install_aiohttp_resolver(resolver) -> None:
    """aiodns asks the name server itself, past getaddrinfo."""
    original = resolver.AsyncResolver.resolve

    async def resolve(self, host, port=0, *args, **kwargs):
        address = mapped(host)
        if address is None:
            return await original(self, host, port, *args, **kwargs)
        return [{"hostname": host, "host": address, "port": port, "family": 2, "proto": 0, "flags": 4}]

    if addresses:
        replace(resolver.AsyncResolver, "resolve", resolve)


HTTPX_PHASES = {
    "connect_tcp.started": "CONNECT",
    "start_tls.started": "TLS",
    "send_request_headers.started": "SEND",
    "receive_response_headers.started": "WAIT",
    "receive_response_body.started": "RECEIVE",
}
HTTPX_ENDS = ("receive_response_body.complete", "response_closed.complete", "receive_response_body.failed")


def install_httpcore(httpcore) -> None:
    original = httpcore.ConnectionPool.handle_request
    original_async = httpcore.AsyncConnectionPool.handle_async_request

    def handle_request(self, request):
        exchange = guarded(httpx_begins, request, httpx_trace)
        try:
            response = original(self, request)
        except BaseException as error:
            guarded(httpx_failed, exchange, error)
            hide(error)
            raise
        guarded(httpx_answered, exchange, response)
        return response

    async def handle_async_request(self, request):
        exchange = guarded(httpx_begins, request, httpx_async_trace)
        try:
            response = await original_async(self, request)
        except BaseException as error:
            guarded(httpx_failed, exchange, error)
            hide(error)
            raise
        guarded(httpx_answered, exchange, response)
        return response

    replace(httpcore.ConnectionPool, "handle_request", handle_request)
    replace(httpcore.AsyncConnectionPool, "handle_async_request", handle_async_request)


def httpx_begins(request, trace):
    url = request.url
    port = ":%d" % url.port if url.port else ""
    text = "%s://%s%s%s" % (url.scheme.decode(), url.host.decode(), port, url.target.decode())
    row = exchange_row(request.method.decode(), text)
    if row is None:
        return None
    exchange = Exchange(row, request.method.decode(), text)
    request.extensions = dict(request.extensions, trace=trace(exchange, request.extensions.get("trace")))
    return exchange


def httpx_trace(exchange: Exchange, users):
    def trace(name, info):
        guarded(httpx_event, exchange, name)
        if users is not None:
            users(name, info)

    return trace


def httpx_async_trace(exchange: Exchange, users):
    def trace(name, info):
        guarded(httpx_event, exchange, name)
        return DONE if users is None else users(name, info)

    return trace


def httpx_event(exchange: Exchange, name: str) -> None:
    event = ".".join(name.split(".")[-2:])
    phase = HTTPX_PHASES.get(event)
    if phase is not None:
        exchange.sending = phase == "SEND"
        exchange.phase(phase)
    elif event in HTTPX_ENDS:
        exchange.end()


def httpx_answered(exchange, response) -> None:
    if exchange is not None:
        exchange.status = response.status


def httpx_failed(exchange, error: BaseException) -> None:
    if exchange is not None:
        exchange.end(error=error)


# ---- Threads, locks and waiting for others ----------------------------------------------------


def install_threading(threading) -> None:
    around(threading.Thread, "start", thread_wanted, failed=thread_refused)
    install_bootstrap(threading)
    blocking(threading.Thread, "join", lambda self, *args, **kwargs: enter("AWAIT", "Thread.join", row_numbers(self)))
    blocking(threading.Condition, "wait", lambda self, *args, **kwargs: condition_waits(sys._getframe(2)))
    install_locks(threading)


def row_numbers(*owners) -> tuple:
    """The numbers of the rows that belong to threads, processes or futures."""
    rows = (getattr(owner, "_overlap_row", None) for owner in owners)
    return tuple(row.k for row in rows if row is not None and row.k)


def thread_wanted(thread) -> None:
    function = thread._target or type(thread).run
    row = function_row("thread", function, thread._args if thread._target else (), sys._getframe(2), ("threading.py",))
    if row.aux:
        thread._overlap_row = None
        return
    thread._overlap_row = row.tell("READY", current_k())
    report = thread._invoke_excepthook

    def invoke_excepthook(*args):
        row.error = sys.exc_info()[1]
        if VERSION < (3, 11):
            strip(row.error)
        report(*args)

    thread._invoke_excepthook = invoke_excepthook


def thread_refused(error, thread) -> None:
    if thread.__dict__.get("_overlap_row") is not None:
        thread._overlap_row.end_by(error)


def install_bootstrap(threading) -> None:
    original = threading.Thread._bootstrap_inner

    def _bootstrap_inner(self):
        row = guarded(thread_begins, self)
        try:
            original(self)
        finally:
            guarded(thread_ends, row)

    replace(threading.Thread, "_bootstrap_inner", _bootstrap_inner)


def thread_begins(thread):
    here.row = row = thread.__dict__.get("_overlap_row")
    if row is not None:
        here.worker = next_id()
        stream.tell(
            '{"e":"worker","t":%d,"w":%d,"kind":"thread","name":%s,"tid":%d}'
            % (now(), here.worker, quote(clipped(str(thread.name), MAX_NAME)), _thread.get_native_id())
        )
        row.begin()
    return row


def thread_ends(row) -> None:
    if row is not None:
        row.end("ok") if row.error is None else row.end_by(row.error)
    if here.worker:
        stream.tell('{"e":"worker.end","t":%d,"w":%d,"cpu":%d}' % (now(), here.worker, cpu_now()))


def condition_waits(frame):
    """Waiting for the result of others, or blocked; named after what the user called: Queue.get, Event.wait."""
    row = current()
    if row is None or not row.k or row.depth:
        return None
    name, package = "Condition.wait", "threading.py"
    while frame is not None and is_library(frame):
        if home(frame.f_code.co_filename) != "overlap_trace.py":
            package = home(frame.f_code.co_filename)
            if package == "threading.py" and frame.f_code.co_name == "start":
                return None  # until the new thread runs: neither the program's wait nor its word
            owner = frame.f_locals.get("self")
            name = ("%s.%s" % (type(owner).__name__, frame.f_code.co_name)) if owner is not None else frame.f_code.co_name
            if package in ("urllib3", "httpcore"):
                return enter("LEASE")
        frame = frame.f_back
    return enter("AWAIT" if package in ("concurrent", "multiprocessing") else "BLOCKED", name)


def install_locks(threading) -> None:
    """Locks that the program itself makes; libraries keep the real ones, as they cost less."""
    real_lock = threading.Lock
    lock_type = _thread.LockType
    recursive_type = type(threading.RLock())

    class LockType(type):
        def __instancecheck__(cls, instance):
            return type(instance) in (Lock, lock_type)

    class Lock(metaclass=LockType):
        __slots__ = ("_lock", "_name", "release", "locked", "__weakref__")

        def __new__(cls):
            frame = sys._getframe(1)
            if is_library(frame):
                return real_lock()
            self = object.__new__(cls)
            self._lock = lock = real_lock()
            self._name = "Lock of %s:%d" % (os.path.basename(frame.f_code.co_filename), frame.f_lineno)
            self.release = lock.release
            self.locked = lock.locked
            return self

        def acquire(self, blocking=True, timeout=-1):
            if timeout == -1 and self._lock.acquire(False):
                return True
            return contended(self._lock.acquire, self._name, blocking, timeout)

        __enter__ = acquire

        def __exit__(self, *args):
            self.release()

        def __repr__(self):
            return repr(self._lock)

        def _at_fork_reinit(self):
            self._lock._at_fork_reinit()

    Lock.__name__ = Lock.__qualname__ = "lock"
    Lock.__module__ = "_thread"
    threading.Lock = Lock
    try:
        install_recursive_lock(threading, recursive_type)
    except TypeError as error:  # a type that cannot be extended: those locks are not seen
        stream.failed(error)


def install_recursive_lock(threading, recursive_type) -> None:
    class RLock(recursive_type):
        __slots__ = ("_name",)

        def acquire(self, blocking=True, timeout=-1):
            if timeout == -1 and recursive_type.acquire(self, False):
                return True
            return contended(super().acquire, self._name, blocking, timeout)

        __enter__ = acquire

    RLock.__module__ = "_thread"
    original = threading.RLock

    def make(*args, **kwargs):
        frame = sys._getframe(1)
        if is_library(frame):
            return original(*args, **kwargs)
        lock = RLock(*args, **kwargs)
        lock._name = "RLock of %s:%d" % (os.path.basename(frame.f_code.co_filename), frame.f_lineno)
        return lock

    replace(threading, "RLock", make)


def contended(acquire, name: str, blocking, timeout) -> bool:
    row = guarded(enter, "BLOCKED", name) if blocking else None
    try:
        return acquire(blocking, timeout)
    except BaseException as error:
        hide(error)
        raise
    finally:
        if row is not None:
            guarded(leave, row)


def install_subprocess(subprocess) -> None:
    for name in ("wait", "communicate"):
        blocking(subprocess.Popen, name, lambda *args, **kwargs: enter("AWAIT", "subprocess"))


# ---- Jobs: executors and multiprocessing ------------------------------------------------------


class Job:
    """A function that is called elsewhere, and the row that shows it.

    It may travel to another process, where the row gets a number of its own and is the same task by its id.
    """

    __slots__ = ("function", "row", "remote")

    def __init__(self, function, row: Row, remote: bool = False) -> None:
        self.function = function
        self.row = row
        self.remote = remote

    def __reduce__(self):
        return Job, (self.function, self.row, True)

    def __call__(self, *args, **kwargs):
        outer = here.row
        guarded(job_begins, self.row)
        try:
            result = self.function(*args, **kwargs)
        except BaseException as error:
            guarded(self.row.end_by, error)
            hide(error)
            raise
        else:
            guarded(self.row.end)
            return result
        finally:
            here.row = outer
            if self.remote:  # the result may end this process before the next flush
                guarded(stream.drain)


def job_begins(row: Row) -> None:
    here.row = row
    row.begin()


class Item:
    """An item of a map and its row."""

    __slots__ = ("value", "row", "remote")

    def __init__(self, value, row: Row, remote: bool = False) -> None:
        self.value = value
        self.row = row
        self.remote = remote

    def __reduce__(self):
        return Item, (self.value, self.row, True)


class ItemFunction:
    """The function of a map, called with items."""

    __slots__ = ("function",)

    def __init__(self, function) -> None:
        self.function = function

    def __reduce__(self):
        return ItemFunction, (self.function,)

    def __call__(self, item: Item, *rest):
        try:
            return Job(self.function, item.row, item.remote)(*((item.value,) + rest if rest else item_args(item)))
        except BaseException as error:
            hide(error)
            raise


def item_args(item: Item) -> tuple:
    return (item.value,)


def children_are_traced() -> bool:
    """Whether a child finds this module, to unpickle jobs: not if the program changed the variables."""
    folders = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    return "OVERLAP_TRACE" in os.environ and os.path.abspath(folders[0] or os.curdir) == HERE


def install_futures(base) -> None:
    def awaited(self, *args, **kwargs):
        return None if self.done() else enter("AWAIT", "Future.result", row_numbers(self))

    blocking(base.Future, "result", awaited)
    blocking(base.Future, "exception", awaited)
    blocking(base, "wait", lambda fs, *args, **kwargs: enter("AWAIT", "wait", row_numbers(*list(fs))) if type(fs) in (list, set, tuple, dict) else None)
    around(base.Future, "cancel", after=future_cancelled)


def future_cancelled(done: bool, future) -> None:
    row = getattr(future, "_overlap_row", None)
    if done and row is not None:
        row.end("cancelled")
        if row.line >= 0:
            line_row(row.line, row.name).end("cancelled")


def install_executor(owner, remote: bool) -> None:
    original = owner.submit

    def submit(self, fn, /, *args, **kwargs):
        row = guarded(submitted, fn, args, sys._getframe(1), remote)
        try:
            if row is None:
                return original(self, fn, *args, **kwargs)
            future = original(self, Job(fn, row), *args, **kwargs)
            future._overlap_row = row
            return future
        except BaseException as error:
            if row is not None:
                guarded(row.end, "cancelled")
            hide(error)
            raise

    replace(owner, "submit", submit)


def submitted(function, args: tuple, frame, remote: bool, passed: tuple = ("asyncio", "concurrent")):
    if remote and not children_are_traced():
        return None
    row = function_row("job", function, args, frame, passed)
    if row.aux:
        return None
    row.tell("QUEUED", current_k(), "own" if remote else "")
    return row if row.k else None


def install_pool(pool) -> None:
    """Items of a map become rows when they are put in, with the function that counts them out again."""
    for name in ("_map_async", "imap", "imap_unordered"):
        install_map(pool, name)
    original = pool.Pool.apply_async

    def apply_async(self, func, args=(), *rest, **kwargs):
        row = guarded(submitted, func, tuple(args), sys._getframe(1), is_remote(pool, self), ("multiprocessing",))
        try:
            result = original(self, func if row is None else Job(func, row), args, *rest, **kwargs)
        except BaseException as error:
            hide(error)
            raise
        result._overlap_row = row
        return result

    replace(pool.Pool, "apply_async", apply_async)
    blocking(pool.ApplyResult, "wait", lambda self, *args, **kwargs: enter("AWAIT", "Pool", result_rows(self)))


def is_remote(pool, instance) -> bool:
    return not isinstance(instance, pool.ThreadPool)


def result_rows(result) -> tuple:
    return getattr(result, "_overlap_rows", ()) or row_numbers(result)


def install_map(pool, name: str) -> None:
    original = getattr(pool.Pool, name)
    spread = getattr(pool, "starmapstar")

    def wrapper(self, func, iterable, *args, **kwargs):
        remote = is_remote(pool, self)
        frame = sys._getframe(1)
        stars = spread in args
        rows = []
        try:
            if remote and not children_are_traced():
                return original(self, func, iterable, *args, **kwargs)
            items = (item for item in map_items(func, iterable, frame, remote, stars, rows))
            if name == "_map_async":  # takes the length
                items = list(items)
            counted = StarFunction(func) if stars else ItemFunction(func)
            result = original(self, counted, items, *args, **kwargs)
            if name == "_map_async":
                result._overlap_rows = tuple(rows)
            return result
        except BaseException as error:
            hide(error)
            raise

    replace(pool.Pool, name, wrapper)


class StarFunction(ItemFunction):
    """The function of a starmap: the item stands before its arguments."""

    __slots__ = ()

    def __reduce__(self):
        return StarFunction, (self.function,)

    def __call__(self, item: Item, *args):
        try:
            return Job(self.function, item.row, item.remote)(*args)
        except BaseException as error:
            hide(error)
            raise


def map_items(function, iterable, frame, remote: bool, stars: bool, rows: list):
    by = current_k()
    for value in iterable:
        row = guarded(map_row, function, tuple(value) if stars else (value,), frame, remote, by) or Row("job")
        rows.append(row.k)
        yield (Item(None, row),) + tuple(value) if stars else Item(value, row)


def map_row(function, args: tuple, frame, remote: bool, by: int) -> Row:
    return function_row("job", function, args, frame, ("multiprocessing",)).tell("QUEUED", by, "own" if remote else "")


def install_process(process) -> None:
    around(process.BaseProcess, "start", process_wanted)
    around(process.BaseProcess, "join", after=process_joined)
    blocking(process.BaseProcess, "join", lambda self, *args, **kwargs: enter("AWAIT", "Process.join", row_numbers(self)))
    original = process.BaseProcess._bootstrap

    def _bootstrap(self, *args, **kwargs):
        row = guarded(process_begins, self)
        code = original(self, *args, **kwargs)
        if row is not None:
            guarded(process_ends, row, code)
        return code

    replace(process.BaseProcess, "_bootstrap", _bootstrap)


def process_wanted(process) -> None:
    function = process._target or type(process).run
    args = process._args if process._target else ()
    row = function_row("process", function, args, sys._getframe(2), ())
    if not row.aux and children_are_traced():
        process._overlap_row = row.tell("QUEUED", current_k(), "own")


def process_begins(process):
    stream.process = str(process.name)
    if not stream.parent:
        stream.parent = process._parent_pid
    row = process.__dict__.get("_overlap_row")
    if row is None or not row.shared:
        return None
    here.row = row = arrived(row.kind, row.name, row.at, row.shared) if row.k and not is_arrived(row) else row
    keep_error(process, row)
    row.begin()
    return row


def keep_error(process, row: Row) -> None:
    """Of an exception that leaves run() nothing but an exit code is known afterwards."""
    original = process.run

    def run():
        try:
            original()
        except BaseException as error:
            row.error = error
            hide(error)
            raise

    process.run = run


def process_ends(row: Row, code: int) -> None:
    if row.error is not None:
        row.end_by(row.error)
    else:
        row.end("error" if code else "ok", say="exit code %d" % code)


def is_arrived(row: Row) -> bool:
    """Whether the row was unpickled in this process; under fork it is a copy that was never told here."""
    return not row.shared.startswith("%d." % os.getppid()) or row.told is None


def process_joined(result, process, *args) -> None:
    row = process.__dict__.get("_overlap_row")
    code = process.exitcode if row is not None else None
    if code is None:
        return
    if code < 0 and process.pid in killed:
        row.end("cancelled")
    elif code < 0:
        row.end("error", say="ended by signal %d" % -code)
    else:
        row.end("error" if code else "ok", say="exit code %d" % code)


# ---- asyncio ----------------------------------------------------------------------------------
#
# A step is one record, told after it; the flusher tells the ones that last, from what the lane says of
# the step in progress. What a task waits for is read at the end of a step from its coroutine, and told
# only if it is something else than the last time.


def loop_name(kind: type) -> str:
    """The names of asyncio's own classes say what system they run on, not what they are."""
    return "event loop" if kind.__module__.partition(".")[0] == "asyncio" else kind.__name__


class Lane:
    """An event loop: what it runs now, and what was told of it."""

    __slots__ = ("loop", "w", "step", "last", "due", "cpu", "cpu_due", "told", "looked", "joined", "room", "short")

    def __init__(self, loop) -> None:
        self.loop = _weakref.ref(loop)
        self.w = next_id()
        self.step = None  # the row of the step in progress, or NOBODY
        self.last = now()  # begin of that step; if there is none, the end of the last one
        self.due = 0  # a step that ends later than this is looked at more closely
        self.cpu = self.cpu_due = 0
        self.told = 0  # begin of the step told as busy
        self.looked = 0
        self.joined = None  # callbacks without a task, not told yet
        # a thread that only hosts a loop is not shown
        on = ',"on":%d' % here.worker if here.worker else ""
        self.room = STEPS_AT_ONCE  # how many steps may be told one by one
        self.short = 0  # begin of the steps that are told as one
        stream.tell(
            '{"e":"worker","t":%d,"w":%d,"kind":"loop","name":%s%s}'
            % (now(), self.w, quote(loop_name(type(loop))), on)
        )

    # Called by the loop's thread.

    def look(self, start: int, end: int, row: Row, cpu: int) -> None:
        """Tells a step that is told by itself, begins or ends the steps that are told as one, reads the clock."""
        long = end - start > CPU_STEP_NANOS
        if long or end > self.cpu_due:
            self.read_cpu(end)
        if long or self.room > 0:
            if self.short:
                self.tell_joined_steps(start)
            self.room -= 1
            if stream.budget > SLICE_RESERVE or end - start > LONG_NANOS and not stream.dead:
                stream.budget -= 1
                used = min(self.cpu - cpu, end - start) if long else -1
                stream.queue.append((slice_lines, self, start, end, row.k, used))
            else:
                stream.lost += 1
        else:
            if end - self.short > LONG_NANOS:
                self.tell_joined_steps(start)
            self.short = self.short or start
            self.due = self.cpu_due

    def tell_joined_steps(self, end: int) -> None:
        if self.short:
            if stream.budget > SLICE_RESERVE:
                stream.budget -= 1
                stream.queue.append((slice_lines, self, self.short, end, 0, -1))
            else:
                stream.lost += 1
            self.short = self.due = 0

    def end_of_steps(self) -> int:
        return self.last

    def read_cpu(self, time_now: int) -> None:
        self.cpu = cpu_now()
        self.cpu_due = time_now + CPU_AGE_NANOS

    # Called only while the stream drains.

    def untold_since(self, time_now: int) -> int:
        """When the step in progress, or the first of those that are told as one, began; else now."""
        if self.short:
            return self.short
        if self.step is not None:
            return self.last
        last = self.end_of_steps()
        return last if time_now - last < CPU_STEP_NANOS else time_now  # it may be between two steps

    def make_room(self) -> None:
        if self.room <= 0:
            note_many_steps()
        self.room = min(STEPS_AT_ONCE, self.room + STEPS_PER_FLUSH)

    def tell_joined(self, lines: list) -> None:
        if self.joined is not None:
            start, end = self.joined
            lines.append('{"e":"slice","t":%d,"w":%d,"d":%d}' % (start, self.w, end - start))
            self.joined = None

    def tell_long_step(self, lines: list, time_now: int) -> None:
        """Tells the step in progress if it has lasted a while, and the rows that it keeps waiting."""
        step = self.step
        begin = self.last if step is not None else time_now
        if time_now - begin < LONG_NANOS or not self.still_runs(step, begin):
            return
        if not self.told:
            self.told = begin
            self.looked = begin
            busy_line(lines, begin, self.w, step.k)
        if self.told == begin:
            self.tell_ready(lines, step, begin)
            self.looked = time_now

    def still_runs(self, step: Row, begin: int) -> bool:
        return self.step is step and self.last == begin

    def tell_ready(self, lines: list, step: Row, begin: int) -> None:
        """Rows that the loop could run; since when is known up to one flush, and exactly for a timer."""
        loop = self.loop()
        for task in guarded(ready_tasks, loop) or ():
            row, since = task
            if row is None or not row.k or row.aux or row.ended or row.depth or row is step:
                continue
            told = ("READY", "", ())
            if row.told == told:
                continue
            row.told = told  # first the flag, then the look: if the step is over, its row tells itself
            if self.still_runs(step, begin):
                phase_line(lines, row.k, told, "", since or self.looked)


class UnclockedLane(Lane):
    """A loop that does not go through asyncio's own iteration, as of a GUI: each step asks for its begin."""

    __slots__ = ("begin", "end")

    def begun(self) -> int:
        if self.step is None:
            self.begin = now()
            if self.begin - self.end > JOINED_NANOS:
                self.tell_joined_steps(self.end)
        return self.begin

    def ended(self, end: int) -> None:
        self.end = end

    last = property(begun, ended)

    def end_of_steps(self) -> int:
        return self.end


def ready_tasks(loop) -> list:
    """The rows of tasks in the loop's queue, and of those whose timer is due, with that time."""
    found = [(row_of_callback(handle._callback), 0) for handle in list(loop._ready)]
    due = loop.time()
    offset = now() - int(due * 1e9)
    for handle in list(loop._scheduled):
        if handle._when <= due and handle._args:
            for callback in getattr(handle._args[0], "_callbacks", None) or ():
                found.append((row_of_callback(callback[0]), int(handle._when * 1e9) + offset))
    return found


def row_of_callback(callback):
    return getattr(getattr(callback, "__self__", None), "_overlap", None)


def slice_lines(lines: list, lane: Lane, start: int, end: int, k: int, cpu: int) -> None:
    """A step; those that belong to no task and follow each other closely are told as one."""
    if start <= lane.told <= end:  # later than its begin, if a step of its own ran within it
        lane.told = 0
        idle_line(lines, end, lane.w, k, cpu)
    elif k or cpu >= 0:
        if lane.joined is not None:
            lane.tell_joined(lines)
        task = ',"k":%d' % k if k else ""
        lines.append('{"e":"slice","t":%d,"w":%d%s,"d":%d%s}' % (start, lane.w, task, end - start, cpu_field(cpu)))
    elif lane.joined is not None and start - lane.joined[1] < JOINED_NANOS:
        lane.joined = (lane.joined[0], end)
    else:
        lane.tell_joined(lines)
        lane.joined = (start, end)


# Not an attribute of the loop: one more and Python keeps them all in a slower dictionary, which costs more
# than the rest of the tracing of a step.
running = {}  # the lane of each loop that runs
resting = []  # the lanes of loops that may run again


def lane_of(loop) -> Lane:
    lane = running.get(loop)
    if lane is None:
        resting[:] = [other for other in resting if other.loop() is not None]
        known = [other for other in resting if other.loop() is loop]
        if known:
            resting.remove(known[0])
        lane = running[loop] = known[0] if known else Lane(loop) if is_clocked(type(loop)) else UnclockedLane(loop)
        lane.read_cpu(now())  # what was computed outside of the loop is none of its steps
    here.lane = lane
    return lane


def rest(loop) -> None:
    lane = running.pop(loop, None)
    if lane is not None:
        lane.tell_joined_steps(lane.end_of_steps())
        resting.append(lane)


def flush_here(lane: Lane) -> int:
    """Sends from a loop's own thread: a flusher that asks for the interpreter's lock stops the loop for longer.

    Returns when that was done; neither its time nor its processor time are the loop's.
    """
    if not stream.draining.locked():
        guarded(stream.drain)
    time_now = now()
    lane.read_cpu(time_now)
    return time_now


def is_clocked(kind: type) -> bool:
    """Whether the begin of a loop's steps is known from the end of the one before, and of its waiting."""
    base = sys.modules["asyncio.base_events"].BaseEventLoop
    iterates = getattr(kind, "_run_once", None) is base._run_once
    return iterates and getattr(kind, "_process_events", None) in clocked


def install_asyncio(asyncio) -> None:
    install_steps(asyncio.events, asyncio.tasks)
    for module, name in (("selector_events", "BaseSelectorEventLoop"), ("proactor_events", "BaseProactorEventLoop")):
        module = sys.modules.get("asyncio." + module)
        if module is not None:
            install_iterations(module, getattr(module, name))
    install_tasks(asyncio.base_events.BaseEventLoop)
    install_running(asyncio.base_events.BaseEventLoop)
    install_async_lookup(asyncio.base_events.BaseEventLoop)
    install_wrapped_futures(asyncio)
    if VERSION >= (3, 14):
        around(asyncio.events, "get_event_loop", failed=no_event_loop)
        asyncio.get_event_loop = asyncio.events.get_event_loop


def no_event_loop(error, *args) -> None:
    if isinstance(error, RuntimeError):
        note(
            "asyncio.get_event_loop() makes no event loop since Python 3.14. Write asyncio.run(main()), or"
            " loop = asyncio.new_event_loop() in its place.",
            "asyncio.get_event_loop",
        )


def note_many_steps() -> None:
    if not stream.steps_noted:
        stream.steps_noted = True
        note("short steps of a loop were so many that most are told together, without their tasks", "steps")


# A step begins where the one before it ended, or where the loop stopped waiting: that saves a look at the
# clock, and most steps need no more than one. What the loop itself does between two steps counts with the
# second; it is some hundred nanoseconds.
BEFORE_STEP = """
try:
    _lane = running[self._loop]
except KeyError:
    _lane = lane_of(self._loop)
_row = None
if type(self._callback) in task_callbacks:
    _task = self._callback.__self__
    try:
        _row = _task._overlap
    except AttributeError:
        pass
if _row is None:
    _task, _row = step_of(self._callback)
_cpu = _lane.cpu
_start = _lane.last
_outer = _lane.step
_lane.step = _row
"""
AFTER_STEP = """
_lane.step = _outer
_lane.last = _end = now()
if _row.k and (_task._fut_waiter is not None or _task.done()):
    step_ended(_row, _task, _end)
    _lane.last = now()  # that was not the loop's work
_task = None  # else an exception's frames keep the task, as in the original
if _end > _lane.due:
    _lane.look(_start, _end, _row, _cpu)
"""
AFTER_WAITING = """
_lane = running.get(self)
if _lane is not None:
    _now = now()
    if _now > stream.flush_due:
        _now = flush_here(_lane)
    if _now - _lane.last > %d:
        _lane.tell_joined_steps(_lane.last)
    _lane.last = _now
""" % JOINED_NANOS

task_callbacks = {type(len)}  # types of the callbacks that run a step of a task, as far as they have been met
clocked = []  # functions that a loop calls as soon as it has waited, and that have noted the time


def install_steps(events, tasks) -> None:
    types = (tasks.Task, tasks._PyTask)
    names = dict(
        events.__dict__, running=running, lane_of=lane_of, task_callbacks=task_callbacks, now=now,
        step_ended=step_ended,
        step_of=lambda callback: guarded(step_of, callback, types) or (None, NOBODY),
    )  # fmt: skip
    original = events.Handle._run
    run = guarded(enclosed, original, BEFORE_STEP, AFTER_STEP, names)
    if run is None:  # there is no source: slower, and its frame may show
        names["original"] = original
        text = "%stry:\n original(self)\nfinally:%s" % (BEFORE_STEP, AFTER_STEP.replace("\n", "\n "))
        exec("def _run(self):" + text.replace("\n", "\n "), names)
        run = names["_run"]
    replace(events.Handle, "_run", run)


def step_of(callback, types: tuple) -> tuple:
    """The task of a callback and its row."""
    task = getattr(callback, "__self__", None)
    if not isinstance(task, types):
        return None, NOBODY
    if type(callback).__name__ != "method":  # which could be anything's
        task_callbacks.add(type(callback))
    return task, getattr(task, "_overlap", None) or adopted(task) or NOBODY


def install_iterations(module, owner) -> None:
    names = dict(module.__dict__, running=running, now=now, stream=stream, flush_here=flush_here)
    original = owner._process_events
    process = guarded(enclosed, original, AFTER_WAITING, "\npass\n", names)
    if process is None:
        names["original"] = original
        text = AFTER_WAITING + "return original(self, event_list)"
        exec("def _process_events(self, event_list):" + text.replace("\n", "\n "), names)
        process = names["_process_events"]
    clocked.append(process)
    replace(owner, "_process_events", process)


def enclosed(function, before: str, after: str, names: dict):
    """A function of a library with statements put around its body.

    Its own lines keep their places, so tracebacks and profiles show what they always show; and a call is saved.
    """
    import ast
    import inspect
    import linecache  # loaded by asyncio, as the others

    code = function.__code__
    first = code.co_firstlineno
    block = inspect.getblock(linecache.getlines(code.co_filename)[first - 1 :])
    tree = ast.parse("if 1:\n" + "".join(block))
    ast.increment_lineno(tree, first - 2)
    module = ast.Module(tree.body[0].body, [])
    compiled = compile(module, code.co_filename, "exec")
    found = compiled.co_consts[0]
    if (found.co_names, found.co_varnames, found.co_consts) != (code.co_names, code.co_varnames, code.co_consts):
        return None  # another version's source
    body = ast.parse("%stry:\n pass\nfinally:%s" % (before, after.replace("\n", "\n ")))
    for node in ast.walk(body):
        if hasattr(node, "lineno"):
            node.lineno = node.end_lineno = first
            node.col_offset = node.end_col_offset = 0
    definition = module.body[0]
    body.body[-1].body = definition.body
    definition.body = body.body
    exec(compile(module, code.co_filename, "exec"), names)
    return names[function.__name__]


def install_tasks(owner) -> None:
    original = owner.create_task

    def create_task(self, coro, **kwargs):
        row = guarded(task_wanted, coro, sys._getframe(1))
        eager = self._task_factory is not None or "eager_start" in kwargs
        lane = here.lane if eager and row is not None else None
        if lane is not None:  # it may run its first step in here
            outer, last = lane.step, lane.last
            lane.last = start = now()
            lane.step = row
        try:
            task = original(self, coro, **kwargs)
        except BaseException as error:
            hide(error)
            raise
        finally:
            if lane is not None:
                lane.step = outer
                lane.last = last
        if row is not None:
            task._overlap = row
            if lane is not None:
                guarded(eager_step_ended, lane, start, row, task)
        return task

    replace(owner, "create_task", create_task)


def task_wanted(coroutine, frame) -> Row:
    return coroutine_row(coroutine, frame).tell("READY", current_k())


def eager_step_ended(lane: Lane, start: int, row: Row, task) -> None:
    if has_begun(row.coroutine):
        end = now()
        stream.queue.append((slice_lines, lane, start, end, row.k, -1))
        step_ended(row, task, end)


def has_begun(coroutine) -> bool:
    """Whether an eager task has run a step already. Asking the task itself crashes 3.12.0 to 3.12.4."""
    frame = getattr(coroutine, "cr_frame", None)
    return frame is None or frame.f_lasti >= 0 and not getattr(coroutine, "cr_running", False) and has_moved(coroutine)


def has_moved(coroutine) -> bool:
    import inspect  # loaded by asyncio

    return inspect.getcoroutinestate(coroutine) != inspect.CORO_CREATED


def adopted(task):
    """The row of a task that was not made by the loop; None if it is done, as 3.12.0 to 3.12.4 crash then."""
    if task.done():
        return None
    row = coroutine_row(task.get_coro(), None)
    task._overlap = row.tell("READY")
    return row


def step_ended(row: Row, task, t: int) -> None:
    """Tells what the task waits for, or its end; t is that of the step."""
    try:
        if row.ended or not row.k:
            return
        if task.done():
            task_ended(row, task, t)
        elif row.exchange is not None:
            if row.base == "COMPUTE":  # nothing begun yet: it waits for a connection
                row.base = "LEASE"
            row.phase(row.base, t=t)  # also if the flusher has told READY
        elif not row.depth and not row.aux:
            row.phase(*waited_for(row.coroutine, task._fut_waiter), t=t)
    except Exception as error:
        stream.failed(error)


def task_ended(row: Row, task, t: int) -> None:
    row.coroutine = None
    if task.cancelled():
        row.end("cancelled", t=t)
    elif task._exception is not None:  # not exception(), which marks it as retrieved
        row.end("error", task._exception, t=t)
    else:
        row.end(t=t)


def innermost(coroutine):
    """The coroutine that really waits, as far as it can be followed."""
    while True:
        inner = getattr(coroutine, "cr_await", None) or getattr(coroutine, "gi_yieldfrom", None)
        if inner is None or not (hasattr(inner, "cr_code") or hasattr(inner, "gi_code")):
            return coroutine
        coroutine = inner


PHASES = {  # of the innermost coroutine of asyncio
    "sleep": "PAUSE",
    "getaddrinfo": "DNS",
    "_ensure_resolved": "DNS",
    "sock_connect": "CONNECT",
    "create_connection": "CONNECT",
    "create_unix_connection": "CONNECT",
    "_create_connection_transport": "TLS",
    "start_tls": "TLS",
    "_wait_for_data": "WAIT",
    "sock_recv": "WAIT",
    "sock_accept": "WAIT",
    "drain": "SEND",
    "_drain_helper": "SEND",
    "sock_sendall": "SEND",
}
AWAITS = {"_wait": "fs", "wait_for": "fut"}  # the local variable that holds what is awaited
FILES_OF_LOCKS = ("locks.py", "queues.py")


def waited_for(coroutine, waiter) -> tuple:
    """The phase of a task between two steps: its name, on what, and for which rows."""
    rows = future_rows(waiter)
    if rows:
        return "AWAIT", "gather" if hasattr(waiter, "_children") else "", rows
    inner = innermost(coroutine)
    code = getattr(inner, "cr_code", None) or getattr(inner, "gi_code", None)
    name = getattr(inner, "__qualname__", type(inner).__qualname__)
    if code is None or home(code.co_filename) != "asyncio":
        return "BLOCKED", clipped(name, MAX_NAME), ()
    phase = PHASES.get(code.co_name)
    if phase is not None:
        return phase, "", ()
    frame = getattr(inner, "cr_frame", None)
    if code.co_name in AWAITS and frame is not None:
        futures = frame.f_locals.get(AWAITS[code.co_name])
        futures = list(futures) if isinstance(futures, (set, list, tuple)) else [futures]
        return "AWAIT", code.co_name.strip("_"), tuple(k for future in futures for k in future_rows(future))
    if name.startswith("TaskGroup.") and frame is not None:
        tasks = list(getattr(frame.f_locals.get("self"), "_tasks", ()))
        return "AWAIT", "TaskGroup", tuple(k for task in tasks for k in future_rows(task))
    if code.co_filename.endswith(FILES_OF_LOCKS):
        return "BLOCKED", name, ()
    return "AWAIT", name, ()


def future_rows(future) -> tuple:
    """The rows behind a future: a task, a job, or several of a gather."""
    row = getattr(future, "_overlap", None) or getattr(future, "_overlap_row", None)
    if row is not None:
        return (row.k,) if row.k else ()
    children = getattr(future, "_children", None)
    if isinstance(children, list):
        return tuple(k for child in children[:MAX_AWAITED] for k in future_rows(child))
    return ()


def install_running(owner) -> None:
    original = owner.run_forever

    def run_forever(self):
        outer = here.lane
        row = guarded(enter, "AWAIT", "loop")
        lane = guarded(lane_of, self)
        try:
            return original(self)
        except BaseException as error:
            hide(error)
            raise
        finally:
            here.lane = outer
            if lane is not outer:
                guarded(rest, self)
            if row is not None:
                guarded(leave, row)

    replace(owner, "run_forever", run_forever)


def install_async_lookup(owner) -> None:
    original = owner.getaddrinfo

    async def getaddrinfo(self, host, port, **kwargs):
        row = guarded(lookup, host)
        try:
            return await original(self, host, port, **kwargs)
        except BaseException as error:
            hide(error)
            raise
        finally:
            if row is not None:
                guarded(leave, row)

    replace(owner, "getaddrinfo", getaddrinfo)


def install_wrapped_futures(asyncio) -> None:
    """A future of asyncio that stands for a job of an executor has the job's row."""
    original = asyncio.futures.wrap_future

    def wrap_future(future, **kwargs):
        wrapped = original(future, **kwargs)
        row = getattr(future, "_overlap_row", None)
        if row is not None and wrapped is not future:
            wrapped._overlap_row = row
        return wrapped

    replace(asyncio.futures, "wrap_future", wrap_future)
    asyncio.wrap_future = asyncio.futures.wrap_future


# ---- Tracebacks up to Python 3.10 -------------------------------------------------------------


def hide_afterwards() -> None:
    """Takes our frames out of a traceback when it is printed."""
    original = sys.excepthook

    def excepthook(kind, value, traceback):
        guarded(strip, value)
        original(kind, value, value.__traceback__ if value is not None else traceback)

    sys.excepthook = excepthook


def strip(error) -> None:
    seen = set()
    waiting = [error]
    while waiting:
        error = waiting.pop()
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        entry = error.__traceback__
        while entry is not None and is_ours(entry):
            entry = entry.tb_next
        error.__traceback__ = entry
        while entry is not None:
            while entry.tb_next is not None and is_ours(entry.tb_next):
                entry.tb_next = entry.tb_next.tb_next
            entry = entry.tb_next
        waiting += [error.__cause__, error.__context__]


def is_ours(entry) -> bool:
    return entry.tb_frame.f_code.co_filename == __file__


def install_traceback(traceback) -> None:
    original = traceback.walk_tb

    def walk_tb(tb):
        return ((frame, line) for frame, line in original(tb) if frame.f_code.co_filename != __file__)

    if VERSION < (3, 11):
        replace(traceback, "walk_tb", walk_tb)


# ---- Installing -------------------------------------------------------------------------------

INSTALLERS = {
    "socket": install_socket,
    "ssl": install_ssl,
    "http.client": install_http_client,
    "urllib3.connectionpool": install_urllib3,
    "aiohttp": install_aiohttp,
    "httpcore": install_httpcore,
    "threading": install_threading,
    "subprocess": install_subprocess,
    "concurrent.futures._base": install_futures,
    "concurrent.futures.thread": lambda module: install_executor(module.ThreadPoolExecutor, False),
    "concurrent.futures.process": lambda module: install_executor(module.ProcessPoolExecutor, True),
    "multiprocessing.pool": install_pool,
    "multiprocessing.process": install_process,
    "asyncio": install_asyncio,
    "traceback": install_traceback,
    "uvloop": lambda module: note("uvloop: steps of the loop are not seen", "uvloop"),
    "gevent": lambda module: note("gevent: nothing of its greenlets is seen", "gevent"),
    "eventlet": lambda module: note("eventlet: nothing of its green threads is seen", "eventlet"),
    "trio": lambda module: note("trio: its tasks are not seen", "trio"),
    "curio": lambda module: note("curio: its tasks are not seen", "curio"),
}


class Finder:
    """Wraps what belongs to us right after the program has imported it."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        installer = INSTALLERS.get(name)
        if installer is None:
            return None
        for finder in sys.meta_path:
            find = getattr(finder, "find_spec", None) if finder is not Finder else None
            spec = find(name, path, target) if find is not None else None
            if spec is not None:
                guarded(install_after, spec.loader, installer)
                return spec
        return None


def install_after(loader, installer) -> None:
    original = loader.exec_module

    def exec_module(module):
        del loader.exec_module
        try:
            original(module)
        except BaseException as error:
            hide(error)
            raise
        guarded(installer, module)

    loader.exec_module = exec_module


def install_forks() -> None:
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=lambda: guarded(before_fork), after_in_child=lambda: guarded(in_child))


def before_fork() -> None:
    stream.stop_flusher()
    stream.look_for_viewer()  # nobody does until more is told: a pool would replace its workers for ever


def in_child() -> None:
    global main_ident
    stream.release()
    parent = stream.told_parent if forked_by_server(sys._getframe()) else None
    main_ident = _thread.get_ident()
    here.lane = here.call = None
    here.row = UNKNOWN
    here.worker = 0
    if not stream.dead:
        stream.begin(parent)
        stream.start_flusher()  # which connects: this process, too, has to end with the viewer


def forked_by_server(frame) -> bool:
    """Whether this is a child of multiprocessing's forkserver: its parent is the one that started the server."""
    while frame is not None:
        if frame.f_code.co_name == "main" and frame.f_globals.get("__name__") == "multiprocessing.forkserver":
            return True
        frame = frame.f_back
    return False


def install_kill() -> None:
    """A pool ends its idle workers by a signal: that they say no goodbye is no accident."""
    if hasattr(os, "fork"):  # elsewhere nothing goes through it
        around(os, "kill", kills)


def kills(pid, signal, *args) -> None:
    if signal and pid > 0 and pid != os.getpid():
        killed.add(pid)
        stream.tell('{"e":"kill","t":%d,"pid":%d}' % (now(), pid))
        stream.drain()  # before that process has gone


def install_exit() -> None:
    """Children of multiprocessing end by os._exit, which no exit handler sees."""

    def _exit(status):
        guarded(stream.finish)
        real_exit(status)

    replace(os, "_exit", _exit)


def at_exit() -> None:
    row = here.row
    if isinstance(row, Row) and row.k and is_main_thread():
        error = getattr(sys, "last_value", None)
        row.end() if error is None else row.end_by(error)
    stream.finish()


def is_main_interpreter() -> bool:
    """A subinterpreter runs sitecustomize as well, and may not leave a thread behind."""
    if hasattr(_thread, "_is_main_interpreter"):
        return _thread._is_main_interpreter()
    import _xxsubinterpreters

    return _xxsubinterpreters.get_current() == _xxsubinterpreters.get_main()


def start() -> None:
    """Installs everything, if this process is to be watched."""
    global stream, main_ident
    target = os.environ.get("OVERLAP_TRACE", "")
    if not target.startswith(("tcp:", "file:")) or not is_main_interpreter():
        return
    main_ident = _thread.get_ident()
    stream = Stream(target)
    stream.parent = None
    if not stream.connect():
        return
    map_hosts(os.environ.get("OVERLAP_HOSTS", ""))
    if VERSION < (3, 11):
        hide_afterwards()
    install_time()
    install_exit()
    install_kill()
    install_forks()
    for name, installer in INSTALLERS.items():
        if name in sys.modules:
            guarded(installer, sys.modules[name])
    sys.meta_path.insert(0, Finder)
    atexit.register(lambda: guarded(at_exit))
    stream.start_flusher()
