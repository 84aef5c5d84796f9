"""Words for illness, pregnancy, injury, medicine and pain, by their stems and endings, in every language."""

from agent.privacy.health.patterns import compile_words, one_of

_EN = one_of(
    r"""(?:down|asperger|tourette)['’]?s?(?= syndrome)|pregnan|(?:i['’]m|am|we['’]re|is|she['’]s) expecting(?! (?:you|it|that|to|them))|(?:breast|lung|skin|colon|bowel|prostate|ovarian|blood|brain) cancer|trimester(?! of (?:the )?(?:school|year))|miscarri|abortion|breast ?feed|nursing mother|disease|illness|infect(?!ious laugh)|diagnos|medication|prescription|painkiller|blood thinner|antihistamin|
        surger|chemo(?!r)|cancer|stroke(?!s? of (?:luck|genius))|seizure|disab(?:led|ilit)|wheelchair|pacemaker|hearing aid|catheter|dialys|rehab(?!ilitat\w* of build)|vertigo|dizz|faint(?:ed|ing)|nausea|vomit|
        diarrh|constipat|fever|flu(?=\W|$)|covid|corona(?= |virus|$)|influenza|pneumon|chickenpox|shingles|measles|mumps|tonsil|concuss|whiplash|sprain|fractur|hernia|slipped (?:disc|disk)|
        herniated (?:disc|disk)|sciatic|varicose|ulcer|wound|stitches(?= (?:from|after|in my|out))|scar(?:s|red|ring)?(?=\W|$)|rash(?:es)?(?=\W|$)|hives|swollen|arthrit|gout|obes|overweight|stomach bug|kidney|liver (?:disease|problem|condition)|
        thyroid|anxiety|panic attack|ptsd|adhd|ocd(?=\W)|burn-?out|therapist for my|psychiatr|self-?harm|addict(?:ed|ion)|alcoholi(?:c|sm)|sober|menopaus|infertil|ivf(?=\W|$)|endometrios|pcos|hiv(?=\W|$)|aids(?= |$)|std(?=\W|$)|
        ms(?= patient| diagnosis| for years)|crohn|colitis|ibs(?=\W|$)|coeliac|lactose|haemophil|hemophil|anaem|immun(?:o(?:suppress|defic)|e (?:system|disease))|transplant|ill(?=\W|$)|sick(?=\W|$)|unwell|migrain|broken (?:arm|leg|wrist|ankle|foot|toe|rib|nose|hand|finger|collarbone|hip|bone)|
        (?:high|low) blood (?:pressure|sugar)|heart (?:condition|disease|problem|failure|trouble|murmur|surger\w*|operation|attack)|(?:back|neck|knee|hip|shoulder|foot|leg|arm|head|stomach|tooth|ear|chest|joint|muscle|pelvic|wrist|heel|elbow|belly|throat)[- ]?(?:pain|ache|problem|injur|operation|replacement|surger|condition)|
        (?:bad|sore|aching|painful|stiff|dodgy|injured|hurt|frozen|torn|pulled(?! back)|strained|trapped|pinched|dislocated) (?:back|neck|knee|hip|shoulder|foot|leg|arm|throat|wrist|ankle|heel|elbow|ligament|muscle|tendon|nerve|rotator|hamstring|achilles|meniscus|calf)|
        pain(?:s|ful)?(?=\W|$)|(?:hurts|aches)(?=\W|$)|injur|operation on my|(?:had|have|having|after|need) an? operation|sunburn|psych(?:osis|otic)|dementia|blind(?= |$)(?! date| spot| tasting)|hard of hearing|deaf(?=\W|$)|paralys|paralyz|numbness|tinnitus|rosacea|acne|hair loss from|alopecia|warts?(?=\W|$)|fung(?:us|al)"""
)
_DE = one_of(
    r"""krank(?!enkasse|enschwester|enpfleger)\w*|erkält|grippe|fieber|husten|schnupfen|übelkeit|erbrech|durchfall|verstopf|schwindel(?!frei)|ohnmacht|kreislauf|hochdruck|blutdruck|blutzucker|zucker ?krank|medikament|tabletten|
        operiert|operation|op(?= am| an| im| hinter| hatte)|verletz|bruch(?= am| im)|gebrochen|verstaucht|gezerrt|zerrung|bänderriss|kreuzbandriss|meniskus|leistenbruch|leisten ?bruch|hernie|wunde|narbe|ausschlag|pickel|
        akne|warze|pilz(?:infekt|erkrank)|nagelpilz|fußpilz|behinder|gehbehinder|gelähmt|lähmung|blind(?= |$)|gehörlos|schwerhörig|taub(?= |$)|stillen(?= |$)(?!d)|stille (?:noch|gerade|mein)|fehl ?geburt|abtreib|menstruation|periodenschmerz|
        kinderwunsch|depri|angststörung|panikattack|burn-?out|trauma\w*|ads(?=\W|$)|adhs|zwangsstör|suchtkrank|abhängig|alkoholik|entzug(?=\W|$)|hiv(?=\W|$)|aids(?=\W|$)|nierenstein|niereninsuff|gallenstein|leberzirr|
        verspann|verspannung|hexenschuss|tinnitus|ohrensausen|asthmatik|heuschnupfen|lungen ?(?:emboli|entz)|herzrasen|herzstolpern|magengeschwür|reizdarm|morbus|lactose|laktose|glutenunv|dialyse|demenz|nervenleiden|unwohl|(?:hals|kopf|bauch|zahn|kreuz|ohren|heim(?=x))weh|weh (?:im|am|tut)|tut (?:mir )?(?:so |sehr )?(?:der|die|das|mein\w*) \w+ weh|knieprobleme|rückenprobleme|hautprobleme|nackenprobleme|magenprobleme|risikoschwang"""
)
_FR = one_of(
    r"""enceinte|grossesse|fausse couche|avortement|ivg(?=\W|$)|accouch|attend(?:s|ons|re)? (?:un bébé|un enfant|des jumeaux)|post-?partum|j['’]allaite|allait|maladie|malade|malaise|grippe|fièvre|fievre|rhume|toux|angine|nausée|vomi(?:s|ssement|t)|diarrhée|vertige|tension (?:artérielle|élevée)|hypertension|médicament|traitement (?:médical|pour|contre)|comprimés|
        opér(?:é|ation)|chirurgie|bless(?:é|ure)|fractur|entorse|foulure|hernie|déchirure|tendinite|cicatrice|plaie|brûlure|éruption|urticaire|acné|verrue|mycose|handicap|fauteuil roulant|aveugle|sourd(?:e)?(?=\W|$)|malentendant|asmathi|paralys|
        règles douloureuses|ménopause|fiv(?=\W|$)|stérilité|angoisse|anxi(?:été|eux|euse)|crise de panique|burn-?out|trouble (?:bipolaire|alimentaire|anxieux|du)|tdah|dépendan(?:t|ce) (?:à|au)|alcoolique|sida(?=\W|$)|vih(?=\W|$)|cancer|avc(?=\W|$)|infarctus|calculs rénaux|insuffisance|
        mal(?= (?:au|aux|à la|à l['’]|de|à mon|partout))(?: (?:au|aux|à la|à l['’]|de|à mon) ?\w+)?|(?:me |lui )?f(?:ait|ont) (?:très |si |trop |un peu )?mal(?=\W|$)|douleur|courbature|dos bloqué|lumbago|torticolis|cystite|gastro(?=\W|$)|varice|zona(?=\W|$)|eczéma|syndrome (?:de |du |d['’])?\w+|maladie de \w+|pilule|pacemaker|prothèse|souffr\w* d(?:e|['’])"""
)
_ES = one_of(
    r"""embaraz|espero un (?:bebé|hijo)|aborto|lactancia|dando (?:el )?pecho|amamant|enferm(?!er[oa]s?(?=\W|$))|gripe|fiebre|resfri|catarro|constipad|náuseas|nauseas|vómit|vomit|diarrea|mareo|maread|tensión (?:alta|baja|arterial)|presión (?:alta|baja|arterial)|azúcar alt|medicament|medicación|pastillas|tratamiento (?:médico|para|contra)|
        operad|operaci[óo]n|operaron|cirug|lesi[óo]n|lesionad|fractur|esguince|hernia|desgarro|tendinitis|contractura|cicatriz|herida|quemadura|sarpullido|urticaria|acné|verruga|hongos|discapaci|minusv|silla de ruedas|cieg[oa](?=\W|$)|sord[oa](?=\W|$)|paralí|regla dolorosa|
        menopausia|fertilidad|ansiedad|ataques? de pánico|depre(?=\W|$)|s[íi]ndrome (?:de |del )?\w+|trastorno|tdah|adict|alcohólic|sida(?=\W|$)|vih(?=\W|$)|cáncer|cancer|ictus|infarto|cálculos (?:renales|biliares)|dolor|duele\w*(?: (?:mucho )?(?:el|la|los|las|un) \w+)?|dolid|(?:roto|torcido|fracturado|dislocado) (?:el|la|un|una) \w+|me encuentro mal|me siento mal|lumbalgia|jaqueca|varices|herpes|culebrilla|marcapasos|celíac|intolerante"""
)
_IT = one_of(
    r"""incinta|aspetto un (?:bambino|figlio)|gravidanza|gestant|aborto|allatt|malatti|malat[oaie](?=\W|$)|influenza|febbre|raffredd|tosse|nausea|vomit|diarrea|vertigin|capogir|pressione (?:alta|bassa)|glicemia|diabete|farmac(?!ia)|medicin(?:a|e|ali)(?=\W|$)|pastiglie|compresse|
        operat[oa](?= |$)|operazione|intervento (?:chirurg|al|alla|all['’])|infortun|ferit[oa](?=\W|$)|frattur|rott[oa] (?:un|il|la|una) \w+|distorsione|slogat|ernia|strappo muscolare|tendinite|contrattura|cicatric|ustion|eruzione cutanea|orticaria|acne|verruc|micosi|disabil|invalid|sedia a rotelle|ciec[oa](?=\W|$)|sord[oa](?=\W|$)|
        paralis|ciclo doloroso|menopausa|fecondazione|ansia(?=\W|$)|attacchi di panico|attacco di panico|depress|sindrome (?:di |del |dello )?\w+|disturbo|dipendenza|alcolist|hiv(?=\W|$)|aids(?=\W|$)|cancro|tumore|ictus|infarto|calcoli|insufficienza|mal di (?:schiena|testa|gola|denti|pancia|stomaco|collo|orecchi\w*)|(?:mi |gli |le )?fa(?:nno)? male(?: (?:il|la|lo|i|le|un) \w+)?|
        dolor[ei](?=\W|$)|dolorant|sto male(?=\W|$)|cervicale|sciatalgia|colpo della strega|vene varicose|fuoco di sant|celiac|intollerant|lattosio"""
)
_HE = one_of(
    r"""(?!כחול)[והבלמשכ]{0,3}(?:הריון|היריון|הרה|מניקה|הנקה|הפלה|אנדומטר\w*|(?:פרק|ירך|ברך|מסתם)(?:\s+[א-ת]+)?\s+מלאכותי\w*|סוכרת|סכרת|סוכרתי\w*|אסתמה|אסטמה|אפילפסיה|סרטן|גידול\w*|לוקמיה|כימותרפיה|הקרנות|אלרגי\w*|אלרגיה|רגישות|לחץ\s+דם(?:\s+(?:גבוה|נמוך))?|מחל(?:ה|ת|ות)\w*|חול(?:ה|ים|ת)|חולי|חליתי|שפעת|קורונה|חום\s+גבוה|
        הצטננ\w*|צינון|בחיל\w*|הקא\w*|שלשול\w*|סחרחור\w*|תרופ\w*|כדורים|אנטיביוטיקה|מדלל\w*\s+דם|ניתוח\w*(?:\s+(?:קיסרי|לב|גב|עיניים|פלסטי|בלון))?|נותחתי|פציע\w*|נפצעתי|פצוע\w*|שבר|שברתי(?:\s+את)?(?:\s+ה\w+)?|נקע|פריצת\s+דיסק|דיסק|דלק\w+|צלק\w+|פצע\w*|כווי\w+|פריחה|אקנה|פסוריאזיס|אקזמה|אטופיק\s+דרמטיטיס|יבלות|פטרי\w+|נכ(?:ה|ות)|
        כי?סא\s+גלגלים|עיוור\w*|חירש\w*|משותק\w*|דיכאון|חרד(?:ה|ות|תי\w*)|התקפי?\s+(?:חרדה|פאניקה|לב)|פוסט\s+טראומ\w*|הפרעת?\s+\w+|אוטי\w+|התמכר\w*|אלכוהוליסט\w*|איידס|hiv|שבץ|אירוע\s+מוחי|בעי(?:ה|ות)\s+לב|קוצב|כאב\w*(?:\s+(?:גב|ראש|בטן|ברכיים|שיניים|צוואר))?|כואב\w*(?:\s+ל(?:י|ה|ו|נו)(?:\s+ה\w+)?)?|מיגרנ\w+|
        צליאק\w*|לקטוז|הפרש\w*|גיל\s+המעבר|טיפולי?\s+פוריות|תת.?פעילות|בלוטת\s+ה?תריס|אנמיה|דלקת\s+\w+|ורידים|סיאטיקה|טרשת\s+נפוצה|פרקינסון|אלצהיימר|דמנציה|אינסולין|קורטיזון|פרקים\s+דלקת\w*|פיברומיאלגיה|נגיף|זיהום)"""
)
_AR = one_of(
    r"""[وفبلك]{0,2}(?:ال)?(?:حامل|حوامل|حمل(?:ي|ها)|مرضع|أرضع|رضاعة|إجهاض|سكري|السكر|ربو|الربو|صرع|سرطان|ورم|أورام|لوكيميا|كيماوي|كيميائي|حساسي\w*|متحسس\w*|ضغط\s+(?:دم|الدم|مرتفع|منخفض|عالي)(?:\s+(?:مرتفع|منخفض|عالي))?|مرض\w*|مريض\w*|أمراض|إنفلونزا|انفلونزا|كورونا|حمى|حرارة\s+مرتفعة|زكام|
        رشح|سعال|غثيان|تقيؤ|إسهال|اسهال|دوخة|دوار|دواء|أدوية|ادوية|حبوب\s+\w+|مضاد\w*(?:\s+حيوي\w*)?|مميع\w*(?:\s+الدم|\s+دم)?|أنسولين|انسولين|كورتيزون|عملي(?:ة|ات)\s+(?:جراحية|في|بال|ب\w+|قلب)|جراحة|إصابة|اصابة|بطانة\s+(?:الرحم\s+)?(?:ال)?مهاجرة|(?:مفصل|ورك|ركبة|صمام)(?:\s+[ء-ي]+)?\s+صناعي\w*|مصاب\w*(?:\s+ب[ء-ي]{3,})?|خرف|كسر|مكسور\w*|التواء|تمزق|فتق|انزلاق(?:\s+غضروفي)?|ديسك|التهاب\w*(?:\s+\w+)?|ندبة|
        جرح\w*|حروق|طفح|أكزيما|اكزيما|صدفية|حب\s+الشباب|ثآليل|فطريات|إعاقة|اعاقة|معاق\w*|كرسي\s+متحرك|أعمى|كفيف\w*|أصم|شلل|مشلول\w*|اكتئاب|إكتئاب|قلق\s+نفسي|نوب(?:ة|ات)\s+\w+|صدمة\s+نفسية|توحد|إدمان|مدمن\w*|إيدز|ايدز|جلطة|سكتة|قلب\s+(?:مريض|ضعيف)|مشاكل\s+(?:في\s+القلب|قلبية|صحية)|بطارية\s+قلب|
        ألم|الم|آلام|أوجاع|وجع|صداع(?:\s+نصفي)?|الصداع\s+النصفي|شقيقة|(?:\w+\s+)?(?:يؤلم|تؤلم|يوجع|توجع|بيوجع|بتوجع|عم\s+يوجع)\w*(?:\s+ال\w+)?|دوالي|عرق\s+النسا|سيلياك|لاكتوز|سن\s+اليأس|علاج\s+العقم|غدة\s+درقية|غدة|فقر\s+دم|تصلب(?:\s+لويحي)?|باركنسون|زهايمر|روماتيزم|هشاشة|عدوى|فيروس)"""
)
# Wherever in a word they stand: "Nussallergie", "Rückenschmerzen", "hypothyroidism", "gastroenteritis".
ANYWHERE = compile_words(
    one_of(
        r"""allerg|eclamps|eklamps|éclamps|polycyst|polyzyst|policíst|policist|polykyst|poliquíst|immunosup|immunocomp|immunschw|immunodep|immunodép|inmunodep|fertilit|fertilid|infertil|fécondation|fecondazion|kinderwunschbeh|rosac[eé]|rosaze|rosáce|alopec|vitilig|couperos|kuperos|seborr|seborh|follicul|folikul|folicul|keratos|queratos|impetig|impétig|divertic|divertik|pankreat|pancreat|hashimoto|basedow|sjögren|raynaud|meni[eè]re|hodgkin|crohn|alérg|alèrg|diabet|diabèt|epiless|asthm|asma(?!r)|epilep|épilep|schmerz|krebs(?!tier)|karzinom|carcinom|tumor|tumeur|leuk[aä]m|leucém|leucem|lymphom|melanom|
        entzünd|bandscheib|schwanger|krankheit|erkrank|neurodermi|psoriasi|schuppenflecht|dermatit|arthrit|arthros|artrit|artros|rheuma|rhumat|reumat|
        migr[aä]ne|migraine|migrañ|emicran|depress(?!ur)|dépressi|hepatit|hépatit|epatit|bronchit|bronquit|gastrit|sinusit|zystit|cystit|thrombos|trombos|tromboflebit|thyroid|thyroïd|tiroid|
        schilddrüs|chemother|chimioth|quimioter|chemioter|radiother|radioter|strahlenther|antibioti|antidepress|blutverdünn|anticoagul|bluthochdruck|hypertens|hypertonie|ipertens|hipertens|
        herzinfarkt|schlaganfall|herzschrittmacher|herzfehler|hörgerät|rollstuhl|inkontinen|incontinen|hämorrh|hemorrh|hémorr|emorroid|endometri|osteopor|fibrom[iy]al|skoliose|scolios|escolios|
        sklerose|sclerosis|sclérose|esclerosis|sclerosi|parkinson|alzh[eé]imer|schizophren|schizophr|esquizofr|schizofren|bipolar|bipolaire|borderline|anorexi|anoressi|bulimi|bulimie|magersucht|
        unverträglichkeit|intoleran(?!z\b)|autis[mt]|trisomi|syndrom|zöliak|coeliac|celiac|cœliaque|celíac|ekzem|eczema|eczéma|ezcema|
        prothes|prothès|prótesis|protesi(?!\w)|fehlgeburt|narkose|chirurg|psychopharmak|wechseljahr|ménopaus|menopaus|allaitement|gehirnerschütter|pneumoni|anämie|anaemi|anemia|anémie|
        neuropath|neuropat|apnoe|apnea|apnée|lupus|ischias|sciatica|sciatique|ciática|sciatica|hexenschuss|lumbago|lombalgi|lombago|zervikal|cervical(?:gi|e\b)|embarazad|schmerzmittel|
        herzkrank|herzproblem|herzrhythm|nasenneben|querschnitt|amputi|amputa|gürtelrose|herpes|chlamyd|gonorr|syphilis|sífilis|tubercul|tuberk|cholester|colester|dement|demenci|malaria|salmonel|varicela|varicell|röteln|
        krampfader|varikose|varices|vena varicos|lipödem|lymphödem|lymphoed|(?<!p)ödem(?!\w*haus)|oedème|edema(?!in)|cortison|kortison|cortiso|insulin|ibuprofen|paracetamol|metformin|ritalin|prozac|sertralin|lithium"""
    ),
)
# At the beginning of a word, with any ending.
BEGINNING = compile_words(
    rf"(?<!\w)(?=[^\W\d_])(?:{_EN}|{_DE}|{_FR}|{_ES}|{_IT})\w*",
)
SEMITIC = compile_words(
    rf"(?<!\w)(?=[^\W\d_])(?:{_HE}|{_AR})(?!\w)",
)
# Told plainly, in each language: parasites, casts and crutches, births by operation, the names medicines are
# sold under.
PLAINLY = compile_words(
    r"(?<!\w)(?:(?:head ?)?lice|stutters?|slurs?(?: (?:my|his|her) \w+)?|d ?& ?c(?= (?:in|last|after|on))|stillb(?:irth|orn)|ectopic(?: pregnancy)?|beta[- ]?block\w+|water retention|trying (?:for a baby|to conceive)|nits|scabies|ringworm|cold sores?|c[- ]?sections?|caesarean|cesarean|cesarian|crutch(?:es)?|(?:in|wearing|with) a (?:plaster )?cast|walking boot|neck brace|stents?|biops(?:y|ies)|keloids?|vitiligo|impetigo|cataracts?|glaucoma|insomnia|narcoleps\w+|long covid|carpal tunnel|frozen shoulder|hysterectomy|vasectomy|colonoscop\w+|appendix out|(?:ivf|hormone|fertility) treatment|hormone therapy|post-?partum|nursing(?= (?:my|a|the|right|at))|blood (?:clots?|pressure)|hair loss|bald patch(?:es)?|seizures?|stammer|dyslexi\w+|tourettes?|"
    r"l[äa]use|stotter\w*|lallt|nuschelt|ausschabung|kürettage|(?:schwangerschafts)?abbruch(?= (?:im|hinter|vor|gehabt|in der))|abtreibung|sternenkind\w*|eileiterschwangerschaft|polypen|laeuse|betablocker|hallux|hörhilfe|kopfl[äa]use|nissen|krätze|kaiserschnitt\w*|krücken?|gips(?:bein|arm)?(?!karton)|schiene(?= am| an)|herpes|lippenherpes|haarausfall|katarakt|grauer star|glaukom|schlafstörung\w*|hausstaub\w*|magen-darm\w*|scharlach|windpocken|keuchhusten|mittelohr\w*|steißbein\w*|hämatom\w*|blutgerinnsel|stützstrümpfe|spirale|wochenbett|zyste\w*|myom\w*|"
    r"poux|bégaie\w*|bégaye\w*|ivg|avortement|curetage|fausse[- ]couche|aspiration(?= après)|lentes|b[êe]ta-?bloquants?|appareils? auditifs?|chimio|gale|césarienne|cesarienne|béquilles?|plâtre(?= (?:au|à|depuis|sur))|dans le plâtre|plâtrée?|attelle|minerve|pelade|chute de cheveux|insomnies?|cataracte|glaucome|hémorroïdes|varicelle|scarlatine|otite|kyste|fibrome|caillot|phlébite|stérilet|"
    r"piojos|tartamude\w+|legrado|raspado|aborto|quimio|liendres|sarna|cesáreas?|muletas|escayola\w*|enyesad[oa]|férula|collarín|calvicie|caída del (?:pelo|cabello)|insomnio|cataratas|glaucoma|hemorroides|varicela|escarlatina|otitis|quistes?|miomas?|trombo\w*|gastroenteritis|posparto|puntos(?= en (?:la|el))|"
    r"pidocchi|balbetta\w*|raschiamento|chemio|lendini|scabbia|(?:parto )?cesareo|stampelle|ingessat[oa]|gesso(?= (?:al|alla))|tutore|collare|alopecia|insonnia|cataratta|glaucoma|emorroidi|varicella|scarlattina|otite|cisti|fibroma|trombo\w*|post ?parto|"
    r"[הבלמו]{0,2}(?:גרידה|מגמגמת?|הפלה טבעית|פוליציסט\w*|הפרעת קשב|קשב וריכוז|היפראקטיב\w*|כינים|ביצי כינים|גרדת|קיסרי|ניתוח קיסרי|קביים|גבס|סד|צנתור|ביופסיה|קרחת|נשירה|נשירת שיער|קטרקט|גלאוקומה|טחורים|אבעבועות|דלקת אוזניים|ציסטה|קריש דם|אחרי לידה|נדודי שינה|ויטיליגו|אלופציה|פרוביוטיקה|מחלת הנשיקה)|"
    r"[والبف]{0,3}(?:كحت|تنظيف رحم|كورتاج|[يبت]{0,2}تأتئ|تأتأة|فرط (?:ال)?(?:حركة|نشاط)|(?:نقص|تشتت|قصور) (?:ال)?انتباه|قمل|صيبان|جرب|قيصرية|ولادة قيصرية|عكاز\w*|جبس|جبيرة|ثعلبة|تساقط (?:ال)?شعر|صلع|أرق|مياه بيضا|بواسير|جدري|كيس(?: على المبيض)?|تكيس\w*|جلطة|بهاق|نفاس|فطر|جفاف)|"
    r"(?:ro)?accutane?|accutan|lovenox|isotretin\w+|xanax|zoloft|cipralex|lexapro|prozac|seroquel|abilify|ozempic|wegovy|mounjaro|saxenda|ventolin\w*|concerta|elvanse|vyvanse|adderall|medikinet|lyrica|eliquis|xarelto|marcumar|sintrom|coumadin|plavix|euthyrox|levothyrox|eutirox|l-thyroxin|thyronajod|doliprane|dafalgan|efferalgan|nurofen|voltaren\w*|novalgin|nolotil|enantyum|tachipirina|humira|enbrel|viagra|cialis|methotrexat\w*|tamoxif\w+|letrozol\w*|finasterid\w*|minoxidil|spironolact\w*|clomid|lamictal|depakin\w*|tegretol|keppra|tavor|valium|diazepam|trankimazin|lexotan\w*|rivotril|stilnox|imodium|omeprazol|pantozol|nexium|insulin\w*|aspirin[ea]?|kortison\w*|prednis\w+|hydrocortis\w*|symbicort|lithium|methadon\w*|subutex|"
    r"ציפרלקס|לוסטרל|פרוזק|רקוטן|רואקוטן|ריטלין|קונצרטה|אלטרוקסין|קומדין|אליקוויס|קרדילוק|נורופן|אקמול|אופטלגין|ונטולין|אוזמפיק|ויאגרה|סרוקוול|קלונקס|"
    r"روأكوتان|رواكتان|روكتان|بروزاك|زاناكس|سيبرالكس|أوزمبك|اوزمبك|فنتولين|وارفارين|بنادول|اسبرين|أسبرين|ثيروكسين|ميتفورمين|كونكور|ريتالين)(?!\w)",
)
# The nature of a word shows in how it is made: diseases and operations by their endings, medicines by the
# stems of their international names.
BY_ENDING = compile_words(
    r"(?<!\w)(?!\w{1,6}mitis(?!\w)|nostalgi|sympath|empath|antipath|telepath)[^\W\d_]{2,24}(?:itis|[^n\W]algi[ae]s?|plegi[ae]|ectom(?:y|ie|ia|ía)|(?:neuro|myo|myélo|retino|nephro|nefro|cardio|entero|dis[ck]o)pat\w+|"
    r"rrh(?:ea|ö|ée)|[äae]mie|émie|glyc[eé]mi\w*|sklerose|trophi[ae]|"
    r"cillin[ae]?|mycin[ae]?|oxacin[aoe]?|profen[eo]?|sartan[o]?|olol[o]?|statin[ae]?|prazol[eo]?|zepam|zolam|ox[eé]tin[ae]?|farin[ae]?|grel|parin[ae]?|gliptin[ae]?|formin[ae]?|triptan[o]?|setron|olimus|tinib|umab|zumab|cortisone?|thyroxin[e]?|[mv]otrigine?|gabalin|dipine?|caine?|coxib|azine?|[^p\W]pril[e]?|pram|dipin[oe]?|afil[o]?|(?:ip|am)?tylin[e]?|triptilin[ae]|lukast|terol|prednis\w+|thiazid\w?|semid[ea]?|gliflozin[ea]?|glutid[ea]?|[^\W]{3}vir|dronat\w*|setin[ae]?|peridon[e]?|tiapin[ae]?|azepam|tretino[ïi]n[ae]?|conazol[eo]?|dazol[eo]?|"
    r"plast(?:y|ik|ie|ia|ica|iche)|scop(?:y|ie|ia|ía)|suction|suzione|succión)(?!\w)",
)
