"""The words of an appointment that stands, as regular expressions over lower-case text."""

from msgspec import Struct


class OwnAppointmentWords(Struct, frozen=True):
    """One language. asks: when it is, with whom, or under whose name. noted: that one is written down for it,
    which its mark makes a question. tag: what makes a question of a statement, at its end. forgot: that it is
    no longer known. wants: what makes a wish of a question. another: that there shall be one more. same: that
    it shall be like the one there is."""

    asks: str
    noted: str
    tag: str
    forgot: str
    wants: str
    another: str
    same: str


WORDS = {
    "en": OwnAppointmentWords(
        asks=r"(?:(?:that'?s|is that|is it|so|am) (?:\w+ ){0,2}(?:me|i|us|it|all) (?:\w+ )?(?:booked|down|confirmed|sorted|in)(?: in)?(?: then)?,? (?:yeah|yes|right|then|is it|innit|isn't it)|(?:what|when) (?:time|day) (?:was|is) (?:it|that|mine))|(?:who (?:is it )?(?:am i|i'm|i am|im|have i got|i've got|is it i'm|did i) (?:\w+ )?(?:seeing|with|in with|booked|got|book)|who(?:'s| is) (?:doing|cutting) (?:my|me)|(?:is|was) (?:it|that) (?:still )?(?:with|at|on) \w+ or|(?:what|which) (?:time|day) (?:was|is) (?:it|that|my|mine|i)|am i (?:still )?(?:in|down|booked|on)|when (?:am i|do i|was i|is mine))|(?:when|what time|what day|which day)(?:'s| is| was| were| am| are| do| did)? (?:i|we|it|that|mine|my \w+|ours)(?! (?:can|could|pay|have to|need to))|who(?:m)?(?:'s| is| am| was)? (?:i|it|that|mine)? ?with|with who(?:m)?|who(?:'s| is) (?:doing|cutting) (?:it|mine|me|my \w+)",
        noted=r"(?:you|u|ya) (?:guys )?(?:got|have|see)\b.*\b(?:down|booked|in|noted|on the list)|(?:i'?m|am i|are we|we're|i am) (?:still |all |now |definitely )?(?:down|booked|in|on|set|with you|confirmed|scheduled)|(?:did|has|is|was) (?:my|the|it|that|this)\b.*\b(?:thru|through|booked|confirmed|work|worked|in|saved|go)",
        tag=r"(?:right|yeah|yes|correct|innit|isn'?t it|ok|no|or not|by any chance)\W*$",
        forgot=r"(?:(?:lost|misplaced|can'?t find) (?:the|my) (?:card|note|text|email|bit of paper|slip)|(?:did|has) (?:that|it|my \w+) (?:actually |even )?(?:go(?:ne)? through|work|save|book)|no (?:text|email|e-mail|confirmation)|(?:slipped|gone out of) my (?:mind|head)|what was (?:it|mine|the time) again)|(?:i )?(?:forgot|forget|(?:don'?t|can'?t|didn'?t) (?:remember|recall|write it down|know (?:any ?more|when))|lost (?:the|my) (?:note|slip|card|paper)|remind me|write it down|didn'?t get (?:any|an|the|your) (?:e-?mail|message|confirmation|text))",
        wants=r"(?:want|wanna|would like|i'd like|can (?:i|we|you|u)|could (?:i|we|you|u)|may i|need|book me|put me|make it|another|change|move|cancel|instead)",
        another=r"(?:another (?:one|appointment|booking|haircut|slot|massage|colour|trim)?|one more|(?:a )?second (?:one|appointment|booking)|(?:an )?(?:additional|extra) (?:one|appointment|booking)?|(?:on top of|in addition to|as well as|besides) (?:my|the|that)|(?:want|need|like)s? one too|one (?:too|as well)|same again|for my \w+ (?:too|as well)|(?:new|separate) (?:one|appointment|booking)|add (?:a|an) \w+)",
        same=r"(?:one (?:too|as well)|(?:the )?same (?:again|thing|one|as)|another one|one more|likewise|one like)",
    ),
    "de": OwnAppointmentWords(
        asks=r"(?:(?:ist|is|war|hat|bin) (?:das|des|es|der termin|mein termin|ich) (?:\w+ ){0,2}(?:gebucht|fix|fest|eingetragen|bestätigt|reserviert|drin|notiert|gespeichert))|(?:(?:bei wem|wer|wann|um wie ?viel uhr|welcher tag|was) (?:\w+ ){0,4}(?:mein(?:en|em)? termin|bei mir|bin ich|hab ich|habe ich|hatte ich|war das|schneidet mich|hab i|komm ich dran)|(?:steh|stehe|bin) ich (?:\w+ ){0,4}(?:drin|drauf|dran|eingetragen|vorgemerkt|notiert|im (?:kalender|system|buch)))|wann (?:war|ist|bin|hab\w*|muss|soll|komm\w*) (?:das|es|ich|der|mein\w*|wir)|um (?:wie ?viel|welche) uhr(?! (?:mach|öffne|schlie))|(?:an )?welchem tag|welcher tag (?:war|ist)|bei wem|mit wem|zu wem|wer (?:macht|schneidet) (?:mi(?:ch|r)|das|es)",
        noted=r"hab\w* (?:ich|wir)\b.*\b(?:was|termin|gebucht|etwas)|(?:bin|sind|steh\w*) (?:ich|wir)\b.*\b(?:drin|eingetragen|gebucht|notiert|angemeldet|dabei|liste|vorgemerkt)|(?:habt|hast|haben) (?:ihr|du|sie) (?:mich|uns)\b|(?:ist|is|steht|war)\b.*\b(?:eingetragen|gebucht|fest|bestätigt|angekommen|durch|notiert)|das (?:ist|is) (?:jetz\w* )?(?:fest|gebucht|eingetragen)",
        tag=r"(?:ja|oder|oder nicht|oder wie|ne|gell|nicht wahr|stimmt'?s|richtig)\W*$",
        forgot=r"(?:(?:zettel|karte|kärtchen|mail|sms)\b[^.!?]{0,20}?\b(?:verlegt|verloren|weg|verschmissen|gelöscht|finde)|keine? (?:mail|sms|bestätigung|e-mail|nachricht) (?:\w+ )?(?:gekriegt|bekommen|erhalten|da|gekommen)|(?:hat|ist) (?:das|es) (?:\w+ )?(?:geklappt|durchgegangen|angekommen))|(?:vergessen|weiß (?:es )?nicht mehr|weiss (?:es )?nicht mehr|erinner\w*|geträumt|zettel (?:verloren|weg)|keine (?:mail|bestätigung|nachricht))",
        wants=r"(?:möchte|will|würde|hätte|kann ich|könnt\w* ich|kann man|brauch\w*|bräucht\w*|buch\w* mich|verschieb\w*|absag\w*|ändern|stattdessen|lieber)",
        another=r"(?:(?:noch )?(?:einen|ein|eine|nen|ne) (?:weitere\w*|zweite\w*|zusätzliche\w*|neue\w*)|(?:auch|nochmal|noch ?mal) (?:noch )?(?:einen|ein|eine|nen)|noch (?:einen|eine|nen|ein)|(?:den|das|die) (?:gleiche\w*|selbe\w*) (?:nochmal|noch ?mal|wieder)|(?:dazu|zusätzlich|außerdem noch)|(?:neben|zusätzlich zu) (?:dem|meinem|den)|auch (?:einen|eine) (?:termin|für)|für (?:meine?n?|unsere?n?) \w+ auch)",
        same=r"(?:den|das|die|dasselbe|dieselbe) (?:gleiche\w*|selbe\w*)|(?:das|den)selbe\w*|auch noch (?:einen|eine|nen)|noch (?:so )?(?:einen|eine|nen)|wie (?:immer|letztes mal|gehabt)",
    ),
    "fr": OwnAppointmentWords(
        asks=r"(?:(?:c'est|c) (?:\w+ )?(?:validé|confirmé|réservé|pris|calé|enregistré|booké|bon)(?: ou pas| du coup)?(?= ?(?:\?|ou pas)))|(?:(?:c'est|c|ct) (?:bien )?(?:qui|à quelle heure|quand|quel jour|quelle heure)(?: déjà)? (?:qui|que|mon|le|pour)?|(?:qui|quand|à quelle heure)(?: est-ce que| déjà)? (?:qui )?(?:me |j'|je |mon )(?:coiffe|coupe|ai|dois|suis|viens|rdv|rendez)\w*|qui déjà|(?:je suis|suis-je|chui) (?:\w+ )?(?:avec qui|chez qui|noté|inscrit)\w*)|(?:c'est |c |c'était |c'étais |cest )?(?:à |a )?quelle heure(?! (?:vous|ouvr|ferm|est-il))|(?:c'est |c'était |c )?(?:quand|quel jour)(?! (?:vous|ouvr|ferm|pouv|avez))|(?:c'est |c )?avec qui|chez qui|qui (?:me coiffe|me coupe|s'occupe)",
        noted=r"(?:vous |tu )?(?:m'|nous )(?:avez|as) (?:bien )?(?:noté|inscrit|mis|marqué|réservé)\w*|(?:j'ai|g|jai|ai-je|on a) (?:bien )?(?:un )?(?:rdv|rendez-vous|réservation|quelque chose)|(?:c'est|c|cest) (?:bon|bien|confirmé|enregistré|réservé|noté)\b.*(?:enregistré|confirmé|réservé|noté)?|(?:suis|chui|chuis) (?:bien |toujours )?(?:inscrit|noté|prévu|sur la liste)\w*|mon (?:nom|rdv|rendez-vous) (?:est|y est)",
        tag=r"(?:non|hein|oui|n'est-ce pas|c'est ça|ou pas|pas vrai|d'accord)\W*$",
        forgot=r"(?:zappé|(?:paumé|perdu|plus) (?:l'heure|le jour|mon papier|le sms)|(?:sais|souviens|rappelle) plus|(?:ça|c'est) (?:a |bien )?(?:marché|passé|pris en compte|enregistré)|pas (?:reçu|eu) (?:de |d'|le |la )?(?:mail|sms|confirmation|message))|(?:oubli\w+|(?:me |m'en )?(?:rappelle|souviens|souvient) (?:plus|pas)|rappel\w+-?moi|perdu (?:le|mon) (?:papier|mot|carton)|chui perdue?|rien reçu|(?:reçu|recu) (?:aucun|pas de|rien))",
        wants=r"(?:voudrais|veux|aimerais|peux|puis|pouvez|pourrais|pourriez|pourrait|faudrait|besoin|réservez|mettez|changer|décaler|annuler|plutôt|déplacer)",
        another=r"(?:un(?:e)? (?:autre|deuxième|second\w*|nouveau|nouvelle) (?:rdv|rendez-vous|coupe|créneau)?|encore (?:un|une)|en plus (?:de|du)|la même chose pour|(?:aussi|également) (?:un|une|pour)|(?:un|une) (?:aussi|de plus|en plus|supplémentaire)|pour (?:mon|ma) \w+ (?:aussi|également)|et (?:un|une) \w+ pour (?:mon|ma))",
        same=r"(?:la |le )?même (?:chose|que|prestation)|pareil|m'en faudrait|(?:en|encore) (?:un|une) (?:aussi|autre)|comme (?:d'habitude|la dernière fois)",
    ),
    "es": OwnAppointmentWords(
        asks=r"(?:(?:sigo|estoy|quedé|figuro|aparezco|salgo) (?:\w+ )?(?:anotad|apuntad|agendad|inscrit|registrad|en (?:la )?(?:lista|agenda))\w*|(?:me )?(?:quedó|quedé) (?:agendad|anotad|reservad|apuntad|con)\w*|(?:lo mío|mi cita|mi turno|mi hora) (?:era|es|cuándo|a qué)|(?:era|es) (?:lo mío|mi cita|mi turno)|quién me (?:toca|tocaba|atiende))|(?:a )?(?:qué|que|q) hora(?! (?:abr|cerr|tenéis|es ahora))|(?:qué|que|q) día|cuándo (?:era|es|tengo|me|tenía)|(?:con|a) (?:quién|quien)|quién me (?:corta|atiende|hace)",
        noted=r"(?:sigo|estoy|quedé|quedo|me (?:tenéis|tienes|tienen|has|habéis)) (?:bien )?(?:apuntad|anotad|inscrit|reservad|puest)\w*|tengo (?:yo )?(?:una |la |mi )?(?:cita|reserva|hora)|(?:quedó|queda|quedamos|está|ha quedado|quedaba)\b",
        tag=r"(?:no|verdad|cierto|sí|vale|o no|o qué|eh|correcto)\W*$",
        forgot=r"(?:(?:se me )?(?:olvid|fue de la cabeza|pas)\w+ (?:la hora|el día|a qué|cuándo)|no (?:me )?(?:llegó|llega|recib)\w* (?:ningún|nada|el|la|un)?|(?:se )?(?:guardó|grabó|registró|confirmó)|perdí el papel\w*)|(?:olvid\w+|no (?:me )?(?:acuerdo|recuerdo)|perdí (?:el|la) (?:papel\w*|nota|tarjeta)|recuérd\w+|recuerd\w+me|no me (?:ha )?lleg\w+|(?:lo )?mío)",
        wants=r"(?:quiero|quisiera|querría|puedo|puedes|podría|podéis|necesito|ponme|resérvame|apúntame|cámbia\w*|cambiar|cancel\w*|anul\w*|mejor|otra|otro)",
        another=r"(?:otr[ao] (?:cita|igual|más|hora|aparte|reserva|para|corte|masaje)|otr[ao]\b(?! (?:día|hora|momento|persona|sitio))|una? más|(?:una )?(?:segunda|nueva) (?:cita|reserva)|además de|aparte de|también (?:una?|para|otr[ao])|(?:para )?mi \w+ también|añád\w+)",
        same=r"(?:otr[ao] igual|lo mismo|(?:la|el) mism[ao] (?:cosa|de siempre)|igual|otr[ao] para|como siempre)",
    ),
    "it": OwnAppointmentWords(
        asks=r"(?:(?:risulta|c'è|è) (?:ancora |già |confermato |segnato )?(?:il mio (?:appuntamento|nome)|la mia prenotazione)|(?:per|a) che ora (?:mi|sono|era|ho|devo)|con chi (?:sono|ero|ho|devo)|chi (?:mi|è che mi) (?:taglia|segue|fa)|(?:sono|risulto) (?:ancora )?(?:segnat|prenotat|in lista)\w*|quando (?:sono|devo|era|ce l'ho))|(?:a )?che ora(?! (?:apr|chiud|siete|è adesso))|(?:in )?(?:che|quale) giorno|quand(?:o|'è|o è|'era) (?:che )?(?:vengo|ho|il mio|l'appuntamento|era|devo|dovevo)|quand'è che|con chi|da chi|chi mi (?:taglia|fa|segue)",
        noted=r"(?:sono|siamo|mi (?:avete|hai|ha)) (?:ancora |già |bene )?(?:segnat|prenotat|iscritt|registrat|in lista)\w*|ho (?:un |l'|il |già un )?(?:appuntamento|prenotazione)|(?:è|era) (?:tutto )?(?:confermat|prenotat|segnat|registrat|a posto)\w*|era alle\b|era (?:il|di|per) ",
        tag=r"(?:no|vero|giusto|sì|si|corretto|o no|ok)\W*$",
        forgot=r"(?:pers\w* (?:il|la) (?:foglietto|bigliettino|biglietto|messaggio)|(?:mi )?(?:sono )?scordat\w*|mi sfugge|è andat\w* a buon fine|(?:non )?(?:mi )?è arrivat\w* (?:niente|nessun\w*|la mail|il messaggio|la conferma))|(?:dimentic\w+|non (?:mi |me lo |lo )?ricordo|ho perso (?:il|la) (?:biglietto|foglietto|nota)|ricord(?:ami|armi|atemi|i?mi)|non (?:mi )?è arrivat\w+|non ho ricevuto)",
        wants=r"(?:voglio|vorrei|posso|può|puoi|potrei|potete|possiamo|mi serve|bisogno|prenot(?:ami|i|atemi|are)|spost\w+|cambi\w+|annull\w+|disd\w+|invece|un altro)",
        another=r"(?:un(?:'|o|a)? ?altr[oa](?! (?:giorno|ora|orario|momento|persona|volta))|ancora un[oa]?|un[oa]? in più|(?:un )?(?:secondo|nuovo) (?:appuntamento)?|oltre (?:a|al)|anche (?:un[oa]?|per|la|il)|pure (?:un[oa]?|per|la|il|farmi)|per (?:mio|mia) \w+ (?:anche|pure)|aggiung\w+|un altro proprio)",
        same=r"(?:lo stesso|la stessa cosa|(?:un altro|un'altra) (?:uguale|così|proprio)|come (?:sempre|al solito|l'altra volta)|uguale)",
    ),
    "he": OwnAppointmentWords(
        asks=r"(?:(?:מתי|באיזו שעה|באיזה יום) (?:אני|התור|קבעתי|יש לי|היה)(?: \S+)?|אצל מי (?:אני|קבעתי|התור|זה)|(?:אני|התור) (?:עדיין )?(?:רשומ\S*|קבוע\S*|מופיע\S*)|מי (?:אמור\S*|יספר|תספר) (?:אותי|לי)?)|(?:אז )?(?:ב?איזה|באיזו) (?:שעה|יום)|מתי (?:ה?תור|זה|אני|היה|קבעתי|יש לי|נקבע|אנחנו)(?: שלי)?|אצל מי|עם מי|מי (?:מספר|עושה) (?:לי|אותי)",
        noted=r"(?:אני|אנחנו) (?:עדיין |כבר )?(?:רשומ|קבוע|מוזמנ)\S*|יש לי (?:תור|משהו|פגישה)|(?:זה|התור|הכל) (?:סגור|קבוע|נקבע|מאושר|רשום|נשמר|בסדר)|רשמתם אותי|קבעתי (?:אצלכם|תור)?",
        tag=r"(?:נכון|לא|כן|או לא|בסדר)\W*$",
        forgot=r"(?:(?:זה|התור|ההזמנה) (?:נכנס\S*|נקלט\S*|עבר\S*|נשמר\S*|הצליח\S*)|לא קיבלתי (?:אסמס|הודעה|מייל|אישור|כלום|סמס)|פרח לי|ברח לי)|(?:שכחתי|לא זוכרת?|תזכיר[יו]?(?: לי)?|להזכיר לי|איבדתי את (?:הפתק|הכרטיס)|לא קיבלתי (?:מייל|הודעה|אישור))",
        wants=r"(?:רוצה|רוצים|אפשר|אשמח|צריכה?|תקבעי?|לקבוע|להזיז|לשנות|לבטל|במקום|עוד תור)",
        another=r"(?:עוד (?:תור|אחד|אחת)(?: כזה| כזאת)?|תור (?:נוסף|שני|חדש)|בנוסף|גם (?:ל?בעלי|ל?אשתי|ל?אמא|ל?אבא|ל?בן|ל?בת|ל?אחותי|ל?אחי|לי עוד)\S*|גם (?:רוצה|צריך|צריכה)|חוץ מ)",
        same=r"(?:כזה|כזאת|אותו דבר|אותו הדבר|כמו (?:תמיד|הקודם|שלי)|גם (?:רוצה|צריך|צריכה))",
    ),
    "ar": OwnAppointmentWords(
        asks=r"(?:(?:متى|أي ساعة|اي ساعة|أي يوم|اي يوم|شو) (?:كان )?(?:موعدي|حجزي|دوري|انا|أنا|الموعد)|(?:مع|عند) مين (?:انا|أنا|موعدي|حجزي|حجزت|كان)?|(?:انا|أنا|صرت|اسمي) (?:\S+ )?(?:مسجل|محجوز|موجود|مقيد)\S*|مين (?:رح|راح|اللي رح) ?(?:يقص|يعمل|يستقبل)\S*)|(?:متى|امتى|إمتى|ايمتى) (?:موعدي|حجزي|كان|هو|انا|أنا|لازم)|(?:أي|اي|شو) (?:ساعة|الساعة|يوم)|(?:عند|مع) مين|عند من|مع من|مين (?:رح|راح)? ?(?:يقص|بيقص)",
        noted=r"(?:عندي|لي|الي) (?:حجز|موعد)|(?:انا|أنا)? ?(?:مسجل|محجوز|موجود)\S*|(?:اسمي|اسمنا) (?:موجود|مسجل|عندكم)|(?:تم|صار|انحجز|تأكد|تاكد) (?:ال)?(?:حجز|موعد)?",
        tag=r"(?:صح|مش هيك|مو هيك|اه|لا|أم لا|ولا لا|تمام|مزبوط|أليس كذلك)\W*$",
        forgot=r"(?:(?:مشي|زبط|ضبط|تم|انحفظ|وصل|تسجل|صار) ?(?:الحال|الحجز|الموعد|شي)? ?(?:عندك|عندكم|عندكن)?(?= ?[؟?])|ما (?:اجاني|إجاني|وصلني|اجتني|وصلتني) (?:رسالة|ايميل|مسج|شي|تأكيد)|راح عن بالي)|(?:نسيت|ما (?:بتذكر|اتذكر|أتذكر|عدت اذكر)|ذكر(?:ني|وني|يني)|ضيعت (?:الورقة|الرسالة)|ما وصل(?:ني|تني)?(?: \S+)?)",
        wants=r"(?:بدي|اريد|أريد|عايزة?|ممكن|احجز|احجزي|احجزوا|غير|غيروا|قدم|أجل|اجل|الغ\S*|بدل)",
        another=r"(?:كمان (?:موعد|حجز|واحد|وحدة|قص|صبغة|مساج)|(?:موعد|حجز|واحد) (?:تاني|ثاني|آخر|اخر|جديد|إضافي|كمان)|(?:حجز|موعد) جديد|بالإضافة|غير (?:هاد|هذا|هيدا)|(?:لاختي|لأختي|لزوجي|لزوجتي|لابني|لبنتي|لامي|لأمي|لاخي|لأخي|لصاحبي) ?(?:كمان)?)",
        same=r"(?:نفس (?:الشي|الشيء|الخدمة)|متل(?:ه|ها| العادة| كل مرة)|زي(?:ه|ها)|كمان (?:موعد|حجز|واحد|وحدة))",
    ),
}  # fmt: skip
