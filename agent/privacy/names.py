"""Names of customers and of those they book for, found by where they stand: behind "my name is", a title, a relative or a greeting, as
the answer to a question for a name, and beside a contact. Names of people who work at the business are theirs, unless a customer
introduces themselves by one.
"""

import re
from collections.abc import Collection, Iterator

from agent.languages import LANGUAGES, words_in
from agent.mentions.beyond_one.relatives import ONE, SEVERAL
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.given_names import (
    listed_names,
    listed_surnames,
    names_by_capital,
    ordinary_names,
)
from agent.privacy.name_words import (
    ALONE,
    AND,
    ANNOUNCED,
    ASKED_FOR,
    BRANDS,
    CLOSED,
    COMMON_NOUNS,
    FOR,
    ONESELF,
    ONLY_CAPITAL,
    OPENING,
    PARTICLES,
    SIGNED,
    SPEAKS,
    SPEAKS_SURELY,
    SPELLED,
    STOPS,
    STRONG,
    THEIR_VERBS,
    TITLE,
    WEAK,
)
from agent.privacy.spans import NAME, Span

MOST_WORDS, MOST_TITLES = 4, 3
_SCRIPT_WITHOUT_CAPITALS = re.compile("[\u0590-\u07ff]")
_WORD = re.compile(r"[^\W\d_](?:[\w'’׳\"״\-]{0,30}[^\W_]['’׳]?)?")
_GAP = re.compile(r"\.?[ \t]{1,2}(?:(?:[A-Z]\.|Dr\.|Dr|med\.|Prof\.)[ \t])*")
_KNOWN = re.compile(r"\[name \d{1,4}\]")
_CONTACT = re.compile(r"\[(?:email|phone) \d{1,4}\]")
_BEFORE_CONTACT = re.compile(
    r"((?:[^\W\d_][\w'’\-]{0,30}\.? ){0,3}[^\W\d_][\w'’\-]{1,30})[ \t]*[,;:/|(–\-\n]{0,2}\s*\[(?:email|phone) \d"
)
_END = re.compile(r"\s*(?:[.,;:!?()\n،؛]|$|\[)")
_RELATIVE = re.compile(
    r"(?<!\w)(?:(?:my|our|meine?[nmr]?|unsere?[nmr]?|mon|ma|notre|mi|nuestr[oa]|mia?|mio|la mia|il mio) (?:"
    + "|".join(ONE[language] for language in ("en", "de", "fr", "es", "it"))
    + r")|(?P<for_he>(?:(?:בשביל|עבור) ה?|ול|ל)?)"
    + ONE["he"]
    + r"(?<=[יו])|(?P<for_ar>(?:و?ل|من أجل )?)"
    + ONE["ar"]
    + r"(?<=ي))(?:[,:،]?[ \t]+|[ \t]*[(\-–][ \t]*)",
    re.I,
)
# Without "my": only a name that many bear is one behind it.
_BARE_RELATIVE = re.compile(
    rf"(?<!\w)(?:[לבוהמש]{{0,2}}|[لبوف]{{0,2}})(?:{'|'.join((*ONE.values(), *SEVERAL.values()))})(?:[,:،]?[ \t]+|[ \t]*[(\-–][ \t]*)",
    re.I,
)
_ALL_RELATIVES = re.compile("|".join(ONE.values()), re.I)
_CAPITALS = re.compile(
    r"(?<![\w-])[A-ZÀ-ÖØ-ÞŒŠŽ][a-zß-ÿœšž]{1,24}(?:['’-][A-ZÀ-Þ]?[a-zß-ÿ]{1,20})?(?: [A-ZÀ-ÖØ-ÞŒŠŽ][a-zß-ÿœšž]{1,24}(?:['’-][A-ZÀ-Þ]?[a-zß-ÿ]{1,20})?){1,2}(?![\w-])"
)
# Behind these stands a place.
_PLACED = re.compile(
    r"(?:^|\s)(?:in|near|at|the|to|from|aus|nach|bei|zur?|zum|am|im|der|das|die|à|au|de|du|da|di|la|le|les|en|el|a|an|une?|una|uno|ein\w{0,2}|lo|il|vicino)\s$",
    re.I,
)
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?\n:]\s{0,3})$")
_OWN_WORDS = frozenset().union(*(words_in(language).own for language in LANGUAGES))
_NEVER = STOPS | _OWN_WORDS | CALENDAR_WORDS
# "And" and the article are written onto Hebrew and Arabic words.
_JOINED = re.compile("^(?:ו[א-ת]{2}|و[ء-ي]{3}|ה(?:טלפון|מייל|מספר))")
_ATTACHED = re.compile("^(?:[ובלה]|ال|[وبل])")
_NAMES_WITH_AND = frozenset(
    [
        "ורד",
        "ויקטור",
        "ולדימיר",
        "ויקטוריה",
        "וקנין",
        "וייס",
        "וליד",
        "وائل",
        "وليد",
        "وردة",
        "وسام",
        "وفاء",
        "وسيم",
        "وجدان",
    ]
)


# A town or a saint is called so: "San Sebastián", "Reggio Emilia".
_IN_PLACES = re.compile(
    r"(?<!\w)(?:San|Santa|Santo|São|Saint|Sainte|St|Ste|St\.|Sankt|Reggio|Porto|Puerto|Villa|Port|Mont|Monte|Hotel|Café|Bar)[ -]$"
)
_ADDRESSEE = re.compile(
    r"(?:^|(?<!\w)(?:an|to|à|a|für|for|pour|para|per|bei|chez|presso|für|,|:) ?)(?P<name>[A-ZÀ-Þ][\w'’\-]{2,24}(?: [A-ZÀ-Þ][\w'’\-]{2,24}){0,2})(?:,|\n) ?$"
)
_PARTICLE_BEFORE = re.compile(
    r"(?:von|van|de|di|del|du|da|el|al|le|la)(?: (?:der|den|dem|la|los|las))? (?=[A-ZÀ-Þ])", re.I
)
# Names that begin a sentence as other words do.
WORDS_TOO = frozenset(
    [
        "alba",
        "aurora",
        "ben",
        "candela",
        "carol",
        "clara",
        "dolores",
        "donna",
        "finn",
        "frank",
        "gloria",
        "heather",
        "harper",
        "hortense",
        "jack",
        "jade",
        "jean",
        "linda",
        "mason",
        "mercedes",
        "mila",
        "pilar",
        "rosario",
        "marina",
        "linda",
        "stella",
        "luna",
        "sol",
        "luz",
        "paz",
        "rosa",
        "viola",
        "iris",
        "grace",
        "joy",
        "hope",
        "faith",
        "rose",
        "art",
        "will",
        "mark",
        "bill",
        "chance",
        "max",
        "jeanne",
    ]
)


class Names:
    """Reads texts for one business: ``own`` are the words of its name, people, services and places, in lower case."""

    def __init__(self, own: Collection[str]) -> None:
        self._own = own

    def names_in(self, text: str, *, is_asked: bool) -> Iterator[Span]:
        """``is_asked``: the text answers a question for the customer's name."""
        yield from self._several(text, self._single(text, is_asked=is_asked))

    def _single(self, text: str, *, is_asked: bool) -> Iterator[Span]:
        if text.isupper():
            # Where all of it is written large, capitals show nothing.
            text = text.lower() if len(text.lower()) == len(text) else text
        if is_asked:
            yield from self._answer(text)
        for frame in STRONG.finditer(text):
            yield from self._at(text, frame.end(), is_sure=True, may_be_own=True)
        for frame in WEAK.finditer(text):
            may_be_own = bool(ONESELF.search(frame.group()))
            spans = self._at(text, frame.end(), is_sure=False, may_be_own=may_be_own)
            is_doubtful = bool(FOR.match(frame.group()))
            yield from (span for span in spans if not is_doubtful or _is_plainly_one(text, span))
        for frame in OPENING.finditer(text):
            yield from self._at(text, frame.end(), is_sure=True, may_be_own=False)
        for title in TITLE.finditer(text):
            word = title.group().strip()
            if word.casefold() not in ONLY_CAPITAL or word[0].isupper():
                spans = self._at(text, title.end(), is_sure=False, may_be_own=False)
                yield from (Span(NAME, title.start(), span.end) for span in spans)
        for relative in _RELATIVE.finditer(text):
            is_for = bool(relative["for_he"] or relative["for_ar"])
            yield from self._relative(text, relative.end(), is_for=is_for)
        for relative in _BARE_RELATIVE.finditer(text):
            yield from self._listed(text, relative.end())
        for frame in ASKED_FOR.finditer(text):
            yield from self._written_as_name(text, frame.end())
        yield from self._alone(text)
        yield from self._announced(text)
        yield from self._signed(text)
        yield from self._beside_contact(text)
        yield from self._given(text)
        yield from self._in_capitals(text)

    def _several(self, text: str, spans: Iterator[Span]) -> Iterator[Span]:
        """Each, and those named behind it: "Ada and Grace"."""
        for span in spans:
            yield span
            at = span.end
            for _ in range(MOST_WORDS):
                join = AND.match(text, at)
                if join is None:
                    break
                more = list(self._listed(text, join.end()))
                if not more:
                    break
                yield from more
                at = more[-1].end

    def _listed(self, text: str, at: int) -> Iterator[Span]:
        """A name that begins here, if many bear it."""
        at = _behind_titles(text, at)
        words = self._words(text, at, is_sure=True, may_be_own=False)
        if not words:
            return
        if words[0].group() in ("בן", "בת"):
            # "My daughter, six years old".
            return
        first = next((one.group() for one in words if one.group() not in PARTICLES), words[0].group())
        has_no_capitals = bool(_SCRIPT_WITHOUT_CAPITALS.match(first))
        if _is_known_name(first.casefold()) and (
            has_no_capitals or first[0].isupper() or _is_given(first.casefold())
        ):
            kept = _scripted(words) if has_no_capitals else words
            yield Span(NAME, kept[0].start(), kept[-1].end())

    def _written_as_name(self, text: str, at: int) -> Iterator[Span]:
        """Where hardly anything but a name stands: with a capital, or in a script that has none."""
        at = _behind_titles(text, at)
        words = self._words(text, at, is_sure=True, may_be_own=False)
        if not words:
            return
        first, folded = words[0].group(), words[0].group().casefold()
        if folded in COMMON_NOUNS:
            return
        if _SCRIPT_WITHOUT_CAPITALS.match(first):
            kept = _scripted(words)
            yield Span(NAME, kept[0].start(), kept[-1].end())
        elif first[0].isupper() or _is_given(folded):
            yield Span(NAME, words[0].start(), words[-1].end())

    def _alone(self, text: str) -> Iterator[Span]:
        """Who begins with their name: "Ada, as always", "yes, Byron, with a y", "Ada again"."""
        begins = ALONE.match(text)
        start = begins.end() if begins else 0
        particle = _PARTICLE_BEFORE.match(text, start)
        at = particle.end() if particle else start
        words = self._words(text, at, is_sure=True, may_be_own=False)
        if not words:
            return
        first, folded = words[0].group(), words[0].group().casefold()
        has_no_capitals = bool(_SCRIPT_WITHOUT_CAPITALS.match(first))
        kept = _scripted(words) if has_no_capitals else words
        end = kept[-1].end()
        if folded in COMMON_NOUNS or not (has_no_capitals or first[0].isupper() or _is_given(folded)):
            return
        is_told = bool(SPELLED.match(text, end) or SPEAKS_SURELY.match(text, end))
        is_told = is_told or (_is_known_name(folded) and bool(SPEAKS.match(text, end)))
        is_apart = not has_no_capitals and bool(re.match(r"\s?(?:[,!\n]|$)", text[end : end + 2]))
        is_apart = is_apart or (len(kept) > 1 and bool(re.match(r"\s?(?:[,،!.\n]|$)", text[end : end + 2])))
        is_known = _is_given(folded) and folded not in WORDS_TOO and is_apart
        if (is_told or is_known) and not self._is_no_name(first):
            yield Span(NAME, start, end)

    def _at(self, text: str, at: int, *, is_sure: bool, may_be_own: bool) -> Iterator[Span]:
        """The name that begins here, if one does."""
        at = _behind_titles(text, at)
        words = self._words(text, at, is_sure=is_sure, may_be_own=may_be_own)
        if not words:
            return
        first = words[0].group()
        if not is_sure and not self._looks_like_one(text, words, first):
            return
        yield Span(NAME, words[0].start(), words[-1].end())

    def _looks_like_one(self, text: str, words: list[re.Match[str]], first: str) -> bool:
        """Behind words that other things follow too: a capital, or a name that many bear."""
        if _is_given(first.casefold()):
            return True
        if _SCRIPT_WITHOUT_CAPITALS.match(first):
            is_titled = bool(TITLE.search(text[max(0, words[0].start() - 12) : words[0].start()]))
            return is_titled or (len(words) > 1 and _is_surname(words[-1].group(), words[1].group()))
        return first[0].isupper() and first.casefold() not in COMMON_NOUNS and not first.isupper()

    def _words(self, text: str, at: int, *, is_sure: bool, may_be_own: bool) -> list[re.Match[str]]:
        """The words of a name from here on: as many as can be one."""
        words: list[re.Match[str]] = []
        pending: list[re.Match[str]] = []
        while len(words) + len(pending) < MOST_WORDS + 1:
            word = _WORD.match(text, at)
            if word is None:
                break
            folded = word.group().casefold()
            if folded in PARTICLES and not (not words and folded in _NEVER):
                pending.append(word)
            elif self._ends(word.group(), is_first=not words, may_be_own=may_be_own or bool(words)) or (
                words and not _goes_on(words[0].group(), word.group(), len(words))
            ):
                break
            else:
                words += [*pending, word]
                pending = []
            gap = _GAP.match(text, word.end())
            if gap is None:
                break
            at = gap.end()
        return words if words and (is_sure or len(words[0].group()) > 1) else []

    def _ends(self, word: str, *, is_first: bool, may_be_own: bool) -> bool:
        folded = word.casefold()
        if (
            folded in _NEVER
            or folded.removesuffix("s") in CALENDAR_WORDS
            or (len(folded) < 2 and not word.isupper())
        ):
            return True
        if is_first and _ALL_RELATIVES.fullmatch(folded):
            return True
        if not is_first and _JOINED.match(folded) and folded not in _NAMES_WITH_AND:
            return True
        return folded in self._own and not (may_be_own and (is_first or word[0].isupper()))

    def _relative(self, text: str, at: int, *, is_for: bool) -> Iterator[Span]:
        words = self._words(text, at, is_sure=True, may_be_own=False)
        if not words:
            return
        first = words[0].group()
        has_no_capitals = bool(_SCRIPT_WITHOUT_CAPITALS.match(first))
        if has_no_capitals:
            follows = (is_for and _END.match(text, words[0].end())) or THEIR_VERBS.match(text, words[0].end())
            is_one = bool(follows) and not _ATTACHED.match(first)
        else:
            is_one = first[0].isupper()
        if _is_given(first.casefold()) or is_one:
            last = words[0] if has_no_capitals else words[-1]
            if first.casefold() not in COMMON_NOUNS:
                yield Span(NAME, words[0].start(), last.end())

    def _announced(self, text: str) -> Iterator[Span]:
        for found in ANNOUNCED.finditer(text):
            words = self._words(text, found.start("name"), is_sure=False, may_be_own=True)
            name = found.group("name").strip()
            said = name.split()
            while len(said) > 2 and not said[0][0].isupper():
                said = said[1:]
            if len(said) > 1 and all(one[0].isupper() and self._is_written_as_name(one) for one in said):
                yield Span(NAME, found.start("name") + name.index(said[0]), found.start("name") + len(name))
                continue
            if words and words[-1].end() >= found.start("name") + len(name):
                first = words[0].group()
                if _is_given(first.casefold()) or (
                    first[0].isupper() and first.casefold() not in COMMON_NOUNS
                ):
                    yield Span(NAME, words[0].start(), words[-1].end())

    def _signed(self, text: str) -> Iterator[Span]:
        """The last words, behind a greeting or a thank-you."""
        body = text.rstrip(" \t\n.!")
        last = list(_WORD.finditer(body, max(0, len(body) - 80)))[-MOST_WORDS:]
        for word in last:
            if not SIGNED.search(body[max(0, word.start() - 40) : word.start()]):
                continue
            words = self._words(body, word.start(), is_sure=True, may_be_own=False)
            is_all = bool(words) and words[-1].end() == len(body)
            if len(words) > 1 and _SCRIPT_WITHOUT_CAPITALS.match(words[0].group()):
                is_all = is_all and any(_is_known_name(one.group()) for one in words)
            before = body[max(0, word.start() - 40) : word.start()]
            is_apart = bool(re.search(r"[,،\n.!\-–:]\s*$", before) or CLOSED.search(before)) or (
                words and (_is_given(words[0].group().casefold()) or len(words) > 1)
            )
            if is_all and is_apart and all(self._is_written_as_name(one.group()) for one in words):
                yield Span(NAME, words[0].start(), words[-1].end())
                return

    def _is_written_as_name(self, word: str) -> bool:
        folded = word.casefold()
        if folded in PARTICLES or _is_given(folded) or _SCRIPT_WITHOUT_CAPITALS.match(word):
            return True
        return word[0].isupper() and folded not in COMMON_NOUNS

    def _beside_contact(self, text: str) -> Iterator[Span]:
        """ "Ada Lovelace, [email 1]": whoever writes hardly more than a contact writes the name beside it."""
        if not _CONTACT.search(text):
            return
        rest = _KNOWN.sub(" ", _CONTACT.sub(" ", text))
        left = list(_WORD.finditer(rest))
        if 1 <= len(left) <= MOST_WORDS and not any(self._is_no_name(word.group()) for word in left):
            for clause in re.finditer(
                r"[^,;:/|\n\[\]()]+", _CONTACT.sub(lambda one: "," * len(one.group()), text)
            ):
                words = self._words(
                    text,
                    clause.start() + len(clause.group()) - len(clause.group().lstrip()),
                    is_sure=True,
                    may_be_own=True,
                )
                if words:
                    yield Span(NAME, words[0].start(), words[-1].end())
            return
        for found in _BEFORE_CONTACT.finditer(text):
            said = list(_WORD.finditer(found.group(1)))
            names: list[re.Match[str]] = []
            for word in reversed(said):
                if self._is_no_name(word.group()) or not word.group()[0].isupper():
                    break
                names.insert(0, word)
            starts = found.start(1)
            if names and (
                len(names) > 1
                or _is_given(names[0].group().casefold())
                or _STARTS_SENTENCE.search(text[: starts + names[0].start()])
            ):
                yield Span(NAME, starts + names[0].start(), starts + names[-1].end())

    def _is_no_name(self, word: str) -> bool:
        folded = word.casefold()
        return folded in _NEVER or folded in COMMON_NOUNS or folded in self._own or folded in BRANDS

    def _answer(self, text: str) -> Iterator[Span]:
        """An answer that is a name and little else, however it is written."""
        at = 0
        while (word := _WORD.search(text, at)) and word.group().casefold() in _NEVER and at < 60:
            at = word.end()
        if word is None:
            return
        words = self._words(text, word.start(), is_sure=True, may_be_own=True)
        if (
            words
            and (_END.match(text, words[-1].end()) or len(words) > 1)
            and words[0].group().casefold() not in COMMON_NOUNS
        ):
            yield Span(NAME, words[0].start(), words[-1].end())

    def _given(self, text: str) -> Iterator[Span]:
        """A name that many bear, wherever it stands with a capital, with the capitals behind it."""
        for word in _WORD.finditer(text):
            folded = word.group().casefold()
            if (
                (_is_given(folded) or (folded in names_by_capital() and not self._starts(text, word)))
                and word.group()[0].isupper()
                and folded not in self._own
                and folded not in _NEVER
                and not (folded in WORDS_TOO and self._begins_sentence(text, word))
                and not _IN_PLACES.search(text[max(0, word.start() - 10) : word.start()])
                and not (folded == "max" and text[word.end() : word.end() + 1] == ".")
            ):
                words = self._words(text, word.start(), is_sure=True, may_be_own=False)
                kept = [one for one in words if one.group().casefold() not in COMMON_NOUNS]
                if kept:
                    yield Span(NAME, kept[0].start(), kept[-1].end())

    def beside_address(self, text: str, address: Span) -> Iterator[Span]:
        """Whose address it is: "Petermann, Rosengasse 5"."""
        before = text[max(0, address.start - 60) : address.start]
        if found := _ADDRESSEE.search(before):
            said = found["name"].split()
            start = address.start - len(before) + found.start("name")
            if not any(self._is_no_name(word) for word in said):
                yield Span(NAME, start, start + len(found["name"]))

    def _starts(self, text: str, word: re.Match[str]) -> bool:
        return bool(_STARTS_SENTENCE.search(text[max(0, word.start() - 4) : word.start()]))

    def _begins_sentence(self, text: str, word: re.Match[str]) -> bool:
        """Whether its capital is the sentence's, and another word goes on: "Frank opinion"."""
        before, behind = text[max(0, word.start() - 4) : word.start()], text[word.end() : word.end() + 2]
        return (
            bool(_STARTS_SENTENCE.search(before))
            and len(behind) > 1
            and behind[0] == " "
            and behind[1].islower()
        )

    def _in_capitals(self, text: str) -> Iterator[Span]:
        """Two words or more with capitals within a sentence, of which none is another thing: "book Barnaby Croft in"."""
        for found in _CAPITALS.finditer(text):
            words = found.group().split()
            if _STARTS_SENTENCE.search(text, max(0, found.start() - 4), found.start()) or _PLACED.search(
                text[max(0, found.start() - 12) : found.start()]
            ):
                continue
            if not any(self._is_no_name(word) or self._is_no_name(word.rstrip("s")) for word in words):
                yield Span(NAME, found.start(), found.end())


def _scripted(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words of a name in a script without capitals: the first, and those that are plainly of it."""
    kept = words[:1]
    for word in words[1:]:
        said = word.group()
        if (
            not (said.startswith("ال") or said in PARTICLES or "-" in said or _is_known_name(said))
            and kept[-1].group() not in PARTICLES
        ):
            break
        kept.append(word)
    return kept


def _is_surname(*said: str) -> bool:
    return any(word in listed_surnames() and word not in _NEVER for word in said)


def _is_given(folded: str) -> bool:
    return folded in listed_names() and folded not in COMMON_NOUNS and folded not in _NEVER


def _is_known_name(folded: str) -> bool:
    """A name that many bear, if only its place tells it from another word."""
    is_one = folded in listed_names() or folded in ordinary_names() or folded in listed_surnames()
    return is_one and folded not in COMMON_NOUNS and folded not in _NEVER


def _is_plainly_one(text: str, span: Span) -> bool:
    """Whether what follows "for" is a name and no thing: one that many bear, or several words with capitals."""
    words = text[span.start : span.end].split()
    return _is_given(words[0].casefold()) or len(words) > 1


def _goes_on(first: str, word: str, count: int) -> bool:
    """Whether a word may be the next of a name that began like this."""
    if _SCRIPT_WITHOUT_CAPITALS.match(first):
        return bool(_SCRIPT_WITHOUT_CAPITALS.match(word)) and count < (5 if word.startswith("ال") else 3)
    return word[0].isupper() if first[0].isupper() else count < 3


def _behind_titles(text: str, at: int) -> int:
    for _ in range(MOST_TITLES):
        title = TITLE.match(text, at)
        if title is None:
            break
        at = title.end()
    return at
