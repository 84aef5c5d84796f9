"""Contacts under which somebody floods: one, one in many spellings, or another each time."""

from collections.abc import Callable, Iterator
from itertools import count

from booking_core.storage.ids import new_id


def somebody(name: str) -> dict[str, str]:
    return {"name": name, "email": f"{new_id('ada').replace('_', '')}@example.com", "phone": ""}


# A name may be spelled in so many ways and still be one mailbox.
SPELLINGS = (
    "eve.mallory@gmail.com",
    "EVE.Mallory@gmail.com",
    "evemallory@gmail.com",
    "e.v.e.mallory+{number}@gmail.com",
    "evemallory+x{number}@googlemail.com",
)


def one_contact() -> Iterator[dict[str, str]]:
    while True:
        yield {"name": "Eve", "email": "eve@example.com", "phone": ""}


def one_mailbox_in_many_spellings() -> Iterator[dict[str, str]]:
    for number in count():
        email = SPELLINGS[number % len(SPELLINGS)].format(number=number)
        yield {"name": f"Eve {'abcdefgh'[number % 8]}", "email": email, "phone": ""}


def one_number_in_many_spellings() -> Iterator[dict[str, str]]:
    spellings = ("030 5550177", "+49 30 5550177", "0049-30-5550177", "(030) 555 01 77")
    for number in count():
        yield {"name": f"Eve {'abcdefgh'[number % 8]}", "email": "", "phone": spellings[number % 4]}


def many_contacts() -> Iterator[dict[str, str]]:
    while True:
        somebody = new_id("eve").replace("_", "")
        yield {"name": "Eve", "email": f"{somebody}@example.com", "phone": ""}


Contacts = Callable[[], Iterator[dict[str, str]]]
