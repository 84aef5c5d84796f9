"""What the customer of a scenario wants, in which words, and when they change their mind."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from evaluation.scenarios.values import Part, Phase, TimeOfDay, Variants


class WishWords(Struct, frozen=True, forbid_unknown_fields=True):
    """How this customer puts a wish: one of the variants is said, by the seed. Without variants a plain form
    is used."""

    service: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class ChangeOfMind(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A change of mind: what is said here replaces what was wished before; to ``forget`` is to want nothing
    of it any more."""

    service: str | None = None
    staff: str | None = None
    on: tuple[date, ...] | None = None
    at: TimeOfDay | None = None
    from_: TimeOfDay | None = None
    to: TimeOfDay | None = None
    people: int | None = None
    say: WishWords = WishWords()
    forget: bool = False


class Wish(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """What would suit: a service by its name in the catalogue, and the starts that fit. What is not said is
    free.

    ``to`` is the latest start that suits, ``minutes`` the length where it is not the usual one. For a move or
    a cancellation ``which`` names the booking of the salon that is meant; without it, it is the newest
    appointment of this conversation. ``otherwise`` is what would do if nothing of this is free.
    """

    do: Literal["book", "move", "cancel"] = "book"
    which: str = ""
    service: str = ""
    staff: str = ""
    on: tuple[date, ...] = ()
    not_on: tuple[date, ...] = ()
    at: TimeOfDay | None = None
    from_: TimeOfDay = "00:00"
    to: TimeOfDay = "23:59"
    people: Annotated[int, Meta(ge=1)] = 1
    minutes: int | None = None
    say: WishWords = WishWords()
    otherwise: ChangeOfMind | None = None


class Remark(Struct, frozen=True, forbid_unknown_fields=True):
    """Something the customer says of their own accord once the conversation has come to ``at``; ``hears`` is
    a regular expression that the answer must match, ``changes`` how their mind changes with it."""

    says: Variants
    at: Phase = "opening"
    hears: str = ""
    changes: ChangeOfMind | None = None


class Line(Struct, frozen=True, forbid_unknown_fields=True):
    """A message word for word. ``agrees`` where it says yes to the summary that lies there: only then may
    anything be written. ``hears`` must match the answer, ``never`` must not."""

    says: str
    agrees: bool = False
    hears: str = ""
    never: str = ""


class ScriptedCustomer(Struct, frozen=True, forbid_unknown_fields=True):
    """Who comes. ``tells`` is what the first message says of the first wish; the rest only when asked, or
    when it goes wrong.

    ``buttons`` is how often a button is pressed rather than a sentence typed (0 to 1, by the seed if not
    given); ``typos`` how often a word is misspelt. ``codes`` says what they make of a one-time code;
    ``knows_code`` whether they have their booking code at hand. With ``lines`` they say these and nothing
    else, one after the other.
    """

    name: str = "Ada Brandt"
    email: str | None = "ada.brandt@example.com"
    phone: str | None = None
    language: Literal["en", "de", "fr", "es", "it", "he", "ar"] = "en"
    wants: tuple[Wish, ...] = ()
    tells: tuple[Part, ...] = ("service", "staff", "when", "people")
    opening: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    buttons: Annotated[float, Meta(ge=0, le=1)] | None = None
    typos: Annotated[float, Meta(ge=0, le=1)] = 0.0
    contact_first: bool = False
    codes: Literal["right", "wrong at first", "wrong"] = "right"
    knows_code: bool = False
    lines: tuple[Line, ...] = ()
