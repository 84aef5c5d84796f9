"""Which of several names in one line is the customer's, and how its parts go together. Pure."""

import re
from collections.abc import Iterable, Sequence

from msgspec import structs

from agent.contact_lines.names.lists import fold, is_given, is_listed
from agent.contact_lines.names.titles import strip_titles
from agent.contact_lines.piece import NamePart, Piece, PieceKind
from agent.contact_lines.pieces import is_of_papers
from agent.contact_lines.ways.corrections import is_correction
from agent.contact_lines.words.name_parts import PARTICLES
from agent.privacy.given_names import listed_surnames

DEGREE = re.compile(r"(?:[^\W\d_]{1,5}\.)+[^\W\d_]*|[A-Z]{2,4}|Jr|Sr|Ph\.?D")
MOST_WORDS_OF_FULL_NAME = 5


def without_names_taken_back(pieces: Sequence[Piece], language: str) -> list[Piece]:
    """Of names that are put right in one line ("Ada Byron, no wait, Ada Lovelace") the last one alone."""
    taken_back = 0
    for place, piece in enumerate(pieces):
        is_name_behind = any(
            one.kind is PieceKind.NAME and not one.is_of_other for one in pieces[place + 1 :]
        )
        if is_name_behind and is_correction(piece.text, language):
            taken_back = place
    return [
        structs.replace(piece, kind=PieceKind.ASIDE)
        if at < taken_back and piece.kind is PieceKind.NAME
        else piece
        for at, piece in enumerate(pieces)
    ]


def choose_name(told: Sequence[Piece], language: str, *, is_contrasted: bool) -> str | None:
    """The name of a line, without titles; None where it has none. "Byron, Ada" is one with its surname first,
    "Ada Byron, Ph.D." keeps its degree. ``is_contrasted`` where a "but" stands in the line."""
    pieces = [structs.replace(piece, name=strip_titles(piece.name, language)) for piece in told]
    names = [piece for piece in pieces if piece.kind is PieceKind.NAME]
    own = [piece for piece in names if not piece.is_of_other] or names
    said = next((at for at, piece in enumerate(pieces) if piece.kind is PieceKind.ELSE), len(pieces))
    own = [piece for piece in own if piece not in pieces[said:] or not _may_belong_to_sentence(piece)]
    if not own:
        return None
    labelled = _by_labels(own)
    if labelled:
        return labelled
    best = max(own, key=_rank)
    if is_contrasted:
        # "Everyone calls me Spud, but it's Gareth Pugh": the full name is the one to write down.
        best = max(own, key=lambda piece: _rank_in_contrast(piece, language))
    longer = [piece for piece in own if _holds(piece.name, best.name)]
    best = max([best, *longer], key=lambda piece: len(piece.name))
    return _join_halves(best, pieces)


def find_unasked(
    pieces: Sequence[Piece], people: Iterable[str], *, has_way: bool, beside: tuple[str, str]
) -> list[Piece]:
    """Where no name was asked for, one is introduced, or stands beside a contact with nothing else said;
    staff are no customers. Where something else is said, a first name and a surname right beside the contact
    are the customer's, who may be called as staff are."""
    people = tuple(people)
    names = [piece for piece in pieces if piece.kind is PieceKind.NAME]
    staff = {fold(word) for one in people for word in one.split()}
    full = [
        piece
        for piece in names
        if piece.written in beside
        and 2 <= len(piece.name.split()) <= MOST_WORDS_OF_FULL_NAME
        and all(
            word[:1].isupper() or fold(word) in PARTICLES or word.lower() == word.upper()
            for word in piece.name.split()
        )
        and fold(piece.name) not in {fold(one) for one in people}
    ]
    if full:
        return full[:1]
    own = [piece for piece in names if fold(piece.name.split()[0]) not in staff]
    introduced = [piece for piece in own if piece.is_introduced]
    if introduced:
        return introduced[:1]
    says_else = any(piece.kind is PieceKind.ELSE for piece in pieces)
    return own if has_way and not says_else else []


def _may_belong_to_sentence(piece: Piece) -> bool:
    """Whether words behind a sentence begin small and are in no list of names: "sono allergico alle noci,
    importante", "zur Info"."""
    words = [word for word in piece.name.split() if fold(word) not in PARTICLES]
    return piece.part is None and piece.name[:1].islower() and not any(map(is_listed, words))


def _rank_in_contrast(piece: Piece, language: str) -> tuple[bool, bool, tuple[bool, bool, bool]]:
    """A full name before a nickname, one that is on their papers before any other."""
    return len(piece.name.split()) > 1, is_of_papers(piece.text, language), _rank(piece)


def _rank(piece: Piece) -> tuple[bool, bool, bool]:
    """Introduced before anything else, a name that people have before what merely may be one, a full name
    before a single word."""
    words = [word for word in piece.name.split() if fold(word) not in PARTICLES]
    is_full = len(words) > 1 and all(word[:1].isupper() for word in words)
    return piece.is_introduced, any(map(is_listed, words)), is_full


def _holds(name: str, part: str) -> bool:
    """Whether a name is told in full that was told in part before: "Iker, Iker Zubizarreta"."""
    return set(part.casefold().split()) < set(name.casefold().split())


def _by_labels(names: Sequence[Piece]) -> str | None:
    """Given name and surname, where at least one of them has its label."""
    given = next((piece for piece in names if piece.part is NamePart.GIVEN), None)
    family = next((piece for piece in names if piece.part is NamePart.FAMILY), None)
    if given is None and family is None:
        return None
    others = [piece for piece in names if piece is not given and piece is not family]
    others.sort(key=lambda piece: piece.part is not NamePart.ANY)
    given, family = given or next(iter(others), None), family or next(iter(others), None)
    parts = [piece.name for piece in (given, family) if piece is not None]
    return parts[-1] if len(parts) > 1 and _holds(parts[1], parts[0]) else " ".join(parts)


def _join_halves(best: Piece, pieces: Sequence[Piece]) -> str:
    """A name of two pieces that stand side by side: its two words, or itself and a degree; else the one piece
    alone."""
    # "Jon, no h, Sands": what is told of a name stands between its words.
    pieces = [piece for piece in pieces if piece.kind is not PieceKind.ASIDE]
    place = next(at for at, piece in enumerate(pieces) if piece is best)
    before, behind = pieces[max(place - 1, 0) : place], pieces[place + 1 : place + 2]
    for first, second in (*((best, one) for one in behind), *((one, best) for one in before)):
        if (
            first.is_of_other
            or second.is_of_other
            or {first.kind, second.kind} != {PieceKind.NAME}
            or fold(first.name) == fold(second.name)
        ):
            continue
        if first is best and DEGREE.fullmatch(second.name):
            return f"{first.name}, {second.name}"
        if not second.is_introduced and _is_surname_first(first.name, second.name):
            return f"{second.name} {first.name}"
        is_introduced = first.is_introduced or second.is_introduced
        if not is_introduced and all(
            " " not in one.name and not one.name[:1].islower() for one in (first, second)
        ):
            return f"{first.name} {second.name}"
    return best.name


def _is_surname_first(first: str, second: str) -> bool:
    """ "Lotz, Regine", "Le Goff (Annick)": a given name alone behind a surname."""
    surname = first.split()
    is_surname = len(surname) == 1 or fold(surname[0]) in PARTICLES
    # "Lutz, Heiner": of two given names the one that is a surname as well.
    is_both = fold(first) in listed_surnames() and fold(second) not in listed_surnames()
    return (
        " " not in second
        and is_given(second)
        and is_surname
        and (is_both or not any(is_given(word) for word in surname if fold(word) not in PARTICLES))
    )
