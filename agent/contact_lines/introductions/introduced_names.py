"""A name behind "my name is", "for" and their like, wherever in a piece these stand. Pure."""

import re
from itertools import islice

from agent.assent import is_courtesy
from agent.contact_lines.asides import is_dated, is_of_function, leads, trim
from agent.contact_lines.introductions.framed_names import I_AM, SMALL_LETTERS_AFTER
from agent.contact_lines.names.judgement import NameVerdict
from agent.contact_lines.names.lists import fold, is_given, is_listed
from agent.contact_lines.piece import LineContext, Piece, PieceKind
from agent.contact_lines.pieces import EDGES
from agent.contact_lines.wishes import says_something
from agent.contact_lines.words.closed_classes import function_words
from agent.contact_lines.words.labels import is_label
from agent.contact_lines.words.name_parts import PARTICLES
from agent.contact_lines.words.states import is_state
from agent.languages import words_in
from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled
from agent.languages.vocabulary.closed_classes import closed_words

# Introductions that nothing but a name can follow; after "I am" and "for" many things may.
NAMING = re.compile(r"name|heiß|heiss|appelle|nom |llamo|nombre|chiamo|nome|שמי|השם|קוראים|על שם|اسم", re.I)
MOST_NAME_WORDS = 9
# "Ich bin die Anna".
ARTICLES = frozenset(["die", "der", "la", "el", "il", "le"])
MOST_INTRODUCTIONS = 6


def read_introduced(piece: str, line: LineContext) -> Piece | None:
    """A name after "my name is" or "for", and what else the piece says."""
    for pattern in dict.fromkeys((line.words.name, words_in("en").name)):
        said = compiled(rf"(?:^|(?<=\s))(?:{pattern})", re.I).finditer(piece)
        for found in islice(said, MOST_INTRODUCTIONS):
            if pattern != line.words.name and fold(found.group().strip()) in closed_words(line.words.tag):
                continue  # "Im Zug" is no "I'm Zug".
            name, behind = _name_after(found.group(), piece[found.end() :].split(), line)
            if not name:
                continue
            others = (piece[: found.start()], behind)
            return Piece(
                piece,
                PieceKind.NAME,
                name,
                piece[found.start() : found.end()] + name,
                NameVerdict.NAME,
                is_introduced=True,
                says_more=not all(_says_nothing(part, line) for part in others),
            )
    return None


def _name_after(introduction: str, tokens: list[str], line: LineContext) -> tuple[str, str]:
    """The name behind an introduction, "" where there is none, and what follows it."""
    is_named = bool(NAMING.search(introduction))
    if len(tokens) > 1 and tokens[0] in ARTICLES and tokens[1][:1].isupper():
        tokens = tokens[1:]
    taken = _name_words(tokens, line.words, is_named=is_named)
    told, behind = trim(taken, line.words), tokens[len(taken) :]
    name = " ".join(told)
    if not told or (
        not is_named and (is_dated(told, line.words) or not _may_follow(introduction, told, behind, line))
    ):
        return "", ""
    verdict = line.judge(name, is_introduced=is_named)
    return (name, " ".join(behind)) if verdict is NameVerdict.NAME else ("", "")


def _may_follow(introduction: str, told: list[str], behind: list[str], line: LineContext) -> bool:
    """After "I am" and "for": a name with its capital, or in a script without. In small letters only where a
    name was asked for, all is written small and nothing else is said: "I'm pregnant" and "im pregnant by the
    way" tell of something else."""
    if told[0].lower() == told[0].upper():
        return _may_follow_without_capitals(introduction, told, line)
    if not any(token[:1].islower() and fold(token) not in PARTICLES for token in told):
        return True
    is_all_small = introduction == introduction.lower()
    return (
        line.is_asked
        and is_all_small
        and len(told) <= SMALL_LETTERS_AFTER
        and (not behind or leads(" ".join(behind), line.words))
    )


def _may_follow_without_capitals(introduction: str, told: list[str], line: LineContext) -> bool:
    """The same in a script without capitals: what follows "I am" there is as often a verb ("I am checking"),
    so that one word has to be in a list of names."""
    if is_state(" ".join(told), line.words.tag):
        return is_given(told[0])
    return not I_AM.search(introduction.strip()) or any(is_listed(one) for one in told)


def _says_nothing(part: str, line: LineContext) -> bool:
    bare = part.strip(EDGES + ".'’")
    return (
        not bare
        or leads(bare, line.words)
        or is_courtesy(bare, line.words.tag)
        or is_of_function(bare, line.words)
        or (line.is_asked and not says_something(bare, line))
    )


def _name_words(tokens: list[str], words: Words, *, is_named: bool) -> list[str]:
    """The words after an introduction that belong to the name: to the first word of a sentence."""
    function, taken = function_words(words.tag), []
    starts_small = bool(tokens) and tokens[0][:1].islower() and fold(tokens[0]) not in PARTICLES
    for place, token in enumerate(tokens[:MOST_NAME_WORDS]):
        word, is_small = fold(token), not token[:1].isupper()
        is_cased = token[:1].isupper() or token[:1].islower()
        later = [one for one in tokens[place + 1 : place + 4] if one[:1].isupper()]
        if is_cased and is_small and word in PARTICLES and later and not starts_small:
            taken.append(token)
            continue
        if is_label(word) and place and is_small:
            break
        if word in function and is_small and not (is_named and place == 0 and len(tokens) > 1):
            break
        if is_cased and is_small and not starts_small:
            break
        if starts_small and not is_small and place:
            return []
        taken.append(token)
        if token[-1:] in ".!" and len(word) > 3:
            break
    return taken
