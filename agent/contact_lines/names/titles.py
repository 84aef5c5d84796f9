"""Titles and forms of address before a name. Pure.

One rule for all of them: a name is kept without what people are addressed by. "Dr. Weber", "Frau Weber" and
"Weber" with the same number are one customer, whoever wrote it which way.
"""

import re

# By language only where the same letters are a name or an initial elsewhere: "Don Draper", "M. Night", "D.
# Weber".
_EVERYWHERE = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "sir",
        "dr",
        "prof",
        "herr",
        "herrn",
        "frau",
        "fräulein",
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "mademoiselle",
        "madam",
        "messrs",
        "sr",
        "sra",
        "srta",
        "señor",
        "señora",
        "señores",
        "señorita",
        "dra",
        "doña",
        "dña",
        "sig",
        "sigra",
        "sigina",
        "sigri",
        "signor",
        "signora",
        "signore",
        "signorina",
        "signori",
        "dott",
        "dottssa",
        "dottor",
        "dottoressa",
        "dottore",
        "doctor",
        "doctora",
        "docteur",
        "sres",
        "sras",
        "srs",
        "doktor",
        "professor",
        "professorin",
        "profesor",
        "profesora",
        "professeur",
        "professore",
        "professoressa",
        "profssa",
        "rev",
        "reverend",
        "maître",
        "maitre",
        "hr",
        "fam",
        "familie",
        "famille",
        "familia",
        "famiglia",
        "family",
        "avv",
        "avvocato",
        "avvocata",
        "ing",
        "dipl-ing",
        "univ-prof",
        "lic",
        "licda",
        "מר",
        "גברת",
        "גב",
        "ד״ר",
        'ד"ר',
        "דר",
        "דוקטור",
        "פרופ",
        "פרופסור",
        "עו״ד",
        'עו"ד',
        "עוד",
        "הרב",
        "משפחת",
        "السيد",
        "السيدة",
        "سيد",
        "سيدة",
        "الدكتور",
        "دكتور",
        "الدكتورة",
        "دكتورة",
        "الدكتوره",
        "دكتوره",
        "أستاذ",
        "الأستاذ",
        "أستاذة",
        "الأستاذة",
        "استاذ",
        "الاستاذ",
        "الاستاذة",
        "مدام",
        "آنسة",
        "الآنسة",
        "الحاج",
        "الحاجة",
        "الشيخ",
        "المهندس",
        "المهندسة",
        "المحامي",
        "المحامية",
        "عائلة",
    ]
)
_BY_LANGUAGE = {
    "de": frozenset(["mag", "fr", "ra", "ddr"]),
    "fr": frozenset(["m", "mm", "me"]),
    "es": frozenset(["d", "don", "dn", "dª"]),
    "it": frozenset(["rag", "geom", "arch", "don", "ill"]),
    "ar": frozenset(["د", "أ", "م"]),
}
# One letter is a title with its full stop only.
_SHORT = 1
# What stands behind a degree: "Dr. med. dent.".
_FACULTIES = frozenset(
    [
        "med",
        "dent",
        "vet",
        "phil",
        "jur",
        "iur",
        "rer",
        "nat",
        "pol",
        "oec",
        "habil",
        "theol",
        "mult",
        "hc",
        "ing",
    ]
)
_JOINTS = frozenset(["&", "+", "und", "and", "et", "y", "e", "u", "ו", "و"])
_ARTICLES = frozenset(["the", "der", "die", "el", "la", "los", "il", "le", "lo", "i", "l"])
_MARKS = str.maketrans("", "", ".'’׳")
_GLUED = re.compile(r"(?<=[^\W\d_])\.(?!ssa\b)(?=[^\W\d_]{3})")


def is_title(token: str, language: str) -> bool:
    """Whether a word before a name is a title or a form of address."""
    bare = token.casefold().translate(_MARKS)
    if bare in _EVERYWHERE:
        return True
    return bare in _BY_LANGUAGE.get(language, ()) and (len(bare) > _SHORT or token.endswith("."))


def count_titles(tokens: list[str], language: str) -> int:
    """How many words before a name are titles, with what joins them ("Mr & Mrs", "la señora", "Dr. med.");
    all where nothing else is left."""
    count, place = 0, 0
    while place < len(tokens):
        word = tokens[place].casefold().translate(_MARKS)
        if is_title(tokens[place], language) or (
            count and word in _FACULTIES and tokens[place].endswith(".")
        ):
            count = place + 1
        elif word not in (_JOINTS if count else _ARTICLES):
            break
        place += 1
    return count


def is_title_alone(text: str, language: str) -> bool:
    """Whether a text is nothing but forms of address: "Mr"."""
    tokens = text.split()
    return 0 < count_titles(tokens, language) == len(tokens)


def strip_titles(name: str, language: str) -> str:
    """A name without its titles; unchanged where nothing else but an initial is left."""
    tokens = _GLUED.sub(". ", name).split()
    count = count_titles(tokens, language)
    rest = " ".join(tokens[count:])
    return rest if count and len(rest.strip(".")) > 1 else name
