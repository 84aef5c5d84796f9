"""Questions of customers that nothing here answered, as the rule that counts them left them in the steps.

They are read from the messages themselves: what is erased there, or whose time is over, is gone here too.
"""

import re
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct
from sqlalchemy import false, select

from agent.conversation.conversation import UNANSWERED, Message, Run, Step
from agent.conversation.vault import PLACEHOLDER
from agent.data_retention.erasure import ERASED
from booking_core.desk import Desk

# Who reads a page reads no more; older ones are told by their newer likes.
LOOKED_THROUGH = 500
LONGEST = 280
WORD = re.compile(r"[^\W_]+")


class UnansweredQuestion(Struct, frozen=True):
    """What was asked, in the words of the newest of ``times``; ``at`` is UTC, and ``conversation_id`` that of
    the newest. Personal values are left out of the words."""

    words: str
    times: int
    at: datetime
    conversation_id: str


async def unanswered_questions(desk: Desk) -> list[UnansweredQuestion]:
    """The newest, each once, the one first that was asked last."""
    statement = (
        select(Message.text, Step.at, Step.conversation_id)
        .join(Run, Run.id == Step.run_id)
        .join(Message, Message.id == Run.message_id)
        .where(
            Step.organization_id == desk.organization_id,
            Step.kind == "rule",
            Step.name == UNANSWERED,
            Step.ok == false(),
            Message.text != ERASED,
        )
        .order_by(Step.id.desc())
        .limit(LOOKED_THROUGH)
    )
    rows = await desk.session.execute(statement)
    return group_questions((text, at, conversation) for text, at, conversation in rows)


def group_questions(asked: Iterable[tuple[str, datetime, str]]) -> list[UnansweredQuestion]:
    """Questions with their moments and conversations, newest first: those of the same words are one."""
    grouped: dict[str, UnansweredQuestion] = {}
    for text, at, conversation in asked:
        words = " ".join(PLACEHOLDER.sub("…", text).split())
        key = " ".join(WORD.findall(words.casefold()))
        known = grouped.get(key)
        if known is None:
            cut = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
            grouped[key] = UnansweredQuestion(cut, 1, at, conversation)
        else:
            grouped[key] = UnansweredQuestion(known.words, known.times + 1, known.at, known.conversation_id)
    return list(grouped.values())
