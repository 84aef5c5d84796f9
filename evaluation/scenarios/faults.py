"""What goes wrong in a scenario: another customer, a worker that dies, a provider or a page that loses its
stream."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from evaluation.scenarios.values import Phase


class Taken(Struct, frozen=True, tag="taken", tag_field="fault", forbid_unknown_fields=True):
    """Somebody else books the time this customer is about to choose, so many times."""

    times: Annotated[int, Meta(ge=1)] = 1


class Waits(Struct, frozen=True, tag="waits", tag_field="fault", forbid_unknown_fields=True):
    """The customer lets so many minutes pass before they answer, when the conversation has come to ``at``."""

    minutes: int
    at: Phase = "summary"


class Dies(Struct, frozen=True, tag="dies", tag_field="fault", forbid_unknown_fields=True):
    """The worker dies after that many events of the customer's n-th turn, and another takes the turn
    again."""

    turn: int
    after_events: int = 1


class Down(Struct, frozen=True, tag="down", tag_field="fault", forbid_unknown_fields=True):
    """The provider of the model answers nothing but errors in these turns."""

    turns: tuple[int, ...]


class Cut(Struct, frozen=True, tag="cut", tag_field="fault", forbid_unknown_fields=True):
    """The provider's stream ends after that many bytes, in these turns."""

    turns: tuple[int, ...]
    byte: int


class Disconnects(Struct, frozen=True, tag="disconnects", tag_field="fault", forbid_unknown_fields=True):
    """The customer's page loses its stream every so many bytes and resumes it; messages are sent again when
    their receipt was lost."""

    every_bytes: Annotated[int, Meta(ge=50)] = 600


class Twice(Struct, frozen=True, tag="twice", tag_field="fault", forbid_unknown_fields=True):
    """Whatever the customer presses or sends, they send twice: a double click."""


class Tabs(Struct, frozen=True, tag="tabs", tag_field="fault", forbid_unknown_fields=True):
    """In another tab the same customer ``says`` or ``presses`` something at the very moment they answer
    here."""

    at: Phase
    says: str = ""
    presses: Literal["", "another_time", "agree", "decline"] = ""


Fault = Taken | Waits | Dies | Down | Cut | Disconnects | Twice | Tabs
