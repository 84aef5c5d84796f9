"""How many come, and how long it shall take: "for the four of us", "the long one", "90 minutes". Pure."""

import re

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


def party_in(text: str, words: Words, *, is_group: bool) -> int | None:
    """How many come. A bare "for 3" counts people only where several can come at once (``is_group``)."""
    number = "|".join((r"\d{1,2}", *words.numbers))
    counted = compiled(
        rf"(?<![\w:.])({number})\s+(?:{words.people})(?!\w)|\b(?:party|group|table|family) of "
        rf"({number})(?!\w)"
        rf"|(?:{words.we_are})({number})(?!\w)(?!\s*(?:am|pm|min|hour|late|uhr|h\b|[:.]\d))"
    ).search(text)
    if counted:
        return _number(next(filter(None, counted.groups())), words)
    friends = compiled(
        rf"\b(?:me and|my \w+ and|i and|with) (?:my )?(a|{number})?\s?(?:friends?|kids|children|others|"
        rf"colleagues)\b"
    ).search(text)
    if friends and (friends.group(1) or not friends.group().endswith("s")):
        return 1 + _number(friends.group(1) or "1", words)
    if compiled(words.pairs).search(text):
        return 2
    if re.search(r"\b(?:just|only) (?:me|myself|for me|one|for one)\b", text):
        return 1
    spelt = "|".join(words.numbers)
    bare = compiled(
        rf"\b(?:for|für|pour|para|per)\s+(?:the\s+)?({number if is_group else spelt})(?!\w)(?!\s*(?:am|"
        rf"pm|a\.m|p\.m|o'?clock|uhr|min|hour|day|week|month|night|[:.]\d|or\b|-))"
    ).search(text)
    return _number(bare.group(1), words) if bare else None


# What leads to a number of people and to nothing else, where the time is known. "At 2" stays an hour.
LEADS = {
    "en": r"for|us|we're|we are|make it for",
    "de": r"zu|für|wir sind|wir sind zu|wir kommen zu",
    "fr": r"à|pour|on est|on sera|nous sommes|nous serons",
    "es": r"a|para|somos|seremos|de a",
    "it": r"in|a|per|siamo|siamo in|saremo|saremo in",
    "he": r"ל-?|אנחנו|נהיה",
    "ar": r"ل-?|لـ|نحن|احنا",
}
MEMBERS = {"zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "اثنين": 2, "اتنين": 2, "شخصين": 2}
# The largest number that is read as people without a word for them.
LARGEST_PARTY = 12


def party_beside_time(text: str, words: Words) -> int | None:
    """How many come, where a lower-case text is a bare number that would be an hour elsewhere: "à 2", "a
    dos"."""
    numbers = {**words.numbers, **MEMBERS}
    found = re.fullmatch(
        rf"\W*(?:{LEADS[words.tag]})\s*(\d{{1,2}}|{'|'.join(map(re.escape, numbers))})"
        rf"(?:\s+(?:please|bitte|s'il vous plaît|por favor|per favore|בבקשה|من فضلك))?\W*",
        text,
    )
    if found is None:
        return None
    number = numbers.get(found.group(1)) or int(found.group(1))
    return number if 1 < number <= LARGEST_PARTY else None


def length_in(text: str, service: Service | None, words: Words) -> int | None:
    """The length in minutes a text asks for, where the service comes in several and that is one of them."""
    if service is None or len(service.durations) < 2:
        return None
    for minutes in _minutes(text):
        if minutes in service.durations:
            return minutes
    lengths = "|".join(map(str, service.durations))
    alone = compiled(rf"(?<![\d:.,/+-])({lengths})(?![\d:.,/€$%-])").search(text)
    if alone is not None:
        return int(alone.group())
    if compiled(words.longer).search(text):
        return max(service.durations)
    return min(service.durations) if compiled(words.shorter).search(text) else None


def _minutes(text: str) -> list[int]:
    told = [int(found) for found in MINUTES.findall(text)]
    told += [
        minutes for minutes, said in SAID if compiled(rf"{NO_LENGTH}(?<!\w)(?:{said})(?!\w)").search(text)
    ]
    for count, half, and_half in HOURS.findall(text):
        told.append(int(count) * 60 + (30 if half or and_half else 0))
    return told


def _number(word: str, words: Words) -> int:
    return words.numbers.get(word) or (1 if word == "a" else int(word))
