"""What a customer does next, and what they mean by it. The meaning is for those who check, never for the
receptionist."""

from typing import Literal

from msgspec import Struct

from evaluation.customer.sight import SeenSummary, Time
from evaluation.scenarios.customer_wishes import Wish
from evaluation.scenarios.values import Part

Kind = Literal[
    "tell",
    "choose",
    "contact",
    "prove",
    "agree",
    "decline",
    "remark",
    "more",
    "move",
    "cancel",
    "leave",
    "thank",
]


class Meaning(Struct, frozen=True):
    """``parts`` are what a message tells of the wish; ``time`` what it chooses; ``summary`` what it says yes
    or no to; ``changed`` whether a remark is a change of mind."""

    kind: Kind
    wish: Wish | None = None
    parts: frozenset[Part] = frozenset()
    time: Time | None = None
    summary: SeenSummary | None = None
    changed: bool = False


class Act(Struct, frozen=True):
    """A message: words, or a button or form with its id. ``hears`` is a pattern the answer must match,
    ``never`` one it must not."""

    meaning: Meaning
    text: str = ""
    input_id: str | None = None
    payload: dict[str, str] | None = None
    hears: str = ""
    never: str = ""
    last: bool = False
