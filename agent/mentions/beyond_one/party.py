"""Who comes, where more than the speaker do: two relatives joined, a number of somebody's, a group, a family.
Pure.

A party is "relative and relative", "number (of) mine", "we are number", or a collective. Each language has
the words; the order of the words is the grammar here.
"""

import re
from functools import cache

from msgspec import Struct

from agent.languages.patterns.compiled import compiled
from agent.languages.patterns.prefiltered import AnyPattern, prefilter
from agent.mentions.beyond_one.clauses import WORD
from agent.mentions.beyond_one.words import REMAINDER_WORDS


class PartyWords(Struct, frozen=True):
    """``for_`` goes before whoever it is for, ``mine`` before a relative, ``own`` says whose several are (a
    number of them needs no further noun); ``and_`` joins two, ``of`` counts out of many. ``we`` begins "we
    are five", ``measure`` is what a number counts that is nobody. ``team`` is a collective, ``event`` what
    makes of it the name of something else, ``occasion`` what only groups have, ``seat`` what each needs one
    of. ``whole`` is everyone at home, ``do`` asks for somebody to be seen to, ``number`` two or more."""

    for_: str
    mine: str
    own: str
    and_: str
    of: str
    number: str
    we: str
    measure: str
    team: str
    event: str
    occasion: str
    seat: str
    whole: str
    do: str


_MINUTES = r"\d|[:.]\d"
_NOTHING = r"(?!)"

WORDS = {
    "en": PartyWords(
        for_=r"for", mine=r"(?:my|our|the|his|her|their|a|both)", own=r"(?:my|our|his|her|their)", and_=r"(?:and|&|n|'n'|plus|\+|as well as|along with|together with|,)", of=r"of",
        number=r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|[2-9]|1[0-2])", we=r"(?:we|we're|we'd|we'll|there're|there'll|there are|there will|there's)(?: (?:are|be|will be|would be|is|have))?",
        measure=rf"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|o'?clock|pm|am|p\.m|a\.m|sharp|ish|thirty|fifteen|streets?|blocks?|miles?|km|doors?|times?|quid|euros?|inch\w*|cm|appointments?|bookings?|slots?|questions?|things?|o|%|{_MINUTES})",
        team=r"(?:family|team|group|crew|squad|household|gang|office|(?:bridal|wedding|hen|stag|bachelor(?:ette)?) party|clan|lot|choir)", event=r"(?: (?:event|meeting|dinner|lunch|brunch|photo\w*|picture\w*|portrait\w*|celebration|reunion|wedding|birthday|trip|holiday|do|outing|party(?! of)|gathering|visit|rate|discount|ticket|leader|name|friend|doctor|member))",
        occasion=r"(?:hen (?:do|night|party|weekend)|stag (?:do|night|party)|bachelor(?:ette)? (?:party|do)|bridal party|wedding party|bridesmaids?|team|group|crew|squad|family|party|girls' night)", seat=r"(?:chairs|seats|persons|heads|people|adults|grown-?ups|stylists)",
        whole=r"(?:(?:the|my|our) (?:whole|entire) (?:family|team|gang|household|crew|lot|group|office|clan)|all the family|(?:everyone|everybody) (?:in|at) (?:the|my|our) (?:family|house|home|team|office)|family of \w+|all of my family)", do=r"(?:do|cut|take|see|fit in|fit|squeeze in|squeeze|trim|book in|book|bring|bring in)",
    ),
    "de": PartyWords(
        for_=r"(?:für|fürs)", mine=r"(?:mein\w*|unser\w*|sein\w*|ihre?[nrm]?|die|den|das|der|dem|eine?[nmr]?)", own=r"(?:meine[nr]?|unsere[nr]?|seine[nr]?|ihre[nr]?)", and_=r"(?:und|u\.|sowie|plus|\+|&|,)", of=r"(?:von|der|meiner|unserer)",
        number=r"(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|beiden?|[2-9]|1[0-2])", we=r"(?:wir (?:sind|wären|kommen|werden)|sind wir|wären wir|kommen wir)",
        measure=rf"(?:uhr|minuten?|min|stunden?|std|tagen?|wochen?|monaten?|jahren?|straßen?|häuser|mal|euro|zentimeter|cm|termine?n?|fragen?|h|%|{_MINUTES})", team=r"(?:familie|team|gruppe|truppe|mannschaft|belegschaft|abteilung|brautgesellschaft|clique|verein)", event=_NOTHING,
        occasion=r"(?:jung(?:gesellinnen|gesellen)abschied|jga|brautgesellschaft|brautjungfern|team|gruppe|clique|mädelsabend|familie|firmenausflug)", seat=r"(?:plätze|stühle|leute|personen|köpfe|erwachsene)",
        whole=r"(?:(?:die |meine |unsere |der )?(?:ganze|gesamte|komplette)[nr]? (?:familie|truppe|mannschaft|bande|sippe|clique|gruppe)|(?:das |unser |fürs )?(?:ganze|gesamte|komplette)s? team|alle aus der familie|alle in der familie)", do=r"(?:könnt ihr|können sie|kann ich|nehmt ihr|nehmen sie)",
    ),
    "fr": PartyWords(
        for_=r"(?:pour|à|de)", mine=r"(?:ma|mon|mes|notre|nos|sa|son|ses|le|la|les|un|une|leurs?)", own=r"(?:mes|nos|ses|leurs)", and_=r"(?:et|\+|&|ainsi que|plus|,)", of=r"(?:de|d'entre|parmi)",
        number=r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|[2-9]|1[0-2])", we=r"(?:on est|on sera|on serait|on vient|on arrive|nous sommes|nous serons|nous serions|nous venons)(?: à)?",
        measure=rf"(?:heures?|h|minutes?|min|jours?|semaines?|mois|ans|années?|rues?|fois|euros?|rendez-vous|rdv|questions?|centimètres?|cm|%|{_MINUTES})", team=r"(?:famille|équipe|groupe|bande|troupe|clan|tribu)", event=_NOTHING,
        occasion=r"(?:evjf|evg|enterrement de vie|demoiselles d'honneur|équipe|groupe|cortège|soirée entre filles|bande|famille)", seat=r"(?:places|chaises|fauteuils|personnes|têtes|adultes|enfants)",
        whole=r"(?:toute (?:la|ma|notre|une) (?:petite |grande )?(?:famille|équipe|bande|troupe|tribu)|la famille (?:au complet|entière|au grand complet)|tout le (?:groupe|clan))", do=r"(?:coiffer|coiffez|couper|prendre|prenez|recevoir)",
    ),
    "es": PartyWords(
        for_=r"(?:para|a|de)", mine=r"(?:mis?|nuestr[oa]s?|sus?|el|la|los|las|un|una)", own=r"(?:mis|nuestr[oa]s|sus)", and_=r"(?:y|e|más|\+|&|junto con|,)", of=r"(?:de)",
        number=r"(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|[2-9]|1[0-2])", we=r"(?:somos|seremos|seríamos|vamos|iremos|venimos|vendremos|vendríamos|vamos a ser)(?: unos| unas| como)?",
        measure=rf"(?:horas?|h|minutos?|min|días?|semanas?|mes(?:es)?|años?|calles?|cuadras?|veces|euros?|pesos?|citas?|turnos?|preguntas?|cent[íi]metros?|cm|de la|en punto|y media|%|{_MINUTES})", team=r"(?:familia|equipo|grupo|pandilla|cuadrilla|banda)", event=_NOTHING,
        occasion=r"(?:despedida de solter[oa]|damas de honor|equipo|grupo|cortejo|noche de chicas|pandilla|familia)", seat=r"(?:sillas|sillones|plazas|lugares|personas|puestos|adultos)",
        whole=r"(?:tod[oa] (?:la|mi|nuestra|el|mi|nuestro) (?:familia|equipo|grupo|pandilla|banda)|la familia (?:entera|completa|al completo)|el (?:equipo|grupo) (?:entero|completo))", do=r"(?:cortar|peinar|atender|coger|cortarles el pelo|cortarle el pelo)",
    ),
    "it": PartyWords(
        for_=r"(?:per|a|ai|alle|agli|di)", mine=r"(?:mi[ao]|miei|mie|nostr[oaie]|su[oaie]|suoi|il|lo|la|i|gli|le|un|una)(?: (?:mi[ao]|miei|mie|nostr[oaie]|suoi|sue))?", own=r"(?:(?:i |le |gli )?(?:miei|mie|nostr[ie]|suoi|sue))", and_=r"(?:ed?|più|\+|&|insieme a|assieme a|,)", of=r"(?:dei|delle|degli|di|tra|fra)",
        number=r"(?:due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|[2-9]|1[0-2])", we=r"(?:siamo|saremo|saremmo|veniamo|verremmo|verremo)(?: in)?",
        measure=rf"(?:ore|minuti|min|giorni|settimane|mesi|anni|vie|strade|volte|euro|appuntament[io]|domande|centimetri|cm|e mezza|in punto|%|{_MINUTES})", team=r"(?:famiglia|squadra|gruppo|compagnia|comitiva|banda)", event=_NOTHING,
        occasion=r"(?:addio al (?:nubilato|celibato)|damigelle|squadra|gruppo|corteo|serata tra (?:donne|amiche)|comitiva|famiglia)", seat=r"(?:posti|sedie|poltrone|persone|adulti)",
        whole=r"(?:tutt[ao] (?:la|il) (?:mia |nostra |nostro )?(?:famiglia|squadra|gruppo|compagnia|banda)|(?:la |l')?(?:intera famiglia|famiglia intera|famiglia al completo))", do=r"(?:tagliare i capelli|tagliare|pettinare|prendere|fare i capelli)",
    ),
    "he": PartyWords(
        for_=r"(?:עבור|בשביל|את)", mine=r"(?:ה|של)", own=r"(?:שלי|שלנו)", and_=r"(?:ו|וגם|פלוס|\+|&|,)", of=r"(?:מ|מתוך)",
        number=r"(?:שניים|שתיים|שני|שתי|שלושה|שלוש|שלושת|ארבעה|ארבע|ארבעת|חמישה|חמש|חמשת|שישה|שש|ששת|שבעה|שבע|שמונה|תשעה|תשע|עשרה|עשר|[2-9]|1[0-2])", we=r"(?:אנחנו|אנו|נהיה|נבוא|נגיע|היינו|באים|באות|מגיעים|מגיעות)(?: (?:נבוא|נהיה|נגיע|באים|באות))?",
        measure=rf"(?:דקות|שעות|ימים|שבועות|חודשים|שנים|רחובות|פעמים|שקל|תורים|שאלות|בערב|בבוקר|בצהריים|%|{_MINUTES})", team=r"(?:משפחה|צוות|קבוצה|חבורה)", event=r"(?: (?:שמח))",
        occasion=r"(?:מסיבת (?:רווקות|רווקים)|שושבינות|צוות|קבוצה|חבורה|משפחה)", seat=r"(?:מקומות|כיסאות|אנשים|נפשות|מבוגרים)",
        whole=r"(?:ל?כל (?:המשפחה|הצוות|החבורה|הקבוצה|בני הבית|בני המשפחה)|[הל]?משפחה (?:שלמה|כולה|שלי כולה)|ל?כולם בבית)", do=r"(?:לספר את|לקבל את|לקחת את)",
    ),
    "ar": PartyWords(
        for_=r"(?:من أجل|عشان|علشان)", mine=r"(?:ال)", own=r"(?:ي)", and_=r"(?:و|وكمان|\+|&|،)", of=r"(?:من)",
        number=r"(?:اثنين|اثنان|إثنين|ثنتين|اتنين|ثلاث|ثلاثة|تلات|تلاتة|أربع|اربع|أربعة|اربعة|خمس|خمسة|ست|ستة|سبع|سبعة|ثمان|ثمانية|تمانية|تسع|تسعة|عشر|عشرة|[2-9٢-٩]|1[0-2])", we=r"(?:نحن|احنا|إحنا|سنكون|رح نكون|حنكون|عددنا|سنأتي|جايين|رح نيجي|نكون)(?: (?:سنكون|جايين|رح نكون))?",
        measure=rf"(?:دقائق|دقايق|دقيقة|ساعات|أيام|أسابيع|أشهر|سنوات|شوارع|مرات|مواعيد|أسئلة|مساء|صباحا|العصر|المغرب|%|{_MINUTES})", team=r"(?:عائلة|عيلة|أسرة|فريق|مجموعة|شلة)", event=r"(?: (?:سعيدة))",
        occasion=r"(?:حفلة? (?:توديع )?(?:ال)?(?:عزوبية|عزوبة|حنة|حناء)|(?:ال)?(?:فريق|مجموعة|شلة|عائلة|وصيفات))", seat=r"(?:كراسي|مقاعد|أماكن|أشخاص|اشخاص|أنفار|أفراد)",
        whole=r"(?:ل?كل (?:ال)?(?:عائلة|عيلة|أسرة|فريق|شلة)(?:تي|ي)?|(?:ال|لل)?(?:عائلة|عيلة|أسرة|فريق|شلة)(?:تي|ي)? (?:كلها|كله|كاملة|كلياتها|بأكملها|بالكامل)|جميع أفراد (?:ال)?(?:عائلة|أسرة)\w*)", do=r"(?:تقصوا ل|تحلقوا ل|تقص ل)",
    ),
}  # fmt: skip

# Hebrew and Arabic write "for" and "and" onto the word that follows.
WRITTEN_ON = {"he": ("ל", "ו"), "ar": ("ل", "و")}
# "Me and my stepdad. Beard trims on Friday please": a clause with nothing but the party says for whom the
# next one wishes.
FEW_WORDS = 1


def find_party(lowered: str, language: str) -> re.Match[str] | None:
    """Where a message tells of several who come, in so many words that it needs no wish beside it."""
    words = WORDS[language]
    told = next((found for one in _parties(language) if (found := one.search(lowered))), None)
    if told is None and compiled(rf"(?<!\w)(?:ال)?{words.occasion}(?!\w)").search(lowered):
        told = _number_for(language).search(lowered) or _number_of(language).search(lowered)
    return told


def find_wishing_pair(clause: str, language: str) -> re.Match[str] | None:
    """ "My aunt and my nephew want a cut": two relatives who themselves want something."""
    return _wishing_pair(language).search(clause)


def find_seats(clause: str, language: str) -> re.Match[str] | None:
    """ "Five chairs": so many in a clause that wishes."""
    words = WORDS[language]
    return compiled(rf"(?<!\w){words.number}\s+{words.seat}(?!\w)").search(clause)


def find_whole_family(lowered: str, language: str) -> re.Match[str] | None:
    """ "The whole family": several wherever anything is wished."""
    return compiled(rf"(?<!\w){WORDS[language].whole}(?!\w)").search(lowered)


def is_only_a_party(clause: str, told: re.Match[str]) -> bool:
    """Whether a clause says nothing but who comes."""
    return len(WORD.findall(clause[: told.start()] + " " + clause[told.end() :])) <= FEW_WORDS


def _somebody(language: str) -> str:
    plural, words = REMAINDER_WORDS[language], WORDS[language]
    return rf"(?:{words.mine}\s+)?(?:[\w-]+\s+)?(?:{plural.kins}|{plural.kin})"


def _pair(language: str) -> str:
    words, somebody = WORDS[language], _somebody(language)
    if language in WRITTEN_ON:
        to, joined = WRITTEN_ON[language]
        person = rf"(?:{REMAINDER_WORDS[language].kins}|{REMAINDER_WORDS[language].kin})"
        return rf"{person}\s+{joined}(?:גם )?{to}?{person}"
    return rf"{somebody}\s*(?<!\w){words.and_}(?:\s+also)?\s+(?:{words.for_}\s+)?{somebody}"


@cache
def _parties(language: str) -> tuple[AnyPattern, ...]:
    plural, words = REMAINDER_WORDS[language], WORDS[language]
    heads = rf"{words.number}(?!\s*{words.measure})"
    patterns = [
        rf"(?<!\w){words.mine}\s*{words.team}(?:\s+\w+)?\s+(?:{plural.wish})",
        rf"(?<!\w){words.we}\s+(?:(?:all|exactly|about|zu|etwa|genau|en tout|circa|en total)\s+)?{heads}(?!\w)",
        rf"(?<!\w){words.team}\s+(?:of|von|mit|de|di|של|من)\s+(?:{words.number}|מ?{words.number})(?!\w)",
    ]
    if language in WRITTEN_ON:
        to, _ = WRITTEN_ON[language]
        patterns += [
            rf"(?<!\w)(?={to}){_pair(language)}(?!\w)",
            rf"(?<!\w){to}?{plural.kins}\s+(?:ال)?{words.number}(?!\w)",
            rf"(?<!\w){to}-?{words.number}\s+(?:ה)?{plural.kins}(?!\w)",
            rf"(?<!\w){to}{{1,2}}(?:ה|ال)?{words.team}(?:\s+(?:שלי|שלנו))?(?!\w)(?!{words.event})",
        ]
    else:
        for_, treatments = words.for_, "|".join(plural.treatments.values())
        of_mine = rf"(?:all\s+)?{words.number}\s+{words.of}\s+{words.own}\s+(?:\w+\s+)?{plural.kins}"
        counted = rf"(?:{plural.kins}|{words.seat})"
        patterns += [
            rf"(?<!\w){words.number}\s+{counted}\s+{words.and_}\s+{words.number}\s+{counted}(?!\w)",
            rf"(?<!\w){for_}\s+{_pair(language)}(?!\w)",
            rf"(?<!\w){for_}\s+{words.own}\s+{words.number}\s+(?!(?:{words.measure}|{treatments})(?!\w))[^\W\d_]",
            rf"(?<!\w){for_}\s+{of_mine}(?!\w)",
            rf"(?<!\w){of_mine}(?:\s+\w+)?\s+(?:{plural.wish})",
            rf"(?:^|[.,;:!?]\s*){of_mine}\s*(?:[.,;:]|$)",
            rf"(?<!\w){for_}\s+{words.mine}\s+(?:whole\s+)?{words.team}(?!\w)(?!{words.event})",
            rf"(?<!\w){words.do}\s+(?:(?:a|auch|mal|aux?|les cheveux de|ai|alle)\s+)?{words.own}\s+(?:\w+\s+)?{plural.kins}(?!\w)",
            rf"(?<!\w){words.do}\s+{words.own}\s+{words.number}\s+(?!(?:{words.measure}|{treatments})(?!\w))[^\W\d_]",
        ]
    return tuple(prefilter(pattern) for pattern in patterns)


@cache
def _number_for(language: str) -> AnyPattern:
    words = WORDS[language]
    before = rf"{WRITTEN_ON[language][0]}-?" if language in WRITTEN_ON else rf"{words.for_}\s+"
    return prefilter(rf"(?<!\w){before}{words.number}(?!\w)(?!\s*{words.measure})")


@cache
def _number_of(language: str) -> AnyPattern:
    """ "A stag do, ten shaves": so many treatments or people of those who come together."""
    plural, words = REMAINDER_WORDS[language], WORDS[language]
    treatments = "|".join(plural.treatments.values())
    return prefilter(
        rf"(?<!at )(?<!um )(?<!à )(?<!las )(?<!alle )(?<!\w){words.number}\s+(?:\w+\s+)?(?:{plural.kins}|{treatments})(?!\w)"
    )


@cache
def _wishing_pair(language: str) -> AnyPattern:
    return prefilter(
        rf"(?<!like )(?<!as )(?<!wie )(?<!comme )(?<!como )(?<!come )(?<!\w){_pair(language)}(?:\s+\w+){{0,2}}?\s+(?:{REMAINDER_WORDS[language].wish})"
    )
