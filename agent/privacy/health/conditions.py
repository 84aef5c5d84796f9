"""What is told with a matter of health: of which kind it is, how bad, since when and against what."""

import re

from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.health.patterns import compile_words
from agent.privacy.names.words import STOPS

# Behind these words stands what somebody has, whatever it is called.
SUFFERS = compile_words(
    r"(?<!\w)(?:suffer(?:s|ed|ing)? (?:from|with)|diagnosed (?:with|as)|recover(?:ing|ed)? from|(?:being )?treated for|medication for|history of|prone to|"
    r"leide(?:t|n)? (?:seit \w+ )?(?:an|unter)|(?:diagnose|befund):?|in behandlung wegen|genesen von|"
    r"souffr\w+ (?:de |d['’]une? |d['’]|du )|atteinte? (?:de |d['’])|(?:me |se )?remets d(?:e |['’]une? |['’])|diagnostiqué\w* (?:avec |comme )?|suivie? pour|"
    r"(?:padezco|padece|sufro|sufre)(?: de)?(?: una?)?|diagnosticad[oa] (?:con|de)|me recupero de|tratamiento por|"
    r"(?:soffro|soffre) di|affett[oa] da|mi sto riprendendo da|diagnosticat[oa]|in cura per|"
    r"סובל(?:ת|ים)? מ-?|אובחנתי (?:עם|כ)|מחלים(?:ה)? מ-?|מטופל(?:ת)? ב|أعاني من|يعاني من|تعاني من|أتعافى من|شخصت ب|أتعالج من)(?<![a-z](?=[a-z]))[ \t]*",
)
WHAT_THEY_HAVE = compile_words(
    r"(?:(?:an?|the|my|some|severe|bad|einer?|einem|der|dem|den|une?|la|le|les|l['’]|el|los|las|uno|il|lo|gli|un['’]) )?[^\W\d_][\w'’\-]{1,30}(?: (?!(?:and|can|could|so|but|since|is|are|will|und|kann|aber|seit|ist|darf|et|mais|depuis|est|puis|y|pero|desde|es|puedo|e|ma|da|posso|אז|אבל|אפשר|האם|لكن|منذ|هل)(?!\w))[^\W\d_][\w'’\-]{1,30})?",
)
# How far a pregnancy is.
MONTH_OF = compile_words(
    r"(?<!\w)(?:(?<=i['’]m )\d{1,2} (?:weeks|months)(?! (?:old|late|out|away|into|behind|early))|(?<=sono )(?:a|di|alla) \w+ settiman[ae]|(?<=suis )à \w+ semaines|(?:\d{1,2}|\w{3,9}) (?:months?|weeks?) (?:gone|along|pregnant|in(?=to| my))|(?<=bin )(?:im|in der|in) (?:\w{4,12}|\d{1,2}\.?) (?:schwangerschafts)?(?:monat|woche)|(?<=suis )(?:au|à|dans mon) (?:\w+ )?\w+ mois|\d{1,2}(?:st|nd|rd|th|\.|e|ème|[º°]) (?:month|monat|mois|mes(?:e)?)(?= (?:pregnant|schwanger|of|de g|di g|de e))|(?:first|second|third|last|erste[ns]?|zweite[ns]?|dritte[ns]?|letzte[ns]?) (?:trimester|trimenon)(?! of (?:the )?(?:school|year))|(?:(?<=suis )(?:au|dans (?:le|mon))|(?<=estoy )en (?:el|mi)|(?<=sono )(?:nel|al)|mon|mi|mio) (?:\w{5,9}|\d(?:e|er|[ºo°])) trimestre|(?:ה?טרימסטר|שליש) (?:ה?ראשון|ה?שני|ה?שלישי)|(?:ال)?(?:ثلث|فصل|ترايمستر) (?:ال)?(?:أول|ثاني|ثالث|اخير|أخير) من (?:ال)?حمل|(?<=estoy )de \w+ (?:meses|semanas)|"
    r"(?<=sono )al \w+ mese|(?<=אני )בחודש ה?\w+|(?<=אני )בשבוע ה?\d+|(?<=أنا )في الشهر ال\w+|في الشهر ال\w+(?= من الحمل|[.،,]|$)|الشهر ال\w+(?= من الحمل))(?!\w)",
)
# "Diabetes type 2"; "allergic to nuts": what it is of, or against, is told with it.
# In Romance languages an adjective behind it tells which: "cisti ovarica", "hernie discale".
OF_WHICH_KIND = compile_words(
    r" ?(?:typ|type|tipo|סוג|من النوع|نوع) ?(?:\d|i{1,2}|الأول|الثاني)(?!\w)"
    r"| (?!(?:regular|special|spécial|especial|normal|local|facial|manual|usual|usual|legal|total|final|particular|similar|practical|physical|digital|official|personal|individual|clar[oa]|mal)\w{0,4}(?!\w)|(?:cal|d|s)ar)[^\W\d_]{2,14}(?:ic[oa]s?|ici|iche|iques?|al[ei]?s?|aux|ar[ei]s?|aires?|ari[oa]s?|os[oa]s?|euse|eux)(?!\w)| uterin[eoa](?!\w)"
)
NAMES_WHAT = compile_words(r"allerg|alerg|intoler|unvertr|אלרג|רגיש|حساسي|متحسس")
TO_WHAT = compile_words(
    r" (?:to|against|gegen|auf|à la |à l['’]|au|aux|al|alla|all['’]|ai|alle|a la|a los|a las|a|di|de|من|ضد|ل)(?: |(?<=['’]))?(?:ال)?[^\W\d_]{3,20}(?: (?:and|und|et|y|e|or|oder) [^\W\d_]{3,20})?(?!\w)"
    r"| ל[^\W\d_]{3,20}(?!\w)"
)
# "Has": what is an illness only then, for it means other things too.
THEY_HAVE = compile_words(
    r"(?<!\w)(?:عملت|عامل(?:ة)?|سويت|بعد|عمل|عملوا لي|عندي)[ ](?:ال)?عملية[ ](?:ال)?\w{3,12}(?!\w)|(?<!\w)(?:ho|ha|avevo)[ ]male[ ](?:al|alla|allo|ai|alle|all['’])[ ]?\w+|"
    r"(?<!\w)(?:عند(?:ي|ه|ها|و|نا|هم)|معي|معه|معها|عنده)[ ](?:ال)?(ضغط|سكر|سكري|قلب|غدة|ربو|كولسترول|ديسك|حساسية|كورونا|كلى|قولون|معدة|صرع|قمل|ثعلبة|مغص|رشح|التهاب)(?!\w)(?: (?:و?(?:ضغط|سكر|قلب|غدة|كولسترول|عالي|مرتفع|مزمن))){0,2}"
    r"|(?<!\w)יש[ ]ל(?:י|ה|ו|נו|הם)[ ](?:קצת |המון |עכשיו )?(לחץ דם|סוכר|סכרת|לב|בלוטה|כינים|חום|גב|דיסק|פריצה|קרע|סדק|גבס|צנתר|קוצב|מחזור כואב|שחפת|טחורים|ורידים|אבן בכליה|אבנים בכליות)(?!\w)"
    r"|(?<!\w)(?:hab\w*|hat|hatte)[ ](?:\w+ ){0,2}(rücken|zucker|kreislauf|herz|hohen? puls|puls|magen|darm|knie|schulter|galle)(?= |$|[.,!?])(?! (?:an|zu|frei|lang|kurz))"
)
# How long, how high, how far on.
DEGREE = compile_words(
    r",? ?(?:(?:de|du|au|di|in|im|at|al|a|with|seit|bei|von|since|for|ב|ל|ب)?[ ]?(?:(?:the|il|der|dem|mein\w*|my|ה|ال)[ ]?)?(?:\d{1,2}(?:[.,]\d)?|\w{3,12})(?:st|nd|rd|th|\.|e|ème|º|°)? (?:months?|weeks?|wks?|mths?|trimester|monat\w*|woche\w*|ssw|mois|semaines?|mes(?:es)?|semanas?|mesi|mese|settimane?|חודשים|שבועות|اشهر|أشهر|شهور|اسابيع|أسابيع)(?: (?:pregnant|along|gone|schwanger|in))?"
    r"|(?:in |im |au |en el |al |ב|ب|في )?(?:\w{2,9} )?(?:ה?חודש|שבוע|ال?شهر|الاسبوع|الأسبوع) ?(?:ה|ال)?\w{1,10}"
    r"|(?:high|low|alto|alta|altos|bajo|baja|bass[oa]|élevée?|haute?|chronic|chronique|crónic[oa]|cronic[oa]|severe|mild|גבוה|נמוך|כרוני\w*|عالي|مرتفع|منخفض|مزمن\w*))(?!\w)",
)
PREGNANT = compile_words(
    r"pregnan|baby|bébé|bebé|bambino|accouch|fausse couche|miscarr|fehlgeburt|aborto|abort|schwanger|enceinte|grossesse|embaraz|incinta|gravid|הריון|היריון|הרה|حامل|حمل"
)
MEASURED = compile_words(
    r"colester|cholester|tension|tensión|pression|presion|blutdruck|pressure|sugar|azucar|glicemi|לחץ|ضغط|سكر|dolor|pain|schmerz|douleur"
)
# "Severe", "chronic", "hay" fever.
HOW_BAD = compile_words(
    r"(?<!\w)(?:high|low|chronic|severe|mild|hay|bad|slight|acute|early|late|nut|peanut|latex|food|starke[nrms]?|schwere[nrms]?|leichte[nrms]?|chronische[nrms]?|akute[nrms]?|hohe[nrms]?|niedrige[nrms]?|fortes?|grosse|grave|sévère|petite|légère|fuerte|leve|forte|lieve)[ ]$"
)
AGAINST_BEFORE = compile_words(
    r"(?<!\w)(?:gegen|auf|to|contre|contra|contro|נגד|ضد)[ ][^\W\d_]{2,20}(?: (?:und|and) [^\W\d_]{2,20})?[ ]$"
)
WEEK_BEFORE = compile_words(
    r"(?<!\w)(?:\d{1,2}|\w{3,9})(?:\.|th|st|nd|rd|e|ème)? (?:ssw|wochen?|monate?n?|months?|weeks?|wks?|mois|semaines?|mes(?:es)?|semanas?|mes[ei]|settiman[ae]|(?:ال)?شهر \w+ من)[ ](?:of |de |di )?(?:ال)?$|(?<!\w)(?:week|month|woche|ssw|monat|semaine|mois|semana|mes|settimana|mese|שבוע|חודש) (?:ה|ال)?\w{1,8}[ ](?:of (?:my|the|a) |der |de (?:mi |ma |grossesse)?|von |di |في |של ה?|מה?|من )?(?:ال|ה)?$|(?<!\w)(?:ال)?شهر (?:ال)?\w{2,8} من (?:ال)?$"
)
LINK = compile_words(
    r"[ ](?:(?:for|against|from|of|after|with|gegen|wegen|nach|bei|für|an|contre|pour|de|du|contra|para|per|contro|di|del|נגד|של|אחרי|ضد|بعد|من|ل)[ ])?(?:(?:my|the|a|mein\w*|der|die|den|le|la|el|il|los|las)[ ])?|[-/]"
)
NEXT_WORD = re.compile(r" (?P<of>(?:de|di|a|à|of) )?(?P<word>[^\W\d_]{3,20})(?!\w)")
# What the matter is called with: "HIV positive", "insulin pump", "allergy season".
CALLED_WITH = compile_words(
    r"[ -](?:positiv[eoa]?|negativ[eoa]?|pumps?|veins?|pills?|shots?|injections?|therap(?:y|ie)|treatment|attacks?|disorder|medication|meds|problems?|issues?|surgery|operation|syndrome?|syndrom|scars?|tests?|pen|pumpe|patient(?:in)?|diabetes|infection|deficiency|disease|in remission|en plaques|multipl\w+|multiplex|relapse|kidneys?|episodes?)(?!\w)"
)
ALSO_CALLED = compile_words(
    r" (?:d[ei] )?(?:tipo|type|typ|stadium|stage|stade|grado|grade|grad) \w{1,3}(?!\w)"
)
GOES_ON = STOPS | CALENDAR_WORDS
HEBREW_OR_ARABIC = re.compile("[\u0590-\u07ff]")

# What belongs to the matter in front of it: an article, "after", the word for a disease; and what a medicine
# is taken for.
LED_BY = compile_words(
    r"(?<!\w)(?:(?:an?|the|my|her|his|un|una|uno|une|il|lo|la|le|les|el|los|las|mon|ma|mes|mi|mio|mia|der|die|das|den|dem|des|eine[mnrs]?|ein|meine[mnrs]?|mein|after|nach|après|apres|despues de|dopo|"
    r"syndrome|sindrome|síndrome|ספקטרום|תסמונת|עברתי|עברה|متلازمة|morbo di|morbo|morbus|maladie de|enfermedad de|mal de|malattia di|אחרי|בגלל|בעקבות|مرض|بعد|بسبب)[ ])+$"
)
TAKEN_FOR = compile_words(
    r"[ ](?:(?:for|gegen|fur|pour|contre|para|per|contro|נגד|ضد)[ ](?:(?:the|my|la|le|el|il|den|das|die|mein\w*)[ ])?|ל|لل|ل)(?:blood pressure|high blood pressure|pressure|sugar|heart|thyroid|nerves|tension|presion|corazon|tiroides|azucar|"
    r"pressione|cuore|tiroide|blutdruck|herz|schilddruse|zucker|coeur|thyroide|sucre|לחץ(?: דם)?|סוכר|לב|ה?בלוטה|ضغط|سكري?|قلب|غدة|كوليسترول|اعصاب|معدة)(?!\w)"
)
# How much of a medicine.
DOSE = compile_words(
    r" ?\d{1,4}(?:[.,]\d{1,3})? ?(?:mg|mcg|µg|ml|milligrammi?|milligramm?|milligrams?|i\.?e\.?|מ\"ג|ملغ|مجم)(?!\w)"
)
# Which of two it is, and doing what it hurts.
SIDE = compile_words(
    r" (?:on the |auf der |à |a |del lado |sul lato )?(?:left|right|links|rechts|gauche|droite?|izquierd[oa]|derech[oa]|sinistr[oa]|destr[oa]|שמאל(?:ית?)?|ימין|ימנית?|(?:ال)?(?:شمال|يمين|يسار|يمنى|يسرى))(?: side|en seite)?(?!\w)"
)
WHEN_IT_HURTS = compile_words(
    r" (?:beim [^\W\d_]+|when(?:ever)? (?:i|he|she) [^\W\d_]+|when [^\W\d_]+ing|quand (?:je|il|elle) [^\W\d_]+|en (?:marchant|dormant|mangeant|respirant|[^\W\d_]{4,}ant)(?!\w)|cuando [^\W\d_]+|al [^\W\d_]{3,}[aei]r(?: (?:l[ao]s? )?[^\W\d_]+)?|quando [^\W\d_]+|כש(?:אני )?[א-ת]+|لما [ء-ي]+)(?!\w)"
)
# How bad it is and since when: "pazzesca", "un montón", "seit dem Halbmarathon".
_AND = r"(?:so|very|really|quite|pretty|sehr|ganz|so|echt|ziemlich|total|tres|vraiment|assez|muy|bastante|molto|davvero|proprio|ממש|מאוד|די|כל כך|جدا|كتير|شوي)"
_HOW_BAD = (
    r"terrible|terribly|awful(?:ly)?|horrible|horribly|horrific|severely?|mild(?:ly)?|slight(?:ly)?|badly|a (?:lot|bit|little)|like (?:crazy|mad|hell)|really bad|quite bad|crazy|so bad|"
    r"furchtbar|schrecklich|schlimm|stark|leicht|heftig|höllisch|wahnsinnig|extrem|wie verrückt|ein bisschen|"
    r"légere?|légers?|légères?|horribles?|terribles?|affreu(?:x|se)s?|atroces?|sévères?|fortes?|forts?|de fou|de dingue|un peu|beaucoup|à mort|"
    r"un mont[óo]n|una barbaridad|mucho|muchísimo|bastante|un poco|leves?|moderad[oa]s?|grave|horribles?|fuertes?|tremend[oa]s?|brutal(?:es)?|de locos|fatal|insoportables?|"
    r"\w{3,9}issim[oaie]|pazzesc[oahie]{1,3}|tremend[oaie]|terribil[ei]|atroc[ei]|liev[ei]|legger[oaie]|fort[ei]|da morire|un sacco|tantissimo|molto|un po['’]|da matti|assurd[oaie]|bestiale|"
    r"קלה?|קלים|קשה|קשים|חזק(?:ה|ים|ות)?|נורא(?:י|ית|יים|יות)?|איומים?|רצח|בטירוף|קצת|מאוד|ממש|"
    r"خفيفة?|شديدة?|قوية?|كتير|كثير|جدا|شوي|شوية|فظيعة?|رهيبة?|مزمنة?|بسيطة?|مو طبيعي|بشكل فظيع"
)
_TIME = (
    r"(?:ever )?since (?:the |my |a |last )?(?:[^\W\d_][\w'’\-]*)(?: (?:half |ago|marathon|weekend|week|month|night|year|class|race|accident|birth|summer|winter)){0,2}|at night|in the (?:morning|evening)s?|all (?:day|night|the time)|"
    r"seit (?:(?:dem|der|meinem|meiner|einem|einer|letzte\w*|ein paar|\w{3,6}|\d+) )?[^\W\d_][\w\-]*|nachts|morgens|abends|ständig|"
    r"depuis (?:(?:le|la|les|mon|ma|une?|deux|trois|\d+|quelques) |l['’])?[^\W\d_][\w\-]*|la nuit|le matin|"
    r"desde (?:(?:el|la|los|hace|mi|una?) ){0,2}[^\W\d_]\w*(?: (?:d[íi]as?|semanas?|meses|a[nñ]os?|pasad[oa]))?|por la noche|por las noches|al (?:tumbarme|levantarme|andar|caminar|acostarme|sentarme|respirar|correr|dormir)|"
    r"d(?:a|al|alla|allo|all['’])(?: |(?<=['’]))(?:(?:una?|due|tre|qualche) )?[^\W\d_]\w*(?: scors[oa])?(?= ?(?:[,.;!?\n]|$))|di notte|la mattina|"
    r"מאז (?:ה?[א-ת]+)(?: ה[א-ת]+)?|מ?(?:אתמול|שלשום)|כבר (?:שבוע|שבועיים|חודש|שנה)|בלילה|בלילות|בבוקר|"
    r"من (?:مبارح|امبارح|أمس|امس|[اأ]سبوع\w*|شهر\w*|سنة|يومين|زمان|فترة|بعد \w+|(?:ال)?(?:ماراثون|سباق|ولادة|حادث))|بالليل|الصبح"
)
DEGREES = compile_words(
    rf"(?: (?:(?:is|are|has been|ist|sind|war|est|sont|es|son) )?(?:{_AND} )?(?:{_HOW_BAD})(?!\w)| (?:{_TIME})(?!\w)){{1,3}}"
)
DEGREE_BEFORE = compile_words(
    r"(?<!\w)(?:terrible|bad|awful|schlimme[nrms]?|starke[nrms]?|horrible|horrendous|crazy|insane|wahnsinnige[nrms]?|furchtbare[nrms]?|schreckliche[nrms]?|höllische[nrms]?|extreme[nrms]?|heftige[nrms]?|horribles?|terribles?|affreu(?:x|ses?)|grosses?|sacrée?s?|tremend[oa]s?|fuertes?|brutales?|tremend[oaie]|terribil[ei]|fort[ei]|pazzesc[oahie]{1,3})[ ]$"
)
# "ADHS und LRS": a condition that no list has, beside one that was found.
AND_MORE = re.compile(
    r",? (?:and|und|et|y|e|sowie|plus|\+|&) (?P<more>[^\W\d_][\w\-]{2,20})(?=\s*(?:[,.;:!?\n)]|$))"
)
