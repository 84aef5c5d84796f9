"""Reading one piece of a line: as a name, as what leads to a contact, as what stands beside one, or as
something else. Pure."""

from msgspec import structs

from agent.assent import is_answer_word, is_courtesy
from agent.contact_lines.asides import is_of_function, leads, stands_beside, trim
from agent.contact_lines.callbacks import asks_to_be_called
from agent.contact_lines.introductions.framed_names import read_framed
from agent.contact_lines.introductions.frames import language_of_introduction
from agent.contact_lines.introductions.introduced_names import read_introduced
from agent.contact_lines.labelled_names import read_labelled
from agent.contact_lines.names.judgement import QUESTION, NameVerdict, is_name_too
from agent.contact_lines.names.lists import is_listed
from agent.contact_lines.names.titles import is_title_alone
from agent.contact_lines.others import read_other
from agent.contact_lines.piece import LineContext, Piece, PieceKind
from agent.contact_lines.wishes import is_asked_oneself
from agent.languages import words_in
from agent.privacy.contacts.origins import origin_beside

# A name of nine words and what leads on to its contact; whoever says more says something else.
MOST_WORDS_BESIDE = 18


def read_piece(piece: str, line: LineContext) -> Piece:
    """What a piece of a line is. Whoever says "ich bin" on an English page says the rest in German as
    well."""
    spoken = language_of_introduction(piece, line.words.tag)
    if spoken != line.words.tag:
        line = structs.replace(line, words=words_in(spoken))
    if (told := _read_origin(piece, line)) is not None:
        return told
    if is_asked_oneself(piece):
        return Piece(piece, PieceKind.LEAD)
    if QUESTION.search(piece):
        return Piece(piece, PieceKind.ELSE)
    is_polite = is_courtesy(piece, line.words.tag) and not _may_be_called(piece, line)
    if is_polite or is_title_alone(piece, line.words.tag):
        return Piece(piece, PieceKind.LEAD)
    if line.is_asked and asks_to_be_called(piece, line.words.tag):
        return Piece(piece, PieceKind.ASIDE, written=piece, is_callback=True)
    readers = (read_labelled, read_other, read_framed) if line.is_asked else ()
    found = next(filter(None, (read(piece, line) for read in (*readers, read_introduced))), None)
    return found or _read_plainly(piece, line)


def _read_origin(piece: str, line: LineContext) -> Piece | None:
    """Where somebody or their number is from. A country is no time and no service; another place may be one
    of the business."""
    found = origin_beside(piece)
    if found is None or is_listed(piece) or not is_of_function(found[1], line.words):
        return None
    return Piece(piece, PieceKind.ASIDE if found[0].country else PieceKind.ELSE)


def _read_plainly(piece: str, line: LineContext) -> Piece:
    """A piece with nothing around the name."""
    if any(one.isdigit() for one in piece):
        is_aside = stands_beside(piece, line.words, line.services)
        return Piece(piece, PieceKind.ASIDE if is_aside else PieceKind.ELSE)
    if leads(piece, line.words):
        return Piece(piece, PieceKind.LEAD)
    if len(piece.split()) > MOST_WORDS_BESIDE:
        return Piece(piece, PieceKind.ELSE)
    name = " ".join(trim(piece.split(), line.words))
    verdict = line.judge(name)
    if verdict is NameVerdict.NONE:
        return Piece(piece, PieceKind.ELSE)
    return Piece(piece, PieceKind.NAME, name, piece, verdict=verdict)


def _may_be_called(word: str, line: LineContext) -> bool:
    is_small = word[:1].islower() or " " in word
    return is_name_too(word) or not (is_small or is_answer_word(word, line.words.tag))
