"""Hebrew words for time."""

from agent.when.values import NOON, ClockTime
from agent.when.vocabulary.catalogue import Habits, TimeWords

# The days of the Hebrew week are counted from Sunday; Monday comes first here.
_NUMBERED = ("שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ראשון")
_LETTERS = ("ב", "ג", "ד", "ה", "ו", "", "א")

# Hours are feminine, days of a month masculine.
_TEENS_OF_HOURS = tuple(
    f"{ones} עשרה"
    for ones in ("אחת", "שתים עשרה | שתיים", "שלוש", "ארבע", "חמש", "שש", "שבע", "שמונה", "תשע")
)
_TEENS_OF_DAYS = tuple(
    f"{ones} עשר"
    for ones in (
        "אחד",
        "שנים עשר | שניים",
        "שלושה עשר | שלשה",
        "ארבעה",
        "חמישה עשר | חמשה",
        "שישה עשר | ששה",
        "שבעה",
        "שמונה",
        "תשעה",
    )
)

WORDS = TimeWords(
    habits=Habits(article_days=True, joins_minutes=True, attributes_follow=True, prefixed_days=True),
    day_articles="בתאריך | לתאריך | תאריך",
    prefixes={"ב": "at", "ל": "to", "מ": "from", "ה": "the", "ו": "and", "כ": "around", "ש": "filler"},
    markers={
        "the": "את",
        "in": "בעוד | עוד | תוך",
        "at": "בשעה | השעה | שעה",
        "on": "בתאריך | לתאריך | תאריך",
        "of": "של",
        "from": "החל מ | מהשעה | משעה | מאז",
        "until": "עד | עד ל | עד השעה | עד לשעה",
        "between": "בין | בין השעות",
        "or": "או",
        "but": "אבל",
        "after": "אחרי | לאחר | אחרי השעה",
        "before": "לפני | לפני השעה",
        "next": "הבא | הבאה | הבאים | הבאות",
        "coming": "הקרוב | הקרובה | הקרובים | הקרובות",
        "last": "שעבר | שעברה | הקודם | האחרון",
        "this": "הזה | הזו | זה",
        "now": "עכשיו",
        "not": "לא | אף פעם לא",
        "no": "בלי",
        "except": "חוץ מ | מלבד | חוץ | למעט",
        "instead_of": "במקום",
        "unsuitable": "לא מתאים | לא מתאימה | לא טוב | לא אפשרי | לא מסתדר",
        "filler": "אני | יכול | יכולה | להגיע | רק | אולי | עדיף | מעדיף | מעדיפה | רוצה | לי | מתאים לי | נוח לי",
        "every": "כל",
        "begin": "תחילת | בתחילת",
        "middle": "אמצע | באמצע",
        "end": "סוף | בסוף",
        "half": "חצי",
        "quarter": "רבע",
        "around": "בערך | בסביבות | לקראת",
        "onwards": "והלאה | משם והלאה | ואילך | או יותר מאוחר",
        "latest": "לכל המאוחר",
        "earliest": "לכל המוקדם",
        "later": "יותר מאוחר | מאוחר יותר",
        "earlier": "יותר מוקדם | מוקדם יותר",
        "some": "בבקשה | אפשר | יש משהו | יש | משהו | קצת | תור | תודה",
        "for": "למשך",
        "move": "להזיז | לשנות | לדחות | להעביר",
    },
    weekdays=tuple(
        " | ".join(
            filter(None, (f"יום {name}", f"ב{name}", f"יום {letter}" if letter else "", f"ימי {name}"))
        )
        for name, letter in zip(_NUMBERED, _LETTERS, strict=True)
    ),
    weak_weekdays=("", *_NUMBERED[1:]),
    months=(
        "ינואר",
        "פברואר",
        "מרץ | מרס",
        "אפריל",
        "מאי",
        "יוני",
        "יולי",
        "אוגוסט",
        "ספטמבר",
        "אוקטובר",
        "נובמבר",
        "דצמבר",
    ),
    units={
        "minute": "דקה | דקות",
        "hour": "שעות",
        "day": "יום | ימים",
        "week": "שבוע | שבועות",
        "weekend": 'סוף שבוע | סוף השבוע | סופ"ש | סופש',
        "month": "חודש | חודשים",
        "year": "שנה | שנים",
    },
    parts={
        "morning": "בוקר | בבוקר | בבקרים | לפני הצהריים",
        "early morning": "מוקדם בבוקר | בבוקר מוקדם",
        "first thing": "דבר ראשון | דבר ראשון בבוקר | על הבוקר | ישר כשפותחים",
        "lunch": "צהריים | בצהריים | הצהריים",
        "afternoon": 'אחר הצהריים | אחרי הצהריים | אחה"צ | אחהצ',
        "evening": "ערב | בערב | בערבים | לפנות ערב",
        "night": "לילה | בלילה",
        "after work": "אחרי העבודה",
    },
    days={0: "היום", 1: "מחר", 2: "מחרתיים", -1: "אתמול", -2: "שלשום"},
    numbers={
        1: "אחת | אחד",
        2: "שתיים | שניים | שתי | שני",
        3: "שלוש | שלושה | שלשה",
        4: "ארבע | ארבעה",
        5: "חמש | חמישה | חמשה",
        6: "שש | שישה | ששה",
        7: "שבע | שבעה",
        8: "שמונה",
        9: "תשע | תשעה",
        10: "עשר | עשרה",
        20: "עשרים",
        30: "שלושים",
        40: "ארבעים",
        50: "חמישים",
        60: "שישים",
        0: "אפס",
        100: "מאה",
    }
    | {
        10 + ones: f"{hours} | {days}"
        for ones, (hours, days) in enumerate(zip(_TEENS_OF_HOURS, _TEENS_OF_DAYS, strict=True), start=1)
    },
    ordinals={},
    seasons={"spring": "אביב", "summer": "קיץ", "autumn": "סתיו", "winter": "חורף"},
    holidays={"christmas day": "חג המולד", "new year's eve": "ערב השנה האזרחית החדשה"},
    phrases={
        "לא כל כך מוקדם | לא מוקדם כל כך | לא כזה מוקדם | לא ממש מוקדם | לא מאוד מוקדם": (
            ("not", "not"),
            ("RELATIVE", "later"),
        ),
        "לא כל כך מאוחר | לא מאוחר כל כך | לא כזה מאוחר | לא ממש מאוחר | לא מאוד מאוחר": (
            ("not", "not"),
            ("RELATIVE", "earlier"),
        ),
        # "From both" is nothing people say to a receptionist.
        **{
            f"מ{name} | מיום {name}": (("from", "from"), ("WEEKDAY", day))
            for day, name in enumerate(_NUMBERED)
        },
        "הבוקר": (("DAY", 0), ("PART", "morning")),
        "הערב": (("DAY", 0), ("PART", "evening")),
        "בסוף השבוע | בסופי שבוע": (("the", "the"), ("UNIT", "weekend")),
        "הלילה": (("DAY", 0), ("PART", "night")),
        "חצות": (("NOON", ClockTime(0, is_certain=True)),),
        "שתים עשרה בצהריים | 12 בצהריים": (("NOON", ClockTime(NOON, is_certain=True)),),
        "שבועיים": (("NUMWORD", 2), ("UNIT", "week")),
        "יומיים": (("NUMWORD", 2), ("UNIT", "day")),
        "שעתיים": (("NUMWORD", 2), ("UNIT", "hour")),
        "חודשיים": (("NUMWORD", 2), ("UNIT", "month")),
        "בעוד שעה | עוד שעה": (("in", "in"), ("NUMWORD", 1), ("UNIT", "hour")),
        "בעוד שבוע | עוד שבוע": (("in", "in"), ("NUMWORD", 1), ("UNIT", "week")),
        "בעוד חודש | עוד חודש": (("in", "in"), ("NUMWORD", 1), ("UNIT", "month")),
        "בימים הקרובים | הימים הקרובים | הימים הבאים": (("next", "next"), ("NUMWORD", 3), ("UNIT", "day")),
        "חצי שעה": (("a", "a"), ("half", "half"), ("UNIT", "hour")),
        "השבוע": (("this", "this"), ("UNIT", "week")),
        "החודש": (("this", "this"), ("UNIT", "month")),
        "ימי חול | באמצע השבוע | ימי השבוע": (("WEEKDAYS", frozenset({6, 0, 1, 2, 3})),),
    },
    soonest="בהקדם | בהקדם האפשרי | כמה שיותר מהר | כמה שיותר מוקדם | התור הכי קרוב | הכי מוקדם שאפשר | התור הפנוי הראשון",
    earlier="קצת קודם | קצת לפני כן | מאוחר מדי",
    later="קצת אחר כך | קצת אחרי זה | מוקדם מדי",
    nothing="בוקר טוב | ערב טוב | לילה טוב | צהריים טובים | יום טוב | שבוע טוב | סוף שבוע נעים | רגע | דקה אחת | שבת שלום | יום נעים",
    measures="מידה | מספר | טלפון | נייד | קוד | בן | בת | בני | בנות | בגיל | גיל",
    counted='מ"מ | ס"מ | מילימטר | סנטימטר | אנשים | איש | ש"ח | שקל | שקלים | ילדים | כוכבים | פעמים | דולר | אחוז | סועדים',
)
