"""Complaints without the name of an illness: a part of the body and what it does, hair that falls out,
results that are waited for, how long somebody has been sober, when a child is to be born; and the treatments
that tell of an illness.
"""

from agent.languages.patterns.alternatives import alternatives
from agent.privacy.calendar_words import DAYS, MONTH
from agent.privacy.health.body import PART
from agent.privacy.health.patterns import compile_words, of_each_script

_WHEN = rf"(?: (?:next|this|im|in|en|au|a|ad|nel|ב|الشهر) ?(?:\w+ )?(?:{MONTH}|spring|summer|autumn|winter|frühjahr|sommer|herbst|printemps|été|primavera|verano|estate|months?|weeks?|wochen|monaten|mois|meses|mesi|חודש|شهر)|[ ][בب](?:{MONTH}))?"
_DAY = alternatives(DAYS)
_TWO_MORE = rf"(?: (?!(?:{_DAY}|on|at|am|um|today|tomorrow|heute|morgen|demain|mañana|domani|היום|מחר|اليوم|بكرة|and|so|but|or|und|aber|oder|et|mais|ou|y|pero|o|e|ma|ו|אז|و|بس|please|bitte|svp|massage\w*|massag\w+|masaje|massaggi\w*|מסאז\w*|مساج|تدليك)(?!\w))[^\W\d_][\w'’]*){{0,3}}"
# "My hip gave out", "mein Knie knackt": what somebody's own part of the body does, but not what is to be done
# to it.
_OWN_PART = (
    rf"(?:my|his|her) (?:left |right |lower |upper |bad |poor |old )?{PART} (?:gave|gives|give|goes|went|won['’]t|doesn['’]t|locks?|clicks?|swells?|swelled|keeps?|hurts?|aches?|is (?:in|all|so|bad|out|shot|wrecked|numb|not|on|still)|are (?:in|all|so|bad|shot|numb|swollen)|feels?|has (?:gone|been)|burns?|stings?|itches|shakes?){_TWO_MORE}"
    rf"|(?:mein|meine|sein|seine|ihr|ihre) (?:linke[rs]? |rechte[rs]? )?{PART} (?:macht|machen|tut|tun|spinnt|knackt|schmerzt|zwickt|brennt|juckt|schwillt|streikt|will|wollen|geht|gehen|hält|ist (?:hin|im|so|total|ganz|nicht|taub|steif)|sind (?:hin|so|taub|nicht)){_TWO_MORE}"
    rf"|(?:mon|ma|mes|son|sa|ses) {PART} (?:me|lui|ne|est|sont|fait|font|gonfle\w*|craque|lâche|lance|brûle|tremble\w*){_TWO_MORE}"
    rf"|(?:mi|mis|su|sus) {PART} (?:me|le|no|está|están|cruje|arde|tiembla\w*|se){_TWO_MORE}"
    rf"|(?:il mio|la mia|le mie|i miei|il suo|la sua) {PART} (?:mi|gli|non|è|sono|scricchiola|brucia|trema\w*|si){_TWO_MORE}"
    # Who "has" a part of the body complains of it.
    rf"|(?:j['’]ai|il a|elle a|avec) (?:le |la |les |l['’]|un |une ){PART} (?!(?:long|court|large|mince)){_TWO_MORE}(?<=\w)"
    rf"|(?:tengo|tiene|con) (?:el|la|los|las|un|una) {PART} (?:(?:hech|mal|tocad|fatal|dormid|hinchad|destrozad|jodid|fastidiad|que|car)\w*){_TWO_MORE}"
    rf"|(?:ho|ha|con) (?:il|la|le|i|l['’]|un|una) ?{PART} (?:a pezzi|che|messo|messa|gonfi\w|malmess\w|blocc\w+|dolorant\w|distrutt\w|in|tutt\w){_TWO_MORE}"
    rf"|ה?{PART}(?: שלי)? (?:תפוס\w*|נפוח\w*|רדומ\w*|נעול\w*|הרוס\w*|גמור\w*|דפוק\w*|לא|משגע\w*|מציק\w*|כואב\w*|שבור\w*)(?: לי)?|(?:כואב\w*|מציק\w*|דוקר\w*|נפוח\w*|תפוס\w*) לי ה?{PART}"
    rf"|(?:ال)?(?:ظهر|ضهر|رقب|ركب|كتف|اجر|إجر|رجل|ايد|إيد|راس|رأس|بطن|معد|عين|قلب|صدر|خصر|كوع|كاحل|ورك|حوض)(?:ي|ه|ها|تي|ته|تها) (?!(?:و|مساج|تدليك|بس|فقط|من فضل))(?:عم |مش |ما |كتير |مو )?[^\W\d_]{{3,}}"
)
# "A plate in my wrist": who has something in a part of their body.
_IN_PART = (
    rf"(?:have|has|['’]ve|got|with) (?:[^\W\d_]['’\w]{{0,12}} ){{1,3}}(?:in|on|under) (?:my|his|her) (?:left |right )?{PART}|(?:hab\w*|hat|mit) (?:[^\W\d_]\w{{0,14}} ){{1,3}}(?:im|in|am|an) (?:der |dem |den |meine\w |ihre\w |seine\w )?(?:linken |rechten )?{PART}"
    rf"|(?:j['’]ai|il a|elle a|avec) (?:[^\W\d_]['’\w]{{0,12}} ){{1,3}}(?:dans|au|sur|sous|à (?=la|l['’]|mon|ma|son|sa)) ?(?:le |la |l['’]|mon |ma |son |sa )?{PART}|(?:tengo|tiene|llevo|lleva|con) (?:[^\W\d_]\w{{0,12}} ){{1,3}}(?:en|bajo) (?:el |la |mi |su ){PART}"
    rf"|(?:ho|ha|porto|con) (?:[^\W\d_]\w{{0,12}} ){{1,3}}(?:nel|nella|nell['’]|al|alla|sul|sulla) ?{PART}|יש ל(?:י|ה|ו) (?:[א-ת]{{2,10}} ){{1,2}}בה?{PART}|عند(?:ي|ه|ها) (?:[ء-ي]{{2,10}} ){{1,2}}(?:ب|في )(?:ال)?(?:{PART}|إيدي|ايدي)"
    r"|no weight on (?:the |my )?(?:left |right )?\w+|(?:lost|perdu|perdí|perdimos|perdido|perso) (?:a|an|one|un|une|una|my|our|the|mon|notre|le|mi|nuestr[oa]|el|il mio|il|l['’]) ?(?:baby|child|twins?|pregnancy|enfant|bébé|bebé|hijo|embarazo|bambino|figlio|grossesse)|(?:mein|unser|ein|das) (?:kind|baby|zwilling\w*) verloren|איבדתי (?:את )?(?:ה?תינוק\w*|ה?עובר|ה?היריון)|(?:نزل|سقط|فقدت|خسرت|راح)(?: مني)? (?:ال)?(?:جنين|بيبي|طفل|حمل)|(?:after|since) (?:the|giving|my) (?:birth|delivery)|(?:nach|seit) der (?:geburt|entbindung)|(?:après|depuis) (?:l['’]|mon )accouchement|(?:después del|tras el|desde el) parto|(?:dopo|dal) (?:il )?parto|(?:אחרי|מאז) ה?לידה|بعد (?:ال)?ولادة"
)
_HAIR = (
    r"(?:my|his|her) hair(?:['’]s| is)? (?:falling|coming|thinning|fell|came)(?: out)?(?: \w+){0,2}|losing (?:my|his|her) hair(?: \w+ \w+)?|(?:mir|ihr|ihm) (?:fallen|gehen) (?:die |alle )?haare aus|haare fallen (?:mir |ihr )?(?:\w+ )?aus|"
    r"per[dt]s? (?:mes|ses|les) cheveux(?: \w+ \w+)?|cheveux (?:qui )?tombent(?: \w+ \w+)?|(?:se me |se le |me |le )?(?:está )?(?:cae|caen|cayendo) (?:el|mucho el) (?:pelo|cabello)(?: a \w+)?|(?:perdo|perde|mi cadono) (?:i )?capelli(?: a \w+)?|"
    r"ה?שיער (?:שלי )?נושר(?: לי)?(?: ב\w+)?|נושר לי (?:ה?שיער)|(?:شعري|شعرها|شعره) (?:عم )?(?:ي|ب|بي)?(?:وقع|تساقط|سقط|طيح)(?: \w+)?"
)
_RESULT = r"(?:results?|ergebnis\w*|befund\w*|résultats?|resultados?|risultat\w|esit[oi]|referto|תוצא\w+|نتيج\w+|نتائج)"
_WAITING = (
    rf"(?:(?:still )?wait\w*(?: for| on)?|await\w*|(?:ich )?warte\w*(?: noch)?(?: auf)?|(?:j['’])?attend\w*|(?:estoy |está )?esper\w+|aspett\w+|in attesa d\w+|(?:אני )?(?:מחכה|ממתינ\w+)(?: ל)?|(?:عم )?(?:ب|ي|ت|أ|ا)?(?:ستنى|نتظر|ناطر|ناطرة))"
    rf" (?:[^\W\d_]['’\w]{{0,9}} ){{0,3}}(?:[לב]|l['’]|ال)?(?:{_RESULT})(?: (?:(?:of|from|der|des|della|del|dei|delle|de|של|من) |dell['’]|d['’])?(?:(?:my|the|meiner|la|ma|mi|una|un) )?[^\W\d_]{{3,20}})?"
)
_NUMBER_OF = r"(?:(?:\d{1,3}|an?|[^\W\d_]{2,10}) (?:days?|weeks?|months?|years?|tagen?|wochen|monaten?|jahren?|jours|semaines|mois|ans|días|semanas|meses|años|giorni|settimane|mesi|anni|ימים|שבועות|חודשים|שנים|شهور|أشهر|سنين|سنوات)|שנתיים|חודשיים|سنتين|شهرين|سنة)"
_DRINKS = r"(?:alcohol|a drink|drinking|alkohol|alcool|alcol|beber|fumar|probar \w+|אלכוהול|לשתות|כחול|كحول|شرب|تدخين)"
_SOBER = (
    rf"(?:{_NUMBER_OF}) (?:sober|clean|dry|without a drink|trocken|clean|sobre|sobri[oa]|que je ne (?:bois|fume) plus|sans (?:boire|alcool|fumer)|sin (?:{_DRINKS})(?: ni \w+)?|senza (?:{_DRINKS}|bere|fumare)|(?:כבר )?(?:בלי|ללא|נקי\w*)(?: טיפת| מ)? ?(?:{_DRINKS})?|(?:بدون|بلا|من غير) (?:{_DRINKS}))"
    rf"|(?:i |we )?(?:don['’]t|haven['’]t|stopped|quit|gave up) (?:drink|drunk|drinking|smoked|smoking|using)(?: any ?more| for {_NUMBER_OF})|trinke (?:seit {_NUMBER_OF} )?(?:nichts|keinen \w+) mehr|(?:ne |n['’])?(?:bois|fume) plus(?: depuis {_NUMBER_OF})?|"
    rf"(?:ya )?no (?:bebo|fumo)(?: desde hace {_NUMBER_OF})?|non (?:bevo|fumo)(?: più)?(?: da {_NUMBER_OF})?|(?:כבר )?(?:לא) (?:שותה|מעשנת?)(?: כבר {_NUMBER_OF})?|(?:ما |بطلت )(?:ب|أ|ا)?شرب(?: من {_NUMBER_OF})?"
)
_BIRTH = (
    r"(?:am |is |be )?giving birth|give birth|(?:kriege?|bekomme?|erwarten?)(?: (?:ich|wir|sie))?(?: im \w+)? (?:zwillinge|ein (?:baby|kind)|nachwuchs|unser \w+)|entbinde\w*|niederkunft|j['’]accouche|accouche(?:r|ra|rai)?|je dois accoucher|"
    r"salgo de cuentas|sale de cuentas|doy a luz|parto|partorisco|partorisce|partorirò|(?:אני )?יולדת|ללדת|(?:رح |راح |بدي )?(?:أ|ا)?ولد(?= ب)|بولد"
)
_SINCE = rf"(?:{_NUMBER_OF} )?post[- ]?(?:op(?:erativ\w+)?|partum|surgery|natal)"
_FITS = (
    r"(?:got |gets? |have |has |having )?(?:the shakes|tremors?|fits|flashbacks|blackouts|palpitations|hot flushes|night sweats)|hears? voices|(?:throw|throws|threw|throwing) up(?: from \w+(?: \w+)?)?|(?:black|blacked|pass|passes) out|panics? in \w+|"
    r"zitter\w*(?= (?:die|mir|stark|seit))|(?:die )?hände zittern|hitzewallung\w*|aussetzer|(?:muss|müssen) (?:mich |sich )?(?:übergeben|erbrechen)|(?:nässt|eitert|juckt|brennt|blutet)(?: und (?:nässt|eitert|juckt|brennt|blutet))?(?: seit \w+)?|"
    r"(?:des )?fourmis dans (?:les|la|le) \w+|bouffées de chaleur|(?:mains|jambes) (?:qui )?tremblent|sofocos|(?:me )?tiemblan (?:las|los) \w+|hormigueo(?: en \w+ \w+)?|vampate|(?:mi )?tremano (?:le|i) \w+|formicolio(?: \w+ \w+)?|"
    r"גלי חום|רעידות|רועד\w* לי \w+|نوبات|رجفة|هبات"
)
COMPLAINTS = compile_words(
    rf"(?<!\w)(?:{_OWN_PART}|{_IN_PART}|{_HAIR}|{_WAITING}|{_SOBER}|(?:{_BIRTH}){_WHEN}|{_SINCE}|{_FITS})(?!\w)"
)
# States of the body told by a verb: "me bajó la regla", "it's falling out in clumps".
_STATES = {
    "en": (
        r"(?:got|get|have|having|on|started|come on) (?:my|her|the) (?:period|monthlies|time of the month)(?! of)|time of the month|(?:my|her) waters? (?:broke|has broken|have broken|went)|"
        r"(?:falling|coming|fell|came|falls|comes) out (?:in (?:clumps|handfuls|chunks|patches|tufts)|(?:ever )?since|from the)|(?:wets?|soils?) (?:himself|herself|themselves|the bed)|in remission|"
        r"(?:can(?:not|['’]?t)|couldn['’]?t) (?:walk|stand|get about|manage) without (?:[^\W\d_]+ ){0,2}[^\W\d_]+|(?:got|getting|have|had|has) (?:\w+ ){0,2}(?:stitches|staples|plaster cast|stoma|catheter|pacemaker)(?: (?:in|out))?|"
        r"(?:\d{1,2}|[^\W\d_]{3,6}) (?:months|weeks) (?:gone|along|post)(?!\w)|lost the baby|(?:the|my|his|her) stitches|off my feet|(?:breast ?feeding|nursing (?=my|a baby|the baby))"
    ),
    "de": (
        r"(?:hab\w*|krieg\w*|bekomm\w*|hatte) (?:ich )?(?:grad |gerade |heute |wieder )?(?:meine|ihre) (?:tage|periode|regel|mens)(?! frei)|(?:gehen|fallen|gehn) (?:mir |ihr |ihm )?(?:die |alle )?haare (?:\w+ )?(?:buschelweise|strahnenweise|in buscheln) ?(?:aus)?|(?:fallen|fallt|gehen|geht) (?:\w+ ){0,2}(?:buschelweise|in buscheln)(?: aus)?|"
        r"(?:fruchtblase|wasser) (?:ist )?geplatzt|nasst (?:sich )?ein|macht (?:\w+ )?(?:ins bett|in die hose)|in remission|"
        r"(?:kann|kommt|geht) (?:\w+ )?(?:nur|nicht ohne|kaum ohne) (?:mit |ohne )?(?:\w+ )?(?:stock|rollator|krucken|gehhilfe|rollstuhl)|(?:hab\w*|hat|trag\w*) (?:\w+ ){0,2}(?:faden|gips|stoma|katheter|herzschrittmacher)(?: (?:drin|dran))?"
    ),
    "fr": (
        r"(?:j['’]ai|elle a|avoir|eu) (?:mes|ses) (?:regles|ragnagnas)|(?:tombe|tombent|partent|part|perds) (?:\w+ )?par (?:poignees?|touffes?|paquets?|plaques?)|perdu les eaux|(?:fait|se fait) (?:pipi|caca) (?:au lit|dessus)|en remission|"
        rf"(?:leve|bouge|plie|tourne|lever|bouger|plier|tourner)(?: plus| pas)? (?:le |la |les |mon |ma )(?:{PART})|"
        r"(?:marche|marcher|deplace) (?:avec|qu['’]avec) (?:une? |des |sa |ses )?(?:bequilles?|cannes?|deambulateur)|(?:j['’]ai|il a|elle a) (?:encore )?(?:le platre|un platre|une sonde|un stoma|un pacemaker)"
    ),
    "es": (
        r"(?:me|le) (?:bajo|vino|ha venido|ha bajado|llego|baja) (?:ya )?(?:la regla|el periodo|la menstruacion)|(?:tengo|estoy con|ando con|con) (?:la|mi) (?:regla|menstruacion)|(?:doy|dando|da|dar) (?:el |de )?(?:pecho|mamar)|(?:se (?:me|le) )?(?:cae|caen|cayendo|salen) (?:\w+ )?a (?:mechones|punados|manojos)|"
        r"rompi (?:aguas|la fuente)|se (?:hace|me hace|mea|orina) (?:pis|pipi|caca|encima)(?: encima)?|en remision|"
        r"(?:ando|anda|camino|camina|va|voy) con (?:\w+ )?(?:muletas?|baston|andador|silla de ruedas)|(?:tengo|lleva|llevo) (?:\w+ )?(?:escayola|yeso|sonda|marcapasos)"
    ),
    "it": (
        r"(?:mi (?:e|sono) (?:arrivat[oae]|venut[oaie]) (?:il ciclo|le mie cose|le mestruazioni))|(?:ho|ha|col|con) (?:il ciclo(?! (?:di|completo))|le mie cose|le sue cose|le mestruazioni)|(?:mi |le |gli )?(?:cadono|cade|vengono via) (?:\w+ )?a (?:ciocche|manciate|ciuffi)|mi si sono rotte le acque|se la fa addosso|(?:fa|si fa) (?:la )?pipi (?:a letto|addosso)|in remissione|"
        rf"non (?:alzo|muovo|piego|giro|reggo|riesco ad alzare|riesco a (?:muovere|piegare|girare)) (?:bene )?(?:il |la |le |i )(?:{PART})|(?:la |il )(?:{PART}) (?:indietro )?non (?:la|lo) reggo|"
        r"(?:cammino|cammina|vado|va|giro|gira) (?:solo )?(?:con|in) (?:le |la |il |il suo )?(?:stampelle|bastone|deambulatore|sedia a rotelle|carrozzina)|"
        r"(?:ho|ha|porto) (?:ancora )?(?:il gesso|il catetere|lo stoma|il pacemaker)|allatt(?:o|a|ando)(?! \w+re)"
    ),
    "he": (
        r"(?:קיבלתי|קיבלה|יש לי|בזמן|באמצע) (?:את )?ה?(?:מחזור|וסת)|נושר(?:ות|ים|ת)? (?:לי |לה |לו )?ב(?:גושים|כמויות|חופנים|קווצות)|ירדו לי (?:ה)?מים|(?:מרטיב|מרטיבה|עושה) (?:במיטה|במכנסיים|פיפי)|ברמיסיה|"
        rf"(?:הולכ(?:ת|ים)?|הולך|נעזר(?:ת)?|מתנייד\w*) (?:רק )?(?:עם|ב)(?: )?(?:ה)?(?:קביים|מקל|הליכון|כיסא גלגלים)|(?:יש לי|עם) (?:תפרים|גבס|קטטר|סטומה|קוצב)(?: ב?{PART})?"
    ),
    "ar": (
        r"(?:[اإ]?جت(?:ني|ها)?|نزلت(?: علي)?|عليي|علي|معي|عندي) (?:ال)?(?:دورة|بريود|عادة الشهرية|حيض)(?! (?:ال)?تدريب)|(?:عم |بي|ب)?(?:طلع|وقع|نزل|يطلع|يوقع|بيطلع|بيوقع|بينزل) ?(?:شعري )?(?:ب[اإ]?يد[يه]|خصل|كتل)(?: خصل| كتل)?|(?:عم )?(?:ب|ا|أ|ت)?(?:رضع|ترضع)(?! ?ها)|نزل(?:ت)? (?:مي|ماء|ماي) (?:ال)?(?:راس|جنين)|بيعملها (?:تحته|بحاله)|"
        r"(?:ب?[اأيتم]?مشي|ماشي[ةه]?|بتمشي|بيمشي) (?:الا |إلا |بس )?(?:على|ع|ب) ?(?:ال)?(?:عكاز\w*|كرسي متحرك|ووكر)|(?:بي|بت|ب|عم )?غسل (?:ال)?كل(?:ى|اوي|يه)|عندي (?:قطب|جبس|قسطرة)|حبلى|حبله|حبلانة"
    ),
}
STATES = compile_words(rf"(?<!\w){of_each_script(_STATES)}(?!\w)")
# Of what only the ill are treated with.
_TREATMENTS = {
    "en": r"chemo(?:therapy)?|radio(?:therapy| treatment)|radiation|immunotherapy|dialysis|(?:bone marrow|stem cell) transplant|hormone (?:therapy|treatment|blockers)|ivf|cortisone|steroids|blood thinners|insulin",
    "de": r"chemo(?:therapie)?|(?:bestrahlung|strahlentherapie)(?:en)?|immuntherapie|dialyse|stammzell\w+|hormon(?:therapie|behandlung)|kinderwunschbehandlung|kortison|cortison|blutverdunner|insulin",
    "fr": r"chimio(?:therapie)?|radiotherapie|(?:depuis|apres|pendant|avec|fais|sous) (?:les |mes |la |des )rayons|immunotherapie|dialyse|greffe de moelle|hormonotherapie|fiv|cortisone|anticoagulants?|insuline",
    "es": r"quimio(?:terapia)?|radio(?:terapia)|inmunoterapia|dialisis|trasplante|hormonoterapia|cortisona|corticoides|anticoagulantes?|insulina",
    "it": r"chemio(?:terapia)?|radioterapia|immunoterapia|dialisi|trapianto(?! di capelli)|ormonoterapia|cortisone|anticoagulant[ei]|insulina",
    "he": r"[בוהלמש]{0,2}(?:כימו(?:תרפיה)?|הקרנות|אימונותרפיה|דיאליזה|השתלת (?:מח עצם|כליה|כבד)|קורטיזון|סטרואידים|מדללי דם|אינסולין|טיפולי פוריות)",
    "ar": r"[وبل]{0,2}(?:ال|لل)?(?:كيماوي|كيمو|اشعاع(?:ي)?|شعاعي|علاج كيميائي|مناعي|غسيل (?:ال)?كل(?:ى|وي|اوي)|ديلزة|كورتيزون|كرتزون|مميعات?|انسولين|حقن هرمون\w*|اطفال انابيب)",
}
TREATMENTS = compile_words(rf"(?<!\w){of_each_script(_TREATMENTS)}(?!\w)")
