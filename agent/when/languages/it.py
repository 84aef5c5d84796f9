"""Italian words for time."""

from agent.when.values import NOON, ClockTime
from agent.when.vocabulary.catalogue import Habits, TimeWords

_NAMES = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")

_ONES = ("", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
# "Ventuno", "trentotto": before a vowel the tens lose theirs.
_TENS = {
    tens + ones: " | ".join(
        [
            f"{name[:-1]}{one} | {name[:-1]}un"
            if ones == 1
            else f"{name[:-1]}{one}"
            if ones == 8
            else f"{name}{one}"
        ]
    )
    for tens, name in (
        (20, "venti"),
        (30, "trenta"),
        (40, "quaranta"),
        (50, "cinquanta"),
        (60, "sessanta"),
        (90, "novanta"),
    )
    for ones, one in enumerate(_ONES)
}

WORDS = TimeWords(
    shorthand={"x": "per", "k": "che"},
    habits=Habits(article_days=True, joins_minutes=True, attributes_follow=True),
    markers={
        "the": "il | lo | la | i | le | l",
        "a": "un | una | uno",
        "of": "di | del | della | d",
        "in": "in | a | entro | nel | nella",
        "at": "alle | alla | all | per le",
        "from": "da | dal | dalle | dalla | dall | a partire da | a partire dal | a partire dalle",
        "to": "al",
        "until": "fino a | fino al | fino alle | sino alle",
        "between": "tra | fra | tra le | fra le | tra il | fra il",
        "and": "e | e le | e il | ed",
        "or": "o | oppure | o il | o alle",
        "but": "ma",
        "after": "dopo | dopo le | dopo il",
        "before": "un po' prima di | un po' prima delle | qualcosa prima di | qualcosa prima delle | niente prima di | niente prima delle | prima di | prima delle | prima del | prima dell",
        "next": "prossimo | prossima | prossimi | prossime | che viene | seguente",
        "last": "scorso | scorsa | ultimo | ultima",
        "this": "questo | questa | quest",
        "ago": "fa",
        "now": "adesso | ora",
        "not": "non | non di | non il | mai | non posso | non posso il",
        "nor": "né | né il",
        "except": "tranne | tranne il | eccetto | salvo",
        "instead_of": "invece di | invece che | invece delle | al posto di | al posto delle | anziché",
        "unsuitable": "no | neanche | nemmeno | non va bene | non mi va bene | non è possibile | non mi va",
        "filler": "posso | venire | preferisco | preferirei | solo | magari | meglio | vorrei",
        "every": "ogni | qualsiasi | tutti i",
        "begin": "inizio | all'inizio di | inizi di",
        "middle": "metà",
        "end": "fine | alla fine di",
        "half": "mezza | mezzo",
        "quarter": "quarto",
        "less": "meno",
        "oclock": "in punto",
        "around": "verso le | circa le | intorno alle | attorno alle | verso",
        "onwards": "in poi | da lì in poi | da quel momento | o più tardi",
        "latest": "al più tardi",
        "earliest": "al più presto alle",
        "later": "più tardi",
        "earlier": "più presto",
        "some": "niente di | niente | per favore | c'è qualcosa | c'è niente | avete qualcosa | qualcosa | un po' | un appuntamento | appuntamento",
        "for": "per",
        "move": "spostare | cambiare | rimandare",
    },
    day_articles="il | lo | l | al | dal | del | nel",
    weekdays=_NAMES,
    months=(
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ),
    weak_months=("gen", "feb", "", "apr", "mag", "giu", "lug", "ago", "set | sett", "ott", "nov", "dic"),
    weak_weekdays=("lun", "mar", "mer", "gio", "ven", "sab", "dom"),
    units={
        "minute": "minuto | minuti | min",
        "hour": "ore",
        "day": "giorno | giorni",
        "week": "settimana | settimane",
        "weekend": "fine settimana | weekend | week-end",
        "month": "mese | mesi",
        "quarter": "trimestre",
        "year": "anno | anni",
    },
    parts={
        "morning": "mattina | mattino | di mattina | al mattino | la mattina | in mattinata",
        "early morning": "di mattina presto | mattina presto",
        "first thing": "a prima ora | di prima mattina | appena aprite | all'apertura",
        "lunch": "a pranzo | ora di pranzo | in pausa pranzo",
        "afternoon": "pomeriggio | di pomeriggio | nel pomeriggio | al pomeriggio",
        "late afternoon": "tardo pomeriggio | nel tardo pomeriggio",
        "evening": "sera | di sera | la sera | in serata",
        "night": "notte | di notte | la notte",
        "after work": "dopo il lavoro",
        "after lunch": "dopo pranzo",
    },
    days={
        0: "oggi",
        1: "domani",
        2: "dopodomani | dopo domani | domani l'altro | doman l'altro | posdomani",
        -1: "ieri",
        -2: "l'altro ieri | avantieri",
    },
    numbers=dict(
        enumerate(
            [
                "due",
                "tre",
                "quattro",
                "cinque",
                "sei",
                "sette",
                "otto",
                "nove",
                "dieci",
                "undici",
                "dodici",
                "tredici",
                "quattordici",
                "quindici",
                "sedici",
            ],
            start=2,
        )
    )
    | {
        17: "diciassette",
        18: "diciotto",
        19: "diciannove",
    }
    | _TENS
    | {0: "zero", 100: "cento"},
    ordinals={1: "primo | prima settimana di", 2: "secondo", 3: "terzo", 5: "quinto"},
    seasons={"spring": "primavera", "summer": "estate", "autumn": "autunno", "winter": "inverno"},
    holidays={
        "new year's day": "capodanno",
        "epiphany": "epifania | befana",
        "easter": "pasqua",
        "easter monday": "pasquetta | lunedì dell'angelo",
        "assumption day": "ferragosto",
        "all saints' day": "ognissanti",
        "christmas eve": "vigilia di natale",
        "christmas day": "natale",
        "boxing day": "santo stefano",
    },
    phrases={
        "del mattino | della mattina": (("of", "of"), ("PART", "morning")),
        "del pomeriggio": (("of", "of"), ("PART", "afternoon")),
        # Of a hairdo or a dress, never of an hour.
        "da sera | da giorno | da notte | da pomeriggio | da mattina": (("word", None),),
        "non così presto | non tanto presto | non molto presto": (("not", "not"), ("RELATIVE", "later")),
        "non così tardi | non tanto tardi | non molto tardi": (("not", "not"), ("RELATIVE", "earlier")),
        "stamattina | questa mattina | stamani": (("DAY", 0), ("PART", "morning")),
        "questo pomeriggio | oggi pomeriggio": (("DAY", 0), ("PART", "afternoon")),
        "stasera | questa sera": (("DAY", 0), ("PART", "evening")),
        "stanotte": (("DAY", 0), ("PART", "night")),
        "mezzogiorno | a mezzogiorno": (("NOON", ClockTime(NOON, is_certain=True)),),
        "mezzanotte": (("NOON", ClockTime(0, is_certain=True)),),
        "all'una | l'una": (("at", "at"), ("NUMWORD", 1)),
        "un quarto": (("quarter", "quarter"),),
        "un quarto alle | un quarto all | un quarto alla": (("quarter", "quarter"), ("to", "to")),
        "cinque alle": (("NUMWORD", 5), ("to", "to")),
        "dieci alle": (("NUMWORD", 10), ("to", "to")),
        "venti alle": (("NUMWORD", 20), ("to", "to")),
        "venticinque alle": (("NUMWORD", 25), ("to", "to")),
        "prossimi giorni | giorni prossimi": (("next", "next"), ("NUMWORD", 3), ("UNIT", "day")),
        "a metà settimana | metà settimana": (("middle", "middle"), ("this", "this"), ("UNIT", "week")),
        "in settimana | nei giorni feriali | giorni lavorativi | giorni feriali": (
            ("WEEKDAYS", frozenset(range(5))),
        ),
        "di lunedì": (("WEEKDAYS", frozenset({0})),),
    },
    soonest="il prima possibile | appena possibile | quanto prima | al più presto | prima possibile",
    earlier="c'è prima | un po' prima | c'è qualcosa prima | c'è niente prima | qualcosa prima | niente prima | è possibile prima | si può prima | troppo tardi",
    later="qualcosa dopo | niente dopo | troppo presto",
    nothing=(
        "buongiorno | buona giornata | buona serata | buona notte | buon pomeriggio | buon fine settimana | un attimo | "
        "un momento | un minuto | un secondo | a più tardi | la prima volta | un giorno | di nuovo | buona sera | "
        "buon weekend | sei gentile | a domani"
    ),
    measures="taglia | misura | numero | telefono | tel | cellulare | codice",
    counted="mm | cm | millimetri | centimetri | persona | persone | euro | bambini | volte | adulti | stelle | anni | km | via | piazza | viale | corso | per cento",
)
