"""Two services in one message."""

from itertools import pairwise

from msgspec import Struct

from agent.languages import words_in
from agent.languages.patterns.compiled import compiled
from agent.mentions.beyond_one.clauses import WORD
from agent.mentions.beyond_one.remainder import SERVICE, FoundRemainders, Remainder
from agent.mentions.beyond_one.things import WITH, MessagePart, added_thing
from agent.mentions.beyond_one.treatments import is_one_service, treatments_in, treatments_of, whole_words
from agent.mentions.beyond_one.words import RemainderWords
from agent.mentions.names.refused_names import refuses_next
from agent.mentions.names.services import exact_services_in, named_services_in
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.services.services import Service

# So many words may stand between "and" and the second service, fewer where only a comma or "with" joins them.
LED_BY, LED_BY_A_COMMA = 5, 2
ASKED_OF = frozenset({"price", "duration", "policy"})


class ServiceMention(Struct, frozen=True):
    """What a part names: a service of ours, or what the trade calls one."""

    part: MessagePart
    service: Service | None
    treatments: frozenset[str]
    words: str
    at: int


def find_second_service(
    lowered: str, language: str, plural: RemainderWords, catalogue: Catalogue
) -> FoundRemainders:
    """Two services in one breath: each in a part of its own, the parts joined by words that add."""
    if not compiled(plural.also).search(lowered):
        return FoundRemainders()
    topics = words_in(language).topics
    if any(compiled(topics[name]).search(lowered) for name in ASKED_OF if name in topics):
        return FoundRemainders()
    text = _as_one(lowered, plural, catalogue)
    parts = _parts(text, plural)
    mentions = [found for part in parts if (found := _mention(part, plural, catalogue)) is not None]
    for before, after in pairwise(mentions):
        if _is_second(before, after, plural, catalogue):
            head, tail = text[: after.part.start - len(after.part.joined)], text[after.part.start :]
            return _first_and_rest(before, after, head, tail)
    return FoundRemainders()


def _first_and_rest(before: ServiceMention, after: ServiceMention, head: str, tail: str) -> FoundRemainders:
    """What we have comes first, whatever was said first."""
    if before.service is None and after.service is not None:
        return _first_and_rest(after, before, tail, head)
    second = after.service
    rest = Remainder(SERVICE, second.name, second.id) if second else Remainder(SERVICE, after.words)
    return FoundRemainders((rest,), before.service, head, tail)


def _parts(text: str, plural: RemainderWords) -> list[MessagePart]:
    parts, begin, joined = [], 0, ""
    for found in compiled(plural.also).finditer(text):
        parts.append(MessagePart(text[begin : found.start()], joined, begin, text[found.start() :]))
        # A comma before an "and" adds nothing to it.
        joined = f"{joined}{found.group()}" if not text[begin : found.start()].strip() else found.group()
        begin = found.end()
    return [*parts, MessagePart(text[begin:], joined, begin, "")]


def _mention(part: MessagePart, plural: RemainderWords, catalogue: Catalogue) -> ServiceMention | None:
    services = _services_in(part.text, catalogue)
    treatments = treatments_in(part.text, plural)
    if compiled(plural.past).search(part.text):
        return None
    if services:
        at, words = _position(part.text, services[0]), services[0].name
        own = frozenset(treatments_of(services[0], plural)) | (
            frozenset(treatments) if len(services) == 1 else frozenset()
        )
    elif treatments:
        first = min(treatments.values(), key=lambda found: found.start())
        at, words, own = first.start(), first.group(), frozenset(treatments)
    elif thing := added_thing(part, plural):
        at, words, own = thing.start("thing"), thing["thing"], frozenset({thing["thing"]})
    else:
        return None
    is_refused = compiled(plural.without).search(part.text[:at]) or compiled(plural.dropped).search(
        part.text[at:]
    )
    if is_refused or refuses_next(WORD.findall(part.text[:at])):
        return None
    return ServiceMention(part, services[0] if services else None, own, words, at)


def _services_in(text: str, catalogue: Catalogue) -> list[Service]:
    """Those a text has by name, else the one that it calls in the words of its trade."""
    exact = exact_services_in(catalogue, text)
    named = exact or named_services_in(catalogue, text)
    return named if exact or len(named) == 1 else []


def _is_second(
    before: ServiceMention, after: ServiceMention, plural: RemainderWords, catalogue: Catalogue
) -> bool:
    if before.service is not None and after.service is not None:
        is_other = before.service is not after.service
    else:
        is_other = not before.treatments & after.treatments
    if not is_other or is_one_service(before.treatments | after.treatments, plural, catalogue):
        return False
    between = before.part.text[before.at :] + after.part.joined + after.part.text[: after.at]
    lead = WORD.findall(after.part.text[: after.at])
    joined = after.part.joined.strip(" ")
    is_loose = joined in WITH | {",", ";", "،", "؛"}
    is_only = joined in {",", ";", "،", "؛"} and compiled(plural.small).search(after.part.text[: after.at])
    return not (
        is_only
        or compiled(plural.either).search(between)
        or len(lead) > (LED_BY_A_COMMA if is_loose else LED_BY)
    )


def _as_one(lowered: str, plural: RemainderWords, catalogue: Catalogue) -> str:
    """The text in which the name of one service has no word that adds: "colour and cut" is one thing."""
    for name in (spoken.casefold() for spoken, _ in catalogue.service_names):
        if name in lowered and compiled(plural.also).search(name):
            lowered = lowered.replace(name, compiled(plural.also).sub(" ", name))
    for pattern in plural.treatments.values():
        lowered = compiled(whole_words(pattern)).sub(
            lambda found: (
                found.group().removesuffix(found["treatment"])
                + compiled(plural.also).sub(" ", found["treatment"])
            ),
            lowered,
        )
    return lowered


def _position(text: str, service: Service) -> int:
    firsts = {WORD.findall(name.casefold())[0] for name in service.spoken_names if WORD.search(name)}
    places = [text.find(first) for first in firsts if first in text]
    return min(places, default=0)
