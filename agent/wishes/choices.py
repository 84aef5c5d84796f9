"""Which of the times on the screen is meant: "the second one", "10:30", "the Friday one". Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from msgspec import structs

from agent.conversation.choices import Offer
from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled
from agent.languages.vocabulary.calendar_names import weekday_words
from agent.when import DateRange, When
from agent.when.values import business_minute

BARE_HOUR = re.compile(
    r"^\W*(?:at|um|à|a las|alle|the|let'?s say|make it|um)?\s*(\d{1,2})(?:[:.h](\d\d))?\s*(?:o'?clock|uhr|h)?"
    r"(?:\s+(?:please|then|one|instead|works|is (?:fine|good|ok|okay|great)|would be \w+|sounds \w+|"
    r"bitte|por favor|per favore))*\W*$"
)
# What leads to a choice: "I'll take the second".
TAKES = (
    r"(?:i'd|what(?:ever|'s)(?: is|'s| comes)?|whichever(?: is|'s| comes)?|i'?ll|i|would like|take|have|"
    r"want|prefer|go|with|for|let'?s|book|ok(?:ay)?|yes|maybe|then|how about|ich nehme|nehme|je prends|"
    r"prendo|me quedo con|elijo|אני אקח|אקח|את|השעה|سآخذ|آخذ|أختار|الموعد|"
    r"go on|alright|just|dann|halt|eben|ja|nimm|nehm(?:en|e)?(?: wir| ich)?|ich hätte gern|geben sie mir|gib mir|lieber|bitte|"
    r"je vais prendre|on prend|mets(?:-moi)?|mettez(?:-moi)?|va pour|allez|plutôt|alors|"
    r"facciamo|mi dia|mi metta|vada per|vorrei|allora|dame|deme|ponme|póngame|me llevo|mejor|entonces|vale|quiero|"
    r"קח|קחי|נלך על|תני לי|תן לי|אני רוצה|רוצה|עדיף|باخد|بدي|خلينا|خلي|عطيني|اعطيني|اختار|تمام|طيب|خليها)"
)
# What may follow it.
ENDINGS = (
    r"please|then|works|is (?:fine|good)|would be \w+|bitte|dann|wäre (?:gut|super|prima)|passt|geht|"
    r"s'il (?:vous|te) pla[iî]t|svp|me convient|"
    r"por favor|va bien|me va bien|per favore|va bene|grazie|gracias|merci|danke|בבקשה|מתאים|טוב|من "
    r"فضلك|لو سمحت|مناسب|"
    r"works for me|suits(?: me)?|is (?:grand|perfect|great|ok|okay|lovely|sound)|'s (?:good|fine|grand|perfect|great)|"
    r"(?:passt|geht) (?:mir|eh|uns)|wär (?:fein|gut|super)|nehm(?:e)? i(?:ch)?|"
    r"ça (?:me |nous )?va(?: bien)?|me va|ce sera parfait|parfait|nickel|c'est (?:bon|parfait)|"
    r"(?:me |nos )?(?:sirve|queda bien|viene bien|está bien|parece bien)|perfecto|está (?:bien|perfecto)|"
    r"va benissimo|(?:mi )?va bene|perfetto|è perfetto|ok|סבבה|מצוין|מעולה|אחלה|זה טוב|מושלם|"
    r"منيح|تمام|كويس|ماشي|ممتاز|بيناسبني|بتناسبني"
)
ARTICLES = r"the|die|der|das|den|le|la|les|el|il|lo|l'|quello|quella|celui|celle|ה|ال"
# Before the day of a choice: "the last one on Thursday".
OF_DAY = r"(?:\s*(?:on|for|of|am|an|vom|von|des|der|de|du|del|di|da|le|la|il|el|por|para|pour|يوم|تبع|من|في|של|ביום|ב))*\s*"
MIDDLE = (
    r"middle|mittler\w*|(?:du |celui du )?milieu|(?:del |de en )?medio|(?:di |in )?mezzo|centrale|ה?אמצעי\w*|"
    r"الوسطاني\w*|اللي بالنص|ال[أا]وسط"
)
COMPARED = frozenset(
    [
        "earlier",
        "later",
        "earliest",
        "latest",
        "plus tôt",
        "plus tard",
        "más temprano",
        "más tarde",
        "più presto",
        "più tardi",
        "מוקדם יותר",
        "מאוחר יותר",
    ]
)
PROPOSED_HOUR = re.compile(
    r"\b(?:do|make it|try|have|is|about|at|to)\s+(\d{1,2})(?:[:.](\d\d))?(?:\s+(?:instead|then|please|"
    r"work|ok|okay|possible|free|available))*\W*$"
)
NUMBERED = re.compile(
    r"(?:\b(?:number|option|no\.?|nr\.?|nummer|num[eé]ro|número)|#|מספר|رقم)\s*(\d{1,2})\b(?![\d\s/-]*\d)"
)

NUMBERED_IN_WORDS = r"(?:\b(?:number|option|nummer|num[eé]ro|número)|מספר|رقم)\s+({})(?!\w)"


DIGIT = re.compile(r"\d")
# "The one on Friday afternoon" is one of those on the screen.
PICKS = re.compile(
    rf"^\W*(?:{TAKES}\s+)*(?:the|den|el|la|il|celui|celle|quello|quella|את ה|ה|ال)|(?<!\w)(?:one|slot|option|créneau|termin)(?!\w)"
)
# "Not the second one" chooses nothing.
DENIED = re.compile(
    rf"(?<!\w)(?:not|but|except|nicht|außer|kein\w*|pas|sauf|no|excepto|salvo|non|tranne|לא|חוץ מ|ليس|"
    rf"ليست|غير)\s+(?:(?:{ARTICLES})\s*)?$"
)


def position_in_list(text: str, words: Words) -> int | None:
    """The place in a list a text names: 0 the first, -1 the last."""
    names = "|".join(map(re.escape, words.ordinals))
    found = compiled(rf"(?<!\w)({names})\s+(?:{words.things})(?!\w)").search(text) or compiled(
        rf"^\W*(?:{TAKES}\s+)*(?P<article>{ARTICLES})?\s*({names})(?:\s+(?:{ENDINGS}))*\W*$"
    ).search(text)
    if found and found.re.groups == 2 and found.group(2) in COMPARED and not found["article"]:
        return None  # "Anything earlier?" asks for other times.
    if found and DENIED.search(text[: found.start()]):
        return None
    if found:
        return words.ordinals[found.group(found.re.groups)]
    numbered = NUMBERED.search(text) or compiled(NUMBERED_IN_WORDS.format("|".join(words.numbers))).search(
        text
    )
    if numbered is None:
        return None
    return (words.numbers.get(numbered.group(1)) or int(numbered.group(1))) - 1


def position_among(
    text: str, words: Words, when: When, shown: Sequence[Offer], wished: Sequence[DateRange]
) -> int | None:
    """The place in the list that is meant; none where "the 3rd" is the day of one of the times in it, or one
    of several days ``wished`` so far."""
    place = position_in_list(text, words)
    if place is None and shown and when.dates:
        dayless = compiled(rf"{OF_DAY}(?<!\w)[ב]?(?:{_weekdays(words.tag)})(?!\w)").sub(" ", text)
        place = position_in_list(dayless, words)
        middle = rf"^\W*(?:{TAKES}\s+)*(?:{ARTICLES})?\s*(?:{MIDDLE})(?:\s+(?:{words.things}|{ENDINGS}))*\W*$"
        if place is None and compiled(middle).search(dayless):
            return (len(_of_its_day(when, shown, ZoneInfo(when.zone))) - 1) // 2
    if place is None or not DIGIT.search(text) or len(when.dates) != 1 or when.dates[0].first is None:
        return place
    day, clock = when.dates[0].first, ZoneInfo(when.zone)
    is_shown = any(offer.start.astimezone(clock).date() == day for offer in shown)
    is_wished = any(days.first != days.last and days.holds(day) for days in wished)
    return None if is_shown or is_wished else place


@cache
def _weekdays(language: str) -> str:
    return "|".join(
        sorted(map(re.escape, weekday_words(language) | weekday_words("en")), key=len, reverse=True)
    )


def matching_offer(text: str, when: When, shown: Sequence[Offer], place: int | None) -> Offer | None:
    """The one that is picked, by its ``place`` or its time; none where the day must be asked about first, or
    that of the pick is refused beside it."""
    clock = ZoneInfo(when.zone)
    offer = None if when.unclear else _meant_offer(text, place, when, shown, clock)
    is_refused = offer is not None and any(
        days.holds(offer.start.astimezone(clock).date()) for days in when.not_dates
    )
    return None if is_refused else offer


def _meant_offer(
    text: str, place: int | None, when: When, shown: Sequence[Offer], zone: ZoneInfo
) -> Offer | None:
    """By its place, by its hour alone, or by a time that only one of them has."""
    if place is not None and shown:
        listed = _of_its_day(when, shown, zone)
        return listed[place] if place < len(listed) else None
    hour = BARE_HOUR.search(text)
    if hour:
        found = _only(offer for offer in shown if _shows(offer.start.astimezone(zone), hour))
        number = int(hour.group(1))
        is_place = found is None and not hour.group(2) and not _hours(shown, zone) & {number % 12}
        return shown[number - 1] if is_place and 1 <= number <= len(shown) else found
    if when.soonest and not (when.dates or when.times or when.weekdays) and shown:
        return shown[0]
    exact = [times for times in when.times if times.first is not None and times.first == times.last]
    if len(when.moments) > 1:
        return None  # Of several moments none is chosen yet.
    if len(exact) == 1:
        at = structs.replace(when, times=tuple(exact), moments=())
        return _only(offer for offer in shown if at.allows(offer.start))
    if when.times and (not when.dates or PICKS.search(text)):
        return _only(offer for offer in shown if when.allows(offer.start))
    return None


def _of_its_day(when: When, shown: Sequence[Offer], zone: ZoneInfo) -> Sequence[Offer]:
    """ "The last one on Thursday": of the times of that day, where some are shown."""
    days = [days.first for days in when.dates if days.first == days.last]
    of_day = [offer for offer in shown if offer.start.astimezone(zone).date() in days]
    return of_day or shown


def hour_alone(text: str) -> int | None:
    """The minute of the day where a text is little more than an hour: "5 instead", "can you do 11?"."""
    found = BARE_HOUR.search(text) or PROPOSED_HOUR.search(text)
    if found is None or not 1 <= int(found.group(1)) <= 24 or int(found.group(2) or 0) > 59:
        return None
    minute = int(found.group(1)) % 24 * 60 + int(found.group(2) or 0)
    return minute if int(found.group(1)) > 12 else business_minute(minute)


def _hours(shown: Sequence[Offer], zone: ZoneInfo) -> set[int]:
    return {offer.start.astimezone(zone).hour % 12 for offer in shown}


def _shows(local: datetime, hour: re.Match[str]) -> bool:
    """Whether a clock shows that hour, of either half of the day."""
    return local.hour % 12 == int(hour.group(1)) % 12 and local.minute == int(hour.group(2) or 0)


def _only(offers: Iterable[Offer]) -> Offer | None:
    found = list(offers)
    return found[0] if len(found) == 1 else None
