"""The frame people put around their name: "put me down as …", "… like the month", "you can reach … on". Pure.

A frame is made of parts, and every language has its own words for each part: a hesitation, an introduction,
the name, remarks about it. The parts are told apart by their place, not by the name, so a name may be any
word.
"""

import re
from enum import Enum

from msgspec import Struct

from agent.contact_lines.words.frame_patterns import frame_patterns
from agent.contact_lines.words.frame_words import PARTS

SHORTEST_WITH_CAPITAL = 3
# "My name is really Monday".
ADVERB = re.compile(
    r"^(?:really|again|still|then|dann|nochmal|noch mal|wieder|auch|sempre|ancora|siempre|encore|toujours|donc|actually|truly|simply|just|tatsächlich|wirklich|echt|einfach|nur|vraiment|bien|juste|realmente|simplemente|solo|davvero|proprio|באמת|פשוט|فعلا|فقط)\s+(?=\S)"
)
# A likeness is said of a name: "like the month".
LIKENESS = re.compile(
    r"(?:just |exactly |genau |so |tout |igual |tal |proprio |ממש |בדיוק )?(?:like|as in|wie|comme|como|come|כמו|מלשון|مثل|متل|زي)\s",
    re.I,
)


TITLE_FIRST = re.compile(
    r"(?:herrn?|frau|dr|prof|sr|sra|srta|señora?|señorita|sig|signora?|mme|mlle|madame|dott\w*)\b", re.I
)


# Who one is, in words that are nobody's name in any other language.
_OF_ONESELF = {
    "de": re.compile(r"ich bin |ich hei(?:ß|ss)e |mein name ist ", re.I),
    "fr": re.compile(r"je suis |je m['’]appelle |moi c['’]est |mon nom est ", re.I),
    "es": re.compile(r"(?:yo )?soy |estoy |me llamo |mi nombre es ", re.I),
    "it": re.compile(r"(?:io )?sono |mi chiamo |il mio nome è ", re.I),
    "he": re.compile(r"אני |שמי |קוראים לי "),
    "ar": re.compile(r"[أا]نا |اسمي "),
}


class Introduction(Enum):
    """How sure an introduction makes that a name follows it."""

    NONE = "none"
    # "I am", "put": many things may follow.
    WEAK = "weak"
    # "call me", "write down": whatever follows is what to write.
    STRONG = "strong"
    # "… is my surname", "… like the month": the words before it are a name, whatever else they mean.
    VOUCHED = "vouched"


class Framed(Struct, frozen=True):
    """What a piece has inside its frame. ``is_reach`` is set for "you can reach Ada on": without an
    ``inside``, nobody is named."""

    inside: str
    said: str = ""
    introduction: Introduction = Introduction.NONE
    remark: str = ""
    is_reach: bool = False


def unframe(piece: str, language: str) -> Framed:
    """Take hesitations, introductions and remarks off a piece, in a language and in English."""
    reach = _first(piece, language, "reach")
    if reach is not None:
        return Framed((reach["name"] or "").strip(), "reach", Introduction.WEAK, is_reach=True)
    vouched = _first(piece, language, "vouched")
    if vouched is not None:
        name, said, _ = _split_introduction(_bare_start(vouched["name"], language), language)
        return Framed(name, said, Introduction.VOUCHED, piece[vouched.end("name") :].strip(" ,.!"))
    inside, said, introduction = _split_introduction(_bare_start(piece, language), language)
    told = _first(inside, language, "led_on")
    inside = told["name"] if told else inside
    name = _without_remarks(inside, language)
    remark = inside[len(name) :].strip(" ,.!")
    if remark and introduction is not Introduction.STRONG and LIKENESS.match(remark):
        introduction = Introduction.VOUCHED
    return Framed(name, said, introduction, remark)


def language_of_introduction(piece: str, language: str) -> str:
    """The language of "I am" and "my name is" at the start of a piece, where these are of another one than
    ``language``."""
    if _first(piece, language, "strong") or _first(piece, language, "weak"):
        return language
    return next((tag for tag, said in _OF_ONESELF.items() if said.match(piece)), language)


def is_reach(piece: str, language: str) -> bool:
    """Whether a piece leads to a contact and names nobody: "you can reach me on"."""
    found = _first(piece, language, "reach")
    return found is not None and not found["name"]


def vouches(piece: str, language: str) -> bool:
    """Whether a piece says that the words beside it are a name: "that's my surname"."""
    bare = piece.strip(" .!")
    return bool(LIKENESS.match(bare)) or any(
        frame_patterns(tag).vouching.fullmatch(bare) for tag in _tags(language)
    )


def confirms_name(text: str, language: str) -> bool:
    """Whether a text answers "is that your name?" with yes: "yes, my name", "that's my surname"."""
    bare = _bare_start(text.strip(" .!"), language)
    return vouches(bare, language) or is_remark(bare, language)


def is_remark(piece: str, language: str) -> bool:
    """Whether a piece only tells about the name beside it: "like the month", "no joke"."""
    return any(frame_patterns(tag).remarks.fullmatch(piece.strip(" .!")) for tag in _tags(language))


def is_hesitation(piece: str, language: str) -> bool:
    """Whether a piece, written small, is only what people begin with: "ermm"."""
    return any(frame_patterns(tag).hesitations.fullmatch(f"{piece} ") for tag in _tags(language))


def strip_article(name: str, language: str) -> str:
    """A name without the article people put before it, as in "la Pina" and "der Hias Oberlechner"."""
    first, _, rest = name.partition(" ")
    words = rest.split()
    is_one = len(words) < 2 or TITLE_FIRST.match(rest) or all(word[:1].isupper() for word in words)
    if first in PARTS[language].articles and rest and is_one:
        return rest
    return name[2:] if language == "it" and name[:2] in ("l'", "l’") and name[2:3].isupper() else name


def _tags(language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((language, "en")))


def _first(piece: str, language: str, name: str) -> re.Match[str] | None:
    """The first match of the whole piece among the languages spoken here."""
    matches = (getattr(frame_patterns(tag), name).fullmatch(piece) for tag in _tags(language))
    return next((found for found in matches if found), None)


def _bare_start(piece: str, language: str) -> str:
    """Without the hesitation it starts with: "ah Ada". With a capital only what is no name in the language is
    taken for one."""
    for tag in _tags(language):
        patterns = frame_patterns(tag)
        kinds = (
            patterns.hesitations,
            patterns.capital_hesitations if tag == language else patterns.hesitations,
        )
        for pattern in kinds:
            found = pattern.match(piece)
            if found and piece[found.end() :].strip():
                return piece[found.end() :]
    return piece


def _split_introduction(piece: str, language: str) -> tuple[str, str, Introduction]:
    """What follows an introduction, the introduction, and its kind; of several in a row ("it's me, I'm Ada")
    the last."""
    name, said, kind = _split_one_introduction(piece, language)
    if kind is Introduction.WEAK:
        behind, more, inner = _split_one_introduction(_bare_start(name, language), language)
        if more:
            return behind, more, inner
    return name, said, kind


def _split_one_introduction(piece: str, language: str) -> tuple[str, str, Introduction]:
    for kind in (Introduction.STRONG, Introduction.WEAK):
        for tag in _tags(language):
            found = getattr(frame_patterns(tag), kind.value).fullmatch(piece)
            if not found:
                continue
            said, name = piece[: found.start("name")].strip(), found["name"]
            # "Im" and "am" are words of other languages.
            is_foreign = tag != language and len(said) < SHORTEST_WITH_CAPITAL
            if not is_foreign and not _may_be_name_itself(said, name):
                return ADVERB.sub("", name) or name, said, kind
    return piece, "", Introduction.NONE


def _may_be_name_itself(introduction: str, name: str) -> bool:
    """ "Me Suwannee", "Es Devlin": two letters with a capital before a word with one are no introduction."""
    word = introduction.strip()
    return len(word) < SHORTEST_WITH_CAPITAL and word[:1].isupper() and name[:1].isupper()


def _without_remarks(piece: str, language: str) -> str:
    for tag in _tags(language):
        found = frame_patterns(tag).remark.fullmatch(piece)
        # "Inge Bitte": with a capital behind a name it is one of its words.
        if found and not piece[found.end("name") :].lstrip(" ,.!")[:1].isupper():
            return found["name"]
    return piece
