"""The pieces a line falls into: at its breaks, at the labels of a name, and at full stops between sentences.
Pure."""

import re
from functools import cache

from agent.assent.tokens import FACE
from agent.contact_lines.labelled_names import break_at_labels
from agent.contact_lines.names.lists import fold
from agent.contact_lines.names.titles import is_title
from agent.contact_lines.words.closed_classes import function_words
from agent.contact_lines.words.labels import LABELS
from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled

# Breaks between pieces: line ends, commas and their kin, brackets, and dashes, ampersands and colons that
# stand free.
BREAKS = re.compile(
    r"[\n\r\t,;|•·●▪،؛、，<>()\[\]{}=*]+|(?<![^\s])[-–—&+~>]+(?![^\s])|\s[-–—]+(?=\S)|(?<=\S)[–—:]+(?=\s|$)|->|→|~+|\.{3,}|…"
    r"|(?<!\d)/+|/+(?!\d)|!+(?=\s|$)|(?<=[?？؟])"
)
CONTRASTS = {
    "en": "but",
    "de": "aber|doch|sondern",
    "fr": "mais",
    "es": "pero|aunque",
    "it": "ma|però|anche se",
    "he": "אבל|אך",
    "ar": "بس|لكن|ولكن",
}
# Where the full name of who is called otherwise stands.
PAPERS = {
    "en": r"(?:on|in) (?:the|my) (?:card|passport|id|licen[cs]e)",
    "de": r"(?:im|in meinem|laut) (?:Pass|Ausweis|Perso)",
    "fr": r"sur (?:la|ma|le|mon|mes) (?:carte|passeport|papiers)",
    "es": r"en (?:el|mi|la) (?:dni|DNI|carn[eé]|pasaporte|tarjeta)",
    "it": r"(?:all['’]anagrafe|su(?:i|lla|l) (?:documenti|carta|documento))",
    "he": r"ב(?:תעודה|תעודת|דרכון)",
    "ar": r"(?:ب|في )(?:الهوية|البطاقة|الجواز)",
}
LIST_MARK = re.compile(r"^\s*[-*•>#]+\s*")
NUMBERED = re.compile(r"(?:^|(?<=\n))\s*(?:\(?\d{1,2}[.)]|[a-c]\))\s*(?=\D)")
NUMBERED_WITHIN = re.compile(r"(?<=\s)(?:\(?[2-9][.)]|[b-e]\))(?=\s)")
EDGES = ' \t"“”„‘`«»!_~^-–—&+:#\u3000'
EMOJI = re.compile("[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff]+")
FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})[.。]+\s+(?=([^\W\d_]+))")
# "Jr.", "J. R. R." and "Prof." keep theirs.
ENDING = re.compile(r"(?<=[^\W\d_]{2})(?<!\bjr)(?<!\bsr)(?<!\bph\.d)\.+$|\.{2,}$", re.I)


def cut_into_pieces(text: str, words: Words) -> list[str]:
    """The pieces in their order, without those that have neither a letter nor a digit."""
    bare = EMOJI.sub("\n", FACE.sub("\n", re.sub(r"(?i)mailto:", "\n", text)))
    if NUMBERED.match(bare):
        bare = NUMBERED_WITHIN.sub("\n", bare)
    bare = NUMBERED.sub("\n", bare)
    # A full stop ends a sentence where a word of one follows: in "Prof. Ada Byron" it does not.
    starts = function_words(words.tag) | LABELS
    bare = FULL_STOP.sub(lambda found: "\n" if _ends_sentence(found, starts, words.tag) else found[0], bare)
    bare = break_at_labels(bare)
    bare = re.sub(r"(?<=\w):(?=\w)", ": ", bare)
    bare = _contrast(words.tag).sub("\n", bare)
    pieces = (_bare(piece) for piece in BREAKS.split(bare))
    return [piece for piece in pieces if any(one.isalnum() for one in piece)]


def _ends_sentence(stop: re.Match[str], starts: frozenset[str], language: str) -> bool:
    """Whether a full stop stands between two sentences: before a word that begins one, or after a small word
    that is no title, before a capital ("… is right. Ada Byron")."""
    if fold(stop[1]) in starts:
        return True
    last = stop.string[: stop.start()].split()[-1]
    if fold(last) in starts and not is_title(last, language):
        return True
    return last.islower() and stop[1][:1].isupper() and not is_title(last, language)


def is_contrasted(text: str, language: str) -> bool:
    """Whether a "but" stands between two parts of a text."""
    return bool(_contrast(language).search(text))


def is_of_papers(piece: str, language: str) -> bool:
    """Whether a piece tells what stands on somebody's papers."""
    return bool(compiled(PAPERS[language], re.I).search(piece))


@cache
def _contrast(language: str) -> re.Pattern[str]:
    """ "But", or "and on my card", with what stands before it: in small letters, as "Yo-Yo Ma" is a name."""
    return re.compile(
        rf"(?<=\w)[\s,،;]+(?:(?:{CONTRASTS[language]})\s+(?=\S)|(?:and|und|et|y|e|ו|و)\s*(?={PAPERS[language]}))"
    )


def _bare(piece: str) -> str:
    """A piece without list marks, quotation marks and the full stop at its end."""
    piece = ENDING.sub("", LIST_MARK.sub("", piece.strip(EDGES)).strip(EDGES).lstrip(" .")).strip(EDGES)
    return piece.strip("'’‘") if piece[:1] in "'’‘" else piece
