"""What a benchmark found: a table for the screen and, with ``--write``, for its own section of README.md, and
a small plot."""

import html
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
README = HERE / "README.md"
LABEL, BAR, ROW, FIGURES = 250, 320, 20, 70


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Lines of Markdown, in columns that line up on a screen too; all but the first to the right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(head))]
    rule = "|".join(
        "-" * (width + 2) if at == 0 else "-" * (width + 1) + ":" for at, width in enumerate(widths)
    )
    lines = [f"| {' | '.join(_pad(row, widths))} |" for row in cells]
    return [lines[0], f"|{rule}|", *lines[1:]]


def shown(section: str, lines: Sequence[str], *, write: bool) -> None:
    """On the screen, and between the section's two marks in README.md if that is wanted."""
    print("\n".join(lines))
    if not write:
        return
    begin, end = f"<!-- {section} -->", f"<!-- end of {section} -->"
    text = README.read_text()
    before, _, rest = text.partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise SystemExit(f"{README.name} has no section {section}")
    README.write_text("\n".join((f"{before}{begin}", *lines, f"{end}{after}")))


def bars(name: str, title: str, values: Sequence[tuple[str, float]], unit: str) -> str:
    """Draw one bar for each value into ``plots/``; the Markdown that shows them."""
    longest = max((value for _, value in values), default=0) or 1
    drawn = [_bar(at, label, value, value / longest, unit) for at, (label, value) in enumerate(values)]
    width, height = LABEL + BAR + FIGURES, ROW * (len(values) + 2)
    style = "text{font:12px sans-serif;fill:#666}rect{fill:#4a7dbd}"
    svg = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}">',
        f"<title>{html.escape(title)}</title><style>{style}</style>",
        f'<text x="0" y="14">{html.escape(title)}</text>',
        *drawn,
        "</svg>",
    ]
    path = HERE / "plots" / f"{name}.svg"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(svg) + "\n")
    return f"![{title}](plots/{path.name})"


def _pad(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        cell.ljust(width) if at == 0 else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]


def _bar(at: int, label: str, value: float, share: float, unit: str) -> str:
    top = ROW * (at + 1) + 6
    return (
        f'<text x="0" y="{top + 11}">{html.escape(label)}</text>'
        f'<rect x="{LABEL}" y="{top}" width="{max(1, round(BAR * share))}" height="{ROW - 6}"/>'
        f'<text x="{LABEL + round(BAR * share) + 6}" y="{top + 11}">{value:.3g} {html.escape(unit)}</text>'
    )
