"""Names that are spelled letter by letter: "S-I-O-B-H-A-N", "effe-a-bi-o", "ياء، ألف، سين". Pure."""

import re

from rapidfuzz.distance import Indel

from agent.languages.patterns.alternatives import alternatives
from agent.languages.patterns.late import compiled_late
from agent.privacy.contacts.digits import TIMES
from agent.privacy.contacts.letters import LETTER_NAMES
from agent.privacy.folding import fold_word

# The letters of Hebrew and Arabic by their names, alternatives joined by "/".
_HEBREW = "אלף=א בית/בי״ת=ב גימל=ג דלת=ד הא/ה״א=ה וו/ואו=ו זין=ז חית=ח טית=ט יוד/יו״ד=י כף=כ למד=ל מם=מ נון=נ סמך=ס עין=ע פא/פה=פ צדי/צדיק=צ קוף=ק ריש=ר שין=ש תו/תיו=ת"
_ARABIC = (
    "ألف/الف=ا همزة=ء باء/با=ب تاء/تا=ت ثاء/ثا=ث جيم=ج حاء/حا=ح خاء/خا=خ دال=د ذال=ذ راء/را=ر زاي/زين=ز سين=س شين=ش صاد=ص ضاد=ض طاء/طا=ط ظاء/ظا=ظ عين=ع غين=غ "
    "فاء/فا=ف قاف=ق كاف=ك لام=ل ميم=م نون=ن هاء/ها=ه واو=و ياء/يا=ي"
)
_SEMITIC = {
    script: {
        name: letter
        for names, letter in (pair.split("=") for pair in told.split())
        for name in names.split("/")
    }
    for script, told in (("he", _HEBREW), ("ar", _ARABIC))
}
_FINAL = str.maketrans("כמנפצ", "ךםןףץ")
_VOWEL = re.compile(r"[aeiouyäöüàâéèêëîïôûáíóúìòù]", re.I)
_LETTER = r"[^\W\d_](?!['’]?[^\W\d_])"
# Of letters a number says the same: "zwei n", "deux l".
_TIMES = TIMES | {"doppel-": 2, "deux": 2, "zwei": 2}
_OFTEN = rf"(?:(?P<often>{alternatives(_TIMES)})[ -]?)?"
# What tells that letters follow, or that they were a name.
_SPELLING = (
    r"(?:i'?ll |let me |das |ich |ça |se |si |lo |te lo |je l['’]|j['’])?(?:spell(?:ed|t|ing)?(?: it| that| this)?(?: out)?|buchstabier\w*|geschrieben|schreibt sich|wird geschrieben|épell?e\w*|s['’]écrit|deletre\w*|escribe|"
    r"compito|scrive|faccio lo spelling|באיות|מאיית\w*|לאיית|כותבים|نكتب\w*|تنكتب|بتنكتب|تهجئة|بالتهجئة|تهجي\w*|حروف\w*|أتهجى|بتهجى)[ :,]*"
)
_HYPHENS, _COMMAS, _DOTS, _SPACES = (
    r"\s?[-–]\s?", r"\s?[,،;/]\s*(?:(?:and|und|et|y|e|dann|then)\s+|ו|و\s?)?", r"\.\s?", r"\s+",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][^\W\d_'’]+")
FEWEST_LETTERS, FEWEST_SMALL_LETTERS = 3, 4
ALIKE = 0.6


def _row(units: str, between: str) -> str:
    return rf"{_OFTEN.replace('?P<often>', '?:')}(?:{units})(?:{between}{_OFTEN.replace('?P<often>', '?:')}(?:{units})){{{FEWEST_LETTERS - 1},}}"


_NAMED = rf"(?:{alternatives(LETTER_NAMES)}|{alternatives(name for names in _SEMITIC.values() for name in names)})(?!\w)|{_LETTER}"
_ROWS = compiled_late(
    rf"(?<![\w.@'’-])(?P<said>{_SPELLING})?(?P<row>{_row(_NAMED, _HYPHENS)}|{_row(_NAMED, _COMMAS)}|{_row(_LETTER, _DOTS)}|{_row(_LETTER, _SPACES)})"
    r"(?P<end>\.?)(?![\w@'’])",
    re.I,
)
# What a row has two of at least, or three of.
_BREAK, _LONE = re.compile(r"[-–,،;/]"), re.compile(r"(?<![^\W_])[^\W\d_](?![^\W_])")
_UNIT = re.compile(rf"{_OFTEN}(?P<unit>{_NAMED})", re.I)


def read_spelled(text: str, language: str) -> str:
    """A text with every name that is spelled in it written as one, with a capital; where it is said as a word
    as well ("Dawn, D-A-W-N"), the letters alone are left out."""
    if len(_BREAK.findall(text)) < FEWEST_LETTERS - 1 and len(_LONE.findall(text)) < FEWEST_LETTERS:
        return text
    for found in reversed(list(_ROWS.finditer(text))):
        name = _name(found, text, language)
        if name:
            text = _put(text, found, name)
    return text


def _name(found: re.Match[str], text: str, language: str) -> str:
    """What a row of letters spells; "" where it is no name: initials before a surname, small words, a
    booking code."""
    row = found["row"]
    units = list(_UNIT.finditer(row))
    letters = "".join(
        _letter(one["unit"], language) * _TIMES.get(fold_word(one["often"] or ""), 1) for one in units
    )
    is_joined = bool(re.search(r"[-–,،;/]", row))
    is_cased = letters.lower() != letters.upper()
    if is_cased and not _VOWEL.search(letters):
        return ""
    if not found["said"] and not is_joined:
        behind = text[found.end() :].lstrip(" ")
        is_initials = "." in row and behind[:1].isupper()
        is_small = is_cased and not row.isupper()
        if is_initials or (is_small and (len(units) < FEWEST_SMALL_LETTERS or "." in row)):
            return ""
    name = letters.capitalize() if is_cased else letters
    return name[:-1] + name[-1].translate(_FINAL)


def _letter(unit: str, language: str) -> str:
    if len(unit) == 1:
        return unit
    word = fold_word(unit)
    semitic = _SEMITIC.get(language, {})
    return (
        semitic.get(word)
        or LETTER_NAMES.get(word)
        or next(names[word] for names in _SEMITIC.values() if word in names)
    )


def _put(text: str, found: re.Match[str], name: str) -> str:
    """The name in the place of its letters, or of the word before them that was written by ear; where it is
    written as a word behind them, that word stands."""
    before, behind = text[: found.start()], text[found.end() :]
    if any(_is_like(word.group(), name) for word in _WORD.finditer(behind)):
        return f"{before}\n{behind}"
    heard = next((word for word in _WORD.finditer(before) if _is_like(word.group(), name)), None)
    if heard:
        told = heard.group() if heard.group().casefold() == name.casefold() else name
        between = before[heard.end() :].rstrip(" ,(-–:")
        return (
            f"{before[: heard.start()]}{told}{between} \n {behind}"
            if _ends(behind)
            else f"{before[: heard.start()]}{told}{between} {behind}"
        )
    return f"{before}\n{name}\n{behind}" if found["said"] else f"{before}{name}{behind}"


def _ends(text: str) -> bool:
    """Whether a text begins with a break."""
    return not text.strip() or not text.lstrip()[:1].isalpha()


def _is_like(word: str, name: str) -> bool:
    """Whether a word with a capital may be how somebody writes a name by ear."""
    one, other = word.casefold(), name.casefold()
    if one == other:
        return True
    is_likely = one[:1] == other[:1] and word[:1].isupper()
    return is_likely and Indel.normalized_similarity(one, other) >= ALIKE
