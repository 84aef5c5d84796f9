"""How long it shall take: "90 minutes", "the long one", "60 or 90". Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, pairwise

from msgspec import Struct

from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled
from booking_core.catalogue.services.services import Service

HOURS = re.compile(
    r"(?<!in )\b(\d{1,2})(?:[.,](5))?[\s-]*(?:h\b|hrs?\b|hours?\b|stunden?\b|"
    r"heures?\b|horas?\b|or[ae]\b|שעות|ساعات)(\s+and a half\b)?"
)
MINUTES = re.compile(
    r"(?<!in )\b(\d{2,3})[\s-]*(?:min\b|mins\b|minutes?\b|minuten\b|minutos\b|minuti\b|דקות|دقيقة)"
)
# An hour, an hour and a half and so on, as they are said; the longest first.
SAID = (
    (120, r"two hours|zwei stunden|deux heures|dos horas|due ore|שעתיים|ساعتين"),
    (
        90,
        r"(?:an |one )?hour and a half|(?:eine? )?stunde und (?:eine )?halbe|eineinhalb stunden|anderthalb stunden|"
        r"einundhalb stunden|une heure et demie|1 ?h ?30|(?:una )?hora y media|(?:un'|una )?ora e mezz[oa]|"
        r"שעה וחצי|ساعة ونص\w*|ساعة و نص\w*",
    ),
    (
        90,
        r"ninety min\w*|neunzig min\w*|quatre-vingt-dix min\w*|noventa min\w*|novanta min\w*|תשעים דק\w*|تسعين دقيق\w*",
    ),
    (
        60,
        r"sixty min\w*|sechzig min\w*|soixante min\w*|sesenta min\w*|sessanta min\w*|שישים דק\w*|ستين دقيق\w*",
    ),
    (30, r"half (?:an )?hour|halbe stunde|demi-heure|media hora|mezz'?ora|חצי שעה|نص ساعة|نصف ساعة"),
    (
        60,
        r"(?:an|one|the) hour|eine stunde|einstündig\w*|stunde|une heure|una hora|un'ora|un ora|"
        r"(?:של )?שעה(?! \d)|ساعة(?! \d)",
    ),
)
# What makes of an hour one that is counted from now, told on the clock, or asked for.
NO_LENGTH = r"(?<!in )(?<!en )(?<!dans )(?<!tra )(?<!fra )(?<!בעוד )(?<!بعد )(?<!which )(?<!per )"
# An amount with its currency, before or behind it.
PRICE = re.compile(
    r"[€$£₪]\s?(\d+(?:[.,]\d\d)?)(?![\d.,]*\d)|"
    r"(?<![\d.,])(\d+(?:[.,]\d\d)?)\s?(?:[€$£₪]|(?:eur|euros?|dollars?|pounds?|quid|pfund|chf|franken|francs?|"
    r"franchi|sterline|libras|dólares|dollari|אירו|יורו|שקל|שקלים|ش|يورو|دولار|درهم|ريال)(?!\w))"
)
# What stands between two lengths of which either would do.
OR = re.compile(
    r"[^\w]*(?:min\w*|דקות|دقيقة|h)?[^\w]*(?:\w+[^\w]+)?"
    r"(?:or|oder|beziehungsweise|bzw|ou|o|u|oppure|או|أو|او|ولا|أم|ام)[^\w]+(?:\w+\W+){0,2}"
)


WORD = re.compile(r"[^\W\d_]+")
# "Long" and "longer", "lang" and "langes" begin alike.
LETTERS_OF_A_FORM = 4


class ToldLength(Struct, frozen=True):
    """A length in minutes, and the characters start:end it was read from."""

    minutes: int
    start: int
    end: int


def length_in(text: str, service: Service | None, words: Words) -> int | None:
    """The length in minutes a text asks for, where the service comes in several and that is one of them; None
    where it leaves the choice."""
    if service is None or len(service.durations) < 2 or lengths_to_choose(text, service):
        return None
    told = next(lengths_told(text, service), None)
    if told is not None:
        return told.minutes
    if compiled(words.longer).search(text):
        return max(service.durations)
    return min(service.durations) if compiled(words.shorter).search(text) else None


def lengths_told(text: str, service: Service) -> Iterator[ToldLength]:
    """The lengths of a service that a text tells: with a word for minutes or hours, as a number alone, by what
    only one of them costs, or by what it is called."""
    ways = (_find_told(text), _bare(text, service), _by_price(text, service), _by_name(text, service))
    for one in chain.from_iterable(ways):
        if one.minutes in service.durations:
            yield one


def is_length_named(text: str, service: Service | None) -> bool:
    """Whether a text tells one of a service's lengths by what it is called."""
    return service is not None and next(_by_name(text, service), None) is not None


def without_length(text: str, service: Service | None, words: Words) -> str:
    """A text without the length it asks for."""
    if service is None or len(service.durations) < 2:
        return text
    for one in sorted(lengths_told(text.casefold(), service), key=lambda told: -told.start):
        text = f"{text[: one.start]} {text[one.end :]}"
    for asked in (words.longer, words.shorter):
        text = compiled(f"(?i:{asked})").sub(" ", text)
    return text


def lengths_to_choose(text: str, service: Service | None) -> tuple[int, ...]:
    """Those of a service's lengths, in minutes, that a text leaves the choice between: "60 or 90"."""
    if service is None:
        return ()
    told = [one for one in (*_find_told(text), *_bare(text, service)) if one.minutes in service.durations]
    told.sort(key=lambda one: (one.start, -one.end))
    for first, second in pairwise(told):
        between = text[first.end : second.start]
        if first.minutes != second.minutes and first.end <= second.start and OR.fullmatch(between):
            return first.minutes, second.minutes
    return ()


def minutes_told(text: str) -> list[int]:
    """The lengths that a text tells with a word for minutes or hours."""
    return [one.minutes for one in _find_told(text)]


def _bare(text: str, service: Service) -> Iterator[ToldLength]:
    """Numbers alone that are lengths of the service."""
    lengths = "|".join(map(str, service.durations))
    for found in compiled(rf"(?<![\d:.,/+-])({lengths})(?![\d:.,/€$%-])").finditer(text):
        yield ToldLength(int(found.group()), found.start(), found.end())


def _by_price(text: str, service: Service) -> Iterator[ToldLength]:
    """ "The one for 35 euros"."""
    costs = {one: money.amount for one in service.durations if (money := service.money_for(one)) is not None}
    for found in PRICE.finditer(text):
        amount = Decimal((found.group(1) or found.group(2)).replace(",", "."))
        lengths = [minutes for minutes, cost in costs.items() if cost == amount]
        if len(lengths) == 1:
            yield ToldLength(lengths[0], found.start(), found.end())


def _by_name(text: str, service: Service) -> Iterator[ToldLength]:
    """ "My hair is rather long", of the length that is called "long hair": all words of its name are said, in
    any order and form, and those of no other."""
    said = list(WORD.finditer(text.casefold()))
    named = {}
    for minutes in service.durations:
        begins = {word[:LETTERS_OF_A_FORM] for word in WORD.findall(service.length_name(minutes).casefold())}
        found = [one for one in said if one.group()[:LETTERS_OF_A_FORM] in begins]
        if begins and begins == {one.group()[:LETTERS_OF_A_FORM] for one in found}:
            named[minutes] = found
    if len(named) == 1:
        ((minutes, found),) = named.items()
        yield ToldLength(minutes, found[0].start(), found[-1].end())


def _find_told(text: str) -> Iterator[ToldLength]:
    for found in MINUTES.finditer(text):
        yield ToldLength(int(found.group(1)), found.start(), found.end())
    for minutes, said in SAID:
        for found in compiled(rf"{NO_LENGTH}(?<!\w)(?:{said})(?!\w)").finditer(text):
            yield ToldLength(minutes, found.start(), found.end())
    for found in HOURS.finditer(text):
        count, half, and_half = found.groups()
        minutes = int(count) * 60 + (30 if half or and_half else 0)
        yield ToldLength(minutes, found.start(), found.end())
