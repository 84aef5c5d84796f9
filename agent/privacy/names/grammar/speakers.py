"""Who speaks: "rosie here again", "ich bin's, die Uschi", "c'est encore Nanou", "انا سوسو مرة تانية"."""

import re
from collections.abc import Iterator

from agent.privacy.names.grammar.slot import END, name_in_slot
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS, is_known_name
from agent.privacy.names.reading import WHAT_SOMEBODY_IS, NameReader
from agent.privacy.names.words import ALONE, HOW_SOMEBODY_IS
from agent.privacy.spans import Span

_AGAIN = re.compile(
    r"[,،]? (?:(?:here|again|back|once more|speaking|writing|calling|from (?:the|last|next|this|across|over|number|\w+day)|on the phone|this side|from (?:upstairs|downstairs|next door|the \w+|flat \w+))(?!\w)|(?:hier|wieder|noch ?mal|nochmals|mal wieder|schon wieder|am apparat|am telefon|spricht|schreibt|mein name|von (?:oben|unten|nebenan)|aus dem (?:\d+\.|[^\W\d_]+) (?:stock|og))(?!\w)|"
    r"(?:ici|encore|de nouveau|à nouveau|à l['’]appareil|au téléphone|au bout|de l['’]étage|du \d+(?:e|ème)|d['’]en (?:haut|bas)|d['’]à côté|rebonjour|toujours|de chez)(?!\w)|(?:otra vez|de nuevo|nuevamente|aquí|por aquí|al habla|al teléfono|de vuelta|una vez más|del? (?:\d+º|primero|segundo|tercero|cuarto|quinto|sexto|piso|bajo|ático)|la de siempre|el de siempre)(?!\w)|(?:il solito|la solita)(?!\w)|"
    r"(?:di nuovo|ancora|qui|sempre|al telefono|all['’]apparecchio|un['’]altra volta|del (?:primo|secondo|terzo|quarto|quinto|piano)|di nuovo qui)(?!\w)|(?:שוב|כאן|פה|מדברת?|בטלפון|עוד פעם|מאתמול|מקודם|מהבוקר|מקומה|מלמעלה|מלמטה|מהבניין|מהדירה)(?!\w)|(?:مرة (?:ثانية|تانية|أخرى|اخرى|كمان)|من جديد|كمان مرة|تاني|معك|معكم|معاك|معاكم|هون|هنا|بتحكي|بيحكي|من (?:مبارح|امبارح|شوي|قبل|الصبح|الطابق|الدور|العمارة|البناية|فوق|تحت))(?!\w))",
    re.I,
)
# What leads to who speaks; "la" and "der" may stand before the name.
_IT_IS = re.compile(
    r"(?<![\w'’])(?:(?:it['’]?s|its|it is|this is|that['’]s|tis)(?: (?:me|only|just|still|again|really|also)){0,3},?(?: again,?)?|me again,?|"
    r"ich bin['’]?s?(?: (?:es|nochmal|noch mal|wieder|schon wieder|mal wieder|nur|doch|auch)){0,3},?|(?:bins|bin['’]s)(?: (?:nochmal|wieder|nur)){0,2},?|hier (?:ist|nochmal|wieder|noch mal|schreibt|spricht|meldet sich)(?: (?:nochmal|wieder|noch mal|ist)){0,2}|da ist|"
    r"c['’ ]?(?:est|é)?(?: (?:encore|moi|toujours|à nouveau|re|juste|de nouveau)){0,3},?|moi c['’]? ?(?:est)?|ici(?: encore)?|"
    r"soy(?: (?:yo|otra vez|de nuevo|nuevamente)){0,2},?|(?:por )?aquí(?: (?:otra vez|de nuevo|está)){0,2},?|(?:le |os |te )?(?:habla|escribe|saluda)|"
    r"sono(?: (?:io|sempre|ancora|di nuovo)){0,3},?|qui(?: (?:è|c['’]è|sempre|ancora)){0,2}|(?:le |vi |ti )?(?:parla|scrive)|"
    r"(?:שוב )?(?:אני|זה|זאת|זו)(?: (?:שוב|אני|עוד פעם)){0,2},?|(?:כאן|פה|מדברת?|כותבת?)(?: שוב)?|"
    r"(?:[اأ]نا|معك|معكم|معاك|معاكم|هون|هنا)(?: (?:مرة تانية|مرة ثانية|كمان مرة|نفسي)){0,1}،?) (?:(?:die|der|la|le|el|il|lo|l['’]|the|ال) ?(?<=[ '’]))?",
    re.I,
)
# Who says what they are with these needs more than a word that nobody knows: "sono disperata".
_IS_SO = re.compile(
    r"(?:ich bin|soy|sono|i['’]m|ici|aquí|qui|hier|אני|זה|זאת|זו|כאן|פה|[اأ]نا|هون|هنا)(?: (?:yo|io|es|il|le|el|la|è|ist|está))*,? $",
    re.I,
)
# What people say of things, and no list has.
_PREDICATES = frozenset(
    [
        "dommage",
        "nul",
        "parfait",
        "parfaite",
        "génial",
        "génialissime",
        "bizarre",
        "marrant",
        "drôle",
        "sympa",
        "loin",
        "noté",
        "compris",
        "fini",
        "fermé",
        "complet",
        "top",
        "relou",
        "galère",
        "nickel",
        "fab",
        "brill",
        "ridiculous",
        "weird",
        "awesome",
        "lovely",
        "ace",
        "gorgeous",
        "tricky",
        "complicated",
        "broken",
        "rubbish",
        "hungry",
        "amazing",
        "perfect",
        "brilliant",
        "shame",
        "genial",
        "raro",
        "perfecto",
        "horrible",
        "increíble",
        "perfetto",
        "strano",
        "assurdo",
        "bellissimo",
        "peccato",
        "pazzesco",
        "schade",
        "blöd",
        "doof",
        "nervig",
        "komisch",
        "verwirrend",
        "stressig",
        "kaputt",
        "חבל",
        "דחוף",
        "מעצבן",
        "מוזר",
        "מבאס",
        "מקסים",
        "مستعجلة",
        "مستعجل",
        "زعلانة",
        "زعلان",
        "محتارة",
        "محتار",
        "جوعانة",
        "تعبانة",
        "متضايقة",
    ]
)
# "Estoy al teléfono" is nobody's name.
_ONESELF = frozenset(
    [
        "estoy",
        "estamos",
        "ando",
        "llamo",
        "escribo",
        "eccomi",
        "eccoci",
        "sto",
        "stiamo",
        "siamo",
        "sono",
        "chiamo",
        "scrivo",
        "suis",
        "jsuis",
        "appelle",
        "sommes",
        "bin",
        "sind",
        "melde",
        "ruf",
        "ist",
    ]
)
_CLAUSES = re.compile(r"[.!,،\n] ?(?=[^\W\d_])")
_ARTICLE = re.compile(r"(?:die|der|la|le|el|il|l['’]) ?(?<=[ '’])", re.I)
_BEGINNING = 40
_STATE = re.compile(r"(?:ing|ed|ful|ous|able|less)$")


def speakers(reader: NameReader, text: str) -> Iterator[Span]:
    for clause in _CLAUSES.finditer(text, 0, _BEGINNING):
        yield from _speaker_of_clause(reader, text, clause.end())
    begins = ALONE.match(text)
    yield from _speaker_of_clause(reader, text, begins.end() if begins else 0)
    for frame in _IT_IS.finditer(text):
        span = name_in_slot(reader, text, frame.end(), is_sure=False)
        if span and _is_speaker(text, frame.group(), span):
            yield span


def _speaker_of_clause(reader: NameReader, text: str, at: int) -> Iterator[Span]:
    article = _ARTICLE.match(text, at)
    span = name_in_slot(reader, text, article.end() if article else at, is_sure=True)
    if span and _AGAIN.match(text, span.end):
        said = text[span.start : span.end]
        if said.casefold() not in _PREDICATES | _ONESELF and not _STATE.search(said):
            yield span


def _is_speaker(text: str, frame: str, span: Span) -> bool:
    said = text[span.start : span.end]
    is_known = is_known_name(said.split()[0].casefold()) or (
        said[0].isupper() and not SCRIPT_WITHOUT_CAPITALS.match(said)
    )
    if _AGAIN.match(text, span.end):
        return not _is_predicate(text, span)
    is_asked = bool(SCRIPT_WITHOUT_CAPITALS.match(said)) and text[span.end :].lstrip()[:1] in ("?", "؟")
    is_role = bool(_IS_SO.search(frame)) and bool(WHAT_SOMEBODY_IS.fullmatch(said))
    if is_asked or is_role or not END.match(text, span.end) or _is_predicate(text, span):
        return False
    return is_known or not _IS_SO.search(frame)


def _is_predicate(text: str, span: Span) -> bool:
    said = text[span.start : span.end]
    return said.casefold() in _PREDICATES or (
        said[0].islower() and bool(HOW_SOMEBODY_IS.search(said)) and not is_known_name(said)
    )
