"""The words of a name from one place in a text on."""

import re
from collections.abc import Iterator

from agent.mentions.beyond_one.relatives import ONE
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.names.known import NEVER, SCRIPT_WITHOUT_CAPITALS, is_given, is_known_name, is_surname
from agent.privacy.names.words import BRANDS, COMMON_NOUNS, PARTICLES, TITLE
from agent.privacy.names.words_too import SAYS
from agent.privacy.spans import NAME, Span

MOST_WORDS, MOST_TITLES, LONGEST_LEAD = 4, 3, 60
WORD = re.compile(r"[^\W\d_](?:[\w'’׳\"״\-]{0,30}[^\W_]['’׳]?)?")
_GAP = re.compile(r"\.?[ \t]{1,2}(?:(?:[A-Z]\.|Dr\.|Dr|med\.|Prof\.)[ \t])*")
_ALL_RELATIVES = re.compile("|".join(ONE.values()), re.I)
# "And" and the article are written onto Hebrew and Arabic words.
_JOINED = re.compile("^(?:ו[א-ת]{2}|و[ء-ي]{3}|ה(?:טלפון|מייל|מספר))")
_NAMES_WITH_AND = frozenset(
    [
        "ורד",
        "ויקטור",
        "ולדימיר",
        "ויקטוריה",
        "וקנין",
        "וייס",
        "וליד",
        "وائل",
        "وليد",
        "وردة",
        "وسام",
        "وفاء",
        "وسيم",
        "وجدان",
    ]
)
# German nouns for what somebody is: "Langschläferin", "Vegetarier", "Linkshänder".
WHAT_SOMEBODY_IS = re.compile(
    r"\w{5,}(?:erin|arier|aner|iker|ling|istin|ant(?:in)?|ologe|beamte[rn]?)|\w{3,}(?:träger|steher|schläfer|händer|gänger|fahrer|gängerin|kenner|macher|raucher|trinker|esser|mensch|muffel|eule|fan)",
    re.I,
)
# A surname by its form, where two words are all of a clause: "الخوري".
_NISBA = re.compile("ال[ء-ي]{3,}ي")
PARTICLE_BEFORE = re.compile(
    r"(?:von|van|de|di|del|du|da|el|al|le|la)(?: (?:der|den|dem|la|los|las))? (?=[^\W\d_])", re.I
)


class NameReader:
    """Reads names for one business: ``own`` are the words of its name, people, services and places, in lower
    case; ``people`` those of its people alone, whom customers write in other letters too."""

    def __init__(self, own: frozenset[str], people: frozenset[str] = frozenset()) -> None:
        self.own = own
        self.people = people

    def name_at(self, text: str, at: int, *, is_sure: bool, may_be_own: bool) -> Iterator[Span]:
        """The name that begins here, if one does."""
        at = behind_titles(text, at)
        words = self.words_at(text, at, is_sure=is_sure, may_be_own=may_be_own)
        if not words:
            return
        first = words[0].group()
        if not is_sure and not self.looks_like_one(text, words, first):
            return
        yield Span(NAME, words[0].start(), words[-1].end())

    def listed_name_at(self, text: str, at: int) -> Iterator[Span]:
        """A name that begins here, if many bear it."""
        at = behind_titles(text, at)
        words = self.words_at(text, at, is_sure=True, may_be_own=False)
        if not words:
            return
        if words[0].group() in ("בן", "בת"):
            # "My daughter, six years old".
            return
        first = next((one.group() for one in words if one.group() not in PARTICLES), words[0].group())
        has_no_capitals = bool(SCRIPT_WITHOUT_CAPITALS.match(first))
        if is_known_name(first.casefold()) and (
            has_no_capitals or first[0].isupper() or is_given(first.casefold())
        ):
            kept = trim_scripted(words) if has_no_capitals else words
            yield Span(NAME, kept[0].start(), kept[-1].end())

    def written_name_at(self, text: str, at: int) -> Iterator[Span]:
        """Where hardly anything but a name stands: with a capital, or in a script that has none."""
        at = behind_titles(text, at)
        words = self.words_at(text, at, is_sure=True, may_be_own=False)
        if not words:
            return
        first, folded = words[0].group(), words[0].group().casefold()
        is_thing = first.startswith("ال") and not is_known_name(folded) and not _NISBA.fullmatch(first)
        if folded in COMMON_NOUNS or is_thing:
            return
        if SCRIPT_WITHOUT_CAPITALS.match(first):
            kept = trim_scripted(words)
            yield Span(NAME, kept[0].start(), kept[-1].end())
        elif first[0].isupper() or is_given(folded):
            yield Span(NAME, words[0].start(), words[-1].end())

    def looks_like_one(self, text: str, words: list[re.Match[str]], first: str) -> bool:
        """Behind words that other things follow too: a capital, or a name that many bear."""
        if is_given(first.casefold()):
            return True
        if SCRIPT_WITHOUT_CAPITALS.match(first):
            if first.startswith(("ה", "ال")) and not is_known_name(first):
                return False
            is_titled = bool(TITLE.search(text[max(0, words[0].start() - 12) : words[0].start()]))
            is_two = len(words) > 1 and is_surname(words[-1].group(), words[1].group())
            return is_titled or is_two or (len(words) == 2 and bool(_NISBA.fullmatch(words[1].group())))
        return (
            first[0].isupper()
            and first.casefold() not in COMMON_NOUNS
            and not first.isupper()
            and not (len(words) == 1 and WHAT_SOMEBODY_IS.fullmatch(first))
        )

    def words_at(self, text: str, at: int, *, is_sure: bool, may_be_own: bool) -> list[re.Match[str]]:
        """The words of a name from here on: as many as can be one."""
        words: list[re.Match[str]] = []
        pending: list[re.Match[str]] = []
        while len(words) + len(pending) < MOST_WORDS + 1:
            word = WORD.match(text, at)
            if word is None:
                break
            folded = word.group().casefold()
            if folded in PARTICLES and not (not words and folded in NEVER):
                pending.append(word)
            elif self.ends(word.group(), is_first=not words, may_be_own=may_be_own or bool(words)) or (
                words and not goes_on(words[0].group(), word.group(), len(words))
            ):
                break
            else:
                words += [*pending, word]
                pending = []
            gap = _GAP.match(text, word.end())
            if gap is None:
                break
            at = gap.end()
        return words if words and (is_sure or len(words[0].group()) > 1) else []

    def ends(self, word: str, *, is_first: bool, may_be_own: bool) -> bool:
        """Whether a name ends before this word, which is none of it."""
        folded = word.casefold()
        if (
            folded in NEVER
            or (is_first and word in SAYS)
            or folded.removesuffix("s") in CALENDAR_WORDS
            or (len(folded) < 2 and not word.isupper())
        ):
            return True
        if is_first and _ALL_RELATIVES.fullmatch(folded):
            return True
        if not is_first and _JOINED.match(folded) and folded not in _NAMES_WITH_AND:
            return True
        return folded in self.own and not (may_be_own and (is_first or word[0].isupper()))

    def is_written_as_name(self, word: str) -> bool:
        folded = word.casefold()
        if folded in PARTICLES or is_given(folded) or SCRIPT_WITHOUT_CAPITALS.match(word):
            return True
        return word[0].isupper() and folded not in COMMON_NOUNS

    def is_no_name(self, word: str) -> bool:
        folded = word.casefold()
        return folded in NEVER or folded in COMMON_NOUNS or folded in self.own or folded in BRANDS


def trim_scripted(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words of a name in a script without capitals: the first, and those that are plainly of it."""
    kept = words[:1]
    for word in words[1:]:
        said = word.group()
        if (
            not (said.startswith("ال") or said in PARTICLES or "-" in said or is_known_name(said))
            and kept[-1].group() not in PARTICLES
        ):
            break
        kept.append(word)
    return kept


def is_plainly_one(text: str, span: Span) -> bool:
    """Whether what follows "for" is a name and no thing: one that many bear, or several words with
    capitals."""
    words = text[span.start : span.end].split()
    return is_given(words[0].casefold()) or len(words) > 1


def goes_on(first: str, word: str, count: int) -> bool:
    """Whether a word may be the next of a name that began like this."""
    if SCRIPT_WITHOUT_CAPITALS.match(first):
        return bool(SCRIPT_WITHOUT_CAPITALS.match(word)) and count < (5 if word.startswith("ال") else 3)
    return word[0].isupper() if first[0].isupper() else count < 3


def behind_titles(text: str, at: int) -> int:
    """The position behind the titles that begin at ``at``; ``at`` where there are none."""
    for _ in range(MOST_TITLES):
        title = TITLE.match(text, at)
        if title is None:
            break
        at = title.end()
    return at
