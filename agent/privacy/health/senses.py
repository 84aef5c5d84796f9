"""Sight, hearing, speech, memory and balance that are said to be poor or to fail, and what is felt in a
part of the body: closed classes of each language, put together by its grammar."""

from agent.privacy.health.body import PART
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
# What somebody feels in a part of their body, or what it does: each language has words for little else.
_FEELING = (
    r"burning|tingl\w+|prickl\w+|numb(?:ness)?|throbbing|stabbing|shooting|stinging|stiff(?:ness)?|swell\w*|ache|cramps?|twitch\w*|lumps?|bumps?|bruises?|blisters?|spasms?|pressure|tightness|itch\w*|pins and needles|clicking|locking|weakness|"
    r"kribbel\w*|taub\w*|brenn\w+|stech\w+|ziehen(?=d|des| im| in| am)|pochen\w*|krämpfe?|krampf|zuck\w+|knoten|beule|schwellung|juckreiz|jucken|druck(?= (?:im|in|auf|am))|steif\w*|"
    r"fourmi\w*|picotements?|brûlures?|engourdi\w*|élancements?|crampes?|boule|grosseur|bosse|raideur|démangeaisons?|gonfl\w+|tiraillements?|pesanteur|oppression|contractures?|"
    r"hormigueos?|ardor|quemaz[óo]n|entumec\w+|adormec\w+|pinchazos?|calambres?|bulto|hinchaz[óo]n|picor(?:es)?|rigidez|tirones?|opresión|"
    r"formicoli[oi]|bruciore|intorpidi\w+|fitt[ae]|crampi?|pallina|nodulo|gonfiore|prurito|rigidità|bozzo|indolenzi\w+|"
    r"נימול|עקצוצ\w*|שריפה|צריבה|דקירות|התכווצו\w+|גוש|בליטה|נפיחות|גירוד|נוקשות|לחץ(?= ב)|חולשה(?= ב)|"
    r"تنميل|خدر|حرقة|حرقان|وخز|نغز|تشنج\w*|كتلة|ورم|انتفاخ|حكة|تيبس|شد(?= ب| في)|ثقل(?= ب| في)"
)
_LEADS_IN = r"(?:(?:feeling|sensation|pain|gefühl|schmerz\w*|sensations?|sensación|sensazione|תחושת|إحساس|شعور) ?)?(?:(?:in|on|under|down|at|im|in|am|an|unter|auf|dans|au|aux|à|sous|sur|en|bajo|debajo|por|al|alla|allo|all['’]|alle|ai|nel|nella|nello|nelle|nei|sul|sulla|sotto|a|de|del|di|ب|في|تحت) ?(?<=[ '’]))?(?:(?:my|his|her|the|both|left|right|whole|der|dem|den|die|das|meine\w*|beiden?|linken?|rechten?|ganzen?|mon|ma|mes|la|le|les|l['’]|el|los|las|mi|mis|il|lo|gli|i|mio|mia|sotto) ?(?<=[ '’])){0,3}(?:ב|ה|בה|بال|ال|ب)?"
_DOES = (
    r"(?:keeps? )?(?:going|goes|go|get|fall|went|gone|is|are|feels?|gets?|getting|falls?|falling|has gone|been)(?: (?:all|so|really|very|quite|a bit|completely|always|constantly))* (?:numb|tingly|asleep|stiff|swollen|dead|weak|hot|itchy|sore|heavy|tight|puffy|to sleep)|(?:been |is |are )?killing (?:me|him|her)|tingles?|throbs?|twitches|cramps|"
    r"(?:ist|sind|wird|werden|bleibt|bleiben|fühlt sich|fühlen sich)(?: (?:ganz|so|total|immer|oft|völlig|ständig))* (?:taub|eingeschlafen|steif|geschwollen|dick|schwer|heiß|entzündet|blau)(?: an)?|kribbel\w*|schläft (?:\w+ ){0,2}ein|schlafen (?:\w+ ){0,2}ein|zuckt|pocht|sticht|krampft|"
    r"(?:est|sont|devient|reste)(?: (?:tout|toute|tous|toutes|très|un peu|complètement|toujours))* (?:gonflée?s?|engourdie?s?|raides?|rouges?|enflée?s?|lourde?s?|bloquée?s?|endormie?s?)|(?:me )?(?:picote|lance|fourmille|gratte|démange|s['’]endort)\w*|"
    r"(?:está|están|sigue|se me pone)(?: (?:muy|toda|todo|bastante|siempre))* (?:hinchad|dormid|entumecid|rígid|inflamad|ties|adormecid|roj)[oa]s?|se me (?:duerme|hincha|agarrota|acalambra)n?|hormiguea|"
    r"(?:è|sono|resta|diventa)(?: (?:tutt[oa]|molto|sempre|completamente))* (?:gonfi|intorpidit|rigid|addormentat|ross|indolenzit|bloccat)[oaie]|(?:mi )?si (?:addormenta|gonfia|blocca|intorpidisce)(?:no)?|formicola|pizzica|"
    r"(?:שלי )?(?:כל הזמן |תמיד )?(?:נרדמת?|נרדמות|מתנפחת?|נפוחה?|רדומה?|עקצצת?|כואבת?|תפוסה?|מתכווצת?|נימול\w*)|(?:عم )?(?:[بيت]{1,2})?(?:نمل|خدر|ورم|وجع|انتفخ|تشنج|حرق)(?:ني|ان[ةه]?)?|(?:منمل|وارم|مخدر|متيبس)[ةه]?"
)
_OWN = r"(?:(?:my|his|her|the|both my|mein\w*|sein\w*|ihr\w*|der|die|das|mon|ma|mes|son|sa|ses|le|la|les|mi|mis|su|sus|el|los|las|il mio|la mia|le mie|i miei|la|il|le) )?(?:(?:left|right|linke[rs]?|rechte[rs]?|ganze[rs]?) )?"
_SIDE = r"(?: (?:left|right|gauches?|droite?s?|izquierd[oa]s?|derech[oa]s?|sinistr[oaie]|destr[oaie]|שמאל(?:ית?)?|ימין|ימנית?|שלי|(?:ال)?(?:شمال|يمين|يسار|يمنى|يسرى)))?"
# "Me hormiguean las manos", "mi bruciano gli occhi".
_BEFALLS = (
    r"(?:me|mi|mir|le|gli) (?:hormigue\w+|pica\w*|pinch\w+|arde\w*|tiembl\w+|quem\w+|formicol\w+|bruci\w+|trem\w+|pizzic\w+|gonfi\w+|scricchiol\w+|kribbel\w*|brenn\w*|zitter\w*|picot\w+|fourmill\w+|brûl\w+|lanc\w+|démang\w+|grat\w+) "
    rf"(?:(?:el|la|los|las|il|lo|le|i|gli|les|der|die|das|mein\w*) ){{1,2}}{PART}|(?:נרדמ\w*|רועד\w*|שורפ\w*|מעקצצ\w*|מתנפח\w*|נתפס\w*) ל[יוה] ה?{PART}"
)
# Pressure and sugar that are too high or too low, what is not borne, what was taken out.
_LEVELS = (
    r"(?:(?:my|his|her|the|mein|ihr|sein|la|le|mi|su|ma|ha|il|los) ){0,2}(?:blood ?(?:sugar|pressure)|sugar levels?|blutdruck|blutzucker|tension|tensión|presión|azúcar|colesterol|glycémie|pressione|glicemia|לחץ ה?דם|ה?סוכר|ضغط(?:ي|ه|ها)?|سكر(?:ي|ه|ها)?)(?: [^\W\d_]+){0,2} (?:por las nubes|disparad\w|por los suelos|alt\w{0,3}|baj\w+|drops?|dropp\w+|spik\w+|high|low|(?:zu )?hoch|(?:zu )?niedrig|élevée?|basse?|haute?|alle stelle|عالي|مرتفع|نازل|واطي|גבוה|נמוך|קופץ|צונח)"
    r"|(?:vertrag\w*) (?:kein\w*|nicht) [^\W\d_]{3,}|(?:can['’]?t|don['’]?t|cannot) (?:tolerate|eat|have) (?:any )?(?:nuts|gluten|dairy|latex|lactose|eggs|peanuts|shellfish|wheat|soy)|(?:ne )?(?:supporte|tolère) (?:pas|plus) (?:le |la |les |l['’])[^\W\d_]{3,}|no (?:tolero|tolera) (?:el |la |los |las )?[^\W\d_]{3,}|non (?:tollero|tollera) (?:il |la |lo |i |le |l['’])?[^\W\d_]{3,}"
    r"|(?:opérée?s?|operad[oa]s?|operat[oa]|operaron|operiert) (?:de |du |d['’]|di |del |della |al |alla |dell['’]|am |an der )(?:la |l['’]|el |los |las )?[^\W\d_]{4,}|ניתוח (?:כיס ה?מרה|[א-ת]{3,})|אס[תט]מט[א-ת]*|(?:[اأ]نا|هي) (?:في |ب)(?:ال)?شهر ال(?:[اأ]ول|ثاني|تاني|ثالث|تالت|رابع|خامس|سادس|سابع|ثامن|تامن|تاسع)"
)
FEELINGS = compile_words(
    rf"(?<!\w)(?:{_BEFALLS}|{_LEVELS}|{_OWN}{PART}{_SIDE} (?:qui|that) [^\W\d_]+|{_OWN}{PART}(?: (?:dei?|del|della|des?) [^\W\d_]+)? (?:engourdie?s?|gonflée?s?|raides?|enflée?s?|endormie?s?|intorpidit\w|gonfi\w|addormentat\w|dormid\w\w?|hinchad\w+|entumecid\w+|adormecid\w+)|(?:{_FEELING}) {_LEADS_IN}{PART}{_SIDE}|{_OWN}(?:ה|ال)?{PART}{_SIDE}(?: |(?:['’]s|['’]ve) )(?:{_DOES})|t(?:ut|un) (?:mir |ihm |ihr )?(?:(?:der|die|das|den|mein\w*|sein\w*|ihr\w*|linke\w?|rechte\w?) ){{0,2}}{PART}(?: [^\W\d_]+){{0,4}} weh|(?:se me duermen?|mi si addormentan?o?|mi si gonfian?o?|se me hinchan?|mir schl(?:äft|afen)(?: \w+){{0,2}}|mir kribbel\w*|(?:j['’]ai|avoir) des fourmis dans) (?:ganz |immer )?(?:(?:der|die|das|mein\w*|el|la|los|las|il|lo|le|i|les|linke|rechte|linker|rechter) ){{0,2}}{PART}{_SIDE}(?: ein)?)(?!\w)"
)
