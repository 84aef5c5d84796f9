"""Titles and forms of address: the word behind one is a name, whatever else it is."""

import re
from enum import Enum


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


class Title(Enum):
    """How sure it is that a name follows."""

    NONE = 0
    LIKELY = 1
    SURE = 2


# Nothing but a name follows; "ra" and "ssa" are the ends of "sig.ra" and "dott.ssa".
_TITLES = _words(
    "mr mrs ms mx mister missus herr herrn hr mme mlle mademoiselle sra srta sr doña signorina ra ssa dottor ingegner",
    "מר גברת הגברת גב הרב السيد السيدة مدام الآنسة الانسة أبو ابو",
)
# Words for a man or a woman as well, or for who is of a trade.
_TITLES_TOO = _words(
    "frau madame monsieur señora señor señorita signora signor signore miss lady don",
    "dr doctor doktor docteur dra doctora dottore dottoressa prof professor professeur professore familie famille familia famiglia",
    "משפחת דוקטור פרופסור الست ست أم ام دكتور دكتورة الدكتور الدكتورة الأستاذ الاستاذ الأستاذة عائلة الحاج الحاجة حجة استاذ استاذة",
)
# Before one of the first of those, that it is a title: "la signora Fiore".
_ARTICLES = _words("la il el a mit von für bei der de di da von zu con avec chez pour et und e y")
# Before one, that it is none: "meine Frau", "una señora", "bonjour madame".
_UNDETERMINED = _words(
    "a an any one my our your the eine einer einen meine meiner deine seine ihre unsere die welche une ma ta sa votre cette quelle un mon una mi tu su esta esa questa",
    "bonjour bonsoir merci oui non hola buenas días tardes gracias buongiorno buonasera grazie salve danke i will to not",
)
_GAP = re.compile(r"(?:\.|['׳])?[ \t]{1,2}(?:[\"„“«])?")
_WORDS_TOO = _words("miss lady don الست ست أم ام")
_OF_WOMEN_AND_MEN = _words("frau señora señor señorita signora signor signore madame monsieur")
_ALL = _TITLES | _TITLES_TOO


def title_before(before: str, earlier: str, gap: str) -> Title:
    """``before`` is the word before another, ``earlier`` the one before that, both in lower case and "" where a
    sentence begins; ``gap`` stands between it and the other."""
    if before not in _ALL or not _GAP.fullmatch(gap):
        return Title.NONE
    if before in _TITLES:
        return Title.SURE
    if before in _OF_WOMEN_AND_MEN:
        is_title = earlier in _ARTICLES or (before == "frau" and earlier not in _UNDETERMINED)
        return Title.SURE if is_title else Title.LIKELY
    is_likely = before in _TITLES_TOO and (before not in _WORDS_TOO or earlier not in _UNDETERMINED)
    return Title.LIKELY if is_likely else Title.NONE


def is_title(folded: str) -> bool:
    return folded in _ALL
