"""Corners of two streets, where somebody is or lives: "Ecke Weserstraße und Fuldastraße"."""

import re
from collections.abc import Iterator

from agent.privacy.addresses.frames import asks_for_us
from agent.privacy.addresses.kinds import LITTLE, SOMEWHERE, is_kind
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.names.unknown import is_unknown
from agent.privacy.names.words import STOPS
from agent.privacy.spans import ADDRESS, Span

_WORD = r"[^\W\d_][\w'’\-]{0,24}\.?"
_SMALL = r"(?:the|de|du|des|del|della|dei|di|da|la|le|les|los|las|el|il|der|die|das|den|dem|rues?|avenues?|boulevards?|calles?|avenidas?|avda\.?|vi[ae]|viale|piazza|corso|plaza|שדרות|רחוב|شارع|شارعي)"
_STREET = rf"(?:(?:{_SMALL} |[ld]['’]){{0,3}}{_WORD}(?: {_WORD}){{0,2}}?)"
_OTHER = rf"(?:(?:{_SMALL} |[ld]['’]){{0,3}}{_WORD}(?: [A-ZÀ-Þ][\w'’\-]{{1,24}}){{0,2}}(?: (?:street|st|road|rd|avenue|ave|lane|drive|way)\.?(?!\w))?)"
_JOIN = r"(?: ?(?:and|und|et|y|e|&|/|con|with|mit|mit der) ?(?=\W|(?<=[ /&]))| ו-?| و ?| مع )"
_CORNERS = re.compile(
    rf"(?<!\w)(?:(?:(?:the )?(?:corner|junction|intersection|crossroads) of|(?:an der |die )?ecke(?: von| der)?|(?:[àa] )?(?:l['’])?(?:angle|intersection)(?: de| des| du| entre)?|(?:(?:la|en) )?(?:esquina|esq\.|intersección|cruce)(?: de| entre| con)?|"
    rf"(?:(?:al)?l['’])?(?:angolo|incrocio)(?: tra| fra| di| con)?|[בל]?ה?(?:פינת|פינה של|הצומת של|צומת)|(?:عند )?(?:تقاطع|مفرق|زاوية|ركن|كورنر|ناصية))"
    rf" {_STREET}{_JOIN}{_OTHER}|(?-i:[A-ZÀ-Þ]){_WORD}(?: {_WORD})?,? (?:ecke|esquina|esq\.|angolo|angle) (?:{_SMALL} ){{0,2}}(?-i:[A-ZÀ-Þ])[\w'’\-]{{2,24}})(?!\w)",
    re.I,
)
_NO_NAME = STOPS | LITTLE | SOMEWHERE | CALENDAR_WORDS | frozenset(["corner", "ecke", "esquina", "angolo"])
_LETTERS = re.compile(r"[^\W\d_][\w'’\-]*")


def corners(text: str) -> Iterator[Span]:
    for found in _CORNERS.finditer(text):
        if asks_for_us(text, found.start()):
            continue
        words = [
            word
            for word in _LETTERS.findall(found.group())
            if word.casefold() not in _NO_NAME and not is_kind(word)
        ]
        if any(word[0].isupper() or is_unknown(word) for word in words):
            yield Span(ADDRESS, found.start(), found.end())
