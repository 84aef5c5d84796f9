"""A message as the words a grammar compares: lower case, without accents, vowel points and punctuation; signs
are words as well."""

import re
import unicodedata
from collections.abc import Container

# Signs that say yes, that are friendly beside a yes, and that take every yes back.
SIGNS = {
    "👍": "+yes", "👌": "+yes", "✅": "+yes", "✔": "+yes", "☑": "+yes", "🆗": "+yes",
    "🤝": "+yes", "💯": "+yes",
    "👎": "+no", "❌": "+no", "🚫": "+no", "🛑": "+no",
}  # fmt: skip
FRIENDLY = frozenset("🙂😊😀😃😄😁😍🥰😘🤗☺😇🎉🥳🙌👏💪🙏❤💕💖💛💚💙💜🧡✨🌸🌹💐🌞☀😎🤩💇🔥💃")
FACE = re.compile(r"(?<!\w)[:;=]-?[)D](?!\w)|\^\^|<3")
APOSTROPHES = re.compile("['’‘`´׳]")
WORD = re.compile(r"\+yes|\+no|\+friendly|\+sign|[^\W_]+")
# Skin tones, and what joins or varies a sign, change nothing of it.
VARIATION = re.compile("[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
RUN = re.compile(r"(.)\1+")
LONG_RUN = re.compile(r"(.)\1{2,}")
# Letters that are written in two ways: Arabic ones, and those that are two letters in one.
LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ـ") | {ord("œ"): "oe", ord("æ"): "ae"}
# How words are shortened on telephones, in Spanish and French, and spelled as they are spoken in Bavaria.
SHORTHAND = {
    "q": "que", "qe": "que", "d": "de", "stoy": "estoy", "sta": "esta", "dac": "daccord",
    "bassd": "passt", "bast": "passt", "passd": "passt",
    "guad": "gut", "scho": "schon", "oiso": "also", "bidde": "bitte",
}  # fmt: skip
# Pronouns written onto their verb: "machmas" in Austria, "ثبتيه" in Arabic.
CLITICS = {"mas": ["ma"], "ma": ["ma"], "ه": [], "ها": [], "لي": [], "لنا": []}
CLITIC_ENDINGS, SHORTEST_STEM = tuple(CLITICS), 4
# "Yes..." is said by somebody who has not made up their mind.
HESITATION = re.compile(r"\.\.|…")
# Longer messages are read so far, and end in a word that no grammar knows: they are no plain answer.
MOST_WORDS = 60
CUT_OFF = "…"


def words_of(text: str) -> list[str]:
    """The words of a text as it stands."""
    return WORD.findall(_signs_as_words(_without_accents(text)))


def canonical_words(text: str, known: Container[str]) -> list[str]:
    """The words of a text, each as a grammar knows it: "yesss" is yes, "sisi" is sì twice."""
    every, told = words_of(text), []
    for word in every[:MOST_WORDS]:
        told += _canonical(word, known)
    return told if len(every) <= MOST_WORDS else [*told, CUT_OFF]


def _canonical(word: str, known: Container[str]) -> list[str]:
    if word in known:
        return [word]
    if word in SHORTHAND and SHORTHAND[word] in known:
        return [SHORTHAND[word]]
    for shorter in (LONG_RUN.sub(r"\1", word), LONG_RUN.sub(r"\1\1", word), RUN.sub(r"\1", word)):
        if shorter in known:
            return [shorter]
    if word.endswith(CLITIC_ENDINGS):
        for clitic, alone in CLITICS.items():
            stem = word.removesuffix(clitic)
            if word != stem and len(stem) >= SHORTEST_STEM and stem in known:
                return [stem, *alone]
    half, odd = divmod(len(word), 2)
    if not odd and half > 1 and word[:half] == word[half:] and word[:half] in known:
        return [word[:half]] * 2
    return [word]


def _without_accents(text: str) -> str:
    text = APOSTROPHES.sub("", VARIATION.sub("", text).casefold())
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(one for one in parts if not unicodedata.combining(one)).translate(LETTERS)


def _signs_as_words(text: str) -> str:
    text = FACE.sub(" +friendly ", text)
    if text.isascii():
        return text
    return "".join(_sign_as_word(one) for one in text)


def _sign_as_word(one: str) -> str:
    if one in SIGNS:
        return f" {SIGNS[one]} "
    if one in FRIENDLY:
        return " +friendly "
    # Signs younger than the tables of this Python have no category.
    return " +sign " if unicodedata.category(one) in ("So", "Cn") else one
