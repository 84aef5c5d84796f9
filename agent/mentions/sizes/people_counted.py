"""How many come: "for the four of us". Pure."""

import re

from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled


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


def _number(word: str, words: Words) -> int:
    return words.numbers.get(word) or (1 if word == "a" else int(word))
