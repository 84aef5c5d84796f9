"""Names in Hebrew and Arabic letters, which have no capitals: by the lists of names, behind whatever letters
are written onto them."""

import re
from collections.abc import Iterator

from agent.privacy.business_words import sounds_like_one
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.given_names import both_names_and_words, plain_letters, scripted_names, words_like_names
from agent.privacy.names.words import COMMON_NOUNS, STOPS
from agent.privacy.spans import NAME, Span

_WORD = re.compile(r"[א-ת][א-ת'׳\"״]*[א-ת'׳]|[ء-ي\u064b-\u0652]{2,}")
# "And", "to", "in", "from", "that", "as"; the name is behind them.
_ATTACHED = re.compile("ו?[לבמשכ]?(?=[א-ת]{2})|[وف]?[لبك]?(?=[ء-ي]{3})")
_PARTICLES = frozenset(["בן", "בת", "בר", "אל", "אבו", "بن", "ابن", "بنت", "ابو", "ام", "ال", "عبد"])
_SPACE = re.compile("[ \\t]{1,2}-?")
MOST_WORDS, _LONGEST_PARTICLE = 5, 12
_NO_NAMES = STOPS | COMMON_NOUNS | CALENDAR_WORDS
_HEBREW = re.compile("[א-ת]{4}")
_ENDS = re.compile(r"\s*(?:[.,،;:!?؟()\n\[]|$)")
# A name that is a word too is one beside these.
_BESIDE = re.compile("(?:אבא|אמא|אבי|אימא|בעל|אשת|הבן|הבת|أبو|ابو|أم|ام|والد|والدة) ?(?:של )?$|(?:יא|يا) $")


def scripted_names_in(text: str, own: frozenset[str], people: frozenset[str]) -> Iterator[Span]:
    """``own`` are words of the business, ``people`` the names of its people, in whatever letters."""
    done = 0
    for word in _WORD.finditer(text):
        if word.start() >= done and (start := _begins_name(text, word, own, people)) is not None:
            done = _end(text, word, own)
            yield Span(NAME, start, done)


def is_scripted_name(word: str) -> bool:
    """Whether many bear a name, if only what stands beside it tells it from a word."""
    said = plain_letters(word)
    return word not in _NO_NAMES and (
        any(said in names for names in scripted_names()) or said in both_names_and_words()
    )


def _begins_name(text: str, word: re.Match[str], own: frozenset[str], people: frozenset[str]) -> int | None:
    """Where in this word a name begins, if one does."""
    said = plain_letters(word.group())
    given, surnames = scripted_names()
    if word.group() in own or word.group() in _NO_NAMES or said in words_like_names():
        return None
    for at in (0,) if said in both_names_and_words() else _beginnings(said):
        bare = said[at:]
        if bare in own or bare in _NO_NAMES or sounds_like_one(bare, people):
            return None
        is_told = bare in given or (at == 0 and bare in surnames and bool(_HEBREW.match(bare)))
        if bare in both_names_and_words():
            is_told = bool(
                _BESIDE.search(text[max(0, word.start() - 12) : word.start() + at])
            ) or _is_surname(_next(text, word))
        if is_told:
            return word.start() + at
    # "Servant of", and an attribute of God: always a name.
    following = _next(text, word) if said == "عبد" else None
    return word.start() if following and following.group().startswith("ال") else None


def _beginnings(said: str) -> list[int]:
    """Behind which letters of a word a name may begin: nearest first."""
    attached = _ATTACHED.match(said)
    last = attached.end() if attached else 0
    return sorted({0, 1 if last else 0, last})


def _end(text: str, word: re.Match[str], own: frozenset[str]) -> int:
    """Where the name ends: with the surnames, the particles and the other names behind it."""
    end, last = word.end(), word
    for _ in range(MOST_WORDS):
        following = _next(text, last)
        if following is None or following.group() in own or following.group() in _NO_NAMES:
            break
        is_second = last is word and bool(_ENDS.match(text, following.end()))
        if is_second or is_scripted_name(following.group()) or _behind_particle(text, following):
            end = following.end()
        elif plain_letters(following.group()) not in _PARTICLES:
            break
        last = following
    return end


def _behind_particle(text: str, word: re.Match[str]) -> bool:
    before = text[max(0, word.start() - _LONGEST_PARTICLE) : word.start()].split()[-1:]
    return bool(before) and plain_letters(before[0]) in _PARTICLES


def _is_surname(word: re.Match[str] | None) -> bool:
    return (
        word is not None
        and word.group() not in _NO_NAMES
        and plain_letters(word.group()) in scripted_names()[1]
    )


def _next(text: str, word: re.Match[str]) -> re.Match[str] | None:
    space = _SPACE.match(text, word.end())
    return _WORD.match(text, space.end()) if space else None
