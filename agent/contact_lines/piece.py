"""One piece of a line: what it is, and what it is read by. Pure."""

from enum import Enum

from msgspec import Struct

from agent.contact_lines.names.judgement import NameVerdict, judge_name
from agent.languages.language import Words


class PieceKind(Enum):
    NAME, LEAD, ASIDE, ELSE = range(4)


class NamePart(Enum):
    # "Name" alone may be either, beside the other one.
    GIVEN, FAMILY, ANY = range(3)


class Piece(Struct, frozen=True):
    """``name`` stands in the words ``written``; ``says_more`` where something beside them is wished. ``part``
    is the part of a name it is labelled as; ``is_of_other`` where it is that of somebody they book for,
    ``is_callback`` where they ask to be phoned."""

    text: str
    kind: PieceKind
    name: str = ""
    written: str = ""
    verdict: NameVerdict = NameVerdict.NONE
    is_introduced: bool = False
    says_more: bool = False
    part: NamePart | None = None
    is_of_other: bool = False
    is_callback: bool = False


class LineContext(Struct, frozen=True):
    """What the pieces of one line are read by: the language, the names of what can be booked and of who works
    here, whether name and contact were asked for, and whether the line has an address or a number
    (``has_way``) or parts of a name under their labels (``has_parts``)."""

    words: Words
    services: tuple[str, ...]
    people: tuple[str, ...]
    is_asked: bool
    has_way: bool
    has_parts: bool = False

    def judge(self, name: str, *, is_introduced: bool = False) -> NameVerdict:
        return judge_name(
            name,
            self.words,
            services=self.services,
            is_introduced=is_introduced,
            is_beside_contact=self.has_way,
        )
