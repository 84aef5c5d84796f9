"""Numbers of houses that are told in words before their street: "forty one Jubilee Crescent"."""

import re

from agent.privacy.contacts.digits import DIGIT_WORDS
from agent.privacy.given_names import plain_letters


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# As they are typed in haste.
_PLAIN_NUMBERS = frozenset(map(plain_letters, DIGIT_WORDS)) | _words("اتناشر احداشر اطناشر تلتاشر تلطعش")
_AND = _words("y et e und and")
_WORD = re.compile(r"[^\W_]+")
# Between a number and its street.
_LINK = re.compile(
    r"(?:[,،]|[ ](?:of|on|de|la|del|el|las|los|di|della|dello|des|du|der|dem|in|im|en|sur)){0,3} $"
)
# Behind these one word is enough for a house; two words are, unless a time stands there.
_HOME = re.compile(
    r"(?<!\w)(?:number|no|nummer|numéro|número|numero|civico|מספר|رقم|(?:my|our) (?:house|flat|place|home) is(?: at| number)?|(?:i|we) live at|address is|i['’]m at|(?:mein|unser) haus ist(?: die| das)?|(?:wohn|lebe)\w*(?: in der| im| in)?|"
    r"(?:ma|notre) maison,? c['’]est(?: le| au)?|(?:j['’]habite|on habite|nous habitons)(?: au| le)?|(?:mi|nuestra) casa es (?:el|la)|viv(?:o|imos) en (?:el|la)|(?:casa mia|casa nostra|la mia casa) è(?: al| il)?|(?:abito|abitiamo|sto)(?: al)?|"
    r"הבית שלי(?: זה)?|(?:אני|אנחנו) גר\w*(?: ב)?|بيت(?:ي|نا)|ساكن\w*(?: في| ب)?) ?$",
    re.I,
)
_TIME = re.compile(
    r"(?<!\w)(?:at|um|à|alle|ore|a las|gegen|about|vers|verso|hacia|ab|bis|الساعة|בשעה) $", re.I
)
MOST_NUMBERS = 4


def is_number(said: str) -> bool:
    """``said`` in lower case."""
    return said.isdecimal() or said in DIGIT_WORDS or plain_letters(said) in _PLAIN_NUMBERS


def number_before(text: str, start: int) -> int | None:
    """The place where the number begins that is told before the street at ``start``, if one is."""
    link = _LINK.search(text, 0, start)
    words = list(_WORD.finditer(text, 0, link.start() if link else 0))
    told: list[re.Match[str]] = []
    while words and len(told) < MOST_NUMBERS:
        said = words[-1].group().casefold()
        if not (is_number(said.lstrip("וو")) or is_number(said) or (said in _AND and told)):
            break
        told.insert(0, words.pop())
    while told and told[0].group().casefold() in _AND:
        told.pop(0)
    if not told or told[0].group().isdecimal():
        return None
    begins = told[0].start()
    is_two = len(told) > 1 and not _TIME.search(text, 0, begins)
    return begins if is_two or _HOME.search(text, 0, begins) else None
