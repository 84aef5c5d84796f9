"""The parts that concerns are known by, as regular expressions over lower-case text."""

from msgspec import Struct


class RefundWords(Struct, frozen=True):
    """What is wanted back, or was paid twice. alone: what says so by itself."""

    alone: str
    money: str
    back: str
    paid: str
    twice: str


class ConcernWords(Struct, frozen=True):
    """One language. late: that one comes later than agreed. refund: the parts of a wish for money back. data: that
    what is stored is asked for or to be deleted. complaint: an ill word for a treatment or for people; visit:
    what makes it one of a visit that was. supposed: what makes of a statement a case that is only thought of.
    repeat: that the answer is wanted again."""

    late: str
    refund: RefundWords
    data: str
    complaint: str
    visit: str
    supposed: str
    repeat: str


WORDS = {
    "en": ConcernWords(
        late=r"(?:i'?m|i am|im|i'?ll|i will|we'?re|we'?ll|gonna|going to|will|might|running|be|about)\b[^.!?]{0,25}?\b(?:late(?! (?:slot|time|app|after|even|one|in the))|delayed|behind schedule)\b"
        r"|\d+ ?min(?:ute)?s? late\b|stuck (?:in|on|at)\b|\bin (?:a )?traffic\b|missed (?:my|the) (?:bus|train|tram)"
        r"|(?:be|bit|few|about|running|\d+ ?(?:min(?:ute)?s?)?|hour) (?:behind|overdue)\b|(?:bus|train|tram|tube|metro|traffic|car|trams?|buses|trains?)(?:'s| is| are| has| have)? (?:\w+ )?(?:late|delayed|packed (?:in|up)|broken down|stuck|not moving|rammed|nightmare|murder)\b|won'?t (?:be there|make it) (?:on time|for|till|until|before)|hold (?:my|the) (?:slot|place|spot)|(?:be|get|there|arriv\w*) (?:\w+ )?(?:\d+|ten|five|fifteen|twenty|half an hour|quarter of an hour|few) ?(?:min(?:ute)?s?)? (?:late|behind)|start without me|on my way but|stuck (?:behind|with)\b|(?:will|i'?ll|gonna|going to) be (?:there|in|with you) (?:at |about |around )?(?:\d+|ten|five|quarter) past|(?:flat tyre|flat tire|car broke)",
        refund=RefundWords(
            alone=r"(?:money|cash|deposit|payment|fee)s? back|refund\w*|reimburs\w*|chargeback|overcharged|double[- ]charged|owe me\b|compensat\w+",
            money=r"money|cash|deposit|quid|dosh|payment|dough|fee|cost",
            back=r"(?:get|give|have|want|need|send|put|pay|claim|refund)\b[^.!?]{0,30}?\bback|returned|my money back",
            paid=r"paid|charged|took|taken|debited|billed|payment|money",
            twice=r"twice|double|two times|2 times|2x|too much|second time",
        ),
        data=r"(?:delete|erase|remove|wipe|forget)\b[^.!?]{0,25}?\b(?:(?:my|all|personal) (?:\w+ )?(?:data|info\w*|details|number|e-?mail|account|phone)|everything (?:you|u|ya)\b|(?:data|info\w*) (?:you|u|about|on)\b)"
        r"|gdpr\b|(?:what|which) (?:data|info\w*|details)\b[^.!?]{0,25}?\b(?:have|got|store|keep|hold)\b|copy of my data|data protection"
        r"|(?:delete|erase|remove|wipe|scrub|take|get rid of|bin|clear)\b[^.!?]{0,25}?\b(?:my|me)\b[^.!?]{0,20}?\b(?:data|details|number|records?|files?|system|database|books?|account|mailing list|list)\b|(?:stuff|everything|all|anything|info\w*|details|data) (?:that )?(?:you|you'?ve|yous)\b[^.!?]{0,15}?\b(?:have|got|hold|keep|store[d]?) (?:on|about)|hold (?:on|about) me\b|(?:data|personal) (?:protection|access|request)|right to be forgotten|subject access|unsubscribe|stop (?:texting|emailing|e-mailing|spamming|messaging) me|privacy policy",
        complaint=r"(?:peeved|narked|miffed|cheesed off|pissed off|annoyed|angry)\b|(?:not|aren't|isn't|wasn't) (?:at all )?(?:happy|satisfied|pleased|impressed)|unhappy|disappoint\w+|wonky|crooked|uneven|ruined|messed|botched|butchered|awful|terrible|horrible|worst\b|rude\b|unfriendly|disgusting|burn(?:t|ed)|fried|disaster|"
        r"unacceptable|ripped off|complain\w*|a joke of a|disgrace"
        r"|botch\w*|hacked|hack job|state of (?:my|it)|looks? (?:awful|terrible|horrible|ridiculous|rubbish|a mess|like (?:i|shit|crap|rubbish|a (?:mess|mop|clown|scarecrow|bog brush|broom)))|lopsided|(?:went|gone|turned|came out|looks|look|is|are|it'?s) (?:\w+ )?(?:orange|green|brassy|yellow|patchy|too short)|cut (?:\w+ )?too short|shoddy|rubbish|shocking|shambles|gutted|fuming|livid|ignored|shouted|snapp(?:ed|y)|rough\b|hurt me|unprofessional|dirty|filthy|fell out|falling out|breaking off|cut (?:it |it's |my \w+ )?(?:meself|myself|with a)|dog'?s dinner|pig'?s ear|not what i (?:asked|wanted)|never coming back|kept (?:me )?waiting|waited (?:an? |over |for )|worst\b|appalling|atrocious|wrong colou?r|washed out",
        visit=r"(?:last (?:time|week|month|visit)|yesterday|this morning|(?:was|were|did|made|cut|left|gave|dyed|coloured|colored|ruined|burnt|burned|messed|botched|butchered)\b|complain\w*|haircut|hair|fringe|colour|color|massage|staff|stylist|hairdresser|girl|guy|lady)"
        r"|(?:last|ago|the other (?:day|week|time)|got home|when i (?:was|came|got)|monday|saturday|friday|back'?s|fringe'?s|your (?:girl|guy|lass|lad|bloke|place|salon|staff)|she|he|they)\b",
        supposed=r"(?:if|when|in case|until when|policy)\b",
        repeat=r"(?:say|repeat)\b[^.!?]{0,15}?\bagain\b|repeat (?:that|it|please)|come again\b|(?:didn'?t|did not) (?:catch|get|understand|read) (?:that|it|this|you)|pardon\W*$|once more(?: please)?\W*$|what was that\b|what were (?:they|the times)\b"
        r"|(?:what|which) (?:did you|was|were) (?:say|that|those|the times|it) ?(?:again)?|say (?:it|that|them) (?:again|once more)|(?:you )?(?:lost|confused) me|you what\b|^\W*(?:eh|huh)\W*$|(?:can|could) (?:you|u) repeat|(?:one|once) more time|run that by me|didn'?t (?:hear|see|follow)|missed that|what times? (?:again|were)",
    ),
    "de": ConcernWords(
        late=r"verspät\w*|komm\w*\b[^.!?]{0,25}?\bspäter\b|(?:wird|werde)\b[^.!?]{0,25}?\bspäter\b|(?:im|in einem) stau\b|nicht pünktlich|zu spät (?:kommen|dran|da)|(?:bahn|bus|zug) verpasst"
        r"|(?:später|spät) (?:dran|dro)\b|(?:schaff|pack)\w*\b[^.!?]{0,25}?\b(?:nicht |ned )(?:pünktlich|rechtzeitig)|(?:bahn|bus|zug|u-bahn|s-bahn|tram|straßenbahn|bim|auto)\b[^.!?]{0,20}?\b(?:weg|ausgefallen|fällt aus|steht|steckt|davongefahren|verpasst|kaputt)|(?:\d+|paar|zehn|fünf|viertel) ?(?:min\w*|stunde)? (?:später|zu spät|verspätung)|stehe? (?:noch )?im stau|stecke? (?:noch )?(?:im|in)|wart(?:et|en sie)? (?:bitte )?auf mich|dauert (?:noch )?(?:ein )?(?:bisschen|etwas|paar)",
        refund=RefundWords(
            alone=r"rückerstatt\w*|erstatt\w*|geld zurück|rückzahl\w*|entschädig\w*",
            money=r"geld|kohle|euro|(?:an)?gezahlte[sn]?|anzahlung|kaution|betrag|zahlung|was i(?:ch)? zahlt? hab\w*",
            back=r"zurück\w*|wieder ?(?:haben|kriegen|sehen)|retour|gutschr\w*|rücküberweis\w*",
            paid=r"(?:be|ge)?zahlt|abgebucht|(?:be|ver)rechnet|abgezogen|eingezogen|kassiert|abkassiert",
            twice=r"doppelt|zwei ?mal|2 ?x|2 ?mal|zu ?viel",
        ),
        data=r"(?:lösch|entfern|vergess|vergiss)\w*\b[^.!?]{0,25}?\b(?:daten|infos?|nummer|adresse|konto|handynummer|alles (?:über|von|zu) mi(?:ch|r))|(?:daten|infos|nummer)\b[^.!?]{0,20}?\blösch\w*|dsgvo\b|(?:welche|was für) (?:daten|infos)\b|meine daten\b|datenschutz"
        r"|(?:lösch|entfern|raus|streich|nehm|tilg|vernicht)\w*\b[^.!?]{0,35}?\b(?:daten|nummer|kartei|datenbank|system|verteiler|newsletter|e-?mail|mail)\b|(?:daten|infos?|nummer|mail|adresse)\b[^.!?]{0,30}?\b(?:lösch|entfern|raus|gespeichert|weg)\w*|(?:gespeichert|speichert)\b|was (?:wisst|habt|haben|wissen)\b[^.!?]{0,20}?\bmich\b|auskunft\b|abmeld\w*|(?:keine|nimmer) (?:mails?|werbung|nachrichten) (?:mehr|schick\w*)",
        complaint=r"ang(?:e)?fressen|grantig|stinksauer|verärgert|genervt|wütend|raus ?g(?:e)?(?:gangen|waschen)|ausgewaschen|unzufrieden|enttäusch\w+|schief|ruiniert|verschnitten|versaut|verhunzt|verbrannt|katastrophe\w*|furchtbar|schrecklich|grauenhaft|schlimm|mies\w*|unfreundlich|frech|unverschämt\w*|nich\w* (?:\w+ )?(?:dolle|toll|gut|schön|zufrieden)|beschwer\w+|reklam\w+|frechheit"
        r"|schief\w*|krumm|ungleich\w*|fleckig|(?:is|ist|sind|war|wurde|geworden) (?:\w+ )?(?:orange|grün|gelb|zu kurz)|(?:orange|grün|gelb|zu kurz) (?:geworden|gschnitten|geschnitten)|verbrann\w*|verpfuscht|vermurkst|verbockt|scheiße\w*|scheisse|mist\b|grausig|greislig|greißlich|schiach|hässlich|unmöglich|unter aller sau|katastroph\w*|saftladen|pfusch\w*|ungepflegt|dreckig|schmutzig|angeschnauzt|angemotzt|pampig|patzig|grantig|unhöflich|ruppig|wehgetan|weh getan|nie wieder|nie mehr|sauer\b|stinksauer|ewig (?:ge)?wart\w*|(?:stunde|minuten) (?:ge)?wart\w*|rausgewaschen|gar nicht (?:was|wie)|nicht (?:das|so),? (?:was|wie) ich",
        visit=r"(?:letztes? mal|letzte woche|gestern|neulich|war(?:en)?|wurde|hat|haben|habt|beschwer\w+|reklam\w+|haare|schnitt|farbe|massage|friseurin|friseur|kollegin|mitarbeiter\w*)\b"
        r"|(?:letzte[ns]? mal|vorige\w*|beim letzten|neulich|letztens|vorgestern|letzten|wars|war's|gschnitten|geschnitten|gefärbt|bei euch|bei ihnen|die (?:dame|junge|frau)|der (?:typ|junge|herr)|euch|hinten|vorne|pony|farb|schnitt|schaut|sieht)\b",
        supposed=r"(?:wenn|falls|bis wann)\b",
        repeat=r"noch ?mal\b(?: bitte)?(?:,? hab\w*| ich hab\w*| sagen| wiederholen|\W*$)[^.!?]{0,30}|wiederhol\w*|nich\w* (?:verstanden|mitgekriegt|aufgepasst|mitbekommen)\b|wie bitte\b|wie war das\b"
        r"|(?:noch ?mal|nochmals|noch einmal)\b[^.!?]{0,20}\b(?:sagen|schreiben|schicken|zeigen|wiederholen|nennen|erklären|lesen)|(?:sag|schreib|schick|zeig|nenn)\w*\b[^.!?]{0,25}\b(?:noch ?mal|nochmals|noch einmal)|was (?:war|waren|hast|haben)\b[^.!?]{0,20}?\b(?:gesagt|zeiten|termine|nochmal|jetzt)|(?:hä|häh|hää|wos|ha)\b ?(?:\?|,|was)|nicht (?:gelesen|gehört|kapiert|gecheckt|gerafft|mitbekommen)|von vorne? bitte|was meinst du|was meinen sie|versteh\w* (?:ich )?nicht",
    ),
    "fr": ConcernWords(
        late=r"(?:en|de|du) retard\b|(?:dans|coincée?s? dans) (?:les|un) (?:bouchons?|embouteillages?)|coincée?\b|raté (?:mon|le) (?:bus|train|métro)|(?:arrive|arriverai|serai) (?:plus )?(?:tard|en retard)\b"
        r"|(?:\d+|dix|cinq|quinze|vingt) ?(?:min\w*|mn)? (?:de |en )?retard|à la bourre|(?:bus|train|métro|tram|rer|bagnole|voiture)\b[^.!?]{0,20}?\b(?:retard|panne|bloqué|annulé|supprimé|raté|loupé)|(?:loupé|manqué|raté) (?:mon|le) (?:bus|train|métro|tram|rer)|(?:attendez|attends|attendre)[- ]moi|pas (?:être )?à l'heure|retardée?\b",
        refund=RefundWords(
            alone=r"rembours\w*|dédommag\w*|avoir (?:mon|un) remboursement",
            money=r"argent|sous|thunes?|fric|euros?|balles|acompte|somme|montant",
            back=r"rend\w*|récup\w*|ravoir|revoir|redonn\w*|revers\w*|restitu\w*|en retour",
            paid=r"débit\w*|pay[ée]\w*|factur\w*|prélev\w*|compté\w*|encaiss\w*",
            twice=r"2 ?fois|deux fois|double|trop",
        ),
        data=r"(?:effac|supprim|oubli)\w*\b[^.!?]{0,25}?\b(?:données|infos?|informations?|numéro|compte|coordonnées|tout ce que vous)|rgpd\b|(?:gardez|conservez|stockez|avez)\b[^.!?]{0,12}?\b(?:mes (?:infos?|données|informations?|coordonnées))|(?:quelles|mes) données\b"
        r"|(?:effac|supprim|oubli|enlev|enlèv|retir|vir)\w*\b[^.!?]{0,30}?\b(?:données|infos?|informations?|numéro|compte|coordonnées|nom|mail|fichier|base|système|liste)|(?:infos?|données|informations?|trucs|choses) (?:que vous|que t'|qu'|vous|sur moi)|sur moi\b|désabonn\w*|désinscri\w*|(?:arrêtez|plus) (?:de )?(?:m'envoyer|mails?|sms|spam)|vie privée|confidentialité",
        complaint=r"déçue?s?\b|désagréable\w*|horrible\w*|affreu\w+|ratée?s?\b|nulle?s?\b|catastroph\w+|massacr\w+|pas (?:du tout )?(?:conten\w+|satisfaite?)|mécontent\w*|impolie?|honteu\w+|scandal\w+|moche|brûlée?|ruiné\w*|plaindre|réclam\w+|de travers"
        r"|(?:raté|loupé|foiré|cramé|brûlé|massacré|bousillé|abîmé|pourri|naze|dégueu\w*|immonde|horrible|moche|laid|inadmissible|lamentable|déplorable|arnaque|voleu\w*|désagréable|malpoli|mal (?:coiffé|coupé|fait|élevé|aimable|reçu|accueilli)|pas (?:aimable|droit|égal|satisfait|ouf|ce que j|du tout ce)|coupée? trop court|de travers|inégal|parti\w* en|partie en|honte|énervée?|furieu\w*|plus jamais|jamais revenir|abusé|ignoré|crié|attendu)\w*",
        visit=r"(?:dernière fois|semaine dernière|hier|l'autre (?:jour|fois)|était|étaient|a été|avez|m'a|m'avez|ratée?|plaindre|réclam\w+|coiffeu(?:se|r)|cheveux|coupe|couleur|massage|personnel|fille)"
        r"|(?:la dernière|l'autre|samedi|lundi|vendredi|hier|y a|il y a|chez vous|votre|vos|vous|sortie?|rentrée?|tête|frange|couleur|coupe|nana|meuf|mec|dame|était|c'est|m'ont|on m'a)\b",
        supposed=r"(?:si (?:je|j'|on)|au cas où|jusqu'à quand)",
        repeat=r"redi(?:tes|s|re)\b|répét\w+|pas (?:bien )?(?:compris|entendu|suivi)\b|(?:^\W*hein|pardon|comment) ?\?|encore une fois\b"
        r"|redis\b|tu peux répéter|vous (?:disiez|avez dit)|^\W*(?:quoi|hein)\b ?\?|c'était quoi|j'ai pas (?:compris|suivi|capté|entendu|vu)|pas capté|rien (?:compris|capté)|(?:les|quels) horaires c'était|re-?dites|tu disais",
    ),
    "es": ConcernWords(
        late=r"(?:con|voy con|llevo) retraso\b|retras\w+\b|(?:lleg|voy|ir)\w*\b[^.!?]{0,18}?(?<!la )(?<!por la )\btarde\b(?! libre)|atasc\w+|en un atasco|perdí el (?:bus|tren|metro)"
        r"|(?:lleg)\w*\b[^.!?]{0,30}?(?<!la )(?<!por la )\b(?:tarde|demorad\w*|atrasad\w*|retrasad\w*)|\b(?:demorad[oa]|demoro|me demor\w+|atrasad[oa])\b|se me (?:pasó|fue|escapó) el (?:bus|tren|metro|autobús|colectivo|subte)|(?:tráfico|tranque|trancón|taco|embotellamiento|atorad\w*|atascad\w*)|me esperan\b|no llego a (?:tiempo|la hora)|(?:\d+|diez|cinco|quince|veinte) min\w* (?:más )?(?:tarde|después|de retraso)",
        refund=RefundWords(
            alone=r"reembols\w*|reintegr\w*|devoluci[óo]n|me (?:robaron|estafaron)",
            money=r"dinero|plata|pasta|lana|euros?|importe|seña|dep[óo]sito|anticipo|varo|feria|pago",
            back=r"(?:me|nos) (?:lo |la )?(?:devuelv|regres)\w*|devu[ée]lv\w*|devolv\w*|de vuelta",
            paid=r"cobr\w*|pagu[ée]|pagad[oa]|debit\w*|cargaron|cargado|descont\w*",
            twice=r"dos veces|2 veces|doble|de m[áa]s",
        ),
        data=r"(?:borr|elimin|suprim)\w*\b[^.!?]{0,18}?\b(?:datos|número|teléfono|correo|información|cuenta|todo lo que)|(?:qué|que|cuáles) (?:son mis )?datos\b|rgpd\b|lopd\b|datos (?:míos|personales)|mis datos\b|protección de datos"
        r"|(?:borr|elimin|suprim|quit|sac|saqu)\w*\b[^.!?]{0,25}?\b(?:datos|número|teléfono|correo|mail|información|cuenta|nombre|base|sistema|lista|registros?|todo lo que)|(?:datos|información|info) (?:que )?(?:tien|ten|guard|sobre)\w*|(?:saben|tienen|guardan) de mí|(?:dej|par)\w* de (?:mandar|enviar|escribir)\w*|privacidad|darme de baja de",
        complaint=r"fatal\b|horrible\w*|decepcion\w+|desastr\w+|malísim\w+|pésim\w+|borde\b|maleducad\w+|destroz\w+|vergüenza|quemad\w+|insatisfech\w+|no (?:estoy|quedé) (?:nada )?content\w+|queja\w*|quejar\w*|trasquil\w+"
        r"|maleducad\w*|mal educad\w*|groser\w*|antipátic\w*|sucio|suci\w+|asco\w*|feo|fea|chueco|torcido|disparejo|desparejo|arruin\w+|estrope\w+|quem(?:ó|ad\w+|aron)|mal (?:cortad|hech|teñid|atend|trat)\w*|(?:me |nos )?(?:trataron|atendieron|gritó|gritaron|ignoraron|hicieron esperar|dejaron esperando)|una (?:porquería|mierda|vergüenza|estafa|falta de respeto)|nunca más|no vuelvo|indignad\w*|enojad\w*|enfadad\w*|cabread\w*|(?:quedó|dejaron|dejó) (?:muy|demasiado) cort\w*|nada que ver|ni (?:hola|gracias|caso)|esper(?:é|amos|ando) (?:una|más|casi)|pésim\w*|una barbaridad|inaceptable",
        visit=r"(?:última vez|semana pasada|ayer|el otro día|fue|era|dejaron|dejó|hicieron|hizo|quedó|quedé|queja\w*|quejar\w*|pelo|corte|tinte|color|masaje|peluquer\w+|chica|personal)"
        r"|(?:la otra vez|la vez pasada|el otro día|la semana|anoche|el (?:sábado|lunes|viernes)|atendió|atendieron|cortó|cortaron|tiñó|hizo|pibe|chico|señora|muchach\w*|allí|ahí|ustedes|me|les|flequillo|salí)\b",
        supposed=r"(?:si (?:cancelo|anulo|no|lo)|en caso de|hasta cuándo)\b",
        repeat=r"rep(?:ite|ita|etir|íteme|ítemelo|ites?)\w*|otra vez,? por favor|no (?:te |le |lo )?(?:he )?(?:entend\w+|pill\w+)|¿?cómo\?|¿?(?:perdona|perdón)\?|dímelo otra vez"
        r"|(?:no|nada) (?:te |le |lo |les )?(?:entend\w+|escuch\w+|pill\w+|cach\w+)|no (?:te )?(?:entendí|entiendo|capté) nada|(?:me )?(?:lo|la|los|las) (?:dices|dice|repites|repite|pasas) (?:otra vez|de nuevo)|dime (?:otra vez|de nuevo)|(?:cuáles|qué) (?:eran|era|horas eran)|(?:otra vez|de nuevo)\W*$|^\W*¿?(?:eh|mande|qué|cómo) ?\?",
    ),
    "it": ConcernWords(
        late=r"(?:in|di|con) ritardo\b|ritardo\b|faccio tardi\b|far[òo] tardi\b|(?:arriv|veng)\w*\b[^.!?]{0,18}?\bdopo\b(?= ?(?:$|[,.!]))|nel traffico|imbottigliat\w+|perso (?:il|l') ?(?:bus|autobus|treno|tram)|bloccat\w+ (?:nel|in|sul)"
        r"|(?:arriv|veng|sar|far)\w*\b[^.!?]{0,25}?\b(?:(?<!più )tardi|ritardo|dopo l'orario)|(?:perso|saltat[oa]|soppress[oa]|cancellat[oa]|guast[oa]|bloccat[oa]|in ritardo)\b[^.!?]{0,14}?\b(?:treno|autobus|bus|tram|metro|macchina|corsa)|(?:treno|autobus|bus|tram|metro|macchina)\b[^.!?]{0,20}?\b(?:ritardo|perso|guast\w*|soppress\w*|ferm\w*|bloccat\w*|non (?:passa|parte))|(?:coda|code|traffico|ingorgo)|mi aspettate|non (?:arrivo|sarò) (?:in tempo|puntuale)|\d+ minuti di ritardo",
        refund=RefundWords(
            alone=r"rimbors\w*|risarci\w*|storn\w+",
            money=r"soldi|denaro|anticipo|acconto|caparra|euro|importo|quattrini",
            back=r"indietro|in dietro|ridat\w*|ridà\w*|ridare|restitu\w*|riav\w*|rendete\w*|rendermi|riprender\w*|rivoglio",
            paid=r"addebitat\w*|pagat\w*|pres[oi]|scalat\w*|prelevat\w*",
            twice=r"due volte|2 volte|doppi\w*|di troppo|in più",
        ),
        data=r"(?:cancell|elimin)\w*\b[^.!?]{0,18}?\b(?:dati|numero|informazioni|account|telefono|tutto quello)|gdpr\b|(?:quali|che) dati\b|(?:i )?miei dati\b|privacy"
        r"|(?:cancell|elimin|togli|toglier|tolg|rimuov|levar|lev)\w*\b[^.!?]{0,30}?\b(?:dati|numero|nome|informazioni|account|telefono|archiv\w*|sistema|elenco|lista|rubrica|tutto quello)|(?:dati|informazioni) (?:che )?(?:avete|tenete|conservate|su di me|miei)|(?:avete|sapete|tenete) (?:\w+ )?su di me\b|(?:disiscri|cancellami dalla|basta (?:mail|messaggi))\w*|riservatezza",
        complaint=r"orribil\w+|vergogn\w+|delus\w+|pessim\w+|disastro\w*|rovinat\w+|maleducat\w+|scortes\w+|schifo\w*|bruciat\w+|insoddisfatt\w+|non (?:sono|ero) (?:per niente )?(?:content|soddisfatt)\w+|reclam\w+|lament\w+"
        r"|maleducat\w*|scortes\w*|sgarbat\w*|antipatic\w*|storto|storta|stort\w*|sbilenc\w*|orrend\w*|orribil\w*|bruciat\w*|rovinat\w*|macchiat\w*|sporc\w*|schif\w*|uno scempio|indecent\w*|pessim\w*|fatto male|tagliat\w* male|trattat\w* male|mi avete fatto|(?:tagliat\w*|fatt\w*) troppo cort\w*|mai più|non torno|arrabbiat\w*|furios\w*|delus\w*|insoddisf\w*|aspettat\w* (?:un'ora|mezz'ora|tanto)|fatto aspettare|ignorat\w*|urlat\w*|andat\w* via (?:subito|dopo)|una vergogna|non è quello che",
        visit=r"(?:l'altra volta|ultima volta|dell'altra volta|settimana scorsa|ieri|era|stat[oa]|avete|mi ha|hanno|reclam\w+|capelli|taglio|colore|massaggio|parrucchier\w+|ragazza|personale)\b"
        r"|(?:l'altra|scorsa|scorso|ultima|ieri|sabato|lunedì|venerdì|da voi|vostr[oa]|signora|signorina|tipo|frangia|m'ha|m'avete|mi avete|mi hanno|fatto|uscit[oa]|dietro|testa)\b",
        supposed=r"(?:se (?:disdico|annullo|non|cancello)|in caso di|fino a quando)\b",
        repeat=r"ripet\w+|non ho (?:capito|sentito|seguito)\b|come\?|come scusa\b|un'altra volta,? per favore|può ridire"
        r"|(?:può|puoi|potrebbe|potete) (?:ripetere|ridire|ridirmi|riscrivere)|non ho (?:capito|sentito|letto|afferrato)|(?:mi )?(?:ripet|ridic)\w*|come (?:ha|hai) detto|quali erano|^\W*(?:eh|come|cosa) ?\?|scusi,? (?:come|cosa|non)|cosa (?:ha|hai) detto",
    ),
    "he": ConcernWords(
        late=r"(?:ש)?(?:אאחר|נאחר|מאחרת?|מאחרים|באיחור|אתעכב|מתעכבת?)(?!\w)|(?:ב)?(?:ה)?פקקי?ם?(?!\w)|תקועה? ב|פספסתי את (?:האוטובוס|הרכבת)"
        r"|(?:אגיע|נגיע|מגיעה?|מגיעים)[^.!?]{0,20}(?:באיחור|אחרי הזמן)(?!\w)|(?:רבע שעה|\d+ דק\S*|עשר דקות|כמה דקות) איחור|(?:מאחר|מאחרת|איחור|לאחר|מתעכב|מתעכבת|נתקע\S*)(?!\w)|(?:האוטובוס|הרכבת|הרכב|האוטו)[^.!?]{0,18}(?:איחר\S*|תקוע\S*|התקלקל\S*|לא הגיע\S*|ברח\S*)|תחכו לי|תשמרו לי",
        refund=RefundWords(
            alone=r"החזר(?: כספי)?|זיכוי|פיצוי|איפה הכסף",
            money=r"ה?כסף|ה?תשלום|ה?מקדמה|ה?סכום",
            back=r"תחזיר\S*|להחזיר|מחזיר\S*|יחזיר\S*|חזרה|בחזרה|לזכות|תזכ\S*",
            paid=r"חויבתי|שילמתי|חייבתם|ירד לי|הורדתם|גבו|גביתם|לקחתם",
            twice=r"פעמיים|כפול|יותר מדי|פעם נוספת|פעם שנייה",
        ),
        data=r"(?:תמחקו?|תמחקי|למחוק|מחקו|תסירו|להסיר)[^.!?]{0,22}(?:הטלפון|המספר|הפרטים|פרטים|המידע|הנתונים|המייל|החשבון)|(?:איזה|מה) מידע|פרטיות(?!\w)|המידע שלי|הפרטים שלי"
        r"|(?:תמחק\S*|למחוק|מחק\S*|תסיר\S*|להסיר|תוריד\S*|להוריד)[^.!?]{0,25}(?:טלפון|מספר|פרטים|מידע|נתונים|מייל|חשבון|שמי|השם שלי|מאגר|מערכת|רשימ\S*)|(?:מה|איזה|אילו) (?:אתם )?(?:יודעים|שומרים|שמרתם|מידע|נתונים|פרטים)[^.!?]{0,14}(?:עלי|עליי|שלי|לכם)|תפסיקו לשלוח|להסיר אותי מהרשימה|מדיניות פרטיות",
        complaint=r"(?:נורא|זוועה|זוועתי|גרוע|מאוכזב|מכוער|מבאס|דוחה|מזעזע)(?:ה|ים|ות|ת)?(?!\w)|הרסת\w*|גס[הי]? רוח|לא (?:מרוצה|מרוצים|חוזרת?)(?!\w)|שרפ\w+|אסון|תלונה|להתלונן|יצאתי (?:מכם|משם|מהמספרה) עם|עקום"
        r"|(?:נורא|זוועה|זוועתי|גרוע|מאוכזב|מכוער|מבאס|דוחה|מזעזע|עקום|מלוכלך|מגעיל|חצוף|מעליב|בושה|ביזיון|מחפיר|מעצבן|עצבני)(?:ה|ים|ות|ת|י)?(?!\w)|(?:דפקתם|דפקו|הרסו|קלקלו|פישלתם|חרבתם)\S*|(?:היה|הייתה|היתה) (?:לי )?(?:ממש )?(?:גרוע|רע|מגעיל)|(?<!לא )קצר מדי|לא (?:מה ש|כמו ש|יפה|נחמד|אדיב)\S*|חיכיתי (?:שעה|יותר|חצי)|צעק\S*|התעלמ\S*|לעולם לא|בחיים לא|לא אחזור|כועסת?|עצבנית?",
        visit=r"(?:בפעם (?:ה)?(?:שעברה|אחרונה|קודמת)|שבוע שעבר|אתמול|הי(?:ה|ו|תה|יתי)(?!\w)|מכם|אצלכם|עשיתם|עשו לי|הרסת\w*|שרפ\w+|תלונה|להתלונן|שיער|תספורת|צבע|עיסוי|ספר|ספרית|חוזרת?)"
        r"|(?:פעם (?:שעברה|קודמת|אחרונה)|שבוע שעבר|אתמול|שלשום|היה|היתה|הייתה|אצלכם|אצלך|הבחור\S*|הבחורה|הגבר|שלכם|עשה לי|עשתה לי|הפוני|השיער|הצבע|התספורת|מאחורה|יצאתי|יצא לי)",
        supposed=r"(?:אם|במקרה|עד מתי)(?!\w)",
        repeat=r"(?:ת?חזור|ת?חזרי|תגידי?|אפשר) (?:שוב|עוד פעם|על זה)|לא הבנתי(?!\w)|מה אמרת|שוב בבקשה|עוד פעם,? בבקשה|סליחה\?"
        r"|(?:מה|איך) (?:אמרת|אמרתם|היו|זה היה)|לא (?:קלטתי|שמעתי|ראיתי|הבנתי)(?!\w)|(?:עוד פעם|שוב פעם|שוב)\W*$|תחזר\S* על|תגיד\S* שוב|מה\?\W*$|אפשר שוב",
    ),
    "ar": ConcernWords(
        late=r"(?:را?ح |ح|ب|س)?[أا]?تأخر\w*|(?:ب|رح |راح |ح|س)?[أا]تاخر\w*|مت[أا]خر\w*|(?:في |ب)?(?:ال)?زحمة|عالقة? (?:في|ب)|فاتني (?:الباص|القطار)"
        r"|(?:رح|راح|ح|س|ب|بدي)? ?[ااأ]?ت[اأ]خ[رّ]\S*|مت[اأ]خر\S*|(?:الباص|القطار|السيارة|المترو|الترام)[^.!?؟]{0,20}(?:ت[أا]خر\S*|تعطل\S*|راح\S*|فات\S*|عطلان\S*)|عجقة|ازمة سير|أزمة سير|استنوني|انتظروني|مو واصل\S*|(?:اوصل|أوصل|واصل\S*|بوصل)[^.!?؟]{0,18}(?:بعد الموعد|متأخر\S*|بعد ب)|على الطريق",
        refund=RefundWords(
            alone=r"استرداد|استرجاع|تعويض",
            money=r"مصاري\S*|مصرياتي|فلوس\S*|نقود\S*|(?:ال)?مبلغ|(?:ال)?عربون|حقي",
            back=r"(?:ب?ت|ي|ا|أ)?رجع\S*|ارجاع|إرجاع|رد(?:ولي|لي|وا)|استرجع\S*",
            paid=r"دفعت\S*|خصم\S*|سحبت\S*|انسحب|انخصم|أخذت\S*|اخدت\S*",
            twice=r"مرتين|زيادة|دبل|ضعف",
        ),
        data=r"(?:امسح|احذف|شيل|تمسح|تحذف|مسح|حذف)\w*[^.!?]{0,20}(?:بيانات|معلومات|رقمي|رقم|ايميلي|حسابي)|بياناتي|معلوماتي|(?:شو|ما|اي) (?:ال)?(?:بيانات|معلومات)|خصوصية"
        r"|(?:امسح|احذف|شيل|تمسح|تحذف|مسح|حذف|امح|محو)\S*[^.!?؟]{0,25}(?:بيانات|معلومات|رقم|اسمي|ايميل|حساب|سجل|النظام|السيستم)\S*|(?:شو|ما|ايش|أي|اي) (?:ال)?(?:بيانات|معلومات)\S*|(?:عندكم|حافظين|مخزنين)[^.!?؟]{0,12}(?:عني|عنّي)|معلومات عني|بياناتي|معلوماتي|لا تبعتولي|بطلو تبعتو|الخصوصية",
        complaint=r"سي[ئء]\w*|زفت|خرب\w+|(?:مو|مش|غير|ما) راضي\w*|فظيع\w*|بشع\w*|كارثة|وقح\w*|محروق\w*|زعلان\w*|شكوى|اشتكي|خيب\w*"
        r"|(?:سيئ|سيء|سيئة|زفت|زبالة|مقرف|مقرفة|معوج|معوجة|أعوج|وسخ|وسخة|بشع|بشعة|فظيع|كارثة|مهزلة|فضيحة|قليل الأدب|قليلة الأدب|قليل ذوق|بلا ذوق|بدون ذوق|وقح|وقحة|نصاب\S*|حرام عليكم)|(?:خرب|حرق|بهدل|شوه|خرّب)\S*|(?:مو|مش|غير|ما) (?:راضي|عاجبني|عجبني|مبسوط|منيح|نضيف|مثل ما)\S*|قصير كتير|ما (?:رح|بعمري) (?:ارجع|أرجع|اجي)|زعلان\S*|معصب\S*|انتظرت (?:ساعة|نص|كتير)|صرخ\S*|طنش\S*|راحت بسرعة|ما ثبتت",
        visit=r"(?:المرة (?:الماضية|اللي فاتت|السابقة)|الأسبوع (?:الماضي|اللي فات)|امبارح|أمس|مبارح|كان\w*|عملت\w*|عملولي|خرب\w+|شكوى|اشتكي|شعري|الصبغة|القص|المساج|الموظف\w*)"
        r"|(?:المرة|الاسبوع|الأسبوع|مبارح|امبارح|أمس|اول مبارح|كان\S*|عملت\S*|عملو\S*|عملولي|قص\S*|صبغ\S*|شعري|غرتي|اللي|عندكم|الشب|البنت|الموظف\S*|طلع\S*|صار\S*)",
        supposed=r"(?:لو|اذا|إذا)(?!\w)",
        repeat=r"(?:عيد|كرر|أعد|اعد|تعيد)\w*(?!\w)|مرة (?:تانية|ثانية|أخرى)|ما (?:فهمت|سمعت)(?!\w)|شو قلت|ماذا قلت"
        r"|(?:عيد|كرر|أعد|اعد|تعيد|ارجع قول|رجاع قول)\S*|مرة (?:تانية|ثانية|أخرى|كمان)|كمان مرة|ما (?:فهمت|سمعت|شفت|لحقت|انتبهت)|(?:شو|ايش|ماذا) (?:قلت|كان\S*|حكيت)|نعم\?\W*$|كيف\؟\W*$",
    ),
}  # fmt: skip
