"""The parts that concerns are known by, as regular expressions over lower-case text."""

from msgspec import Struct


class ConcernWords(Struct, frozen=True):
    """One language. late: that one comes later than agreed. refund: that money is wanted back. data: that
    what is stored is asked for or to be deleted. complaint: an ill word for a treatment or for people; visit:
    what makes it one of a visit that was. supposed: what makes of a statement a case that is only thought of.
    repeat: that the answer is wanted again."""

    late: str
    refund: str
    data: str
    complaint: str
    visit: str
    supposed: str
    repeat: str


WORDS = {
    "en": ConcernWords(
        late=r"(?:i'?m|i am|im|i'?ll|i will|we'?re|we'?ll|gonna|going to|will|might|running|be|about)\b[^.!?]{0,25}?\b(?:late(?! (?:slot|time|app|after|even|one|in the))|delayed|behind schedule)\b"
        r"|\d+ ?min(?:ute)?s? late\b|stuck (?:in|on|at)\b|\bin (?:a )?traffic\b|missed (?:my|the) (?:bus|train|tram)",
        refund=r"(?:my |the )?money back|refund(?:ed)?\b|(?:charged|billed) (?:me )?(?:twice|double|too much)|overcharged",
        data=r"(?:delete|erase|remove|wipe|forget)\b[^.!?]{0,25}?\b(?:(?:my|all|personal) (?:\w+ )?(?:data|info\w*|details|number|e-?mail|account|phone)|everything (?:you|u|ya)\b|(?:data|info\w*) (?:you|u|about|on)\b)"
        r"|gdpr\b|(?:what|which) (?:data|info\w*|details)\b[^.!?]{0,25}?\b(?:have|got|store|keep|hold)\b|copy of my data|data protection",
        complaint=r"(?:not|aren't|isn't|wasn't) (?:at all )?(?:happy|satisfied|pleased|impressed)|unhappy|disappoint\w+|wonky|crooked|uneven|ruined|messed|botched|butchered|awful|terrible|horrible|worst\b|rude\b|unfriendly|disgusting|burn(?:t|ed)|fried|disaster|"
        r"unacceptable|ripped off|complain\w*|a joke of a|disgrace",
        visit=r"(?:last (?:time|week|month|visit)|yesterday|this morning|(?:was|were|did|made|cut|left|gave|dyed|coloured|colored|ruined|burnt|burned|messed|botched|butchered)\b|complain\w*|haircut|hair|fringe|colour|color|massage|staff|stylist|hairdresser|girl|guy|lady)",
        supposed=r"(?:if|when|in case|until when|policy)\b",
        repeat=r"(?:say|repeat)\b[^.!?]{0,15}?\bagain\b|repeat (?:that|it|please)|come again\b|(?:didn'?t|did not) (?:catch|get|understand|read) (?:that|it|this|you)|pardon\W*$|once more(?: please)?\W*$|what was that\b|what were (?:they|the times)\b",
    ),
    "de": ConcernWords(
        late=r"verspät\w*|komm\w*\b[^.!?]{0,25}?\bspäter\b|(?:wird|werde)\b[^.!?]{0,25}?\bspäter\b|(?:im|in einem) stau\b|nicht pünktlich|zu spät (?:kommen|dran|da)|(?:bahn|bus|zug) verpasst",
        refund=r"geld\b[^.!?]{0,12}?\b(?:zurück|wieder)\b|(?:rück|zurück)?erstatt\w*|(?:doppelt|zweimal|zu viel) (?:abgebucht|bezahlt|berechnet|kassiert)",
        data=r"(?:lösch|entfern|vergess|vergiss)\w*\b[^.!?]{0,25}?\b(?:daten|infos?|nummer|adresse|konto|handynummer|alles (?:über|von|zu) mi(?:ch|r))|(?:daten|infos|nummer)\b[^.!?]{0,20}?\blösch\w*|dsgvo\b|(?:welche|was für) (?:daten|infos)\b|meine daten\b|datenschutz",
        complaint=r"unzufrieden|enttäusch\w+|schief|ruiniert|verschnitten|versaut|verhunzt|verbrannt|katastrophe\w*|furchtbar|schrecklich|grauenhaft|schlimm|mies\w*|unfreundlich|frech|unverschämt\w*|nich\w* (?:\w+ )?(?:dolle|toll|gut|schön|zufrieden)|beschwer\w+|reklam\w+|frechheit",
        visit=r"(?:letztes? mal|letzte woche|gestern|neulich|war(?:en)?|wurde|hat|haben|habt|beschwer\w+|reklam\w+|haare|schnitt|farbe|massage|friseurin|friseur|kollegin|mitarbeiter\w*)\b",
        supposed=r"(?:wenn|falls|bis wann)\b",
        repeat=r"noch ?mal\b(?: bitte)?(?:,? hab\w*| ich hab\w*| sagen| wiederholen|\W*$)[^.!?]{0,30}|wiederhol\w*|nich\w* (?:verstanden|mitgekriegt|aufgepasst|mitbekommen)\b|wie bitte\b|wie war das\b",
    ),
    "fr": ConcernWords(
        late=r"(?:en|de|du) retard\b|(?:dans|coincée?s? dans) (?:les|un) (?:bouchons?|embouteillages?)|coincée?\b|raté (?:mon|le) (?:bus|train|métro)|(?:arrive|arriverai|serai) (?:plus )?(?:tard|en retard)\b",
        refund=r"rembours\w+|(?:débité|payé|facturé|prélevé)\w*\b[^.!?]{0,12}?\b(?:deux fois|en double|en trop)|récupérer mon argent|rendez(?:-| )moi mon argent",
        data=r"(?:effac|supprim|oubli)\w*\b[^.!?]{0,25}?\b(?:données|infos?|informations?|numéro|compte|coordonnées|tout ce que vous)|rgpd\b|(?:gardez|conservez|stockez|avez)\b[^.!?]{0,12}?\b(?:mes (?:infos?|données|informations?|coordonnées))|(?:quelles|mes) données\b",
        complaint=r"déçue?s?\b|désagréable\w*|horrible\w*|affreu\w+|ratée?s?\b|nulle?s?\b|catastroph\w+|massacr\w+|pas (?:du tout )?(?:conten\w+|satisfaite?)|mécontent\w*|impolie?|honteu\w+|scandal\w+|moche|brûlée?|ruiné\w*|plaindre|réclam\w+|de travers",
        visit=r"(?:dernière fois|semaine dernière|hier|l'autre (?:jour|fois)|était|étaient|a été|avez|m'a|m'avez|ratée?|plaindre|réclam\w+|coiffeu(?:se|r)|cheveux|coupe|couleur|massage|personnel|fille)",
        supposed=r"(?:si (?:je|j'|on)|au cas où|jusqu'à quand)",
        repeat=r"redi(?:tes|s|re)\b|répét\w+|pas (?:bien )?(?:compris|entendu|suivi)\b|(?:hein|pardon|comment) ?\?|encore une fois\b",
    ),
    "es": ConcernWords(
        late=r"(?:con|voy con|llevo) retraso\b|retras\w+\b|(?:lleg|voy|ir)\w*\b[^.!?]{0,18}?(?<!la )(?<!por la )\btarde\b(?! libre)|atasc\w+|en un atasco|perdí el (?:bus|tren|metro)",
        refund=r"(?:me )?(?:devuelv|devolv)\w+|reembols\w+|cobr\w+\b[^.!?]{0,8}?\b(?:dos veces|doble|de más)|mi (?:dinero|pasta) (?:de vuelta|atrás)",
        data=r"(?:borr|elimin|suprim)\w*\b[^.!?]{0,18}?\b(?:datos|número|teléfono|correo|información|cuenta|todo lo que)|(?:qué|que|cuáles) (?:son mis )?datos\b|rgpd\b|lopd\b|datos (?:míos|personales)|mis datos\b|protección de datos",
        complaint=r"fatal\b|horrible\w*|decepcion\w+|desastr\w+|malísim\w+|pésim\w+|borde\b|maleducad\w+|destroz\w+|vergüenza|quemad\w+|insatisfech\w+|no (?:estoy|quedé) (?:nada )?content\w+|queja\w*|quejar\w*|trasquil\w+",
        visit=r"(?:última vez|semana pasada|ayer|el otro día|fue|era|dejaron|dejó|hicieron|hizo|quedó|quedé|queja\w*|quejar\w*|pelo|corte|tinte|color|masaje|peluquer\w+|chica|personal)",
        supposed=r"(?:si (?:cancelo|anulo|no|lo)|en caso de|hasta cuándo)\b",
        repeat=r"rep(?:ite|ita|etir|íteme|ítemelo|ites?)\w*|otra vez,? por favor|no (?:te |le |lo )?(?:he )?(?:entend\w+|pill\w+)|¿?cómo\?|¿?(?:perdona|perdón)\?|dímelo otra vez",
    ),
    "it": ConcernWords(
        late=r"(?:in|di|con) ritardo\b|ritardo\b|faccio tardi\b|far[òo] tardi\b|(?:arriv|veng)\w*\b[^.!?]{0,18}?\bdopo\b(?= ?(?:$|[,.!]))|nel traffico|imbottigliat\w+|perso (?:il|l') ?(?:bus|autobus|treno|tram)|bloccat\w+ (?:nel|in|sul)",
        refund=r"rimbors\w+|rivoglio\b[^.!?]{0,8}?\bsoldi|(?:i|miei) soldi (?:indietro|in dietro)|(?:ridat|restitu|ridare)\w*\b[^.!?]{0,10}?\bsoldi|(?:addebitat|pagat|preso)\w*\b[^.!?]{0,12}?\b(?:due volte|il doppio|di troppo)",
        data=r"(?:cancell|elimin)\w*\b[^.!?]{0,18}?\b(?:dati|numero|informazioni|account|telefono|tutto quello)|gdpr\b|(?:quali|che) dati\b|(?:i )?miei dati\b|privacy",
        complaint=r"orribil\w+|vergogn\w+|delus\w+|pessim\w+|disastro\w*|rovinat\w+|maleducat\w+|scortes\w+|schifo\w*|bruciat\w+|insoddisfatt\w+|non (?:sono|ero) (?:per niente )?(?:content|soddisfatt)\w+|reclam\w+|lament\w+",
        visit=r"(?:l'altra volta|ultima volta|dell'altra volta|settimana scorsa|ieri|era|stat[oa]|avete|mi ha|hanno|reclam\w+|capelli|taglio|colore|massaggio|parrucchier\w+|ragazza|personale)\b",
        supposed=r"(?:se (?:disdico|annullo|non|cancello)|in caso di|fino a quando)\b",
        repeat=r"ripet\w+|non ho (?:capito|sentito|seguito)\b|come\?|come scusa\b|un'altra volta,? per favore|può ridire",
    ),
    "he": ConcernWords(
        late=r"(?:ש)?(?:אאחר|נאחר|מאחרת?|מאחרים|באיחור|אתעכב|מתעכבת?)(?!\w)|(?:ב)?(?:ה)?פקקי?ם?(?!\w)|תקועה? ב|פספסתי את (?:האוטובוס|הרכבת)",
        refund=r"החזר(?: כספי)?(?!\w)|(?:תחזירו|להחזיר|רוצה)[^.!?]{0,15}(?:ה?כסף)|כסף בחזרה|(?:חויבתי|שילמתי|חייבתם)[^.!?]{0,10}(?:פעמיים|כפול|יותר מדי)",
        data=r"(?:תמחקו?|תמחקי|למחוק|מחקו|תסירו|להסיר)[^.!?]{0,22}(?:הטלפון|המספר|הפרטים|פרטים|המידע|הנתונים|המייל|החשבון)|(?:איזה|מה) מידע|פרטיות(?!\w)|המידע שלי|הפרטים שלי",
        complaint=r"(?:נורא|זוועה|זוועתי|גרוע|מאוכזב|מכוער|מבאס|דוחה|מזעזע)(?:ה|ים|ות|ת)?(?!\w)|הרסת\w*|גס[הי]? רוח|לא (?:מרוצה|מרוצים|חוזרת?)(?!\w)|שרפ\w+|אסון|תלונה|להתלונן|יצאתי (?:מכם|משם|מהמספרה) עם|עקום",
        visit=r"(?:בפעם (?:ה)?(?:שעברה|אחרונה|קודמת)|שבוע שעבר|אתמול|הי(?:ה|ו|תה|יתי)(?!\w)|מכם|אצלכם|עשיתם|עשו לי|הרסת\w*|שרפ\w+|תלונה|להתלונן|שיער|תספורת|צבע|עיסוי|ספר|ספרית|חוזרת?)",
        supposed=r"(?:אם|במקרה|עד מתי)(?!\w)",
        repeat=r"(?:ת?חזור|ת?חזרי|תגידי?|אפשר) (?:שוב|עוד פעם|על זה)|לא הבנתי(?!\w)|מה אמרת|שוב בבקשה|עוד פעם,? בבקשה|סליחה\?",
    ),
    "ar": ConcernWords(
        late=r"(?:را?ح |ح|ب|س)?[أا]?تأخر\w*|(?:ب|رح |راح |ح|س)?[أا]تاخر\w*|مت[أا]خر\w*|(?:في |ب)?(?:ال)?زحمة|عالقة? (?:في|ب)|فاتني (?:الباص|القطار)",
        refund=r"رجع\w*[^.!?]{0,8}(?:مصاري|فلوس|نقود|المبلغ)|(?:استرداد|استرجاع)|(?:ب?ترجعو|ترجع|ارجاع)\w*[^.!?]{0,8}(?:ها|مصاري|فلوس|المبلغ)|دفعت (?:مرتين|زيادة)|خصم\w* (?:مني )?مرتين|بدي (?:فلوسي|مصاري|حقي)",
        data=r"(?:امسح|احذف|شيل|تمسح|تحذف|مسح|حذف)\w*[^.!?]{0,20}(?:بيانات|معلومات|رقمي|رقم|ايميلي|حسابي)|بياناتي|معلوماتي|(?:شو|ما|اي) (?:ال)?(?:بيانات|معلومات)|خصوصية",
        complaint=r"سي[ئء]\w*|زفت|خرب\w+|(?:مو|مش|غير|ما) راضي\w*|فظيع\w*|بشع\w*|كارثة|وقح\w*|محروق\w*|زعلان\w*|شكوى|اشتكي|خيب\w*",
        visit=r"(?:المرة (?:الماضية|اللي فاتت|السابقة)|الأسبوع (?:الماضي|اللي فات)|امبارح|أمس|مبارح|كان\w*|عملت\w*|عملولي|خرب\w+|شكوى|اشتكي|شعري|الصبغة|القص|المساج|الموظف\w*)",
        supposed=r"(?:لو|اذا|إذا)(?!\w)",
        repeat=r"(?:عيد|كرر|أعد|اعد|تعيد)\w*(?!\w)|مرة (?:تانية|ثانية|أخرى)|ما (?:فهمت|سمعت)(?!\w)|شو قلت|ماذا قلت",
    ),
}  # fmt: skip
