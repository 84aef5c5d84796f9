"""The rules of the grammar: which parts of one clause state which deed."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from agent.guardrails.false_claims.kinds import ClaimKind
from agent.guardrails.false_claims.parts import Part


class Rule(Struct, frozen=True):
    """A clause with all these parts, and none of ``without``, states this. ``is_done``: the deed must be
    over, not usual and not to come."""

    kind: ClaimKind
    parts: int
    is_done: bool = False
    without: int = 0


def _rules(kind: ClaimKind, *statements: Part, done: Iterable[Part] = ()) -> Iterator[Rule]:
    yield from (Rule(kind, int(parts)) for parts in statements)
    yield from (Rule(kind, int(parts), is_done=True) for parts in done)


RULES = (
    *_rules(
        ClaimKind.BOOKING,
        Part.PLACE | Part.YOURS,
        Part.WHEN | Part.YOURS,
        Part.SELF | Part.PUT | Part.APPT | Part.WHEN,
    ),
    *_rules(
        ClaimKind.KEEPING,
        Part.PLACE | Part.SAFE | Part.YOU,
        Part.WHEN | Part.SAFE | Part.YOU,
        *(
            Part.KEPT | what
            for what in (
                Part.SELF | Part.PLACE,
                Part.SELF | Part.WHEN,
                Part.YOU | Part.PLACE,
                Part.YOU | Part.WHEN,
            )
        ),
        Part.SELF | Part.KEPT | Part.YOU,
    ),
    *_rules(
        ClaimKind.SENDING,
        Part.LETTER | Part.GONE,
        Part.SELF | Part.SENT | Part.PAST,
        Part.SELF | Part.SENT | Part.YOU,
        done=(
            Part.LETTER | Part.SENT,
            Part.SELF | Part.SENT,
            Part.SELF | Part.PAST | Part.CHANNEL | Part.YOU,
            Part.SELF | Part.PUT | Part.CHANNEL | Part.YOU,
        ),
    ),
    *_rules(
        ClaimKind.MONEY,
        Part.MONEY | Part.GONE,
        Part.FUTURE | Part.PAY | Part.YOU,
        Part.FUTURE | Part.PAY | Part.MONEY | Part.SELF,
        done=(
            Part.SELF | Part.PAID,
            Part.SELF | Part.SENT | Part.MONEY,
            Part.MONEY | Part.PAID,
            Part.YOU | Part.PAST | Part.PAID,
        ),
    ),
    *_rules(
        ClaimKind.TEAM,
        Part.STAFF | Part.KNOWS,
        done=(
            Part.SELF | Part.TOLD | Part.STAFF,
            Part.SELF | Part.NOTED | Part.STAFF,
            Part.SELF | Part.PASSED,
            Part.PAST | Part.PASSED,
            Part.STAFF | Part.PAST | Part.TOLD,
        ),
    ),
    *_rules(ClaimKind.CALLING, Part.FUTURE | Part.CALL | Part.YOU),
    *_rules(
        ClaimKind.LISTING,
        Part.SELF | Part.LISTED | Part.RECORD,
        Part.SELF | Part.PUT | Part.RECORD,
        Part.YOU | Part.IN_LINE,
        Part.FUTURE | Part.SELF | Part.ENTER | Part.RECORD,
        done=(Part.RECORD | Part.LISTED | Part.YOU, Part.RECORD | Part.LISTED | Part.PAST),
    ),
    Rule(
        ClaimKind.LISTING,
        int(Part.SELF | Part.NOTED),
        is_done=True,
        without=int(Part.DETAILS | Part.WHEN | Part.LETTER | Part.STAFF),
    ),
)
