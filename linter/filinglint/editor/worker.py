"""What takes long is done one thing after the other in a thread of its own, so that the server answers meanwhile."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")


class Worker:
    """Does what it is given in the order in which it comes. It ends with the process, whatever it is at."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[tuple[Callable[[], Any], asyncio.Future[Any]]] = SimpleQueue()

    def start(self) -> Worker:
        """Work in a thread of one's own."""
        threading.Thread(target=self.work, daemon=True).start()
        return self

    def do(self, what: Callable[[], T]) -> asyncio.Future[T]:
        """Return what *what* will return; to be called in the thread of the event loop."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._queue.put((what, future))
        return future

    def work(self) -> None:
        """Work in the thread of the caller, and never return."""
        while True:
            what, future = self._queue.get()
            if future.cancelled():
                continue
            try:
                result, error = what(), None
            except Exception as raised:
                result, error = None, raised
            try:
                future.get_loop().call_soon_threadsafe(_settle, future, result, error)
            except RuntimeError:  # the loop is closed: nobody waits any more
                continue


def _settle(future: asyncio.Future[Any], result: Any, error: Exception | None) -> None:
    if future.cancelled():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)
