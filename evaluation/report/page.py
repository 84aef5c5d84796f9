"""The page: what was reached in one glance, where it was not, and the conversations that failed."""

from html import escape
from pathlib import Path

from evaluation.report.plots import plots_of
from evaluation.report.results import Results
from evaluation.report.scores import Score, by_tag
from evaluation.trials.trial import TranscriptLine, Trial

STYLE = (Path(__file__).parent / "page.css").read_text("utf-8")


def page(results: Results) -> str:
    """The whole page as HTML; it loads nothing."""
    body = "".join(
        (
            _heading(results),
            _figures(results),
            _broken_invariants(results),
            _not_held(results),
            plots_of(results),
            _tables(results),
            _failures(results),
        )
    )
    title = f"Evaluation of {escape(results.model)}"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
        f"<body><main>{body}</main></body></html>\n"
    )


def _heading(results: Results) -> str:
    total = results.score
    return (
        f"<h1>Evaluation of “{escape(results.model)}”</h1>"
        f"<p>{total.scenarios} scenarios, {total.trials} conversations, seed {results.seed}, "
        f"{escape(results.at)}. "
        "A conversation succeeds when the database holds in the end exactly what the customer wanted, and "
        "nothing happened that must "
        "not. <b>pass^k</b> is how likely k tries of one scenario all succeed.</p>"
    )


def _figures(results: Results) -> str:
    total = results.score
    turns = "–" if total.turns_to_book is None else f"{total.turns_to_book:g}"
    told = [
        (f"pass^{k}", f"{total.pass_k[k - 1]:.1%}", True)
        for k in sorted({1, len(total.pass_k)})
        if total.pass_k
    ]
    told.append(("customer’s turns to book, median", turns, True))
    told += [(f"{kind}s", str(count), count == 0) for kind, count in total.violations.items()]
    if results.not_held:
        told.append(("not held", str(len(results.not_held)), False))
    cards = "".join(
        f'<div class="{"" if good else "bad"}"><b>{value}</b><span>{escape(name)}</span></div>'
        for name, value, good in told
    )
    return f'<section class="figures">{cards}</section>'


def _broken_invariants(results: Results) -> str:
    if not results.broken:
        return "<p>Every invariant of the database holds.</p>"
    return (
        f'<p class="bad">Broken '
        f"invariants:</p><ul>{''.join(f'<li>{escape(one)}</li>' for one in results.broken)}</ul>"
    )


def _not_held(results: Results) -> str:
    if not results.not_held:
        return ""
    listed = "".join(
        f"<li>{escape(one.family)}: {escape(one.scenario)}, trial {one.number}: {escape(one.why)}</li>"
        for one in results.not_held
    )
    return (
        f'<details><summary class="bad">Not held, and in none of the figures: '
        f"{len(results.not_held)}</summary>"
        f"<ul>{listed}</ul></details>"
    )


def _tables(results: Results) -> str:
    ks = range(1, len(results.score.pass_k) + 1)
    head = "".join(f"<th>pass^{k}</th>" for k in ks)
    rows = "".join(
        f"<tr><td>{escape(tag)}</td><td>{score.scenarios}</td>{_cells(score, len(ks))}"
        f"<td>{'' if score.turns_to_book is None else f'{score.turns_to_book:g}'}</td>"
        f"<td>{sum(score.violations.values())}</td></tr>"
        for tag, score in by_tag(results.trials).items()
    )
    return (
        "<h2>By family and tag</h2><div class=wide><table><thead><tr><th></th><th>scenarios</th>"
        f"{head}<th>turns</th><th>violations</th></tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(score: Score, most: int) -> str:
    """A cell for each k; empty where no scenario was held so many times."""
    told = [f"{one:.0%}" for one in score.pass_k]
    return "".join(f"<td>{one}</td>" for one in [*told, *[""] * (most - len(told))])


def _failures(results: Results) -> str:
    failed = results.failed
    if not failed:
        return "<h2>Failures</h2><p>None.</p>"
    return f"<h2>Failures ({len(failed)})</h2>" + "".join(map(_failure, failed))


def _failure(trial: Trial) -> str:
    whats = [
        *trial.failures,
        *(f"{kind}: {one}" for kind, found in trial.violations.items() for one in found),
    ]
    listed = "".join(f"<li>{escape(what)}</li>" for what in whats)
    return (
        f"<details><summary>{escape(trial.family)}: {escape(trial.scenario)} <small>trial "
        f"{trial.number}</small></summary>"
        f'<ul>{listed}</ul><div class="talk">{"".join(map(_line, trial.transcript))}</div></details>'
    )


def _line(line: TranscriptLine) -> str:
    shown = "".join(f"<i>{escape(one)}</i>" for one in line.shown)
    side = line.who if line.who in ("customer", "assistant") else "aside"
    return (
        f'<p class="{side}"><b>{escape(line.who)}</b><span dir="auto">{escape(line.text)}</span>{shown}</p>'
    )
