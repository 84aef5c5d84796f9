"""An address or a number that is put right in the same breath: "07700 900123, wait no, 07700 900132", "gmail
dot co, sorry, dot com". Pure."""

import re
from functools import cache

# What people say before they put right what they have just said, as regular expressions.
_MARKERS = {
    "en": r"no|nope|wait|hang on|hold on|sorry|oops|whoops|i mean|i meant|make that|make it|rather|correction|scratch that|actually|or rather|typo|my bad",
    "de": r"nein|nee|ne|nö|äh+|ähm|ach|halt|moment|stopp|quatsch|sorry|entschuldigung|tschuldigung|verzeihung|ich mein(?:e|te)?|mein(?:e|te) ich|vielmehr|besser gesagt|korrektur|doch|ups|oder nein|falsch",
    "fr": r"non|nan|euh+|pardon|désolée?|attends?|attendez|oups|je veux dire|enfin|plutôt|ou plutôt|erreur|mince|zut",
    "es": r"no|digo|perdón|perdona|perdone|espera|espere|quiero decir|mejor dicho|o sea|ups|uy|corrijo|corrección|me equivoqué",
    "it": r"no|anzi|scusi|scusa|scusate|pardon|volevo dire|cioè|ops|oops|aspetti|aspetta|correggo|macché|mi sbaglio",
    "he": r"לא|סליחה|רגע|בעצם|אופס|התכוונתי|כלומר|טעות|תיקון|זאת אומרת",
    "ar": r"لا|عفوا|عفواً|آسف|اسف|آسفة|لحظة|قصدي|أقصد|اقصد|بل|معليش|سوري|غلط|لأ",
}
_COPULA = r"(?:(?:it )?ends? (?:in|with)|endet auf|(?:ça |elle )?(?:finit|se termine) par|(?:acaba|termina) en|(?:finisce|termina) con|it'?s|that'?s|it is|es ist|ist|c['’]est|es|è|זה|هو)"
_AT_THE_END = r"(?:at the end|am ende|hinten|zum schluss|à la fin|a la fin|al final|alla fine|in fondo|בסוף|بالآخر|في الآخر|بالاخر|في النهاية)"
_LAST_DIGITS = re.compile(rf"(?P<digits>\d{{1,4}})\s*(?:{_AT_THE_END}|(?=[,;.!\n]|$))", re.I)
_TWO_LABELS = re.compile(r"\.(?:co|com|org|net|ac|gov)\.[a-z]{2}$", re.I)


def end_of_correction(text: str, start: int, language: str) -> int | None:
    """Where the words end that put right what stood before ``start``; None where there are none."""
    found = _correcting(language).match(text, start)
    return found.end() if found else None


def with_last_digits(number: str, text: str, start: int) -> tuple[str, int] | None:
    """A number with its last digits put right ("nan 72 à la fin"), and where they end; None where no few
    digits follow."""
    found = _LAST_DIGITS.match(text, start)
    if found is None or len(found["digits"]) >= len(number):
        return None
    return number[: -len(found["digits"])] + found["digits"], found.end()


def with_ending(address: str, ending: str) -> str:
    """An address with another end of its domain: "gmail.co.il" with "com" is "gmail.com"."""
    bare = _TWO_LABELS.sub("", address)
    bare = bare if bare != address else address.rpartition(".")[0]
    return f"{bare}.{ending.strip('.')}"


@cache
def _correcting(language: str) -> re.Pattern[str]:
    markers = "|".join(_MARKERS[tag] for tag in dict.fromkeys(("en", language)))
    between = r"[\s,،;:!–-]*(?:\.{2,}|…)?[\s,،;:!–-]*"
    return re.compile(rf"[.)]?{between}(?:(?:{markers})(?![^\W\d_]){between})+(?:{_COPULA}\s+)?", re.I)
