"""`zimun eval`: simulated customers talk to the receptionist, and the database says how it went."""

import asyncio
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import click
from msgspec import Struct
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from agent.models.endpoint import Endpoint
from booking_core.storage.database import migrate, open_engine
from booking_core.time.clock import SystemClock
from evaluation.report.page import page
from evaluation.report.results import Results
from evaluation.runner import EvaluationContext, EvaluationPlan, evaluate
from evaluation.salon.oracle import Unsolvable
from evaluation.scenario_check import check
from evaluation.scenarios.files import Mistake, scenarios_in
from evaluation.scenarios.scenario import Scenario
from evaluation.subjects import HEAR_WHAT_IS_MEANT, MODELS, OPENAI, open_subjects
from evaluation.trials.trial import NotHeld, Trial
from web.commands.evaluation.scores import tell
from web.commands.terminal.screen import console, with_refusals
from web.context import open_redis
from web.embedded import EmbeddedServers, embedded_servers_blocking
from web.settings import Settings, SettingsError

# Seconds an answer of Redis may take: nobody waits for it here, and a busy machine is no news about whoever
# is judged.
PATIENCE = 15.0
NOT_LOOKED_AT = "the run ended before anybody looked"
EVALS = Path(__file__).resolve().parents[3] / "evals"


class EvalOptions(Struct, frozen=True):
    """What is to be evaluated, and by what it is measured."""

    plan: EvaluationPlan
    model: str
    at_least: tuple[tuple[int, float], ...]
    report: Path | None
    json: Path | None


class Threshold(click.ParamType[tuple[int, float]]):
    """``K=PERCENT``, such as ``1=95`` for pass^1 of at least 95 %."""

    name = "k=percent"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, float]:
        k, _, percent = str(value).partition("=")
        try:
            return int(k), float(percent.rstrip(" %")) / 100
        except ValueError:
            self.fail(f"{value!r} should be like 1=95, for pass^1 of at least 95 %.", param, ctx)


@click.command(name="eval")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--model", type=click.Choice(MODELS), default="guided", show_default=True, help="Who is judged."
)
@click.option("--jobs", type=click.IntRange(1), default=4, show_default=True, help="Conversations at once.")
@click.option(
    "--trials", type=click.IntRange(1), default=1, show_default=True, help="Tries of each scenario."
)
@click.option(
    "--seed", type=int, default=0, show_default=True, help="The same seed gives the same customers."
)
@click.option(
    "--tag", "tags", multiple=True, help="Only scenarios of this tag or family; several may be given."
)
@click.option(
    "--at-least", type=Threshold(), multiple=True, help="Exit code 1 below, such as 1=95 for pass^1 of 95 %."
)
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write a page to read here.")
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), help="Write everything here."
)
@click.option(
    "--check",
    "checks",
    is_flag=True,
    help="Judge the scenarios instead: is each solvable, and not by doing nothing?",
)
@with_refusals
def eval(  # noqa: A001 - the command's name
    paths: tuple[Path, ...],
    model: str,
    jobs: int,
    trials: int,
    seed: int,
    tags: tuple[str, ...],
    at_least: tuple[tuple[int, float], ...],
    report: Path | None,
    json_file: Path | None,
    checks: bool,
) -> None:
    """Let simulated customers talk to the receptionist, as the scenarios in PATHS say (all of evals/ by
    default).

    It runs on servers of its own, which are thrown away; nothing of this installation is touched.
    """
    if any(not 1 <= k <= trials for k, _ in at_least):
        raise click.ClickException(
            "--at-least is about pass^k; with these --trials, k goes from 1 to that number."
        )
    try:
        plan = EvaluationPlan(
            tuple(_choose(scenarios_in(paths or (EVALS,)), tags, model)), trials, jobs, seed
        )
        asked = EvalOptions(plan, model, at_least, report, json_file)
        with _own_servers() as servers:
            wrong = asyncio.run(_check(servers, plan) if checks else _evaluate(servers, asked))
    except (Mistake, Unsolvable) as mistake:
        raise click.ClickException(str(mistake)) from mistake
    except asyncio.CancelledError:
        raise click.Abort from None
    if wrong:
        raise click.ClickException("\n".join(wrong))


def _choose(scenarios: list[Scenario], tags: tuple[str, ...], model: str) -> list[Scenario]:
    tagged = [one for one in scenarios if not tags or {one.family, *one.tags} & set(tags)]
    if not tagged:
        raise Mistake("No scenario has one of these tags.")
    chosen = [one for one in tagged if model not in HEAR_WHAT_IS_MEANT or not one.customer.lines]
    if not chosen:
        raise Mistake(f"The {model} model plays no customer who says lines: it has to know what they mean.")
    return chosen


@contextmanager
def _own_servers() -> Iterator[EmbeddedServers]:
    with (
        tempfile.TemporaryDirectory() as directory,
        embedded_servers_blocking(Path(directory), durable=False) as servers,
    ):
        migrate(servers.database_url)
        yield servers


async def _evaluate(servers: EmbeddedServers, asked: EvalOptions) -> list[str]:
    """Evaluate, tell, and write down; what is worse than it may be. Whoever ends a long run early keeps what
    came of it so far."""
    _stop_when_told()
    console.print(f"{len(asked.plan.places)} conversations with {asked.model}, {asked.plan.jobs} at once.")
    ended: list[Trial | NotHeld] = []
    broken = [NOT_LOOKED_AT]
    try:
        async with _house(servers) as context, open_subjects(asked.model, _endpoint(asked.model)) as subject:
            with _progress() as progress:
                task = progress.add_task(asked.model, total=len(asked.plan.places))

                def note_end(one: Trial | NotHeld) -> None:
                    ended.append(one)
                    progress.advance(task)

                await evaluate(context, asked.plan, subject, note_end)
            broken = await context.broken_invariants()
    except Unsolvable:
        raise
    except BaseException:
        _results(asked, ended, broken)
        raise
    return _results(asked, ended, broken).below(asked.at_least)


def _stop_when_told() -> None:
    """Whoever ends the process ends the evaluation, which then tells what it knows and takes its servers
    down."""
    running = asyncio.current_task()
    if running is not None:
        for sign in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(sign, running.cancel)


def _results(asked: EvalOptions, ended: Sequence[Trial | NotHeld], broken: Sequence[str]) -> Results:
    at = SystemClock().now().isoformat(timespec="minutes")
    results = Results.of(asked.model, asked.plan, at, ended, broken)
    if asked.json is not None:
        asked.json.write_bytes(results.as_json())
    if asked.report is not None:
        asked.report.write_text(page(results), "utf-8")
    tell(results)
    return results


async def _check(servers: EmbeddedServers, plan: EvaluationPlan) -> list[str]:
    async with _house(servers) as context:
        with _progress() as progress:
            task = progress.add_task("checking", total=len(plan.scenarios))
            wrong = await check(context, plan, lambda: progress.advance(task))
    console.print(
        f"{len(plan.scenarios)} scenarios; {len(plan.scenarios) - len(wrong)} are as they should be."
    )
    return wrong


@asynccontextmanager
async def _house(servers: EmbeddedServers) -> AsyncIterator[EvaluationContext]:
    engine, redis = open_engine(servers.database_url), open_redis(servers.redis_url, PATIENCE)
    try:
        yield EvaluationContext(engine, redis)
    finally:
        await redis.aclose()
        await engine.dispose()


def _endpoint(model: str) -> Endpoint | None:
    """The provider of the settings, where it is the one that is judged."""
    if model != OPENAI:
        return None
    settings = Settings.from_environment()
    if not settings.openai_base_url or not settings.openai_model:
        raise SettingsError(
            "OPENAI_MODEL is not set. Set it, and OPENAI_BASE_URL and OPENAI_API_KEY as your provider says."
        )
    return Endpoint(settings.openai_base_url, settings.openai_model, settings.openai_api_key or "")


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
