"""The words around a customer's name, in every language: what introduces it, what comes before it, and what
ends it."""

import re


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


def _any_of(*lines: str) -> str:
    return "|".join(line.strip("| ") for line in lines)


# A frame ends where its word does; a few letters of Hebrew and Arabic are written onto the name.
_WORD_ENDS = r"(?:(?<!\w(?=\w))|(?<= [לב])|(?<= את)|(?<= [بل]))"
# What can only be followed by a name.
STRONG = re.compile(
    r"(?<!\w)(?:"
    + _any_of(
        r"(?:my|the|his|her|our|their|booking|full|customer|client)(?: (?:full|first|last|family|middle|maiden|given))? name(?: is|['’]s|:| would be| should be| will be)?",
        r"(?:first|last|family|full|given|maiden) ?name(?: is|['’]s|:)?|surname(?: is|['’]s|:)?|name(?: is|['’]s| on the booking is|:)|(?:i['’]m|i am|is|she['’]s|he['’]s|who is|am) (?:called|named)|(?:just |please |you can |they |people |friends |everyone |everybody )?call(?:s)? me|",
        r"(?:under|in) the name(?: of)?|under name|(?:it|booking|appointment|reservation)(?:['’]s| is) under|goes by|go by|i go by|signed,?|yours(?: truly)?,|",
        r"(?:mein|der|ihr|sein|unser)(?: (?:voller|ganzer|vollständiger))? (?:vor|nach|familien|ruf)?name(?: ist| war| lautet| wäre|:)?|(?:vor|nach|familien|ruf|mädchen)?name(?: ist| war| lautet| wäre|:)|(?:ich|sie|er) (?:hei(?:ß|ss)e?t?|nenne mich)|hei(?:ß|ss)e|(?:auf|unter)(?: (?:den|dem|meinen|meinem))? namen?|(?:ich )?werde \w+ genannt|eintragen:|nennen sie mich|nenn mich|",
        r"(?:je )?m['’]appelle|moi c['’]est|(?:il|elle)? ?s['’]appelle|(?:mon|le|son|votre)? ?(?:nom(?: de famille| complet)?|prénom)(?: est|,? c['’]est| ?:)|(?:au|sous le) nom d(?:e |['’])|appelez[- ]moi|",
        r"me llamo|se llama|(?:mi|el|su)? ?(?:nombre(?: completo)?|apellidos?)(?: (?:es|son)|:)|(?:a|con el|bajo el) nombre de|ll[áa]mame|ll[áa]meme|me dicen|",
        r"mi chiamo|si chiama|(?:il )?(?:mio |suo )?(?:nome(?: completo)?|cognome)(?: è| e['’]|:)|a nome(?: di)?|chiamami|mi chiami|mi chiamano|",
        r"(?:קוראים|קורין) (?:לי|לה|לו)|(?:ו)?שמ(?:י|ה|ו)(?: (?:הוא|היא))?|השם(?: שלי| שלה| שלו| המלא| הפרטי| משפחה)?(?: (?:הוא|זה))?:?|שם(?: מלא| פרטי| משפחה| המשפחה(?: שלי)?)?:|שם משפחה|על שם|בשם|(?:ת?רש[ומ]\w*|תכתבו|תקבעו) (?:אותי )?(?:בתור|תחת)|תקראו לי|",
        r"(?:أنا )?[وفلب]{0,2}اسم(?:ي|ها|ه)(?: الكامل| الأول)?(?: هو| هي|:)?|[وف]?الاسم(?: الكامل| الأول| الاول| هو)*:?|الإسم:?|إسمي|باسم|بإسم|كنيتي|لقبي|اسم العائلة:?|يدعونني|ينادونني|أدعى|تسمى|يسمى|سجل\w+ (?:باسم|ب)",
    )
    + rf"){_WORD_ENDS}[ \t]*[:,\"„“»«]?[ \t]*",
    re.I,
)
# What may be followed by a name, and by a great many other things: who says it speaks of themselves.
WEAK = re.compile(
    r"(?<!\w)(?:"
    + _any_of(
        r"it['’]s me,?|let me introduce myself[:,]?|(?:you['’]re|you are) (?:chatting|talking|dealing|writing) (?:to|with)|i am|i['’]m|im|this is|its|it['’]s|it is|speaking(?: is| to you is)?|under|(?:put|book|pencil|note|write|sign)(?: me| it| us| him| her| them)?(?: down| in| up)? (?:as|under)|here is|here['’]s|you['’]re speaking (?:to|with)|from|for",
        r"(?:läuft|lautet|geht|termin|buchung|reservierung|gebucht|reserviert|eingetragen|buchen|reservieren) (?:sie )?(?:es )?(?:bitte )?auf|unter|ich bin(?:['’]s| es),?|(?:ich )?(?:möchte|darf) mich (?:kurz )?vorstellen[:,]?|(?:mich|uns|ihn|sie) (?:bitte )?als|ich bin(?: die| der)?|bin(?: die| der)?|hier (?:ist|spricht|schreibt)(?: die| der)?|hier|es ist|am apparat|für|von",
        r"je me présente[:,]?|c['’]est moi,?|(?:not|inscri|mett|réserv)\w+(?:[- ]moi)?(?: comme| pour| come| pure| como)?|je suis|c['’]est|ici|pour|de la part de",
        r"me presento[:,]?|soy yo,?|(?:ap[úu]nt|an[óo]t|inscr[íi]b|p[óo]ng|reg[íi]str)\w+ (?:como|a)|soy(?: la| el)?|le habla|habla|aquí|es para|para|de parte de",
        r"mi presento[:,]?|sono io,?|(?:segn|scriv|mett|prenot|registr)\w+ (?:pure|come|a)|sono(?: la| il)?|parla|qui(?: è)?|per|da parte di",
        r"אני|זה|זאת|כאן|מדבר(?:ת)?|פה|עבור|בשביל",
        r"أنا|انا|معك|معكم|هنا|المتحدث(?:ة)?|لـ|من طرف",
    )
    + r")[ \t]+",
    re.I,
)
# Nothing but titles, however they are written.
SHORT_TITLES = frozenset(["mme", "mlle", "mr", "mrs", "sra", "srta", "sig.ra", "dott", "dott.ssa", "hr"])
# Of what word it is told how it is spelled.
SPELLED_OUT = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_][\w'’\-]{2,24}),? (?:(?:that['’]s |it['’]s |wird |das wird |ça |que )?(?:spelled|spelt|geschrieben(?= (?:mit|wie|ohne))|schreibt (?:man|sich)|s['’]écrit|épelé|se escribe|si scrive)|נכתב|بتنكتب|تكتب)(?!\w)",
    re.I,
)
# What somebody says of themselves in small letters, as the whole of a clause: "soy yoli, la de siempre". Most
# of it is no name.
INTRODUCED = re.compile(
    r"(?:^|[.,!?\n] ?|(?<!\w)(?:hi|hey|hiya|hello|hallo|moin|hey|coucou|salut|hola|buenas|ciao|salve) )(?:i['’]?m|ich bin(?: die| der)?|bin(?: die| der)|je suis|jsuis|soy(?: la| el)?|sono(?: la| il)?|sn) "
    r"(?P<name>[a-zà-ÿ]{3,12})(?= ?(?:[,.!;\n]|$)| (?:von|aus|from|der von|die von|la de|el de|du|da|again|nochmal|encore|otra vez|di nuovo)(?!\w))",
    re.I,
)
HOW_SOMEBODY_IS = re.compile(
    r"(?:ed|ing|ful|ous|[ai]ble|less|ent|ant|ish|y|ig|lich|isch|bar|los|haft|iert|end|eux|euse|ique|if|ive|aire|é|ée|és|ado|ada|ido|ida|oso|osa|ivo|iva|ato|ata|ito|ita|uto|uta|ente|ile|ero|era|ist|ista|eur|euse|ien|ienne|ese|ano|ana)$"
    r"|^(?:all|done|good|great|ready|sure|true|right|wrong|fine|back|here|home|off|out|urgent|nice|cool|warm|cold|cheap|hot|gut|okay|toll|super|prima|klar|wahr|egal|weg|satt|fit|raus|cool|wach|bon|bien|vrai|faux|tout|trop|clair|parti|dur|bueno|claro|verdad|todo|cierto|mejor|listo|lista|solo|sola|vero|tutto|tutta|bello|bene|meglio|cert[oa]|poco|tard[ei]|tanto|dopo|prima|male|caro|cara|pronto|pronta|stop|spät|früh|zwei|drei|due|tre|deux|trois|dos|tres|sposa|novia|braut|mariée|mamma|mama|papa|dehors|dedans|debout|presque|derrière|dentro|fuera|fuori|drinnen|draußen|outside|inside|around)$",
    re.I,
)
# What a person does, behind a name that is a word too: "Grace is", "Rosa wants".
ACTS = re.compile(
    r"['’]s (?:\w+day|mum|dad|mother|father|husband|wife|nan|gran)|,? (?:is|isn['’]t|has|was|will|would|wants|needs|likes|loves|prefers|can|can['’]t|comes|came|said|says|told|thinks|a(?= \w+é)|veut|voudrait|aime|doit|est|vient|viene|quiere|tiene|necesita|dice|es|è|ha|vuole|deve|viene|hat|will|möchte|kommt|braucht|kann|sagt)(?!\w)"
)
# Before the name in an answer to what it is: "put me down as", "schreiben Sie einfach".
WRITES = re.compile(
    r"(?<!\w)(?:(?:just |please |simply )?(?:put|write|use|type|say|make it)(?: me)?(?: down)?(?: as| under)?|(?:schreib\w*|nimm|nehmen|setz\w*|notier\w*|mach\w*|trag\w*)(?: sie)?(?: mich)?(?: (?:einfach|bitte|ruhig|mal|nur|auf|unter|ein))*|"
    r"(?:mettez|mets|écrivez|notez|marquez|inscrivez)(?:[- ]moi)?(?: (?:juste|simplement|comme|au nom de|à|pour))*|(?:pon|ponga|póngale|ponme|apunt[ae]\w*|anot[ae]\w*|escrib[ae]\w*|usa)(?: (?:solo|simplemente|nomás|a nombre de|como|a))*|"
    r"(?:metti|metta|mettiamo|scriv\w+|segn[ai]\w*|usi|faccia)(?: (?:pure|solo|semplicemente|come|a nome(?: di)?|a))*|(?:ת?רש[ום]\w*|ת?כתוב\w*|שימי?|תשימ\w*)(?: (?:פשוט|רק|בבקשה|על שם|את))*|(?:[إا]?كتب\w*|سج[لّ]\w*|حط\w*)(?: (?:بس|فقط|باسم|على اسم))*)[ :,]+",
    re.I,
)
# At the beginning of a sentence only a name follows, where there are no capitals to show it.
OPENING = re.compile(
    r"(?:^|[.!?,،\n]\s{0,3})(?:מדבר(?:ת)?|כאן|معك(?:م)?|معاك(?:م)?|المتحدث(?:ة)?)[ \t]+", re.I
)
# Of those, what stands before things far more often than before people.
FOR = re.compile(r"^(?:für|von|im|for|from|pour|para|es para|per)\W*$", re.I)
# Of those, where a customer who bears the name of somebody at the business speaks of themselves.
ONESELF = re.compile(
    r"(?:i am|i['’]m|im|this is|ich bin|hier ist|hier spricht|je suis|soy|sono|אני|أنا|انا|معك)\W*$", re.I
)
TITLE = re.compile(
    r"(?<!\w)(?:"
    + _any_of(
        r"mr\.?|mrs\.?|ms\.?|miss|mx\.?|sir|lady|dr\.?(?: med\.)?|prof\.?|professor|herrn?|(?<!meine )(?<!meiner )(?<!eine )(?<!einer )(?<!zur )(?<!die )frau|fr\.|hr\.|m\.|mme\.?|mlle\.?|madame|mademoiselle|monsieur|sr\.?|sra\.?|srta\.?|señor|señora|señorita|don|doña|sig\.?|sig\.ra|signor|signora|signorina|signore|dott\.?|dott\.ssa|dottor|dottoressa|famil(?:ie|y)|famille|familia|famiglia",
        r"גב['׳]?|[ושלבה]?גברת|[ושלבה]?מר|ד[\"״]ר|משפחת|السيدة?|الآنسة|الأستاذة?|الدكتورة?|عائلة|الحاجة?|دكتورة?|سيدة?|أستاذة?|استاذة?|حجة",
    )
    + r")[ \t]+",
    re.I,
)
# Titles alone are written with a capital; "don" and "lady" are other words else.
ONLY_CAPITAL = frozenset(
    [
        "don",
        "sir",
        "lady",
        "miss",
        "m.",
        "family",
        "familie",
        "famille",
        "familia",
        "famiglia",
        "sr",
        "sig",
        "prof",
        "dr",
        "ms",
    ]
)
SIGNED = re.compile(
    r"(?<!\w)(?:gr[üu](?:ß|ss)e?n?|gru(?:ß|ss)|lg|vg|mfg|bg|hg|dank|danke|regards|wishes|sincerely|cheers|thanks|thank you|thx|love|xx?|yours|"
    r"cordialement|salutations|bien à vous|bonne (?:journée|soirée)|amicalement|merci|bises|buen día|buenas tardes|saludos?|atentamente|gracias|abrazo|buona (?:giornata|serata)|salut[io]|grazie|cordialmente|"
    r"בברכה|תודה(?: רבה)?|בתודה|تحياتي|(?:ال)?تحي(?:ة|ات)|شكرا|شكراً|مع الشكر)(?: (?:mit|von|from|de|da|dal|vielmals|im voraus|beaucoup|d['’]avance|mille|mil|a lot|so much|very much|many))?(?: (?:לכם|לך|מראש|לכן|لكم|لك|جزيلا|جزيلاً|الطيبة|القلبية|حارة))?"
    r"[ \t]*[,،!.–\-\n:]*\s*$",
    re.I,
)
# Of those, what only closes a letter: the name may follow without a comma.
CLOSED = re.compile(
    r"(?:gr[üu](?:ß|ss)en?|lg|vg|mfg|regards|wishes|cordialement|saludos?|saluti|בברכה|تحياتي|(?:ال)?تحي(?:ة|ات))[,،]?\s*$",
    re.I,
)
ANNOUNCED = re.compile(
    r"(?:^|[.!?,;،\n]\s{0,3}|(?<!\w)(?:hi|hello|hey|hiya|hallo|moin|servus|bonjour|bonsoir|hola|buenas|salve|ciao|buongiorno|שלום|היי|مرحبا|أهلا)[ ,!]+)"
    r"(?P<name>(?:[^\W\d_][\w'’.\-]{0,30} ){0,3}[^\W\d_][\w'’.\-]{0,30}),? (?:here|speaking|again here|is my name|is the name|"
    r"ici|aquí|hier|am apparat|ist mein name|mein name|[àa] l['’]appareil|au téléphone|au bout du fil|est mon nom|al teléfono|al habla|al aparato|es mi nombre|al telefono|all['’]apparecchio|è il mio nome|כאן|פה|בטלפון|معك(?:م)?)(?!\w)",
    re.I,
)
# "Right here" is nobody.
EXACTLY = _words(
    "right just exactly up down in over still always back genau direkt gleich immer juste tout bien justo mismo todo proprio tutto sempre anche alles everything everyone jemand somebody anybody"
)
# A question for the customer's name.
ASKS = re.compile(
    r"(?:your|full|first|last|the) name|name (?:for|should|please|can|may)|who(?:['’]s| is| am| shall| should| will)|booking for|call you|you are\W*\?|vous êtes\W*\?|wer sind sie|quién es|chi è lei|whose name|what name|"
    r"(?:ihr|dein|ihren|deinen|der|den|welchen?|auf welchen?) (?:vollständigen |ganzen )?namen?|wie hei(?:ß|ss)|(?:votre|ton|quel) (?:nom|prénom)|vous appel|t['’]appel|eintragen\?|notieren\?|présenter|איזה שם|באיזה שם|(?:su|tu) nombre|nombre de quién|qué nombre|se llama|te llamas|"
    r"(?:suo|tuo|che) nome|nome e|(?:si|ti) chiam|שמך|השם|שם מלא|קוראים ל|איזה שם|اسمك|الاسم|باسم|اسم الحجز|أي اسم",
    re.I,
)
# Between the words of a name.
PARTICLES = _words(
    "lo li san santa saint sainte mc mac o van von vom zu zur der den de del della di da do dos du des la le el al bin ben ibn abu bint ter ten",
    "בן בר בת אל בו ام ابي أبي عبد بن ابن أبو ابو آل بنت أم",
)
# Words no name is made of, in any language: what a sentence goes on with.
STOPS = _words(
    "a an and the my your our their this that these those is are was were be been am i me you he she it we they who what when where why how which",
    "can could would will shall should may might must do does did have has had not no yes ok okay so if or but as at on in of to for from with by about into just only also too",
    "here there please thanks thank hi hello hey dear good morning afternoon evening today tomorrow now later soon book booking booked cancel change move need needs want wants like looking",
    "would'd i'd i'm i've i'll it's that's we're call called phone number email mail e-mail mobile address appointment appt name surname first last new old same other any some all one two three",
    "klar gern gerne natürlich selbstverständlich bien sûr claro certo certamente of course happy sorry sure fine free late early available interested afraid calling writing running coming going trying wondering hoping thinking asking back ready able unable only really very still already almost",
    "not never always after before around next every each per between until till since sick busy tired open closed off out up down over under again anyone someone nobody everyone something anything nothing",
    "und oder aber der die das den dem des ein eine einen einem einer eines mein meine meinen meinem meiner ihr ihre sein seine unser ich du er sie es wir mich mir dich dir uns euch ihnen ihn",
    "ist sind war bin bist hat habe haben hatte hätte würde wäre möchte will kann können könnte muss soll darf brauche bräuchte suche wollte wollen geht gehen ja nein nicht kein keine nur auch noch schon bitte danke hallo guten",
    "morgen heute abend mittag nachmittag vormittag gerne gern wie was wann wo wer warum bei mit von zu zum zur aus auf an am im in für um ab bis nach vor gegen über unter seit ohne hier da dort dann also sehr ganz mal doch",
    "telefon nummer handy email mail adresse termin name namen neu neukunde neukundin kunde kundin stammkunde stammkundin interessiert flexibel frei verfügbar zufrieden dabei gespannt unsicher sicher fertig spät müde krank beschäftigt",
    "et ou mais le la les un une des du de mon ma mes votre vos notre nos son sa ses ce cette je tu il elle nous vous ils elles me te se est suis sont était ai as avez avoir être pas plus oui non",
    "voudrais veux peux pouvez puis aimerais souhaite souhaiterais cherche besoin bonjour bonsoir merci svp s'il pour avec sans chez dans sur sous par à au aux en y demain aujourd'hui matin midi soir après avant vers entre très bien libre",
    "disponible intéressé intéressée désolé désolée nouveau nouvelle cliente client téléphone numéro mail rendez-vous rdv nom prénom que qui quoi quand où comment combien déjà encore aussi j'ai j'aimerais j'habite c'est qu'il",
    "y o pero el la los las un una unos unas mi mis su sus tu nuestro yo tú él ella nosotros usted ustedes me te se es soy son era he ha hay tengo tiene quiero quisiera puedo puede podría necesito busco gustaría sí no",
    "por para con sin en de del al a hola buenos buenas días tardes noches gracias favor mañana hoy tarde mediodía noche después antes sobre entre muy libre disponible nuevo nueva cliente clienta interesado interesada",
    "teléfono número correo móvil cita nombre que quién qué cuándo dónde cómo cuánto ya también solo sólo",
    "e o ma il lo la i gli le un uno una mio mia miei mie suo sua nostro io tu lui lei noi voi loro mi ti si ci è sono sei era ho ha hanno avete avere vorrei voglio posso può potete potrei devo bisogno cerco sì no non",
    "per con senza in di da a al alla del della nel nella su tra fra buongiorno buonasera ciao salve grazie favore domani oggi mattina mezzogiorno pomeriggio sera dopo prima verso molto libero libera disponibile nuovo nuova cliente interessato interessata",
    "telefono numero mail cellulare appuntamento nome cognome che chi cosa quando dove come quanto già anche solo",
    "אני את אתה הוא היא אנחנו הם זה זאת של שלי שלך שלה שלו את על עם אל אצל ב ל מ ה ו כי אם או אבל גם רק לא כן יש אין רוצה רוצים רוצות צריך צריכה צריכים אשמח מבקש מבקשת מעוניין מעוניינת יכול יכולה יכולים אפשר אוכל",
    "מחפש מחפשת פנוי פנויה תור לתור תורים מחר היום ביום יום שעה בשעה בבוקר בערב בצהריים אחרי לפני שלום היי בוקר ערב טוב תודה בבקשה טלפון הטלפון מספר המספר מייל המייל כתובת לקבוע להזמין לבטל להזיז לקבל לקחת לבוא מגיע מגיעה אגיע",
    "לכם לכן לך לכולם חדש חדשה לקוח לקוחה כאן פה שם מה מי מתי איפה איך כמה למה וגם ואני ורוצה וצריך וצריכה וצריכ ואשמח והטלפון והמייל והמספר תספורת מסאז' גר גרה נולדתי אוהב אוהבת חושב חושבת בדרך מאחר מאחרת קצת עדיין כבר לקראת הבא הבאה",
    "أنا انا أنت هو هي نحن هم هذا هذه من في على إلى الى عن مع ب ل و أو لكن أيضا فقط لا نعم ليس يوجد هل ما متى أين كيف كم لماذا أريد اريد أرغب أود اود أحتاج احتاج يمكن يمكنني ممكن أستطيع أبحث بدي حابب حابة عايز عايزة",
    "موعد موعدا الموعد حجز أحجز احجز غدا غداً اليوم بكرة صباحا مساء ظهرا بعد قبل الساعة يوم مرحبا أهلا اهلا السلام عليكم شكرا شكراً فضلك رقم رقمي هاتف هاتفي جوالي بريد بريدي ايميلي إيميلي وأريد واريد وأرغب ورقمي وهاتفي وبريدي",
    "מושלם נהדר מעולה אחלה מצוין מצויין יופי סבבה מגניב להתראות ביי מהמם נפלא אדם خير الخير النور صباح مساء تمام طيب ممتاز جميل رائع حلو أكيد اكيد كويس منيح زين عظيم دايما سلام يا",
    "لكم لك لكن جميعا وأحتاج وأود ومعي قص شعر جديد جديدة زبون زبونة عميل عميلة هنا متاح متاحة متأخر آسف آسفة في تريد يريد ترغب يرغب تحتاج يحتاج تغيير إلغاء التي الذي",
)
# Written with a capital, and nobody's name, where a name is looked for.
COMMON_NOUNS = _words(
    "העסק החברה הסלון רשום רשומה כתוב כתובה שגוי الشركة المحل الصالون شخصين شخص أشخاص مسجل مسجلة مكتوب مكتوبة خطأ",
    "student studentin schüler schülerin lehrer lehrerin arzt ärztin rentner rentnerin mutter vater tochter sohn frau mann kind patient patientin gast gäste anfänger anfängerin fan mitglied verlobter verlobte braut bräutigam",
    "german english french italian spanish israeli arab american british irish scottish welsh dutch turkish polish russian chinese japanese deutsch deutscher deutsche englisch französisch italienisch spanisch hebräisch arabisch",
    "monday montag nummer telefon telefonnummer handynummer handy mobil mobile tel mail email e-mail e-mailadresse emailadresse adresse kontakt contact phone number cell whatsapp correo teléfono telefono numero número cellulare courriel portable téléphone",
    "schmerzfrei schmerzlos schmerzen kopfschmerzen כאב כאבים indolore termin termine haarschnitt friseur salon massage preis preise zeit uhr woche tag tage monat jahr abend morgen nachmittag wochenende urlaub arbeit ordnung hilfe frage fragen problem danke dank entschuldigung",
    "christmas easter weihnachten ostern noël pâques navidad natale pasqua xmas ramadan eid hanukkah passover pesach halloween google facebook instagram paypal visa mastercard",
    "berlin london paris madrid rome roma milano münchen hamburg köln wien zürich dublin barcelona lyon tel aviv jerusalem haifa dubai cairo england germany deutschland france frankreich spain españa italy italia israel europe",
    "family familie famille familia famiglia السيد السيدة الآنسة الدكتور الدكتورة الأستاذ الأستاذة عائلة الحاج الحاجة משפחת גברת מר frau herr hr fr sig dott doña dottor dottoressa prof professor don sir lady mr mrs ms miss mx sir dr prof herr herrn mme mlle madame monsieur señor señora sra srta signor signora signore gott rabba רבה جزيلا kindly god day days brushing central station square park airport hotel university church school eve sunday lord mum mom dad mummy daddy grandma grandpa mama papa oma opa maman mami mamá papá nonna nonno boss chef team kurs kurse kinder karte karten schnitt farbe haare kopf arm bein hals termin easter meister laden tor park markt apple sir madam ladies gentlemen all פוני הפוני",
)

# Behind these stands who is asked for, or whose door it is: a name, if it is written like one.
ASKED_FOR = re.compile(
    r"(?<!\w)(?:"
    + _any_of(
        r"(?:ask|asking|asks) for|(?:bell|buzzer|doorbell|intercom|letterbox|mailbox)(?: \w+){0,2} (?:says|reads|for|marked|at|is)|(?:ring|buzz|ring at|buzz at|ring for|press)(?: the bell(?: for| at)?)?|care of|c/o|attn\.?:?|married to|signed by|together with|(?:hi|hello|hey),? it['’]s|regards from|on behalf of|(?:gift|present|voucher|card|booking|appointment|slot|cut|massage|treatment) (?:is |s )?for|",
        r"(?:frag|verlang)(?:t|en sie)? (?:bitte )?nach|bei (?=[A-ZÄÖÜ][\w-]{1,30}(?: [A-ZÄÖÜ][\w-]{1,30})? (?:klingel|läut|abgeb|abzugeb|abhol|steht|wohn))|(?:klingel\w*|läute\w*|briefkasten|türschild|namensschild)(?: (?:steht|heißt|ist|sie|bitte|lautet|auf|bei|:))*|verheiratet mit|gr[uü]ße? von|im auftrag von|",
        r"(?:demand|appel)(?:ez|e|er)(?: bien)?|(?:sonne[zr]?|interphone|sonnette|boîte aux lettres)(?: (?:est|à|chez|au nom de|marqué|il y a|y a|écrit|c['’]est|:))*|chez|(?:cadeau|rdv|rendez-vous|bon|soin|massage|coupe) (?:c['’]est |est )?pour|bises de|mariée? (?:à|avec)|",
        r"pregunt\w+ por|(?:timbre|telefonillo|portero|buzón)(?: (?:de|a nombre de|pone|en|dice|:))*|casad[oa] con|(?:regalo|cita|bono|vale|masaje|corte) (?:es )?para|",
        r"(?:chied|domand)\w+ (?:di|per)|(?:citofon\w*|campanello|suona\w*|cassetta)(?: (?:è|a|da|di|dice|:|al nome|nome|c['’]è|scritto|sta scritto))*|sposat[oa] con|(?:regalo|buono|appuntamento|massaggio|taglio) (?:è )?per|",
        r"(?:ת?בקשו?|לבקש|תשאלו?|לשאול)(?: על)? (?:את|ל)|(?:על ה?(?:תיבה|פעמון|דלת|אינטרקום)|פעמון|אינטרקום)(?: (?:רשום|כתוב|של|שם))*|נשוי(?:אה)? ל|",
        r"[إا]?س[أا]{0,2}ل\w*(?: لي)? عن|مكتوب (?:على|ع)? ?(?:ال)?\w{3,8}|(?:الجرس|جرس|الانتركم|الباب|باب)(?: (?:مكتوب|عليه|باسم|بيت|دار|شقة|عيلة|عائلة))+|متزوجة? من",
    )
    + rf"){_WORD_ENDS}[ \t]*[:,(\"„“»«]?[ \t]*",
    re.I,
)
# What somebody says before the name alone, and what they say of it behind: "yes exactly, Ada, with one d".
_FILLERS = (
    r"(?:(?:hi|hiya|heya|howdy|morning|evening|afternoon|good (?:morning|evening|afternoon|day)|guten (?:tag|morgen|abend)|buenos días|buenas tardes|hey|hello|yes|yep|yeah|no|nope|nah|oh|ah|well|so|ok|okay|right|exactly|sorry|again|ja|jo|jep|nein|nee|ne|also|genau|ach|na|hallo|moin|servus|oui|non|bah|ben|bon|alors|voilà|coucou|salut|bonjour|bonsoir|bsr|bjr|slt|"
    r"sí|si|no|pues|bueno|ay|vale|hola|claro|buenas|sì|ecco|allora|beh|boh|ciao|salve|buongiorno|כן|לא|אז|היי|הי|שלום|אהלן|ערב טוב|בוקר טוב|نعم|لا|ايه|اي|طيب|مرحبا|هلا|السلام عليكم|اهلا|أهلا)[,،!. ]+){0,3}"
)
ALONE = re.compile(rf"^[ \t]*{_FILLERS}", re.I)
SPELLED = re.compile(
    r",? ?(?:no|keine?|pas d['’]|aucun|two|zwei|deux|dos|due) ?(?:accents?|hyphens?|akzente?|bindestrich\w*|tréma|tildes?|[a-z]['’]?s?)(?!\w)|,? ?(?:\(|[–-] )?(?:(?:ge)?schrieben |spelled |spelt |écrit |escrito |scritto )?(?:with(?:out)?(?: the| an?| one| two| double)?|mit|ohne|avec|sans|con|sin|senza|como|come|comme|wie|like)(?: (?:nur|just|deux|un|une|dos|due|zwei|doppel|einem|einer|double|solo|una|el|la|le|il|das|der|l['’]|doble|doppia|kleinem|großem))*"
    r" ?(?:l['’])?(?:['\"“„«]?[a-zäöüßéñ]['\"”“»]?|ey|ai|ie|ph|th|ck|dt|sch|tz|ypsilon|hyphens?|bindestrich\w*|trait|tiret|gui[oó]n|trattino|apostroph\w*|apóstrofo|apostrofo|umlaut\w*|accents?|acento|accento|tilde|tréma|cédille|letters?|l|buchstaben)(?!\w)"
    r"|[,،]? ?(?:ככה |פשוט |بس |يعني )?(?:עם|בלי|مع|بدون|بس|כמו|مثل|متل|ב) ?(?:ה|ال)?(?:[א-ת](?!\w)|מקף|יוד|אלף|עין|חית|כף|قاف|همزة|حرف|كلمتين|كلمة|الف|ياء|تاء|نون)\w{0,2}",
    re.I,
)
# "Ada again from last week", "Ada, the usual": who speaks is who is named first.
SPEAKS = re.compile(
    r"[,،]? ?(?:again|back again|from (?:last|this)|the usual|as usual|same as|here|speaking|wie immer|nochmal|noch ?mal|wieder|vom letzten|hier|schon wieder|encore|comme d['’]hab\w*|comme toujours|à l['’]appareil|a l['’]appareil|au bout|de nouveau|otra vez|como siempre|de nuevo|al habla|"
    r"di nuovo|come sempre|ancora|al telefono|שוב|כרגיל|כמו תמיד|מדבר(?:ת)?|بتحكي|بيحكي|يتكلم|تتكلم|مرة ثانية|كالعادة|زي العادة|تاني)(?!\w)",
    re.I,
)
# Of those, what hardly a thing can do.
SPEAKS_SURELY = re.compile(
    r",? ?(?:again (?:from|here)|from (?:the|number|across|next|down|over)|de chez|de la (?=\w+ d)|,? (?:she|he)['’]s \w+ (?:years|yrs|months)|from (?:yesterday|last|earlier|before|this morning|the other)|d['’]hier|de ayer|di ieri|von gestern|de la última vez|dell['’]altra volta|de la dernière fois|من مبارح|من امبارح|מאתמול|here(?: again)?|speaking|hier|am apparat|vom letzten|schon wieder hier|[àa] l['’]appareil|au bout du fil|al habla|al aparato|al telefono|all['’]apparecchio|מדבר(?:ת)?|بتحكي|بيحكي|يتكلم|تتكلم)(?!\w)",
    re.I,
)
# The next of several.
AND = re.compile(r"(?:,? (?:and|und|et|y|e|&|\+) |, ?| ?/ ?| ו-?| و)(?=[^\W\d_])", re.I)
# What has two capitals and is nobody: ways of paying, chains, networks.
BRANDS = _words(
    "apple pay google samsung amazon visa mastercard maestro klarna paypal amex american express whatsapp instagram insta tiktok facebook youtube netflix uber bolt zoom airbnb booking treatwell fresha planity "
    "olaplex kerastase kérastase wella loreal l'oréal redken schwarzkopf moroccanoil aveda davines dyson ikea lidl aldi rewe edeka dm rossmann ec girocard bancontact bizum satispay bancomat lufthansa groupon wellpass "
    "seat renault opel fiat vw volkswagen audi bmw toyota kia skoda škoda dacia peugeot citroen citroën volvo nissan mazda honda hyundai cupra suzuki lexus chevrolet"
)
# Rooms and what else is numbered or named in a business, and makes of cars.
ROOMS = _words(
    "room lounge suite studio theatre hall raum saal zimmer kabine salle salon cabine chambre atelier sala salón salone cabina habitación aula stanza camera palco table tisch mesa tavolo terminal gate box platz line linie option",
    "חדר אולם שולחן صالة غرفة قاعة طاولة",
)
MAKES = _words(
    "seat renault alfa romeo opel ford fiat vw volkswagen audi mercedes bmw toyota kia skoda škoda dacia peugeot citroen citroën volvo mini tesla nissan mazda honda hyundai jaguar lancia cupra suzuki lexus chevrolet"
)
