"""States of the body told by a verb and without their name, and the treatments they come from: "me bajó la regla",
"it's falling out in clumps", "seit der Bestrahlung"."""

from agent.privacy.health.body import PART
from agent.privacy.health.patterns import compile_words, of_each_script

_STATES = {
    "en": (
        r"(?:got|get|have|having|on|started|come on) (?:my|her|the) (?:period|monthlies|time of the month)(?! of)|time of the month|(?:my|her) waters? (?:broke|has broken|have broken|went)|"
        r"(?:falling|coming|fell|came|falls|comes) out (?:in (?:clumps|handfuls|chunks|patches|tufts)|(?:ever )?since|from the)|(?:wets?|soils?) (?:himself|herself|themselves|the bed)|in remission|"
        r"(?:can(?:not|['’]?t)|couldn['’]?t) (?:walk|stand|get about|manage) without (?:[^\W\d_]+ ){0,2}[^\W\d_]+|(?:got|getting|have|had|has) (?:\w+ ){0,2}(?:stitches|staples|plaster cast|stoma|catheter|pacemaker)(?: (?:in|out))?|"
        r"(?:\d{1,2}|[^\W\d_]{3,6}) (?:months|weeks) (?:gone|along|post)(?!\w)|lost the baby|(?:breast ?feeding|nursing (?=my|a baby|the baby))"
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
        r"(?:ب?[اأيتم]?مشي|ماشي[ةه]?|بتمشي|بيمشي) (?:الا |إلا |بس )?(?:على|ع|ب) ?(?:ال)?(?:عكاز\w*|كرسي متحرك|ووكر)|(?:بي|بت|ب|عم )?غسل (?:ال)?كل(?:ى|اوي|يه)|عندي (?:قطب|جبس|قسطرة)"
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
