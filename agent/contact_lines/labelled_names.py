"""The parts of a name under their labels: "Vorname Ottilie", "el apellido es Rey", "العائلة حداد". Pure."""

import re

from agent.contact_lines.asides import take_name, trim
from agent.contact_lines.names.judgement import NameVerdict, has_shape
from agent.contact_lines.piece import LineContext, NamePart, Piece, PieceKind
from agent.contact_lines.wishes import says_something
from agent.privacy.contacts.spoken_signs import WITHOUT

_GIVEN = (
    r"(?:first[ -]?name|given[ -]?name|forename|vorname|rufname|prénom|prenom|nombre de pila|nome di battesimo|ה?שם (?:ה)?פרטי|"
    r"ال[اإ]سم الأول|[اإ]سمي الأول|الأول)"
)
_FAMILY = (
    r"(?:last[ -]?name|surname|family[ -]?name|nachname|familienname|zuname|nom de famille|apellidos?|cognome|ה?שם (?:ה)?משפחה|"
    r"[اإ]سم (?:ال)?عائلة|[اإ]سم العيلة|الكنية|العائلة|العيلة)"
)
_ANY = r"(?:nombre|nome|nom|name|ال[اإ]سم|[اإ]سمي|השם|שם|שמי)"
_LEADING = r"(?:(?:and|und|et|y|e|ו|و)\s*)?(?:(?:my|the|mein|meine|der|mon|le|mi|el|il|mio)\s+){0,2}"
_BETWEEN = r"(?:['’]s|\s+(?:is|ist|lautet|est|c['’]est|es|è|הוא|זה|هو|هي))?\s*[:=,\-]?\s+"
_PARTS = (
    (NamePart.GIVEN, re.compile(rf"{_LEADING}{_GIVEN}{_BETWEEN}(?P<name>\S.*)", re.I)),
    (NamePart.FAMILY, re.compile(rf"{_LEADING}{_FAMILY}{_BETWEEN}(?P<name>\S.*)", re.I)),
    (NamePart.ANY, re.compile(rf"{_LEADING}{_ANY}{_BETWEEN}(?P<name>\S.*)", re.I)),
)
_PART_LABEL = re.compile(rf"(?<!\w)[וו]?(?:{_GIVEN}|{_FAMILY})(?!\w)", re.I)
# "Sunday is my first name", "Lunes de apellido", "senza cognome": what stands before a label that is no
# label.
_NO_LABEL = re.compile(
    r"(?:(?:is|ist|est|es|è|['’]s|c['’]est|זה|זהו|هذا|هاد|هو)\s+(?:(?:my|the|mein|meine|mon|le|mi|el|il|mio|un|a)\s+){0,2}|"
    rf"(?:{WITHOUT}|kein|keinen|pas de|de|di|nicht|not|non)\s+)$",
    re.I,
)
_LABEL = re.compile(rf"(?<!\w)(?P<label>[וو]?(?:{_GIVEN}|{_FAMILY}|{_ANY}))(?:\s*[:=]+\s*|(?!\w))", re.I)
# "Nome e cognome", "first and last name".
_BOTH = re.compile(
    rf"(?<!\w)(?:{_GIVEN}|{_FAMILY}|{_ANY}|first|vor)\s*-?(?:[/+&,]|and|und|et|y|ed?)\s*(?:{_GIVEN}|{_FAMILY}|{_ANY})(?=\s*[:=]|\s)"
    r"|(?<!\w)(?:שם ו(?:שם )?משפחה|ال[اإ]سم وال(?:كنية|لقب|عائلة))",
    re.I,
)
MOST_LABELLED_WORDS = 5


def join_labels(text: str) -> str:
    """A text with one label, "name", where both parts of a name are labelled at once."""
    return _BOTH.sub("name", text)


def break_at_labels(text: str) -> str:
    """A text with a break before every label, where parts of a name have some: "nome Fabio cognome Conte",
    "Nom: Petit Prénom: Marie"."""
    return _LABEL.sub(_break, text) if has_parts(text) else text


def has_parts(text: str) -> bool:
    """Whether a text has a part of a name behind its label."""
    return any(
        not _NO_LABEL.search(text[: found.start()]) and text[found.end() :].strip(" .!")
        for found in _PART_LABEL.finditer(text)
    )


def _break(found: re.Match[str]) -> str:
    return f"\n{found['label']} " if found["label"] != found.group() else f"\n{found['label']}"


def read_labelled(piece: str, line: LineContext) -> Piece | None:
    """A piece that is one part of a name under its label."""
    for part, pattern in _PARTS if line.has_parts else ():
        found = pattern.fullmatch(piece)
        if not found:
            continue
        name = " ".join(trim(take_name(found["name"].split()), line.words))
        is_one = " " not in name and name[:1].isupper() and has_shape(name)
        if len(name.split()) > MOST_LABELLED_WORDS or not (
            is_one or line.judge(name, is_introduced=True) is NameVerdict.NAME
        ):
            return None
        says_more = says_something(found["name"].removeprefix(name), line)
        written = piece[: found.start("name")] + name if says_more else piece
        return Piece(
            piece,
            PieceKind.NAME,
            name,
            written,
            NameVerdict.NAME,
            is_introduced=True,
            says_more=says_more,
            part=part,
        )
    return None
