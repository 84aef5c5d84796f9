"""The grammar of a line with a name, an e-mail address and a phone number in any order, with whatever people
write around them. Pure.

The address and the number are found first, each exactly, and leave a break where they stood. What is left
falls apart at breaks into pieces; each is a name, or leads to a contact ("my number is"), or stands beside
one (a birthday, a postal address), or says something else, which is left to those who read wishes and
questions.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from agent.contact_lines.asides import is_of_function
from agent.contact_lines.choice import choose_name, find_unasked, without_names_taken_back
from agent.contact_lines.labelled_names import has_parts, join_labels
from agent.contact_lines.names.judgement import NameVerdict
from agent.contact_lines.names.spelled import read_spelled
from agent.contact_lines.piece import LineContext, Piece, PieceKind
from agent.contact_lines.piece_reader import read_piece
from agent.contact_lines.pieces import BREAKS, EDGES, cut_into_pieces, is_contrasted
from agent.contact_lines.ways.addresses import FoundAddress, find_address
from agent.contact_lines.ways.numbers import FoundNumber
from agent.contact_lines.ways.numbers_abroad import find_number_among
from agent.contact_lines.wishes import asks_whether_said, declines, says_something
from agent.contact_lines.words.labels import BEFORE_ADDRESS, LABELS
from agent.languages.language import Words
from agent.mentions.pasted_code import without_code
from agent.privacy.contacts.origins import set_origins_apart
from booking_core.input.clean_text import clean_text

MOST_PIECES = 40
# Where an address or a number stood.
WAY = "\x00"


class Contact(Struct, frozen=True):
    """What a message says of its customer. ``written`` are the words it was found in; ``is_whole`` is set
    where the message says nothing else, ``day_or_name`` is a name that may as well be the day wanted, and
    ``for_whom`` that of somebody else whom they book for."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    written: tuple[str, ...] = ()
    is_whole: bool = False
    day_or_name: str | None = None
    for_whom: str | None = None


def contact_in(
    text: str,
    countries: Sequence[str],
    words: Words,
    *,
    is_asked: bool,
    services: Iterable[str] = (),
    people: Iterable[str] = (),
) -> Contact:
    """Name, e-mail address and phone number in a text; ``is_asked`` when they were asked for.

    ``services`` are the names of what can be booked, and nobody's; ``people`` are those who work here: where
    no name was asked for, "for Dana" names no customer. ``countries`` (ISO 3166) are those a number without a
    country code may be of, the likeliest first and the business's own last.
    """
    text, services, people = clean_text(text), tuple(services), tuple(people)
    address, number, rest = _find_ways(text, countries, words.tag, is_asked=is_asked)
    ways = tuple(text[one.start : one.end] for one in (address, number) if one)
    line = LineContext(words, services, people, is_asked, bool(ways), has_parts(rest))
    read = [read_piece(piece, line) for piece in _at_both_ends(cut_into_pieces(rest, words))]
    pieces = without_names_taken_back(read, words.tag)
    names = _names_in(pieces, rest, line)
    name = _name_among(names, pieces, rest, words.tag)
    if _is_day_or_name(pieces, names) and not ways:
        return Contact(day_or_name=name)
    is_whole = bool(name or ways) and not any(piece.says_more or _is_wish(piece, line) for piece in pieces)
    written = (text,) if is_whole else (*ways, *_words_of_names(pieces, names if name else ()))
    return Contact(
        name,
        address.value if address else None,
        number.value if number else None,
        written,
        is_whole,
        for_whom=next((piece.name for piece in names if piece.is_of_other and piece.name != name), None),
    )


def _names_in(pieces: list[Piece], rest: str, line: LineContext) -> list[Piece]:
    """All names where one was asked for, else those that stand where customers write theirs."""
    if line.is_asked:
        return [piece for piece in pieces if piece.kind is PieceKind.NAME]
    return find_unasked(pieces, line.people, has_way=line.has_way, beside=_beside_way(rest))


def _name_among(names: Sequence[Piece], pieces: Sequence[Piece], rest: str, language: str) -> str | None:
    """The customer's own of these names, by what stands around it."""
    own = [one for one in pieces if one.kind is not PieceKind.NAME or one in names]
    return choose_name(own, language, is_contrasted=is_contrasted(rest, language))


def _words_of_names(pieces: Iterable[Piece], names: Iterable[Piece]) -> Iterator[str]:
    """The words of the names, and of wishes to be called back."""
    yield from (piece.written for piece in names)
    yield from (piece.written for piece in pieces if piece.is_callback)


def _at_both_ends(pieces: list[str]) -> list[str]:
    """Of more pieces than any line with a name has, those where one may stand."""
    half = MOST_PIECES // 2
    return pieces if len(pieces) <= MOST_PIECES else [*pieces[:half], *pieces[-half:]]


def without(text: str, *parts: str) -> str:
    """The text with these parts of it left out."""
    for part in filter(None, parts):
        text = text.replace(part, " ")
    return text


def _find_ways(
    text: str, countries: Sequence[str], language: str, *, is_asked: bool
) -> tuple[FoundAddress | None, FoundNumber | None, str]:
    """The address and the number of a text, and what is left of it, with a mark where each stood
    and names that are spelled as words."""
    address = find_address(text, is_asked=is_asked, leads=LABELS | BEFORE_ADDRESS, language=language)
    rest = _cut(text, address.start, address.end) if address else text
    number = find_number_among(rest, countries, is_asked=is_asked, language=language)
    rest = set_origins_apart(without_code(_cut(rest, number.start, number.end) if number else rest))
    return address, number, join_labels(read_spelled(rest, language)) if is_asked else rest


def _is_day_or_name(pieces: Sequence[Piece], names: Sequence[Piece]) -> bool:
    """Whether nothing is said but a word that may be a name and the day that is wanted."""
    return (
        len(names) == 1
        and names[0].verdict is NameVerdict.DAY_OR_NAME
        and all(piece is names[0] or piece.kind is PieceKind.LEAD for piece in pieces)
    )


def _cut(text: str, start: int, end: int) -> str:
    return f"{text[:start]}\n{WAY}\n{text[end:]}"


def _beside_way(rest: str) -> tuple[str, str]:
    """What stands right before the first way to reach the customer, and right behind the last, up to the next
    break."""
    before, *_, behind = rest.split(WAY) if WAY in rest else ("", "")
    return tuple(  # type: ignore[return-value]
        next((piece.strip(EDGES) for piece in parts if any(one.isalpha() for one in piece)), "")
        for parts in (reversed(BREAKS.split(before)), BREAKS.split(behind))
    )


def _is_wish(piece: Piece, line: LineContext) -> bool:
    """Whether a piece says something else that is to be heard."""
    if piece.kind is not PieceKind.ELSE or is_of_function(piece.text, line.words):
        return False
    if line.is_asked and (asks_whether_said(piece.text, line) or declines(piece.text, line)):
        return False
    return not line.is_asked or says_something(piece.text, line)
