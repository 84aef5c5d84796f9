"""Names that are said to be not wanted: "no blow-dry", "pas de brushing", "Massage nicht"; or are
asked and answered with a no: "massage? no thanks". Pure.

A negation reaches the name right behind it, with the words between that belong to both, and what is joined to
that name by "or"; it ends at the next sign between words.
"""

import re
from collections.abc import Sequence

from msgspec import Struct


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS = _words(
    """
not no without don't dont doesn't never except nor neither
kein keine keinen keiner nicht ohne statt anstatt außer
pas sans sauf ni aucun aucune
sin excepto salvo ningún ninguna
non senza tranne eccetto né nessun nessuna niente
לא בלי ללא במקום ולא
ليس لا بدون بلا غير مو مش ولا بدل
"""
)
PHRASES = tuple(
    tuple(phrase.split())
    for phrase in [
        "instead of",
        "rather than",
        "other than",
        "au lieu de",
        "plutôt que",
        "en vez de",
        "en lugar de",
        "invece di",
        "al posto di",
        "ما عدا",
    ]
)
# What is given up: "forget the massage". None where it is not to be forgotten.
GIVEN_UP = tuple(
    tuple(phrase.split())
    for phrase in [
        *["forget", "forget about", "skip", "drop", "leave out", "scratch", "never mind"],
        *["vergiss", "vergessen sie", "streich", "streichen sie"],
        *["oublie", "oubliez", "laisse tomber", "laissez tomber"],
        *["olvida", "olvide", "olvídate", "olvídese", "deja", "deje"],
        *["lascia perdere", "lasci perdere", "lascia stare", "lasci stare", "dimentica", "dimentichi"],
        *["עזוב", "עזבי", "עזבו", "תשכח", "תשכחי", "ותרו על", "תוותר על", "תוותרי על"],
        *["انس", "انسى", "انسي", "دعك من", "اترك", "بلاش"],
    ]
)
# What may stand between a negation and the name.
BETWEEN = _words(
    """
a an the my any want need book more again to with
ein eine einen der die das den dem mehr mit auch
de du des la le les un une d'un d'une avec
el los las una quiero quiera necesito con
il lo gli i uno voglio vorrei di del della
את רוצה צריך צריכה עם
أريد اريد بدي عايز مع
"""
)
JOINED = _words("or nor oder noch ou ni o né או أو ولا and und et y e")
# "Haarschnitt nicht": behind the name, at the end of what is said.
BEHIND = _words("nicht not לא")
# "No" and then a wish is an answer; "why not" refuses nothing.
ANSWERS = _words("no non לא لا")
ASKED = _words("why warum wieso pourquoi qué perché למה لماذا ليش")
# The no of whoever asks and answers themselves, and what may stand behind it.
NO = _words("no nope nah nein nee nö non לא لا كلا")
THANKS = _words("thanks thank ta cheers danke merci gracias grazie תודה شكرا شكرًا")
ALSO = _words("too also as well auch noch aussi también tambien anche גם كمان أيضا أيضًا")
QUESTION = re.compile("[?؟]")
SIGN = re.compile(r"[,;:.!?\n()–—،؛؟]")
Span = tuple[int, int]


class Signs(Struct, frozen=True):
    """The numbers of the words before which a sign stands; one more than the last is the end. ``asked`` are
    those behind a question mark."""

    breaks: frozenset[int]
    asked: frozenset[int]


def signs_in(text: str, words: re.Pattern[str]) -> Signs:
    """The signs between the words of a text, and its end."""
    found = list(words.finditer(text))
    ends = [0, *(one.end() for one in found)]
    starts = [*(one.start() for one in found), len(text)]
    between = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    breaks = frozenset(at for at, gap in enumerate(between) if SIGN.search(gap)) | {len(found)}
    return Signs(breaks, frozenset(at for at, gap in enumerate(between) if QUESTION.search(gap)))


def refused_spans(words: Sequence[str], signs: Signs, spans: Sequence[Span]) -> set[Span]:
    """Those of the ``spans`` of words in which something is named that is not wanted."""
    breaks = signs.breaks
    refused: set[Span] = set()
    for span in sorted(spans):
        ends = {end for _, end in refused}
        if (
            _is_refused_before(words, breaks, span[0], ends)
            or _is_refused_behind(words, breaks, span[1])
            or _is_answered_with_no(words, signs, span[1])
        ):
            refused.add(span)
    if refused and len(refused) == len(spans) and words[0] in ANSWERS and min(refused)[0] <= 2:
        # "No a haircut": there is nothing else that could be wanted.
        return set()
    return refused


def refuses_next(words: Sequence[str]) -> bool:
    """Whether what comes behind these words is not wanted."""
    return _is_refused_before(words, frozenset(), len(words), set())


def _is_refused_before(
    words: Sequence[str], breaks: frozenset[int], start: int, refused_ends: set[int]
) -> bool:
    is_joined, at = False, start
    while at > 0 and at not in breaks:
        if is_joined and at in refused_ends:
            return True
        word = words[at - 1]
        if word in NEGATIONS or _ends_phrase(words, at, PHRASES):
            return at < 2 or words[at - 2] not in ASKED
        if given_up := _ends_phrase(words, at, GIVEN_UP):
            return NEGATIONS.isdisjoint(words[max(0, at - len(given_up) - 1) : at - len(given_up)])
        if word in JOINED:
            is_joined = True
        elif word not in BETWEEN:
            return False
        at -= 1
    return False


def _ends_phrase(words: Sequence[str], at: int, phrases: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The phrase that ends before the word ``at``."""
    return next((one for one in phrases if tuple(words[max(0, at - len(one)) : at]) == one), None)


def _is_refused_behind(words: Sequence[str], breaks: frozenset[int], end: int) -> bool:
    return end < len(words) and end not in breaks and words[end] in BEHIND and end + 1 in breaks


def _is_answered_with_no(words: Sequence[str], signs: Signs, end: int) -> bool:
    """Whether a name is the question and a plain no the answer: "no idea" and "no wait" are none, nor is a no
    that is asked."""
    while end not in signs.breaks and words[end] in ALSO:
        end += 1
    if end not in signs.asked or end >= len(words) or words[end] not in NO or end + 1 in signs.asked:
        return False
    return end + 1 in signs.breaks or words[end + 1] in THANKS
