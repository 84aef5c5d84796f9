"""How the scores of an evaluation are told in a terminal."""

from rich.markup import escape
from rich.table import Table

from evaluation.report.results import Results
from evaluation.report.scores import Score, by_tag
from evaluation.trials.trial import Trial
from web.commands.terminal.screen import console

# A terminal is no place to read hundreds of conversations; the report and the JSON have them all.
MOST_TRANSCRIPTS = 10


def tell(results: Results) -> None:
    """Failed conversations, then what could not be held, then a table by tag with all of it in its last
    line."""
    failed = results.failed
    for trial in failed[:MOST_TRANSCRIPTS]:
        _tell_failure(trial)
    if len(failed) > MOST_TRANSCRIPTS:
        console.print(f"… and {len(failed) - MOST_TRANSCRIPTS} more failed.\n")
    for one in results.not_held[:MOST_TRANSCRIPTS]:
        told = f"{one.family}: {one.scenario} (trial {one.number}) could not be held: {one.why}"
        console.print(f"[red]{escape(told)}[/red]")
    console.print(_table(results))
    if results.not_held:
        console.print(f"[red]not held, and in none of these figures: {len(results.not_held)}[/red]")


def _table(results: Results) -> Table:
    total = results.score
    ks = _shown_tries(len(total.pass_k))
    table = Table(
        title=f"{results.model}, seed {results.seed}", title_justify="left", box=None, pad_edge=False
    )
    table.add_column("")
    for heading in (
        "scenarios",
        "trials",
        *(f"pass^{k}" for k in ks),
        "turns",
        "zeros",
    ):
        table.add_column(heading, justify="right")
    for tag, score in by_tag(results.trials).items():
        table.add_row(tag, *_cells(score, ks))
    table.add_section()
    table.add_row("[bold]all[/bold]", *_cells(total, ks))
    return table


def _shown_tries(most: int) -> list[int]:
    """1, 2, 4, 8 and so on, and how many tries there were: a terminal has no room for more, and the report
    has them all."""
    return [k for k in range(1, most + 1) if k == most or k.bit_count() == 1]


def _cells(score: Score, ks: list[int]) -> list[str]:
    turns = "" if score.turns_to_book is None else f"{score.turns_to_book:g}"
    violations = sum(score.violations.values())
    passes = [f"{score.pass_k[k - 1]:.1%}" if k <= len(score.pass_k) else "" for k in ks]
    return [
        str(score.scenarios),
        str(score.trials),
        *passes,
        turns,
        f"[red]{violations}[/red]" if violations else "0",
    ]


def _tell_failure(trial: Trial) -> None:
    console.print(f"[red]{escape(trial.family)}: {escape(trial.scenario)}[/red] (trial {trial.number})")
    for what in (
        *trial.failures,
        *(f"{kind}: {one}" for kind, found in trial.violations.items() for one in found),
    ):
        console.print(f"  - {what}", markup=False)
    for line in trial.transcript:
        console.print(f"    {line.who:>9}  {' '.join((line.text, *line.shown))[:400]}", markup=False)
    console.print()
