"""Medicines: by the stems of their international names, by their dose, and by the words that lead to one."""

import re
from collections.abc import Iterator

from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.health.patterns import compile_words, plain
from agent.privacy.names.unknown import is_unknown
from agent.privacy.names.words import BRANDS, COMMON_NOUNS, STOPS
from agent.privacy.spans import HEALTH, Span

# Stems of international non-proprietary names (WHO), with the endings our languages write on them.
BY_STEM = compile_words(
    r"(?<!\w)[^\W\d_]{2,18}(?:ostom(?:y|ie|ia|iebeutel)|xaban[ea]?o?|gatran[eo]?|[aeio]lol[eo]?|sartan[eo]?|[^p\W]pril[eo]?|statin[ae]?|fibrate?|gliflozin[ae]?|gliptin[ae]?|glitazone?|glutide?|formin[ae]?|racetam|[ao]pine?|apina|idone?|tript[iy]lin[ea]?|oxetin[ea]?|"
    r"prazol[eo]?|tidin[ea]?|[^\W]cyclin[ea]?|ciclin[ae]|oxacin[aeo]?|cillin[ea]?|cilina|mycin[ea]?|micin[ae]|conazol[eo]?|nazol[eo]?|ciclovir|[^e\W]ovir|buvir|navir|tinib|umab|ximab|zumab|dron(?:ate|ic|at|ato|säure)|methason[ea]?|metason[ea]?|nisol?on[ea]?|"
    r"cortison[ea]?|sonid[eo]?|terol[eo]?|tropium|tropio|lukast|setron[e]?|triptan[eo]?|barbital|zepam|zolam|zodon[ea]?|codon[ea]?|morphon[ea]?|caine?|caina|parin[ea]?|pidogrel|grelor|furosemid[ea]?|[aeo]semid[ea]?|thiazid[ea]?|tiazid[ea]?|lactone?|spirone?|levodopa|giline?|stigmine?|mantine?|"
    r"thyroxin[ea]?|tiroxin[ea]?|gabalin[ea]?|lamotrigin[ea]?|bamazepin[ea]?|valproat[eo]?|sulide?|profen[eo]?|coxib|oxicam|salicyl\w*|salicilic\w*|aspirin[ae]?|spirin[ae]|dipin[eao]?|afil[eo]?|asteride?|azosin[ea]?|losin[ea]?|marol|coumon[ea]?|farin[ea]?|pamol|cetamol[eo]?|mizol|tadin[ea]?|rizin[ea]?|etirizin[ea]?)(?!\w)"
    r"|(?<![א-ת])[ובלמ]?[א-ת]{2,9}(?:קסבן|קסבאן|ולול|סרטאן|סטטין|פראזול|פרזול|קונאזול|מיצין|צילין|זפאם|זפם|גבלין|דיפין|טריפטן|פורמין|פארין|קורטיזון|תירוקסין|טירוקסין|אוקסטין|פרופן)(?![א-ת])"
    r"|(?<![ء-ي])[وبل]?[ء-ي]{2,9}(?:كسابان|ولول|سارتان|ستاتين|برازول|كونازول|ميسين|مايسين|سيلين|زيبام|بالين|ديبين|تريبتان|فورمين|بارين|كورتيزون|ثيروكسين|أوكستين|بروفين)(?![ء-ي])"
)
_DOSE = compile_words(
    r"(?<!\w)(?P<what>[^\W\d_]{4,20}) ?(?:\d{1,4}(?:[.,]\d{1,3})?) ?(?:mg|mcg|µg|mikrogramm|milligramm?|milligrams?|i\.?e\.?|מ\"ג|ملغ|مجم)(?!\w)"
)
_TAKES = compile_words(
    r"(?<!\w)(?:(?:i|he|she|they|we|mum|dad|son|daughter|wife|husband|mother|father)(?:['’]ve| have| has)? (?:(?:still|also|currently|only|been|have to|need to) )*(?:take|takes|took|taking|prescribed|given)|(?:been |i['’]?m |am |is |currently |already )taking|(?:prescribed|started|stopped)(?: me)?|put (?:me|him|her) on|(?:i['’]?m|i am|been|he['’]s|she['’]s|is|still) on|switched (?:me )?(?:from|to)|tablets called|medication (?:is|called)|"
    r"(?:ich |er |sie )?(?:nehme?|nimmt|nehm|schlucke?|spritze?|einnehme)(?: (?:ich|er|sie|noch|zurzeit|gerade|täglich|regelmäßig|jeden tag|jeden morgen|morgens|abends|leider|auch|aktuell|seit [^\W\d_]+(?: [^\W\d_]+)?|wegen [^\W\d_]+)){0,3}|(?:eingestellt|umgestellt|therapie) (?:auf|mit)|verschrieben(?: bekommen)?:?|medikament(?:e|en)?(?: heißt| ist|:)|"
    r"(?:je |il |elle |on m['’]a )?(?:prends?|sous|prescrit|avale)(?: (?:toujours|encore|aussi|déjà|actuellement|tous les jours|chaque jour)){0,2}|traitée? (?:par|avec|au)|commencé|traitement(?: (?:est|c['’]est|par|:))|"
    r"(?:tomo|toma|tomamos|tomando|tomaba|pincho|receta(?:do|ron|n)|medico con|medicado con|medicada con)(?: (?:también|todavía|cada día|diario|a diario|siempre|aún|desde hace [^\W\d_]+ [^\W\d_]+)){0,2}|tratamiento con|"
    r"(?:prendo|prende|assumo|assume|prendendo|assumendo|prescritto)(?: (?:ancora|anche|sempre|ogni giorno|tutti i giorni|già|da anni)){0,2}|(?:in cura|terapia) con|"
    r"(?:(?:אני|הוא|היא) על|לוקחת?|נוטלת?|מטופלת? ב|מטופל ב|רשמו לי|נתנו לי|על תרופה)(?: (?:גם|כרגע|כבר|כדור|כדורי|תרופה בשם|כל יום)){0,2}|"
    r"(?:[ابيتن]{0,2}?(?:اخد|آخذ|اخذ|أخذ|اتناول|أتناول|تناول)|(?:[اأ]نا |ماشي[ةه]? )على|عايش[ةه]? على|وصفل\w* |صرفل\w* |على دوا|بستعمل دوا)(?: (?:كمان|دوا|حبوب|دواء|حب|يوميا|كل يوم)){0,2}) "
    r"(?:(?:du|de la|de l['’]|des|un|une|le|la|les|el|il|lo|l['’]|the|my|mon|mio|mi|mein|das|den|die) ?(?<=[ '’]))?(?P<what>[^\W\d_][\w\-]{3,20})(?P<more>(?:,? (?:and|und|et|y|e) | ו| و ?|, )[^\W\d_][\w\-]{3,20})?"
    r"(?![\w'’])"
)
# What people take, are on and swallow, that no list of words has.
_NO_MEDICINE = frozenset(
    plain(
        "formule offre promo offerta oferta angebot deal استراحة بريك دور صورة bus tram train taxi cab tube metro subway car bike lift stairs first last next second earliest latest slot offer package course courses class classes "
        "break notes care photo photos cash card cards credit sugar milk coffee tea water lunch dinner bath shower pill holiday holidays leave benefits budget "
        "diet track board call hold zug bahn straßenbahn fahrrad auto aufzug ersten letzten nächsten zweiten früheren späteren gutschein angebot kaffee tee "
        "zucker milch kreditkarte karte rücksicht platz urlaub kontakt abschied abstand kurs kurse stunden teil train métro tramway voiture vélo avion premier "
        "dernier prochain créneau forfait café thé sucre lait soin rendez-vous rdv abonnement douche vacances congés carte option pression autobús tren metro "
        "coche taxi avión bici primera último próxima café azúcar leche té nota fotos cita vacaciones clases decisión medidas sol vino cerveza agua autobus "
        "treno metro macchina aereo bici primo ultimo prossimo caffè zucchero latte tè appunti ferie lezioni sole vino acqua appuntamento posto pacchetto "
        "אוטובוס רכבת מונית רכב הפסקה קפה סוכר חלב תור התור שיעורים חופש זמן ילדים הילדים باص الباص تاكسي سيارة قطار قهوة شاي سكر حليب دوش موعد الموعد إجازة "
        "دروس وقت third fourth second deuxième troisième quatrième segundo segunda tercero tercera secondo terzo zweite zweiten dritte dritten vierten "
    ).split()
)

# People are on other things too ("on Duolingo all day").
_ON = re.compile(r" (?:on|sous) $")
_SINCE = frozenset(
    [
        "since",
        "for",
        "and",
        "daily",
        "so",
        "if",
        "because",
        "at",
        "every",
        "now",
        "from",
        "depuis",
        "et",
        "pour",
    ]
)
_NEXT = re.compile(r" (?P<word>[^\W\d_]+)")


def medicines(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """What somebody takes, whatever it is called."""
    for frame in pattern.finditer(text):
        if _may_be_one(frame["what"]) and _goes_on_plainly(
            text, frame.end(), is_on=bool(_ON.search(text, frame.start(), frame.start("what")))
        ):
            end = frame.end("what")
            more = frame["more"] if "more" in pattern.groupindex else None
            if more and _may_be_one(more.strip(" ,").split()[-1].lstrip("וو")):
                end = frame.end("more")
            yield Span(HEALTH, frame.start("what"), end)


def _goes_on_plainly(text: str, end: int, *, is_on: bool) -> bool:
    """Whether the clause ends here, or goes on with a word of every sentence; ``is_on`` is said of who is "on"
    something."""
    following = _NEXT.match(text, end)
    if is_on and following:
        return following["word"] in _SINCE
    return following is None or not is_unknown(following["word"]) or following["word"].isdecimal()


def _may_be_one(word: str) -> bool:
    is_other = word in _NO_MEDICINE or word in BRANDS or word in COMMON_NOUNS or word in STOPS
    return (
        not is_other and word not in CALENDAR_WORDS and is_unknown(word) and not word.startswith(("ال", "ה"))
    )


TAKEN = (_TAKES, _DOSE)
