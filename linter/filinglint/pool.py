"""Processes that work, each on one thing at a time: one that dies takes nothing with it but what it was at.

A thread of ours stands before each process, hands it a call and waits for what it returns. Processes are
forked where nothing but us is running, so that they have at once what is loaded here; else they are spawned:
a fork would break the threads that the caller holds (a progress bar, a library in C).
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
_THREADED = ("distributed", "pyarrow")  # have threads of their own
_STARTING = threading.Lock()
_LAST_WORDS = 5.0  # seconds that a process which closed its pipe has to end


class WorkerDiedError(Exception):
    """A process ended before it returned what it was asked for."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code

    def __str__(self) -> str:
        if self.exit_code is None:
            return "the process that read it was lost"
        if self.exit_code >= 0:
            return f"the process that read it ended with status {self.exit_code}"
        try:
            name = signal.Signals(-self.exit_code).name
        except ValueError:
            name = f"signal {-self.exit_code}"
        return f"the process that read it was ended by {name}"


class _Call(NamedTuple):
    """What is to be called, and who waits for it."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    future: Future[Any]


class Workers(Executor):
    """An executor of *processes* processes, each started when there is work for it and again when it died.

    The future of what a process was at when it died raises WorkerDiedError; all others go on.
    """

    def __init__(self, processes: int) -> None:
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._closed = self._broken_off = False
        self._at_work: set[_Process] = set()
        begun: list[_Process] = []
        while len(begun) < processes and _may_fork():
            begun.append(_Process(begun, fork=True))
        self._at_work.update(begun)
        standing = [*begun, *[None] * (processes - len(begun))]
        self._threads = [threading.Thread(target=self._stand, args=(one,), daemon=True) for one in standing]
        for thread in self._threads:
            thread.start()

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Call *fn*, which a process can import by its name, with arguments that can be pickled."""
        if self._closed:
            raise RuntimeError("the workers have been sent home")
        call = _Call(fn, args, kwargs, Future())
        self._calls.put(call)
        return call.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more work. With *cancel_futures* what was begun is broken off too."""
        self._closed = True
        if cancel_futures:
            self._broken_off = True
            while True:
                try:
                    call = self._calls.get_nowait()
                except Empty:
                    break
                if call is not None:
                    call.future.cancel()
            for process in tuple(self._at_work):
                process.kill()
        for _ in self._threads:
            self._calls.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def _stand(self, process: _Process | None) -> None:
        while (call := self._calls.get()) is not None:
            if not call.future.set_running_or_notify_cancel():
                continue
            try:
                if process is None:
                    process = _Process()
                    self._at_work.add(process)
                if self._broken_off:  # just now, by who did not know of it yet
                    process.kill()
                returned, value = process.called(call)
            except (EOFError, OSError):
                exit_code = None
                if process is not None:
                    exit_code = process.end()
                    self._at_work.discard(process)
                    process = None
                call.future.set_exception(WorkerDiedError(exit_code))
            except Exception as error:  # what cannot be pickled
                call.future.set_exception(error)
            else:
                (call.future.set_result if returned else call.future.set_exception)(value)
        if process is not None:
            process.end()
            self._at_work.discard(process)


class _Process:
    """One process and the pipe to it."""

    def __init__(self, before: Sequence[_Process] = (), *, fork: bool = False) -> None:
        context: Any = get_context("fork" if fork else "spawn")
        self._pipe, theirs = context.Pipe()
        # A process that is forked has our ends of all pipes: as long as it holds them, none of them is closed.
        held = [self._pipe, *(one._pipe for one in before)] if fork else []
        process = context.Process(target=_serve, args=(theirs, held), daemon=True)
        with _STARTING, _uninterrupted():
            process.start()
        self._process: BaseProcess = process
        theirs.close()

    def called(self, call: _Call) -> tuple[bool, Any]:
        """Return whether the call returned, and what it returned or raised. Raises EOFError when the process died."""
        self._pipe.send((call.function, call.args, call.kwargs))
        answer: tuple[bool, Any] = self._pipe.recv()
        return answer

    def kill(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()

    def end(self) -> int | None:
        """Let it end, and return its exit code."""
        self._pipe.close()
        self._process.join(_LAST_WORDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(_LAST_WORDS)
        return self._process.exitcode


def _may_fork() -> bool:
    """Tell whether a fork of this process is as good as the process."""
    alone = threading.active_count() == 1 and threading.current_thread() is threading.main_thread()
    return sys.platform == "linux" and alone and not any(name in sys.modules for name in _THREADED)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep interrupts from a process that is begun meanwhile, which inherits the mask: they are for who began it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, held: Sequence[Connection]) -> None:
    """Do what comes through *pipe* until it is closed; what is printed meanwhile is no part of anybody's report."""
    for other in held:
        other.close()
    sys.stdout = sys.stderr
    while True:
        try:
            function, args, kwargs = pipe.recv()
            answer: tuple[bool, Any] = (True, function(*args, **kwargs))
        except (EOFError, OSError) as error:
            if pipe.closed or isinstance(error, EOFError):
                return
            answer = (False, error)
        except Exception as error:
            answer = (False, error)
        try:
            pipe.send(answer)
        except OSError:
            return
        except Exception as error:  # what cannot be pickled
            pipe.send((False, RuntimeError(f"{type(error).__name__}: {error}")))
