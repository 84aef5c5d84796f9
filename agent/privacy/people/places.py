"""What stands before and behind somebody, and before nobody and nothing else, in seven languages."""

import re


def _any_of(*lines: str) -> str:
    return "|".join(line.strip("|") for line in lines)


# What only somebody says or recommends, right behind their name: it may be a month or a day.
_TELLS = _any_of(
    r" (?:said|says|told|swears|reckons|recommend(?:s|ed)|referred|raves|cancell?ed|phoned|texted|can['’]?t make it|cannot make it|couldn['’]?t make it|won['’]?t make it)(?!\w)",
    r" (?:sagt(?! ihr)|sagte|meint|meinte|empfiehlt|schwärmt\w*|lässt grüßen|hat (?:mir|mich|euch|uns|sie) (?:gesagt|empfohlen|geschickt|erzählt|von|das))(?!\w)",
    r" (?:vous recommande|vous adore|vous conseille|m['’]en(?:voie)?|m['’]a (?:dit|parlé|conseillée?|recommandée?|envoyée?)|a dit)(?!\w)",
    r" (?:(?:os|les|me lo|me la|me|te) (?:recomiend\w+|recomendó|adora|dijo|habló de|ha (?:dicho|recomendado|hablado))|dice que|dijo)(?!\w)",
    r" (?:(?:vi|mi|ci|me lo|ve lo|me la) (?:consiglia|adora|ha (?:detto|consigliat\w|parlato|mandat\w|dato))|dice che|ha detto)(?!\w)",
    r" (?:אמר[הו]?|המליצ[הו]|המליץ|ממליצ[הת]|ממליץ|סיפר[הו]?)(?!\w)",
    r" (?:قال[تو]?(?:ل\w+|\w{0,1})|حك[ىت]\w*|نصح\w*|مدح\w*|بت?سلم علي\w+|بيسلم علي\w+)(?!\w)",
)
TELLS = re.compile(rf"(?:{_TELLS})", re.I)
# What only somebody does, or is, right behind their name.
_ACTS = _any_of(
    r" (?:said|says|told|swears|reckons?|recommend(?:s|ed)|suggest(?:s|ed)|referred|sent|raves|raved|asked|mentioned|phoned|rang|texted|cancell?ed|booked|paid|pays|wants?|wanted|needs?|loves?|likes|hates|left (?:her|his|me|my|a)|did (?:my|her|his|the)|brought|gave (?:me|us)|met|walks|lives|prefers|fancies|turned|turns|had hers|had his|has had|has (?:an?|hers|his|her|to|the same)|was (?:meant|supposed|before|there|here|with|last)|"
    r"(?:can|could|will|would|might|may|should|did|does|is|was|has)(?:n['’]?t|not)? (?:make|come|coming|park|drive|driving|bring|bringing|pick|picking|join|joining|collect|collecting|pay|paying|be with|be late|be there|wait|waiting|mind|minding|meet|meeting|have|having|get|getting|take over|run|running|travel|book|cancel|sit|drop|dropping|want|need|like|love|moved|booked|had|been in|gone|allergic|pregnant|late|six|seven|eight|nine|ten|\d)|(?:is|will be|['’]ll be) with me)(?!\w)",
    r" (?:sagt|sagte|meint|meinte|empfiehlt|empfahl|erzählte?|schwärmt\w*|schickt\w*|schrieb|lässt grüßen|mag|zahlt|will|wollte?n?|möchte|braucht|wartet|holt|bringt|fährt|begleitet|kommt|freut|hasst|liebt|wohnt|läuft|ist (?:spät|krank|unterwegs|verhindert|dabei|gleich|schon|noch|mein)|kann(?: (?:nicht|doch|auch|erst|leider|donnerstags|montags))|konnte nicht|war (?:vor|bei|schon|letzte)|muss|darf|hat (?:euch|sie|mir|mich|uns|auch|den|die|das|ihren|seinen|gesagt|gemeint|abgesagt|empfohlen|von|heute|morgen|gebucht|einen|was))(?!\w)",
    r" (?:(?:vous|m['’]en|me l['’]|m['’]|nous|me|la|le) ?(?:recommande|adore|conseille|aime|envoie|dit|récupère|remplace|accompagne|garde|a (?:dit|parlé|conseillé|recommandé|envoyée?|donné|raconté|offert))|a (?:dit|annulé|réservé|eu|besoin|pris|horreur|rdv|rendez-vous|peur|déjà)|dit que|veut|voudrait|vient|viendra|passe|passera|attend|paie|paye|arrive|adore|déteste|préfère|doit|peut (?:pas|plus|venir|passer)|ne (?:peut|veut|vient|monte)|sera (?:là|avec|en)|marche|habite|l['’]a \w+|les a \w+|était (?:avant|là|chez))(?!\w)",
    r" (?:(?:os|les|te|la|lo|me lo|me la|los|me|nos|se lo) (?:recomiend\w+|recomendó|adora|manda|mandó|dijo|habló|pasó|dio|ha \w+|recoge|trae|lleva|acompaña|enseñó|contó|quedó|espera|cuida)|dice|dijo|cuenta|anuló|canceló|paga|espera(?! \w+ mañana)|quiere|quería|necesita|viene|vendrá|pasará|pasa a|prefiere|odia|tiene (?:cita|hora|miedo|que|\w+ años|seis)|no (?:puede|quiere|viene|sube|llega|podía|pudo)|también (?:viene|quiere)|iba antes|estaba|camina|vive|llegará|(?:lo|la) (?:probó|ha \w+))(?!\w)",
    r" (?:(?:vi|mi|ci|ti|me lo|ve lo|me la|ve la|la|lo) (?:consiglia|adora|manda|ha \w+|prende|accompagna|porta|passa|aspetta|ama|raccomanda|sostituisce)|dice|ha (?:detto|disdetto|prenotato|paura|bisogno|\w+ anni|appuntamento|già|chiesto|dato)|paga|passa (?:a|dopo)|aspetta|viene|verrà|vuole|voleva|vorrebbe|deve|preferisce|odia|non (?:può|viene|vuole|fa|riesce|poteva)|era (?:prima|da voi)|cammina|abita|arriva|arriverà|l['’]ha \w+|sta arrivando)(?!\w)",
    r" (?:אמר[הו]?|המליצ[הו]|המליץ|ביקש[הו]?|שלח[הו]?|סיפר[הו]?|רוצ[הי]|רצ[הת]ה?|צריכ[הי]?|צריך|מעדיפ[הי]?|מעדיף|אוהבת?|שונאת?|הייתה? (?:אצלכם|פה|לפניי?)|לא (?:יכול[הי]?|מגיע[הו]?|בא[הו]?|רוצ[הי]|הצליח[הו]?)|[תי](?:שב|שלם|ביא|אסוף|בוא|גיע|חכה|יקח|יקבל|צטרף)|מתקשר[ת]?|התקשר[הו]?|קבע[הו]?|ביטל[הו]?|ממליצ[הת]|ממליץ|פוחדת?|מחכה|משלמת?|משלם|מגיעה?|באה?|שילמ[הו]|שילם|מאחרת?|אוספת?|מביאה?|מלווה|בת (?=\w+)|בן (?=\w+))(?!\w)",
    r" (?:قال\w*|حك[ىت]\w*|نصح\w*|مدح\w*|دل(?:ت|نا|ن)\w*|بعت\w*|بد(?:ها|ه|هم|هن|و|ن)|(?:ما |مش |مو )?(?:بت|بي|ب?ي|ت|ب)(?:قدر|حب|حكي|سلم|دفع|سأل|وصل|لحق|خاف|كره|مدح|نصح|ستنى)\w*|جا[يى]\w*|جايب\w*|حجز\w*|لغ[ىت]\w*|رح |راح |تبي|يبي|تبغى|يبغى|تبغي|عايز\w*|حاب\w*|كان[ت]? (?:قبلي|عندكم|هون|عندكن|بده|بدها)|وصل[ت]?\w*|اتصل[ت]?\w*|دفع[ت]?\w*|جرب[ت]?|عمره|عمرها|تيجي|ييجي|تجي|يجي|تأخر[ت]?\w*)(?!\w)",
)
# What somebody says, thinks or swears of whoever is written to.
_OF_YOU = _any_of(
    r" [a-z]{3,}s (?:that )?(?:you(?: guys|['’]re| are| do| have|r)|ye|yous|your) ",
    r" [a-zäöüß]{3,}t(?: \w+)?,? (?:dass )?ihr ",
    r" [a-zéèê]{3,}(?: \w+)? que vous ",
    r" [a-z]{3,}(?: \w+)? que (?:sois|ten[ée]is|hac[ée]is|son|tienen|hacen|vosotr|ustedes)",
    r" [a-z]{3,}(?: \w+)? che (?:siete|avete|fate|voi)",
    r" [א-ת]{3,} ש(?:אתם|אתן|יש לכם|אצלכם)",
    r" [بتي][ء-ي]{3,} [إا]ن(?:كم|كن|كو|تو)",
)
_ALREADY = r"(?: (?:already|also|just|still|really|even|only|schon|auch|noch|gerade|déjà|aussi|encore|ya|también|siempre|già|anche|ancora|sempre|כבר|גם|עדיין|תמיד|كمان|لسا|دايما))?"
ACTS = re.compile(rf"{_ALREADY}(?:{_ACTS}|{_OF_YOU})", re.I)
# With whom somebody is who speaks.
AND_ME = re.compile(
    r" (?:and (?:i|me)|und (?:ich|wir)|et (?:moi|nous)|y yo|e io|ואני|ואנחנו|וגם אני|و ?[اأ]نا)(?!\w)", re.I
)
# Several who want or do something together.
ACT_TOGETHER = re.compile(
    r" (?:want|need|are (?:coming|getting|both)|would like|kommen|wollen|brauchen|möchten|viennent|veulent|voudraient|arrivent|ont (?:rdv|besoin)|(?:también )?(?:vienen|quieren|necesitan)|(?:anche )?(?:vengono|vogliono|arrivano)|"
    r"רוצ(?:ים|ות)|צריכ(?:ים|ות)|בא(?:ים|ות)|מגיע(?:ים|ות)|יבואו|יגיעו|بد(?:هم|هن|ن)|جايي?ن|رايحين|رح ي\w+|حابين|عايزين|يبون)(?!\w)",
    re.I,
)
# Where people know each other from.
_FROM = _any_of(
    r" (?:from|at|in) (?:work|next door|across|upstairs|downstairs|accounts|reception|number|school|uni|college|church|yoga|the (?:office|gym|pub|team|flat|shop|school|choir|club|second|first|third)|my (?:class|course|team|work|street|building|office))| next door",
    r" (?:ausm|aus(?: der| dem| meiner| meinem)?|vom|von(?: der| dem)?) (?:arbeit|büro|nebenan|oben|unten|schule|kurs|sport|chor|verein|uni|kita|stock|\w+ stock|gegenüber|kindergarten)",
    r" (?:du|de la|de l['’]|d['’]à|d['’]en|de) ?(?:boulot|travail|taf|bureau|compta|école|étage|fac|sport|crèche|chorale|premier|deuxième|troisième|face|côté|lycée|haut|bas)",
    r" (?:del|de la|de) (?:trabajo|curro|oficina|gimnasio|al lado|enfrente|cole|colegio|barrio|piso|facultad|coro|arriba|abajo|primero|segundo|tercero)",
    r" (?:del|della|dell['’]) ?(?:lavoro|ufficio|palestra|piano|scuola|bar|palazzo|coro|corso|fronte|sopra|sotto|primo|secondo|terzo)",
    r" מה(?:עבודה|משרד|חוג|כיתה|בניין|גן|צבא|קורס|שכונה|אוניברסיטה|מכללה|כושר|קומה|לימודים|מקהלה|מילואים)| מ(?:למעלה|למטה|ממול)| השכנה?",
    r" من (?:ال)?(?:شغل|عمل|جامعة|مدرسة|حارة|بناية|دوام|نادي|مكتب|مبارح|كورس|عيادة|جيم|فوق|تحت|شركة|صف|روضة|طابق\w*)",
)
FROM = re.compile(rf"(?:{_FROM})(?!\w)", re.I)
# Somebody told apart by when they were there, or by who else they are.
AGAIN = re.compile(
    r",? (?:who|qui|che|que|die|der) (?:sent|told|said|recommended|did|cut|m['’]|me |mi |vi |os |vous |va |viene |euch )|,? (?:quell[ao]|la|el|le|il) (?:de |del |di |da |dal|d['’]|che |que |qui |coi )| d['’]hier| de ayer| di ieri| (?:von|vom) (?:gestern|letztens|letzte)| from (?:yesterday|last|the other|before)| again(?!\w)| من (?:مبارح|امبارح)| מאתמול",
    re.I,
)
# Whose something is.
OWNED = re.compile(
    r" (?:appointments?|slots?|bookings?|time|turn|place|hair|cut|colour|mum|mom|dad|mother|father|sister|brother|daughter|son|husband|wife|house|number|phone|birthday|hen|wedding|party|voucher|card|friend|mate|neighbour|nan|one)(?!\w)",
    re.I,
)
_POSSESSIVE = r"(?:my|our|his|her|mein\w?|unser\w?|sein\w?|ihr\w?|mon|ma|notre|son|sa|mi|nuestr[oa]|su|(?:il |la )?(?:mi[ao]|nostr[oa]|su[ao]))"
# Who somebody is of whom it is spoken: the word for a relative behind the name.
_IS = r"(?:s?he['’]?s|(?:it|this|that)['’]?s|(?:das|er|sie) ist|das war|c['’]est|es|era|è|זה|זאת|הוא|היא|هو|هي|هذا|هذه|هاد|هاي|هيدا|هيدي) "
KIN_BEHIND = re.compile(
    rf"(?:(?:[,،(;.]| [–-]) (?:{_IS})?(?:{_POSSESSIVE} )?| (?:my|our|meine?|unsere?) | (?=[א-תء-ي]))(?:(?:little|big|kleine[rs]?|große[rs]?|petite?) )?(?P<kin>[^\W\d_]+(?: שלי| שלנו)?)(?!\w)",
    re.I,
)
# Behind these is whom somebody speaks of or to, comes with or books for.
_BEFORE = _any_of(
    r"ask(?:ing|ed)? for|tell|told|let|recommended by|sent by|told by|heard (?:about|of) (?:you|ye|yous|u) (?:from|through)|(?:number|name|card|tip|details|recommendation) (?:off|from|by|through|via)|it was|thanks to|instead of|"
    r"(?:come|coming|came|go|going|was|be|be there|together|along|arriving) with|(?:booked|booking|appointment|slot|appt|gift) for|it['’]?s for|(?:appointment|booking|slot) (?:is|was) (?:under|for)|cancel|text|ring|call|phone|(?:swap(?:ping)?|chang\w+) (?:me )?with|(?:not for me,?|time|one|spot|it['’]?s all) for|(?:pick(?:ing)?|collect(?:ing)?|drop(?:ping)?|mind(?:ing)?|meet(?:ing)?)(?: up| off)?(?<!pick)|(?:me|us) and|booking['’]s under|under|book|squeeze|pencil|(?:this|it|that) is|(?:it|this|that)['’]?s|hi|hey|from|name['’]s",
    r"frag(?:t|en sie)?(?: bitte)? nach|sag(?:t|en sie)?(?: bitte)?|grü(?:ß|ss)t?(?: mir)?|(?:termin|nummer|tipp|empfehlung|mutter|mama|frau|mann|sohn|tochter|platz|gutschein|hochzeit) von|statt|anstatt|anstelle von|(?:zusammen|gemeinsam|komm\w*|war|bin|wäre) mit|streicht?|streichen sie|ruft?|(?:läuft|steht|geht|gebucht|reserviert) auf|(?:ich|wir) und|das ist|hier ist|(?:ich )?bin(?: die| der)?|dank|nehmt|schickt",
    r"demande[rz]?(?: à)?|(?:dites?|dis|dire)(?: bien)? à|(?:garde|récupère|dépose|amène|emmène|décale[rz]?|déplace[rz]?|garder|récupérer|déposer|amener|emmener)|c['’]est pour|(?:rdv|rendez-vous|tour|place|numéro|fille|fils|mère|mari|maman|anniversaire|mariage|copain|copine) (?:de|d['’])|(?:de la part|à la place) (?:de|d['’])|(?:numéro|envoyée?|conseillée?|recommandée?|connus?) par|grâce à|(?:viens|vient|venir|viendrai|venue?|vais|serai|étais|passe) avec|(?:moi|nous|toi) et|annule[rz]?|appele[rz]|préven(?:ez|ir)|réserve[rz]?(?: pour)?|notez|mettez|je suis",
    r"pregunt\w+ por|(?:d[íi](?:le|ga|gale)|decid(?:le)?|díganle|avis\w+|recuérd\w+) a|(?:recog|llev|tra[ei]|busc|acompañ|dej|esper)\w* a|(?:teléfono|móvil|número|cita|hora|turno|hueco|sitio|hij[oa]|madre|padre|mujer|marido|cumple|boda|amig[oa]) de|de parte de|me (?:manda|mandó|envía|recomendó)|(?:me pasó|me dio) el (?:número|contacto)|gracias a|(?:voy|vengo|viene|ir|venir|iré|estuve|fui|vine|vamos|junto) con|yo y|(?:cancel|anul|llam|apunt|mete|meted|mov|cambi)\w* a|pon\w* a|(?:si |cuando )(?:llam[ae]|vien[ae]|venga|llegue|llega|pregunt[ae])|soy(?: la| el)?|en lugar de|en vez de",
    r"chied\w+ di|(?:dite|di['’]?|dì|dica|dillo|ditelo|dire) a[d]?|(?:prendere|portare|accompagnare|lasciare|aspettare|aspetto|accompagno|spostare)|(?:numero|telefono|appuntamento|posto|turno|ora|figli[oa]|madre|padre|moglie|marito|compleanno|matrimonio|amic[oa]) di|(?:da|a) parte di|mi (?:manda|ha mandat[oa]|ha consigliat[oa])|mi ha (?:dato il numero|parlato di voi)|grazie a|(?:vengo|viene|venire|vado|verrò|sono venut[oa]|ero|insieme|veniamo) con|(?:io|noi) e|cancell\w+|chiam(?:ate|a|are|i)|segn\w+|prenot\w+|spost\w+|(?:se|quando) (?:chiama|viene|arriva|passa)|al posto di|invece di",
    r"(?<![א-ת])(?:ו?(?:עם|של|דרך|בשביל|אצל|עבור|בזכות|במקום|את|על שם)|תשאלו? (?:את|אם)|שלח[הו] אותי|המליצ[הו] לי|[תו]?רשמ[ויה] את)",
    r"(?<![ء-ي])(?:و?(?:مع|عند|تبع|تاع|من طرف|من عند|بدل|عن طريق|لعند|ضيف\w*|سجل\w*|باسم)|س[أا]لت|(?:بنت|ابن|عرس|زوج[ةه]?)|(?:اذا|إذا|لما|لو|بس) (?:اتصل\w*|[تي]?ج[يه]|تيجي|ييجي|وصل\w*)|اتصل[تو]?|بعت[تو]?ني|دل[تو]?ني|نصح[تو]?ني|يا|شفت|(?:[اأبن]?)(?:جيب|وصل|اخد|ستنى)|رقم|هاي|هي|هذ[اه]|انا|أنا|عشان|لأجل)",
)
# The same of what is written onto the name.
_ONTO = r"(?<![א-ת])(?:(?:אני|אנחנו|אני,) ו|(?:תגיד\w*|תמסר\w*|להגיד|למסור|תקבע\w*|לקבוע|קבעתי|תור|מחכה|תתקשר\w*|להתקשר|תודה|תעביר\w*) ל)|(?<![ء-ي])(?:(?:[اأ]نا|نحن|احنا) و ?|(?:قول\w*|خبر\w*|احجز\w*|موعد|حجز|احك\w+) ل)"
BEFORE = re.compile(
    rf"(?<!\w)(?:(?:[jtnms]['’])?(?:{_BEFORE})(?:(?<=['’])| (?:die |der |la |el |il )?)|{_ONTO})$", re.I
)
# Whoever is with the one who speaks.
COMPANY = re.compile(
    r"(?<!\w)(?:(?:me|us) and|(?:ich|wir) und|(?:moi|nous) et|(?:yo|nosotr[oa]s) y|(?:io|noi) e) $", re.I
)
# What stands before a name where something belongs behind it too.
AROUND = tuple(
    (re.compile(rf"(?<!\w)(?:{before}) ?$", re.I), re.compile(rf" (?:{behind})(?!\w)", re.I))
    for before, behind in (
        (
            r"can|could|will|is|did|if|when|until|till|once|because|as soon as",
            r"come|comes|call|calls|rings|gets|arrives|have|join|phones|texts|picks?|cancels?|booked|turn|there|in|free|on (?:your|the) list",
        ),
        (r"tell|ask|let", r"i|im|i['’]m|we|we['’]re|if|that|to"),
        (
            r"wenn|falls|bis|sobald|kann|darf|könnte",
            r"anruft|kommt|mit|auch|da|mitkommen|kommen|absagt|fertig",
        ),
        (r"mit", r"zusammen|gemeinsam|vorbei|war\w*|kam"),
        (r"(?:tragt?|schreibt?|setzt?|nehmt|bucht|trag|tragen sie)(?: bitte)?", r"ein|auf|hin|dazu"),
        (r"von", r"hab\w*|weiß|kenn\w*|noch|aus|und"),
        (r"für", r"um|am|und"),
        (r"avec", r"on|nous|et"),
        (r"c['’]est|c['’]était", r"qui|d['’]hier|de|à l['’]appareil|encore"),
        (r"si|quand", r"appelle|vient|arrive|annule|passe"),
        (r"pour", r"qui|à|et moi|demain"),
        (r"con", r"vamos|venimos|fuimos|la otra vez|el otro día|y conmigo"),
        (r"si|cuando", r"llama|viene|llega|pregunta"),
        (r"viene|vendrá|llega|vendría|vino", r"conmigo|por mí|a por|en mi lugar"),
        (r"para", r"a las|que|y para mí"),
        (r"es|fue|era", r"quien|la que|el que"),
        (r"con", r"siamo|eravamo|sono|veniamo|andiamo|e con|l['’]altra volta"),
        (r"viene|verrà|arriva", r"al posto|a prender\w+|con me|domani|e"),
        (r"sono|è", r"quell[ao]|la|dell['’]altra|di ieri|che"),
        (r"per", r"alle|che|e per"),
        (r"ו?(?:אם|כש|כי|אז|עד ש)", r"מתקשר\w*|התקשר\w*|מגיע\w*|תגיע|יגיע|בא[הו]?|תבוא|יבוא|תתקשר|יתקשר"),
    )
)
# A first look: one of those.
ANY_BEHIND = re.compile("|".join(behind.pattern for _, behind in AROUND), re.I)
# Behind a name it goes on with these, or not at all: any other word may be what the word before it describes.
GOES_ON = re.compile(
    r"[ \t]*(?:$|[.,،;:!?؟()\n\[/]|[-–] )|['’]s(?!\w)| (?:\d|(?:when|if|and|or|but|at|on|by|for|from|in|to|too|as well|again|please|pls|ta|today|tomorrow|tonight|that|im|i['’]?m|i|we|she|he|it|who|is|was|instead|down|next|last|this|tmrw|before|after|"
    r"wenn|falls|dass|um|am|ab|und|oder|aber|noch|auch|bitte|danke|heute|morgen|ich|wir|sie|er|aus|von|vom|mit|gestern|zusammen|frei|schon|ist|hab|steht|vorbei|kommt|anruft|mein|"
    r"quand|si|et|ou|mais|à|au|le|la|que|qui|svp|merci|demain|aujourd['’]hui|je|on|nous|elle|il|d['’]hier|de|est|aussi|pour|a|avant|hier|vient|"
    r"cuando|y|o|pero|a|el|los|la|que|quien|por|porfa|gracias|mañana|hoy|ayer|en|de|también|es|está|para|se|me|vamos|venimos|llama|viene|antes|"
    r"quando|e|ma|o|alle|al|il|che|per|grazie|domani|oggi|ieri|di|da|quell[oa]|anche|è|veniamo|chiama|viene|prima|coi|in|"
    r"ב\w+|כש\w*|אם|ו\w+|או|אבל|ש\w+|כי|היום|מחר|גם|בבקשה|מ\w+|לא|ל\w+|תור|אחרי|לפני|פה|כאן|אצלכם|"
    r"و\w+|بكرا|بكرة|اليوم|ال\w+|من|على|في|مع|كمان|عشان|اني|انو|لو|بس|قبل|بعد|ب\w+|ل\w+|بدل|هون|جاي\w*|رح|الساعة))(?!\w)",
    re.I,
)
# A clause begins here, or it is said who does what in it.
STARTS = re.compile(
    r"(?:^|[.!?؟،,;:\n(–\]-] ?|(?<![\w'’])(?:and|but|if|when|because|that|so|coz|as|und|aber|wenn|weil|dass|da|die|der|et|mais|si|quand|que|qu['’]|comme|y|pero|cuando|porque|la|el|e|ma|se|quando|che|perché|il|אם|כש|כי|ש|ו|אבל|اذا|إذا|لما|لأن|لانو|انو|إن|أن|و|بس|كمان|hi|hey|hello|hallo|bonjour|hola|ciao|היי|مرحبا) ?)$",
    re.I,
)
# No name behind an article or whose something is.
DETERMINED = re.compile(
    r"(?<![\w'’])(?:the|an?|my|your|our|his|her|this|that|some|any|no|more|in|of|to|das|dem|den|des|eine?[nrms]?|mein\w*|dein\w*|euer|eure\w*|kein\w*|im|am|zum|zur|le|les|un|une|mon|ma|votre|ce|cette|en|au|los|las|una|mi|tu|su|al|del|lo|i|gli|uno|nel|alla) $|(?:l|un)['’]$",
    re.I,
)
