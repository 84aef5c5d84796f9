"""How each language says so much earlier or later, as regular expressions over lower-case text."""

from msgspec import Struct

MINUTE, HOUR, DAY, WEEK = 1, 60, 24 * 60, 7 * 24 * 60


class OffsetWords(Struct, frozen=True):
    """One language.

    counts: how many. units: by the minutes of one. wholes: amounts with no count before them, by their
    minutes. half: what adds half a unit behind it. later, earlier: what stands behind an amount and compares.
    after, before: the same, but prepositions, which tell it only where nothing follows them ("an hour
    after"). to_later, to_earlier: what stands before an amount; until: the same of what is still to begin
    ("in an hour").
    """

    counts: dict[str, float]
    units: dict[str, int]
    wholes: dict[str, int]
    half: str
    later: str
    earlier: str
    after: str
    before: str
    to_later: str
    to_earlier: str
    until: str


WORDS = {
    "en": OffsetWords(
        counts={
            "an?(?! half)|one": 1, "a couple of|two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
            "seven": 7, "eight": 8, "ten": 10,
            "fifteen": 15, "twenty": 20, "thirty": 30, "forty(?:[- ]five)?": 45,
        },
        units={"minutes?|mins?": MINUTE, "hours?|hrs?|h": HOUR, "days?": DAY, "weeks?|wks?": WEEK},
        wholes={
            "half an? hour|half[- ]hour": 30, "(?:a )?quarter of an hour|a quarter hour": 15,
            "three quarters of an hour": 45, "an hour and a half|one and a half hours": 90, "a fortnight": 2 * WEEK,
        },
        half=r" and a half",
        later=r"later(?: on)?|on from (?:that|it|there)|further back|back|after my (?:\w+ )?(?:one|appointment|booking|slot)",
        earlier=r"earlier|sooner|forward",
        after=r"after(?: that)?|afterwards",
        before=r"before(?: that)?|beforehand",
        to_later=r"(?:later|back)(?: by)?|(?:delay|postpone)(?: it| that)? (?:by|for)",
        to_earlier=r"(?:earlier|sooner|forward)(?: by)?",
        until=r"in|within|for",
    ),
    "de": OffsetWords(
        counts={
            "eine?[nr]?": 1, "zwei|ein paar": 2, "anderthalb|eineinhalb": 1.5, "drei": 3, "vier": 4,
            "fünf": 5,
            "sechs": 6, "sieben": 7, "zehn": 10, "fünfzehn": 15, "zwanzig": 20, "dreißig|dreissig": 30,
        },
        units={"minuten?|min": MINUTE, "stunden?|std|h": HOUR, "tage?n?": DAY, "wochen?": WEEK},
        wholes={
            "(?:eine[r]? )?halbe(?:n|r)? stunde|halbstunde": 30, "(?:eine[r]? )?viertel ?stunde": 15,
            "(?:eine[r]? )?dreiviertel ?stunde": 45, "acht tage": WEEK, "(?:vierzehn|14) tage": 2 * WEEK,
        },
        half="",
        later=r"später|danach|darauf|drauf|nach hinten|weiter hinten",
        earlier=r"früher|eher|davor|vorher|zuvor|nach vorne?",
        after=r"nachher|nach (?:diesem|dem|jenem)(?: tag| termin)?",
        before=r"vor (?:diesem|dem|jenem)(?: tag| termin)?",
        to_later=r"später um",
        to_earlier=r"früher um",
        until=r"in|binnen",
    ),
    "fr": OffsetWords(
        counts={
            "une?": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "dix": 10, "quinze": 15,
            "vingt": 20, "trente": 30,
        },
        units={"minutes?|min": MINUTE, "heures?|h": HOUR, "jours?": DAY, "semaines?": WEEK},
        wholes={
            "(?:une )?demi[- ]?heure": 30, "(?:un )?quart d'heure": 15, "trois quarts d'heure": 45,
            "huit jours": WEEK, "(?:quinze|15) jours|une quinzaine": 2 * WEEK,
        },
        half=r" et demie?",
        later=r"plus tard|de plus",
        earlier=r"plus tôt|plus tot",
        after=r"après(?: (?:ça|cela|celui-(?:là|ci)|ce jour(?:-là)?))?",
        before=r"avant(?: (?:ça|cela|celui-(?:là|ci)|ce jour(?:-là)?))?|auparavant",
        to_later=r"plus tard d(?:e |')|(?:repouss|retard|recul)\w*(?:[- ](?:le|la))? d(?:e |')",
        to_earlier=r"plus tôt d(?:e |')|avanc\w*(?:[- ](?:le|la))? d(?:e |')",
        until=r"dans|sous|d'ici",
    ),
    "es": OffsetWords(
        counts={
            "una?": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "diez": 10, "quince": 15,
            "veinte": 20, "treinta": 30,
        },
        units={"minutos?|min": MINUTE, "horas?|horitas?|h": HOUR, "días?|dias?": DAY, "semanas?": WEEK},
        wholes={"media hora|una media hora": 30, "(?:un )?cuarto de hora": 15, "tres cuartos de hora": 45,
                "ocho d[ií]as": WEEK, "(?:quince|15) d[ií]as": 2 * WEEK},
        half=r" y media",
        later=r"más tarde|mas tarde|m[áa]s adelante",
        earlier=r"más temprano|mas temprano|más pronto",
        after=r"(?:después|despues)(?: de (?:eso|esto|[eé]s[ae]|[eé]ste|ese d[ií]a))?|luego",
        before=r"antes(?: de (?:eso|esto|[eé]s[ae]|[eé]ste|ese d[ií]a))?",
        to_later=r"(?:retr[aá]s|aplaz|apláz|atr[aá]s)\w*",
        to_earlier=r"adel[aá]nt(?!e\b)\w*",
        until=r"en|dentro de",
    ),
    "it": OffsetWords(
        counts={
            "una?": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "dieci": 10, "quindici": 15,
            "venti": 20, "trenta": 30,
        },
        units={"minut[oi]|min": MINUTE, "or[ae]|h": HOUR, "giorn[oi]": DAY, "settiman[ae]": WEEK},
        wholes={
            "un'ora e mezz[ao]": 90, "un'oretta|un'ora": 60, "(?:una )?mezz[a']? ?ora|mezz'?oretta": 30,
            "(?:un )?quarto d'ora": 15, "tre quarti d'ora": 45,
            "otto giorni": WEEK, "(?:quindici|15) giorni": 2 * WEEK,
        },
        half=r" e mezz[ao]",
        later=r"più tardi|piu tardi|più avanti|in avanti",
        earlier=r"più presto|piu presto",
        after=r"dopo(?: (?:di )?(?:quello|questo|ciò|quel giorno))?",
        before=r"prima(?: di (?:quello|questo|ciò|quel giorno))?",
        to_later=r"(?:(?:posticip|ritard|rimand)\w*|avanti) di",
        to_earlier=r"anticip\w* di",
        until=r"tra|fra|in",
    ),
    "he": OffsetWords(
        counts={
            "שתי|שני": 2, "שלוש|שלושה": 3, "ארבע|ארבעה": 4, "חמש|חמישה": 5, "שש|שישה": 6, "שבע|שבעה": 7, "עשר|עשרה": 10, "עשרים": 20,
            "שלושים": 30,
        },
        units={"דקות|דקה|דק'": MINUTE, "שעות": HOUR, "ימים": DAY, "שבועות": WEEK},
        wholes={
            "שעה וחצי": 90, "שעתיים": 120, "חצי שעה": 30, "רבע שעה": 15, "שלושת רבעי שעה": 45,
            "שעה(?: אחת)?": 60, "יומיים": 2 * DAY, "שבועיים": 2 * WEEK, "יום(?: אחד)?": DAY,
            "שבוע(?: אחד)?": WEEK,
        },
        half=r" וחצי",
        later=r"(?:יותר )?מאוחר(?: יותר)?|אחר כך|לאחר מכן|קדימה",
        earlier=r"(?:יותר )?מוקדם(?: יותר)?|קודם(?: לכן)?|אחורה",
        after=r"אחרי(?: זה| כן)?",
        before=r"לפני(?: זה| כן)?",
        to_later=r"(?:לדחות|תדחו|תדחי|תדחה)(?: את זה| אותו)? ב-?",
        to_earlier=r"(?:להקדים|תקדימו|תקדימי|תקדים)(?: את זה| אותו)? ב-?",
        until=r"בעוד|עוד|תוך",
    ),
    "ar": OffsetWords(
        counts={"[ثت]لاثة?|تلاتة?|تلت": 3, "[أا]ربعة?": 4, "خمسة?": 5, "ستة?": 6, "سبعة?": 7, "عشرة?": 10, "عشرين": 20, "ثلاثين": 30},
        units={"دقيقة|دقائق|دقايق": MINUTE, "ساعات": HOUR, "أيام|ايام": DAY, "أسابيع|اسابيع": WEEK},
        wholes={
            "ساعة (?:ونصف|ونص|و نصف)": 90, "ساعة(?: واحدة)?": 60, "ساعتين|ساعتان": 120,
            "نصف ساعة|نص ساعة": 30,
            "ربع ساعة": 15, "ثلث ساعة": 20, "يوم(?: واحد)?": DAY, "يومين": 2 * DAY,
            "أسبوع|اسبوع": WEEK, "أسبوعين|اسبوعين": 2 * WEEK,
        },
        half=r" (?:ونصف|ونص)",
        later=r"متأخرة?|لاحقا|بعدها|بعده|بعدين",
        earlier=r"أبكر|ابكر|قبلها|قبله",
        after=r"بعد ذلك",
        before=r"قبل ذلك",
        to_later=r"(?:بعد (?:ذلك|هيك|كده)|بعدها|بعده|متأخرة?) ?ب?|بعد(?= ?(?:ساعة|ساعتين|ساعات|نص|ربع|ثلث|\d+ ?دق))|"
        r"(?:أخر|اخر|تأخير|نأخر)(?:وها|وه|ها|ه|ي|وا)? (?:الموعد )?ب?",
        to_earlier=r"(?:قبل (?:ذلك|هيك|كده)|قبلها|قبله|أبكر|ابكر) ?ب?|قبل(?= ?(?:ساعة|ساعتين|ساعات|نص|ربع|ثلث|\d+ ?دق))|"
        r"(?:قدم|تقديم|نقدم)(?:وها|وه|ها|ه|ي|وا)? (?:الموعد )?ب?",
        until=r"بعد|خلال",
    ),
}  # fmt: skip
