"""Names in another script, where every letter has its usual one there: "דנה" and "دانا" are Dana. Pure."""

import re
from functools import lru_cache

HEBREW, ARABIC = re.compile("[\u05d0-\u05ea]"), re.compile("[\u0621-\u064a]")
LATIN = re.compile("[a-z]")
# How a row of Latin letters is written, as a regular expression; longer rows first. Vowels are often left out.
_HEBREW = {
    "sch": "ש", "tch": "צ['׳]", "sh": "ש", "ch": "(?:צ['׳]|ח|כ|ש)", "th": "(?:ת|ט)", "ph": "פ", "kh": "(?:ח|כ)", "tz": "צ", "ck": "ק", "ts": "צ", "qu": "קו",
    "ou": "ו", "oo": "ו", "ee": "י", "ie": "י?", "ia": "(?:יה|יא|י)", "ya": "(?:יה|יא|י)", "ai": "(?:יי|י)", "ei": "(?:יי|י)", "ay": "(?:יי|י)",
    "a": "א?", "b": "ב", "c": "[קסכ]", "d": "ד", "e": "[אי]?", "f": "[פף]", "g": "(?:ג['׳]?)", "h": "ה?", "i": "י?", "j": "(?:י|ג['׳]?|ז['׳])", "k": "[קכך]", "l": "ל",
    "m": "[מם]", "n": "[נן]", "o": "ו?", "p": "[פף]", "q": "ק", "r": "ר", "s": "[סש]", "t": "[טת]", "u": "ו?", "v": "[ובו]ו?", "w": "וו?", "x": "קס", "y": "יי?", "z": "[זצ]",
}  # fmt: skip
_ARABIC = {
    "sch": "ش", "tch": "تش", "sh": "ش", "ch": "(?:تش|ش|ك)", "th": "(?:ث|ت)", "ph": "ف", "kh": "خ", "gh": "غ", "dh": "ذ", "ck": "ك", "qu": "كو",
    "ou": "و", "oo": "و", "ee": "ي", "ie": "ي?", "ia": "(?:يا|ية|يه|ي)", "ya": "(?:يا|ية|يه)", "ai": "(?:اي|ي)", "ei": "ي", "ay": "(?:اي|ي)",
    "a": "[اأآ]?", "b": "ب", "c": "[كسق]", "d": "[دض]", "e": "[ايإ]?", "f": "ف", "g": "[جغق]", "h": "[هح]?", "i": "[يإ]?", "j": "[جي]", "k": "[كق]", "l": "ل",
    "m": "م", "n": "ن", "o": "[وأ]?", "p": "[بپ]", "q": "ق", "r": "ر", "s": "[سص]", "t": "[تط]", "u": "[وأ]?", "v": "[فڤ]", "w": "و", "x": "كس", "y": "ي", "z": "[زظ]",
}  # fmt: skip
# A vowel that begins or ends a word is written.
_FIRST = {HEBREW: {"a": "(?:א|ע)", "e": "(?:א|ע)", "i": "(?:אי|י)", "o": "(?:או|עו)", "u": "או"},
          ARABIC: {"a": "(?:[اأآ]|ع)", "e": "(?:[إا]ي?|ع)", "i": "[إا]ي?", "o": "[أا]و", "u": "[أا]و"}}  # fmt: skip
_LAST = {HEBREW: {"a": "(?:ע?ה|א)", "e": "(?:א?י|ה)?", "i": "י", "o": "ו", "u": "ו"},
         ARABIC: {"a": "[اةىه]", "e": "[ايه]?", "i": "ي", "o": "و", "u": "و"}}  # fmt: skip
_LETTERS = {HEBREW: _HEBREW, ARABIC: _ARABIC}
LONGEST_ROW = 3
# Fewer letters are too many words.
SHORTEST = 3


def is_same_name(name: str, word: str) -> bool:
    """Whether two words, in lower case and in different scripts, are one name."""
    for latin, other in ((name, word), (word, name)):
        script = HEBREW if HEBREW.search(other) else ARABIC if ARABIC.search(other) else None
        if script is not None and LATIN.search(latin) and len(latin) >= SHORTEST:
            return _spelling(latin, script).fullmatch(other) is not None
    return False


@lru_cache(maxsize=1024)
def _spelling(latin: str, script: re.Pattern[str]) -> re.Pattern[str]:
    """How a Latin name is written in a script."""
    told, at = "", 0
    # A doubled letter is written once.
    latin = re.sub(r"([^aeiou])\1", r"\1", latin)
    while at < len(latin):
        row, letter = _row_at(latin, at, script)
        told += letter
        at += row
    return re.compile(told)


def _row_at(latin: str, at: int, script: re.Pattern[str]) -> tuple[int, str]:
    if at == 0 and latin[0] in _FIRST[script]:
        return 1, _FIRST[script][latin[0]]
    for length in range(LONGEST_ROW, 0, -1):
        row = latin[at : at + length]
        if length == 1 and at == len(latin) - 1 and row in _LAST[script]:
            return 1, _LAST[script][row]
        if len(row) == length and row in _LETTERS[script]:
            return length, _LETTERS[script][row]
    return 1, "(?!)"
