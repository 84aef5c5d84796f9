"""What a sentence states about deeds other than bookings: one grammar over the parts of all languages.

A statement is made by one clause: who did it or what about it, with the deed, or with a state that only the deed makes
true. A clause that denies, asks, allows, conditions, generalises or retells states nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from agent.guardrails.false_claims.kinds import ClaimKind
from agent.guardrails.false_claims.lexicon import is_boundary, parts_of, tokens_of
from agent.guardrails.false_claims.parts import DEEDS
from agent.guardrails.false_claims.parts import Part as P


class Rule(Struct, frozen=True):
    """A clause with all these parts, and none of ``without``, states this. ``is_done``: the deed must be over, not
    usual and not to come."""

    kind: ClaimKind
    parts: int
    is_done: bool = False
    without: int = 0


def _rules(kind: ClaimKind, *statements: P, done: Iterable[P] = ()) -> Iterator[Rule]:
    yield from (Rule(kind, int(parts)) for parts in statements)
    yield from (Rule(kind, int(parts), is_done=True) for parts in done)


RULES = (
    *_rules(ClaimKind.BOOKING, P.PLACE | P.YOURS, P.WHEN | P.YOURS, P.SELF | P.PUT | P.APPT | P.WHEN),
    *_rules(
        ClaimKind.KEEPING,
        P.PLACE | P.SAFE | P.YOU,
        P.WHEN | P.SAFE | P.YOU,
        *(P.KEPT | what for what in (P.SELF | P.PLACE, P.SELF | P.WHEN, P.YOU | P.PLACE, P.YOU | P.WHEN)),
        P.SELF | P.KEPT | P.YOU,
    ),
    *_rules(
        ClaimKind.SENDING, P.LETTER | P.GONE, P.SELF | P.SENT | P.PAST, P.SELF | P.SENT | P.YOU,
        done=(P.LETTER | P.SENT, P.SELF | P.SENT, P.SELF | P.PAST | P.CHANNEL | P.YOU, P.SELF | P.PUT | P.CHANNEL | P.YOU),
    ),
    *_rules(
        ClaimKind.MONEY, P.MONEY | P.GONE, P.FUTURE | P.PAY | P.YOU, P.FUTURE | P.PAY | P.MONEY | P.SELF,
        done=(P.SELF | P.PAID, P.SELF | P.SENT | P.MONEY, P.MONEY | P.PAID, P.YOU | P.PAST | P.PAID),
    ),
    *_rules(
        ClaimKind.TEAM, P.STAFF | P.KNOWS,
        done=(P.SELF | P.TOLD | P.STAFF, P.SELF | P.NOTED | P.STAFF, P.SELF | P.PASSED, P.PAST | P.PASSED, P.STAFF | P.PAST | P.TOLD),
    ),
    *_rules(ClaimKind.CALLING, P.FUTURE | P.CALL | P.YOU),
    *_rules(
        ClaimKind.LISTING, P.SELF | P.LISTED | P.RECORD, P.SELF | P.PUT | P.RECORD, P.YOU | P.IN_LINE,
        P.FUTURE | P.SELF | P.ENTER | P.RECORD,
        done=(P.RECORD | P.LISTED | P.YOU, P.RECORD | P.LISTED | P.PAST),
    ),
    Rule(ClaimKind.LISTING, int(P.SELF | P.NOTED), is_done=True, without=int(P.DETAILS | P.WHEN | P.LETTER | P.STAFF)),
)  # fmt: skip
# Plain numbers, as flags of an enumeration are slow.
_IF, _FUTURE, _AND, _THAT, _SELF, _NOTED, _HABIT = map(int, (P.IF, P.FUTURE, P.AND, P.THAT, P.SELF, P.NOTED, P.HABIT))
_SOMEBODYS = int(P.PAST | P.YOUR | P.SELF)
_ESSENTIAL, _STAFF = int(DEEDS), int(P.STAFF)
_BEGINS = int(P.AND | P.BUT | P.THAT)
_SOFT = int(P.NOT | P.IF | P.MAY | P.GENERAL | P.SAYS)
_WITHOUT_MAY = ~int(P.MAY)
_CARRIED_ON = int(P.SELF | P.FUTURE | P.MAY | P.NOT)
_WISH = int(P.MAY | P.WHEN | P.DETAILS)
_CARRIED_IN = int(P.NOT | P.IF | P.MAY | P.SAYS)
# A question after a statement, as of "you are on the list, okay?", has so few words.
LONGEST_TAG = 2


class Clause(Struct):
    """The parts of one clause, and how it begins."""

    begins: int = 0
    parts: int = 0
    words: int = 0


def stated_kinds(plain: str, staff: Collection[str] = ()) -> list[ClaimKind]:
    """What a folded sentence states to be done, in the order of ``ClaimKind``. ``staff`` are names of people of the
    house, folded."""
    tokens = tokens_of(plain)
    asked = plain.rstrip(" \"'”»)*").endswith(("?", "؟"))
    found: set[ClaimKind] = set()
    for marks in parts_of(tokens).values():
        if any(parts & _ESSENTIAL for _, parts in marks):
            found |= _stated(_clauses(tokens, dict(marks), staff), asked=asked)
    return [kind for kind in ClaimKind if kind in found]


def _stated(clauses: Sequence[Clause], *, asked: bool) -> set[ClaimKind]:
    if asked and (len(clauses) == 1 or clauses[-1].words > LONGEST_TAG):
        clauses = clauses[:-1]
    conditioned = any(clause.parts & _IF for clause in clauses)
    return {
        rule.kind
        for clause in clauses
        if not clause.parts & _SOFT
        for rule in RULES
        if rule.parts & clause.parts == rule.parts
        and not rule.without & clause.parts
        and _holds(rule, clause.parts, conditioned=conditioned)
    }


def _holds(rule: Rule, parts: int, *, conditioned: bool) -> bool:
    if rule.is_done:
        return not parts & _FUTURE and bool(parts & _SOMEBODYS or not parts & _HABIT)
    return not conditioned or rule.kind is ClaimKind.LISTING


def _clauses(tokens: Sequence[str], marks: Mapping[int, int], staff: Collection[str]) -> list[Clause]:
    """The clauses of a sentence, each with what it goes on from the one before."""
    clauses = [Clause()]
    for place, token in enumerate(tokens):
        parts = marks.get(place, 0) | (_STAFF if token in staff else 0)
        if is_boundary(token) or parts & _BEGINS:
            clauses.append(Clause(begins=parts & _BEGINS, parts=parts & ~_BEGINS))
            continue
        clause = clauses[-1]
        clause.words += 1
        # What is possible after the deed says nothing of it: "I sent the map you can print".
        clause.parts |= parts & _WITHOUT_MAY if clause.parts & _ESSENTIAL else parts
    return _carried([clause for clause in clauses if clause.words])


def _carried(clauses: list[Clause]) -> list[Clause]:
    for before, clause in zip(clauses, clauses[1:], strict=False):
        if clause.begins & _AND and not clause.parts & _SELF:
            clause.parts |= before.parts & _CARRIED_ON
        if clause.begins & _THAT:
            clause.parts |= before.parts & _CARRIED_IN
            # "Noted that you would like Friday" is what was understood, and no file.
            before.parts |= clause.parts & _WISH if before.parts & _NOTED else 0
    return clauses
