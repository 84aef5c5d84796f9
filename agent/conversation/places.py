"""Which place a conversation is about, what customers call it, and the clock on its wall. Pure."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfoNotFoundError

from babel import Locale
from rapidfuzz.distance import OSA

from agent.conversation.state import ConversationState
from agent.languages import LANGUAGES, sentences_in
from agent.languages.wording import day_and_time
from agent.mentions.everyday_words import all_everyday_words
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.time.wall_clock import zone

WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# "No, in London" refuses something else than London.
WORDS_AND_BREAKS = re.compile(rf"{WORDS.pattern}|[,;.!?\n،؛؟]")
# One slip for so many letters, and none in a shorter name: "Lodnon" is London, "nine" is no Nice.
LETTERS_A_SLIP = 5
# Before a place: these make a place of a word that is an everyday word as well, such as Nice.
LEADING = frozenset(
    [
        "in",
        "at",
        "to",
        "near",
        "by",
        "on",
        "the",
        "your",
        "im",
        "in",
        "der",
        "nach",
        "bei",
        "zu",
        "zur",
        "zum",
        "am",
        "an",
        "dem",
        "den",
        "die",
        "das",
        "à",
        "au",
        "aux",
        "en",
        "dans",
        "sur",
        "chez",
        "vers",
        "le",
        "la",
        "les",
        "l",
        "a",
        "al",
        "el",
        "los",
        "nel",
        "nella",
        "alla",
        "da",
        "presso",
        "של",
        "את",
        "في",
        "إلى",
        "عند",
        "الى",
        "فرع",
    ]
)
# Before what is not wanted, and before where somebody comes from: "not in London", "moving from London to
# Berlin".
REFUSING = frozenset(
    [
        "not",
        "from",
        "of",
        "than",
        "nicht",
        "statt",
        "anstatt",
        "aus",
        "von",
        "pas",
        "depuis",
        "desde",
        "לא",
        "במקום",
        "ليس",
        "من",
        "بدل",
        "لا",
    ]
)
# Written onto a word in Hebrew and Arabic: "in", "to", "and", "the".
ONTO_HEBREW, ONTO_ARABIC = "בלהוש", "بلو"
# What businesses of all kinds are called: "the salon" is no one place.
GENERAL = frozenset(
    [
        "the",
        "and",
        "salon",
        "studio",
        "shop",
        "store",
        "spa",
        "barbershop",
        "clinic",
        "practice",
        "praxis",
        "centre",
        "center",
        "branch",
        "filiale",
        "house",
    ]
)
# What people call a country beside the name CLDR has for it.
COUNTRIES = {
    "GB": ("uk", "england", "britain", "great britain", "united kingdom", "großbritannien", "angleterre", "inglaterra", "inghilterra", "אנגליה", "بريطانيا", "إنجلترا"),
    "US": ("usa", "america", "the states", "amerika", "amérique", "estados unidos", "אמריקה", "أمريكا"),
    "AE": ("uae", "emirates"),
    "NL": ("holland",),
}  # fmt: skip


def place_of(catalogue: Catalogue, state: ConversationState) -> Location | None:
    """The place the conversation is about; None where there are several and nothing has decided it.

    Decided by what was said (for an appointment that is being moved: where it stands), the person asked for,
    the time being kept, or the service wanted where only one place offers it.
    """
    places, draft = catalogue.locations, state.draft
    if len(places) == 1:
        return next(iter(places.values()))
    if draft.location_id in places:
        return places[draft.location_id]
    if draft.staff_id in catalogue.resources:
        return places[catalogue.resources[draft.staff_id].location_id]
    if state.hold_id is not None and state.held_offer is not None and draft.settled:
        return places.get(state.held_offer.location_id)
    offering = places_offering(catalogue, draft.service_id) if draft.service_id in catalogue.services else []
    return offering[0] if len(offering) == 1 else None


def places_offering(catalogue: Catalogue, service_id: str) -> list[Location]:
    """Where a service can be had: where somebody does it, if anybody does anywhere."""
    places = catalogue.locations_of(service_id)
    return [place for place in places if catalogue.serving(service_id, place.id)] or places


def clock_of(catalogue: Catalogue, state: ConversationState) -> str:
    """The zone times are told in: that of the place, else the business's own until a place is known."""
    place = place_of(catalogue, state)
    return place.time_zone if place else catalogue.organization.time_zone


def has_several_places(catalogue: Catalogue) -> bool:
    return len(catalogue.locations) > 1


def zones_of(catalogue: Catalogue) -> list[str]:
    """The clocks of the business, each once, the first place's first."""
    return list(dict.fromkeys(place.time_zone for place in catalogue.locations.values()))


def local_time_text(
    catalogue: Catalogue, moment: datetime, time_zone: str, locale: str, visitor_zone: str | None = None
) -> str:
    """A day and a time for the customer, with the name of the clock where another could be meant: the
    business has several, or the customer's own shows something else at that moment."""
    told = day_and_time(moment, time_zone, locale)
    if not needs_clock(catalogue, moment, time_zone, visitor_zone):
        return told
    city = sentences_in(locale).CITY_TIME.format(city=city_of(time_zone, locale))
    return f"{told} ({city})"


def needs_clock(catalogue: Catalogue, moment: datetime, time_zone: str, visitor_zone: str | None) -> bool:
    """Whether a time needs the name of its clock."""
    return len(zones_of(catalogue)) > 1 or _differs(moment, time_zone, visitor_zone)


def name_and_address(catalogue: Catalogue, place: Location) -> str:
    """The address, with the name of the place where there are several."""
    return (
        ", ".join(filter(None, (place.name, place.address)))
        if has_several_places(catalogue)
        else place.address
    )


def time_at_place(catalogue: Catalogue, when: str, location_id: str) -> str:
    """A time in words, with the name of its place where there are several."""
    return f"{when}, {catalogue.location(location_id).name}" if has_several_places(catalogue) else when


def service_label(catalogue: Catalogue, service: str, place: Location | None) -> str:
    """The name of a service, with the place in brackets where there are several."""
    return f"{service} ({place.name})" if place and has_several_places(catalogue) else service


@lru_cache(maxsize=512)
def city_of(time_zone: str, locale: str) -> str:
    """The city a zone is named after, in a language: ``Europe/London`` is Londres in French."""
    exemplar = Locale.parse(locale.replace("-", "_").split("_")[0]).time_zones.get(time_zone, {}).get("city")
    return str(exemplar or time_zone.rsplit("/", 1)[-1].replace("_", " "))


def places_in(catalogue: Catalogue, text: str) -> list[Location]:
    """The locations a text names: by name, town, street or country, in any of our languages, as far as no
    other has the same."""
    words = [word.casefold() for word in WORDS_AND_BREAKS.findall(text)]
    called = _names(catalogue)
    business = _words(catalogue.organization.name)
    for said in (_exact_mentions, _misspelt_mentions):
        hits = [
            (span, key)
            for key, names in called.items()
            for name in names
            for span in said(name, words)
            if not _is_ambiguous(name, business) or _is_led(words, span)
        ]
        spans = {span for span, _ in hits}
        widest = {key for span, key in hits if not any(_within(span, other) for other in spans)}
        if widest:
            return [place for place in catalogue.locations.values() if place.id in widest]
    return []


def _differs(moment: datetime, time_zone: str, visitor_zone: str | None) -> bool:
    if not visitor_zone:
        return False
    try:
        theirs = zone(visitor_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return moment.astimezone(theirs).utcoffset() != moment.astimezone(zone(time_zone)).utcoffset()


def _names(catalogue: Catalogue) -> dict[str, list[tuple[str, ...]]]:
    """What each place is called, as words: what another is called as well tells nothing."""
    called = {place.id: set(_names_of_place(place, catalogue)) for place in catalogue.locations.values()}
    return {
        key: sorted(names - set().union(*(other for place, other in called.items() if place != key)))
        for key, names in called.items()
    }


def _names_of_place(place: Location, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    phrases = [place.name, *(_without_numbers(part) for part in place.address.split(","))]
    for phrase in phrases:
        yield _words(phrase)
    # A word of the name alone, such as Mitte of "Lavender Mitte"; those that all places share have gone by
    # then.
    general = GENERAL | set(_words(catalogue.organization.name))
    yield from ((word,) for word in _words(place.name) if len(word) > 2 and word not in general)
    told = {" ".join(_words(phrase)) for phrase in phrases}
    cities = [city_of(place.time_zone, language) for language in LANGUAGES]
    if any(" ".join(_words(city)) in told for city in cities):
        yield from map(_words, cities)
    for name in _country_names((place.country or catalogue.organization.country).upper()):
        yield _words(name)


@cache
def _country_names(code: str) -> list[str]:
    names = [str(Locale.parse(language).territories.get(code, "")) for language in LANGUAGES]
    return [*filter(None, names), *COUNTRIES.get(code, ())]


def _without_numbers(part: str) -> str:
    """ "10999 Berlin" is Berlin, "London E1 6AN" London."""
    return " ".join(word for word in part.split() if not any(letter.isdigit() for letter in word))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in WORDS.findall(text))


def _exact_mentions(name: tuple[str, ...], words: list[str]) -> Iterator[tuple[int, int]]:
    """Where a name is said as it is written, and wanted."""
    for first in range(len(words) - len(name) + 1) if name else ():
        last = first + len(name)
        if not _is_said(name, words[first:last]):
            continue
        if _is_wanted(words, first):
            yield first, last


def _misspelt_mentions(name: tuple[str, ...], words: list[str]) -> Iterator[tuple[int, int]]:
    """Where a name is said with a slip of the fingers."""
    wanted = " ".join(name)
    for first in range(len(words) - len(name) + 1) if name else ():
        last = first + len(name)
        said = " ".join(words[first:last])
        is_near = wanted[:1] == said[:1] and OSA.distance(wanted, said) <= len(wanted) // LETTERS_A_SLIP
        if is_near and said not in all_everyday_words() and _is_wanted(words, first):
            yield first, last


def _is_said(name: tuple[str, ...], said: list[str]) -> bool:
    return name[0] in _forms(said[0]) and list(name[1:]) == said[1:]


def _forms(word: str) -> tuple[str, ...]:
    """A word as it stands, and without what Hebrew and Arabic write onto it."""
    is_prefixed = word[:1] in ONTO_HEBREW + ONTO_ARABIC and len(word) > 3
    return (word, word[1:]) if is_prefixed else (word,)


def _is_wanted(words: list[str], first: int) -> bool:
    """Whether no word of refusal leads to the place: "not in London"."""
    before = list(words[max(0, first - 3) : first])
    while before and before[-1] in LEADING:
        before.pop()
    return not (before and before[-1] in REFUSING)


def _is_ambiguous(name: tuple[str, ...], business: tuple[str, ...]) -> bool:
    """Whether the words may mean something else than the place: an everyday word, or the business as a
    whole."""
    return name == business or (len(name) == 1 and name[0] in all_everyday_words())


def _is_led(words: list[str], span: tuple[int, int]) -> bool:
    """Whether a place must be meant: "in Nice", or nothing else is said."""
    first, last = span
    return (first, last) == (0, len(words)) or (first > 0 and words[first - 1] in LEADING)


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]
