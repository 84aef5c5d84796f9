"""Parts of the body, and what befalls them."""

from agent.privacy.health.patterns import compile_words

_BODY = (
    r"اصابع|أصابع|صوابع|dita|armpit|costado|fianco|flanc|flanco|fianchi|groin|temple|eyebrow|buttock|shin|forearm|lip|gum|tongue|cheek|achsel|schläfe|schienbein|zunge|lippe|wange|zahnfleisch|gesäß|aisselle|aine|tempe|joue|langue|lèvre|gencive|fesse|avant-bras|axila|ingle|sien|mejilla|lengua|labio|encía|nalga|antebrazo|ascella|inguine|tempia|guancia|lingua|labbro|gengiva|gluteo|avambraccio|בית השחי|מפשעה|לחי|לשון|שפה|חניכיים|إبط|باط|لسان|شفة|خد|لثة|"
    r"rotator cuff|acl|ligaments?|(?:collar ?|shin|cheek|tail|jaw|thigh)bone|finger|toe|thumb|hand|nose|skull|rib|hamstring|meniscus|achilles|breast|lung|skin|liver|kidney|bladder|colon|bowel|prostate|womb|uterus|ovary|ovaries|gall ?bladder|appendix|thyroid|throat|tonsil|eyelid|scalp|"
    r"schlüsselbein|finger|zehe|zeh|daumen|hand|nase|rippe|schädel|haut|lunge|leber|niere|blase|darm|prostata|gebärmutter|eierstock|galle|blinddarm|schilddrüse|mandel|leiste|achillessehne|wade|unterarm|oberarm|unterschenkel|oberschenkel|mittelfuß|steiß|"
    r"clavicule|doigt|orteil|pouce|main|nez|côte|cotes|crâne|sein|seins|peau|poumon|foie|rein|vessie|côlon|prostate|utérus|ovaire|vésicule|appendice|amygdale|thyroïde|mollet|tibia|péroné|ligament|tendon|ménisque|"
    r"clavícula|dedo|pulgar|mano|nariz|costilla|cráneo|mama|seno|piel|pulmón|hígado|riñón|vejiga|colon|próstata|útero|matriz|ovario|vesícula|apéndice|amígdala|tiroides|pantorrilla|tibia|peroné|ligamento|tendón|menisco|"
    r"clavicola|dito|alluce|pollice|mano|naso|costola|cranio|seno|mammella|pelle|polmone|fegato|rene|vescica|prostata|utero|ovaio|cistifellea|appendice|tonsille|tiroide|polpaccio|tibia|perone|legamento|tendine|menisco|"
    r"אצבע|זרת|בוהן|עצם הבריח|אף|צלע|שד|עור|ריאה|ריאות|כבד|כליה|כליות|המעי|מעי|ערמונית|רחם|שחלה|שחלות|כיס המרה|תוספתן|שקדים|שורש כף היד|כף היד|כף הרגל|ברכיים|זרוע|שוק|מיתר|רצועה|"
    r"اصبع|إصبع|ترقوة|انف|أنف|ضلع|ثدي|الثدي|جلد|رئة|كبد|كلية|كلى|مبايض|المبايض|مرارة|المرارة|زايدة|زائدة|الزايدة|الزائدة|لوز|لوزتين|رحم|مبيض|بروستات|رجل|ايد|إيد|يد|دراع|كوع|وتر|رباط|ركب|"
    r"back|neck|knee|hip|shoulder|ankle|wrist|elbow|spine|leg|arm|foot|heel|heart|stomach|head|chest|ear|eye|tooth|jaw|rib|pelvis|tendon|ligament|"
    r"rücken|nacken|knie|hüfte|schulter|knöchel|handgelenk|ellenbogen|wirbelsäule|bein|arm|fuß|ferse|herz|magen|kopf|brust|ohr|auge|zahn|kiefer|rippe|sehne|steißbein|"
    r"dos|cou|nuque|genou|genoux|hanche|épaule|cheville|poignet|coude|colonne|jambe|bras|pied|talon|cœur|coeur|ventre|estomac|tête|poitrine|oreille|dent|mâchoire|"
    r"espalda|cuello|rodilla|cadera|hombro|tobillo|muñeca|codo|columna|pierna|brazo|pie|talón|corazón|estómago|cabeza|pecho|oído|muela|mandíbula|"
    r"schiena|collo|ginocchio|anca|spalla|caviglia|polso|gomito|colonna|gamba|braccio|piede|tallone|cuore|stomaco|testa|petto|orecchio|dente|mandibola|"
    r"גב|צוואר|ברך|ירך|כתף|קרסול|מרפק|עמוד השדרה|רגל|יד|לב|בטן|ראש|חזה|אוזן|שן|ظهر|رقبة|ركبة|ورك|كتف|كاحل|معصم|مرفق|ساق|ذراع|قدم|قلب|معدة|رأس|صدر|أذن|ضرس|عمود فقري"
)
# A part of the body beside a word for what is wrong with it is the same matter.
PART_BEHIND = compile_words(
    rf"[ \-]?(?: ?(?:on|in|of|at|to|my|his|her|the|a|one|two|both|left|right|un|una|une|uno|dos|deux|due|zwei|ein\w*|am|an|im|in|der|dem|den|die|das|mein\w*|linken?|rechten?|du|de|la|le|les|des|au|aux|à|l['’]|mon|ma|gauche|droite?|del|el|los|las|en|mi|izquierd[oa]|derech[oa]|al|alla|allo|all['’]|il|lo|mio|mia|destr[oa]|sinistr[oa]|ב|ה|في|ال)[ ]?){{0,3}}(?:[בהל]{{0,2}}|(?:[بفل]?ال)?)(?:{_BODY}|discale?|discal|disco)(?:s|n|e|ي|י)?(?!\w)",
)
PART_BEFORE = compile_words(
    rf"(?<!\w)(?:{_BODY})(?:n|s)?(?: (?:ist|is|are|sind|est|está|è|has been|was|war|me|mir|a été))?[ \-]$",
)
BROKEN_PART = compile_words(
    rf"(?<!\w)(?:{_BODY})(?:s|n|['’]s)? (?:(?:is|are|has been|keeps|ist|sind|est|está|è) )?(?:killing me|playing up|acting up|giving me \w+|kaputt|dislocated|twisted|broken|injured|sore|stiff|swollen|gebrochen|operiert|verletzt|verrenkt|ausgerenkt|geschwollen|bloquée?|cassée?|enflée?|foutue?|rot[oa]|bloquead[oa]|hinchad[oa]|bloccat[oa]|gonfi[oa]|out|locked up|gone)(?!\w)"
    rf"|(?<!\w)(?:artificial|replaced|künstliche[nrs]?|neue[nrs]?|kaputte[nrs]?|gebrochene[nrs]?|new|broken|dislocated|twisted|sprained|torn|cassée?|rota?|artificielle?|artificiale?) (?:{_BODY})(?!\w)",
)
# Something is broken, sprained, torn, operated: in which part of the body, before it or behind.
_MINE = r"(?:one|two|three|both of|zwei|drei|deux|trois|dos|tres|due|my|his|her|their|our|the|a|both|left|right|mein\w*|sein\w*|ihr\w*|die|der|das|den|dem|einen?|linken?|rechten?|mon|ma|mes|son|sa|le|la|les|l['’]|un|une|el|los|las|mi|su|una|il|lo|gli|i|mio|mia|suo|sua|sinistr[oa]|destr[oa]|izquierd[oa]|derech[oa]|gauche|droite?|את|לי|לו|לה|ה|ب|في|من|ال)"
PART = rf"(?:{_BODY})(?:s|n|en|es|e|ים|יים|ות|י|ي|ه|ها|و|تي|ته|تها)?"
_WAS_HURT = (
    r"(?:broke|broken|fractur(?:e|ed)|dislocat(?:e|ed)|twisted|tore|torn|sprain(?:ed)?|injur(?:e|ed)|(?:pulled|cut|burn(?:ed|t)|hurt) (?:my|his|her)|bruised|cracked|operated on|removed|amputat\w+|"
    r"gebrochen|brach|bricht|verstaucht|gerissen|gezerrt|verbrannt|verrenkt|ausgekugelt|geprellt|gequetscht|operiert|operieren|verletzt|verknackst|umgeknickt|amputiert|entfernt|rausgenommen|angebrochen|geprellt|"
    r"cassée?s?|foulée?s?|tordue?s?|luxée?s?|déchirée?s?|brûlée?s?|fracturée?s?|opérée?s?|abîmée?s?|claquée?s?|enlevée?s?|"
    r"rot[oa]s?|(?:me |le )quitaron|romp\w+|torc\w+|torcid[oa]|fractur\w+|dislocad\w+|quem\w+|operad[oa]s?|operar\w*|operaron|quitaron|quitado|lesionad[oa]|desgarrad[oa]|"
    r"(?:(?:mi|gli|le) hanno )?(?:tolto|asportato)|rott[oa]|ruppi|slogat[oa]|stort[oa]|fratturat[oa]|lussat[oa]|bruciat[oa]|strappat[oa]|operat[oa]|tolto|tolta|rotturat\w*|incrinat[oa]|"
    r"שבר(?:תי|ה|ת)?|נשבר(?:ה|ו)?|נקע(?:תי|ה)?|עיקמ(?:תי|ה)|סובב(?:תי|ה)|קרע(?:תי|ה)|נקרע(?:ה)?|ניתחו|כרתו|הוציאו|נפצעתי|"
    r"كسر(?:ت|ها|ي)?|انكسر\w*|لويت|التوت|انلوت|خلعت|انخلع\w*|تمزق\w*|حرقت|شالو\w*|استأصل\w*|جرحت)"
)
HURT_PART = compile_words(
    rf"(?<!\w)(?:{_WAS_HURT}(?:[ ]{_MINE}){{0,3}}[ ](?:ה|ال|ب|l['’])?{PART}|{PART}(?: (?:ist|is|was|were|are|has been|hab\w*|hat|mir|sich|me|est|è|está|war|wurde|a été|got|schon|zweimal|letzte\w*|woche|doppelt|frisch)){{0,4}} {_WAS_HURT})(?!\w)"
)
# Nobody speaks of these who has nothing to tell of their health.
INNER_PART = compile_words(
    r"(?<!\w)(?:bladder|kidneys?|bowels?|pancreas|prostate|womb|uterus|ovar(?:y|ies)|thyroid|gall ?bladder|spleen|harnblase|blase|nieren?|darm|bauchspeicheldrüse|prostata|gebärmutter|eierst[öo]cke?|schilddrüse|galle|milz|vessie|reins|intestins?|pancréas|utérus|ovaires?|thyroïde|vésicule|"
    r"vejiga|riñón|riñones|intestinos?|páncreas|próstata|útero|ovarios?|tiroides|vesícula|vescica|reni|intestino|utero|ovai[oe]|tiroide|cistifellea|milza|[והבלמש]{0,2}(?:שלפוחית|כליות|כליה|לבלב|ערמונית|רחם|שחלות|בלוטת התריס|כיס המרה|טחול)|[وبف]?(?:ال)?(?:مثانة|كلى|كلية|كليتي|قولون|بنكرياس|بروستات|رحم|مبايض|غدة|مرارة|طحال))"
    r"(?:['’]s)?(?!\w)"
)
# What is taken out of somebody, which nobody has done to skin or hair.
_ORGAN = r"womb|uterus|ovary|ovaries|breasts?|kidney|spleen|gall ?bladder|appendix|thyroid|prostate|tonsils?|adenoids?|wisdom (?:tooth|teeth)|gebarmutter|eierstock|eierstocke|brust|niere|milz|gallen(?:blase)?|blinddarm|schilddrusen?|prostata|mandel|weisheitszahn|polypen|hoden|uterus|utero|matriz|ovarios?|mama|pecho|rinon|bazo|vesicula|apendice|tiroides|amigdalas?|muelas? del juicio|ovaires?|sein|rein|rate|vesicule|appendice|thyroide|prostate|amygdales?|dents? de sagesse|ovaie?|ovaio|mammella|seno|rene|milza|cistifellea|tiroide|tonsille|denti? del giudizio"
ORGAN_TAKEN = compile_words(
    rf"(?<!\w)(?:(?:{_ORGAN})(?:n|s)?(?:entfernung|entnahme|amputation)|(?:removal|loss) of (?:(?:my|the|a|both|one|her|his) )?(?:{_ORGAN})|(?:entfernung|entnahme) (?:der|des|meine[rs]|einer|eines|von) (?:{_ORGAN})\w*|"
    rf"(?:ablation|exerese) (?:de |du |des |d['’])(?:la |l['’]|mon |ma )?\w+|(?:extirpacion|ablacion) (?:de |del )(?:la |los |las |mi )?\w+|(?:asportazione|ablazione) (?:di |del |della |dell['’]|delle |dei |degli )?\w+|[ובלהמש]{{0,2}}(?:כריתת|כריתה של) \w+(?: (?:הרחם|המרה|התריס))?|(?:ال|لل|ب|و){{0,2}}استئصال \w+)(?!\w)"
)
# "Operation" or "after the operation" by which organ; "cancer of".
OPERATION_ON = compile_words(
    rf"(?<!\w)(?:(?:{_BODY})[- ]?(?:op|operation|surgery|replacement|transplant|cancer|biopsy|scan|mri)(?!\w)|(?:operation|surgery|op|opération|operación|operazione|intervento|ניתוח|عملية|عملت عملية|عمليه)[ ](?:(?:{_MINE}|an|am|on|of|for|de|du|des|del|della|dello|al|alla|all['’]|à|au)[ ]?){{0,2}}(?:ה|ب|ال|بال|ل|لل)?{PART}(?!\w))"
)
