"""Names that are put right or spelled: "not Maier, Mayrhofer, please correct", "sorry, Aurore, with two r"."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from agent.languages.patterns.screen import Screen
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS, is_known_name
from agent.privacy.names.reading import NameReader
from agent.privacy.names.unknown import is_unknown
from agent.privacy.names.words_too import WORDS_TOO
from agent.privacy.spans import NAME, Span

_WORD = r"[^\W\d_][\w'’׳\-\u064b-\u0652]+"
_NAME = rf"{_WORD}(?: (?:(?:von|van|de|degli|del|della|di|du|la|i|y) )?{_WORD}){{0,2}}?"
_NOT = r"(?:(?:it|that|my name)(?:['’]s| is) )?not|(?:it|that) isn['’]?t|(?:es ist |das ist |ich heiße )?nicht|(?:ce n['’]est |c['’]est )?pas|no(?: es| soy)?|non(?: è| sono)?|(?:זה |אני )?לא|مش|مو|ماهو|ليس|ليست"
_BUT = r"(?:,? (?:but|sondern|mais|sino|ma|אלא|بل)|[,،;])(?: (?:it['’]s|it is|es ist|c['’]est|es|è|sono|soy|זה|هو|هي))?"
_PUT_RIGHT = re.compile(
    rf"(?:^|(?<=[.!?,،;\n] ))(?:{_NOT}) (?P<wrong>{_WORD}){_BUT} (?P<right>{_NAME})(?P<end>[,،.;!?؟\n]|$)",
    re.I,
)
# What is asked of somebody who wrote a name wrongly.
_ASKS_TO_CORRECT = re.compile(
    r"correct|fix|change it|amend|änder|korrigier|berichtig|corrig|modifi|rectif|corrij|correg|cambi|corregg|תתקנ|לתקן|תשנו|صلح|عدل|صحح|غيرو",
    re.I,
)
_LETTER = r"(?:['\"“„«]?[a-zäöüßéñ]['\"”“»]?|hache|jota|uve|zeta|equis|acca|kappa|ypsilon|[א-ת]{1,3}[\"״'׳][א-ת]|(?:تاء|ياء|نون|همزة|الف|ألف|قاف|حاء|هاء|سين|صاد|تا|ها)(?: مربوطة)?)"
_COUNT = r"(?:(?:an?|one|two|no|just|only|double|einem|einer|nur|zwei|doppel|un|une|deux|seul|dos|una|doble|sola|la|el|le|il|due|doppia|ה|ال) )"
_SPELLED = re.compile(
    rf"(?:^|(?<=[,،.!?\n] )|(?<=[^\W\d_] ))(?P<name>[^\W\d_][\w'’\-]{{2,24}})(?: bitte| please| svp| por favor)?[,،]? (?:with(?:out)?|mit|ohne|avec|sans|con|sin|senza|עם|בלי|مع|بدون|ب) {_COUNT}{{0,2}}{_LETTER}(?: (?:at the end|in the middle|am ende|à la fin|al final|alla fine|בסוף|بالآخر))?(?=\s*(?:[,،.;!?؟\n]|$))",
    re.I,
)
_SORRY = r"(?:sorry|oops|pardon|désolée?|excuse\w*[- ]moi|entschuldigung|verzeihung|ups|perd[óo]n|disculp\w+|scus[ia]|סליחה|אופס|آسفة?|اسفة?|عفوا|معليش)"
_FORGOT = r"(?:(?:i )?(?:forgot|meant|should say)(?: to say)?|hab\w* (?:ich )?vergessen|vergessen|j['’]ai oublié|j['’]oubliais|(?:se )?me olvid\w+|(?:mi )?dimenticav\w+|(?:mi )?sono dimenticat[oa]|שכחתי|نسيت)"
_AS = r"(?:like|as in|as always|wie|comme|como|come|כמו|مثل|متل|with|without|mit|ohne|avec|sans|con|sin|senza|עם|בלי|بدون|مع)"
# An answer that was left out before, and how it is written or what it is like.
_REPEATED = re.compile(
    rf"(?:^|(?<=\W))(?:{_SORRY}[,،]?(?: {_FORGOT})?|{_FORGOT})[,،:]? (?P<name>{_WORD})[,،]? {_AS}(?!\w)", re.I
)
# Of two spellings of one name so much is the same.
_NEAR = 0.6
_ALL: Screen[bool] = Screen([(_SPELLED, True), (_REPEATED, False)])


def corrected_names(reader: NameReader, text: str) -> Iterator[Span]:
    for found in _PUT_RIGHT.finditer(text):
        wrong, right = found["wrong"], found["right"]
        is_asked = bool(_ASKS_TO_CORRECT.search(text, found.end("right")))
        is_alike = wrong.casefold() in right.casefold() or "-" in right or _is_put_right(wrong, right)
        if (
            _is_one(reader, wrong)
            and not any(map(_is_day, right.split()))
            and (
                is_asked or is_alike or (is_known_name(wrong.casefold()) and is_known_name(right.casefold()))
            )
        ):
            yield Span(NAME, *found.span("wrong"))
            yield Span(NAME, *found.span("right"))


def spelled_names(reader: NameReader, text: str) -> Iterator[Span]:
    for pattern, is_sure in _ALL.possible(text):
        for found in pattern.finditer(text):
            said = found["name"].casefold()
            if (
                not reader.is_no_name(said)
                and not _is_day(said)
                and (is_sure or is_known_name(said) or is_unknown(said))
            ):
                yield Span(NAME, *found.span("name"))


def _is_one(reader: NameReader, word: str) -> bool:
    """Whether it may be somebody's: with a capital, or one that somebody is called by."""
    if reader.is_no_name(word) or _is_day(word):
        return False
    is_scripted = bool(SCRIPT_WITHOUT_CAPITALS.match(word))
    return (word[0].isupper() and not is_scripted) or is_known_name(word.casefold()) or is_unknown(word)


def _is_put_right(wrong: str, right: str) -> bool:
    """Whether a name is followed by one that is written like it: "Bianchi", "Bianco"."""
    folded = wrong.casefold()
    is_near = OSA.normalized_similarity(folded, right.casefold()) >= _NEAR
    return is_near and right[0].isupper() and is_known_name(folded) and folded not in WORDS_TOO


def _is_day(word: str) -> bool:
    return word.casefold().removesuffix("s") in CALENDAR_WORDS or word.casefold() in CALENDAR_WORDS
