"""Where the time of a run goes: nothing is measured unless someone asks, and then in this process alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from time import perf_counter
from typing import TypeVar

PHASES = ("read", "parse", "facts", "rules", "triage", "render")
_NOTHING = nullcontext()
T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")
_running: Meter | None = None


class Meter:
    """Seconds by phase and name; what is measured inside something else is not counted there too."""

    def __init__(self) -> None:
        self.spent: dict[tuple[str, str], float] = {}
        self._inner: list[float] = []  # of each open measurement, the seconds that those inside it took

    @contextmanager
    def measuring(self, phase: str, name: str) -> Iterator[None]:
        """Count what is done meanwhile as *name* of *phase*."""
        self._inner.append(0.0)
        began = perf_counter()
        try:
            yield
        finally:
            took = perf_counter() - began
            own = took - self._inner.pop()
            self.spent[phase, name] = self.spent.get((phase, name), 0.0) + own
            if self._inner:
                self._inner[-1] += took


def metered(phase: str, name: str = "") -> AbstractContextManager[None]:
    """Count what is done meanwhile, where a meter runs."""
    return _NOTHING if _running is None else _running.measuring(phase, name)


def metering(phase: str, name: Callable[[T], str], done: Callable[[T, U], V]) -> Callable[[T, U], V]:
    """Return *done*, counted as *name* of its first argument where a meter runs; else it is as quick as it was."""
    if _running is None:
        return done

    def counted(what: T, subject: U) -> V:
        with metered(phase, name(what)):
            return done(what, subject)

    return counted


@contextmanager
def running() -> Iterator[Meter]:
    """Let a meter run meanwhile."""
    global _running
    meter, before = Meter(), _running
    _running = meter
    try:
        yield meter
    finally:
        _running = before
