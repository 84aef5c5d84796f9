"""What somebody hardly does any more that a healthy body and mind do: hear, see, stand, sleep, speak,
remember. Negations and verbs of each language, with little between them. What customers say of the website
too ("I don't see a button") needs another person, or "nothing at all".
"""

from msgspec import Struct

from agent.mentions.beyond_one.relatives import ONE
from agent.privacy.health.patterns import compile_words, of_each_script

_REST = r"(?: (?!(?:and|so|but|because|on|at|und|aber|am|um|et|mais|donc|y|pero|e|ma|אז|אבל|و|بس|لكن)(?!\w))[^\W\d_][\w'’]*){0,3}"


class Faculties(Struct, frozen=True):
    """Of one language: words for "not", "hardly", "nothing", and for "anything" behind a negation; verbs of
    posture, which nobody says of a booking; verbs of the senses and the mind, which people say of the page
    too; who else it is said of; and what memory and senses do when they fail."""

    negation: str
    hardly: str
    nothing: str
    anything: str
    posture: str
    senses: str
    others: str
    forgets: str


_EN = Faculties(
    r"can['’]?t|cannot|doesn['’]?t|don['’]?t|won['’]?t|couldn['’]?t|no longer|never|isn['’]?t able to|not able to",
    r"barely|hardly|scarcely|badly|poorly|can barely|can hardly",
    r"nothing|nobody",
    r"anything|anyone|anybody|a thing|a word|much any ?more|properly|any ?more|on one side",
    r"stand(?:s|ing)?(?: (?:up|for long|long))|sit(?:s|ting)?(?: (?:up|for long|long|still))|kneels?|crouch|squat|leaves? the house|walk(?:s|ing)?|climbs?|bends?|sleeps?|swallows?|chews?",
    r"hears?|sees?|speaks?|talks?|remembers?|recogni[sz]es?|knows?|eats?|walks?|moves?|breathes?|sleeps?",
    r"he|she|they|mum|mom|dad|nan|gran|granny|grandad|grandpa|grandma",
    r"(?:gets|is getting|is often|is) (?:confused|lost|disoriented|muddled)(?: \w+ \w+)?|wanders off|(?:walks?|sleeps?|sees?|hears?|speaks?) (?:badly|poorly|with difficulty|with a (?:stick|cane|frame|limp))|(?:forgets?|mixes up|confuses?|keeps? forgetting) (?:everything|things|names|who \w+ (?:am|is|are)|where \w+ (?:is|are))|(?:losing|loses?|lost) (?:most of |some of )?(?:my|his|her) (?:memory|mind|sight|hearing|voice|balance|hair|teeth)",
)
_DE = Faculties(
    r"nicht|nichts|kein\w{0,2}|nie|niemand\w*|niemanden",
    r"kaum|fast nicht|fast nichts|schlecht|nur noch schwer|schwer",
    r"nichts mehr|niemanden mehr|nicht mehr|schlecht|kaum",
    r"gut|richtig",
    r"stehen|sitzen|knien|laufen|gehen kann|treppensteigen|bücken|schlafen|schlucken|kauen|auftreten|aus dem haus",
    r"hör\w+|sieht|seh\w+|sprech\w+|spricht|rede\w*|erkenn\w+|erinner\w+|iss\w+|isst|esse\w*|läuft|lauf\w+|schläft",
    r"er|sie|oma|opa|mama|papa|mutti|vati",
    r"findet (?:\w+ ){0,2}nicht (?:mehr )?(?:heim|zurück|nach hause)|(?:läuft|geht|schläft) (?:schlecht|schwer|am stock|am rollator)|verläuft sich(?: \w+)?|vergisst (?:alles|vieles|immer|ständig|namen)|(?:verlier\w+|verliert) (?:das|mein|sein|ihr)\w{0,2} (?:gedächtnis|augenlicht|gehör|stimme|gleichgewicht|haare?)|verwirrt|durcheinander",
)
_FR = Faculties(
    r"n(?=['’])|ne|pas|plus|jamais|rien",
    r"à peine|presque plus|presque pas|presque rien|plus guère|mal",
    r"plus rien|presque plus(?: rien)?|plus|plus personne",
    r"rien|bien|mal|personne|grand-chose",
    r"tien\w+ (?:plus |pas )?debout|marche\w*|assoi\w+|dor[ts]|dormir|aval\w+|mâch\w+|agenouill\w+|sor[st] de (?:chez \w+|la maison)",
    r"enten\w+|articul\w+|voi[ts]|voir|parl\w+|reconna\w+|souvien\w+|mang\w+|march\w+",
    r"il|elle|papa|maman|mamie|papi|papy|mémé|pépé",
    r"se perd(?: \w+ \w+ \w+)?|(?:est|elle est|il est) (?:désorientée?|perdue?|confuse?)(?= |[,.]|$)|(?:oublie|confond|mélange) (?:tout|les \w+|souvent)|per[dt]s? (?:la|l['’]|ses|mes|le|son|mon|ma|sa) ?(?:mémoire|tête|vue|ouïe|voix|équilibre|cheveux|boule)(?: \w+ \w+)?",
)
_ES = Faculties(
    r"no|ya no|nunca|nada",
    r"apenas|casi no|casi nada|a duras penas|mal|fatal",
    r"ni torta|ni papa|casi nada",
    r"nada|a nadie|bien",
    r"aguant\w+(?: (?:de pie|sentad\w|mucho))|camin\w+|and[ao]|duerm\w+|trag\w+|mastic\w+|agach\w+|arrodill\w+|salgo de casa|sale de casa",
    r"oy\w+|ve|veo|habl\w+|recuerd\w+|conoc\w+|reconoc\w+|come|camin\w+|anda|duerme",
    r"él|ella|papá|mamá|abuel[oa]|yay[oa]",
    r"se (?:desorienta|pierde|despista)(?: (?:en|por) la \w+)?|(?:olvida|confunde|se le olvida) (?:todo|las cosas|los nombres)|(?:camin|duerm)\w+ (?:mal|fatal)|(?:pierdo|pierde|perdiendo|perdió|perdido) (?:la|el|mi|su) (?:memoria|cabeza|vista|oído|voz|equilibrio|pelo|cabello)",
)
_IT = Faculties(
    r"non|mai|niente",
    r"a malapena|a stento|appena|quasi non|poco|male",
    r"quasi niente|quasi più",
    r"niente|nulla|più|nessuno|bene",
    r"cammin\w+|dorm\w+|deglut\w+|mastic\w+|inginocch\w+|reggo in piedi|(?:sto|sta) in piedi|ci sente|ci sento|ci vedo(?! (?:nulla|niente))|ci vede|esc[oe] di casa|si piega|si muove|si regge",
    r"sent[eo]|ved[eo]|parl\w+|ricord\w+|riconosc\w+|mangi\w+|cammin\w+|dorme",
    r"lui|lei|papà|mamma|nonn[oa]|babbo",
    r"si (?:perde|disorienta|smarrisce)(?: per \w+)?|(?:dimentica|confonde|si scorda) (?:tutto|le cose|i nomi)|(?:cammin|dorm)\w+ (?:male|a fatica|a stento)|(?:perdo|perde|perdendo|perso) (?:la|l['’]|il|i|le) ?(?:memoria|testa|vista|udito|voce|equilibrio|capelli|denti)(?: a \w+)?",
)
_HE = Faculties(
    r"לא|כבר לא|אף פעם לא",
    r"כמעט לא|כמעט ולא|בקושי",
    r"כמעט כלום",
    r"כלום|דבר|אף אחד|טוב|יותר|כל כך",
    r"(?:ל?עומד\w*|לעמוד|ל?יושב\w*|לשבת|הולכת?|ללכת|ישנ?ה?|לישון|בולעת?|לבלוע|לועסת?|מתכופפת?|יוצאת? מהבית)",
    r"(?:שומעת?|רואה|מדברת?|זוכרת?|מזהה|מכירה?|אוכלת?|הולכת?|ישנה?)",
    r"הוא|היא|אבא|אמא|אימא|סבא|סבתא",
    r"הולכת? לאיבוד(?: ב\w+)?|(?:שוכחת?|מבלבלת?) (?:הכל|דברים|שמות)|(?:מאבדת?|איבדתי|איבדה?) (?:את )?ה(?:זיכרון|ראייה|שמיעה|קול|שיווי המשקל|שיער)",
)
_AR = Faculties(
    r"ما|مش|مو|لا|لم|ما عاد|ماعاد",
    r"بالكاد|يا دوب|بصعوبة|تقريبا ما",
    r"تقريبا شي",
    r"شي|شيء|حدا|أحد|منيح|زين|كويس",
    r"(?:ب|ي|ت|أ|ا|ن)?(?:وقف|اوقف|مشي|امشي|نام|انام|قعد|اقعد|بلع|ابلع|ركع)\w{0,2}",
    r"(?:عم )?(?:ب|ي|ت|بي|بت|أ|ا)?(?:سمع|شوف|حكي|تكلم|عرف|تذكر|ميز|اكل|مشي|نام)\w{0,2}",
    r"هو|هي|بابا|ماما|جدي|جدتي|ستي|تيتا|تيتة|ابوي|امي|أبوي|أمي",
    r"(?:بت|بي|ت|ي)ضيع(?: (?:بال|في ال)\w+)?|(?:ب|بت|بي|ي|ت)?نسى (?:كل شي|كل شيء|الأسماء|كتير)|(?:فقد|خسر|ضاع)\w{0,3} (?:ال)?(?:ذاكرة|بصر|سمع|صوت|توازن|نظر)\w?",
)


def _grammar(of: Faculties) -> str:
    """Posture behind or before a negation; senses of somebody else, negated; senses with "hardly" or
    "nothing"; what is forgotten."""
    gap = r"(?:['’]| )(?:[^\W\d_]['’\w]{0,12} ){0,3}?"
    return (
        rf"(?:{of.negation}|{of.hardly}){gap}(?:{of.posture})(?!\w){_REST}"
        rf"|(?:{of.hardly}){gap}(?:{of.senses})(?!\w){_REST}"
        rf"|(?:(?:{of.negation}){gap})?(?:{of.senses}) (?:[^\W\d_]\w{{0,8}} ){{0,4}}?(?:{of.nothing})(?!\w)"
        rf"|(?:{of.negation}){gap}(?:{of.senses}) (?:[^\W\d_]\w{{0,8}} ){{0,3}}?(?:{of.anything})(?!\w)"
        rf"|(?:{of.forgets})(?: (?:after|within|nach|après|au bout de|después de|a los|dopo|אחרי|بعد) \w+ \w+| (?:in|on|auf|de|da|d['’]) ?(?:\w+ ){{0,2}}(?:ears?|eyes?|ohr|auge|oreilles?|oeil|oido|ojo|orecchi\w|occhi\w))?"
    )


_ALL = {"en": _EN, "de": _DE, "fr": _FR, "es": _ES, "it": _IT, "he": _HE, "ar": _AR}
FACULTIES = compile_words(
    rf"(?<!\w){of_each_script({language: _grammar(one) for language, one in _ALL.items()})}(?!\w)"
)
# Of somebody else, a verb of the senses needs no more than a negation; what is private begins behind them.
OF_OTHERS = compile_words(
    "(?<!\\w)"
    + of_each_script(
        {
            language: rf"(?:{one.others}|{ONE[language]}) (?P<{language}>(?:(?:{one.negation})(?:['’]| )(?:[^\W\d_]['’\w]{{0,12}} ){{0,2}}?(?:{one.senses})|(?:{one.senses}) (?:[^\W\d_]\w{{0,8}} ){{0,4}}?(?:{one.negation}|{one.hardly}))(?!\w){_REST})"
            for language, one in _ALL.items()
        }
    )
    + "(?!\\w)"
)
