"""Health: words for illness, pregnancy, injury, medicine and pain, by their stems. Each language has its own, and all are looked for.

What may be life and death is of a kind of its own, so that a model can still tell it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator

from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.name_words import STOPS
from agent.privacy.spans import EMERGENCY, HEALTH, Span, without_overlaps

# People leave accents out, and hamzas: both sides are read without them, letter by letter.
_PLAIN_LETTERS = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in (*range(0xC0, 0x250), *range(0x622, 0x627))
    if len(unicodedata.normalize("NFD", chr(code))) > 1
}


def _plain(text: str) -> str:
    return text.translate(_PLAIN_LETTERS)


def _one_of(*lines: str) -> str:
    """Alternatives written over several lines."""
    return "|".join(re.sub(r"\n\s*", "", one).strip("| \n") for one in lines)


_EN = _one_of(
    r"""(?:down|asperger|tourette)['’]?s?(?= syndrome)|pregnan|(?:i['’]m|am|we['’]re|is|she['’]s) expecting(?! (?:you|it|that|to|them))|(?:breast|lung|skin|colon|bowel|prostate|ovarian|blood|brain) cancer|trimester|miscarri|abortion|breast ?feed|nursing mother|disease|illness|infect(?!ious laugh)|diagnos|medication|prescription|painkiller|blood thinner|antihistamin|
        surger|chemo(?!r)|cancer|stroke(?!s? of (?:luck|genius))|seizure|disab(?:led|ilit)|wheelchair|pacemaker|hearing aid|catheter|dialys|rehab(?!ilitat\w* of build)|vertigo|dizz|faint(?:ed|ing)|nausea|vomit|
        diarrh|constipat|fever|flu(?=\W|$)|covid|corona(?= |virus|$)|influenza|pneumon|chickenpox|shingles|measles|mumps|tonsil|concuss|whiplash|sprain|fractur|hernia|slipped (?:disc|disk)|
        herniated (?:disc|disk)|sciatic|varicose|ulcer|wound|stitches(?= (?:from|after|in my|out))|scar(?:s|red|ring)?(?=\W|$)|rash(?:es)?(?=\W|$)|hives|swollen|arthrit|gout|obes|overweight|stomach bug|kidney|liver (?:disease|problem|condition)|
        thyroid|anxiety|panic attack|ptsd|adhd|ocd(?=\W)|burn-?out|therapist for my|psychiatr|self-?harm|addict(?:ed|ion)|alcoholi(?:c|sm)|sober|menopaus|infertil|ivf(?=\W|$)|endometrios|pcos|hiv(?=\W|$)|aids(?= |$)|std(?=\W|$)|
        ms(?= patient| diagnosis| for years)|crohn|colitis|ibs(?=\W|$)|coeliac|lactose|haemophil|hemophil|anaem|immun(?:o(?:suppress|defic)|e (?:system|disease))|transplant|ill(?=\W|$)|sick(?=\W|$)|unwell|migrain|broken (?:arm|leg|wrist|ankle|foot|toe|rib|nose|hand|finger|collarbone|hip|bone)|
        (?:high|low) blood (?:pressure|sugar)|heart (?:condition|disease|problem|failure|trouble|murmur|surger\w*|operation|attack)|(?:back|neck|knee|hip|shoulder|foot|leg|arm|head|stomach|tooth|ear|chest|joint|muscle|pelvic|wrist|heel|elbow|belly|throat)[- ]?(?:pain|ache|problem|injur|operation|replacement|surger|condition)|
        (?:bad|sore|aching|painful|stiff|dodgy|injured|hurt|frozen|torn|pulled(?! back)|strained|trapped|pinched|dislocated) (?:back|neck|knee|hip|shoulder|foot|leg|arm|throat|wrist|ankle|heel|elbow|ligament|muscle|tendon|nerve|rotator|hamstring|achilles|meniscus|calf)|
        pain(?:s|ful)?(?=\W|$)|(?:hurts|aches)(?=\W|$)|injur|operation on my|(?:had|have|having|after|need) an? operation|sunburn|psych(?:osis|otic)|dementia|blind(?= |$)(?! date| spot| tasting)|hard of hearing|deaf(?=\W|$)|paralys|paralyz|numbness|tinnitus|rosacea|acne|hair loss from|alopecia|warts?(?=\W|$)|fung(?:us|al)"""
)
_DE = _one_of(
    r"""krank(?!enkasse|enschwester|enpfleger)\w*|erkält|grippe|fieber|husten|schnupfen|übelkeit|erbrech|durchfall|verstopf|schwindel(?!frei)|ohnmacht|kreislauf|hochdruck|blutdruck|blutzucker|zucker ?krank|medikament|tabletten|
        operiert|operation|op(?= am| an| im| hinter| hatte)|verletz|bruch(?= am| im)|gebrochen|verstaucht|gezerrt|zerrung|bänderriss|kreuzbandriss|meniskus|leistenbruch|leisten ?bruch|hernie|wunde|narbe|ausschlag|pickel|
        akne|warze|pilz(?:infekt|erkrank)|nagelpilz|fußpilz|behinder|gehbehinder|gelähmt|lähmung|blind(?= |$)|gehörlos|schwerhörig|taub(?= |$)|stillen(?= |$)(?!d)|stille (?:noch|gerade|mein)|fehl ?geburt|abtreib|menstruation|periodenschmerz|
        kinderwunsch|depri|angststörung|panikattack|burn-?out|trauma\w*|ads(?=\W|$)|adhs|zwangsstör|suchtkrank|abhängig|alkoholik|entzug(?=\W|$)|hiv(?=\W|$)|aids(?=\W|$)|nierenstein|niereninsuff|gallenstein|leberzirr|
        verspann|verspannung|hexenschuss|tinnitus|ohrensausen|asthmatik|heuschnupfen|lungen ?(?:emboli|entz)|herzrasen|herzstolpern|magengeschwür|reizdarm|morbus|lactose|laktose|glutenunv|dialyse|demenz|nervenleiden|unwohl|(?:hals|kopf|bauch|zahn|kreuz|ohren|heim(?=x))weh|weh (?:im|am|tut)|tut (?:mir )?(?:so |sehr )?(?:der|die|das|mein\w*) \w+ weh|knieprobleme|rückenprobleme|hautprobleme|nackenprobleme|magenprobleme|risikoschwang"""
)
_FR = _one_of(
    r"""enceinte|grossesse|fausse couche|avortement|ivg(?=\W|$)|accouch|attend(?:s|ons|re)? (?:un bébé|un enfant|des jumeaux)|post-?partum|j['’]allaite|allait|maladie|malade|malaise|grippe|fièvre|fievre|rhume|toux|angine|nausée|vomi(?:s|ssement|t)|diarrhée|vertige|tension (?:artérielle|élevée)|hypertension|médicament|traitement (?:médical|pour|contre)|comprimés|
        opér(?:é|ation)|chirurgie|bless(?:é|ure)|fractur|entorse|foulure|hernie|déchirure|tendinite|cicatrice|plaie|brûlure|éruption|urticaire|acné|verrue|mycose|handicap|fauteuil roulant|aveugle|sourd(?:e)?(?=\W|$)|malentendant|asmathi|paralys|
        règles douloureuses|ménopause|fiv(?=\W|$)|stérilité|angoisse|anxi(?:été|eux|euse)|crise de panique|burn-?out|trouble (?:bipolaire|alimentaire|anxieux|du)|tdah|dépendan(?:t|ce) (?:à|au)|alcoolique|sida(?=\W|$)|vih(?=\W|$)|cancer|avc(?=\W|$)|infarctus|calculs rénaux|insuffisance|
        mal(?= (?:au|aux|à la|à l['’]|de|à mon|partout))(?: (?:au|aux|à la|à l['’]|de|à mon) ?\w+)?|(?:me |lui )?f(?:ait|ont) (?:très |si |trop |un peu )?mal(?=\W|$)|douleur|courbature|dos bloqué|lumbago|torticolis|cystite|gastro(?=\W|$)|varice|zona(?=\W|$)|eczéma|syndrome (?:de |du |d['’])?\w+|maladie de \w+|pilule|pacemaker|prothèse|souffr\w* d(?:e|['’])"""
)
_ES = _one_of(
    r"""embaraz|espero un (?:bebé|hijo)|aborto|lactancia|dando (?:el )?pecho|amamant|enferm(?!er[oa]s?(?=\W|$))|gripe|fiebre|resfri|catarro|constipad|náuseas|nauseas|vómit|vomit|diarrea|mareo|maread|tensión (?:alta|baja|arterial)|presión (?:alta|baja|arterial)|azúcar alt|medicament|medicación|pastillas|tratamiento (?:médico|para|contra)|
        operad|operaci[óo]n|operaron|cirug|lesi[óo]n|lesionad|fractur|esguince|hernia|desgarro|tendinitis|contractura|cicatriz|herida|quemadura|sarpullido|urticaria|acné|verruga|hongos|discapaci|minusv|silla de ruedas|cieg[oa](?=\W|$)|sord[oa](?=\W|$)|paralí|regla dolorosa|
        menopausia|fertilidad|ansiedad|ataques? de pánico|depre(?=\W|$)|s[íi]ndrome (?:de |del )?\w+|trastorno|tdah|adict|alcohólic|sida(?=\W|$)|vih(?=\W|$)|cáncer|cancer|ictus|infarto|cálculos (?:renales|biliares)|dolor|duele\w*(?: (?:mucho )?(?:el|la|los|las|un) \w+)?|dolid|(?:roto|torcido|fracturado|dislocado) (?:el|la|un|una) \w+|me encuentro mal|me siento mal|lumbalgia|jaqueca|varices|herpes|culebrilla|marcapasos|celíac|intolerante"""
)
_IT = _one_of(
    r"""incinta|aspetto un (?:bambino|figlio)|gravidanza|gestant|aborto|allatt|malatti|malat[oaie](?=\W|$)|influenza|febbre|raffredd|tosse|nausea|vomit|diarrea|vertigin|capogir|pressione (?:alta|bassa)|glicemia|diabete|farmac(?!ia)|medicin(?:a|e|ali)(?=\W|$)|pastiglie|compresse|
        operat[oa](?= |$)|operazione|intervento (?:chirurg|al|alla|all['’])|infortun|ferit[oa](?=\W|$)|frattur|rott[oa] (?:un|il|la|una) \w+|distorsione|slogat|ernia|strappo muscolare|tendinite|contrattura|cicatric|ustion|eruzione cutanea|orticaria|acne|verruc|micosi|disabil|invalid|sedia a rotelle|ciec[oa](?=\W|$)|sord[oa](?=\W|$)|
        paralis|ciclo doloroso|menopausa|fecondazione|ansia(?=\W|$)|attacchi di panico|attacco di panico|depress|sindrome (?:di |del |dello )?\w+|disturbo|dipendenza|alcolist|hiv(?=\W|$)|aids(?=\W|$)|cancro|tumore|ictus|infarto|calcoli|insufficienza|mal di (?:schiena|testa|gola|denti|pancia|stomaco|collo|orecchi\w*)|(?:mi |gli |le )?fa(?:nno)? male(?: (?:il|la|lo|i|le|un) \w+)?|
        dolor[ei](?=\W|$)|dolorant|sto male(?=\W|$)|cervicale|sciatalgia|colpo della strega|vene varicose|fuoco di sant|celiac|intollerant|lattosio"""
)
_HE = _one_of(
    r"""[והבלמשכ]{0,3}(?:הריון|היריון|הרה|מניקה|הנקה|הפלה|סוכרת|סכרת|סוכרתי\w*|אסתמה|אסטמה|אפילפסיה|סרטן|גידול\w*|לוקמיה|כימותרפיה|הקרנות|אלרגי\w*|אלרגיה|רגישות|לחץ\s+דם(?:\s+(?:גבוה|נמוך))?|מחל(?:ה|ת|ות)\w*|חול(?:ה|ים|ת)|חולי|חליתי|שפעת|קורונה|חום\s+גבוה|
        הצטננ\w*|צינון|בחיל\w*|הקא\w*|שלשול\w*|סחרחור\w*|תרופ\w*|כדורים|אנטיביוטיקה|מדלל\w*\s+דם|ניתוח\w*(?:\s+(?:קיסרי|לב|גב|עיניים|פלסטי|בלון))?|נותחתי|פציע\w*|נפצעתי|פצוע\w*|שבר|שברתי(?:\s+את)?(?:\s+ה\w+)?|נקע|פריצת\s+דיסק|דיסק|דלק\w+|צלק\w+|פצע\w*|כווי\w+|פריחה|אקנה|פסוריאזיס|אקזמה|אטופיק\s+דרמטיטיס|יבלות|פטרי\w+|נכ(?:ה|ות)|
        כי?סא\s+גלגלים|עיוור\w*|חירש\w*|משותק\w*|דיכאון|חרד(?:ה|ות|תי\w*)|התקפי?\s+(?:חרדה|פאניקה|לב)|פוסט\s+טראומ\w*|הפרעת?\s+\w+|אוטי\w+|התמכר\w*|אלכוהוליסט\w*|איידס|hiv|שבץ|אירוע\s+מוחי|בעי(?:ה|ות)\s+לב|קוצב|כאב\w*(?:\s+(?:גב|ראש|בטן|ברכיים|שיניים|צוואר))?|כואב\w*(?:\s+ל(?:י|ה|ו|נו)(?:\s+ה\w+)?)?|מיגרנ\w+|
        צליאק\w*|לקטוז|הפרש\w*|גיל\s+המעבר|טיפולי?\s+פוריות|תת.?פעילות|בלוטת\s+ה?תריס|אנמיה|דלקת\s+\w+|וריד\w*|סיאטיקה|טרשת\s+נפוצה|פרקינסון|אלצהיימר|דמנציה|אינסולין|קורטיזון|פרקים\s+דלקת\w*|פיברומיאלגיה|נגיף|זיהום)"""
)
_AR = _one_of(
    r"""[وفبلك]{0,2}(?:ال)?(?:حامل|حوامل|حمل(?:ي|ها)|مرضع|أرضع|رضاعة|إجهاض|سكري|السكر|ربو|الربو|صرع|سرطان|ورم|أورام|لوكيميا|كيماوي|كيميائي|حساسي\w*|متحسس\w*|ضغط\s+(?:دم|الدم|مرتفع|منخفض|عالي)(?:\s+(?:مرتفع|منخفض|عالي))?|مرض\w*|مريض\w*|أمراض|إنفلونزا|انفلونزا|كورونا|حمى|حرارة\s+مرتفعة|زكام|
        رشح|سعال|غثيان|تقيؤ|إسهال|اسهال|دوخة|دوار|دواء|أدوية|ادوية|حبوب\s+\w+|مضاد\w*(?:\s+حيوي\w*)?|مميع\w*(?:\s+الدم|\s+دم)?|أنسولين|انسولين|كورتيزون|عملي(?:ة|ات)\s+(?:جراحية|في|بال|ب\w+|قلب)|جراحة|إصابة|اصابة|مصاب\w*|كسر|مكسور\w*|التواء|تمزق|فتق|انزلاق(?:\s+غضروفي)?|ديسك|التهاب\w*(?:\s+\w+)?|ندبة|
        جرح\w*|حروق|طفح|أكزيما|اكزيما|صدفية|حب\s+الشباب|ثآليل|فطريات|إعاقة|اعاقة|معاق\w*|كرسي\s+متحرك|أعمى|كفيف\w*|أصم|شلل|مشلول\w*|اكتئاب|إكتئاب|قلق\s+نفسي|نوب(?:ة|ات)\s+\w+|صدمة\s+نفسية|توحد|إدمان|مدمن\w*|إيدز|ايدز|جلطة|سكتة|قلب\s+(?:مريض|ضعيف)|مشاكل\s+(?:في\s+القلب|قلبية|صحية)|بطارية\s+قلب|
        ألم|الم|آلام|أوجاع|وجع|صداع(?:\s+نصفي)?|الصداع\s+النصفي|شقيقة|(?:\w+\s+)?(?:يؤلم|تؤلم|يوجع|توجع|بيوجع|بتوجع|عم\s+يوجع)\w*(?:\s+ال\w+)?|دوالي|عرق\s+النسا|سيلياك|لاكتوز|سن\s+اليأس|علاج\s+العقم|غدة\s+درقية|غدة|فقر\s+دم|تصلب(?:\s+لويحي)?|باركنسون|زهايمر|روماتيزم|هشاشة|عدوى|فيروس)"""
)
_URGENT = _one_of(
    r"""(?:can['’]?t|cannot|can\s+hardly|struggling\s+to|unable\s+to|trouble|not)\s+breath\w*|(?:not|isn['’]?t|stopped)\s+breathing|chest\s+pains?|(?:having|had)\s+a\s+(?:heart\s+attack|stroke|seizure)|heart\s+attack|unconscious|collapsed|passed\s+out|bleeding\s+(?:heavily|badly|a\s+lot|out)|won['’]?t\s+stop\s+bleeding|overdos\w*|
        kill\s+(?:myself|himself|herself)|suicid\w*|end\s+my\s+life|want\s+to\s+die|anaphyla\w*|choking|poisoned|
        (?:krieg\w*|bekomm\w*)\s+(?:\w+\s+)?keine\s+luft|keine\s+luft\s+mehr|atemnot|brustschmerz\w*|schmerzen\s+in\s+der\s+brust|bewusstlos\w*|ohnmächtig|herzinfarkt|schlaganfall|blutet\s+stark|starke\s+blutung\w*|überdosis|umbringen|selbstmord\w*|suizid\w*|nicht\s+mehr\s+leben|vergiftet|anaphyla\w*|
        (?:n['’]arrive|arrive)\s+(?:plus|pas)\s+à\s+respirer|ne\s+respire\s+(?:plus|pas)|douleurs?\s+(?:à|dans)\s+la\s+poitrine|inconscient\w*|crise\s+cardiaque|infarctus|saigne\s+(?:beaucoup|abondamment)|overdose|me\s+(?:tuer|suicider)|suicide|veux\s+mourir|empoisonn\w*|
        no\s+pued[oe]\s+respirar|no\s+respira|dolor\s+(?:en\s+el|de)\s+pecho|inconsciente|se\s+desmay\w*|infarto|sangra\s+mucho|sobredosis|suicid\w*|matarme|quiero\s+morir|
        non\s+(?:riesco\s+a\s+)?respir\w*|dolor[ei]\s+al\s+petto|svenut[oa]|priv[oa]\s+di\s+sensi|infarto|sanguina\s+molto|overdose|suicid\w*|uccidermi|voglio\s+morire|
        לא\s+(?:מצליח\w*\s+|יכול\w*\s+)?לנשום|לא\s+נושמ?ת?|כאב\w*\s+בחזה|חסר\w*\s+הכרה|התעלפ\w*|התקף\s+לב|מדממ\w*\s+(?:הרבה|חזק)|מנת\s+יתר|להתאבד|התאבדות|רוצה\s+למות|
        لا\s+(?:أستطيع|استطيع|يستطيع|أقدر|اقدر)\s+(?:أن\s+)?(?:أتنفس|التنفس|يتنفس|اتنفس)|لا\s+يتنفس|ألم\s+(?:في|ب)\s*الصدر|ألم\s+في\s+صدري|فاقد\w*\s+(?:ال)?وعي|أغمي\s+علي\w*|نوبة\s+قلبية|ينزف\s+\w+|جرعة\s+زائدة|انتحار|الانتحار|أقتل\s+نفسي|أريد\s+أن\s+أموت"""
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_plain(pattern), re.I)


# Wherever in a word they stand: "Nussallergie", "Rückenschmerzen", "hypothyroidism", "gastroenteritis".
_ANYWHERE = _compiled(
    _one_of(
        r"""allerg|immunosup|immunocomp|immunschw|immunodep|immunodép|inmunodep|fertilit|fertilid|infertil|fécondation|fecondazion|kinderwunschbeh|rosac[eé]|rosaze|rosáce|alopec|vitilig|couperos|kuperos|seborr|seborh|follicul|folikul|folicul|keratos|queratos|impetig|impétig|divertic|divertik|pankreat|pancreat|hashimoto|basedow|sjögren|raynaud|meni[eè]re|hodgkin|crohn|alérg|alèrg|diabet|diabèt|epiless|asthm|asma(?!r)|epilep|épilep|schmerz|krebs(?!tier)|karzinom|carcinom|tumor|tumeur|leuk[aä]m|leucém|leucem|lymphom|melanom|
        entzünd|bandscheib|schwanger|krankheit|erkrank|neurodermi|psoriasi|schuppenflecht|dermatit|arthrit|arthros|artrit|artros|rheuma|rhumat|reumat|
        migr[aä]ne|migraine|migrañ|emicran|depress(?!ur)|dépressi|hepatit|hépatit|epatit|bronchit|bronquit|gastrit|sinusit|zystit|cystit|thrombos|trombos|tromboflebit|thyroid|thyroïd|tiroid|
        schilddrüs|chemother|chimioth|quimioter|chemioter|radiother|radioter|strahlenther|antibioti|antidepress|blutverdünn|anticoagul|bluthochdruck|hypertens|hypertonie|ipertens|hipertens|
        herzinfarkt|schlaganfall|herzschrittmacher|herzfehler|hörgerät|rollstuhl|inkontinen|incontinen|hämorrh|hemorrh|hémorr|emorroid|endometri|osteopor|fibrom[iy]al|skoliose|scolios|escolios|
        sklerose|sclerosis|sclérose|esclerosis|sclerosi|parkinson|alzh[eé]imer|schizophren|schizophr|esquizofr|schizofren|bipolar|bipolaire|borderline|anorexi|anoressi|bulimi|bulimie|magersucht|
        unverträglichkeit|intoleran(?!z\b)|autis[mt]|trisomi|syndrom|zöliak|coeliac|celiac|cœliaque|celíac|ekzem|eczema|eczéma|ezcema|
        prothes|prothès|prótesis|protesi(?!\w)|fehlgeburt|narkose|chirurg|psychopharmak|wechseljahr|ménopaus|menopaus|allaitement|gehirnerschütter|pneumoni|anämie|anaemi|anemia|anémie|
        neuropath|neuropat|apnoe|apnea|apnée|lupus|ischias|sciatica|sciatique|ciática|sciatica|hexenschuss|lumbago|lombalgi|lombago|zervikal|cervical(?:gi|e\b)|embarazad|schmerzmittel|
        herzkrank|herzproblem|herzrhythm|nasenneben|querschnitt|amputi|amputa|gürtelrose|herpes|chlamyd|gonorr|syphilis|sífilis|tubercul|tuberk|cholester|colester|dement|malaria|salmonel|varicela|varicell|röteln|
        krampfader|varikose|varices|vena varicos|lipödem|lymphödem|lymphoed|(?<!p)ödem(?!\w*haus)|oedème|edema(?!in)|cortison|kortison|cortiso|insulin|ibuprofen|paracetamol|metformin|ritalin|prozac|sertralin|lithium"""
    ),
)
# At the beginning of a word, with any ending.
_BEGINNING = _compiled(
    rf"(?<!\w)(?=[^\W\d_])(?:{_EN}|{_DE}|{_FR}|{_ES}|{_IT})\w*",
)
_SEMITIC = _compiled(
    rf"(?<!\w)(?=[^\W\d_])(?:{_HE}|{_AR})(?!\w)",
)
# Told plainly, in each language: parasites, casts and crutches, births by operation, the names medicines are sold under.
_PLAINLY = _compiled(
    r"(?<!\w)(?:(?:head ?)?lice|beta[- ]?block\w+|water retention|trying (?:for a baby|to conceive)|nits|scabies|ringworm|cold sores?|c[- ]?sections?|caesarean|cesarean|cesarian|crutch(?:es)?|(?:in|wearing|with) a (?:plaster )?cast|walking boot|neck brace|stents?|biops(?:y|ies)|keloids?|vitiligo|impetigo|cataracts?|glaucoma|insomnia|narcoleps\w+|long covid|carpal tunnel|frozen shoulder|hysterectomy|vasectomy|colonoscop\w+|appendix out|(?:ivf|hormone|fertility) treatment|hormone therapy|post-?partum|nursing(?= (?:my|a|the|right|at))|blood (?:clots?|pressure)|hair loss|bald patch(?:es)?|seizures?|stammer|dyslexi\w+|tourettes?|"
    r"l[äa]use|laeuse|betablocker|hallux|hörhilfe|kopfl[äa]use|nissen|krätze|kaiserschnitt\w*|krücken?|gips(?:bein|arm)?(?!karton)|schiene(?= am| an)|herpes|lippenherpes|haarausfall|katarakt|grauer star|glaukom|schlafstörung\w*|hausstaub\w*|magen-darm\w*|scharlach|windpocken|keuchhusten|mittelohr\w*|steißbein\w*|hämatom\w*|blutgerinnsel|stützstrümpfe|spirale|wochenbett|zyste\w*|myom\w*|"
    r"poux|lentes|b[êe]ta-?bloquants?|appareils? auditifs?|chimio|gale|césarienne|cesarienne|béquilles?|plâtre(?= (?:au|à|depuis|sur))|dans le plâtre|plâtrée?|attelle|minerve|pelade|chute de cheveux|insomnies?|cataracte|glaucome|hémorroïdes|varicelle|scarlatine|otite|kyste|fibrome|caillot|phlébite|stérilet|"
    r"piojos|quimio|liendres|sarna|cesáreas?|muletas|escayola\w*|enyesad[oa]|férula|collarín|calvicie|caída del (?:pelo|cabello)|insomnio|cataratas|glaucoma|hemorroides|varicela|escarlatina|otitis|quistes?|miomas?|trombo\w*|gastroenteritis|posparto|puntos(?= en (?:la|el))|"
    r"pidocchi|chemio|lendini|scabbia|(?:parto )?cesareo|stampelle|ingessat[oa]|gesso(?= (?:al|alla))|tutore|collare|alopecia|insonnia|cataratta|glaucoma|emorroidi|varicella|scarlattina|otite|cisti|fibroma|trombo\w*|post ?parto|"
    r"[הבלמו]{0,2}(?:כינים|ביצי כינים|גרדת|קיסרי|ניתוח קיסרי|קביים|גבס|סד|צנתור|ביופסיה|קרחת|נשירה|נשירת שיער|קטרקט|גלאוקומה|טחורים|אבעבועות|דלקת אוזניים|ציסטה|קריש דם|אחרי לידה|נדודי שינה|ויטיליגו|אלופציה|פרוביוטיקה|מחלת הנשיקה)|"
    r"[والبف]{0,3}(?:قمل|صيبان|جرب|قيصرية|ولادة قيصرية|عكاز\w*|جبس|جبيرة|ثعلبة|تساقط (?:ال)?شعر|صلع|أرق|مياه بيضا|بواسير|جدري|كيس(?: على المبيض)?|تكيس\w*|جلطة|بهاق|نفاس|فطر|جفاف)|"
    r"(?:ro)?accutane?|accutan|isotretin\w+|xanax|zoloft|cipralex|lexapro|prozac|seroquel|abilify|ozempic|wegovy|mounjaro|saxenda|ventolin\w*|concerta|elvanse|vyvanse|adderall|medikinet|lyrica|eliquis|xarelto|marcumar|sintrom|coumadin|plavix|euthyrox|levothyrox|eutirox|l-thyroxin|thyronajod|doliprane|dafalgan|efferalgan|nurofen|voltaren\w*|novalgin|nolotil|enantyum|tachipirina|humira|enbrel|viagra|cialis|methotrexat\w*|tamoxif\w+|letrozol\w*|finasterid\w*|minoxidil|spironolact\w*|clomid|lamictal|depakin\w*|tegretol|keppra|tavor|valium|diazepam|trankimazin|lexotan\w*|rivotril|stilnox|imodium|omeprazol|pantozol|nexium|insulin\w*|aspirin[ea]?|kortison\w*|prednis\w+|hydrocortis\w*|symbicort|lithium|methadon\w*|subutex|"
    r"ציפרלקס|לוסטרל|פרוזק|רקוטן|רואקוטן|ריטלין|קונצרטה|אלטרוקסין|קומדין|אליקוויס|קרדילוק|נורופן|אקמול|אופטלגין|ונטולין|אוזמפיק|ויאגרה|סרוקוול|קלונקס|"
    r"روأكوتان|رواكتان|روكتان|بروزاك|زاناكس|سيبرالكس|أوزمبك|اوزمبك|فنتولين|وارفارين|بنادول|اسبرين|أسبرين|ثيروكسين|ميتفورمين|كونكور|ريتالين)(?!\w)",
)
# The nature of a word shows in how it is made: diseases and operations by their endings, medicines by the stems of their international names.
_BY_ENDING = _compiled(
    r"(?<!\w)(?!\w{1,6}mitis(?!\w)|nostalgi|sympath|empath|antipath|telepath)[^\W\d_]{2,24}(?:itis|[^n\W]algi[ae]s?|plegi[ae]|ectom(?:y|ie|ia|ía)|(?:neuro|myo|myélo|retino|nephro|nefro|cardio|entero|dis[ck]o)pat\w+|"
    r"rrh(?:ea|ö|ée)|[äae]mie|émie|glyc[eé]mi\w*|sklerose|trophi[ae]|"
    r"cillin[ae]?|mycin[ae]?|oxacin[aoe]?|profen[eo]?|sartan[o]?|olol[o]?|statin[ae]?|prazol[eo]?|zepam|zolam|ox[eé]tin[ae]?|farin[ae]?|grel|parin[ae]?|gliptin[ae]?|formin[ae]?|triptan[o]?|setron|olimus|tinib|umab|zumab|cortisone?|thyroxin[e]?|[mv]otrigine?|gabalin|dipine?|caine?|coxib|azine?|[^p\W]pril[e]?|pram|dipin[oe]?|afil[o]?|(?:ip|am)?tylin[e]?|triptilin[ae]|lukast|terol|prednis\w+|thiazid\w?|semid[ea]?|gliflozin[ea]?|glutid[ea]?|[^\W]{3}vir|dronat\w*|setin[ae]?|peridon[e]?|tiapin[ae]?|azepam|tretino[ïi]n[ae]?|conazol[eo]?|dazol[eo]?|"
    r"plast(?:y|ik|ie|ia|ica|iche)|scop(?:y|ie|ia|ía)|suction|suzione|succión)(?!\w)",
)
# Behind these words stands what somebody has, whatever it is called.
_SUFFERS = _compiled(
    r"(?<!\w)(?:suffer(?:s|ed|ing)? (?:from|with)|diagnosed (?:with|as)|recover(?:ing|ed)? from|(?:being )?treated for|medication for|history of|prone to|"
    r"leide(?:t|n)? (?:seit \w+ )?(?:an|unter)|(?:diagnose|befund):?|in behandlung wegen|genesen von|"
    r"souffr\w+ (?:de |d['’]une? |d['’]|du )|atteinte? (?:de |d['’])|(?:me |se )?remets d(?:e |['’]une? |['’])|diagnostiqué\w* (?:avec |comme )?|suivie? pour|"
    r"(?:padezco|padece|sufro|sufre)(?: de)?(?: una?)?|diagnosticad[oa] (?:con|de)|me recupero de|tratamiento por|"
    r"(?:soffro|soffre) di|affett[oa] da|mi sto riprendendo da|diagnosticat[oa]|in cura per|"
    r"סובל(?:ת|ים)? מ-?|אובחנתי (?:עם|כ)|מחלים(?:ה)? מ-?|מטופל(?:ת)? ב|أعاني من|يعاني من|تعاني من|أتعافى من|شخصت ب|أتعالج من)[ \t]*",
)
_WHAT_THEY_HAVE = _compiled(
    r"(?:(?:an?|the|my|some|severe|bad|einer?|einem|der|dem|den|une?|la|le|les|l['’]|el|los|las|uno|il|lo|gli|un['’]) )?[^\W\d_][\w'’\-]{1,30}(?: (?!(?:and|can|could|so|but|since|is|are|will|und|kann|aber|seit|ist|darf|et|mais|depuis|est|puis|y|pero|desde|es|puedo|e|ma|da|posso|אז|אבל|אפשר|האם|لكن|منذ|هل)(?!\w))[^\W\d_][\w'’\-]{1,30})?",
)
# How far a pregnancy is.
_MONTH_OF = _compiled(
    r"(?<!\w)(?:(?:\d{1,2}|\w{3,9}) (?:months?|weeks?) (?:gone|along|pregnant|in(?=to| my))|(?<=bin )(?:im|in der) \w{4,12} (?:schwangerschafts)?(?:monat|woche)|(?<=suis )(?:au|à) \w+ mois|(?<=estoy )de \w+ (?:meses|semanas)|"
    r"(?<=sono )al \w+ mese|(?<=אני )בחודש ה?\w+|(?<=אני )בשבוע ה?\d+|(?<=أنا )?في الشهر ال\w+(?= من الحمل|[.،,]|$)|الشهر ال\w+(?= من الحمل))(?!\w)",
)
_BODY = (
    r"rotator cuff|acl|ligaments?|(?:collar ?|shin|cheek|tail|jaw|thigh)bone|finger|toe|thumb|hand|nose|skull|rib|hamstring|meniscus|achilles|breast|lung|skin|liver|kidney|bladder|colon|bowel|prostate|womb|uterus|ovary|ovaries|gall ?bladder|appendix|thyroid|throat|tonsil|eyelid|scalp|"
    r"schlüsselbein|finger|zehe|zeh|daumen|hand|nase|rippe|schädel|haut|lunge|leber|niere|blase|darm|prostata|gebärmutter|eierstock|galle|blinddarm|schilddrüse|mandel|leiste|achillessehne|wade|unterarm|oberarm|unterschenkel|oberschenkel|mittelfuß|steiß|"
    r"clavicule|doigt|orteil|pouce|main|nez|côte|cotes|crâne|sein|seins|peau|poumon|foie|rein|vessie|côlon|prostate|utérus|ovaire|vésicule|appendice|amygdale|thyroïde|mollet|tibia|péroné|ligament|tendon|ménisque|"
    r"clavícula|dedo|pulgar|mano|nariz|costilla|cráneo|mama|seno|piel|pulmón|hígado|riñón|vejiga|colon|próstata|útero|ovario|vesícula|apéndice|amígdala|tiroides|pantorrilla|tibia|peroné|ligamento|tendón|menisco|"
    r"clavicola|dito|alluce|pollice|mano|naso|costola|cranio|seno|mammella|pelle|polmone|fegato|rene|vescica|prostata|utero|ovaio|cistifellea|appendice|tonsille|tiroide|polpaccio|tibia|perone|legamento|tendine|menisco|"
    r"אצבע|זרת|בוהן|עצם הבריח|אף|צלע|שד|עור|ריאה|ריאות|כבד|כליה|כליות|המעי|מעי|ערמונית|רחם|שחלה|כיס המרה|תוספתן|שקדים|שורש כף היד|כף היד|כף הרגל|ברכיים|זרוע|שוק|מיתר|רצועה|"
    r"اصبع|إصبع|ترقوة|انف|أنف|ضلع|ثدي|الثدي|جلد|رئة|كبد|كلية|كلى|مرارة|المرارة|زايدة|زائدة|الزايدة|الزائدة|لوز|لوزتين|رحم|مبيض|بروستات|رجل|ايد|إيد|يد|دراع|كوع|وتر|رباط|ركب|"
    r"back|neck|knee|hip|shoulder|ankle|wrist|elbow|spine|leg|arm|foot|heel|heart|stomach|head|chest|ear|eye|tooth|jaw|rib|pelvis|tendon|ligament|"
    r"rücken|nacken|knie|hüfte|schulter|knöchel|handgelenk|ellenbogen|wirbelsäule|bein|arm|fuß|ferse|herz|magen|kopf|brust|ohr|auge|zahn|kiefer|rippe|sehne|steißbein|"
    r"dos|cou|nuque|genou|genoux|hanche|épaule|cheville|poignet|coude|colonne|jambe|bras|pied|talon|cœur|coeur|ventre|estomac|tête|poitrine|oreille|dent|mâchoire|"
    r"espalda|cuello|rodilla|cadera|hombro|tobillo|muñeca|codo|columna|pierna|brazo|pie|talón|corazón|estómago|cabeza|pecho|oído|muela|mandíbula|"
    r"schiena|collo|ginocchio|anca|spalla|caviglia|polso|gomito|colonna|gamba|braccio|piede|tallone|cuore|stomaco|testa|petto|orecchio|dente|mandibola|"
    r"גב|צוואר|ברך|ירך|כתף|קרסול|מרפק|עמוד השדרה|רגל|יד|לב|בטן|ראש|חזה|אוזן|שן|ظهر|رقبة|ركبة|ورك|كتف|كاحل|معصم|مرفق|ساق|ذراع|قدم|قلب|معدة|رأس|صدر|أذن|ضرس|عمود فقري"
)
# A part of the body beside a word for what is wrong with it is the same matter.
_PART_BEHIND = _compiled(
    rf"[ \-]?(?: ?(?:on|in|of|at|to|my|the|both|left|right|am|an|im|in|der|dem|den|die|das|mein\w*|linken?|rechten?|du|de|la|le|les|des|au|aux|à|l['’]|mon|ma|gauche|droite?|del|el|los|las|en|mi|izquierd[oa]|derech[oa]|al|alla|allo|all['’]|il|lo|mio|mia|destr[oa]|sinistr[oa]|ב|ה|في|ال)[ ]?){{0,3}}(?:[בהל]{{0,2}}|(?:[بفل]?ال)?)(?:{_BODY}|discale?|discal|disco)(?:s|n|e|ي|י)?(?!\w)",
)
_PART_BEFORE = _compiled(
    rf"(?<!\w)(?:{_BODY})(?:n|s)?(?: (?:ist|is|are|sind|est|está|è|has been|was|war|me|mir|a été))?[ \-]$",
)
_BROKEN_PART = _compiled(
    rf"(?<!\w)(?:{_BODY})(?:s|n|['’]s)? (?:(?:is|are|has been|keeps|ist|sind|est|está|è) )?(?:killing me|playing up|acting up|giving me \w+|kaputt|dislocated|twisted|broken|injured|sore|stiff|swollen|gebrochen|operiert|verletzt|verrenkt|ausgerenkt|geschwollen|bloquée?|cassée?|enflée?|foutue?|rot[oa]|bloquead[oa]|hinchad[oa]|bloccat[oa]|gonfi[oa]|out|locked up|gone)(?!\w)"
    rf"|(?<!\w)(?:artificial|replaced|künstliche[nrs]?|neue[nrs]?|kaputte[nrs]?|gebrochene[nrs]?|new|broken|dislocated|twisted|sprained|torn|cassée?|rota?|artificielle?|artificiale?) (?:{_BODY})(?!\w)",
)
# "Diabetes type 2"; "allergic to nuts": what it is of, or against, is told with it.
_OF_WHICH_KIND = _compiled(r" ?(?:typ|type|tipo|סוג|من النوع|نوع) ?(?:\d|i{1,2}|الأول|الثاني)(?!\w)")
_NAMES_WHAT = _compiled(r"allerg|alerg|intoler|unvertr|אלרג|רגיש|حساسي|متحسس")
_TO_WHAT = _compiled(
    r" (?:to|against|gegen|auf|à la |à l['’]|au|aux|al|alla|all['’]|ai|alle|a la|a los|a las|a|di|de|من|ضد|ل)(?: |(?<=['’]))?(?:ال)?[^\W\d_]{3,20}(?: (?:and|und|et|y|e|or|oder) [^\W\d_]{3,20})?(?!\w)"
    r"| ל[^\W\d_]{3,20}(?!\w)"
)
# Something is broken, sprained, torn, operated: in which part of the body, before it or behind.
_MINE = r"(?:one|two|three|both of|zwei|drei|deux|trois|dos|tres|due|my|his|her|their|our|the|a|both|left|right|mein\w*|sein\w*|ihr\w*|die|der|das|den|dem|einen?|linken?|rechten?|mon|ma|mes|son|sa|le|la|les|l['’]|un|une|el|los|las|mi|su|una|il|lo|gli|i|mio|mia|suo|sua|sinistr[oa]|destr[oa]|izquierd[oa]|derech[oa]|gauche|droite?|את|לי|לו|לה|ה|ب|في|من|ال)"
_PART = rf"(?:{_BODY})(?:s|n|en|es|e|ים|יים|י|ي|ه|ها|و|تي|ته|تها)?"
_WAS_HURT = (
    r"(?:broke|broken|fractur(?:e|ed)|dislocat(?:e|ed)|twisted|tore|torn|sprain(?:ed)?|injur(?:e|ed)|(?:pulled|cut|burn(?:ed|t)|hurt) (?:my|his|her)|bruised|cracked|operated on|removed|amputat\w+|"
    r"gebrochen|brach|bricht|verstaucht|gerissen|gezerrt|verbrannt|verrenkt|ausgekugelt|geprellt|gequetscht|operiert|operieren|verletzt|verknackst|umgeknickt|amputiert|entfernt|rausgenommen|angebrochen|geprellt|"
    r"cassée?s?|foulée?s?|tordue?s?|luxée?s?|déchirée?s?|brûlée?s?|fracturée?s?|opérée?s?|abîmée?s?|claquée?s?|enlevée?s?|"
    r"rot[oa]s?|romp\w+|torc\w+|torcid[oa]|fractur\w+|dislocad\w+|quem\w+|operad[oa]s?|operar\w*|operaron|quitaron|quitado|lesionad[oa]|desgarrad[oa]|"
    r"rott[oa]|ruppi|slogat[oa]|stort[oa]|fratturat[oa]|lussat[oa]|bruciat[oa]|strappat[oa]|operat[oa]|tolto|tolta|rotturat\w*|incrinat[oa]|"
    r"שבר(?:תי|ה|ת)?|נשבר(?:ה|ו)?|נקע(?:תי|ה)?|עיקמ(?:תי|ה)|סובב(?:תי|ה)|קרע(?:תי|ה)|נקרע(?:ה)?|ניתחו|כרתו|הוציאו|נפצעתי|"
    r"كسر(?:ت|ها|ي)?|انكسر\w*|لويت|التوت|انلوت|خلعت|انخلع\w*|تمزق\w*|حرقت|شالوا|استأصل\w*|جرحت)"
)
_HURT_PART = _compiled(
    rf"(?<!\w)(?:{_WAS_HURT}(?:[ ]{_MINE}){{0,3}}[ ](?:ה|ال|ب|l['’])?{_PART}|{_PART}(?: (?:ist|is|was|were|are|has been|hab\w*|hat|mir|sich|me|est|è|está|war|wurde|a été|got|schon|zweimal|letzte\w*|woche|doppelt|frisch)){{0,4}} {_WAS_HURT})(?!\w)"
)
# "Operation" or "after the operation" by which organ; "cancer of".
_OPERATION_ON = _compiled(
    rf"(?<!\w)(?:(?:{_BODY})[- ]?(?:op|operation|surgery|replacement|transplant|cancer|biopsy|scan|mri)(?!\w)|(?:operation|surgery|op|opération|operación|operazione|intervento|ניתוח|عملية|عملت عملية|عمليه)[ ](?:(?:{_MINE}|an|am|on|of|for|de|du|des|del|della|dello|al|alla|all['’]|à|au)[ ]?){{0,2}}(?:ה|ب|ال|بال|ل|لل)?{_PART}(?!\w))"
)
# "Has": what is an illness only then, for it means other things too.
_THEY_HAVE = _compiled(
    r"(?<!\w)(?:عملت|عامل(?:ة)?|سويت|بعد|عمل|عملوا لي|عندي)[ ](?:ال)?عملية[ ](?:ال)?\w{3,12}(?!\w)|(?<!\w)(?:ho|ha|avevo)[ ]male[ ](?:al|alla|allo|ai|alle|all['’])[ ]?\w+|"
    r"(?<!\w)(?:عند(?:ي|ه|ها|و|نا|هم)|معي|معه|معها|عنده)[ ](?:ال)?(ضغط|سكر|سكري|قلب|غدة|ربو|كولسترول|ديسك|حساسية|كورونا|كلى|قولون|معدة|صرع|قمل|ثعلبة|مغص|رشح|التهاب)(?!\w)(?: (?:و?(?:ضغط|سكر|قلب|غدة|كولسترول|عالي|مرتفع|مزمن))){0,2}"
    r"|(?<!\w)יש[ ]ל(?:י|ה|ו|נו|הם)[ ](?:קצת |המון |עכשיו )?(לחץ דם|סוכר|סכרת|לב|בלוטה|כינים|חום|גב|דיסק|פריצה|קרע|סדק|גבס|צנתר|קוצב|מחזור כואב|שחפת|טחורים|ורידים|אבן בכליה|אבנים בכליות)(?!\w)"
    r"|(?<!\w)(?:hab\w*|hat|hatte)[ ](?:\w+ ){0,2}(rücken|zucker|kreislauf|herz|hohen? puls|puls|magen|darm|knie|schulter|galle)(?= |$|[.,!?])(?! (?:an|zu|frei|lang|kurz))"
)
# How long, how high, how far on.
_DEGREE = _compiled(
    r",? ?(?:(?:de|du|di|in|im|at|al|a|with|seit|bei|von|since|for|ב|ל|ب)?[ ]?(?:(?:the|il|der|dem|mein\w*|my|ה|ال)[ ]?)?(?:\d{1,2}(?:[.,]\d)?|\w{3,12})(?:st|nd|rd|th|\.|e|ème|º|°)? (?:months?|weeks?|wks?|mths?|trimester|monat\w*|woche\w*|ssw|mois|semaines?|mes(?:es)?|semanas?|mesi|mese|settimane?|חודשים|שבועות|اشهر|أشهر|شهور|اسابيع|أسابيع)(?: (?:pregnant|along|gone|schwanger|in))?"
    r"|(?:in |im |au |en el |al |ב|ب|في )?(?:\w{2,9} )?(?:ה?חודש|שבוע|ال?شهر|الاسبوع|الأسبوع) ?(?:ה|ال)?\w{1,10}"
    r"|(?:high|low|alto|alta|altos|bajo|baja|bass[oa]|élevée?|haute?|chronic|chronique|crónic[oa]|cronic[oa]|severe|mild|גבוה|נמוך|כרוני\w*|عالي|مرتفع|منخفض|مزمن\w*))(?!\w)",
)
_PREGNANT = _compiled(
    r"pregnan|schwanger|enceinte|grossesse|embaraz|incinta|gravid|הריון|היריון|הרה|حامل|حمل"
)
_MEASURED = _compiled(
    r"colester|cholester|tension|tensión|pression|presion|blutdruck|pressure|sugar|azucar|glicemi|לחץ|ضغط|سكر|dolor|pain|schmerz|douleur"
)
# What cannot wait: a model has to tell it from the rest. Whole phrases.
_EMERGENCIES = _compiled(
    rf"(?<!\w)(?=[^\W\d_])(?:{_URGENT})(?!\w)",
)
# The words of a question about health, behind which a short answer is one.
ASKS = re.compile(
    r"allerg|alérg|injur|health|medical|verletz|gesundheit|schwanger|santé|bless|salud|lesi[óo]n|embaraz|salute|infortun|gravidanza|בריאות|פציע|אלרגי|הריון|صحي|إصابة|حساسية|حامل|"
    r"be careful with|intoleran|unverträglich",
)
_LETTER, _LETTERS = re.compile(r"\w"), re.compile(r"[^\W\d_]{2}")
_LONGEST_PART = 30
# "Severe", "chronic", "hay" fever.
_HOW_BAD = _compiled(
    r"(?<!\w)(?:high|low|chronic|severe|mild|hay|bad|slight|acute|early|late|nut|peanut|latex|food|starke[nrms]?|schwere[nrms]?|leichte[nrms]?|chronische[nrms]?|akute[nrms]?|hohe[nrms]?|niedrige[nrms]?|fortes?|grosse|grave|sévère|petite|légère|fuerte|leve|forte|lieve)[ ]$"
)
_AGAINST_BEFORE = _compiled(
    r"(?<!\w)(?:gegen|auf|to|contre|contra|contro|נגד|ضد)[ ][^\W\d_]{2,20}(?: (?:und|and) [^\W\d_]{2,20})?[ ]$"
)
_WEEK_BEFORE = _compiled(
    r"(?<!\w)(?:\d{1,2}|\w{3,9})(?:\.|th|st|nd|rd|e|ème)? (?:ssw|wochen?|monate?n?|months?|weeks?|wks?|mois|semaines?|mes(?:es)?|semanas?|mes[ei]|settiman[ae]|(?:ال)?شهر \w+ من)[ ](?:of |de |di )?(?:ال)?$|(?<!\w)(?:week|month|woche|ssw|monat|semaine|mois|semana|mes|settimana|mese|שבוע|חודש) (?:ה|ال)?\w{1,8}[ ](?:of (?:my|the|a) |der |de (?:mi |ma |grossesse)?|von |di |في |של ה?|מה?|من )?(?:ال|ה)?$|(?<!\w)(?:ال)?شهر (?:ال)?\w{2,8} من (?:ال)?$"
)
_LINK = _compiled(
    r"[ ](?:(?:for|against|from|of|after|with|gegen|wegen|nach|bei|für|an|contre|pour|de|du|contra|para|per|contro|di|del|נגד|של|אחרי|ضد|بعد|من|ل)[ ])?(?:(?:my|the|a|mein\w*|der|die|den|le|la|el|il|los|las)[ ])?|[-/]"
)
_NEXT_WORD = re.compile(r" (?P<of>(?:de|di|a|à|of) )?(?P<word>[^\W\d_]{3,20})(?!\w)")
# What the matter is called with: "HIV positive", "insulin pump", "allergy season".
_CALLED_WITH = _compiled(
    r"[ -](?:positiv[eoa]?|negativ[eoa]?|pumps?|veins?|pills?|shots?|injections?|therap(?:y|ie)|treatment|attacks?|disorder|medication|meds|problems?|issues?|surgery|operation|syndrome?|scars?|tests?|pen|pumpe|patient(?:in)?|diabetes|infection|deficiency|disease|in remission|relapse|kidneys?|episodes?)(?!\w)"
)
_ALSO_CALLED = _compiled(r" (?:d[ei] )?(?:tipo|type|typ|stadium|stage|stade|grado|grade|grad) \w{1,3}(?!\w)")
_GOES_ON = STOPS | CALENDAR_WORDS
_HEBREW_OR_ARABIC = re.compile("[\u0590-\u07ff]")


def health_words(text: str, own: Collection[str]) -> Iterator[Span]:
    """``own`` are phrases of the business, in lower case: a "pregnancy massage" it offers is a service."""
    kept = [
        (at.start(), at.end()) for phrase in own for at in re.finditer(re.escape(phrase), text.casefold())
    ]
    plain = _plain(text)
    for span in _joined(plain, without_overlaps(_with_part_of_body(plain, found) for found in _found(plain))):
        if not any(start <= span.start and span.end <= end for start, end in kept):
            yield span


def _found(text: str) -> Iterator[Span]:
    if not _LETTERS.search(text):
        return
    for found in _EMERGENCIES.finditer(text):
        yield Span(EMERGENCY, found.start(), found.end())
    for found in _BEGINNING.finditer(text):
        yield Span(HEALTH, found.start(), found.end())
    if _HEBREW_OR_ARABIC.search(text):
        for found in _SEMITIC.finditer(text):
            yield Span(HEALTH, found.start(), found.end())
    for pattern in (_PLAINLY, _BY_ENDING, _MONTH_OF, _BROKEN_PART, _HURT_PART, _OPERATION_ON, _THEY_HAVE):
        for found in pattern.finditer(text):
            yield Span(HEALTH, found.start(), found.end())
    for frame in _SUFFERS.finditer(text):
        told = _WHAT_THEY_HAVE.match(text, frame.end())
        if told:
            yield Span(HEALTH, told.start(), told.end())
    for found in _ANYWHERE.finditer(text):
        yield Span(HEALTH, *_word_around(text, found.start(), found.end()))


def _joined(text: str, spans: list[Span]) -> Iterator[Span]:
    """Those that little stands between are one: "pills for depression"."""
    kept: list[Span] = []
    for span in spans:
        before = kept[-1] if kept else None
        if before and before.kind == span.kind == HEALTH and _LINK.fullmatch(text, before.end, span.start):
            kept[-1] = Span(HEALTH, before.start, span.end)
        else:
            kept.append(span)
    yield from kept


def _with_part_of_body(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    if behind := _PART_BEHIND.match(text, end):
        end = behind.end()
    if behind := _OF_WHICH_KIND.match(text, end):
        end = behind.end()
    if _NAMES_WHAT.search(text[start:end]) and (behind := _TO_WHAT.match(text, end)):
        end = behind.end()
        # "To tree nuts": the rest of what it is called.
        more = _NEXT_WORD.match(text, end)
        if more and (more["of"] or more["word"].casefold() not in _GOES_ON):
            end = more.end()
    is_pregnant = _PREGNANT.search(text[start:end])
    if (is_pregnant or _MEASURED.search(text[start:end])) and (behind := _DEGREE.match(text, end)):
        end = behind.end()
    if behind := _CALLED_WITH.match(text, end):
        end = behind.end()
    if behind := _ALSO_CALLED.match(text, end):
        end = behind.end()
    nearby = text[max(0, start - _LONGEST_PART) : start]
    what = _NAMES_WHAT.search(text[start:end]) and _AGAINST_BEFORE.search(nearby)
    before = what or _HOW_BAD.search(nearby) or (is_pregnant and _WEEK_BEFORE.search(nearby))
    if before:
        start -= len(nearby) - before.start()
    if before := _PART_BEFORE.search(text[max(0, start - _LONGEST_PART) : start]):
        start = max(0, start - _LONGEST_PART) + before.start()
    return Span(span.kind, start, end)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole word, of at most so many letters that a text without spaces costs no more than another."""
    longest = 40
    while start > 0 and end - start < longest and _LETTER.match(text[start - 1]):
        start -= 1
    while end < len(text) and end - start < 2 * longest and _LETTER.match(text[end]):
        end += 1
    return start, end
