"""Codes dictated in Hebrew and Arabic letters: "ש כמו שלום, חמש, ר כמו רות", "سين ٤ ٤ ميم". Pure."""

import re
from collections.abc import Iterator

from agent.languages.patterns.alternatives import alternatives
from agent.privacy.contacts.digits import DIGIT_WORDS

_HEBREW = "אלף|בית|גימל|דלת|הא|הי|וו|ואו|זין|חית|חת|טית|טת|יוד|כף|למד|מם|נון|סמך|עין|פא|פה|צדי|צדיק|קוף|ריש|שין|תו|תיו"
_ARABIC = "[أا]لف|باء?|بيه|تاء?|ثاء?|جيم|حاء?|خاء?|دال|ذال|راء?|زا[يء]|زين|سين|شين|صاد|ضاد|طاء?|ظاء?|عين|غين|فاء?|قاف|كاف|لام|ميم|نون|هاء?|واو|ياء?"
_AS_IN = r"[ \t]+(?:כמו(?: ב)?|של|זה|مثل|متل|زي|كما في|بمعنى|حرف)[ \t]*[^\W\d_][\w'’\-]{1,20}"
_NUMBERS = alternatives(word for word in DIGIT_WORDS if re.match("[\u0590-\u06ff]", word))
_LETTER = rf"(?:{_HEBREW}|{_ARABIC}|[א-תء-ي])(?!\w)(?:{_AS_IN}(?!\w))?"
_UNIT = rf"(?:{_LETTER}|(?:{_NUMBERS})(?!\w)|\d{{1,4}}(?![\w:.]))"
_RUN = re.compile(rf"(?<!\w){_UNIT}(?:[ \t]*[,،.\-]?[ \t]+(?:(?:ואז|ثم)[ \t]+)?{_UNIT}){{3,11}}")
_LETTERS = re.compile(rf"(?<!\w){_LETTER}")
_OTHER_SCRIPT = re.compile("[\u0590-\u06ff]")
FEWEST_LETTERS = 2


def scripted_codes_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each is told."""
    if not _OTHER_SCRIPT.search(text):
        return
    for run in _RUN.finditer(text):
        if len(_LETTERS.findall(run.group())) >= FEWEST_LETTERS:
            yield run.start(), run.end()
