"""The rules of the grammar: which parts of one clause state which deed."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from agent.guardrails.false_claims.grammar.parts import Part
from agent.guardrails.false_claims.kinds import ClaimKind


class ClaimRule(Struct, frozen=True):
    """A clause with all these parts, and none of ``without``, states this. ``is_done``: the deed must be
    over, not usual and not to come. ``whatever_happens``: a condition in another clause does not soften it,
    because the chat never does it."""

    kind: ClaimKind
    parts: int
    is_done: bool = False
    without: int = 0
    whatever_happens: bool = False


def _rules(kind: ClaimKind, *statements: Part, done: Iterable[Part] = ()) -> Iterator[ClaimRule]:
    lists = kind is ClaimKind.LISTING
    yield from (ClaimRule(kind, int(parts), whatever_happens=lists) for parts in statements)
    yield from (ClaimRule(kind, int(parts), is_done=True) for parts in done)


RULES = (
    *_rules(
        ClaimKind.BOOKING,
        Part.PLACE | Part.YOURS,
        Part.WHEN | Part.YOURS,
        Part.SELF | Part.PUT | Part.APPT | Part.WHEN,
        Part.YOU | Part.IN_BOOK | Part.WHEN,
        done=(
            Part.APPT | Part.REMOVED,
            Part.SELF | Part.CAUSES | Part.UNDOES,
            Part.SELF | Part.CAUSES | Part.REMOVED,
            Part.SELF | Part.PUT | Part.APPT | Part.YOUR,
            Part.SELF | Part.PUT | Part.YOU | Part.WHEN,
        ),
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
        Part.FUTURE | Part.LETTER | Part.FROM_US | Part.YOU,
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
            Part.SELF | Part.GAVE | Part.YOU | Part.MONEY,
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
            Part.SELF | Part.JUST | Part.CALL | Part.STAFF,
        ),
    ),
    *_rules(ClaimKind.CALLING, Part.FUTURE | Part.CALL | Part.YOU),
    ClaimRule(ClaimKind.CALLING, int(Part.HEAR | Part.FROM_US), whatever_happens=True),
    ClaimRule(ClaimKind.CALLING, int(Part.CALL | Part.FROM_US | Part.YOU), whatever_happens=True),
    *_rules(
        ClaimKind.LISTING,
        Part.SELF | Part.LISTED | Part.RECORD,
        Part.SELF | Part.PUT | Part.RECORD,
        Part.YOU | Part.IN_LINE,
        Part.FUTURE | Part.SELF | Part.ENTER | Part.RECORD,
        Part.FUTURE | Part.REMINDER | Part.YOU,
        done=(Part.RECORD | Part.LISTED | Part.YOU, Part.RECORD | Part.LISTED | Part.PAST),
    ),
    ClaimRule(
        ClaimKind.LISTING,
        int(Part.SELF | Part.NOTED),
        is_done=True,
        without=int(Part.DETAILS | Part.WHEN | Part.LETTER | Part.STAFF),
    ),
)
