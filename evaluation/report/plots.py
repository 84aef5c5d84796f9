"""Plots as inline SVG. Colours are the page's own, so that they follow light and dark."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from evaluation.report.results import Results
from evaluation.report.scores import by_tag

# As wide as a phone: what is readable there is readable anywhere.
BAR, GAP, LABEL, VALUE = 16, 7, 122, 46
WIDTH, HEIGHT, MARGIN = 400, 190, 46


def bars(title: str, values: Mapping[str, float]) -> str:
    """Horizontal bars of shares from 0 to 1, by name."""
    height = len(values) * (BAR + GAP) + GAP
    room = WIDTH - LABEL - VALUE
    rows = "".join(_bar(place, name, share, room) for place, (name, share) in enumerate(values.items()))
    return _svg(title, height, rows)


def curve(title: str, values: Sequence[float]) -> str:
    """A line over k = 1, 2, …, of shares from 0 to 1."""
    across, up = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    step = across / max(len(values) - 1, 1)
    points = [(MARGIN + place * step, MARGIN + (1 - share) * up) for place, share in enumerate(values)]
    grid = "".join(
        _line(MARGIN, y, WIDTH - MARGIN, share) for share in (0, 0.5, 1) for y in [MARGIN + (1 - share) * up]
    )
    drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/><text x="{x:.1f}" y="{y - 10:.1f}" '
        f'class="middle">{share:.0%}</text>'
        f'<text x="{x:.1f}" y="{HEIGHT - 10}" class="middle dim">{place}</text>'
        for place, ((x, y), share) in enumerate(zip(points, values, strict=True), 1)
    )
    return _svg(title, HEIGHT, f'{grid}<polyline points="{drawn}"/>{dots}')


def columns(title: str, counts: Mapping[int, int]) -> str:
    """Upright bars of how often each number came up."""
    across, up = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    numbers = range(min(counts, default=0), max(counts, default=0) + 1)
    width, most = across / len(numbers), max(counts.values(), default=1)
    drawn = "".join(
        f'<rect x="{MARGIN + place * width + 3:.1f}" '
        f'y="{MARGIN + up - (tall := up * counts.get(number, 0) / most):.1f}" '
        f'width="{max(width - 6, 2):.1f}" height="{tall:.1f}" rx="3"/>'
        f'<text x="{MARGIN + (place + 0.5) * width:.1f}" y="{HEIGHT - 10}" class="middle dim">{number}</text>'
        f'<text x="{MARGIN + (place + 0.5) * width:.1f}" y="{MARGIN + up - tall - 6:.1f}" '
        f'class="middle">{counts.get(number) or ""}</text>'
        for place, number in enumerate(numbers)
    )
    return _svg(title, HEIGHT, drawn)


def _bar(place: int, name: str, share: float, room: int) -> str:
    y = GAP + place * (BAR + GAP)
    return (
        f'<text x="{LABEL - 8}" y="{y + BAR - 5}" class="end">{escape(name)}</text>'
        f'<rect x="{LABEL}" y="{y}" width="{room}" height="{BAR}" rx="4" class="track"/>'
        f'<rect x="{LABEL}" y="{y}" width="{room * share:.1f}" height="{BAR}" rx="4"/>'
        f'<text x="{WIDTH - VALUE + 8}" y="{y + BAR - 5}">{share:.0%}</text>'
    )


def _line(x: float, y: float, to: float, share: float) -> str:
    return (
        f'<line x1="{x}" y1="{y:.1f}" x2="{to}" y2="{y:.1f}"/>'
        f'<text x="{x - 6}" y="{y + 4:.1f}" class="end dim">{share:.0%}</text>'
    )


def _svg(title: str, height: float, inner: str) -> str:
    return (
        f"<figure><figcaption>{escape(title)}</figcaption>"
        f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" '
        f'aria-label="{escape(title)}">{inner}</svg></figure>'
    )


def plots_of(results: Results) -> str:
    families = {
        family: score.pass_k[0]
        for family, score in by_tag(results.trials).items()
        if _is_family(results, family)
    }
    worst_first = dict(sorted(families.items(), key=lambda one: (one[1], one[0])))
    turns = Counter(trial.turns_to_book for trial in results.trials if trial.turns_to_book is not None)
    plots = [bars("pass^1 by family", worst_first)]
    if len(results.score.pass_k) > 1:
        plots.append(curve("pass^k over k", results.score.pass_k))
    if turns:
        plots.append(
            columns(
                "customer’s turns up to the booking",
                {number: count for number, count in turns.items() if number},
            )
        )
    return f'<section class="plots">{"".join(plots)}</section>'


def _is_family(results: Results, tag: str) -> bool:
    return any(trial.family == tag for trial in results.trials)
