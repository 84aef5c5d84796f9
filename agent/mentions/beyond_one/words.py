"""What people say of more than one booking, in each language: parts of regular expressions over lower-case
text.

Every entry is one of these, and not a list of sentences: the rules that put them together are in ``finding``.
"""

from msgspec import Struct

from agent.mentions.beyond_one.relatives import ONE, SEVERAL


class RemainderWords(Struct, frozen=True, eq=False):
    """``often`` is how often ("every two weeks", "a standing appointment"); ``series`` a number of
    appointments. ``wish`` is said by who wants something; ``habit`` by who tells what is usual; ``but``
    begins another thought; ``only`` narrows to one, ``past`` tells of what was. ``me`` is the speaker as one
    of several, ``with_me`` the words between, ``kin`` one other person and ``kins`` several; ``number`` is
    two or more, ``all`` "all of us". ``also`` joins two things, ``either`` chooses between them, ``without``
    refuses what follows, ``dropped`` what comes before. ``treatments`` are services as the trade calls them,
    by what is done; what stands in the same entry is one thing. ``several`` is what makes of a treatment more
    than one: "two haircuts".
    """

    often: str
    series: str
    wish: str
    habit: str
    only: str
    past: str
    me: str
    with_me: str
    kin: str
    kins: str
    number: str
    all: str
    group: str
    also: str
    either: str
    without: str
    dropped: str
    small: str
    treatments: dict[str, str]
    several: str
    but: str


_TREATMENT_EN = {
    "cut": r"(?:hair ?)?cuts?|haircuts?|hair ?cut|trims?|fades?|(?:get )?cut", "colour": r"colou?r(?:ed|ing|s)?|highlights?|balayage|dye[ds]?|roots|tint(?!\w)",
    "dry": r"blow[- ]?(?:dr(?:y|ies)|outs?)|styling|updos?|braids?|hair done|wash (?:and|&|n|'n'?) set", "perm": r"perms?|straightening|keratin|extensions?",
    "massage": r"massages?", "hands": r"manicures?|nails?|gel nails", "feet": r"pedicures?", "face": r"facials?|peeling|make-?up", "brows": r"(?:eye)?brows?(?: (?:tints?|shap\w+|wax\w*))?|lashes|lash \w+|eyebrow tint",
    "beard": r"beards?(?: trims?)?|shaves?", "wax": r"wax(?:ing)?|threading", "yoga": r"yoga|pilates", "care": r"hair treatment|hair mask|spa treatment|scrub|sauna",
}  # fmt: skip

REMAINDER_WORDS = {
    "en": RemainderWords(
        but=r"\b(?:but|so|now(?! on))\b",
        often=r"\b(?:every (?:(?:other|first|last|second|third|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|single|few) )?(?:day|week|month|fortnight|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|year)s?(?:day)?s?\b|"
        r"each (?:week|month|first \w+|last \w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:once|twice|three times|\d ?(?:x|times)) (?:a|per|every|each) (?:week|month|fortnight)|weekly|fortnightly|bi-?weekly|monthly|"
        r"(?:standing|regular|recurring|repeat(?:ing)?) (?:\w+ )?(?:appointments?|bookings?|slots?|visits?|time|\w*days?)|regular thing|on a regular basis|regularly|(?:mon|tues|wednes|thurs|fri|satur|sun)days? until|of (?:every|each) (?:week|month))",
        series=r"\b(?:(?:next|following) (?:two|three|four|five|six|eight|ten|\d+) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weeks at)|(?:series|course|block) of (?:\w+ )?\w+|(?:two|three|four|five|six|eight|ten|[2-9]|1\d) (?:(?:separate|different) )?(?:appointments|sessions|bookings|visits))\b",
        wish=r"\b(?:please|pls|plz|need|needs|want|wants|would like|wanna|like to|like (?:a|an|my|the|to)|i'd like|we'd like|can (?:i|we|you|u)|could (?:i|we|you)|may i|book|reserve|schedule|(?:put|book|pencil) (?:me|us) (?:down|in)|appointments?|slots?|set up|(?:get|have) (?:their|his|her)|get (?:a|an|my|our)|come in|fit (?:me|us|in)|looking for|both want|have (?:a|an|my))\b",
        habit=r"\b(?:(?<!can )(?<!could )(?<!may )(?<!shall )i(?:'ve| have)? (?:usually|normally|always|come|get|go|have|had|was|been)|i'm free|i am free|used to|comes?\s+to you|(?:has|have|got) the same|goes|are you|(?:is|does) (?:the|there|it|that|dana)|do you (?:guys )?(?:also )?(?:open|work|close|do|offer|provide))\b",
        only=r"\b(?:(?:just|only) (?:for )?(?:me(?! and| &|,? plus| n )|myself|mine|i|one|him|her|a|an|the)|for one\b|by myself|on my own|only the|(?:older|younger|oldest|youngest|little|big) one|just (?:keep|come|sit|watch|wait)\w*|keep me company)\b",
        past=r"\b(?:had|was|were|did|last (?:week|month|time|year)|ago|yesterday|already (?:had|booked|have)|used to|got from|bought)\b",
        me=r"(?:me|i|myself|us)", with_me=r"(?:and|&|n|'n'|plus|\+|as well as|together with|, )",
        kin=ONE["en"],
        kins=SEVERAL["en"],
        number=r"(?:two|three|four|five|six|seven|eight|ten|both|all|[2-9]|1[0-2]|couple of)", all=r"\b(?:all of us|we all|all (?:need|want|having|get)|both (?:of us|want|need)|us both|we both|each of us|so (?:do|does|will) (?:i|my \w+|he|she)|one for (?:me|him|her|my \w+) and one)\b",
        group=r"\b(?:we(?:'re| are| r| would be|'ll be)|there(?:'s| are| will be)|fit in|for|us|party of|group of) (?:a )?(?:group of |party of )?{number}(?: (?:of us|people|{kins}|bridesmaids|friends))|\b{number} of us\b|\b(?:party|group|family) of {number}\b|\bthe {number} of us\b",
        also=r"(?:\band (?:also|then|after that|afterwards)?\b|\bplus\b|\+|&|\balso\b|\bas well as\b|\b(?:together|along|alongside|combined|paired) with\b|\bin addition to\b|\balongside\b|\bthen\b|\bafterwards\b|\bwith (?=a\b|an\b)|\bn\b|\bfollowed by\b|\bon top\b|[,;])",
        either=r"\b(?:or|vs\.?|versus|rather than|instead|difference|which)\b", without=r"\b(?:no|not|without|don't want|skip|except|but not|never|isn't|won't|do you (?:also |even )?(?:do|offer|provide))\b", dropped=r"\b(?:isn't needed|not this time|not needed|no thanks|don't need)\b",
        small=r"\b(?:just|only)\b", several=r"\b(?:two|three|four|five|six|both|a couple of|[2-9]) (?:\w+ ){0,1}?(?:haircuts|cuts|trims|fades|massages|manicures|pedicures|facials|blow[- ]?dries|colours|colors|shaves|beard trims|perms|updos)\b",
        treatments=_TREATMENT_EN,
    ),
    "de": RemainderWords(
        but=r"\b(?:aber|also|(?<!ab )(?<!von )jetzt)\b",
        often=r"\b(?:(?:alle|aller|jede[nrsm]?) (?:(?:\d+|erste[nrs]?|letzte[nrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|paar|zweite[nr]?|dritte[nr]?|vierte[nr]?) )?(?:tage?n?|wochen?|monate?|14 tage|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|jahr)\w*|"
        r"(?:ein|zwei|drei|vier|\d) ?(?:mal|x) (?:im|pro|in der|die|jede[nrs]?) (?:monat|woche|quartal|jahr)|einmal (?:im|pro) \w+|wöchentlich\w*|monatlich\w*|vierzehntägig\w*|14-?tägig\w*|\w*-?wochen-?(?:rhythmus|takt|abstand)|im \w+[- ](?:rhythmus|takt)|(?:dauer|serien|stamm|abo)-?(?:termine?|platz|plätze|buchung)|regelmäßig\w*|regelmässig\w*|feste[nrs]? termine?|abo|immer (?:am )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s?)\b",
        series=r"\b(?:(?:nächsten|kommenden) (?:zwei|drei|vier|fünf|sechs|\d+) (?:montage|dienstage|mittwoche|donnerstage|freitage|samstage|sonntage)|(?:zwei|drei|vier|fünf|sechs|acht|zehn|[2-9]|1\d) (?:termine|sitzungen|behandlungen)|(?:serie|reihe) (?:von|mit))\b",
        wish=r"\b(?:bitte|brauch\w*|bräucht\w*|möcht\w*|will|wollen|wollt\w*|würd\w*|hätt\w*|gern\w*|kann (?:ich|man|er)|können (?:wir|sie)|könnt\w*|buch\w*|reservier\w*|termin\w*|müsst\w*|muss|müssen|soll\w*|einmal|eintragen)\b",
        habit=r"\b(?:wächst|bei mir|ich (?:komme|habe|hab|bin|war|hatte|gehe)|mir|ins auge|habt ihr|haben sie|seid ihr|sind sie|kommt)\b",
        only=r"\b(?:nur (?:für )?(?:mich|ich|eine[nrms]?|der|die|das|ihn|sie)|nur mir|bloß|lediglich|allein\w*|nur (?:mit|dabei))\b", past=r"\b(?:hatte[nt]?|war(?:en)?|letzte[nrsm]?(?! \w+ (?:im|des|jeden|eines)\b)|letztes mal|gestern|schon gehabt|vor (?:einer|einem|zwei|drei) \w+)\b",
        me=r"(?:mich|ich|mir|uns)", with_me=r"(?:und(?: für)?|u\.|sowie|plus|\+|&)", kin=ONE["de"],
        kins=SEVERAL["de"],
        number=r"(?:zwei|zweien|drei|dritt|viert|vier|fünf|fünft|sechs|sechst|sieben|acht|zehn|beiden?|alle|zweit|[2-9]|1[0-2])", all=r"\b(?:wir alle|alle (?:eine?n?|\w+) (?:brauch|will|woll)|bräuchten alle|brauchen alle|wollen alle|möchten alle|wir beide|uns beide|alle beide|beide (?:eine?n?|brauch\w*|woll\w*|möcht\w*)|jede[rs]? von uns)\b",
        group=r"\bwir (?:sind|wären|kommen)(?: zu)? {number}\b|\bzu (?:zweit|dritt|viert|fünft|sechst|siebt|acht)\b|\bfür (?:die )?{number} (?:personen|leute|{kins})|\b{number} von uns\b|\bfür uns (?:beide|{number})\b",
        also=r"(?:\bund (?:auch|noch|dann|danach|dazu|anschließend)?\b|\bplus\b|\+|&|\bdazu\b|\bauch noch\b|\bsowie\b|\bdanach\b|\banschließend\b|\bsamt\b|\bnebst\b|\binklusive\b|\b(?:zusammen|kombiniert|gemeinsam) mit\b|\bmit\b|\bzusätzlich\b|\baußerdem\b|[,;])",
        either=r"\b(?:oder|statt|anstatt|stattdessen|lieber|unterschied|bzw\.?)\b", without=r"\b(?:kein\w*|nicht|ohne|außer|brauch\w* nicht|(?:macht|bietet) ihr|(?:machen|bieten) sie)\b", dropped=r"\b(?:lass\w* (?:ich|wir) .*weg|weglassen|nicht|brauche ich nicht|diesmal nicht)\b",
        small=r"\b(?:nur|bloß)\b", several=r"\b(?:zwei|drei|vier|fünf|[2-9]) (?:\w+ )?(?:haarschnitte|schnitte|massagen|maniküren|pediküren|frisuren|färbungen|hochsteckfrisuren|gesichtsbehandlungen|bartschnitte)\b|\bzweimal (?:\w+ )?(?:haarschnitt|schneiden|massage|färben|maniküre|waschen)",
        treatments={
            "cut": r"haarschnitt\w*|haare? ?schneiden|(?:\w*haar)?schnitt|schneiden|spitzen", "colour": r"f[äa]rb\w*|tönung|tönen|strähn\w*|ansatz\w*|farbe|balayage|blondier\w*", "dry": r"föhn\w*|fönen|styling|hochsteck\w*|waschen und (?:legen|föhnen)|flechten", "perm": r"dauerwelle|glätt\w*|extensions|verlängerung",
            "massage": r"\w*massage", "hands": r"manik[üu]re|n[äa]gel\w*|gelnägel", "feet": r"pedik[üu]re|fu(?:ß|ss)pflege", "face": r"gesichtsbehandlung|kosmetik\w*|facial|peeling|make-?up|schminken", "brows": r"augenbrauen\w*|brauen\w*|wimpern\w*", "beard": r"\w*bart\w*|rasur|rasieren", "wax": r"waxing|enthaarung|wachsen lassen", "yoga": r"yoga|pilates", "care": r"haarkur|kur|sauna",
        },
    ),
    "fr": RemainderWords(
        but=r"\b(?:mais|donc|(?<!de )maintenant)\b",
        often=r"\b(?:(?:tous|toutes) les (?:(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|premiers) )?(?:jours?|semaines?|mois|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|ans?|quinze)|chaque (?:(?:premi|derni)\w+ \w+|semaine|mois|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|fois)|"
        r"(?:une|deux|trois|\d) fois (?:par|tous les|chaque) \w+|hebdomadaires?|mensuel\w*|mensuellement|bi-?mensuel\w*|(?:rdv|rendez-vous|créneau) (?:fixe|régulier|récurrent|hebdo\w*|mensuel)s?|régulièrement|abonnement|toutes les quinzaines)\b",
        series=r"\b(?:les (?:deux|trois|quatre|cinq|six|\d+) prochain[es]* (?:lundis|mardis|mercredis|jeudis|vendredis|samedis|dimanches)|(?:deux|trois|quatre|cinq|six|dix|[2-9]|1\d) (?:séances|rendez-vous|rdv)|(?:série|forfait) de)\b",
        wish=r"\b(?:svp|stp|s'il (?:vous|te) pla[iî]t|voudr\w+|veux|veulent|voulons|aimer\w+|souhait\w+|besoin|peux|peut|pouvons|pouvez|pourr\w+|réserv\w+|prendre|rdv|rendez-vous|il (?:me|nous|leur) faut|faudrait|cherche\w*|doivent)\b|\bpour (?:moi|nous|ma|mon|mes)\b",
        habit=r"\b(?:c'est pareil|c'est|je (?:viens|suis|vais)|j'ai (?!besoin)|se voient|êtes-vous|vous êtes|ouvr\w+|vient|habit\w+)\b",
        only=r"\b(?:juste (?:pour )?(?:moi|lui|elle|un|une|le|la)|que pour (?:moi|lui|elle)|seulement (?:pour )?(?:moi|lui|elle|un|une|le|la)|seule?(?:ment)? (?:moi|le|la)|rien que|uniquement|(?:le|la) (?:grande?|petite?|plus \w+) a)\b", past=r"\b(?:eu|était|dernière fois|(?:la semaine|le mois) dernière?|hier|il y a|avais|avait)\b",
        me=r"(?:moi|je|nous)", with_me=r"(?:et(?: pour)?|\+|&|ainsi que|plus)", kin=ONE["fr"],
        kins=SEVERAL["fr"],
        number=r"(?:deux|trois|quatre|cinq|six|sept|huit|dix|[2-9]|1[0-2])", all=r"\b(?:tou(?:te)?s (?:les (?:deux|trois|quatre)(?! (?:semaines|mois|jours|ans))|un|une|besoin)|(?:on|nous) (?:\w+ )?tou(?:te)?s|voudrait tou(?:te)?s|chacune?|une? pour moi et une? pour)\b",
        group=r"\b(?:on est|nous sommes|on sera|nous serons|on serait) (?:à )?{number}\b|\bpour {number} (?:personnes|{kins})|\bà {number}(?: personnes)?(?! ?h)\b(?=.*\b(?:on|nous)\b)|\bpour nous {number}\b|\bnous {number}\b",
        also=r"(?:\bet (?:aussi|puis|ensuite|après|également)?\b|\bplus\b|\+|&|\baussi\b|\bainsi qu(?:e\b|')|\baccompagnée? d(?:e\b|')|\bpuis\b|\bensuite\b|\bavec\b|\ben plus\b|\bsuivie? d|[,;])",
        either=r"\b(?:ou|plutôt|au lieu|différence|sinon)\b", without=r"\b(?:pas|sans|ni|aucune?|sauf|pas besoin|(?:faites|proposez)[- ]vous|vous (?:faites|proposez))\b", dropped=r"\b(?:non|pas cette fois|pas la peine)\b",
        small=r"\b(?:juste|seulement|que|uniquement)\b", several=r"\b(?:deux|trois|quatre|[2-9]) (?:coupes|brushings|massages|manucures|colorations|couleurs|soins|pédicures|chignons)\b",
        treatments={
            "cut": r"coupes?|couper|tailler? les cheveux", "colour": r"couleur|colorations?|colorer|mèches|balayage|teinture|racines|patine", "dry": r"brushings?|chignon|coiffure|coiffage|tresses|shampoing", "perm": r"permanente|lissage|défrisage|extensions", "massage": r"massages?", "hands": r"manucures?|ongles|vernis", "feet": r"pédicures?",
            "face": r"soin(?: du)? visage|facial|gommage|maquillage", "brows": r"sourcils|cils", "beard": r"(?:taille de )?barbe|rasage", "wax": r"épilation", "yoga": r"yoga|pilates", "care": r"soin (?:capillaire|cheveux)|masque|sauna",
        },
    ),
    "es": RemainderWords(
        but=r"\b(?:pero|así que|(?<!de )(?<!desde )ahora)\b",
        often=r"\b(?:cada (?:(?:\d+|primer|último|segundo|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince) )?(?:d[ií]as?|semanas?|mes(?:es)?|lunes|martes|miércoles|jueves|viernes|s[áa]bado|domingo|quincena)s?|tod[oa]s l[oa]s (?:primer[oa]s |últim[oa]s )?(?:días|semanas|meses|lunes|martes|miércoles|jueves|viernes|sábados|domingos)|(?:una|dos|tres|\d) (?:vez|veces) (?:al|por|a la|cada) \w+|"
        r"semanal\w*|mensual\w*|quincenal\w*|(?:cita|turno|hora|hueco) (?:fij[oa]|regular|periódic[oa])s?|regularmente|periódic\w+|abono|bono)\b",
        series=r"\b(?:(?:los )?(?:próximos )?(?:dos|tres|cuatro|cinco|seis|\d+) (?:próximos )(?:lunes|martes|miércoles|jueves|viernes|sábados|domingos)|próximos (?:dos|tres|cuatro|cinco|seis|\d+) (?:lunes|martes|miércoles|jueves|viernes|sábados|domingos)|(?:dos|tres|cuatro|cinco|seis|diez|[2-9]|1\d) (?:citas|sesiones|turnos)|serie de)\b",
        wish=r"\b(?:por favor|porfa|quier\w+|quisi\w+|queremos|necesit\w+|me gustaría|nos gustaría|puedo|podemos|pued\w+|pod[ée]is|podría\w*|reserv\w+|cita|citas|apunt\w+|turno|agendar|venir|dame|busco|tienen que|tenemos que)\b|\bpara (?:mí|mi|nosotros|mis)\b",
        habit=r"\b(?:me pasa|pasa lo mismo|vengo|viene|estoy|tengo|abr[ei]\w*|abierto|está|vivo|vivimos)\b", only=r"\b(?:sol[oa]|sólo|solamente|únicamente) (?:para )?(?:mí|mi|yo|el|la|un|una|uno)\b|\b(?:el|la) (?:mayor|pequeñ[oa]|menor)\b", past=r"\b(?:tuve|pasad[oa]|última vez|ayer|hace|estuve|tenía|regaló)\b",
        me=r"(?:mí|mi|yo|nosotros|nosotras|conmigo)", with_me=r"(?:y(?: para)?|e|más|\+|&|junto con)", kin=ONE["es"],
        kins=SEVERAL["es"],
        number=r"(?:dos|tres|cuatro|cinco|seis|siete|ocho|diez|[2-9]|1[0-2])", all=r"\b(?:tod[oa]s (?:nosotr[oa]s|quer\w+|necesit\w+)|l[oa]s (?:dos|tres|cuatro) (?:quer\w+|necesit\w+)|amb[oa]s|cada un[oa]|un[oa]? para m[íi] y (?:otr[oa]|un[oa]?)|queremos tod[oa]s)\b",
        group=r"\b(?:somos|seremos|seríamos|vamos|iremos|venimos) (?:a ser )?{number}\b(?! ?h)|\bpara {number} (?:personas|{kins})|\bnosotr[oa]s {number}\b|\bpara los {number}\b",
        also=r"(?:\by (?:también|luego|después|además)?\b|\be\b|\bmás\b|\+|&|\btambién\b|\bademás(?: de)?\b|\bluego\b|\bdespués\b|\b(?:junto|combinado|acompañado) con\b|\bacompañad[oa] de\b|\bcon\b|\bseguid[oa] de\b|[,;])",
        either=r"\b(?:o|u|en vez|en lugar|mejor|diferencia)\b", without=r"\b(?:no|sin|ni|nada de|ninguna?|hac[eé]is|hacen|ofrec\w+)\b", dropped=r"\bno\b",
        small=r"\b(?:solo|sólo|solamente)\b", several=r"\b(?:dos|tres|cuatro|[2-9]) (?:cortes|masajes|manicuras|peinados|tintes|pedicuras|mechas|limpiezas)\b",
        treatments={
            "cut": r"cortes?(?: de pelo)?|cortar\w*(?: el pelo)?", "colour": r"tinte|teñir\w*|mechas|color(?:ación)?|raíces|balayage", "dry": r"peinad[oa]s?|peinar\w*|secado|recogido|brushing|lavado", "perm": r"permanente|alisado|keratina|extensiones", "massage": r"masajes?", "hands": r"manicuras?|manicure|uñas", "feet": r"pedicuras?|pedicure",
            "face": r"(?:limpieza|tratamiento) facial|facial|maquillaje", "brows": r"cejas|pestañas", "beard": r"(?:arreglo de )?barba|afeitado", "wax": r"depilación|cera", "yoga": r"yoga|pilates", "care": r"mascarilla|tratamiento capilar|sauna",
        },
    ),
    "it": RemainderWords(
        but=r"\b(?:ma|quindi|però|(?<!da )adesso)\b",
        often=r"\b(?:ogni (?:(?:\d+|primo|prima|ultimo|secondo|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|quindici) )?(?:giorn\w|settiman\w|mes[ei]|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)|tutt[ie] (?:i|gli|le) (?:giorni|settimane|mesi|lunedì|martedì|mercoledì|giovedì|venerdì|sabati|domeniche)|(?:una|due|tre|\d) volt[ae] (?:al|alla|a|ogni) \w+|"
        r"settimanal\w*|mensil\w*|quindicinal\w*|(?:appuntamento|posto|orario) (?:fisso|regolare|ricorrente)|regolarmente|abbonamento)\b",
        series=r"\b(?:(?:i )?prossim[ie] (?:due|tre|quattro|cinque|sei|\d+) (?:lunedì|martedì|mercoledì|giovedì|venerdì|sabati|domeniche)|(?:due|tre|quattro|cinque|sei|dieci|[2-9]|1\d) (?:appuntamenti|sedute)|(?:serie|ciclo|pacchetto) di)\b",
        wish=r"\b(?:per favore|per piacere|vorr\w+|vogli\w+|bisogno|posso|possiamo|potr\w+|potete|può|prenot\w+|appuntament\w+|mi serve|ci serve\w*|ci vorrebbe|devo\w*|dobbiamo|fissare|venire)\b|\bper (?:me|noi|mi[ao])\b",
        habit=r"\b(?:litigo|vengo|viene|sono|ho|abit\w+|siete apert\w+|aprite|è sempre|mi accompagna)\b", only=r"\b(?:(?:è )?sol[oa](?:mente)?|soltanto|unicamente) (?:per )?(?:me|io|il|la|lo|un|una|uno)\b|\b(?:il|la) (?:grande|piccol[oa]|maggiore|minore)\b", past=r"\b(?:avuto|fatto|scors[oa]|l'ultima volta|ieri|fa|ero|avevo|prima facevo|regalato)\b",
        me=r"(?:me|io|noi)", with_me=r"(?:ed?(?: per)?|più|\+|&|insieme a|assieme a)", kin=ONE["it"],
        kins=SEVERAL["it"],
        number=r"(?:due|tre|quattro|cinque|sei|sette|otto|dieci|[2-9]|1[0-2])", all=r"\b(?:tutt[ie] (?:e |insieme|noi)?(?:due|tre|quattro)?\s?(?:noi|vorremmo|vogliamo|insieme|la|il|un)|vorremmo tutt[ie]|vogliamo tutt[ie]|entramb[ie]|ciascun[oa]|un[oa]? per me e un[oa]? per)\b",
        group=r"\b(?:siamo|saremo|saremmo|veniamo)(?: in)? {number}\b|\bper {number} (?:persone|{kins})|\bnoi {number}\b|\bin {number}\b(?=.*\b(?:vorremmo|vogliamo|siamo)\b)",
        also=r"(?:\bed? (?:anche|poi|dopo)?\b|\bpiù\b|\+|&|\banche\b|\bpoi\b|\b(?:insieme|assieme|abbinato|oltre) (?:ad?|al|con)\b|\bcon\b|\be dopo\b|\binoltre\b|\bin più\b|\bseguit[oa] d|[,;])",
        either=r"\b(?:o|oppure|invece|al posto|differenza|piuttosto)\b", without=r"\b(?:non|niente|senza|né|nessun\w*|fate|offrite)\b", dropped=r"\b(?:no|stavolta no)\b",
        small=r"\b(?:solo|soltanto|solamente)\b", several=r"\b(?:due|tre|quattro|[2-9]) (?:tagli|massaggi|manicure|pieghe|colori|pedicure|acconciature|trattamenti)\b",
        treatments={
            "cut": r"tagli(?:o|are)?(?: di)?(?: i)?(?: capelli)?", "colour": r"colore|colpi di sole|tinta|tingere|meches|balayage|ricrescita", "dry": r"pieg[ah]e?|messa in piega|acconciatura|trecce|shampoo", "perm": r"permanente|stiratura|cheratina|extension", "massage": r"massaggi\w?", "hands": r"manicure|unghie", "feet": r"pedicure",
            "face": r"(?:pulizia|trattamento)(?: del)? viso|facciale|trucco", "brows": r"sopracciglia|ciglia", "beard": r"barba|rasatura", "wax": r"ceretta|depilazione", "yoga": r"yoga|pilates", "care": r"maschera|trattamento capelli|sauna",
        },
    ),
    "he": RemainderWords(
        but=r"(?<!\w)(?:אבל|אז|עכשיו)(?!\w)",
        often=r"(?:(?<!\w)ב?כל (?:יום (?!טוב|מתאים|נוח|אפשר|בסדר|חוץ)\S+|שבוע\w*|שבועיים|חודש\w*|שני|שלישי|רביעי|חמישי|שישי|(?:\d+|שני|שלושה|ארבעה|שלוש|ארבע|שישה|שלושת) (?:שבועות|חודשים|ימים))|(?<!\w)(?:פעם|פעמיים) ב(?:שבוע|חודש|שבועיים)\w*|(?<!\w)אחת ל\S+|(?<!\w)מדי (?:שבוע|חודש|יום)\S*|(?<!\w)(?:תור|מועד|שעה) (?:קבוע|קבועה|שבועי|חודשי)|(?<!\w)(?:תורים|מועדים) קבועים|(?<!\w)באופן קבוע|(?<!\w)בקביעות|(?<!\w)(?:שבועי|חודשי)(?!\w)|(?<!\w)מנוי)",
        series=r"(?:(?<!\w)(?:שני|שלושה|ארבעה|חמישה|שישה|עשרה|[2-9]|1\d) (?:תורים|מפגשים|טיפולים)|(?<!\w)סדרה של|(?<!\w)סדרת)",
        wish=r"(?<!\w)(?:בבקשה|אפשר|רוצ(?:ה|ים|ות)|צריכ(?:ה|ים|ות)|צריך|הייתי|היינו|אשמח|נשמח|לקבוע|תקבעו|להזמין|תור|תורים|לבוא|מבקש\w*|בא לי|יש מקום|רצינו|רציתי|להסתפר)(?!\w)",
        habit=r"(?<!\w)(?:אותו סיפור|אותה בעיה|פתוחים|פתוח|אני (?:בא|באה|פנוי|פנויה)|באה אליכם|גרים|שכנים)(?!\w)", only=r"(?<!\w)(?:רק (?:אני|לי|עבורי|ה\S+|בשבילי|אחד|אחת)|לבד)(?!\w)", past=r"(?<!\w)(?:היה לי|הייתה לי|היו|עשיתי|שעבר|שעברה|אתמול|בפעם הקודמת|קודם היה)(?!\w)",
        me=r"(?:אני|לי|אותי|אנחנו|לנו|עבורי|בשבילי)", with_me=r"(?:ו|ו ?גם ל?|גם|פלוס|\+|&)", kin=ONE["he"],
        kins=SEVERAL["he"],
        number=r"(?:שלושת|ארבעת|חמשת|שני|שתי|שניים|שתיים|שלושה|שלוש|ארבעה|ארבע|חמישה|חמש|שישה|שש|שבע|שמונה|עשר|[2-9]|1[0-2])", all=r"(?<!\w)(?:כולנו|שנינו|שתינו|לשנינו|לשתינו|לכולנו|כל אח[דת] (?:מאיתנו|מאתנו)|אח[דת] לי ו?אח[דת] ל|שלושתנו|ארבעתנו)(?!\w)?",
        group=r"(?<!\w)(?:אנחנו|נהיה|אנו|היינו) {number}(?!\w)|(?<!\w)ל-?{number} (?:אנשים|{kins})|(?<!\w){number} מאיתנו",
        also=r"(?:(?<!\w)ו ?גם(?!\w)|(?<!\w)ו?אחר כך(?!\w)|(?<!\w)ו?אחרי זה(?!\w)|(?<!\w)פלוס(?!\w)|\+|&|(?<!\w)גם(?!\w)|(?<!\w)ו?בנוסף(?: ל)?(?!\w)|(?<!\w)ועוד(?!\w)|(?<!\w)(?:בתוספת|בצירוף)(?!\w)|(?<!\w)(?:ביחד|יחד) עם(?!\w)|(?<!\w)עם(?!\w)|(?<!\w)ואז(?!\w)|[,;]|(?<!\w)ו(?=[א-ת]{3}))",
        either=r"(?<!\w)(?:או|במקום|עדיף|הבדל)(?!\w)", without=r"(?<!\w)(?:בלי|ללא|לא|חוץ)(?!\w)", dropped=r"(?<!\w)(?:לא|הפעם לא)(?!\w)",
        small=r"(?<!\w)(?:רק)(?!\w)", several=r"(?<!\w)(?:שני|שתי|שלוש|שלושה|ארבע|ארבעה|[2-9]) (?:תספורות|עיסויים|מסאז'ים|מניקורים|צבעים|תסרוקות|טיפולי פנים)(?!\w)",
        treatments={
            "cut": r"תספורת|תספורות|להסתפר|להסתפרות|לספר|קיצוץ", "colour": r"צבע|צביעה|לצבוע|גוונים|שורשים|בליאז'?|החלקת צבע", "dry": r"פן|תסרוקת|סידור שיער|עיצוב שיער|צמות", "perm": r"החלקה|תלתול|קרטין|תוספות", "massage": r"מסאז['׳]?|עיסוי|מסאג'", "hands": r"מניקור|ציפורניים|לק ג'ל|לק", "feet": r"פדיקור",
            "face": r"טיפול פנים|פנים|איפור|פילינג", "brows": r"(?:סידור |עיצוב )?גבות|ריסים", "beard": r"(?:עיצוב |סידור |קיצוץ )?זקן|גילוח", "wax": r"שעווה|הסרת שיער", "yoga": r"יוגה|פילאטיס", "care": r"מסכה|טיפול שיער|סאונה",
        },
    ),
    "ar": RemainderWords(
        but=r"(?<!\w)(?:بس|لكن|والآن)(?!\w)",
        often=r"(?:(?<!\w)كل (?:يوم (?!واحد)\S+|أسبوع\w*|اسبوع\w*|أسبوعين|اسبوعين|شهر\w*|جمعة|سبت|أحد|اثنين|ثلاثاء|أربعاء|خميس|(?:\d+|ثلاثة|ثلاث|أربعة|أربع|خمسة|خمس|ستة|سبعة|ثمانية|تسعة|عشرة|عشر) (?:أسابيع|اسابيع|أشهر|شهور|أيام))|(?<!\w)(?:مرة|مرتين) (?:كل|في|ب)\s?\S+|(?<!\w)(?:أسبوعي\w*|اسبوعي\w*|شهري\w*)(?!\w)|(?<!\w)(?:موعد|حجز|وقت) (?:ثابت|دوري|متكرر|دائم|أسبوعي|شهري)|(?<!\w)مواعيد (?:ثابتة|دورية|منتظمة)|(?<!\w)(?:بانتظام|بشكل منتظم|بشكل دوري|اشتراك)(?!\w))",
        series=r"(?:(?<!\w)(?:ثلاثة|ثلاث|أربعة|أربع|خمسة|خمس|ستة|ست|عشر|[3-9]|1\d) (?:مواعيد|جلسات|حجوزات)|(?<!\w)(?:موعدين|جلستين|حجزين)(?!\w)|(?<!\w)سلسلة)",
        wish=r"(?<!\w)(?:لو سمحت\w*|من فضلك\w*|ممكن|أريد|اريد|نريد|عايز\w*|عاوز\w*|بدي|بدنا|أبغى|ابغى|نبغى|حاب\w*|أحتاج|نحتاج|محتاج\w*|احجز\w*|حجز|موعد|مواعيد|أود|نود|ودي|ابي|أبي|يحلق\w*|نقص|أقص|[يت]ريد\w*|[يت]حتاج\w*|بده[ما]?|بدهم|عايزين|عاوزين)(?!\w)",
        habit=r"(?<!\w)(?:نفس المشكلة|نفس القصة|مفتوح\w*|تفتحون|بتفتحوا|جيران\w*|ساكن\w*|أنا فاضي|أكون فاضي|تأتي|تجي|بتيجي)(?!\w)", only=r"(?<!\w)(?:بس (?:أنا|انا|لي|إلي|ال\S+)|فقط (?:أنا|لي|ال\S+)|لوحدي|لي فقط|لي بس)(?!\w)", past=r"(?<!\w)(?:كان|كانت|عملت|الماضي|الماضية|اللي فات|اللي فاتت|أمس|امبارح)(?!\w)",
        me=r"(?:أنا|انا|لي|إلي|الي|لنا|نحن|إحنا|احنا)", with_me=r"(?:و|وكمان|و ?كذلك|\+|&)", kin=ONE["ar"],
        kins=SEVERAL["ar"],
        number=r"(?:اثنين|اثنان|ثنتين|ثلاث|ثلاثة|تلات|تلاتة|أربع|اربع|أربعة|اربعة|خمس|خمسة|ست|ستة|سبع|ثمان|عشر|[2-9]|1[0-2])", all=r"(?<!\w)(?:كلنا|كلياتنا|كلتانا|كلانا|احنا الاثنين|نحن الاثنين|كل واحد[ة]? منا|واحد[ة]? لي وواحد[ة]? ل)(?!\w)?",
        group=r"(?<!\w)(?:نحن|سنكون|احنا|إحنا) {number}(?!\w)|(?<!\w)ل{number} (?:أشخاص|{kins})|(?<!\w)(?:لشخصين|لاثنين)(?!\w)|(?<!\w){number} منا",
        also=r"(?:(?<!\w)و ?كمان(?!\w)|(?<!\w)و ?أيض[اً]+(?!\w)|(?<!\w)و?بعد(?:ها|ين| ذلك| كده)(?!\w)|(?<!\w)ثم(?!\w)|(?<!\w)كمان(?!\w)|(?<!\w)زائد(?!\w)|(?<!\w)(?:بال)?[إا]ضافة (?:إلى|الى|ل)(?!\w)|\+|&|(?<!\w)مع(?!\w)|[,;،؛]|(?<!\w)و(?=[ء-ي]{3}))",
        either=r"(?<!\w)(?:أو|او|أم|ام|ولا|بدل|بدلا|الفرق)(?!\w)", without=r"(?<!\w)(?:بدون|من غير|لا|مش|ليس|ما بدي|بلا)(?!\w)", dropped=r"(?<!\w)(?:لا|مش هالمرة)(?!\w)",
        small=r"(?<!\w)(?:فقط|بس)(?!\w)", several=r"(?<!\w)(?:قصتين|قصّتين|مساجين|جلستي|حلاقتين|صبغتين|(?:ثلاث|أربع|[3-9]) (?:قصات|جلسات))(?!\w)?",
        treatments={
            "cut": r"قص(?: ال?شعر)?|قصة|حلاقة(?: ال?شعر)?|أحلق|يحلقوا?|نقص شعرنا|قص شعري", "colour": r"صبغ[ةه]?|ال?صبغة|لون|هايلايت|خصل", "dry": r"استشوار|سشوار|تسريحة|تصفيف|ضفائر", "perm": r"فرد|كيراتين|تمليس|بروتين|اكستنشن", "massage": r"مساج|تدليك|مسّاج", "hands": r"مانيكير|مناكير|أظافر|اظافر", "feet": r"باديكير|بديكير",
            "face": r"تنظيف (?:ال)?بشرة|فيشل|مكياج|عناية بالبشرة", "brows": r"حواجب|رموش", "beard": r"(?:تحديد |تهذيب |حلاقة )?(?:ال)?(?:لحية|ذقن|دقن)", "wax": r"واكس|شمع|إزالة الشعر", "yoga": r"يوغا|يوجا|بيلاتس", "care": r"حمام كريم|ماسك|ساونا",
        },
    ),
}  # fmt: skip
