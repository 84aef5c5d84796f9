"""Prices that are the least something costs, as people write them: ``from 35``, ``ab 35 €``, ``35+``."""

import re

# Before or after an amount, in any case; a Hebrew prefix may be joined by a dash.
WORDS = (
    *("from", "starting from", "starting at", "starts at", "at least", "min", "minimum", "and up", "upwards"),
    *("and more", "or more", "and above", "onwards"),
    *("ab", "von", "mindestens", "mind", "aufwärts", "und mehr", "oder mehr"),
    *("à partir de", "a partir de", "à partir d'", "dès", "des", "depuis", "au moins", "et plus", "ou plus"),
    *("desde", "a partir", "al menos", "mínimo", "minimo", "como mínimo", "en adelante", "o más", "y más"),
    *("da", "a partire da", "partire da", "almeno", "in su", "in poi", "e oltre", "o più"),
    *("החל מ", "מ", "לפחות", "מינימום", "ומעלה", "והלאה"),
    *("ابتداء من", "ابتداءً من", "ابتداءا من", "بدءا من", "بدءًا من", "بدايةً من", "بداية من", "من"),
    *("يبدأ من", "تبدأ من", "على الأقل", "فما فوق", "وما فوق", "فأكثر"),
)
_NAMED = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(WORDS, key=len, reverse=True))
FROM = re.compile(rf"(?<![^\W\d_])(?:{_NAMED})(?![^\W\d_])\.?[-־–]?|≥|>=?|(?<=\d)\s*\+|\+\s*$", re.IGNORECASE)


def split_from(text: str) -> tuple[str, bool]:
    """The text without the words that say "from", and whether there were any."""
    plain, found = FROM.subn(" ", text)
    return (" ".join(plain.split()), True) if found else (text, False)
