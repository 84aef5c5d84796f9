"""Figures of an attack: how far it is while it runs, and what it came to."""

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any, TypeVar

T = TypeVar("T")
WIDTH = 30


class Figures:
    """Of one test. ``shown`` draws a bar on a terminal; the line of figures is printed at the end of the
    run."""

    def __init__(self, name: str, *, shown: bool) -> None:
        self._name = name
        self._shown = shown and sys.stderr.isatty()
        self._began = monotonic()
        self._noted: dict[str, Any] = {}
        self._times: list[float] = []

    def note(self, **figures: Any) -> None:
        self._noted.update(figures)

    def took(self, seconds: float) -> None:
        """How long one deed took; their median and 99th percentile are told at the end."""
        self._times.append(seconds)

    def each(self, things: Sequence[T]) -> Iterator[T]:
        """The same things, with a bar that grows."""
        for number, thing in enumerate(things):
            self.progress(number / len(things))
            yield thing
        self.progress(1)

    def progress(self, part: float) -> None:
        if self._shown:
            done = round(part * WIDTH)
            bar = "█" * done + "·" * (WIDTH - done)
            sys.stderr.write(f"\r{bar} {part:4.0%} {self._name}" + ("\n" if part >= 1 else ""))

    def line(self) -> str:
        if self._times:
            ordered = sorted(self._times)
            self.note(
                p50_ms=round(ordered[len(ordered) // 2] * 1000),
                p99_ms=round(ordered[len(ordered) * 99 // 100] * 1000),
            )
        told = " ".join(f"{name}={value}" for name, value in self._noted.items())
        return f"{self._name}: {told} {monotonic() - self._began:.1f} s"
