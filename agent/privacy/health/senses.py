"""Sight, hearing, speech, memory and balance that are said to be poor or to fail, and medicines by the words
that lead to one: closed classes of each language, put together by its grammar."""

from agent.privacy.health.patterns import compile_words, of_each_script

_TWO_MORE = r"(?: (?!(?:and|so|but|und|aber|et|mais|y|pero|e|ma|please|bitte|ו|אז|و|بس|لكن)(?!\w))[^\W\d_][\w'’]*){0,3}"
# Whose, which faculty, and what is said of one that fails.
_FACULTY = {
    "en": (
        r"(?:my|his|her|their|mum['’]s|dad['’]s) (?:\w+ )?(?:hearing|eye ?sight|eyes|sight|vision|memory|speech|balance|mobility|grip|circulation|nerves)",
        r"(?:(?:is|are|was|['’]s|has|have|got|gets?|keeps?|been)(?: (?:really|very|so|quite|pretty|a bit|not|been|getting|getting a bit|all|totally|got))* (?:bad|poor|awful|terrible|weak|gone|going|failing|shot|worse|rubbish|dodgy|blurry|blurred|slurred|impaired|limited|useless|great|good|what (?:it|they)\w*)|(?:isn['’]t|aren['’]t|not) \w+|fail\w*)",
    ),
    "de": (
        r"(?:mein|sein|ihr)e? (?:gehör|augen|gedächtnis|sehkraft|stimme|sprache|gleichgewicht|kreislauf|kurzzeitgedächtnis|nerven)",
        r"(?:(?:ist|sind|wird|werden|war)(?: (?:sehr|so|ziemlich|ganz|nicht|immer))* (?:schlecht\w*|schwach|schwächer|weg|mies|hin|kaputt|gut|besser|mehr)|lässt|lassen|macht nicht|machen nicht|versagt|versagen|spinnt)",
    ),
    "fr": (
        r"(?:ma|sa|mon|son|mes|ses|la) (?:vue|ouïe|audition|mémoire|élocution|équilibre|parole|yeux|oreilles|nerfs|mobilité)",
        r"(?:(?:est|sont|devient)(?: (?:très|trop|si|vraiment))* (?:mauvais\w*|faibles?|floue?s?|fichue?s?|limitée?s?)|baisse\w*|flanche\w*|diminu\w*|fatigu\w+|s['’]en va|me (?:lâche|trahit)|lui joue|n['’]est (?:plus|pas)|ne (?:va|vont|suit))",
    ),
    "es": (
        r"(?:la|mi|su|el|mis|sus) (?:vista|memoria|oído|oídos|audición|habla|equilibrio|ojos|nervios|movilidad)",
        r"(?:(?:me |le |nos )?falla\w*|(?:está\w*|anda\w*|va|van|es)(?: (?:muy|bastante|tan))* (?:mal|fatal|débil\w*|peor|fastidiad\w+|limitad\w)|ya no (?:es|está|va)|se (?:me|le) va)",
    ),
    "it": (
        r"(?:la |il |l['’])?(?:mi[aoe]i? |su[aoe]i? )(?:vista|udito|memoria|equilibrio|parola|occhi|nervi|mobilità)|(?:la|l['’]) ?(?:vista|udito|memoria)(?= (?:mi|gli|le))",
        r"(?:(?:è|sono|sta|va)(?: (?:molto|proprio|così))* (?:male|debol\w|pessim\w|peggior\w+|andat\w|ridott\w|limitat\w|calat\w)|cala|peggiora|(?:mi|gli|le) (?:abbandona|tradisce|fa cilecca|manca|sta)|non (?:è|va|sono) più)",
    ),
    "he": (
        r"ה(?:שמיעה|ראייה|ראיה|זיכרון|זכרון|דיבור|הליכה|שיווי משקל|עיניים|אוזניים) (?:שלי|שלה|שלו)",
        r"(?:כבר |ממש |די |מאוד )?(?:חלש\w*|גרוע\w*|על הפנים|נחלש\w*|מידרדר\w*|ירד\w*|בוגד\w*|בעייתי\w*|לא (?:טוב\w*|מה שהי\w+))",
    ),
    "ar": (
        r"(?:ال)?(?:نظر|بصر|سمع|ذاكر|ذاكرت|حرك|حركت|نطق|توازن)(?:ي|ه|ها|و|هم|تي|ته|تها)",
        r"(?:كتير |مرة |صار |صارت |شوي |جدا |عم )?(?:ضعيف\w?|ثقيل\w?|تقيل\w?|قليل\w?|تعبان\w?|خفيف\w?|بطيء|راح\w?|خف|(?:ب|ي|ت|بي|بت)ضعف|مش \w+|مو \w+)",
    ),
}
_SAID = {language: rf"(?:{of})(?: |(?=['’]s )){says}{_TWO_MORE}" for language, (of, says) in _FACULTY.items()}
# A disorder of one, by two nouns.
_DISORDER = (
    r"(?:speech|hearing|sight|vision|eye|heart|learning|mobility|memory|attention|balance|sensory|kidney|liver|lung|back) (?:problems?|difficult\w+|disabilit\w+|delay|loss|impairment|issues?|condition|trouble|disorder)|"
    r"(?:hör|seh|sprach|herz|gedächtnis|lern|konzentrations|schlaf|gleichgewichts|entwicklungs|aufmerksamkeits|ess|angst|lese-?rechtschreib)(?:probleme?|störung\w*|schwäche|verlust|fehler|minderung|verzögerung)|"
    r"(?:troubles?|problèmes?|retard|perte) (?:de (?:la |l['’])?|du |d['’])(?:attention|audition|vue|vision|mémoire|parole|langage|santé|cœur|coeur|dos|équilibre|sommeil|développement|comportement|élocution)|"
    r"(?:problemas?|retraso|pérdida|dificultad\w*) (?:de |del |en (?:el |la )?|para )(?:audición|oído|vista|visión|memoria|habla|lenguaje|salud|corazón|espalda|atención|aprendizaje|equilibrio|movilidad)|"
    r"(?:problem[ai]|ritardo|perdita|difficoltà|disturb[oi]) (?:di |del |della |dell['’]|al |alla |nel )(?:udito|vista|memoria|linguaggio|parola|salute|cuore|schiena|attenzione|apprendimento|equilibrio|sonno)|"
    r"(?:בעי(?:ה|ית|ות)|קשיי?|עיכוב|ליקוי|איבוד) (?:ב|של )?ה?(?:שמיעה|ראייה|ראיה|דיבור|קשב|התפתחות\w*|זיכרון|למידה|לב|גב)|"
    r"(?:عند(?:ي|ه|ها) )?(?:تأخر|تاخر|مشاكل|مشكلة|صعوب\w+|اضطراب) (?:في |ب)?(?:ال)?(?:نطق|سمع|نظر|كلام|ذاكرة|قلب|تركيز|تعلم|نمو|ظهر)"
)
# Who hardly stands or leaves the bed.
_FRAIL = (
    r"(?:(?:he|she)(?:['’]s| is) )?(?:unsteady|wobbly|shaky|weak|not steady|not (?:so |very )?good) on (?:his|her|my|their) (?:feet|legs|pins)|bedridden|housebound|frail|bettlägerig|gebrechlich|(?:wackelig|unsicher|schwach|nicht gut) auf den beinen|ans bett gefesselt|"
    r"alitée?|grabataire|clouée? au lit|(?:tient|tiens) (?:mal|à peine) (?:debout|sur ses jambes)|encamad[oa]|postrad[oa]|(?:flojo|floja|débil|inestable) de (?:las )?piernas|allettat[oa]|(?:malferm\w|instabile|debole) sulle gambe|מרותק\w* (?:ל\w+)|לא יציב\w*(?: על ה\w+)?|طريح\w? (?:ال)?فراش|مقعد\w?(?= (?:و|ما))"
)
SENSES = compile_words(rf"(?<!\w)(?:{of_each_script(_SAID)}|{_DISORDER}|{_FRAIL})(?!\w)")
# Behind these stands a medicine, if it has a capital and is no day, brand or place.
TAKES = compile_words(
    r"(?<!\w)(?:(?:i['’]?m|i am|(?:s?he|mum|dad)(?:['’]s| is)|been|currently|still|put (?:me|him|her)) on|(?:suis|est|toujours|encore|étais) sous|(?:tomo|toma|tomando)|(?:prendo|prende|assumo|assume)(?: il| la| l['’])?|(?:je |il |elle )prends? d(?:u|e la)) ?(?P<what>[^\W\d_]{5,20})(?=[,.;!?)]|$| (?:since|for|and|daily|depuis|et|le (?:matin|soir)|desde|y|da|e|so|if|is)(?!\w))"
)
