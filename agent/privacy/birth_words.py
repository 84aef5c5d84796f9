"""Words and patterns of birth dates, in every language: how dates are written and told, and what is said of
births and birthdays."""

import re

from agent.languages.patterns.alternatives import alternatives
from agent.privacy.calendar_words import MONTH
from agent.privacy.contacts.digits import DIGIT_WORDS

_MONTH = rf"(?:{MONTH})\.?(?!\w)"
_OF = r"(?:of |del |dell['’]|de |di |d'|d’|من )?"
_YEAR = r"(?:\d{4}|['’]\d{2})"
_ROMAN = r"(?:x?i{1,3}|i?[vx]|vi{1,3})"
_TH = r"(?:st|nd|rd|th|er|\.|º|°|ª|ème)?"
# A whole date, or day and month alone.
_NUMERIC = r"\d{4}[./\-–]\d{1,2}[./\-–]\d{1,2}|\d{1,2} ?[./\-–] ?\d{1,2} ?[./\-–] ?(?:\d{4}|\d{2})|\d{1,2}[./]\d{1,2}\.?"
_NUMERIC = rf"\d{{1,2}} ?[./\-–] ?\d{{1,2}} ?[./\-–] ?['’]\d{{2}}|\d{{1,2}}[. /\-–]{{1,2}}{_ROMAN}[. /\-–]{{1,2}}['’]?(?:\d{{4}}|\d{{2}})|{_NUMERIC}"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[- ]\w{5,7}|"
    r"(?:ersten?|zweiten?|dritten?|siebten?|(?!sei)\w{2,16}(?:ten|ste[rn]))|premier|première|primero|primo|"
    r"un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt(?:[- ](?:et[- ])?\w{2,6})?|trente(?:[- ]et[- ]un)?|"
    r"uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\w{3,6}|veint\w{1,7}|treinta(?: y uno)?|"
    r"due|tre|quattro|cinque|sei|sette|otto|nove|undici|dodici|tredici|quattordici|quindici|sedici|dieci|vent\w{1,7}|trent\w{1,4}|"
    r"ראשון|שני|שלישי|רביעי|חמישי|שישי|שביעי|שמיני|תשיעי|עשירי|(?:ה|ב)?(?:אחד|שניים|שלושה|ארבעה|חמישה|שישה|שבעה|שמונה|תשעה|עשרה|עשרים)(?: (?:עשר|ו\w{3,6}))?|[א-ת]{1,2}[\"״'׳][א-ת]?|"
    r"(?:ال)?(?:اول|أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|واحد|اثنين|ثلاثة|اربعة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|عشرين)(?: (?:عشر|و\w{3,8}))?)"
)
_HEBREW_MONTH = (
    "(?:תשרי|מרחשוון|חשוון|חשון|כסלו|טבת|שבט|אדר(?: [אב]['׳]?)?|ניסן|אייר|סיוון|סיון|תמוז|אב|אלול)"
)
_NAMED = (
    rf"\d{{1,2}}{_TH} ?{_OF}(?:ب|ב-?)?{_MONTH}(?:,? ?{_OF}{_YEAR}| (?:del |dell['’])?\d{{2}}(?!\d|[:.]\d))?"
    rf"|{_MONTH} (?:the )?\d{{1,2}}{_TH}(?:,? {_YEAR})?|{_MONTH},? {_OF}\d{{4}}"
)
DATE = re.compile(rf"(?:(?<![\w.:])|(?<=[ במלה][במלהש]))(?:{_NAMED}|{_NUMERIC})(?![\d])", re.I)
DATE_OR_YEAR = re.compile(rf"(?:{_NAMED}|{_NUMERIC}|(?:19|20)\d\d|['’]?\d{{2}}(?![\w:.€%]))(?!\d)", re.I)
NUMBERS = re.compile(r"\d+")
OF_SHORT_YEAR = re.compile(r"(?:del |dell['’]|de |of |['’])\d\d$", re.I)
# A year in words; hardly an appointment is told with one.
_YEAR_IN_WORDS = (
    r"(?:(?:nineteen|twenty|two thousand)(?:[ -](?:hundred |and )?(?:and )?(?:oh[ -])?(?:\w+teen|\w+ty(?:[ -]\w{3,5})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?"
    r"|(?:neunzehnhundert|zweitausend|millenovecento|duemila)\w*|(?:mille neuf[ -]cents?|deux[ -]mille)(?:[ -](?!heure|à|pour)[\w-]{2,12}){0,3}|(?:mil novecientos|dos mil)(?: (?!a |por|para|euros)\w{1,12}){0,3}"
    r"|(?:אלף תשע מאות|אלפיים)(?: ו?[א-ת]{3,7}){0,2}|[اأ]لف و?تسع[ \w]{0,4}(?: ?و ?[ء-ي]{3,8}){0,2}|[اأ]لفين(?: ?و ?[ء-ي]{3,8}){0,2}"
    r"|(?:שלושים|ארבעים|חמישים|שישים|שבעים|שמונים|תשעים)(?: ו[א-ת]{3,5})?|(?:thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?(?! ?(?:min|euro|pound|past)))"
)
HIJRI = re.compile(
    r"(?<!\w)(?:(?:ال)?[ء-ي]{3,8}(?: عشر)?|\d{1,2}) (?:من )?(?:شهر )?(?:محرم|صفر|ربيع (?:ال)?(?:أول|اول|ثاني|آخر)|جمادى? (?:ال)?\w+|رجب|شعبان|رمضان|شوال|ذو ال\w+|ذي ال\w+),? (?:سنة |عام )?[1١][34٣٤]\d\d(?: ?هـ?)?(?!\w)"
)
# Numbers in words: an age, and a year of the last century by its tens and ones.
_IN_WORDS = {
    length: alternatives(word for word, told in DIGIT_WORDS.items() if len(told) == length)
    for length in (1, 2)
}
_NUMBER_IN_WORDS = rf"(?:{_IN_WORDS[2]}|{_IN_WORDS[1]})(?!\w)"
TENS_IN_WORDS = re.compile(rf"(?:{_IN_WORDS[2]})(?:[ -](?:{_IN_WORDS[1]}))?(?!\w)", re.I)
# Said of a birth or a birthday, a date is whatever tells one.
TOLD = re.compile(
    rf"(?:(?<![\w.:])|(?<=[בלמה]))(?:{_NAMED}(?! ?(?:uhr|h|am|pm)(?!\w))|{_NUMERIC}"
    rf"|(?:the )?{_ORDINAL} (?:of |de |d['’]|di )?(?:ב-?|ל-?|من )?{_MONTH}(?:,? (?:de |del |of )?(?:{_YEAR}|\d{{2}}(?![\d:])))?|{_MONTH} (?:the )?{_ORDINAL}(?!\w)"
    rf"|{_MONTH},? ?(?:of |de |del |d['’])?(?:\d{{4}}|['’]?\d{{2}})(?![\d:.])"
    rf"|ב?-?[א-ת]{{1,2}}[\"״'׳][א-ת]? ?(?:ב|ל)?{_HEBREW_MONTH}(?: ה?תש[\w\"״'׳]{{1,5}})?)(?!\w)",
    re.I,
)
WITH_YEAR_IN_WORDS = re.compile(
    rf"(?<!\w)(?:the )?(?:{_ORDINAL}|\d{{1,2}}{_TH}) ?{_OF}(?:ב-?|ל-?|من )?{_MONTH},? ?(?:{_OF}|ב-?|שנת |سنة |عام ){_YEAR_IN_WORDS}(?!\w)|(?<!\w){_MONTH} (?:the )?(?:{_ORDINAL}|\d{{1,2}}{_TH}),? {_YEAR_IN_WORDS}(?!\w)",
    re.I,
)
# What says of a day that it is somebody's birthday, or that they come of an age then.
TURNS = re.compile(
    r"(?<!\w)(?:(?:my|his|her|our|their|[\w]{1,15}['’]s) (?:\d{1,3}(?:st|nd|rd|th) )?(?:birthday|b-?day)(?: is|['’]s| falls| comes)?|(?:turn(?:s|ing|ed)?|\w{1,12}['’]ll be|(?:will|gonna|going to|['’]ll) be|['’]s gonna be) \d{1,3}|is \d{1,3} on|(?:hit(?:s|ting)?|reach(?:es|ing)?|turn(?:s|ing|ed)?) (?:the )?(?:big |grand old )?[\w\-]{2,15}|(?:the )?big [\w]{2,10}[ -]?\w{2,8}|(?:my|his|her|our) [\w-]{4,14}(?:ieth|eenth|th) (?:is|falls)|"
    r"(?:geburtstag|burzeltag) (?:hab(?:e|en|t)?|hat|ist|feier\w*)|(?:habe?|hat|feier\w*) (?:ich |sie |er |wir )?(?:\w+ )?(?:geburtstag)|(?:mein|ihr|sein|unser)\w* (?:\w+ )?geburtstag|w(?:erde?|ird)(?= (?:am|im|nächst\w*|\d|ich|sie|er|dann|schon))|wurde(?= am)|"
    r"(?:mon|son|notre) anniv(?:ersaire)?|(?:fêt|souffl)\w+ (?:ses|mes|son|leurs) \w+(?: ans| bougies| anniversaire)?|(?:aur|eu)\w* [\w\-]{1,15} ans|(?:j['’]ai|il a|elle a|on a) [\w\-]{1,15} ans(?= le)|prend [\w\-]{1,15} ans|"
    r"(?:mi|su|nuestro) (?:cumple(?:años)?|cumpleaños)|cumpl(?:o|e|í|ió|en|imos|iré|irá)(?!\w)|nac\w*|"
    r"(?:mio |suo )?(?:compleanno|compleannno)(?: è| cade)|(?:faccio|fa|fanno) gli anni|compi(?:o|e|rò|rà|uto|ono)(?: gli anni| \w+ anni| \d+)?|fa(?:ccio|nno)? \w{1,15} anni|"
    r"יש ל(?:י|ה|ו|נו) יום הולדת|[בה]?יום ה?הולדת(?: \d{1,3})?(?: (?:שלי|שלה|שלו|של \w{2,12}))|(?:חוגג|חוגגת|אחגוג|תחגוג|יחגוג)(?: (?:יום הולדת|\d+))?|(?:אהיה|תהיה|יהיה) (?:בן|בת) \d+|(?:בן|בת) (?:\d{1,3}|[א-ת]{3,7})(?= ב-?\d)|(?:בן|בת|ילידת?) (?=(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר))|"
    r"(?:عيد ميلاد(?:ي|ه|ها|نا)|عيدي)|(?:عمري|عمره|عمرها) (?:من|يصير|بيصير)|(?:بكمل|يكمل|تكمل|بصير|حصير|رح صير|يتم|تتم|أتم|اتم) (?:ال)?\d+|(?:خلقت|خلقان|خلقانة|انولد\w*|مولود\w*|من مواليد))",
    re.I,
)
# "5 June is my birthday", "am 5.6. geboren": the date first.
SAID_BEHIND = re.compile(
    r"[,;)]?(?: ?\d{1,3})?[ \-–(]{0,2}(?:(?:ist|is|è|es|est|c['’]est|that['’]s|das ist|when|i|we|was|were|the day|cuando|quando|quand|wo|era|dann|war|wurde|bin|hab|habe|hat|haben|ich|sie|er|wir|zur welt|auf die welt|on est|je suis|soy|sono|fue|año de|anno di|l['’]année de|année de|the|year of|היא|הוא|זה|שנת|هو|هي|سنة|تاريخ) ?){0,4}"
    r"(?:gebor\w*|gekommen|geburts\w*|geburtstag|zur welt|born|(?:my|his|her) (?:birthday|b-?day|date of birth|birth)|birth(?:day|date)?|(?:mon|son|sa|ma) (?:anniversaire|anniv|naissance)|naissance|né(?:e|s)?|(?:mi|su) (?:cumple\w*|nacimiento)|nacimiento|nac[ií]\w*|(?:il )?(?:mio|suo) (?:compleanno|giorno)|nascita|nat[oa]|"
    r"ה?לידה|יום ה?הולדת|נולד\w*|ميلاد\w*|عيد ميلاد\w*|الولادة|ولدت|انولدت)(?!\w)",
    re.I,
)
AHEAD = re.compile(r"(?:[^;!?\n\[]){0,60}")
# A birthday that is what the appointment is for: its day may be the appointment's.
OCCASION = re.compile(
    r"(?<!\w)(?:for|before|until|für|zu|zum|vor|pour|avant|para|antes de|per|prima di|ל|לקראת|لـ|قبل)[ ]?(?:(?:my|our|his|her|their|the|a|mein\w*|unser\w*|ihr\w*|sein\w*|den|dem|mon|ma|son|sa|notre|l['’]|le|mi|su|el|il|mio|suo|la|mia) ?){0,2}$",
    re.I,
)
ENDS_WITH_AGE = re.compile(r"[^\W\d].*\d{2,3}$")
WILL_BE = re.compile(r"w(?:ird|erde)", re.I)
# The age behind the date: "am 2. Februar 60".
AGE = re.compile(rf" (?:\d{{1,3}}|{_NUMBER_IN_WORDS})(?! ?(?:uhr|h|:|\.\d|€|min|euro)|\w)", re.I)
YEAR_ALONE = re.compile(r"(?<![\w.:\d])(?:19|20)\d\d(?![\d\w:€])")
LAST_CENTURY = re.compile(r"(?<![\w.:\d])19\d\d(?![\d\w:€])")
# Words for being born, and for the date of it.
BORN = re.compile(
    r"(?<!\w)(?:(?:came|come) into (?:the|this) world|(?:auf die|zur) welt (?:kam|gekommen)|(?:venue?|vint|vient|vins) au monde|(?:vine|vino|llegué) al mundo|venut[oa] al mondo|באתי לעולם|(?:جئت|جاءت|أتيت) إلى (?:الدنيا|العالم|الحياة)|born|b\.(?= ?\d)|fecha (?:de )?nac\.?|f\. ?nac\.?|data (?:di )?nasc\.?|né[e]? en|gebor\w*|geborn|انولد\w*|خلقت|(?:date|year|day) of birth|birth ?(?:date|year)|d\.?o\.?b\.?|geboren\w*|geb\.?|geburts(?:datum|jahr|tag)|jahrgang|"
    r"né|née|ne le|nee le|naissance|nac[íi]|nacid[oa]|nacimiento|nat[oa]|nascita|classe|"
    r"נולד(?:ה|תי|נו)?|תאריך ה?לידה|יליד(?:ת)?|שנת ה?לידה|(?:و)?ولدت|مولود(?:ة)?|(?:من )?مواليد|(?:ال)?ميلاد(?:ي|ها|ه)?|تولد)(?!\w)",
    re.I,
)
# A birthday may be what an appointment is for: only what is said to be the birthday is one.
BIRTHDAY = re.compile(
    r"(?<!\w)(?:birthday|b-?day|geburtstag|anniversaire|cumpleaños|compleanno|יום ה?הולדת(?: שלי)?|עיד ?מילאד|عيد ميلاد\w*)"
    r"(?: is| ist| est| es| è| e| cade| fällt| falls| הוא| חל| هو| في|:)(?!\w)",
    re.I,
)
# What may stand between the word and its date.
BETWEEN = re.compile(
    r"[ \t:=(\-–]{0,3}(?:(?:is|was|on|in|the|am|im|den|der|ist|war|auf|le|en|el|il|es|fue|est|è|nel|the year|année|año|anno|jahr|בשנת|ב|הוא|في|عام|سنة|هو|بتاريخ|day|[\w]{1,12}'s)"
    r"[ :\-]{1,2}|ב-?){0,3}[ \t(]?",
    re.I,
)
# Said of oneself with nothing but a year: "sono del 1938", "I'm a 1978 baby", "ich bin 78er".
OF_YEAR = re.compile(
    r"(?<!\w)(?:(?:sono|è|siamo) (?:del(?:l['’])?|nat\w (?:nel|il) )|(?:soy|es|somos) (?:del?|del año) |(?:je suis|il est|elle est) (?:de|du) |(?:ich bin|er ist|sie ist) (?:baujahr |ein(?:e)? )?|(?:i['’]m|he['’]s|she['’]s) (?:a |an |from )|(?:baujahr|annata|anno|año|année|שנתון|جيل) )"
    r" ?(?P<year>19\d\d|['’]\d\d|(?<=baujahr )\d\d|(?<=del )\d\d|(?<=suis de )\d\d(?=[,.!?]|$)|(?<=dell['’])\d\d|\d\d(?=er(?!\w)))(?![\d:€]|\.\d)",
    re.I,
)
YEAR_BEFORE = re.compile(
    r"(?<![\w.])(?:19|20)\d\d(?= (?:geboren|zur welt gekommen|born|baby|né|née|nacid[oa]|nat[oa])(?!\w))",
    re.I,
)
# Years told in words, behind a word for birth.
SPOKEN = re.compile(
    r"nineteen|two thousand|neunzehnhundert|zweitausend|mille neuf|mil neuf|deux mille|mil novecientos|dos mil|millenovecento|duemila|"
    rf"אלף תשע|אלפיים|תשעים|ألف و?تسع|ألفين|{_MONTH}",
    re.I,
)
CLAUSE = re.compile(r"[^,.;!?\n\[]{3,70}")
# The words of a question for it.
ASKS = re.compile(rf"{BORN.pattern}|birthday|anniversaire|cumpleaños|compleanno", re.I)
# The day of a month and a year that were told already: "born in May 2009, on the 14th".
DAY_BEHIND = re.compile(
    r"[,،]? (?:(?:on|am|le|el|il|den|dem|em|vom|the|giorno|día|dia|jour|un|יום|ב-?|ה-?|في|يوم|بتاريخ)[ \-]?){0,3}(?<=[ \-במהל])\d{1,2}(?:st|nd|rd|th|er|\.|º|°)?(?![\w:€%]|\.\d| ?(?:uhr|h|am|pm|min|euros?|people|personen|o'clock|years?|jahre|ans|años|anni)(?!\w))",
    re.I,
)
MONTH_AND_YEAR = re.compile(rf"\W*{_MONTH},? ?{_OF}(?:\d{{4}}|['’]?\d\d)", re.I)
# The day, in words too, before a month and a year.
DAY_BEFORE = re.compile(
    rf"(?<!\w)(?:the )?(?:{_ORDINAL}|\d{{1,2}}{_TH}) ?(?:of |de |d['’]|di |من |ב|ל)?$", re.I
)
# A feast, before its year.
FEAST_BEFORE = re.compile(
    r"(?:(?:on|am|an|le|el|il|ב|في) )?(?:christmas(?: day| eve)?|boxing day|new year['’]?s(?: day| eve)?|halloween|easter sunday|heilig(?:er )?abend|weihnachten|silvester|neujahr|nikolaus|ostersonntag|(?:jour|veille) d(?:e |u |['’])(?:noël|l['’]an|nouvel an)|noël|toussaint|"
    r"día de (?:reyes|navidad|año nuevo|todos los santos|san \w+)|nochebuena|nochevieja|navidad|(?:giorno|vigilia) di (?:natale|capodanno)|(?:natale|capodanno|ferragosto|santo stefano|pasqua)|"
    r"(?:ערב )?(?:ראש השנה|פסח|יום כיפור|פורים|חנוכה)|(?:ليلة |يوم |أول يوم )?(?:رأس السنة|راس السنة|العيد|عيد \w+))(?: (?:of|de|del|dell['’]|di|des jahres|سنة))?[, ]{1,2}$",
    re.I,
)
# A year of the last century by its tens and ones, behind a day and a month.
_TENS = (
    r"(?:thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:\w{2,8}und)?(?:dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|"
    r"(?:trente|quarante|cinquante|soixante|quatre-vingts?)(?:[ -](?:et[ -])?[\w\-]{2,10})?|(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y \w{3,6})?|(?:trent|quarant|cinquant|sessant|settant|ottant|novant)\w{1,8}"
)
# "Zwölfter elfter": a day and a month that are both counted.
_GERMAN_ORDINAL = r"(?:(?:erst|zweit|dritt|viert|fünft|sechst|siebt|siebent|acht|neunt|zehnt|elft|zwölft|\w{3,7}zehnt|(?:\w{3,6}und)?(?:zwanzig|dreißig)st)(?:er|en|e))"
_ARABIC_TENS = r"(?:سنة|عام|سنه) (?:[اأ]لف و ?تسع\w*(?: و ?)?)?(?:[ء-ي]{3,6} و ?)?(?:عشرين|عشرون|ثلاثين|تلاتين|[اأ]ربعين|خمسين|ستين|سبعين|ثمانين|تمانين|تسعين)"
IN_TENS = re.compile(
    rf"(?<!\w)(?:the )?(?:{_ORDINAL}|\d{{1,2}}{_TH}) ?{_OF}(?:the )?(?:{_MONTH}|{_ORDINAL}),? ?{_OF}(?:{_TENS})(?!\w| ?(?:min|euro|pound|€|person|people))"
    rf"|(?<!\w){_GERMAN_ORDINAL} (?:{_GERMAN_ORDINAL}|{_MONTH}) (?:{_TENS}|neunzehnhundert\w*|zweitausend\w*)(?!\w| ?(?:min|euro|€|uhr))"
    rf"|(?<!\w)(?:{_ORDINAL}|\d{{1,2}}) {_OF}{_MONTH},? {_ARABIC_TENS}(?!\w)",
    re.I,
)
