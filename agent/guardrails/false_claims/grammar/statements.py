"""What a sentence states about deeds other than bookings: one grammar over the parts of all languages.

A statement is made by one clause: who did it or what about it, with the deed, or with a state that only the
deed makes true. A clause that denies, asks, allows, conditions, generalises or retells states nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from agent.guardrails.false_claims.grammar.lexicon import is_boundary, parts_of, tokens_of
from agent.guardrails.false_claims.grammar.parts import DEEDS, Part
from agent.guardrails.false_claims.grammar.rules import RULES, ClaimRule
from agent.guardrails.false_claims.kinds import ClaimKind

# Plain numbers, as flags of an enumeration are slow.
_IF, _FUTURE, _AND, _THAT, _SELF, _NOTED, _HABIT, _WHEN = map(
    int, (Part.IF, Part.FUTURE, Part.AND, Part.THAT, Part.SELF, Part.NOTED, Part.HABIT, Part.WHEN)
)
_SOMEBODYS = int(Part.PAST | Part.YOUR | Part.SELF)
_ESSENTIAL, _STAFF = int(DEEDS), int(Part.STAFF)
_BEGINS = int(Part.AND | Part.BUT | Part.THAT)
_SOFT = int(Part.NOT | Part.IF | Part.MAY | Part.GENERAL | Part.SAYS)
_WITHOUT_MAY = ~int(Part.MAY)
_CARRIED_ON = int(Part.SELF | Part.FUTURE | Part.MAY | Part.NOT)
_WISH = int(Part.MAY | Part.WHEN | Part.DETAILS)
_CARRIED_IN = int(Part.NOT | Part.IF | Part.MAY | Part.SAYS)
# A question after a statement, as of "you are on the list, okay?", has so few words.
LONGEST_TAG = 2


class Clause(Struct):
    """The parts of one clause, and how it begins."""

    begins: int = 0
    parts: int = 0
    words: int = 0


def stated_kinds(plain: str, staff: Collection[str] = ()) -> list[ClaimKind]:
    """What a folded sentence states to be done, in the order of ``ClaimKind``. ``staff`` are names of people
    of the house, folded."""
    tokens = tokens_of(plain)
    asked = plain.rstrip(" \"'”»)*").endswith(("?", "؟"))
    found: set[ClaimKind] = set()
    for marks in parts_of(tokens).values():
        if any(parts & _ESSENTIAL for _, parts in marks):
            found |= _kinds_of(_clauses(tokens, dict(marks), staff), asked=asked)
    return [kind for kind in ClaimKind if kind in found] if found else []


def _kinds_of(clauses: Sequence[Clause], *, asked: bool) -> set[ClaimKind]:
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


def _holds(rule: ClaimRule, parts: int, *, conditioned: bool) -> bool:
    if rule.is_done:
        return not parts & _FUTURE and bool(parts & _SOMEBODYS or not parts & _HABIT)
    return not conditioned or rule.whatever_happens


def _clauses(tokens: Sequence[str], marks: Mapping[int, int], staff: Collection[str]) -> list[Clause]:
    """The clauses of a sentence, each with what it goes on from the one before."""
    clauses = [Clause()]
    for place, token in enumerate(tokens):
        parts = marks.get(place, 0) | (_STAFF if token in staff else 0)
        if is_boundary(token) or parts & _BEGINS:
            clauses.append(Clause(begins=parts & _BEGINS, parts=parts & ~_BEGINS))
            continue
        if parts & _IF and marks.get(place + 1, 0) & _WHEN:
            parts &= ~_IF  # until when, and not upon what
        clause = clauses[-1]
        clause.words += 1
        # What is possible after the deed says nothing of it: "I sent the map you can print".
        clause.parts |= parts & _WITHOUT_MAY if clause.parts & _ESSENTIAL else parts
    return _carry_on([clause for clause in clauses if clause.words])


def _carry_on(clauses: list[Clause]) -> list[Clause]:
    for before, clause in pairwise(clauses):
        if clause.begins & _AND and not clause.parts & _SELF:
            clause.parts |= before.parts & _CARRIED_ON
        if clause.begins & _THAT:
            clause.parts |= before.parts & _CARRIED_IN
            # "Noted that you would like Friday" is what was understood, and no file.
            before.parts |= clause.parts & _WISH if before.parts & _NOTED else 0
    return clauses
