"""A question of one's own booking, known by its parts: who has it, what it is, and where it stands. Pure."""

from functools import cache

from msgspec import Struct

from agent.languages.patterns.prefiltered import AnyPattern, prefilter


class OwnBookingWords(Struct, frozen=True):
    """Regular expressions of one language. ``have``: it is said that it is one's own; ``thing``: what is
    booked; ``am`` and ``booked``: how one is written down oneself; ``stands``: whole phrases that ask whether
    it still is; ``then``: what may follow and leaves it the same question. ``noted``: that the business has
    written one down. ``in_it``: that one is in, or that it is done, as nothing but a whole message says it,
    behind ``lead`` and before ``tail``."""

    have: str
    thing: str
    am: str
    booked: str
    stands: str
    then: str
    noted: str
    in_it: str
    lead: str
    tail: str


PARTS = {
    "en": OwnBookingWords(
        have=r"do (?:i|we)(?: \w+)? have|have (?:i|we) got|what do (?:i|we) have",
        thing=r"appointments?(?: booked)?|bookings?|reservations?|(?:any|some)thing (?:booked|scheduled|reserved)|a slot booked",
        am=r"am i|are we|is my name",
        booked=r"booked(?: in)?|on the list|on your list|in the (?:calendar|book|diary|system)|down|registered|signed up|scheduled",
        stands=r"(?:is|does) my (?:appointment|booking|reservation) (?:still )?(?:on|valid|stand|stands|there)|what(?:'s| is| are) my (?:appointments?|bookings?)|"
        r"(?:what|which) (?:appointments?|bookings?) (?:do|have) (?:i|we)(?: have| got)?|when am i (?:booked|due)|is there (?:an?|any) (?:appointment|booking) for (?:me|us)",
        then=r"today|tomorrow|on|at|for|with you|now|already|this|next|here|yet",
        noted=r"(?:(?:do|have|did|haven't|didn't) (?:you|u|ya|they)(?: guys| all)?(?: (?:actually|really|already|still))? \w+|(?:you(?:'ve| have)? )?got|you have) (?:me|us)(?: all)? (?:down|in|on|up|booked|noted|registered|scheduled)",
        in_it=r"(?:i'm|i am|am i|are we|we're|we are) (?:(?:all|now|really|actually|definitely|officially) )*(?:in|down|on|set|sorted|booked|good|confirmed|registered|on the list)|(?:is|was|has) (?:it|that|this|everything|all)(?: (?:all|now|been|really))* (?:done|sorted|in|through|saved|set|settled|fixed|official|arranged|taken care of|gone through|gone in)|(?:it|that|this|everything)'?s? (?:all )?(?:done|sorted|in|through|saved|set|settled|fixed|went through|worked)|did (?:it|that|this|my booking|everything) (?:work|go through|go in|save|take|register|come through|get through|stick)(?: ok(?:ay)?| out)?",
        lead=r"so|and|ok|okay|sorry|wait|hey|hi|just checking|then|right|but",
        tail=r"for|on|the (?:books?|list|system|calendar|diary)|your (?:books?|list|system|calendar|diary)|at|then|now|yet|already|ok|okay|right|or not|for sure|though|please|tomorrow",
    ),
    "de": OwnBookingWords(
        have=r"hab(?:e)? ich|haben wir",
        thing=r"termine?|buchung(?:en)?|reservierung(?:en)?|(?:et)?was (?:gebucht|reserviert|ausgemacht|vereinbart)",
        am=r"bin ich|sind wir|steh(?:e)? ich|stehen wir",
        booked=r"gebucht|eingetragen|angemeldet|eingeplant|vorgemerkt|registriert|im (?:kalender|buch|system)|auf der liste|dran",
        stands=r"(?:steht|gilt|bleibt) (?:mein|der|unser) termin(?: noch| weiterhin)?|(?:welche|was für) (?:termine|buchungen) habe? ich|gibt es (?:einen|den) termin für (?:mich|uns)",
        then=r"heute|morgen|übermorgen|am|um|bei (?:ihnen|euch)|für mich|für uns|schon|noch|jetzt|gebucht|eingetragen|diese\w*|nächste\w*",
        noted=r"(?:hast|habt|haben|hat|seht|siehst|sehen) (?:du|ihr|sie|man)?\s?(?:mich|uns)(?: [\w.]+){0,5}? (?:drin|drauf|dabei|notiert|eingetragen|vermerkt|gebucht|eingeplant|vorgemerkt|aufgeschrieben|registriert|liste|kalender|system|buch)",
        in_it=r"(?:bin|sind) (?:ich|wir)(?: (?:jetzt|nun|schon|denn|auch|wirklich|also))* (?:drin|drinnen|dabei|drauf|durch|fest|eingetragen|notiert|vermerkt|registriert|safe|sicher)|(?:(?:ist|war|wäre) (?:es|das|alles|der termin|die buchung)|(?:es|das|alles|der termin|die buchung) ist)(?: (?:jetzt|nun|schon|denn|auch|wirklich|also|so|alles))* (?:durch|drin|erledigt|fix|fest|klar|geritzt|gespeichert|angekommen|abgeschlossen|in ordnung|vermerkt|notiert)|(?:hat|hats|hat's) ?(?:es|das|alles|die buchung)?(?: (?:jetzt|nun|schon|denn|auch|wirklich|alles))* (?:geklappt|hingehauen|funktioniert|gepasst|hingehaun)|(?:ist|hat) (?:es|das|die buchung) (?:jetzt |nun )?(?:durchgegangen|angekommen|gespeichert)",
        lead=r"und|also|ok|okay|so|moment|entschuldigung|sorry|hey|hallo|jetzt",
        tail=r"jetzt|nun|denn|schon|oder|oder nicht|bei euch|bei ihnen|für morgen|am dienstag",
    ),
    "fr": OwnBookingWords(
        have=r"ai-je|j'ai|avons-nous|on a|nous avons",
        thing=r"rendez-vous|rdv|réservations?|réservé|quelque chose de (?:réservé|prévu)",
        am=r"suis-je|je suis|sommes-nous|nous sommes|mon nom est",
        booked=r"inscrite?s?|réservée?s?|notée?s?|prévue?s?|enregistrée?s?|sur la liste|dans l'agenda",
        stands=r"(?:mon|le) (?:rendez-vous|rdv) (?:tient|est-il maintenu|est maintenu)(?: toujours)?|quels? (?:rendez-vous|rdv) ai-je|(?:ma|la) réservation est(?:-elle)? (?:bien )?passée",
        then=r"aujourd'hui|demain|le|à|chez vous|avec vous|pour moi|déjà|bien|quand|cette|prochain\w*|lundi|mardi|mercredi|jeudi|vendredi|samedi",
        noted=r"(?:vous|tu|on) (?:m'|nous )?(?:avez|as|a|m'avez|m'as|m'a|nous avez)(?: (?:bien|déjà|vraiment))* (?:noté|inscrit|mis|pris|enregistré|compté|marqué|réservé|calé)e?s?|(?:m'avez-vous|m'as-tu|nous avez-vous)(?: bien| déjà)? (?:noté|inscrit|mis|pris|enregistré|marqué)e?s?",
        in_it=r"(?:je suis|suis-je|on est|nous sommes|c'est|ça y est,? c'est|tout est|est-ce que c'est|est-ce)(?: (?:bien|déjà|vraiment|tout|enfin))* (?:dedans|dessus|bon|fait|passé|réglé|validé|noté|enregistré|calé|inscrite?|prise?|confirmée?)|ça (?:a |y )?(?:bien )?(?:marché|est|fonctionné|passé|pris)|c'est (?:bien )?(?:passé|parti)",
        lead=r"et|alors|donc|ok|du coup|pardon|euh|dites|attendez",
        tail=r"pour|dans (?:l'agenda|le (?:système|carnet|planning)|la liste|le)|sur la liste|au planning|alors|maintenant|ou pas|pour moi|pour nous|demain|déjà|là",
    ),
    "es": OwnBookingWords(
        have=r"tengo|tenemos|me queda",
        thing=r"citas?|reservas?|algo (?:reservado|agendado|apuntado)",
        am=r"estoy|estamos|quedé|quedo|mi nombre está",
        booked=r"apuntad[oa]s?|reservad[oa]s?|agendad[oa]s?|anotad[oa]s?|inscrit[oa]s?|en la (?:lista|agenda)",
        stands=r"(?:sigue|está|queda) (?:en pie|vigente|confirmad[oa]) (?:mi|la) (?:cita|reserva)|qué (?:citas|reservas) tengo|cuándo tengo (?:la |mi )?cita",
        then=r"hoy|mañana|el|a las|con (?:ustedes|vosotros)|para mí|ya|esta|este|próxim\w*",
        noted=r"(?:me|nos) (?:tiene[ns]?|tenéis|ha[ns]?|habéis|has|pusiste|pusieron|puso|apuntaste|apuntaron|anotaron|anotaste|cogiste|cogisteis|agendaron)(?: (?:ya|bien))* ?(?:apuntad[oa]s?|anotad[oa]s?|reservad[oa]s?|agendad[oa]s?|cogid[oa]|puest[oa]|registrad[oa]s?|en (?:la )?(?:lista|agenda)|la cita|una cita|dentro)?",
        in_it=r"(?:ya )?(?:estoy|estamos|quedo|quedé|entré|entro)(?: (?:ya|bien))* (?:dentro|adentro|apuntad[oa]|anotad[oa]|list[oa]|en la lista|registrad[oa])|(?:ya )?(?:está|quedó|queda|ha quedado|se hizo|se guardó|se registró|salió|salió bien|funcionó|pasó|entró)(?: (?:ya|todo|bien|eso))* ?(?:hech[oa]|list[oa]|guardad[oa]|registrad[oa]|arreglad[oa]|cerrad[oa])?",
        lead=r"y|entonces|pues|ok|oye|perdón|perdone|a ver|disculpe",
        tail=r"para|en (?:la |el )?(?:agenda|lista|sistema)|la cita|una cita|cita|hora|ya|entonces|o no|bien|para mañana|todo|ahora",
    ),
    "it": OwnBookingWords(
        have=r"ho|abbiamo",
        thing=r"appuntament[oi]|prenotazion[ei]|qualcosa di (?:prenotato|fissato)|prenotato",
        am=r"sono|risulto|siamo|il mio nome è",
        booked=r"prenotat[oaie]|segnat[oaie]|iscritt[oaie]|registrat[oaie]|in (?:lista|agenda)|sulla lista",
        stands=r"(?:il mio|l') ?appuntamento (?:è )?(?:ancora )?(?:valido|confermato|in piedi)|che appuntamenti ho|quali appuntamenti ho",
        then=r"oggi|domani|il|alle|da voi|con voi|per me|già|questa|questo|prossim\w*",
        noted=r"(?:mi|ci|m'|ce l') ?(?:avete|ha|hai|hanno|aveva)(?: (?:già|ben|bene))* (?:segnat[oaie]|mess[oaie]|pres[oaie]|registrat[oaie]|prenotat[oaie]|inserit[oaie]|scritt[oaie]|annotat[oaie])",
        in_it=r"(?:sono|siamo|risulto)(?: (?:già|ben|quindi))* (?:dentro|a posto|in lista|segnat[oaie]|inserit[oaie]|registrat[oaie]|della partita)|(?:è|tutto|sta)(?: (?:già|tutto|stato|stata))* ?(?:andat[oa](?: a buon fine| in porto)?|fatt[oa]|a posto|passat[oa]|riuscit[oa]|registrat[oa]|salvat[oa]|sistemat[oa]|ok)|ha funzionato|è andata(?: bene)?",
        lead=r"e|allora|quindi|ok|scusi|scusa|ehi|aspetti",
        tail=r"per|in (?:agenda|lista)|sulla lista|nel sistema|all'agenda|allora|adesso|ora|già|o no|per domani|vero",
    ),
    "he": OwnBookingWords(
        have=r"יש לי|קבוע לי|נקבע לי|רשום לי|יש לנו",
        thing=r"תור(?:ים)?|הזמנ(?:ה|ות)|פגישה|משהו (?:קבוע|מוזמן)",
        am=r"אני|אנחנו|השם שלי",
        booked=r"רשומ?[הים]*|מוזמנ?(?:ת|ים)?|משובצת?|קבועה?|ברשימה|ביומן|במערכת",
        stands=r"(?:ה?תור|ההזמנה) (?:שלי )?(?:עדיין )?(?:בתוקף|עומד|עומדת|עברה|נקלטה|נקלט)|(?:איזה|אילו) תורים יש לי|מה התורים שלי",
        then=r"היום|מחר|ב\S*|אצלכם|כבר|עדיין|השבוע",
        noted=r"(?:את |אתה |אתם )?(?:רשמת|רשמתם|רשמתן|הכנסת|הכנסתם|שמת|שמתם|קבעת|קבעתם|סימנת|שיבצת|שיבצתם)(?: כבר)? (?:אותי|אותנו|לי)|(?:אני|אנחנו) (?:רשומ\S*|אצלכם|מופיע\S*) (?:אצלכם|ברשימה|ביומן|במערכת)",
        in_it=r"(?:אני|אנחנו)(?: כבר| באמת)? (?:בפנים|מסודר|מסודרת|מסודרים|רשומ\S*|משובצ\S*)|(?:זה|ההזמנה|התור|הכל|הבקשה)(?: כבר| באמת)? (?:עבר|עברה|נקלט|נקלטה|סגור|הצליח|הצליחה|נשמר|נשמרה|נכנס|נכנסה|מסודר|בוצע|עבד|עובד|נרשם)",
        lead=r"אז|ו|רגע|סליחה|היי|טוב|אוקיי",
        tail=r"[לב]\S+|עכשיו|כבר|או לא|בסוף|למחר|אצלכם",
    ),
    "ar": OwnBookingWords(
        have=r"عندي|لدي|لدينا|عندنا|في لي",
        thing=r"(?:ال)?(?:موعد|مواعيد|حجز|حجوزات)|شيء محجوز",
        am=r"(?:أنا|انا|اسمي|نحن)",
        booked=r"محجوزة?|مسجلة?|مسجّلة?|مدرجة?|في القائمة|على القائمة",
        stands=r"ما هي (?:مواعيدي|حجوزاتي)|(?:موعدي|حجزي) (?:ما زال |لا يزال )?(?:قائم|ساري|قائما|ثابت)|هل حجزت|متى (?:موعدي|حجزي)",
        then=r"اليوم|غدا|غدًا|بكرة|يوم|الساعة|عندكم|بعد",
        noted=r"(?:هل )?(?:سجلت|سجلتم|سجلتو|حجزت|حجزتم|كتبت|كتبتم|حطيت|حطيتو|قيدت|قيدتم|مسجل|مسجلة|مسجلين|حاجز|حاجزين|كاتب)(?:ني|ونا|نا|وني|لي| لي| اسمي)(?: (?:عندك|عندكم|خلاص|في القائمة|معكم))?",
        in_it=r"(?:هل )?(?:أنا|انا|احنا|نحن)? ?(?:صرت|أصبحت)? ?(?:مسجل|مسجلة|داخل|بالقائمة|موجود|موجودة)|(?:هل )?(?:تم|صار|خلص|خلاص|انتهى|نجح|مشى|زبط|ضبط|اشتغل|انحجز|تسجل|وصل)(?: (?:الحجز|الموعد|كل شيء|كل شي|الحال|الأمر|الطلب|هذا))?",
        lead=r"طيب|خلاص|يعني|و|اذا|إذن|عفوا|لو سمحت|أوكي",
        tail=r"ل\S+|في \S+|بال\S+|خلاص|الآن|هلق|ام لا|أم لا|ولا لا|عندكم|عندك|بكرة",
    ),
}  # fmt: skip


def asks_for_own_booking(text: str, language: str) -> bool:
    """Whether a lower-case text says that something is booked for whoever writes; in some languages its mark
    tells the question."""
    return bool(_pattern(language).search(text))


def asks_whether_noted(text: str, language: str) -> bool:
    """Whether a lower-case question asks if the business has written one down: "do you have me down for
    Friday?"."""
    return bool(_questions(language)[0].search(text))


def asks_how_it_went(text: str, language: str) -> bool:
    """Whether a lower-case question is nothing but whether one is in, or it is done: "am I in?". Of what,
    only the conversation tells."""
    return bool(_questions(language)[1].fullmatch(text))


@cache
def _questions(language: str) -> tuple[AnyPattern, AnyPattern]:
    of = PARTS[language]
    noted = prefilter(rf"(?<!\w)(?:{of.noted})(?=\W*$|[\s,]+(?:{of.then}|{of.tail})(?!\w))")
    in_it = prefilter(rf"\W*(?:(?:{of.lead})[\s,¿]+)*(?:{of.in_it})(?:[\s,]+(?:{of.tail}))*\W*")
    return noted, in_it


@cache
def _pattern(language: str) -> AnyPattern:
    of = PARTS[language]
    gap, end = r"(?:\s+[\w']+){0,2}?", rf"(?=\W*$|[\s,]+(?:{of.then})(?!\w))"
    return prefilter(
        rf"(?<!\w)(?:(?:{of.have}){gap}\s+(?:{of.thing}){end}|(?:{of.am}){gap}\s+(?:{of.booked}){end}|(?:{of.stands})(?!\w))"
    )
