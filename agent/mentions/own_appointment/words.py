"""The words of an appointment that stands, as regular expressions over lower-case text."""

from msgspec import Struct


class OwnAppointmentWords(Struct, frozen=True):
    """One language. when, who: what is asked for. own: who asks, as the one whose appointment it is; it: the
    appointment. state: how it stands, or was agreed; whole: phrases that say so alone. asked, tag: what makes a
    question of a statement, whole and at its end. forgot: that it is no longer known. wants: what makes a wish
    of a question. another: that there shall be one more. same: that it shall be like the one there is."""

    when: str
    who: str
    own: str
    it: str
    state: str
    whole: str
    asked: str
    tag: str
    forgot: str
    wants: str
    another: str
    same: str


WORDS = {
    "en": OwnAppointmentWords(
        when=r"when(?:'?s)?|(?:what|which|wot) (?:time|day|date)(?:'?s)?|how (?:long|soon) (?:till|until)",
        who=r"who(?:m|'?s)?|which (?:one|stylist|girl|lady|lad|bloke)",
        own=r"i|i'?m|i'?ve|mine|my(?: \w+)?|we|we'?re|we'?ve|ours?",
        it=r"it'?s?|that'?s?|everything|all",
        state=r"say|said|agree\w*|book\w*|settle\w*|arrang\w+|decid\w+|down|in|on|set|through|thru|saved?|work(?:ed)?|sorted|confirmed|registered|scheduled|reserved|noted|seeing|with|got|have|having|end(?:ed)? up|appointment|slot|on the list|go(?:ne)? in",
        whole=r"(?:you|u|ya|they)(?:'?ve)? (?:\w+ ){0,2}?(?:got|have|see|put|wr[io]te)\b.*\b(?:me|us|my|a|the)\b.*\b(?:down|booked|in|noted|on the list)",
        asked=r"(?:(?:so|and|wait|sorry|ok|right|but|hey|hi)[\s,]+)*(?:am|are|is|was|were|did|do|does|have|has|had|what|which)\s.*|.*(?:check|see|tell me|know|wonder\w*|confirm|sure) (?:if|whether)\s.*|.*\s(?:or)\s.*",
        tag=r"(?:right|yeah|yes|correct|innit|isn'?t it|ok|no|or not|by any chance)\W*$",
        forgot=r"(?:(?:lost|misplaced|can'?t find) (?:the|my) (?:card|note|text|email|bit of paper|slip)|(?:did|has) (?:that|it|my \w+) (?:actually |even )?(?:go(?:ne)? through|work|save|book)|no (?:text|email|e-mail|confirmation)|(?:slipped|gone out of) my (?:mind|head)|what was (?:it|mine|the time) again)|(?:i )?(?:forgot|forget|(?:don'?t|can'?t|didn'?t) (?:remember|recall|write it down|know (?:any ?more|when))|lost (?:the|my) (?:note|slip|card|paper)|remind me|write it down|didn'?t get (?:any|an|the|your) (?:e-?mail|message|confirmation|text))",
        wants=r"(?:want|wants|wanna|would like|i'd like|can|could|may i|need|book me|put me|make it|another|change|move|cancel|instead)",
        another=r"(?:another (?:one|appointment|booking|haircut|slot|massage|colour|trim)?|one more|(?:a )?second (?:one|appointment|booking)|(?:an )?(?:additional|extra) (?:one|appointment|booking)?|(?:on top of|in addition to|as well as|besides) (?:my|the|that)|(?:want|need|like)s? one too|one (?:too|as well)|same again|for my \w+ (?:too|as well)|(?:new|separate) (?:one|appointment|booking)|add (?:a|an) \w+)",
        same=r"(?:one (?:too|as well)|(?:the )?same (?:again|thing|one|as)|another one|one more|likewise|one like)",
    ),
    "de": OwnAppointmentWords(
        when=r"w[aä]nn|(?:um |ab )?(?:wie ?viel|welche[rmn]?) (?:uhr|uhrzeit|tag)|welche uhrzeit|(?:an )?welche[mnr] tag|wie spät",
        who=r"wer|wem|wen",
        own=r"ich|i|mi|mich|mir|wir|ma|mein\w*|uns\w*",
        it=r"es|das|des|dat|alles|der termin",
        state=r"(?:ein)?gebucht|(?:ein)?getragen|reserviert|notiert|vorgemerkt|angemeldet|bestätigt|gespeichert|geklappt|ausg'?e?macht|vereinbart|besprochen|gesagt|aufgeschrieben|registriert|eingeplant|drin|drinnen|dran|drauf|dabei|durch|angekommen|fix|fest|termin|liste|kalender|etwas|was|da sein|kommen",
        whole=r"steht (?:das|es|alles|dat|der termin) (?:noch|weiterhin|fest)\b|(?:habt|hast|haben|habts|seht|findet) (?:ihr|du|sie|es)?\s?(?:mich|mi|uns)\b|aus(?:g'?e?)?macht ham|mir g'?sagt",
        asked=r"(?:(?:und|also|aber|so|moment|sorry|jetzt|na|hallo)[\s,]+)*(?:hab\w*|bin|steh\w*|war|hatt?e|komm\w*|muss|soll|is|ist|hat|sind|was)\s.*|.*(?<!\w)(?:ob|oder)\s.*",
        tag=r"(?:ja|oder|oder nicht|oder wie|ne|gell|nicht wahr|stimmt'?s|richtig)\W*$",
        forgot=r"(?:(?:zettel|karte|kärtchen|mail|sms)\b[^.!?]{0,20}?\b(?:verlegt|verloren|weg|verschmissen|gelöscht|finde)|keine? (?:mail|sms|bestätigung|e-mail|nachricht) (?:\w+ )?(?:gekriegt|bekommen|erhalten|da|gekommen)|(?:hat|ist) (?:das|es) (?:\w+ )?(?:geklappt|durchgegangen|angekommen))|(?:vergessen|weiß (?:es )?nicht mehr|weiss (?:es )?nicht mehr|erinner\w*|geträumt|zettel (?:verloren|weg)|keine (?:mail|bestätigung|nachricht))",
        wants=r"(?:möcht\w+|will|wollen|tät\w*|würde|hätte|kann ich|könnt\w* ich|kann man|brauch\w*|bräucht\w*|buch\w* mich|verschieb\w*|absag\w*|ändern|stattdessen|lieber)",
        another=r"(?:(?:noch )?(?:einen|ein|eine|nen|ne) (?:weitere\w*|zweite\w*|zusätzliche\w*|neue\w*)|(?:auch|nochmal|noch ?mal) (?:noch )?(?:einen|ein|eine|nen)|noch (?:einen|eine|nen|ein)|(?:den|das|die) (?:gleiche\w*|selbe\w*) (?:nochmal|noch ?mal|wieder)|(?:dazu|zusätzlich|außerdem noch)|(?:neben|zusätzlich zu) (?:dem|meinem|den)|auch (?:einen|eine) (?:termin|für)|für (?:meine?n?|unsere?n?) \w+ auch)",
        same=r"(?:den|das|die|dasselbe|dieselbe) (?:gleiche\w*|selbe\w*)|(?:das|den)selbe\w*|auch noch (?:einen|eine|nen)|noch (?:so )?(?:einen|eine|nen)|wie (?:immer|letztes mal|gehabt)",
    ),
    "fr": OwnAppointmentWords(
        when=r"quand|(?:à |a )?(?:quelle?|qu'?elle) heure|quel jour|c'?est quand",
        who=r"qui|laquelle|lequel",
        own=r"je|j'?\w*|moi|m'?|me|mon \w+|ma \w+|on|nous|ch?ui\w*|g",
        it=r"c'?(?:est|était)?|cest|ça|ca|tout|il|elle",
        state=r"rdv|rendez-vous|not[ée]\w*|inscri\w+|réserv\w+|prévu\w*|pris\w*|cal[ée]\w*|dit|convenu\w*|mis\w*|book\w*|confirm\w+|valid\w+|enregistr\w+|bon|marqu\w+|sur la liste|marché|passé|viens|coiffe|coupe",
        whole=r"(?:vous |tu |on )?(?:m'?|nous )(?:avez|as|a|aviez)\b",
        asked=r"(?:est-ce|ai-je|suis-je).*|.*(?:dis|dites|dire|voir|sav\w+|vérifi\w+|regard\w+|confirm\w+)(?:[- ]moi)? si\s.*|.*\sou\s.*",
        tag=r"(?:non|hein|oui|n'est-ce pas|c'est ça|ou pas|pas vrai|d'accord)\W*$",
        forgot=r"(?:zappé|(?:paumé|perdu|plus) (?:l'heure|le jour|mon papier|le sms)|(?:sais|souviens|rappelle) plus|(?:ça|c'est) (?:a |bien )?(?:marché|passé|pris en compte|enregistré)|pas (?:reçu|eu) (?:de |d'|le |la )?(?:mail|sms|confirmation|message))|(?:oubli\w+|(?:me |m'en )?(?:rappelle|souviens|souvient) (?:plus|pas)|rappel\w+-?moi|perdu (?:le|mon) (?:papier|mot|carton)|chui perdue?|rien reçu|(?:reçu|recu) (?:aucun|pas de|rien))",
        wants=r"(?:voudr\w+|veu[xt]|aimer\w+|peu[xt]|puis|pouvez|pourrais|pourriez|pourrait|faudrait|besoin|réservez|mettez|changer|décaler|annuler|plutôt|déplacer)",
        another=r"(?:un(?:e)? (?:autre|deuxième|second\w*|nouveau|nouvelle) (?:rdv|rendez-vous|coupe|créneau)?|encore (?:un|une)|en plus (?:de|du)|la même chose pour|(?:aussi|également) (?:un|une|pour)|(?:un|une) (?:aussi|de plus|en plus|supplémentaire)|pour (?:mon|ma) \w+ (?:aussi|également)|et (?:un|une) \w+ pour (?:mon|ma))",
        same=r"(?:la |le )?même (?:chose|que|prestation)|pareil|m'en faudrait|(?:en|encore) (?:un|une) (?:aussi|autre)|comme (?:d'habitude|la dernière fois)",
    ),
    "es": OwnAppointmentWords(
        when=r"cu[aá]ndo|(?:a )?(?:qu[eé]|q|k) (?:hora|d[ií]a|fecha)|c[oó]mo a qu[eé]",
        who=r"qui[eé]n|cu[aá]l",
        own=r"yo|me|nos|mi(?: \w+)?|m[ií][oa]|tengo|ten[ií]a|tenemos|qued[eé]|quedamos|quedo|estoy|sigo|salgo|aparezco|figuro|voy|iba|debo|deb[ií]a|reserv[eé]|agend[eé]|apart[eé]|ped[ií]|saqu[eé]|dijimos",
        it=r"est[aá]|qued[oó]|era|es|ha quedado|quedaba|se|eso|todo",
        state=r"apuntad\w+|anotad\w+|agendad\w+|reservad\w+|registrad\w+|apartad\w+|inscrit\w+|confirmad\w+|citad?[ao]?|turno|hora|qued[oóeé]\w*|quedamos|dijimos|lista|agenda|algo|list[oa]|guard\w+|toca\w*|o no|este|el otro",
        whole=r"(?:me|nos) (?:tenéis|tiene[ns]?|ha[ns]|habéis|tomaron|pusieron|apuntaron|anotaron)|qued[eéoó]|quedamos|dijimos|(?:me )?(?:reserv|agend|apart|anot)[eé]|ped[ií] (?:cita|turno|hora)",
        asked=r".*(?:f[ií]j\w+|di\w+|decir\w*|mir\w+|ver|ve|sab\w+|confirm\w+|revis\w+|checa\w*) si\s.*|.*\so\s.*",
        tag=r"(?:no|verdad|cierto|sí|vale|o no|o qué|eh|correcto)\W*$",
        forgot=r"(?:(?:se me )?(?:olvid|fue de la cabeza|pas)\w+ (?:la hora|el día|a qué|cuándo)|no (?:me )?(?:llegó|llega|recib)\w* (?:ningún|nada|el|la|un)?|(?:se )?(?:guardó|grabó|registró|confirmó)|perdí el papel\w*)|(?:olvid\w+|no (?:me )?(?:acuerdo|recuerdo)|perdí (?:el|la) (?:papel\w*|nota|tarjeta)|recuérd\w+|recuerd\w+me|no me (?:ha )?lleg\w+|(?:lo )?mío)",
        wants=r"(?:quier\w+|quisiera|querría|pued\w+|podría|podéis|necesito|ponme|resérvame|apúntame|cámbia\w*|cambiar|cancel\w*|anul\w*|mejor|(?<!el )(?<!la )otr[ao])",
        another=r"(?:otr[ao] (?:cita|igual|más|hora|aparte|reserva|para|corte|masaje)|(?<!el )(?<!la )otr[ao]\b(?! (?:día|hora|momento|persona|sitio))|una? más|(?:una )?(?:segunda|nueva) (?:cita|reserva)|además de|aparte de|también (?:una?|para|otr[ao])|(?:para )?mi \w+ también|añád\w+)",
        same=r"(?:otr[ao] igual|lo mismo|(?:la|el) mism[ao] (?:cosa|de siempre)|igual|otr[ao] para|como siempre)",
    ),
    "it": OwnAppointmentWords(
        when=r"quando|quand'?(?:è|era)|(?:a |per )?(?:che|quale) ora|(?:in )?(?:che|quale) giorno",
        who=r"chi",
        own=r"io|mi|me|mio|mia|il mio(?: \w+)?|la mia(?: \w+)?|noi|ci|sono|sto|ero|ho|avevo|devo|dovevo|risulto|siamo|abbiamo|vengo|venivo|tocca|m'",
        it=r"è|era|tutto|risulta",
        state=r"segnat\w+|prenotat\w+|prenotazion\w+|mess\w+|iscritt\w+|registrat\w+|fissat\w+|appuntament\w+|detto|deciso|confermat\w+|rimast\w+|lista|agenda|a posto|salvat\w+|inserit\w+|venire|alle|di|per|il",
        whole=r"(?:mi|ci|m'|ce) ?(?:avete|hai|ha|hanno)\b|abbiamo (?:detto|fissato|deciso)|(?:mi )?(?:ho|ero) (?:prenotat|fissat|segnat)\w+|era(?:vamo)? rimast\w+|restat\w+ d'accordo",
        asked=r".*(?:dimmi|dica|dirmi|guard\w+|ved\w+|sap\w+|conferm\w+|controll\w+) se\s.*|.*\so\s.*",
        tag=r"(?:no|vero|giusto|sì|si|corretto|o no|ok)\W*$",
        forgot=r"(?:pers\w* (?:il|la) (?:foglietto|bigliettino|biglietto|messaggio)|(?:mi )?(?:sono )?scordat\w*|mi sfugge|è andat\w* a buon fine|(?:non )?(?:mi )?è arrivat\w* (?:niente|nessun\w*|la mail|il messaggio|la conferma))|(?:dimentic\w+|non (?:mi |me lo |lo )?ricordo|ho perso (?:il|la) (?:biglietto|foglietto|nota)|ricord(?:ami|armi|atemi|i?mi)|non (?:mi )?è arrivat\w+|non ho ricevuto)",
        wants=r"(?:vo[gr]\w+|vuole|posso|può|puoi|potrei|potete|possiamo|mi serve|bisogno|prenot(?:ami|i|atemi|are)|spost\w+|cambi\w+|annull\w+|disd\w+|invece|un altro)",
        another=r"(?:un(?:'|o|a)? ?altr[oa](?! (?:giorno|ora|orario|momento|persona|volta))|ancora un[oa]?|un[oa]? in più|(?:un )?(?:secondo|nuovo) (?:appuntamento)?|oltre (?:a|al)|anche (?:un[oa]?|per|la|il)|pure (?:un[oa]?|per|la|il|farmi)|per (?:mio|mia) \w+ (?:anche|pure)|aggiung\w+|un altro proprio)",
        same=r"(?:lo stesso|la stessa cosa|(?:un altro|un'altra) (?:uguale|così|proprio)|come (?:sempre|al solito|l'altra volta)|uguale)",
    ),
    "he": OwnAppointmentWords(
        when=r"מתי|[בל]?(?:איזה|איזו|אילו) (?:שעה|יום|תאריך)|[בל]?כמה התור",
        who=r"מי",
        own=r"אני|לי|שלי|אותי|אנחנו|לנו|קבעתי|קבענו|סגרנו|סגרתי|הזמנתי|אמרנו|דיברנו|נקבע|התור|תורי|צריכ?ה? להגיע",
        it=r"זה|הכול|הכל|ההזמנה|התור",
        state=r"רשומ?\w*|קבוע\w*|סגרנו|סגרתי|קבענו|קבעתי|אמרנו|מוזמנ\w*|תור|סגור\w*|משוריי?נ\w*|נקבע\w*|שמור\w*|נכנס\w*|נקלט\w*|מאושר\w*|נשמר\w*|עבר\w*|פגישה|משהו|ברשימה|אצלכם|בסדר",
        whole=r"רשמתם (?:אותי|אותנו|לי)|יש לכם (?:אותי|אותנו)|אתם (?:רואים|מוצאים) אותי|סגרנו|סגרתי|קבענו|קבעתי|אמרנו|הזמנתי",
        asked=r"האם\s.*|.*(?:תבדק\w*|לבדוק|תגיד\w*|לראות|לדעת) (?:אם|ש\w+)\s.*|.*\sאו\s.*",
        tag=r"(?:נכון|לא|כן|או לא|בסדר)\W*$",
        forgot=r"(?:(?:זה|התור|ההזמנה) (?:נכנס\S*|נקלט\S*|עבר\S*|נשמר\S*|הצליח\S*)|לא קיבלתי (?:אסמס|הודעה|מייל|אישור|כלום|סמס)|פרח לי|ברח לי)|(?:שכחתי|לא זוכרת?|תזכיר[יו]?(?: לי)?|להזכיר לי|איבדתי את (?:הפתק|הכרטיס)|לא קיבלתי (?:מייל|הודעה|אישור))",
        wants=r"(?:רוצה|רוצים|אפשר|אשמח|צריכה?|תקבעי?|לקבוע|להזיז|לשנות|לבטל|במקום|עוד תור)",
        another=r"(?:עוד (?:תור|אחד|אחת)(?: כזה| כזאת)?|תור (?:נוסף|שני|חדש)|בנוסף|גם (?:ל?בעלי|ל?אשתי|ל?אמא|ל?אבא|ל?בן|ל?בת|ל?אחותי|ל?אחי|לי עוד)\S*|גם (?:רוצה|צריך|צריכה)|חוץ מ)",
        same=r"(?:כזה|כזאת|אותו דבר|אותו הדבר|כמו (?:תמיד|הקודם|שלי)|גם (?:רוצה|צריך|צריכה))",
    ),
    "ar": OwnAppointmentWords(
        when=r"متى|امتى|إمتى|امتي|ايمتى|أيمتى|وقتيش|الساع[ةه] كام|كام الساع[ةه]|(?:أي|اي|شو|قديش|كم|ب?أي) (?:ال)?(?:ساعة|يوم|تاريخ)|الساعة كم|كم الساعة",
        who=r"مين|من(?= (?:هو|هي|رح|راح|سوف))|(?:عند|مع) من",
        own=r"انا|أنا|بتاعي|بتاعتي|تبعي|ميعادي|الميعاد|موعدي|حجزي|دوري|اسمي|عندي|الي|إلي|حجزت\w*|حجزنا|اتفقنا|انحجزلي|انحجز لي|لازم|اجي|أجي|كنت|احنا|نحنا|صرت|الموعد|كان|هو|رح|راح|بيقص",
        it=r"تم|صار|خلص|هو|كلشي|كل شي|الحجز|الموعد",
        state=r"مسجل\w*|محجوز\w*|حجز\w*|موعد\w*|اتفقنا|مثبت\w*|مأكد\w*|مؤكد\w*|موجود\w*|مقيد\w*|انحجز\w*|تأكد|تاكد|عندكم|عندكن|الحجز",
        whole=r"(?:مسجلين|حاطين|كاتبين|حاجزين)(?:ني| لي|لي| اسمي)?|سجلتو\w*|اتفقنا|حجزت|حجزنا|انحجز ?لي",
        asked=r"هل\s.*|.*(?:شوف\w*|شف\w*|قول\w*|خبر\w*|تأكد\w*|اتأكد) (?:اذا|إذا|لو)\s.*|.*\s(?:ولا|او|أو|أم|ام)\s.*",
        tag=r"(?:صح|مش هيك|مو هيك|اه|لا|أم لا|ولا لا|ولا لس[اه]ع?|تمام|مزبوط|أليس كذلك)\W*$",
        forgot=r"(?:(?:مشي|زبط|ضبط|تم|انحفظ|وصل|تسجل|صار) ?(?:الحال|الحجز|الموعد|شي)? ?(?:عندك|عندكم|عندكن)?(?= ?[؟?])|ما (?:اجاني|إجاني|وصلني|اجتني|وصلتني) (?:رسالة|ايميل|مسج|شي|تأكيد)|راح عن بالي)|(?:نسيت|ما (?:بتذكر|اتذكر|أتذكر|عدت اذكر)|ذكر(?:ني|وني|يني)|ضيعت (?:الورقة|الرسالة)|ما وصل(?:ني|تني)?(?: \S+)?)",
        wants=r"(?:بدي|اريد|أريد|عايزة?|ممكن|احجز|احجزي|احجزوا|غير|غيروا|قدم|أجل|اجل|الغ\S*|بدل)",
        another=r"(?:كمان (?:موعد|حجز|واحد|وحدة|قص|صبغة|مساج)|(?:موعد|حجز|واحد) (?:تاني|ثاني|آخر|اخر|جديد|إضافي|كمان)|(?:حجز|موعد) جديد|بالإضافة|غير (?:هاد|هذا|هيدا)|(?:لاختي|لأختي|لزوجي|لزوجتي|لابني|لبنتي|لامي|لأمي|لاخي|لأخي|لصاحبي) ?(?:كمان)?)",
        same=r"(?:نفس (?:الشي|الشيء|الخدمة)|متل(?:ه|ها| العادة| كل مرة)|زي(?:ه|ها)|كمان (?:موعد|حجز|واحد|وحدة))",
    ),
}  # fmt: skip
# That it was booked by mistake gives it up as well.
BY_MISTAKE = {
    "en": r"(?:pressed|clicked|hit|tapped|booked)(?: \w+){0,3} (?:by (?:mistake|accident)|accidentally)|(?:by mistake|accidentally) (?:booked|pressed|clicked)|(?:didn'?t|never) (?:mean|want)(?:ed)? to book",
    "de": r"(?:aus versehen|versehentlich)(?: \w+){0,3} (?:gebucht|gedrückt|geklickt|getippt)|verklickt|(?:wollte|hab)(?: \w+){0,3} (?:gar |eigentlich )?nicht buchen(?: wollen)?",
    "fr": r"(?:cliqué|appuyé|réservé)(?: \w+){0,3} (?:par erreur|sans faire exprès|sans le vouloir)|(?:voulais|souhaitais) pas (?:du tout )?réserver|fausse manip\w*",
    "es": r"(?:le di|pulsé|apreté|toqué|reservé|hice clic)(?: \w+){0,3} (?:sin querer|por error)|(?:no quería|no pensaba) (?:reservar|agendar|sacar)",
    "it": r"(?:premuto|cliccato|schiacciato|prenotato)(?: \w+){0,3} (?:per (?:sbaglio|errore)|senza volere)|non (?:volevo|intendevo)(?: \w+)? prenotare",
    "he": r"(?:לחצתי|הזמנתי|קבעתי)(?: \w+){0,2} בטעות|(?:בטעות) (?:לחצתי|הזמנתי|קבעתי)|לא (?:רציתי|התכוונתי) (?:להזמין|לקבוע)",
    "ar": r"(?:ضغطت|كبست|حجزت)(?: \w+){0,2} (?:بالغلط|غلط|بالخط[أا])|(?:ما|لم) (?:كنت |كان )?(?:بدي|[اأ]ريد|[اأ]رد|قصدي|ناوية?) (?:[اأ]?حجز|[اأ]ن [اأ]حجز)",
}  # fmt: skip
