"""The languages whose claims are understood. What is missing here would be said unchecked, so it is rather
too much than too little."""

from agent.guardrails.false_claims.bookings.language import ClaimLanguage

ENGLISH = ClaimLanguage(
    stems=(
        "book", "rebook", "confirm", "reserv", "schedul", "reschedul", "secur", "finali", "lock", "set", "sorted", "appointment", "down",
        "in", "see", "done", "made", "complet", "cancel", "called", "move", "postpon", "shift", "chang", "updat", "delet", "remov",
        "good", "squared", "pencil", "slot", "spot", "yours", "squeez", "fit", "pop", "add", "expecting", "taken",
    ),
    done=r"(?:re)?booked\b|pre-?booked\b|confirmed\b|reserved\b|(?:re)?scheduled\b|finali[sz]ed\b|cancell?ed\b|called off\b|postponed\b"
    r"|(?:locked|penciled|pencilled) (?:it |you )?in\b|(?:slot|spot|place|seat|time|appointment|it) is (?:secured|yours|locked)\b|secured\b"
    r"|all (?:set|sorted|squared away|booked|good to go)\b|good to go\b"
    r"|(?:you're|you are|youre|got you|have you|put you) (?:all )?(?:down|in) (?:for|at|on)\b(?! an? (?:\w+ )?(?:treat|surprise|shock|laugh))|^\W*(?:s|is) you (?:all )?(?:sorted|booked|in|down|set|done)\b|put you (?:down|in)\b"
    r"|see you (?:on|at|then|tomorrow|today|next|this|mon|tue|wed|thu|fri|sat|sun)"
    r"|(?:it's|it is|that's|that is|all|consider it) done\b|^\W*(?:done|booked|confirmed|cancelled|canceled|moved|rescheduled)\b"
    r"|you(?:'ve| have)?(?: now| got)? (?:an?|your) (?:appointment|booking|reservation) (?:on|at|for|with|is)\b"
    r"|(?:your|the) (?:appointment|booking|reservation|slot|\w+ appointment) (?:is|has been|was)(?: now| all| successfully)? "
    r"(?:on|at|for|set|made|done|complete\w*|in place|in the (?:book|calendar|system)|processed|approved|through|guaranteed|yours|good)\b"
    r"|(?:booking|reservation|appointment) (?:complete|successful|made|approved|went through)\b"
    r"|(?:i've|i have|we've|we have|i|we) (?:just |now |successfully |already )?"
    r"(?:made|placed|created|completed|processed|finished|arranged|entered|deleted|removed) (?:the|your|an?|it|this|that)\b"
    r"|(?:i|we)(?:'m| am| are)? ?(?:hereby |can |now |happy to |pleased to |glad to |able to )*confirm (?:that|your|the|you|it|this)\b"
    r"|(?:your|the|this) (?:new )?(?:booking|confirmation|reservation) (?:code|number|reference) is\b"
    r"|(?:is|are) (?:all |now )?yours\b|(?:squeezed|fitted|fit|slotted|popped) you in\b|added (?:you|it|that|this|your \w+)(?= to (?:the|our|\w+'s) (?:calendar|schedule|diary|book|agenda)\b)|expecting you\b|(?:is|it's|been|all) taken care of\b"
    r"|moved\b|shifted\b|(?:changed|updated|deleted|removed) (?:your|the|it|this|that)\b|(?:been|is|was) (?:changed|updated|deleted|removed)\b",
    not_done=r"\b(?:not|no|none|nothing|never|neither|nobody|without|cannot|yet to|unable|will|would|can|could|shall|should|may|might"
    r"|must|to|if|once|when|until|till|before|after|unless|whether|want|wants|need|needs|like|get|let|please|be|being)\b|n't\b|'ll\b"
    r"|(?<!\w)(?:un|non-)(?:confirmed|booked)",
    joins="that|and|but|because|since|as|so|now",
    conditions=r"(?:once|if|when|whenever|as soon as|after|until|unless)(?!\w).*(?<!\w)(?:yes|agree|confirm\w*|ok|okay|approve\w*|click|tap)",
    asks="shall|should|can|could|may|would|will|do|does|did|is|are|was|were|has|have|had|what|which|when|who|how|why|where|want|ready|any",
    harmless=r"\b(?:fully|already all|double[- ]) ?booked\b|\bbooked (?:up|out|solid)\b|\b(?:everything|all times|all slots) (?:is|are|was|were) "
    r"(?:already )?(?:booked|taken)\b"
    r"|\b(?:times?|slots?|hours?|days?|he|she|they|[ap]m|\d)\s+(?:is|are|was|were)\s+(?:already |all )?(?:booked|reserved|taken)\b"
    r"|\b(?:appointments|bookings|reservations|classes) (?:(?:that|which) )?(?:are |have been |can be |must be |made )?"
    r"(?:booked|cancell?ed|confirmed|moved|rescheduled)\b|\b(?:just|since) been (?:booked|taken|reserved)\b|\bsomebody else (?:has )?booked\b"
    r"|\b(?:choice|decision|call|turn) is yours\b|\bis yours (?:if|once|when|as soon as|for|until)\b"
    r"|\bwe(?:'ve| have) moved (?:to|house|location)\b"
    # What others have done, or what was done for others.
    r"|\b(?:booked|taken|reserved|cancell?ed) (?:\w+ ){0,3}?(?:by|for) (?:(?:someone|somebody) else|(?:another|other) (?:customer|guest|client|person|people)s?)\b"
    r"|\b(?:someone|somebody|others|(?:another|other|most|many|some) (?:customer|guest|client|people|person)s?)(?: else)?(?: has| have| had)?"
    r"(?: just| already| since)* (?:booked|reserved)\b(?! (?:you|your|it for)\b)"
    # Of the house, and of days at large.
    r"|\b(?:hours?|prices?|terms|policy|policies|address|menu) (?:has|have|was|were|is|are) (?:just |recently )?(?:been )?"
    r"(?:changed|updated|moved|removed)\b|\b(?:salon|shop|studio|team) (?:has |have )?moved to an?\b"
    r"|\b(?:the|this|that|our) (?:\w+ ){0,2}?(?:class|course|workshop) (?:on \w+ )?(?:has been|was|is) (?:cancell?ed|moved|confirmed) (?:\w+ ){0,2}?"
    r"(?:by the|for everyone|for everybody)\b"
    r"|\b(?:mornings|afternoons|evenings|weekends|\w+days) (?:is|are) (?:mostly |nearly |almost |usually |often |already |all )*booked\b"
    r"|^\W*(?:\w+day )?(?:at )?\d[\d:.]*(?: ?[ap]m)? is (?:already )?(?:booked|reserved)(?=, (?:but|sorry)\b| already)"
    # What the customer has told, and what is still up to them.
    r"|\byou (?:said|mentioned|told me|wrote)(?: that)?(?: you)?(?:'ve| have| had)?(?: already)? booked\b"
    r"|\bonly (?:be )?(?:booked|confirmed|moved|cancell?ed) (?:once|when|after|if)\b"
    r"|(?:^|[.!?,])\W*(?:just |then |please |simply )?say (?:a )?yes\b[^.!?]{0,40}\band (?:it is|it's|you are|you're) (?:booked|confirmed)\b"
    r"|\b(?:booked|cancell?ed|moved|confirmed) (?:appointments|bookings|times|slots)\b",
    subjects="you|you're|youre|you've|your|it|it's|its|i|i'm|i've|we|we've|he|she|they|this|these|those|that's|everything|all|the|an|a"
    "|my|our|nothing|no|nobody|none",
    softens="if|once|when|whenever|until|till|before|after|unless|whether|soon as|not",
)  # fmt: skip

GERMAN = ClaimLanguage(
    stems=(
        "gebuch", "umgebuch", "eingebuch", "bestatig", "bestätig", "reservier", "eingetragen", "vereinbar", "fixier", "fest", "gesicher",
        "vorgemerk", "termin", "alles", "erledig", "stornier", "abgesag", "geloscht", "gelöscht", "gecancel", "verschoben", "verleg",
        "geändert", "geandert", "abgeschlossen", "erfolgreich", "sehen", "buchung", "steht", "stehen", "eingeplan", "annullier",
    ),
    done=r"(?:um|ein|vor)?gebucht\w{0,2}\b|(?:rück)?best[äa]tigt\w{0,2}\b|reserviert\w{0,2}\b|eingetragen\w{0,2}\b|vereinbart\w{0,2}\b|fixiert\b|festgemacht\b"
    r"|gesichert\b|vorgemerkt\b|eingeplant\b|erledigt\b|storniert\w{0,2}\b|annulliert\b|abgesagt\w{0,2}\b|gel[öo]scht\w{0,2}\b|gecancel[dt]\b|verschoben\w{0,2}\b"
    r"|verlegt\b|(?:termin|buchung|termins)\w*(?: \w+){0,2} ge[äa]ndert\b|(?:ihr|dein|der) termin(?: \w+)? (?:steht|ist (?:fix|fest|gemacht|sicher|am|um|jetzt))"
    r"|(?:buchung|reservierung|termin\w*) (?:ist )?(?:erfolgreich|abgeschlossen|perfekt|komplett)"
    r"|(?:sie|du) (?:haben|hast)(?: jetzt| nun| damit)? (?:einen|ihren|deinen) termin|termin steht\b|(?:ich|wir) bestätigen? (?:ihnen|dir|den|ihren|deinen|die|hiermit)"
    r"|(?:sie|du) (?:stehen|stehst) (?:im|auf|drin)|wir sehen uns (?:am|um|morgen|dann|heute|nächste)",
    not_done=r"\b(?:nicht|nichts|kein\w*|nie|niemals|ohne|weder|wird|werden|würde\w*|kann|können|könnte\w*|soll\w*|darf|dürfen|möchte\w*|muss|müssen"
    r"|wenn|falls|sobald|bevor|bis|ob|nachdem|zu|lassen|lasse|will|wollen|werde)\b",
    joins="dass|und|aber|denn|weil|da|also",
    conditions=r"(?:wenn|falls|sobald|sofern|nachdem)(?!\w).*(?<!\w)(?:ja|zustimm\w*|bestätig\w*|bestatig\w*|einverstanden|okay)",
    asks="soll|sollen|kann|können|darf|möchten|möchtest|wollen|willst|ist|sind|war|waren|wurde|wurden|hat|haben|was|welche\\w*|wann|wer|wie|warum|wo|passt",
    harmless=r"^\W*(?:gebucht|storniert|gel[öo]scht|verschoben|reserviert) (?:wird|werden|ist|wurde|haben wir|habe ich) (?:\w+ ){0,2}(?:nicht|nichts|nie|niemand|kein\w*)\b|\b(?:alles|komplett|bereits|schon|voll|ganz) (?:\w+ )?(?:aus|voll)?gebucht\b|\bausgebucht\w*|\bvollgebucht\b|\b(?:stornierte|abgesagte|gebuchte|verschobene)\w? \w+"
    r"|\b(?:termine|buchungen) (?:können|müssen|werden)\b[^.!?]*|\b(?:gerade|inzwischen|schon) (?:vergeben|weg|gebucht worden)\b"
    r"|\b(?:von|für) (?:jemand(?:em|en)? ander\w+|eine[mrn]? ander\w+ (?:kund\w+|gast|person)|anderen) (?:gebucht|reserviert)\b"
    r"|\bjemand anders hat (?!sie|dich|ihre|deine)[^.,!?]{0,40}\b(?:gebucht|reserviert)\b"
    r"|\bkurs (?:\w+ ){0,2}?(?:ist|wurde) (?:bestätigt|abgesagt|verschoben)(?= und findet| vom| von)",
)  # fmt: skip

FRENCH = ClaimLanguage(
    stems=(
        "réserv", "reserv", "confirm", "book", "enregistr", "valid", "planifi", "programm", "fix", "rendez", "rdv", "c'est", "annul", "supprim",
        "déplac", "deplac", "report", "décal", "decal", "modifi", "chang", "inscrit", "pris", "noté", "bloqu", "fait", "retrouve",
    ),
    done=r"(?:r[ée]serv|confirm|book|enregistr|valid|planifi|programm|annul|supprim|d[ée]plac|report|d[ée]cal|modifi|bloqu)(?:é|ee)e?s?(?!\w)"
    r"|inscrite?s?(?!\w)|(?:votre|ton|le) (?:rendez-vous|rdv)(?: \w+)? est (?:pris|fixé|bon|calé|fait|le|à|pour|noté)|(?:rendez-vous|rdv) (?:est )?pris\b"
    r"|c'est (?:fait|bon|réglé|validé|tout bon|parti)\b|(?:vous avez|tu as)(?: \w+)? (?:un|votre|ton) (?:rendez-vous|rdv)"
    r"|(?:je|nous) (?:vous |te )?confirm(?:e|ons) (?:que|votre|ton|le|la|bien)|on se (?:voit|retrouve) (?:le|à|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi)"
    r"|réservation (?:effectuée|faite|terminée|réussie)",
    not_done=r"(?<!\w)(?:ne|pas|rien|aucune?|jamais|sans|non|sera|seront|serait|peut|peuvent|pourra\w*|pourrait|va|vais|vont|si|dès|quand|lorsque|avant|une fois"
    r"|doit|veux|veut|voulez|souhaite\w*|être|qu'une|afin|soit|je (?:vous |te )?(?:réserve|annule|déplace|modifie|reporte))(?!\w)|(?<!\w)n'",
    joins="que|et|mais|car|donc|qu'",
    conditions=r"(?:si|des que|dès que|quand|lorsque|une fois)(?!\w).*(?<!\w)(?:oui|accord|confirm\w*|valid\w*|accept\w*)",
    asks="est-ce|souhaite\\w*|voulez|veux|puis-je|dois-je|quel\\w*|quand|qui|comment|pourquoi|où|avez",
    harmless=r"(?<!\w)(?:tout|tous|toutes|complètement|déjà) (?:\w+ )?(?:est |sont )?(?:déjà )?réserv[ée]+s?|rendez-vous (?:annulés|réservés|déplacés)|(?:vient|viennent) d'être \w+"
    r"|(?:a|est|était)-(?:t-)?(?:il|elle) (?:été )?\w+|r[ée]serv[ée]+e?s? (?:par|pour) (?:quelqu'un d'autre|une? autre (?:client|personne)\w*|d'autres)"
    r"|(?:créneau|heure|horaire)s? (?:est|sont) (?:déjà )?réserv[ée]+s?",
)  # fmt: skip

SPANISH = ClaimLanguage(
    stems=(
        "reserv", "confirm", "agend", "program", "registr", "apunt", "cita", "cancel", "anul", "cambi", "movi", "reprogram", "pospuest", "aplaz",
        "modific", "hech", "list", "tiene", "tienes", "te", "le", "nos", "he", "asegur", "fij", "complet",
    ),
    done=r"(?:reservad|confirmad|agendad|programad|registrad|apuntad|cancelad|anulad|cambiad|movid|reprogramad|aplazad|modificad|asegurad|fijad)[oa]s?(?!\w)"
    r"|pospuest[oa]s?(?!\w)|(?:tu|su|la) (?:cita|reserva)(?: ya)? (?:está|es|queda|ha quedado) (?:hecha|lista|fijada|el|para|en)|(?:tienes|tiene)(?: \w+)? (?:una |tu |su )?(?:cita|reserva)(?: \w+)? (?:el|a|para|con|mañana)"
    r"|(?:te |le |os )?confirm(?:o|amos) (?:que|tu|su|la|el)|reserva (?:hecha|lista|realizada|completa\w*|exitosa)|^\W*(?:listo|hecho)(?!\w)|(?:está|ya está|todo) (?:hecho|listo)(?!\w)"
    r"|nos vemos (?:el|a|mañana|hoy|entonces)",
    not_done=r"(?<!\w)(?:no|nada|s[oó]lo|únicamente|ningun[oa]?|ningún|nunca|sin|aún no|todavía no|ni|será|serán|sería|puede\w*|puedo|podría\w*|podrá|va|voy|vamos|si|cuando|hasta|antes|una vez|quiere\w*|desea\w*|debe"
    r"|ser|quedará|estará|sea)(?!\w)",
    joins="que|y|e|pero|porque|así",
    conditions=r"(?:si|cuando|en cuanto|una vez)(?!\w).*(?<!\w)(?:sí|acept\w*|confirm\w*)",
    asks="¿|quiere\\w*|desea\\w*|puedo|qué|cuál|cuándo|quién|cómo|por qué|dónde",
    harmless=r"(?<!\w)(?:todo|todas|todos|completamente|ya) (?:\w+ )?(?:está |están )?(?:ya )?reservad[oa]s?|citas (?:canceladas|reservadas|cambiadas)|acaba de ser \w+"
    r"|reservad[oa]s? (?:por|para) (?:otr[oa]s? (?:persona|cliente)s?|alguien más)|¿\s*(?:fue|fueron|ha sido|está) [^.!?]{0,60}\?"
    r"|(?:hora|horario|hueco)s? (?:está|están) (?:ya )?reservad[oa]s?",
)  # fmt: skip

ITALIAN = ClaimLanguage(
    stems=(
        "prenot", "conferm", "fissat", "riserv", "registr", "programm", "appuntament", "l'appuntament", "cancell", "annull", "disdett", "spostat",
        "rimandat", "rinviat", "modificat", "cambiat", "fatto", "tutto", "ci", "aggiornat", "posto", "completat", "inserit",
    ),
    done=r"(?:prenotat|confermat|fissat|riservat|registrat|programmat|cancellat|annullat|disdett|spostat|rimandat|rinviat|modificat|cambiat|completat|inserit)[oaie](?!\w)"
    r"|(?:il tuo |il suo |l')appuntamento(?: \w+)? è (?:il|alle|per|a posto|fatto|stato)|(?:hai|ha)(?: \w+)? (?:un|l'|il) ?(?:tuo |suo )?appuntamento(?: \w+)? (?:il|alle|per|con|domani|luned|marted|mercoled|gioved|venerd|sabat)"
    r"|(?:ti |le |vi )?conferm(?:o|iamo) (?:che|il|la|l'|tutto)|tutto (?:fatto|a posto|pronto)(?!\w)|^\W*fatto(?!\w)|ci vediamo (?:il|alle|domani|oggi|luned|marted|mercoled|gioved|venerd|sabat)",
    not_done=r"(?<!\w)(?:non|niente|nulla|nessun[oa]?|mai|senza|né|sarà|saranno|sarebbe|può|posso|possono|potrebbe|potrà|se|quando|appena|finché|prima|una volta|vuoi|vuole|desidera|deve|essere"
    r"|verrà|venga|sia)(?!\w)",
    joins="che|e|ed|ma|perché|quindi",
    conditions=r"(?:se|quando|appena|una volta)(?!\w).*(?<!\w)(?:sì|accett\w*|conferm\w*)",
    asks="vuoi|vuole|desidera|posso|devo|quale|quando|chi|come|perché|dove",
    harmless=r"(?<!\w)(?:tutto|tutti|tutte|completamente|già) (?:\w+ )?(?:è |sono )?(?:già )?prenotat[oaie]|appuntamenti (?:cancellati|prenotati|spostati)|appena stat[oa] \w+"
    r"|(?:prenotat|riservat)[oaie] (?:da|per) (?:qualcun altro|un'?altr\w+ (?:persona|cliente)|altri)"
    r"|(?:orario|ora|posto) è (?:già )?(?:prenotat|riservat)[oaie]",
)  # fmt: skip

HEBREW = ClaimLanguage(
    stems=(
        "הוזמ", "נקבע", "קבע", "הזמנ", "אושר", "מאושר", "נרשמ", "נרשם", "שוריי", "שמור", "מחכים", "יש", "נתראה", "בוטל", "ביטל", "מבוטל", "הוזז", "הועבר", "העבר",
        "הזז", "נדח", "שונ", "שינ", "התור", "תור", "סגור", "סגר", "מוזמ", "מאשר", "נסגר", "רשמ",
    ),
    done=r"הוזמנ\w*|הוזמן|נקבע\w*|קבעתי|קבענו|הזמנתי|הזמנו|אושר\w*|מאושר\w*|נרשמ\w*|נרשם|רשמתי|רשמנו|שוריין|שוריינ\w*|שריינתי|(?<!ל)שמור (?:לך|לכם|עבורך)|מחכים לך|יש (?:לך|לכם) (?:\w+ )?תור|נתראה (?:ב|מחר|אז)\w*"
    r"|בוטל\w*|ביטלתי|ביטלנו|מבוטל\w*|הוזז\w*|הועבר\w*|העברתי|העברנו|הזזתי|נדח\w*|שונה|שונתה|שיניתי|תור\w* (?:שלך|שלכם) (?:\w+ )?(?:ל|ב|סגור)\w*|נסגר\w*|סגרתי|(?:אני |אנחנו )?מאשר(?:ת|ים)? (?:את|כי|ש)\w*",
    not_done=r"(?<!\w)(?:לא|אין|טרם|שום|כלום|בלי|אם|כאשר|כש\w*|עד|לפני|אחרי|יהיה|תהיה|יכול\w*|אפשר|ניתן|רוצה|צריך|להיות|ברגע|דבר לא)(?!\w)",
    joins="וגם|אבל|כי|ולכן",
    conditions=r"(?:אם|כאשר|כש\w*|ברגע|אחרי|לאחר)(?!\w).*(?<!\w)(?:כן|תאשר\w*|אישור\w*|מאשר\w*)",
    asks="האם|מה|מתי|מי|איך|למה|איפה|רוצה|לקבוע|להזמין|לבטל",
    harmless=r"הכל (?:כבר )?(?:תפוס|מוזמן|נקבע)|תורים (?:שבוטלו|שנקבעו|מבוטלים)",
    prefixes="ושהכלמב",
)  # fmt: skip

ARABIC = ClaimLanguage(
    stems=(
        "تم", "حجز", "محجوز", "مؤكد", "تأكد", "أكد", "لديك", "موعد", "نراك", "إلغاء", "ألغ", "الغ", "ملغ", "نقل", "غير", "أجل", "سجل", "ثبت", "مثبت", "أُلغي", "تأجل",
        "اكتمل", "نجح", "حدد", "مسجل", "أؤكد", "نؤكد", "عدل",
    ),
    done=r"تم(?:ت)? (?:\w+ )?(?:ال)?(?:حجز|تأكيد|تحديد|تثبيت|تسجيل|إلغاء|الغاء|نقل|تغيير|تأجيل|تعديل|ترتيب)\w*|حجزت\w*|حجزنا\w*|محجوز\w*|مؤكد\w*|تأكد\w*|أكدت\w*|أكدنا\w*|(?:أؤكد|نؤكد) (?:لك|أن|حجز|موعد)\w*|لديك (?:\w+ )?(?:موعد|حجز)"
    r"|موعدك (?:هو|يوم|في|الساعة|مثبت|مؤكد|محجوز)|نراك (?:يوم|غدا|في)|ألغيت\w*|ألغينا\w*|الغيت\w*|ملغ[ىيا]\w*|ألغي\w*|نقلت\w*|نقلنا\w*|غيرت|غيرنا|أجلت\w*|سجلت\w*|سجلنا\w*|مسجل\w*|ثبتنا\w*|اكتمل\w* (?:ال)?حجز\w*|نجح (?:ال)?حجز\w*",
    not_done=r"(?<!\w)(?:لم|لا|ليس\w*|لن|دون|بدون|ما|سوف|سيتم|سيكون|ستكون|إذا|لو|عندما|حتى|قبل|بعد أن|يمكن\w*|هل|عند|أي|شيء)(?!\w)",
    joins="و|أن|لكن|لأن|ثم",
    conditions=r"(?:اذا|إذا|عندما|لو|بمجرد|بعد)(?!\w).*(?<!\w)(?:نعم|توافق\w*|تؤكد\w*|موافقت\w*)",
    asks="هل|ما|متى|من|كيف|لماذا|أين|أتريد",
    harmless=r"كل \w+ محجوز\w*|محجوز بالكامل|الأوقات محجوزة|المواعيد الملغاة",
    prefixes="وفسبل",
)  # fmt: skip

LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, HEBREW, ARABIC)
