"""Illness told by its story and not by its name: what somebody can no longer do, what they lack, what they
stopped taking, what they wait for, and a child on its way. Small closed classes of each language, put
together by its grammar.
"""

from agent.privacy.health.body import PART
from agent.privacy.health.patterns import compile_words, of_each_script

_REST = r"(?: (?!(?:on|at|am|um|today|tomorrow|heute|morgen|demain|mañana|domani|היום|מחר|اليوم|and|so|but|because|can|could|would|please|und|aber|kann|also|bitte|et|mais|donc|y|pero|e|ma|per|אז|אבל|אפשר|و|بس|لكن|ممكن)(?!\w))[\w'’]+){0,3}"
_MY = r"(?:my|the|his|her|their|both|mein\w*|sein\w*|ihr\w*|den|die|das|beide|le|la|les|mon|ma|mes|son|sa|l['’]|el|los|las|mi|mis|su|il|lo|gli|i|mio|mia|את|ה|ال)"
_OF_BODY = rf"(?:(?:{_MY}) ?){{0,2}}(?:left |right |linke[nr]? |rechte[nr]? |ganze[nr]? )?[הבל]{{0,2}}(?:ال)?{PART}(?!\w)"
# What a healthy body does without a thought; behind a word for "cannot" nothing else is meant. What may be
# said of an appointment too ("I can't move it") needs a part of the body.
_CANNOT = {
    "en": (
        r"(?:can['’]?t|cannot|can not|can (?:hardly|barely|no longer)|could(?:n['’]?t| not| hardly| barely)|unable to|not able to|(?:have|has|had|having) (?:trouble|difficulty|problems)|struggl\w+ (?:to|with)|(?:find|found) it hard to|(?:is|it['’]s) hard (?:for (?:me|him|her) )?to|no longer able to|stopped being able to|don['’]?t|doesn['’]?t)(?: (?:really|properly|even|fully|actually|yet|still|always))?",
        r"climb(?:ing)?|walk(?:ing)?|(?:manage|manag\w+|do|handle|cope with|use|take|face) (?:the |any |many )?(?:stairs|steps|walking|escalators?)|(?:get |to )?(?:dress(?:ed)?|wash(?:ed)?|bathe|shower|feed) (?:myself|himself|herself|alone)|go (?:anywhere|out) alone|leave the house|bend(?:ing)?(?: down| over)?|kneel(?:ing)?|squat(?:ting)?|sleep(?:ing)?(?! in)|swallow(?:ing)?|chew(?:ing)?|get(?:ting)? (?:up|down|out of bed|upstairs|up stairs|in and out)|lie (?:down|flat|on)|sit(?:ting)? (?:up|down|for long|still|long)|stand(?:ing)? (?:up|for long|long)|(?:the )?(?:stairs|steps)|hear (?:well|anything|properly|you|on)|see (?:well|properly|anything|out of)|speak properly|tie my shoes|hold (?:a|my) \w+",
        r"lift|get(?! (?:my|our) heads? a?round)|put|hold|reach with|keep|lean|rest|raise|move|turn|bend|straighten|stretch|use|feel|put (?:any )?weight on|close|open|grip with",
    ),
    "de": (
        r"(?:kann|konnte|kannst|können|könnte|schaff\w*|komm\w*|krieg\w*|darf|fällt)(?: (?:ich|er|sie|es|mir|ihm|ihr|man|mich|wir))?(?: (?:\w+ ){0,3}?)?(?:nicht|kaum|nur schwer|schlecht|schwer|keine[nr]?)(?: (?:mehr|noch|so|gut|richtig|lange|länger|allein\w*|ohne hilfe|gerade))*",
        r"(?:die |keine )?treppen?(?: \w+){0,2}|stufen(?: \w+)?|laufen|gehen(?= (?:ohne|mit)|$|[.,])|stehen|sitzen|liegen|schlafen|schlucken|kauen|bücken|knien|hocken|aus dem bett|aus dem haus|(?:sich |mich )?(?:allein\w* )?(?:anziehen|waschen|duschen)|aufstehen|hören|sehen|sprechen|greifen|anziehen|auftreten|sich bücken",
        r"heben|anheben|bewegen|drehen|beugen|strecken|benutzen|spüren|belasten|schließen|öffnen",
    ),
    "fr": (
        r"(?:(?:je |j['’]|il |elle |on )?(?:n['’]?e? ?)?(?:arriv\w+|peux|peut|peuvent|sai[st]|parvien\w+) (?:plus|pas|même plus|à peine|guère)(?: (?:trop|vraiment|bien))?(?: à| de)?|(?:j['’]ai |il a |elle a |avoir )?du mal à|incapable de|sans pouvoir)",
        r"(?:me |m['’]|se |s['’])?(?:marcher|déplacer|habiller|laver|sortir (?:seule?|de)|monter(?: \w+){0,2}|descendre(?: \w+){0,2}|baisser|pencher|agenouiller|accroupir|dormir|avaler|mâcher|asseoir|lever du lit|relever|tenir debout|rester (?:assise?|debout)|entendre|voir|parler|allonger)",
        r"lever|plier|bouger|tourner|tendre|utiliser|sentir|poser|fermer|ouvrir",
    ),
    "es": (
        r"(?:(?:ya |casi )?no (?:me )?(?:pued[oe]n?|consigo|logro|pude|aguant[oa])|(?:apenas|casi no) (?:puedo|puede)|me cuesta(?: mucho)?|le cuesta(?: mucho)?|incapaz de|sin poder)",
        r"(?:caminar|andar|desplazar\w*|vestir\w*|bañar\w*|valer\w*|salir (?:sol[oa]|de casa)|mover(?:me|se)|subir(?: \w+){0,2}|bajar(?: \w+){0,2}|agachar\w*|arrodillar\w*|dormir|tragar|masticar|sentar\w*|levantar\w*(?! (?:la|el|los|las))|estar de pie|estar sentad[oa]|ponerme de pie|oír|ver bien|hablar|tumbar\w*)",
        r"levantar|doblar|mover|girar|estirar|usar|sentir|apoyar|cerrar|abrir",
    ),
    "it": (
        r"(?:(?:quasi )?non (?:riesc[oe]|poss[oa]|può|ce la faccio)(?: (?:più|quasi|bene|nemmeno|neanche))*(?: a)?|(?:faccio|fa|fatto) (?:molta )?fatica (?:a|con)|a stento|non mi riesce(?: di)?)",
        r"(?:camminare|muover(?:mi|si)|vestir(?:mi|si)|lavar(?:mi|si)|uscire (?:da sol[oa]|di casa)|fare le scale|salire(?: \w+){0,2}|scendere(?: \w+){0,2}|piegarmi|chinarmi|inginocchiarmi|dormire|deglutire|masticare|sedermi|stare (?:seduta?|in piedi|sedut[oa])|alzarmi|sentire|sentirci|vedere|vederci|parlare|sdraiarmi|le scale)",
        r"alzare|sollevare|piegare|muovere|girare|stendere|usare|sentire|appoggiare|chiudere|aprire",
    ),
    "he": (
        r"(?:(?:אני |הוא |היא )?(?:כבר )?(?:לא|בקושי|כמעט לא) (?:כל כך )?(?:מצליח(?:ה)?|יכול(?:ה)?|מסוגל(?:ת)?|הצלחתי)?|קשה (?:לי|לו|לה)|מתקש(?:ה|ים)|אין לי כוח)",
        r"(?:ללכת|להתלבש|להתקלח|לצאת מהבית|לעלות(?: \w+){0,2}|לרדת במדרגות|להתכופף|לכרוע|לישון|לבלוע|ללעוס|לשבת|לעמוד|לקום(?: \w+){0,2}|שומע\w*|רואה טוב|לשמוע|לראות|לדבר|לנשום|לדרוך|מדרגות|במדרגות|הולכת? טוב)",
        r"להרים|להזיז|לכופף|ליישר|לסובב|להשתמש ב|להרגיש|לסגור|לפתוח",
    ),
    "ar": (
        r"(?:(?:ما|مش|مو|لا|لم|ماعاد|معاد)(?: (?:عم|عاد|بقيت|صرت|بعرف))?(?: ?(?:ب|أ|ا|ي|ت)?(?:قدر|أقدر|اقدر|يقدر|تقدر|استطيع|أستطيع|يستطيع|تستطيع|فيني|فيه|فيها|اعرف)\w{0,3})?|بالكاد|بصعوبة|صعب علي|عندي صعوبة (?:في|ب)|ما عدت)(?: (?:أن))?",
        r"(?:(?:ا|أ|ي|ت|ب|ال)?(?:لبس|ألبس|البس|تحرك|اتحرك|أتحرك|طلع من البيت|اطلع من البيت|مشي|امشي|أمشي|يمشي|تمشي|المشي|طلع (?:على |ع )?(?:ال)?درج|اطلع (?:على )?(?:ال)?درج|أطلع (?:على )?(?:ال)?درج|صعود (?:ال)?درج|وقف|اوقف|أوقف|الوقوف|نام|أنام|انام|النوم|بلع|ابلع|الأكل منيح|انحني|الانحناء|اقعد|أقعد|الجلوس|اسمع|أسمع|يسمع|تسمع|السمع|اشوف|أشوف|اتنفس|احكي منيح))",
        r"ارفع|أرفع|يرفع|احرك|أحرك|يحرك|اثني|أثني|الف|أستخدم|استعمل|احس ب",
    ),
}
_INABILITY = of_each_script(
    {
        language: rf"{cannot} (?:(?:{acts})(?!\w){_REST}|(?:{with_body})(?!\w)(?: (?:up|down|mehr|plus|más|più))? ?{_OF_BODY}{_REST}|{_OF_BODY}(?: (?:nicht|kaum|mehr|richtig|noch|nur schwer)){{0,3}} (?:{with_body})(?!\w))"
        for language, (cannot, acts, with_body) in _CANNOT.items()
    }
)
# "Darf den Fuß nicht belasten": the verb stands last.
_VERB_LAST = rf"(?:kann|darf|soll|konnte|könnte)(?: (?:ich|er|sie|man))? {_OF_BODY} (?:nicht|kaum|noch nicht|nur schwer)(?: \w+){{0,1}} (?:{_CANNOT['de'][2]})"
_LACK = rf"(?:missing|lost|born without|lost the use of|(?:mir |ihm |ihr )?fehl(?:en|t)(?: mir| ihm| ihr)?|verloren|(?:il )?(?:me|lui) manque|perdu|(?:me|le) falta|perd[íi]|(?:mi|gli|le) manca|perso|חסר(?:ה)? ל(?:י|ו|ה)|קטוע|فاقد|ناقص\w*|مبتور\w*) (?:(?:one|an?|two|three|zwei|drei|deux|trois|dos|tres|due|tre|ein\w*|un|une|una|uno) )?{_OF_BODY}(?: \w*(?:left|right|links|rechts|gauche|droite|izquierd\w|derech\w|sinistr\w|destr\w|ימין|שמאל))?"
_SENSES = (
    r"hard of hearing|hearing impaired|visually impaired|partially sighted|registered blind|non-?verbal|wheelchair user|on the (?:autism )?spectrum|neurodiver\w+|special needs|down['’]?s|"
    r"hör(?:geschädigt|behindert|schwach)\w*|seh(?:behindert|schwach|geschädigt)\w*|im (?:autismus-?)?spektrum|(?:schwer|geh|seh|hör|geistig )behindert\w*|pflegegrad \w+|"
    r"mal[- ]?voyant\w*|mal[- ]?entendant\w*|non[- ]voyant\w*|à mobilité réduite|(?:sur le|dans le) spectre(?: autistique)?|en situation de handicap|"
    r"deficien\w+ (?:visual|auditiv\w)|movilidad reducida|(?:en|dentro de) el espectro(?: autista)?|dependiente grado \w+|(?:oye|ve) (?:mal|poco|fatal)|"
    r"ipo(?:vedent|udent|acusi)\w*|non vedent\w*|non udent\w*|nello spettro(?: autistico)?|mobilità ridotta|non autosufficient\w*|"
    r"כבד(?:ת|י)? (?:שמיעה|ראייה)|לקו(?:ת|י) (?:שמיעה|ראייה|למידה)|על ה?(?:רצף|ספקטרום)(?: האוטיסטי)?|צרכים מיוחדים|מוגבל(?:ת|ות)?(?: ב?תנועה)?|"
    r"(?:ضعف|ضعيف|ضعيفة|ثقيل|ثقل|قلة|نقص)(?: في)? (?:ال)?(?:سمع|نظر|بصر|حركة)\w?|طيف (?:ال)?توحد|ذوي (?:ال)?احتياجات|احتياجات خاصة|"
    r"dys(?:prax|lex|calcul|phas|graph|orthograph)\w+|legasthen\w+|dislex\w+|disles\w+|disprax\w+|דיסלק\w+|דיסקלקוליה|(?:عسر|صعوبات) (?:ال)?(?:قراءة|تعلم)|adhs?|tdah?"
)
_SUBSTANCE = (
    r"alcohol|drinking|drink|booze|smoking weed|drugs?|coke|cocaine|heroin|opioids?|pills|gambling|alkohol|trinken|drogen|kokain|tabletten|alcool|boire|drogue|cocaïne|héroïne|"
    r"beber|droga|cocaína|heroína|pastillas|alcol|bere|cocaina|eroina|אלכוהול|שתי(?:יה|ה)|סמים|כדורים|קוקאין|(?:ال)?(?:كحول|شرب|مخدرات|حبوب|كوكايين|حشيش)"
)
_FOR_SO_LONG = r"(?: (?:for |seit |depuis |desde (?:hace )?|da |(?:כבר )?|من )?(?:(?:\d{1,3}|an?|[^\W\d_]{2,10}) )?(?:days?|weeks?|months?|years?|tage\w*|wochen|monate\w*|jahre\w*|jours|semaines|mois|ans|días|semanas|meses|años|giorni|settimane|mesi|anni|ימים|שבועות|חודשים|שנים|شهور|أشهر|سنين|سنوات|سنة)(?: (?:sober|clean|now|sauber|trocken))?)?"
_SOBER = (
    rf"(?:(?:been |i['’]m |am |is )?(?:sober|(?:stone )?cold sober|clean and sober|clean(?= (?:for|since|\w+ (?:months|years)))|teetotal|in recovery|a recovering \w+|recovering \w+|in rehab|in aa|off the (?:booze|drink|bottle|drugs|pills))|(?:quit|gave up|stopped|kicked|off|came off|addicted to|hooked on|without|withdrawal from) (?:the )?(?:{_SUBSTANCE})|haven['’]?t (?:had a drink|drunk|touched a drop|used)|"
    rf"trockene[rnsm]? \w+|(?:bin |ist )(?:seit \w+ \w+ )?trocken(?= (?:seit|und))|trocken(?= seit)|clean seit|ohne (?:{_SUBSTANCE})|keinen? (?:tropfen|alkohol)(?: mehr)?|aufgehört (?:mit (?:dem )?)?(?:{_SUBSTANCE})|vom (?:{_SUBSTANCE}) (?:los|weg)|auf entzug|"
    rf"(?:sans|arrêté(?: de| la| l['’]| le)?|sevrée? d\w+|sevrage(?: d\w+)?|décroché d\w+|abstinent\w*|sobre(?= depuis)) ?(?:{_SUBSTANCE})?(?<=\w\w\w\w\w)|"
    rf"(?:\w+ \w+ )?sin (?:{_SUBSTANCE}|probar (?:gota|el alcohol))|(?:dej[eéó]|he dejado|dejado|dejando) (?:de |la |el |las )?(?:{_SUBSTANCE})|desenganchad\w+|sobri[oa](?= desde| hace)|en desintoxicación|"
    rf"(?:\w+ \w+ )?senza (?:{_SUBSTANCE})|(?:smesso|chiuso) (?:di |con )?(?:la |l['’]|il |le )?(?:{_SUBSTANCE})|sobri[oa](?= da)|(?:in|dopo la) (?:comunità|disintossicazione)|"
    rf"(?:נקי(?:יה|ה)?|התנקיתי|נגמלתי|גמילה|הפסקתי|גמול(?:ה)?) ?(?:מ|את ה?|עם ה?|לשתות)? ?(?:{_SUBSTANCE})?(?<=\w\w\w\w)|בגמילה|"
    rf"(?:بطلت|تركت|وقفت) (?:{_SUBSTANCE})|(?:اقلعت عن|أقلعت عن|متعافي(?:ة)?(?: من)?|تعافيت من|تعافي من|نظيف(?:ة)? من) ?(?:{_SUBSTANCE})?){_FOR_SO_LONG}"
)
_BABY = (
    r"(?:the |our |my )?(?:baby|twins|little one|bump|newborn)(?: is| are|['’]s)? (?:due|coming|on the way|arriv\w+|expected)(?: (?:in|on|around) \w+(?: \d+)?)?|(?:my )?due date|(?:i['’]m|she['’]s|i am) due (?:in|on|any)(?: \w+){1,2}|bun in the oven|(?:becoming|going to be|be|become) an? (?:mum|mother|mom|dad)|gave birth|just had a (?:baby|boy|girl)|"
    r"(?:werde|wird|werd) (?:\w+ )?(?:mama|mutter|papa)|(?:das )?baby kommt(?: im \w+)?|nachwuchs|(?:errechneter )?(?:entbindung|geburts)s?termin|entbunden|"
    r"(?:vais|va) (?:être|devenir) (?:maman|mère)|(?:deviens|devenir|serai) (?:maman|mère)|(?:le |notre )?bébé (?:arrive|est prévu|qui arrive)(?: (?:en|pour) \w+)?|"
    r"(?:del |el |un )?bebé (?:que )?(?:viene|llega|esperamos)(?: en \w+)?|(?:voy a ser|seré|ser) (?:mamá|madre)|salgo de cuentas|di a luz|dar a luz|dio a luz|"
    r"(?:divento|diventerò|sarò|divent\w+) (?:mamma|madre)|(?:il )?(?:bimbo|bambino|bebè) (?:arriva|in arrivo|nasce)(?: a \w+)?|in dolce attesa|ho partorito|partorir\w+|"
    r"(?:אהיה|להיות|נהיית|הופכת ל) ?אמא|תינוק(?:ת)? בדרך|(?:אני )?(?:עומדת|צריכה|אמורה) ללדת|תאריך לידה משוער|לפני לידה|"
    r"(?:رح|راح|سوف|بدي)? ?(?:أصير|اصير|صير|أصبح) (?:ام|أم|ماما)|(?:البيبي|بيبي|الطفل|مولود)(?: \w+)? (?:جاي|جايي|بالطريق|قريب)|بستنى (?:بيبي|مولود)|(?:قربت|موعد) (?:ال)?ولادة|ولادتي"
)
_CARE = (
    r"(?:waiting (?:for|on)|got|awaiting) (?:my |the |some )?(?:\w+ )?(?:test|biopsy|scan|blood|mri|lab) results?|(?:in|out of|from|into|discharged from|admitted to) (?:the )?hospital(?! (?:street|road|car park))|in intensive care|under (?:a |the )?(?:specialist|oncologist|psychiatrist|neurologist|cardiologist)|(?:seeing|see) an? (?:psychiatrist|psychologist|therapist|oncologist|neurologist|cardiologist|counsellor)|(?:in|started|doing) (?:group )?therapy|physio(?:therapy)? (?:for|after) \w+(?: \w+)?|on sick leave|signed off (?:sick|work)|"
    r"(?:aus dem|im|ins) krankenhaus|(?:aus der|in der|in die) (?:reha|klinik|psychiatrie)|in (?:therapie|behandlung)|krankgeschrieben|befund\w*|auf (?:das|die|den) \w*ergebnis\w*|"
    r"hospitalisée?s?|(?:à|de|sorti\w* de) l['’]hôpital|en (?:rééducation|arrêt maladie|soins intensifs|thérapie)|résultats? (?:de la|de ma|des|d['’]) ?\w+|suivi\w* (?:par|en) \w+|"
    r"hospitalizad\w|ingresad\w|(?:en el|del|salgo del|me dieron el alta(?: del)?) hospital|de baja(?: (?:médica|por \w+))?|en rehabilitación|resultados? de (?:la|mi|los) \w+|en terapia|"
    r"ricoverat\w|(?:in|dall['’]|all['’]) ?ospedale|in (?:terapia|riabilitazione|mutua|malattia|cura)|(?:risultati|esiti|referto) d\w+ \w+|"
    r"אושפז\w*|מאושפז\w*|(?:ב|מ)(?:בית החולים|בית חולים|שיקום|טיפול נמרץ)|תוצאות (?:של )?(?:ה)?(?:בדיק\w+|ביופסיה|סיטי|אם אר איי)|(?:בחופש|חופשת) מחלה|"
    r"(?:في|من|عن) (?:ال)?(?:مستشفى|عناية)|(?:بال|من ال)مستشفى|نتائج (?:ال)?(?:تحاليل|فحص|خزعة|فحوصات)|(?:إجازة|اجازة) مرضية|علاج (?:طبيعي|نفسي)"
)
_ACCIDENT = (
    r"(?:since|after|from) (?:(?:my|the|his|her|a|an) )?(?:\w+ )?(?:accident|crash|fall)|(?:i|he|she) (?:fell|slipped)(?: (?:off|down|on)(?: \w+){1,3})?|"
    r"(?:seit|nach) (?:dem|meinem|einem|der) (?:\w+)?(?:unfall|sturz|schlaganfall)|(?:bin|ist) (?:\w+ ){0,3}(?:gestürzt|hingefallen|umgeknickt)|"
    r"(?:depuis|après) (?:mon|ma|l['’]|un|une|son|sa) ?(?:accident|chute|avc)(?: d\w+ \w+)?|(?:je suis|il est) tombée?(?: d\w+ \w+)?|"
    r"(?:desde|después d\w+|tras) (?:el |la |mi |l )?(?:accidente|caída)(?: d\w+ \w+)?|me caí(?: \w+){0,3}|"
    r"(?:dopo|dal|da) (?:l['’]|il |la |un )?(?:incidente|caduta)|sono cadut\w(?: d\w+ \w+)?|"
    r"(?:מאז|אחרי|בגלל) ה?(?:תאונה|נפילה)|נפלתי(?: \w+){0,2}|(?:من|بعد|بسبب)(?: بعد)?(?: ما)? (?:ال)?(?:حادث|حادثة|وقعة|وقعت|طيحة)(?: (?:على|عن|من) (?:ال)?\w+)?"
)
_SIGN = (
    r"(?:it|my \w+|this) (?:itches|burns|stings|bleeds|oozes|swells)|(?:keeps?|won['’]?t stop) (?:itching|bleeding|burning)|(?:a |some )?(?:lump|growth|cyst) (?:on|in|under) (?:my|his|her) \w+|can['’]?t feel my \w+|(?:went|goes|gone) numb|putting on weight from|"
    r"juckt(?: (?:es|mir|mich))?(?: \w+){0,2}|blutet|eitert|(?:einen |ein )?knoten in (?:der|meiner) brust|(?:ist|wird) taub|"
    r"(?:me |ça )(?:démange|gratte|brûle|lance)|saigne|(?:une )?(?:boule|grosseur) (?:au|à|dans|sous)(?: \w+){1,2}|"
    r"me (?:pica|arde|sangra|escuece|quema)(?: \w+){0,2}|(?:un )?bulto en (?:el|la) \w+|"
    r"mi (?:prude|brucia|sanguina|pizzica)(?: \w+){0,2}|(?:un )?nodulo (?:al|alla|nel) \w+|"
    r"מגרד לי(?: \w+){0,2}|שורף לי(?: \w+){0,2}|מדמם|גוש ב\w+|(?:بيحكني|يحكني|بحرقني|حكة|نزيف|بنزف|كتلة ب\w+|وارم|ورمان\w*|مورم\w*)(?: \w+)?"
)
STORIES = compile_words(
    rf"(?<!\w)(?:{_INABILITY}|{_VERB_LAST}|{_LACK}|{_SENSES}|{_SOBER}|{_BABY}|{_CARE}|{_ACCIDENT}|{_SIGN})(?!\w)"
)
