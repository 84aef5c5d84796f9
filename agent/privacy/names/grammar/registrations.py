"""Under whose name something is booked, and whom somebody comes with, tells or is the parent of."""

import re
from collections.abc import Iterator

from agent.languages.patterns.screen import Screen
from agent.privacy.names.grammar.slot import name_in_slot
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS
from agent.privacy.names.reading import NameReader
from agent.privacy.spans import Span

# Nothing but a name follows.
_NAMED = (
    r"(?:under|in|by|on) (?:the |my )?(?:surname|name)(?: of)?|booked (?:in )?(?:under|as|for)|(?:listed|registered|saved|down|known) (?:under|as)|(?:put|book|register|file|list|note|save|keep|enter|make|have)(?: [^\W\d_]+){0,3} (?:under|as)|(?:booking|appointment|reservation|slot|table)(?: is|['’]s) (?:under|for)|(?:it|that)(?: is|['’]s) under|make(?: [^\W\d_]+){0,3} out to|under(?= (?:van|von|de|del|della|di|du|le|la|st|mc|el|al)(?!\w))|name(?: [^\W\d_]+){0,4} (?:should (?:be|read|say)|reads|to be|would be|is)",
    r"(?:auf|unter)(?: (?:den|dem|meinen|meinem))? (?:nach)?namen|(?:läuft|geht|gebucht|reserviert|eingetragen|termin|buchung|reservierung|notiert|vermerkt) (?:\w+ )?(?:auf|unter|als|für)|(?:trag|trägt|schreib|notier|buch|setz|nimm|führ)\w*(?: [^\W\d_]+){0,3} (?:als|unter|auf)|(?:mein|ihr|der) (?:nach)?name:?|(?:unter|auf)(?= (?:von|van|vom|zu|zur|zum|de|di)(?!\w))",
    r"au nom d(?:e|['’])|(?:sous|avec) (?:le nom d(?:e|['’])|nom)|(?:mett|mets|not|inscri|réserv|enregistr|marqu)\w*(?:[- ](?:moi|nous|le|la|ça))?(?: [^\W\d_]+){0,2} (?:sous|comme|pour)|réservation(?: est)? (?:sous|pour)",
    r"a nombre(?: de)?|(?:al|con el|bajo el) (?:nombre|apellido)(?: de)?|(?:ap[úu]nt|an[óo]t|p[óo]n|reg[íi]str|reserv|inscr[íi]b|ponedlo)\w*(?: [^\W\d_]+){0,2} (?:como|bajo|por)|(?:reserva|cita)(?: está)? (?:como|bajo)",
    r"a nome(?: di)?|(?:sotto|con) (?:il )?(?:nome|cognome)(?: di)?|(?:segn|scriv|mett|prenot|registr|iscriv)\w*(?: [^\W\d_]+){0,2} (?:come|sotto)|(?:prenotazione|appuntamento)(?: è)? (?:come|sotto|per)",
    r"על ה?שם(?: של)?|(?:תחת|לפי)(?: ה?שם)?|בשם(?: של)?|ת?רש[ומ]\w*(?: [א-ת]+){0,2} (?:תחת|בתור|כ)|רשו[םמ]ה? על|ה?(?:תור|הזמנה) על",
    r"(?:[بف]?باسم|بإسم|[عل]?على (?:اسم|إسم)|تحت (?:اسم|إسم)|ب?اسم عائلة|سجل\w* (?:ك|باسم))",
)
# Whom somebody is the parent of, comes with, tells something or greets from.
_BESIDE = (
    r"(?:mum|mom|mother|dad|father|parent|guardian|wife|husband|sister|brother|owner|carer) (?:of|to)|(?:me|myself) and|(?:tell|let|remind|warn|inform|text|ring)(?= [^\W\d_]+ (?:i|we|that|know|to|it|my|he|she|i['’]m|we['’]re))|(?:regards|greetings|love|hello|hi) from|(?:together|along) with",
    r"(?:mama|mami|mutter|papa|vater|frau|mann|schwester|bruder|frauchen|herrchen|oma|opa) von|(?:gru(?:ß|ss)|grüße?|grüsse) (?:von|an)|zusammen mit|(?:ich|wir) (?:und|komm\w* mit)|mit (?=(?:der|dem) [^\W\d_]+ zusammen)|(?:sag|sagt|sagen sie|richten sie)(?: bitte)?",
    r"(?:maman|mère|papa|père|femme|mari|sœur|frère|maîtresse|maître|mamie|papi) d(?:e|['’])|(?:dites?|dis|préven\w+|rappel\w+)(?: à)?|(?:bises|salutations|bonjour) de(?: la part de)?|moi et|avec moi et",
    r"(?:mamá|mama|madre|papá|padre|mujer|marido|hermana|hermano|dueñ[oa]|abuel[oa]|tutora?) de|(?:d[íi]|diga|dígan|decid|avis|recuérd|recuerd)\w* (?:por favor )?a|saludos de|(?:yo|conmigo) y|junto con",
    r"(?:mamma|madre|papà|padre|moglie|marito|sorella|fratello|padron[ae]|nonn[oa]) di|(?:d[ìi]|dica|dite|dillo|avvis|ricord)\w* a|saluti da|(?:io|me) e|insieme (?:a|con)",
    r"(?:אמא|אימא|אבא|אמו|אמה|אביו|הורה|אשתו|בעלה|אחות|סבתא|סבא) של|(?:תגיד|תגידו|תגידי|תמסר\w+|תזכיר\w*|אמר\w+|למסור|להגיד)(?: בבקשה)? ל-?|ד[\"״]ש מ|יחד עם|ביחד עם",
    r"(?:والد[ةه]?|ماما|بابا|زوج[ةه]?|[اأ]خت|ست|صاحب[ةه]?|[اأ]نا (?:ام|أم|ابو|أبو))|(?:قول|قولوا|قولي|خبر|خبروا|خبري|بلغ\w*|ذكر\w*)(?: لو سمحت\w*)? ل?|سلام من",
)
_WORD_ENDS = r"(?:(?<=['’-])|(?<= ל)|(?<= مـ)|(?<= ل)| )"
# "Unser Kleiner, der Jannes, ..."
_CALLED = re.compile(r", (?:der|die) (?=[A-ZÄÖÜ][^\W\d_]+,)")
_PLACES: Screen[bool] = Screen(
    [
        (_CALLED, False),
        *(
            (
                re.compile(
                    rf"(?<![\w'’])(?:{one}){_WORD_ENDS}[\"„“«]?(?:(?:der|die|den|dem|la|el|il|le) )?", re.I
                ),
                True,
            )
            for one in _NAMED
        ),
        *(
            (
                re.compile(rf"(?<![\w'’])(?:{one}){_WORD_ENDS}(?:(?:der|die|den|dem|la|el|il|le) )?", re.I),
                False,
            )
            for one in _BESIDE
        ),
    ]
)
# "Keziah and I will be there".
_AND_ME = re.compile(r" (?:and (?:i|me)|und ich|et moi|y yo|e io|ואני|و ?[اأ]نا)(?!\w)", re.I)
_CLAUSES = re.compile(r"(?:^|[.!?,،\n] ?)(?=[^\W\d_])")
# "Could Wolfie come": what somebody else may do.
_MAY = re.compile(
    r"(?<![\w'’])(?:can|could|would|will|might|should|kann|könnte|darf|soll|peut|pourrait|puede|podría|può|potrebbe|אפשר ש|ممكن) (?=[^\W\d_])",
    re.I,
)
_DO = re.compile(
    r" (?:come|have|get|join|bring|go|switch|drop|pick|kommen|mitkommen|vorbeikommen|abholen|venir|passer|pasar|venire|passare|יבוא|תבוא|ييجي|يجي|تيجي|تجي)(?!\w)",
    re.I,
)


def registered_names(reader: NameReader, text: str) -> Iterator[Span]:
    for pattern, is_sure in _PLACES.possible(text):
        for frame in pattern.finditer(text):
            at = frame.end()
            # An article that was read before it may be of the name: "De la Fuente", "Las Heras".
            span = name_in_slot(reader, text, at, is_sure=is_sure)
            if span and _is_one(text, span, is_sure=is_sure):
                yield span
    for clause in _CLAUSES.finditer(text):
        span = name_in_slot(reader, text, clause.end(), is_sure=False)
        is_one = span and not (
            SCRIPT_WITHOUT_CAPITALS.match(text, span.start) and " " in text[span.start : span.end]
        )
        if span and is_one and _AND_ME.match(text, span.end):
            yield span
    for frame in _MAY.finditer(text):
        span = name_in_slot(reader, text, frame.end(), is_sure=False)
        if span and _DO.match(text, span.end):
            yield span


def _is_one(text: str, span: Span, *, is_sure: bool) -> bool:
    said = text[span.start : span.end]
    is_large = any(word[0].isupper() for word in said.split()) and not SCRIPT_WITHOUT_CAPITALS.match(said)
    return is_sure or is_large or bool(SCRIPT_WITHOUT_CAPITALS.match(said))
