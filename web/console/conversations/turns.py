"""A conversation cut into turns: what was said from one message of the customer to the next, and the work
behind it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import select

from agent.conversation.conversation import CUSTOMER, QUEUED, RUNNING, Conversation, Message, Run, Step
from agent.conversation.vault import Vault
from booking_core.desk import Desk
from web.console.conversations.step_labels import step_label
from web.console.conversations.turn_views import RunView, Said, StepView, TranscriptSource, Turn, words_of
from web.console.rendering.formatting import LocalFormat, duration_text
from web.console.words.translate import N_, gettext

T = TypeVar("T")
# The words for how a step ended, by its kind: a rule that says no has done its work.
VERDICTS = {
    "rule": (N_("allowed"), N_("denied")),
    "tool": (N_("done"), N_("refused")),
    "model": (N_("answered"), N_("failed")),
}


async def turns_of(desk: Desk, conversation: Conversation, local: LocalFormat, most: int) -> list[Turn]:
    """The newest ``most`` messages in the order they were said, each customer's message opening a turn."""
    newest = (
        select(Message)
        .where(Message.organization_id == desk.organization_id, Message.conversation_id == conversation.id)
        .order_by(Message.position.desc())
        .limit(most)
    )
    messages = list(reversed((await desk.session.scalars(newest)).all()))
    runs = await _runs(desk, [message.id for message in messages if message.role == CUSTOMER])
    steps = await _steps(desk, [run.id for run in runs])
    vault = await Vault.load(desk.session, conversation)
    return _turns(messages, runs, steps, TranscriptSource(local, vault))


def _turns(
    messages: Sequence[Message], runs: Sequence[Run], steps: Sequence[Step], reading: TranscriptSource
) -> list[Turn]:
    runs_of, steps_of = _by(runs, "message_id"), _by(steps, "run_id")
    turns: list[Turn] = []
    for message in messages:
        if message.role == CUSTOMER or not turns:
            turns.append(Turn())
        turns[-1].said.append(_message_view(message, reading))
        for run in runs_of[message.id]:
            turns[-1].runs.append(_run(run, steps_of[run.id], reading))
    if turns:
        written = {message.id for message in messages}
        turns[-1].said += [_draft_view(run, reading) for run in runs if _is_unfinished(run, written)]
    return turns


def _message_view(message: Message, reading: TranscriptSource) -> Said:
    return Said(
        id=message.id,
        role=message.role,
        author=message.author or "",
        text=words_of(message.text, reading.vault),
        blocks=[reading.vault.reveal_all(block) for block in message.blocks if isinstance(block, dict)],
        at=message.created_at,
        time=reading.local.time(message.created_at),
    )


def _draft_view(run: Run, reading: TranscriptSource) -> Said:
    since = run.started_at or run.created_at
    text, time = reading.vault.reveal(run.text), reading.local.time(since)
    return Said(run.answer_id, "assistant", "", text, [], since, time, is_being_written=True)


def _is_unfinished(run: Run, written: set[str]) -> bool:
    return run.status in (QUEUED, RUNNING) and run.answer_id not in written


def _run(run: Run, steps: Sequence[Step], reading: TranscriptSource) -> RunView:
    return RunView(
        id=run.id,
        status=run.status,
        engine=run.engine or "",
        outcome=run.outcome or "",
        input_tokens=run.input_tokens,
        output_tokens=run.output_tokens,
        waited=_between(run.created_at, run.started_at),
        took=_between(run.started_at, run.ended_at),
        steps=[_step(step, reading.vault) for step in steps if not _has_passed(step)],
        passed=[_step(step, reading.vault) for step in steps if _has_passed(step)],
    )


def _has_passed(step: Step) -> bool:
    return step.kind == "rule" and step.ok


def _step(step: Step, vault: Vault) -> StepView:
    good, bad = VERDICTS.get(step.kind, VERDICTS["tool"])
    return StepView(
        id=step.id,
        kind=step.kind,
        name=step.name,
        label=step_label(step.kind, step.name, ok=step.ok),
        ok=step.ok,
        verdict=gettext(good if step.ok else bad),
        took=duration_text(timedelta(milliseconds=step.took_ms)),
        arguments=vault.reveal_all(step.arguments),
        result=vault.reveal_all(step.result),
    )


def _between(start: datetime | None, end: datetime | None) -> str:
    return duration_text(end - start) if start and end else ""


async def _runs(desk: Desk, message_ids: Iterable[str]) -> Sequence[Run]:
    statement = select(Run).where(
        Run.organization_id == desk.organization_id, Run.message_id.in_(message_ids)
    )
    return (await desk.session.scalars(statement.order_by(Run.created_at, Run.id))).all()


async def _steps(desk: Desk, run_ids: Iterable[str]) -> Sequence[Step]:
    statement = select(Step).where(Step.organization_id == desk.organization_id, Step.run_id.in_(run_ids))
    return (await desk.session.scalars(statement.order_by(Step.id))).all()


def _by(rows: Sequence[T], name: str) -> dict[str, list[T]]:
    grouped: dict[str, list[T]] = defaultdict(list)
    for row in rows:
        grouped[getattr(row, name)].append(row)
    return grouped
