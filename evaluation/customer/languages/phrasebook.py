"""What a phrasebook holds. Braces are filled in: ``{what}`` is service, person and number, ``{when}`` the
customer's own words."""

from msgspec import Struct


class Phrasebook(Struct, frozen=True):
    """Templates of one language, each a choice of ways to say the same."""

    greetings: tuple[str, ...]
    openings: tuple[str, ...]
    openings_without_service: tuple[str, ...]
    service: tuple[str, ...]
    when: tuple[str, ...]
    staff: tuple[str, ...]
    with_staff: tuple[str, ...]
    any_staff: tuple[str, ...]
    people: tuple[str, ...]
    for_people: tuple[str, ...]
    choose_clock: tuple[str, ...]
    choose_day_and_clock: tuple[str, ...]
    choose_place: tuple[str, ...]
    places: tuple[str, ...]
    contact: tuple[str, ...]
    who: tuple[str, ...]
    name: tuple[str, ...]
    reach: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    move: tuple[str, ...]
    cancel: tuple[str, ...]
    leaves: tuple[str, ...]
    thanks: tuple[str, ...]
    again: tuple[str, ...]
    numbers: tuple[str, ...]
    weekdays: tuple[str, ...]
    clocks: tuple[str, ...]
