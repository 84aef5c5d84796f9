"""Finding what a message wants beyond one booking. Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from msgspec import Struct, structs

from agent.languages import language_of, words_in
from agent.mentions.beyond_one.party import (
    find_party,
    find_seats,
    find_whole_family,
    find_wishing_pair,
    is_only_a_party,
)
from agent.mentions.beyond_one.rhythm import (
    belongs_to_habit,
    find_rate,
    find_rhythm,
    find_turns,
    is_rhythm_in_pieces,
    names_fixed_slot,
    without_days,
)
from agent.mentions.beyond_one.words import REMAINDER_WORDS, RemainderWords
from agent.mentions.names import exact_services_in
from agent.when import When
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.services import Service

RECURRING: Literal["recurring"] = "recurring"
PEOPLE: Literal["people"] = "people"
SERVICE: Literal["service"] = "service"
RemainderKind = Literal["recurring", "people", "service"]

CLAUSES = r"[.;!?…\n،؛؟,]+|\s[-–—]\s"
SCRIPTS = {"he": re.compile("[\u05d0-\u05ea]"), "ar": re.compile("[\u0621-\u064a]")}
LATIN = ("en", "de", "fr", "es", "it")
# A clause about how often, with no wish of its own, has no more words than this beside it: "same time each
# week if poss".
FEW_WORDS = 1
_SCHEDULING = """same time if poss possible please always at on around about starting from until till the a of and just for
ab bis immer um am gleiche gleichen zeit wenn möglich bitte même heure si toujours à partir de le la les
misma hora siempre las el los stessa ora sempre alle du des del di month monats monat mois mes mese se possibile dalle dal תמיד באותה שעה אם אפשר ב نفس الوقت الساعة دائما إذا ممكن"""
SCHEDULING = frozenset(_SCHEDULING.split())
# "Every day except Monday" says when, and not how often.
EXCEPT = re.compile(
    r"\b(?:except|but|besides|apart from|außer|ausser|sauf|hormis|excepto|salvo|menos|tranne|eccetto)\b|חוץ|למעט|ما ?عدا|إلا|الا "
)
# So many words may stand between "and" and the second service, fewer where only a comma or "with" joins them.
LED_BY, LED_BY_A_COMMA = 5, 2
WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
FOR = r"(?:for|für|pour|para|per|a|ל|ل)"
MY = r"(?:my|our|the|mein\w*|unser\w*|mes|mon|ma|nos|les|mis?|nuestr[oa]s|l[oa]s|i|le|gli|mi[eo]i|mie|ה)"
# "… and a sauna": something with an article that the catalogue does not have, up to what tells of when or of
# manners.
_NAME = r"(?P<thing>(?!(?:per|for|für|pour|para|de|di|von|of|me|mich|moi|mí)\b)[^\W\d_][\w-]{2,20}(?: (?!{end})[^\W\d_]['\w-]{1,20}){0,2}?)"
_END = (
    r"(?:please|pls|plz|too|as well|on|at|for|same|this|next|tomorrow|today|if|in|bitte|am|um|an|diesen?|nächste\w*|morgen|heute|wenn|svp|stp|s'il|ce|le|à|demain|dans|por favor|porfa|el|este|mañana|hoy|a las"
    r"|per favore|per piacere|il|questo|domani|oggi|alle|\w*(?:day|tag|woch)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)"
)
_ENDED = rf"(?=\s*(?:$|[.!?])|\s+{_END}(?!\w))"
THING = re.compile(
    r"^\s*(?:also |auch |noch |aussi |también |anche )?(?:a|an|eine?[nm]?r?|'?ne?n?|une?|una|uno|un|un')\s*(?<=[\s'])" + _NAME.replace("{end}", _END) + _ENDED
)  # fmt: skip
# Hebrew and Arabic have no article to tell a thing by: there the word that adds must do it.
_WHEN_WRITTEN_ON = r"(?:בבקשה|ב?יום|בשעה|מחר|היום|הפעם|אם|בשבוע|ב-?\d|ב(?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת)|לו|لو|من فضلك|يوم|بكرة|بكرا|غدا|غدًا|الساعة|اليوم|إذا|هال\w+)"
THING_WRITTEN_ON = re.compile(
    rf"^\s*(?P<thing>(?!{_WHEN_WRITTEN_ON})[^\W\d_][\w'-]{{2,20}}(?: (?!{_WHEN_WRITTEN_ON})[^\W\d_][\w'-]{{1,20}}){{0,2}}?)(?=\s*(?:$|[.!?])|\s+{_WHEN_WRITTEN_ON})"
)
ADDS_WRITTEN_ON = re.compile(r"פלוס|ועוד|בתוספת|בצירוף|בנוסף|גם|زائد|إضافة|اضافة|كمان|أيض|ثم|\+|ואחר")
NO_THING_WRITTEN_ON = re.compile(
    r"(?<!\w)(?:שאלה|תזכורת|חניי?ה|קפה|משהו|אחד|אחת|תודה|רוצ\w+|אפשר|צריכ?\w*|אני|לי|שלי|תור|זמן|פעם|לא|יותר|قهوة|سؤال|موقف|تذكير|شي|شيء|واحدة?|بدي|أريد|اريد|ممكن|لي|شكر\w*|موعد|وقت|مرة|مش|لا|أنا)(?!\w)"
)
# "A cut with a fringe" is one thing; "with a head spa as well" is two.
WITH = frozenset({"with", "mit", "avec", "con", "עם", "مع"})
ADDED = re.compile(
    r"\b(?:as well|too|also|on top|dazu|auch noch|obendrein|obendrauf|zusätzlich|en plus|aussi|également|en supplément|también|además|de paso|aparte|anche|pure|in più|inoltre|in aggiunta)\b"
)
NO_THING = re.compile(
    r"\b(?:bit|little|few|while|thank\w*|question|friend|coffee|tea|time|slot|appointments?|lot|day|hour|week|different|other|good|nice|new|half|quarter|halbe|demie?|media|mezz[ao]|reminder|parking|spot|place|seat|chat|call|confirmation|quote|voucher|gift|drink|dog|park\w*|beleg|quittung|erinnerung|gutschein|place de|name|number|termin|frage|kaffee|freund\w*|moment|tag|"
    r"café|amie?|question|rdv|cita|pregunta|amig\w+|domanda|appuntamento|amic\w+|momento|receipt|invoice|rechnung|wonderful|great|lovely|schönen|bonne|buen\w*|buon\w*|gran)\b"
)
ASKED_OF = frozenset({"price", "duration", "policy"})


class Remainder(Struct, frozen=True):
    """What one booking leaves over. ``service_id`` is the second service where it is one of ours, ``words``
    what it was called and ``when`` a time of its own; ``count`` how many more people."""

    kind: RemainderKind
    words: str = ""
    service_id: str | None = None
    count: int = 1
    when: When = When()


class FoundRemainders(Struct, frozen=True):
    """``remainders`` are what is left over, and ``first`` the service of a message with two that comes first,
    with its part of the text and the other's."""

    remainders: tuple[Remainder, ...] = ()
    first: Service | None = None
    first_words: str = ""
    rest_words: str = ""


class MessagePart(Struct, frozen=True):
    """A part of a message between two words that add: ``joined`` is the one before it, ``after`` what follows
    it."""

    text: str
    joined: str
    start: int
    after: str


class ServiceMention(Struct, frozen=True):
    """What a part names: a service of ours, or what the trade calls one."""

    part: MessagePart
    service: Service | None
    treatments: frozenset[str]
    words: str
    at: int


def remainders_in(text: str, locale: str, catalogue: Catalogue) -> FoundRemainders:
    """What a message wants beyond one booking; nothing for what only looks like it."""
    lowered = _normal_text(text)
    language = _language(lowered, locale)
    plural = REMAINDER_WORDS[language]
    two = _second_service(lowered, language, plural, catalogue)
    found = (
        *_recurring(lowered, language, plural, catalogue),
        *_people(lowered, language, plural, catalogue),
        *two.remainders,
    )
    return structs.replace(two, remainders=found)


def _normal_text(text: str) -> str:
    return re.sub(r"\s+", " ", text.casefold().replace("’", "'").replace("׳", "'"))


def only_mentions_others(text: str, locale: str, catalogue: Catalogue) -> bool:
    """Whether others are spoken of beside a wish that is for one: "my wife and I had such a nice time, now I
    need a haircut"."""
    lowered = _normal_text(text)
    language = _language(lowered, locale)
    plural = REMAINDER_WORDS[language]
    clauses = _clauses(lowered, plural)
    of_others = [clause for clause in clauses if _persons(clause, plural)]
    wishes = [one for one in clauses if one not in of_others and _is_wish(one, plural, catalogue)]
    return bool(of_others and wishes) and not any(_people(lowered, language, plural, catalogue))


def _language(lowered: str, locale: str) -> str:
    """That of the conversation, unless the message is clearly in another: people change theirs without a
    word."""
    for language, script in SCRIPTS.items():
        if script.search(lowered):
            return language
    own = language_of(locale)
    scores = {language: _score(lowered, language) for language in LATIN}
    best = max(scores, key=lambda language: scores[language])
    return own if scores.get(own, 0) >= scores[best] else best


def _score(lowered: str, language: str) -> int:
    plural, words = REMAINDER_WORDS[language], words_in(language)
    told = set(WORD.findall(lowered)) & words.own
    found = [pattern for pattern in (plural.often, plural.wish, plural.all) if re.search(pattern, lowered)]
    rhythm = [one for one in (find_rhythm(lowered, language),) if one]
    return len(told) + len(found) + len(rhythm) + len(_treatments_in(lowered, plural))


def _recurring(
    lowered: str, language: str, plural: RemainderWords, catalogue: Catalogue
) -> Iterator[Remainder]:
    clauses = _clauses(lowered, plural)
    for clause in clauses:
        often = re.search(plural.often, clause) or find_rhythm(clause, language)
        found = often or re.search(plural.series, clause)
        if found is None or re.search(plural.past, clause) or re.search(plural.habit, clause):
            continue
        others = [one for one in clauses if one is not clause and _is_wish(one, plural, catalogue)]
        if (
            often
            and others
            and belongs_to_habit(clause, often, plural.wish, _treatment_pattern(plural), language)
        ):
            continue
        is_wished = _is_wish(clause, plural, catalogue) or names_fixed_slot(clause, language)
        if is_wished or (
            often
            and not EXCEPT.search(clause)
            and _is_only_a_schedule(clause.replace(found.group(), " "), language)
        ):
            yield Remainder(RECURRING, found.group().strip())
            return
    turns = find_turns(lowered, language)
    is_in_pieces = (turns and "," in turns.group()) or is_rhythm_in_pieces(clauses, language)
    if is_in_pieces and any(_is_wish(one, plural, catalogue) for one in clauses):
        yield Remainder(RECURRING, turns.group().strip() if turns else "")


def _people(lowered: str, language: str, plural: RemainderWords, catalogue: Catalogue) -> Iterator[Remainder]:
    if re.search(plural.only, lowered):
        return
    told = _party(lowered, language, plural, catalogue)
    if told is not None:
        yield Remainder(PEOPLE, told.strip(), count=_number(told, 2) - 1)


def _party(lowered: str, language: str, plural: RemainderWords, catalogue: Catalogue) -> str | None:
    """What tells of several who come: so many treatments, a group, or people in a wish."""
    clauses = _clauses(lowered, plural)
    if not re.search(plural.past, lowered):
        several = re.search(plural.several, lowered)
        if several and not find_rate(lowered, language):
            return several.group()
        for pattern in _of_groups(plural):
            if group := pattern.search(lowered):
                return group.group()
        family = find_whole_family(lowered, language)
        group = find_party(lowered, language) or (
            family if any(_is_wish(clause, plural, catalogue) for clause in clauses) else None
        )
        if group:
            return group.group()
    for clause in clauses:
        if re.search(plural.past, clause):
            continue
        is_wish = _is_wish(clause, plural, catalogue)
        pair = find_wishing_pair(clause, language) or (find_seats(clause, language) if is_wish else None)
        if pair:
            return pair.group()
        told = _persons(clause, plural)
        if told is None:
            continue
        before = clause[: told.start()].strip()
        is_for = re.search(rf"(?<!\w){FOR}$", before) or re.match(rf"{FOR}\s", told.group())
        others = [one for one in clauses if one is not clause and _is_wish(one, plural, catalogue)]
        if is_for or is_wish or (others and is_only_a_party(clause, told)):
            return told.group()
    return None


def _persons(clause: str, plural: RemainderWords) -> re.Match[str] | None:
    """Where a clause speaks of more than one who comes."""
    return next((found for pattern in _of_persons(plural) if (found := pattern.search(clause))), None)


@cache
def _of_persons(plural: RemainderWords) -> tuple[re.Pattern[str], ...]:
    # Hebrew and Arabic write "for" onto the word.
    gap = r"\s*" if plural in (REMAINDER_WORDS["he"], REMAINDER_WORDS["ar"]) else r"\s+"
    person = rf"(?:[\w']+\s+){{0,2}}?(?:{plural.kins}|{plural.kin})(?!\w)"
    patterns = (
        rf"(?<!\w){plural.me}\s*{plural.with_me}\s*(?:(?:one|eine[nr]?|une?|un[oa]?|otr[oa])\s+(?={FOR}\s))?(?:{FOR}\s+)?{person}",
        rf"(?<!\w){plural.kin}\s*{plural.with_me}\s*(?:{FOR}\s+)?{plural.me}(?!\w)",
        rf"(?<!\w){plural.number}\s+{MY}\s+{plural.kins}(?!\w)",
        rf"(?<!\w){FOR}{gap}(?:{MY}{gap}(?:{plural.number}\s+)?|{plural.number}\s+)(?:\w+\s+)?{plural.kins}(?!\w)",
        rf"(?<!\w){FOR}\s+(?!\d){plural.number}\s*$",
        *([rf"(?<!\w){FOR}{plural.kins}(?!\w)"] if gap == r"\s*" else []),
        rf"(?<!\w)(?:(?:{MY}\s+)?{plural.number}\s+|{MY}\s+)(?:\w+\s+)?{plural.kins}(?:\s+\w+){{0,2}}?\s+(?:{plural.wish})",
        rf"(?<!\w){plural.kins}(?:\s+\w+){{0,2}}?\s+(?:{plural.wish})",
    )
    return tuple(re.compile(pattern) for pattern in patterns)


@cache
def _of_groups(plural: RemainderWords) -> tuple[re.Pattern[str], ...]:
    """What counts a party, wherever in the message its wish stands: "we're five"."""
    group = plural.group.replace("{number}", plural.number).replace("{kins}", plural.kins)
    return re.compile(group), re.compile(plural.all)


def _second_service(
    lowered: str, language: str, plural: RemainderWords, catalogue: Catalogue
) -> FoundRemainders:
    """Two services in one breath: each in a part of its own, the parts joined by words that add."""
    if not re.search(plural.also, lowered):
        return FoundRemainders()
    topics = words_in(language).topics
    if any(re.search(topics[name], lowered) for name in ASKED_OF if name in topics):
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
    for found in re.finditer(plural.also, text):
        parts.append(MessagePart(text[begin : found.start()], joined, begin, text[found.start() :]))
        # A comma before an "and" adds nothing to it.
        joined = f"{joined}{found.group()}" if not text[begin : found.start()].strip() else found.group()
        begin = found.end()
    return [*parts, MessagePart(text[begin:], joined, begin, "")]


def _mention(part: MessagePart, plural: RemainderWords, catalogue: Catalogue) -> ServiceMention | None:
    services = exact_services_in(catalogue, part.text)
    deeds = _treatments_in(part.text, plural)
    if re.search(plural.past, part.text):
        return None
    if services:
        at, words = _position(part.text, services[0]), services[0].name
        own = frozenset(_treatments_of(services[0], plural)) | (
            frozenset(deeds) if len(services) == 1 else frozenset()
        )
    elif deeds:
        first = min(deeds.values(), key=lambda found: found.start())
        at, words, own = first.start(), first.group(), frozenset(deeds)
    elif thing := _thing(part, plural):
        at, words, own = thing.start("thing"), thing["thing"], frozenset({thing["thing"]})
    else:
        return None
    is_refused = re.search(plural.without, part.text[:at]) or re.search(plural.dropped, part.text[at:])
    return None if is_refused else ServiceMention(part, services[0] if services else None, own, words, at)


def _thing(part: MessagePart, plural: RemainderWords) -> re.Match[str] | None:
    """Something that the catalogue does not have, added to what it has."""
    if ADDS_WRITTEN_ON.search(part.joined):
        thing = THING_WRITTEN_ON.search(part.text)
        is_nothing = NO_THING_WRITTEN_ON
    else:
        is_added = part.joined and (part.joined.strip() not in WITH or _is_added(part))
        thing = THING.search(part.text) if is_added else None
        is_nothing = NO_THING
    if thing is None or is_nothing.search(thing["thing"]):
        return None
    return None if re.match(rf"(?:{plural.kin}|{plural.kins})(?!\w)", thing["thing"]) else thing


def _is_added(part: MessagePart) -> bool:
    return bool(ADDED.search(part.text) or ADDED.match(part.after.strip()))


def _is_second(
    before: ServiceMention, after: ServiceMention, plural: RemainderWords, catalogue: Catalogue
) -> bool:
    if before.service is not None and after.service is not None:
        is_other = before.service is not after.service
    else:
        is_other = not before.treatments & after.treatments
    if not is_other or _is_one_service(before.treatments | after.treatments, plural, catalogue):
        return False
    between = before.part.text[before.at :] + after.part.joined + after.part.text[: after.at]
    lead = WORD.findall(after.part.text[: after.at])
    joined = after.part.joined.strip(" ")
    is_loose = joined in WITH | {",", ";", "،", "؛"}
    is_only = joined in {",", ";", "،", "؛"} and re.search(plural.small, after.part.text[: after.at])
    return not (
        is_only or re.search(plural.either, between) or len(lead) > (LED_BY_A_COMMA if is_loose else LED_BY)
    )


def _is_one_service(deeds: frozenset[str], plural: RemainderWords, catalogue: Catalogue) -> bool:
    """Whether one service of ours is all of this by its name: "Colour and cut"."""
    return any(
        len(deeds) > 1 and deeds <= _treatment_names_in(service.name.casefold(), language_plural)
        for service in catalogue.services.values()
        for language_plural in (plural, REMAINDER_WORDS["en"])
    )


def _treatments_of(service: Service, plural: RemainderWords) -> set[str]:
    names = (service.name, *service.aliases)
    return {
        deed
        for name in names
        for one in (plural, REMAINDER_WORDS["en"])
        for deed in _treatment_names_in(name.casefold(), one)
    }


def _treatment_names_in(text: str, plural: RemainderWords) -> set[str]:
    return set(_treatments_in(text, plural))


def _treatments_in(text: str, plural: RemainderWords) -> dict[str, re.Match[str]]:
    """What a text says is to be done, by its name; "trim" within "beard trim" is no cut."""
    told = {
        name: found
        for name, pattern in plural.treatments.items()
        if (found := re.search(_whole(pattern), text))
    }
    spans = [found.span() for found in told.values()]
    return {
        name: found
        for name, found in told.items()
        if not any(
            first <= found.start() and found.end() <= last and found.span() != (first, last)
            for first, last in spans
        )
    }


def _as_one(lowered: str, plural: RemainderWords, catalogue: Catalogue) -> str:
    """The text in which the name of one service has no word that adds: "colour and cut" is one thing."""
    for service in catalogue.services.values():
        for name in (service.name.casefold(), *(alias.casefold() for alias in service.aliases)):
            if name in lowered and re.search(plural.also, name):
                lowered = lowered.replace(name, re.sub(plural.also, " ", name))
    for pattern in plural.treatments.values():
        lowered = re.sub(
            _whole(pattern),
            lambda found: found.group().removesuffix(found["deed"]) + re.sub(plural.also, " ", found["deed"]),
            lowered,
        )
    return lowered


def _position(text: str, service: Service) -> int:
    firsts = {
        WORD.findall(name.casefold())[0] for name in (service.name, *service.aliases) if WORD.search(name)
    }
    places = [text.find(first) for first in firsts if first in text]
    return min(places, default=0)


@cache
def _whole(pattern: str) -> str:
    """As whole words, with what Hebrew and Arabic write onto them."""
    return rf"(?<!\w)(?:[ולהבשמכ]{{1,2}}|و?(?:ال|لل|ب|ل)?)?(?P<deed>{pattern})(?!\w)"


@cache
def _treatment_pattern(plural: RemainderWords) -> str:
    return rf"(?:{'|'.join(plural.treatments.values())})(?!\w)"


def _clauses(lowered: str, plural: RemainderWords) -> list[str]:
    return [clause for clause in re.split(rf"{CLAUSES}|{plural.but}", lowered) if clause.strip()]


def _is_wish(clause: str, plural: RemainderWords, catalogue: Catalogue) -> bool:
    return bool(
        re.search(plural.wish, clause)
        or _treatment_names_in(clause, plural)
        or exact_services_in(catalogue, clause)
    )


def _is_only_a_schedule(beside: str, language: str) -> bool:
    words: Sequence[str] = [
        word
        for word in WORD.findall(without_days(beside, language))
        if word not in SCHEDULING and not word[0].isdigit()
    ]
    return len(words) <= FEW_WORDS


def _number(told: str, otherwise: int) -> int:
    for word in WORD.findall(told):
        if word.isdigit() and int(word) > 1:
            return int(word)
        for language in REMAINDER_WORDS:
            count = words_in(language).numbers.get(word, 0)
            if count > 1:
                return count
    return otherwise
