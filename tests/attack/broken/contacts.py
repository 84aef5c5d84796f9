"""The reading of names and contacts, broken on purpose."""

from typing import Any

from msgspec import structs

from agent.contact_lines import Contact
from agent.contact_lines.line import _Piece, _Reading
from agent.contact_lines.names import _Line
from agent.tools import contact_details
from agent.wishes import understanding
from booking_core.customers import contacts


def wishes_are_read_before_names() -> None:
    read = understanding.read_contact

    def never_whole(*given: Any, **named: Any) -> Contact:
        return structs.replace(read(*given, **named), is_whole=False)

    understanding.read_contact = never_whole


def sentences_are_names() -> None:
    def could_be_name(self: _Line) -> bool:
        return True

    _Line.could_be_name = could_be_name  # type: ignore[method-assign]


def frames_are_names() -> None:
    def framed(self: _Reading, piece: str) -> _Piece | None:
        return None

    _Reading._framed = framed  # type: ignore[method-assign]


def letters_nobody_sees_are_kept() -> None:
    contacts.clean_text = lambda text: text  # type: ignore[attr-defined]


def models_name_whom_they_like() -> None:
    contact_details.must_be_a_name = lambda *_: None  # type: ignore[attr-defined]
