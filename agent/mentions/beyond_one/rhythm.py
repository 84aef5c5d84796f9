"""How often, where it is told without "every": a rate ("one massage a month"), a rhythm ("one Saturday in
two"), a day that is always the same, a standing appointment; and frequencies that tell of a habit or a
complaint and not of what is wished. Pure.
"""

import re
from functools import cache

from msgspec import Struct

from agent.languages.patterns.compiled import compiled
from agent.languages.patterns.prefiltered import AnyPattern, prefilter
from agent.mentions.beyond_one.clauses import WORD


class RhythmWords(Struct, frozen=True):
    """``count`` of a service and its ``rate`` ("a month"), with ``apart`` what cannot stand between and
    ``dated`` what makes a date of it ("a week from Friday"). ``day`` is a weekday, ``days`` every one of
    that name. ``turn`` is every second one. ``always`` goes before the day, ``onward`` tells for how long.
    ``standing`` is what a ``slot`` is that is kept. ``teller`` begins a clause that tells and does not
    wish: who, and in some languages the verb before; ``subject`` is such a beginning that a wish may have
    as well."""

    count: str
    rate: str
    apart: str
    dated: str
    day: str
    days: str
    turn: str
    always: str
    onward: str
    standing: str
    slot: str
    teller: str
    subject: str


_EN_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DE_DAY = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
_FR_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_ES_DAY = r"(?:lunes|martes|miércoles|miercoles|jueves|viernes|s[áa]bado|domingo)"
_IT_DAY = r"(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)"
_HE_DAY = r"(?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת)"
_AR_DAY = r"(?:(?:ال)?(?:سبت|أحد|احد|اثنين|إثنين|ثلاثاء|تلات|أربعاء|اربعاء|اربعا|خميس|جمعة))"

WORDS = {
    "en": RhythmWords(
        count=r"(?:an?|one|two|three|four|1|2|3|4|once|twice)", rate=r"(?:(?:per|each|every)\s+(?:day|week|fortnight|month|quarter|year)|a\s+(?:day|week|fortnight|month|quarter|year)(?!\s+from\b))", apart=r"(?:in|within|for|about|after|under|than|of|next|this|or|week|month|hour|on|at|until)\b", dated=r"(?:before|after|ago|later|until|on|today|tomorrow|off|away|early|earlier|in advance)",
        day=_EN_DAY, days=rf"(?:{_EN_DAY}s|{_EN_DAY} (?:mornings|evenings|afternoons)|weekends)", turn=rf"(?:every (?:2nd|3rd|4th|fourth|alternate|other|second) (?:{_EN_DAY}|week|weekend|month|day)|alternate (?:{_EN_DAY}s?|weeks|weekends|months|days)|alternating \w+|one (?:{_EN_DAY}|week|month|weekend) (?:in|out of|of) (?:every )?(?:two|three|four|2|3|4)|{_EN_DAY}s? and then every|(?:week|{_EN_DAY}) on,? (?:week|{_EN_DAY}) off|each other (?:{_EN_DAY}|week))",
        always=r"(?<!i )(?:always|each time)", onward=r"(?:until|till|'til|through|from now on|from then on|going forward|for the (?:rest of|next \w+ (?:weeks|months)|foreseeable)|all (?:summer|winter|year|spring|autumn)|indefinitely|up to|up until)", standing=r"(?:standing|regular|recurring|repeat|repeating|ongoing|on-going|permanent|fixed|rolling|weekly|monthly|fortnightly|open-ended)", slot=r"(?:appointments?|bookings?|slots?|visits?|spots?|reservations?|arrangement|place|sessions?)",
        teller=r"(?:i|we|he|she|it|it's|they|there|there's|something|someone|somebody|everyone|people|you|this|that|i'm|we're)\b", subject=r"(?:my|our|the|his|her|these|those)\b",
    ),
    "de": RhythmWords(
        count=r"(?:eine?n?|'?ne?n?|zwei|drei|vier|[1-4]|einmal|zweimal|dreimal)", rate=r"(?:im|pro|je|die|in der|jeden?|jede)\s+(?:tag|woche|monat|quartal|jahr)", apart=r"(?:in|für|nach|vor|diese|nächste|oder|woche|monat|stunde|termin am|am|um|bis)\b", dated=r"(?:vom|nach|vor|ab|des|drauf|darauf|danach|später|zuvor|nächste\w*)",
        day=_DE_DAY, days=rf"(?:{_DE_DAY}s|{_DE_DAY}(?:morgens|abends|vormittags|nachmittags))", turn=rf"(?:jede[nrsm]? (?:zweite|dritte|vierte|übernächste|2\.|3\.)[nrsm]?(?: \w+)?|(?:einen|eine) \w+ (?:ja|mit),? (?:einen|eine|den nächsten|die nächste) (?:nein|nicht|ohne)|im wechsel|alle (?:zwei|drei|2|3) {_DE_DAY}e|(?:eine|einen) von (?:zwei|drei) (?:wochen|\w+en))",
        always=r"(?<!ich )(?<!ich bin )(?:immer|stets|jeweils)(?: wieder)?", onward=r"(?:bis (?:zum?r?\s)?(?:sommer|winter|herbst|frühling|frühjahr|jahresende|weihnachten|ostern|ende|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|auf weiteres)|von (?:nun|jetzt) an|ab (?:jetzt|sofort)|künftig|in zukunft|dauerhaft|den ganzen (?:sommer|winter))", standing=r"(?:dauer|feste[nrs]?|regelmäßige[nrs]?|wiederkehrende[nrs]?|laufende[nrs]?|wiederholende[nrs]?|ständige[nrs]?|wöchentliche[nrs]?|monatliche[nrs]?|fixe[nrs]?)", slot=r"(?:termine?|plätze|platz|slot|uhrzeit|zeitfenster|stammplatz|buchung|reservierung|stammtermin)",
        teller=r"(?!(?:[\w-]+\s+)?(?:eine?n?\s))(?:es|ich|wir|[^\W\d_]+\s+(?:ich|wir|man|mich|mir|uns|es|sich|sie|meine?[nrms]?|unsere?|der|die|das))\b", subject=r"(?:mein\w*|unser\w*)\b",
    ),
    "fr": RhythmWords(
        count=r"(?:une?|deux|trois|quatre|[1-4])", rate=r"(?:par|chaque|tous les|toutes les|/)\s*(?:jour|semaine|quinzaine|mois|trimestre|an)", apart=r"(?:dans|pour|après|avant|ou|jour|semaine|mois|heure|le|vers|à|jusqu)\b", dated=r"(?:prochaine?|suivante?|dernière?)",
        day=_FR_DAY, days=rf"(?:(?:les|des|tous les)\s+(?:{_FR_DAY}s|week-ends))", turn=rf"(?:(?:une?|1) (?:{_FR_DAY}|semaine|mois|jour|week-end|samedi) (?:sur|tous les) (?:deux|trois|quatre|2|3|4)|(?:une?) \w+ (?:oui|avec),? (?:une? \w+ |et )?(?:non|sans)|en alternance|semaines? (?:alternées?|paires?|impaires?)|{_FR_DAY}s? alternés?|toutes les (?:deux|2) semaines)",
        always=r"(?<!suis )(?<!je viens )toujours", onward=r"(?:jusqu['\s]?(?:à|au|en|aux)|dorénavant|désormais|à partir de maintenant|tout (?:l'été|l'hiver|le printemps|l'automne)|toute l'année|d'ici (?:à|l'))", standing=r"(?:attitrée?|fixes?|réguli(?:er|ère)s?|récurrente?s?|permanente?s?|réservée? à l'année|hebdo\w*|mensuel\w*)", slot=r"(?:rdv|rendez-vous|créneaux?|places?|horaires?|réservations?|plage)",
        teller=r"(?:je|j'|on|nous|il|elle|ça|c'est|ils|elles|y a|me|mes cheveux|rien)(?:\b|(?<='))", subject=r"(?:mes|ma|mon|le|la|les|nos)\b",
    ),
    "es": RhythmWords(
        count=r"(?:una?|dos|tres|cuatro|[1-4])", rate=r"(?:al|por|a la|cada|/)\s*(?:día|semana|quincena|mes|trimestre|año)", apart=r"(?:en|para|después|antes|o|día|semana|mes|hora|el|hacia|hasta|vez|veces)\b", dated=r"(?:siguiente|próxim[oa]|que viene|pasad[oa]|de)",
        day=_ES_DAY, days=r"(?:l[oa]s\s+(?:lunes|martes|miércoles|miercoles|jueves|viernes|s[áa]bados|domingos|fines de semana))", turn=rf"(?:(?:{_ES_DAY}|semana|día|mes|quincena) (?:por|de) medio|(?:una? )?(?:{_ES_DAY}|semana|mes|día) s[íi],?(?: y)?(?: (?:el|la|una?|otr[oa]|{_ES_DAY}|semana|mes|día)){{0,2}} no|(?:una?) (?:{_ES_DAY}|semana|mes) de cada (?:dos|tres|cuatro)|(?:semanas|{_ES_DAY}s?|meses|días) altern[oa]s|cada (?:segund[oa]|tercer|dos|tres) \w+|de forma alterna|alternando \w+)",
        always=r"(?<!yo )siempre", onward=r"(?:hasta|de ahora en adelante|desde ahora|a partir de ahora|en adelante|todo el (?:verano|invierno|otoño|año)|toda la primavera)", standing=r"(?:fij[oa]s?|permanentes?|recurrentes?|regular(?:es)?|estables?|periódic[oa]s?|habitual(?:es)?|semanal(?:es)?|mensual(?:es)?|continu[oa])", slot=r"(?:citas?|turnos?|horas?|huecos?|lugar|reservas?|espacio|horario)",
        teller=r"(?:se|me|nos|yo|ell[oa]s?|mi pelo|mi cabello|es|hay|siempre me|olvid\w+|pierd\w+|termin\w+|acab\w+|teng\w+|sufr\w+)\b", subject=r"(?:mis?|el pelo|el flequillo|las?|los?|nuestr\w+)\b",
    ),
    "it": RhythmWords(
        count=r"(?:un|una|uno|due|tre|quattro|[1-4])", rate=r"(?:al|alla|a|per|ogni|/)\s*(?:giorno|settimana|mese|trimestre|anno)", apart=r"(?:in|tra|fra|per|dopo|prima|o|giorno|settimana|mese|ora|il|verso|fino|volt[ae])\b", dated=r"(?:prossim[oa]|dopo|successiv[oa]|scors[oa]|che viene|di)",
        day=_IT_DAY, days=rf"(?:(?:il|la|di|i|le|ogni|tutti i)\s+(?:{_IT_DAY}|sabati|domeniche))", turn=rf"(?:(?:una? )?(?:{_IT_DAY}|settimana|mese|giorno) s[ìi],?(?: e)?(?: (?:una?|uno|l'altr[oa]|{_IT_DAY}|settimana|mese|giorno)){{0,2}} no|(?:un|una) (?:{_IT_DAY}|settimana|mese|giorno) (?:su|ogni) (?:due|tre|quattro|2|3)|(?:a )?(?:settimane|mesi|giorni|{_IT_DAY}|sabati|domeniche) altern[ie]|(?:{_IT_DAY}|sabati) alterni|ogni (?:secondo|terzo|due|tre) \w+|in modo alternato)",
        always=r"(?<!io )(?<!vengo )sempre", onward=r"(?:fino (?:a|al|all'|alla|ai|agli)|d'ora in (?:poi|avanti)|da ora in poi|da adesso in poi|per tutt[ao] (?:l'|la|il)|tutta l'estate|tutto l'(?:anno|inverno|autunno))", standing=r"(?:fiss[oa]|periodic[oa]|ricorrente|regolare|permanente|stabile|ripetitiv[oa]|settimanale|mensile|continuativ[oa])", slot=r"(?:appuntament[oi]|posto|orario|slot|prenotazione|spazio)",
        teller=r"(?:io|mi(?! serv)|si|ci|lui|lei|loro|i capelli|i miei capelli|è|c'è|litig\w+|dimentic\w+|perd\w+|finisc\w+|soffr\w+)\b", subject=r"(?:i miei|le mie|il mio|la mia|il ciuffo|la frangia|la ricrescita|i|le|il|la)\b",
    ),
    "he": RhythmWords(
        count=r"(?:אחד|אחת|שני|שתי|שלושה|שלוש|שלושת|[1-4])", rate=r"(?:ב|לכל |כל |ל)(?:יום|שבוע|שבועיים|חודש|רבעון|שנה)", apart=r"(?:תוך|עד|אחרי|לפני|או)\b", dated=r"(?:ה\w+|שאחרי|שלפני|קרוב\w*|הבא\w*)",
        day=_HE_DAY, days=rf"(?:ב?ימי {_HE_DAY}|ב?סופי שבוע|ב?שבתות)", turn=rf"(?:(?:שבוע|חודש|(?:יום )?{_HE_DAY}|יום) כן,? (?:ו)?(?:שבוע|חודש|(?:יום )?{_HE_DAY}|יום|אחד|אחת) לא|(?:יום|שבוע) אחרי (?:יום|שבוע)|פעם בשבועיים|(?:אחת|פעם) ל(?:שבועיים|חודשיים|שבוע|חודש)|כל (?:שבוע|שבת|יום {_HE_DAY}|{_HE_DAY}|חודש) שניי?ה?|כל (?:שבוע|חודש|{_HE_DAY}) שני|שבוע ודילוג|לסירוגין)",
        always=r"(?<!אני )תמיד", onward=r"(?:עד (?:ה?קיץ|ה?חורף|פסח|ראש השנה|סוף|ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר|חנוכה|החגים|להודעה)|מעכשיו|מהיום והלאה|מעתה|כל (?:ה?קיץ|ה?חורף|השנה))", standing=r"(?:קבועה?|קבועים|חוזרת?|חוזרים|מחזורית?|שבועית?|חודשית?|שוטפת?|מתמשכת?)", slot=r"(?:תור|תורים|מקום|שעה|פגישה|מועד|הזמנה|משבצת)",
        teller=r"(?:אני|אנחנו|הוא|היא|זה|הם|יש|אין|השיער|הפוני|קורה|נמאס|מתחרפנת?|מתחרפן|שוכחת?)(?!\w)", subject=r"(?:ה\w+|\w+ שלי)(?!\w)",
    ),
    "ar": RhythmWords(
        count=r"(?:واحدة?|جلسة|جلستين|مرة|مرتين|ثلاث|قصة|قصتين|[1-4])", rate=r"(?:في ال|بال|كل |في |ب)\s?(?:يوم|أسبوع|اسبوع|شهر|سنة)", apart=r"(?:خلال|بعد|قبل|أو|او)\b", dated=r"(?:القادم\w*|الجاي\w*|المقبل\w*|اللي|الماضي\w*)",
        day=_AR_DAY, days=rf"(?:(?:أيام|ايام|كل أيام) {_AR_DAY}|أيام العطلة)", turn=rf"(?:(?:أسبوع|اسبوع|يوم|شهر|{_AR_DAY}) (?:إيه|ايه|آه|اه|أيوه|نعم|ايوه)،?\s?و?\s?(?:أسبوع|اسبوع|يوم|شهر|{_AR_DAY})? ?ل[أا]|(?P<turned>أسبوع|اسبوع|يوم|شهر|{_AR_DAY}) و\s?(?P=turned) ل[أا]|(?:أسبوع|اسبوع|يوم|{_AR_DAY}) بعد (?:أسبوع|اسبوع|يوم|{_AR_DAY})|كل (?:ثاني|تاني|ثالث) \w+|بالتناوب|(?:أسبوع|اسبوع|{_AR_DAY}|شهر) من كل (?:أسبوعين|اثنين|شهرين))",
        always=r"(?<!أنا )(?:دائما|دائمًا|دايما|دوما|على طول)", onward=r"(?:(?:حتى|لحد|لغاية|الى|إلى|لـ?) ?(?:ال)?(?:صيف|شتاء|ربيع|خريف|رمضان|عيد|نهاية|آخر|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)|من الآن فصاعد\w+|من هلأ ورايح|من اليوم ورايح|طول (?:ال)?(?:صيف|سنة|شتاء))", standing=r"(?:ثابتة?|متكررة?|دوريت?ة?|دائمة?|مستمرة?|منتظمة?|أسبوعية?|شهرية?)", slot=r"(?:موعد|حجز|وقت|دور|مكان|مواعيد|جلسة)",
        teller=r"(?:أنا|انا|إحنا|احنا|هو|هي|في|شعري|غرتي|راسي|بنسى|أنسى|انسى|بنسي|بيجنني|يصير|بصير|بيصير)(?!\w)", subject=r"(?:ال\w+|\w+ي)(?!\w)",
    ),
}  # fmt: skip

ORDINALS = (
    r"(?<!\w)(?:first|second|third|fourth|last|erste[nrm]?|zweite[nrm]?|dritte[nrm]?|vierte[nrm]?|letzte[nrm]?|premiers?|deuxième|troisième|derniers?|primer|segundo|tercer|último"
    r"|primo|secondo|terzo|ultimo|ה?ראשון|ה?אחרון|של|أول|اول|ثاني|تاني|آخر|اخر|من)(?!\w)"
)
# So many words after a frequency say whose it is: "every week I want", "every week I forget".
BEGINNING = 2


def find_rhythm(clause: str, language: str) -> re.Match[str] | None:
    """Where a clause tells of a rate, a rhythm or a kept time."""
    return next((found for one in _rhythms(language) if (found := one.search(clause))), None)


def without_days(text: str, language: str) -> str:
    """A text without its weekdays and where in the month they are: "the first Saturday of"."""
    words = WORDS[language]
    day = rf"(?<!\w)(?:יום |ביום |يوم |ال)?(?:{words.days}|ב?{words.day}s?)(?!\w)"
    return compiled(rf"{ORDINALS}|{day}").sub(" ", text)


def is_rhythm_in_pieces(clauses: list[str], language: str) -> bool:
    """ "Mondays and Thursdays, yoga, from now on": the days and for how long, each in a clause of its own."""
    words = WORDS[language]
    is_long = any(compiled(rf"(?<!\w){words.onward}(?!\w)").search(one) for one in clauses)
    days = [one for one in clauses if compiled(rf"(?<!\w){words.days}(?!\w)").search(one)]
    return is_long and any(len(WORD.findall(without_days(one, language))) <= 1 for one in days)


def find_turns(lowered: str, language: str) -> re.Match[str] | None:
    """ "One Thursday yes, one Thursday no": every second one, told across a comma."""
    return _rhythms(language)[1].search(lowered)


def names_fixed_slot(told: str, language: str) -> bool:
    """Whether that often is told by naming what is kept, which nobody does without wanting it: "a fixed
    slot"."""
    words = WORDS[language]
    return bool(
        compiled(rf"(?<!\w){words.standing}\s").search(told)
        and compiled(rf"(?<!\w){words.slot}(?!\w)").search(told)
    )


def find_rate(clause: str, language: str) -> re.Match[str] | None:
    """ "Two blow dries a week": so many in a time, and not for so many people."""
    return _rhythms(language)[0].search(clause)


def belongs_to_habit(clause: str, often: re.Match[str], wish: str, treatment: str, language: str) -> bool:
    """Whether a frequency belongs to what a clause tells, a habit or a complaint, and not to what is wished:
    "every week I forget"."""
    words = WORDS[language]
    after = clause[often.end() :].strip()
    beginning = " ".join(after.split()[:BEGINNING])
    if (
        compiled(words.teller).match(after)
        and not compiled(wish).search(beginning)
        and not compiled(treatment).match(after)
    ):
        return True
    said = without_days(clause[: often.start()], language).strip() or after
    # "My roots show", "my hair drives me mad": whose it is, what, and what that does.
    of_a_treatment = rf"{words.subject}\s+(?:[\w-]+\s+)?{treatment}\s+(?!{words.day}|\d)[^\W\d_]+"
    of_a_thing = rf"{words.subject}\s+(?!{treatment}|{words.day})[\w-]+\s+(?!{treatment}|done\b)[\w']+\s+\w+"
    return not compiled(wish).search(said) and bool(
        compiled(of_a_treatment).match(said) or compiled(of_a_thing).match(said)
    )


@cache
def _rhythms(language: str) -> tuple[AnyPattern, ...]:
    words = WORDS[language]
    if language in ("he", "ar"):
        # The number may follow what is counted: "massage one in the month".
        between = rf"(?:(?!{words.apart})[\w'׳-]+\s+){{0,2}}"
    else:
        between = rf"(?:(?!{words.apart})[\w'-]+\s+){{1,3}}"
    patterns = (
        rf"(?<!\w){words.count}\s+{between}{words.rate}(?!\w)(?!\s+{words.dated})",
        rf"(?<!\w){words.turn}(?!\w)",
        rf"(?<!\w){words.always}\s+(?:[\w']+\s+){{0,3}}?ب?{words.day}s?(?!\w)",
        rf"(?<!\w){words.days}(?!\w).*?(?<!\w){words.onward}",
        rf"(?<!\w){words.onward}.*?(?<!\w){words.days}(?!\w)",
        rf"(?<!\w){words.standing}\s+(?:[\w-]+\s+)?{words.slot}(?!\w)",
        rf"(?<!\w){words.slot}\s+(?:[\w-]+\s+)?{words.standing}(?!\w)",
    )
    return tuple(prefilter(pattern) for pattern in patterns)
