"""The reading of names and contacts, broken on purpose."""

from typing import Any

from msgspec import structs

from agent.contact_lines import Contact, piece_reader
from agent.contact_lines.introductions import introduced_names
from agent.contact_lines.names.candidate import Candidate
from agent.contact_lines.ways import addresses, numbers
from agent.guided.steps import search
from agent.tools import contact_details
from agent.turn_context import TurnContext
from agent.wishes import understanding
from booking_core.customers import contacts, phones
from booking_core.customers.mail_domains import likely_address


def wishes_are_read_before_names() -> None:
    read = understanding.read_contact

    def never_whole(*given: Any, **named: Any) -> Contact:
        return structs.replace(read(*given, **named), is_whole=False)

    understanding.read_contact = never_whole


def sentences_are_names() -> None:
    def could_be_name(self: Candidate) -> bool:
        return True

    Candidate.could_be_name = could_be_name  # type: ignore[method-assign]


def frames_are_names() -> None:
    piece_reader.read_framed = lambda *_: None  # type: ignore[attr-defined]


def corrections_are_not_heard() -> None:
    for module in (addresses, numbers):
        module.end_of_correction = lambda *_: None  # type: ignore[attr-defined]
        module.is_corrected_between = lambda *_: False  # type: ignore[attr-defined]


def addresses_are_put_right_in_silence() -> None:
    def put_right(context: TurnContext) -> None:
        draft = context.state.draft
        draft.email = draft.email and (likely_address(draft.email) or draft.email)

    search.ask_address_meant = put_right  # type: ignore[attr-defined]


def wishes_to_be_phoned_are_times_to_come() -> None:
    piece_reader.asks_to_be_called = lambda *_: False  # type: ignore[attr-defined]


def numbers_are_all_of_this_country() -> None:
    phones._may_be_of_elsewhere = lambda *_: False


def letters_nobody_sees_are_kept() -> None:
    contacts.clean_text = lambda text: text  # type: ignore[attr-defined]


def models_name_whom_they_like() -> None:
    contact_details.must_be_a_name = lambda *_: None  # type: ignore[attr-defined]


def takes_a_verb_after_i_am_for_a_name() -> None:
    introduced_names._may_follow_without_capitals = lambda *_: True
