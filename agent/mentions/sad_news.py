"""Sad news that a customer tells: a death, of one of theirs or of their animal, known by its parts in one
clause (who, and that they died); and a hardship, such as a grave illness, a lost job or a divorce. Pure."""

import re
from enum import Enum
from functools import cache

from agent.languages.patterns.prefiltered import AnyPattern, prefilter
from agent.mentions.beyond_one.relatives import ONE


class SadNews(Enum):
    DEATH = "death"
    HARDSHIP = "hardship"


# Beside relatives: animals, and "somebody in the family".
ANIMALS = {
    "en": r"dogs?|puppy|cats?|kitty|kitten|horse|bunny|rabbit|hamster|bird|parrot|pet|relative|loved one",
    "de": r"hund|hündin|katze|kater|pferd|hase|kaninchen|hamster|vogel|haustier|angehörige[rn]?",
    "fr": r"chien(?:ne)?|chat(?:te)?|cheval|lapine?|hamster|oiseau|animal|un proche",
    "es": r"perr[oa]|gat[oa]|caballo|conejo|hámster|pájaro|mascota|familiar",
    "it": r"can[ei]|cagnolin[oa]|gatt[oa]|cavallo|coniglio|criceto|uccellino|animale|parente|familiare",
    "he": r"ה?כלבה?|ה?חתולה?|ה?סוס|ה?ארנבת?|כלבי|כלבתי|חתולי|חתולתי|קרוב משפחה|חיית המחמד",
    "ar": r"كلبي|كلبتي|قطتي|قطي|حصاني|أرنبي|قريبي|قريب لي|حيواني",
}
DIED = {
    "en": r"died|passed away|passed on|has passed|is dead|was put (?:down|to sleep)|had to be put (?:down|to sleep)",
    "de": r"gestorben|verstorben|ist tot|eingeschläfert|von uns gegangen|entschlafen|starb|(?:für immer|friedlich|heute nacht|letzte nacht|gestern) eingeschlafen|nicht mehr unter uns",
    "fr": r"(?:est|vient de) (?:morte?|décédée?|partie?|mourir|décéder|nous quitter)|décédée?|nous a quittés?",
    "es": r"(?:ha )?(?:muerto|fallecido)|murió|falleció|se (?:me|nos) murió|se (?:me |nos )?(?:fue|ha ido)|acaba de (?:morir|fallecer)",
    "it": r"(?:è )?(?:mort[oa]|mancat[oa]|decedut[oa]|venut[oa] a mancare|scompars[oa])|ci ha lasciat[oi]|se n'è andat[oa]",
    "he": r"נפטרה?|מתה?|הלך לעולמו|הלכה לעולמה|הלכו לעולמם|נפטרו",
    "ar": r"توفيت?|توفى|مات|ماتت|انتقلت? إلى رحمة|فارقت? الحياة|رحل|رحلت",
}
# What says it by itself.
TOLD = {
    "en": r"(?:there(?:'s| is| was) a death|(?:lost|buried|burying|bury) {who}|death in (?:the|my) family|(?:a|the|his|her|\w+'s) funeral|in mourning|i lost (?:him|her) (?:today|yesterday|last))",
    "de": r"(?:todesfall|trauerfall|beerdigung|bestattung|{who} (?:verloren|beerdigt|begraben|beigesetzt)|in trauer)",
    "fr": r"(?:un (?:décès|deuil)|en deuil|(?:aux|les|des) obsèques|(?:l'|un )enterrement|(?:perdu|enterré|enterrons) {who})",
    "es": r"(?:fallecimiento|funeral|velatorio|entierro|de luto|(?:perdí|he perdido|perdimos|enterramos|enterré) (?:a )?{who})",
    "it": r"(?:un lutto|in lutto|funerale|(?:ho perso|abbiamo perso|abbiamo sepolto) {who})",
    "he": r"(?:הלוויה|לוויה|יושבת? שבעה|מקרה מוות|אני ב?אבל|(?:איבדתי|איבדנו|קברנו) את {who})",
    "ar": r"(?:حالة وفاة|جنازة|عزاء|(?:فقدت|فقدنا|دفنا) {who}|في حداد)",
}
# Relatives who are named without "my" where a family talks of them.
HOME = {
    "en": r"gran|granny|grandma|grandpa|grandad|granddad|nan|nana|mum|mom|dad|grandmother|grandfather",
    "de": r"oma|opa|omi|opi|mama|papa|mutti|vati",
    "fr": r"papa|maman|mamie|papi|papy|mémé|pépé",
    "es": r"(?:la |el )?(?:abuel[oa]|abuelit[oa]|mamá|papá|yay[oa]|tí[oa])",
    "it": r"(?:la |il )?(?:nonn[oa]|mamma|papà|babbo|zi[oa])",
}
# Grave, whoever it is told of: work, marriage, illness, an accident.
HARDSHIP = {
    "en": r"broke (?:my|his|her) (?:leg|arm|foot|ankle|wrist)|(?:lost|losing) (?:my|his|her) job|(?:got|was|been|am|i'm) (?:laid off|fired(?! up)|sacked|made redundant)"
    r"|(?:getting|am|i'm|going through an?) (?:\w+ )?(?:divorced?|separat(?:ed|ion))|my divorce|(?:left|dumped) me"
    r"|(?:we|we've) (?:broke|broken|split) up|miscarriage|(?:with|have|has|got|had) (?:\w+ )?(?:cancer|leuk\w+)"
    r"|(?:had|has|having) an? (?:\w+ )?(?:stroke|heart attack|accident)|chemo\w*|intensive care|in (?:the )?icu"
    r"|hospice|(?:seriously|terminally|gravely) ill|deathbed|(?:been|was|were|got) (?:hospitali[sz]ed)"
    r"|(?:i'm|i am|{who}(?: is|'s)?|he's|she's|he is|she is) in (?:the )?hospital"
    r"|(?:{who}|he|she)(?: is|'s)? (?:dying|going to die|about to die)|(?:{who}|he|she) (?:will|might|may) (?:\w+ )?die",
    "de": r"(?:komm\w*|bin|war) (?:grad |gerade )?(?:vom|beim) (?:haus)?arzt|(?:hab|habe|hat) was am herzen|(?:bein|arm|fuß) gebrochen|(?:job|arbeit|stelle|arbeitsplatz) verloren|(?:mir|wurde) (?:\w+ )?gekündigt|wurde entlassen|arbeitslos"
    r"|(?:lasse|lassen) (?:mich|uns) (?:\w+ )?scheiden|scheidung|hat mich verlassen|(?:uns|mich) getrennt|fehlgeburt"
    r"|\w*krebs|tumor|leukämie|chemo\w*|schlaganfall|herzinfarkt|intensivstation|hospiz|schwer krank|todkrank"
    r"|im sterben|im krankenhaus|(?:einen|ein) (?:\w*)unfall|{who} (?:wird|muss) (?:\w+ )?sterben",
    "fr": r"cassé (?:la jambe|le bras|le pied|la cheville)|perdu mon (?:emploi|travail|boulot|job|poste)|été (?:licencié|viré)e?|divorc\w+|m'a quittée?"
    r"|(?:sommes|est) séparée?s|fausse couche|cancer|tumeur|leucémie|chimio\w*|un avc|infarctus|soins intensifs"
    r"|réanimation|hospitalisée?s?|à l'hôpital|en fin de vie|mourante?|{who} va mourir|gravement malade|un accident",
    "es": r"(?:me )?he roto (?:la pierna|el brazo|el pie|el tobillo)|mal diagnóstico|(?:perdí|he perdido|perdió) (?:mi|el|su) (?:trabajo|empleo)|me (?:han )?(?:despidieron|despedido|echaron)"
    r"|divorci\w+|me (?:dejó|ha dejado)(?! (?:sin|el|la|muy))|aborto|cáncer|tumor|leucemia|quimio\w*|infarto|ictus"
    r"|cuidados intensivos|la uci|hospitalizad[oa]|en el hospital|muy grave|se está muriendo|{who} se va a morir"
    r"|{who} va a morir|un accidente",
    "it": r"brutta diagnosi|rott[oa] (?:la gamba|il braccio|il piede|la caviglia)|perso il (?:lavoro|posto)|(?:stat[oa]|hanno) licenziat[oa]|divorzi\w*|mi ha lasciat[oa]|aborto|cancro"
    r"|tumore|leucemia|chemio\w*|infarto|ictus|terapia intensiva|rianimazione|ricoverat[oa]|in ospedale"
    r"|{who} sta (?:per )?mor(?:ire|endo)|gravemente malat[oa]|un incidente",
    "he": r"שברתי את ה(?:רגל|יד|קרסול)|איבדתי את העבודה|פיטרו אותי|פוטרתי|מתגרש(?:ת|ים)?|גירושי[ןם]|עזבה? אותי|הפלה|סרטן|גידול|כימו\S*"
    r"|התקף לב|שבץ|טיפול נמרץ|מאושפזת?|בבית(?: ה)?חולים|גוססת?|{who} עומדת? למות|תאונה|חולה (?:מאוד|קשה)",
    "ar": r"(?:كسرت|انكسرت) (?:رجلي|ايدي|يدي|قدمي)|فقدت (?:عملي|وظيفتي)|طردت من (?:عملي|العمل)|الطلاق|طلاقي|أتطلق|انفصلنا|إجهاض|سرطان|ورم|كيماوي|جلطة"
    r"|نوبة قلبية|العناية المركزة|في المستشفى|يحتضر|تحتضر|{who} (?:ستموت|سيموت)|حادث",
}
# Nobody's death: "my phone died", "I'm dying for a haircut", "dead tired" have no relative in their clause.
SENTENCE, CLAUSE = re.compile(r"[^.!?;\n،؛؟]+"), re.compile(r"[^.!?;\n،؛؟,]+[?؟]?")
# Where the news end and what is wanted begins.
NEWS_END = re.compile(
    r"[,،.;؛!?؟\n]|\s(?:and|so|but|und|also|aber|et|donc|mais|y|así|pero|e|quindi|ma)\s"
    r"|\s(?=ו(?:לא|אני|צריכ?ה?|רוצה)|ول[ناا]|وأ|وس|فل)"
)
MOST_WORDS_BETWEEN = 4
OWN = {
    "en": r"(?:my|our|a|his|her)",
    "de": r"(?:mein\w*|unser\w*|ein\w*|sein\w*|ihr\w*|die|der|das)",
    "fr": r"(?:mon|ma|notre|un|une|son|sa)",
    "es": r"(?:mi|nuestr[oa]|un|una|su)",
    "it": r"(?:mi[oa]|il mio|la mia|nostr[oa]|un[oa']?)",
}


def sad_news_in(text: str, language: str) -> SadNews | None:
    """The gravest news that a text tells; English is heard beside every language. A question tells none of a
    hardship."""
    lowered = text.casefold().replace("’", "'")
    tags = dict.fromkeys((language, "en"))
    if any(_death(tag).search(sentence) for tag in tags for sentence in SENTENCE.findall(lowered)):
        return SadNews.DEATH
    told = [clause for clause in CLAUSE.findall(lowered) if clause[-1] not in "?؟"]
    is_hard = any(_hardship(tag).search(clause) for tag in tags for clause in told)
    return SadNews.HARDSHIP if is_hard else None


def tells_of_a_death(text: str, language: str) -> bool:
    """Whether a text tells that somebody close, or an animal, has died."""
    return sad_news_in(text, language) is SadNews.DEATH


def without_news(text: str, language: str) -> str:
    """A text without what it tells of sad news: "she died on Friday" names no day that is wanted."""
    lowered = text.lower().replace("’", "'")
    patterns = [kind(tag) for tag in dict.fromkeys((language, "en")) for kind in (_death, _hardship)]
    found = next((found for one in patterns if (found := one.search(lowered))), None)
    if found is None or len(lowered) != len(text):
        return text
    end = NEWS_END.search(text, found.end())
    return text[: found.start()] + " " + text[end.start() if end else len(text) :]


@cache
def _death(language: str) -> AnyPattern:
    who = _who(language)
    gap = rf"(?:\s+[\w']+){{0,{MOST_WORDS_BETWEEN}}}?"
    died, told = DIED[language], TOLD[language].replace("{who}", who)
    return prefilter(rf"(?<!\w)(?:{who}(?!\w){gap}\s+(?:{died})|(?:{died}){gap}\s+{who}|{told})(?!\w)")


@cache
def _hardship(language: str) -> AnyPattern:
    return prefilter(rf"(?<!\w)(?:{HARDSHIP[language].replace('{who}', _who(language))})(?!\w)")


def _who(language: str) -> str:
    relatives, own = rf"{ONE[language]}|{ANIMALS[language]}", OWN.get(language)
    return rf"(?:{own}\s+(?:\w+\s+)?(?:{relatives})|{HOME[language]})" if own else rf"(?:{relatives})"
