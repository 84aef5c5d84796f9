"""An address or a number that is put right in the same breath: "07700 900123, wait no, 07700 900132", "gmail
dot co, sorry, dot com". Pure."""

import re
from functools import cache

from agent.languages.patterns.compiled import compiled
from agent.privacy.contacts.phones import spoken_digits_at

# What people say before they put right what they have just said, as regular expressions.
_MARKERS = {
    "en": r"no|nope|not that|wait|hang on|hold on|sorry|oops|whoops|ah|oh|argh|hm+|er+m*|u[hm]+|i mean|i meant|make that|make it|rather|correction|scratch that|strike that|forget that|actually|"
    r"or rather|typo|mistyped|my bad|my mistake|that'?s wrong|wrong|should be",
    "de": r"nein|nee|ne|nö|nicht|äh+|ähm|ah|oh|ach|halt|moment|warte|warten sie|stopp|stop|quatsch|blödsinn|sorry|entschuldigung|entschuldige|tschuldigung|verzeihung|ich mein(?:e|te)?|mein(?:e|te) ich|"
    r"vielmehr|besser gesagt|korrektur|korrigiere|doch|ups|oder nein|falsch|vertippt|verschrieben|verdreht|stimmt nicht",
    "fr": r"non|nan|ah|oh|euh+|pardon|désolée?|attends?|attendez|oups|je veux dire|enfin|plutôt|ou plutôt|erreur|mince|zut|je me trompe|je me suis trompée?|me suis trompée?|rectification|je corrige|c['’]est faux",
    "es": r"no|ah|ay|digo|perdón|perdona|perdone|espera|espere|quiero decir|quise decir|mejor dicho|o sea|ups|uy|corrijo|corrección|me equivoqué|me he equivocado|me confundí|miento|mal",
    "it": r"no|ah|eh|ehm|anzi|scusi|scusa|scusate|pardon|volevo dire|cioè|ops|oops|aspetti|aspetta|correggo|mi correggo|macché|mi sbaglio|ho sbagliato|sbagliato|errore",
    "he": r"לא|אה+|אוי|סליחה|סורי|רגע|חכ[הי]|תחכ[הו]|שנייה|בעצם|אופס|התכוונתי|כלומר|טעות|טעיתי|תיקון|זאת אומרת|לא נכון",
    "ar": r"لا|لأ|ا?أ?آ?ه+|أوه|اوه|عفوا|عفواً|آسف|اسف|آسفة|اسفة|لحظة|ثانية|است?ن[ىاي]|انتظر(?:ي|وا)?|قصدي|أقصد|اقصد|بل|معليش|سوري|غلط|غلطت|غلطان|غلطانة|تصحيح|مو|مش|صح",
}
# What a number or an address is said again with, once it was put right.
_SO = r"so|also|then|dann|donc|du coup|alors|entonces|así que|quindi|allora|dunque|אז|כלומר|يعني|إذن|اذن|فهو|يصير|بيصير"
_COPULA = (
    r"(?:(?:it )?ends? (?:in|with|on)|(?:es )?endet (?:auf|mit)|(?:ça |elle |il )?(?:finit|se termine) par|(?:acaba|termina) (?:en|con)|(?:finisce|termina) (?:con|per|in)|"
    r"(?:ה?סוף|נגמר ב|מסתיים ב)|(?:آخره|اخره|ينتهي ب|بيخلص ب)|it'?s|that'?s|it is|es ist|das ist|ist|c['’]est|es|è|sono|זה|هو|هي|the last (?:two|three|four)?(?: digits)? (?:are|is)?)"
)
_AT_THE_END = (
    r"(?:at the end|am ende|am schluss|hinten|zum schluss|à la fin|a la fin|pour finir|(?:al|el|a?l) final|del final|alla fine|in fondo|finale|בסוף|"
    r"بالآخر|في الآخر|بالاخر|في النهاية|بالنهاية|آخر شي)"
)
_INSTEAD = r"(?:and not|not|instead of|und nicht|nicht|statt|anstatt|et pas|pas|au lieu de|y no|no|en vez de|e non|non|invece di|ולא|לא|במקום|مو|مش|وليس|ليس|بدل)"
_LAST = re.compile(rf"\s*(?:{_AT_THE_END}|(?=[,;.!\n]|$))", re.I)
_OTHER_ONES = re.compile(rf"[\s,]*{_INSTEAD}\s+(?P<wrong>\d{{1,6}})(?!\w)", re.I)
_FIRST = re.compile(rf"(?:{_AT_THE_END})\s*(?:{_COPULA})?\s*", re.I)
# Hours, prices and years are no digits of a number.
_OF_A_TIME = re.compile(
    r"\s*(?:[:.]\d|h\b|uhr|o'?clock|[ap]\.?m|€|\$|£|euros?|min\w*|heures?|horas?|ore|دقيقة|שעות)", re.I
)
_TWO_LABELS = re.compile(r"\.(?:co|com|org|net|ac|gov)\.[a-z]{2}$", re.I)
_BETWEEN = r"[\s,،;:!–/-]*(?:\.{2,}|…)?[\s,،;:!–/-]*"
MOST_LAST_DIGITS = 6


def end_of_correction(text: str, start: int, language: str) -> int | None:
    """Where the words end that put right what stood before ``start``; None where there are none."""
    found = _correction_pattern(language).match(text, start)
    return found.end() if found else None


def is_corrected_between(between: str, language: str) -> bool:
    """Whether what stands between two numbers, or two addresses, takes the first one back."""
    return _mark_pattern(language).search(between) is not None


def is_correction(text: str, language: str) -> bool:
    """Whether a text says nothing but that something is to be put right: "no wait"."""
    found = _correction_pattern(language).match(f" {text} ")
    return found is not None and found.end() == len(text) + 2


def is_said_again(between: str) -> bool:
    """Whether what was just put right is said in full: "…, so 07700 900132"."""
    return (
        compiled(rf"{_BETWEEN}(?:(?:{_SO}){_BETWEEN})?(?:{_COPULA}{_BETWEEN})?", re.I).fullmatch(between)
        is not None
    )


def with_digits_put_right(number: str, text: str, start: int) -> tuple[str | None, int] | None:
    """A number with some of its digits put right ("nan 72 à la fin", "72 not 27"), and where they end; None
    in its place where nobody can tell which ones are meant. None alone where no few digits follow."""
    first = _FIRST.match(text, start)
    digits, end = spoken_digits_at(text, first.end() if first else start)
    if not digits or len(digits) > MOST_LAST_DIGITS or len(digits) >= len(number):
        return None
    wrong = _OTHER_ONES.match(text, end)
    if wrong:
        old = wrong["wrong"]
        is_one = len(old) == len(digits) and (number.endswith(old) or number.count(old) == 1)
        before, _, behind = number.rpartition(old)
        return (before + digits + behind if is_one else None), wrong.end()
    last = _LAST.match(text, end)
    if last or first:
        return number[: -len(digits)] + digits, last.end() if last else end
    return None if _OF_A_TIME.match(text, end) else (None, end)


def with_ending(address: str, ending: str) -> str:
    """An address with another end of its domain: "gmail.co.il" with "com" is "gmail.com"."""
    bare = _TWO_LABELS.sub("", address)
    bare = bare if bare != address else address.rpartition(".")[0]
    return f"{bare}.{ending.strip('.')}"


def _markers(language: str) -> str:
    return "|".join(_MARKERS[tag] for tag in dict.fromkeys(("en", language)))


@cache
def _correction_pattern(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s+[^\W\d_]{{1,8}}(?=[,.;]))?[.)]?{_BETWEEN}(?:(?:{_markers(language)})(?![^\W\d_]){_BETWEEN})+(?:{_COPULA}{_BETWEEN})?",
        re.I,
    )


@cache
def _mark_pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_markers(language)})(?![^\W_])", re.I)
