"""English words for time."""

from agent.when.catalogue import Catalogue, Habits
from agent.when.values import NOON, Clock

MARKERS = {
    "the": "the | th",
    "a": "a | an",
    "of": "of",
    "in": "in | inside of",
    "at": "at | starting at | beginning at | commencing at | for around | for about",
    "on": "on | upon | for on",
    "by": "by | no later then | on or before | prior to the end of",
    "from": "from | starting | starting from | starting on | beginning | beginning on | commencing | w/c | effective",
    "as_of": "as of",
    "to": "to",
    "until": "until | till | til | untill | thru | through | up to | up until | upto",
    "between": "between | in between | btw | betwen",
    "and": "and | n",
    "but": "but | yet",
    "or": "or | or else | or maybe | or perhaps | or possibly | or even | or alternatively | or on | and or",
    "following": "following | the following",
    "after": "after | any time after | anytime after | sometime after",
    "before": "before | prior to | any time before | anytime before | sometime before | ahead of",
    "past": "past | gone | previous",
    "since": "since",
    "next": "next | nxt",
    "coming": "coming | this coming | the coming | upcoming | this upcoming | the upcoming",
    "last": "last | the previous | this past",
    "this": "this | the current | current | the same",
    "ago": "ago | back",
    "hence": "hence",
    "now": "now | right now",
    "not": "not | never | not on | can't | cannot | can not | unable to | couldn't | don't want | do not want | not free | "
    "not available | unavailable | i'm busy | i am busy | busy | avoid | don't have | won't be able to | but not | isn't",
    "no": "no",
    "except": "except | except for | excluding | excepting | other than | apart from | but for | anything but | any day but | "
    "any time but | anytime but | every day but | everyday but | everything but | besides",
    "instead_of": "instead of | rather than | in place of",
    "unsuitable": "doesn't work | don't work | does not work | do not work | won't work | will not work | is no good | "
    "are no good | isn't good | is not good | isn't possible | is not possible | is out | are out | isn't great | "
    "doesn't suit | does not suit | don't suit | is impossible | is bad | are bad | isn't going to work | "
    "is not going to work | didn't work | did not work | no longer works | is too late | is too early | is a no go",
    "filler": "come | come in | make | do | be | be there | be in | available | attend | visit | it | me | "
    "free | really | want | have | go | like | to be | being | available on | free on | "
    "come on | make it on | do it on | make it in | do it in | be available | be available on",
    "every": "every | every other | each | any | most",
    "early": "early | earlier in | early in | earlier on in",
    "mid": "mid",
    "late": "late | late in | later in",
    "later": "later",
    "earlier": "earlier | sooner",
    "than": "than | then",
    "earliest": "earliest | soonest | the earliest | the soonest",
    "latest": "latest | the latest | the very latest",
    "begin": "beginning of | start of | the start of | the beginning of",
    "middle": "middle of | the middle of | halfway through",
    "end": "end of | the end of | ending of",
    "end_word": "end",
    "part": "part",
    "rest": "rest | remainder",
    "half": "half",
    "quarter": "quarter | qtr",
    "oclock": "o clock | oclock | o'clock | hours sharp",
    "sharp": "sharp | exactly | on the dot | precisely",
    "ish": "ish | ish pm",
    "am": "am | in the a m",
    "pm": "pm",
    "zero": "oh | o",
    "around": "around | about | approximately | approx | roughly | circa | close to | near | round about | say | around about",
    "onwards": "onwards | onward | and later | or later | and beyond | forward",
    "within": "within",
    "over": "over",
    "during": "during",
    "for": "for",
    "with": "with | starting with",
    "time": "time | times",
    "more": "more",
    "calendar": "calendar | business | working | whole | full",
    "couple": "couple",
    "few": "few | several",
    "suggest": "make it | how about | what about | let's do | let's say | let us say | could we do | can we do | can you do | "
    "could you do | how's | would prefer | do you have",
    "asks": "does | would | is | will | if | maybe | perhaps | yes | actually | well | sure | yeah | yep",
    "suits": "works | work | ok | okay | work for you | is good | is fine | is ok | is okay | would be better | would be good | would work | "
    "would be great | would be perfect | is perfect | is great | is better | would be fine | would be ideal | would suit | "
    "will do | will work | is best | would be best | is also fine | works for me | works better | works best",
    "q": "q",
    "move": "move | moved | reschedule | rescheduled | change | changed | switch | shift | push | bring | swap | moving | "
    "changing | postpone | push back | bring forward | moved it | make that",
    "some": "please | anything | something | any time | anytime | some time | sometime | a bit | a little | a little bit | slightly | "
    "somewhat | much | far | something a bit | something a little | anything a bit | anything any | is there an | "
    "slot | slots | appointment | appointments | opening | openings | "
    "do you have any | do you have an | have any | have an | is there any | are there any | one that's | even | prefer",
    "first_free": "first available | next available | first free | first opening | first appointment | first slot | "
    "next opening | next free | next free slot | next slot | nearest available | earliest available | "
    "next appointment available | closest available | first possible | first time available",
    "many": "many | twice",
}

WEEKDAYS = (
    "monday | mon | mondy",
    "tuesday | tue | tues",
    "wednesday | weds | wednes | wensday | wendsday",
    "thursday | thu | thur | thurs",
    "friday | fri",
    "saturday | satur",
    "sunday",
)
WEAK_WEEKDAYS = ("", "", "wed", "", "", "sat", "sun")
PLURAL_WEEKDAYS = ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays")

MONTHS = (
    "january",
    "february | febuary",
    "",
    "",
    "",
    "",
    "july",
    "",
    "september | sept",
    "october",
    "november",
    "december",
)
# March, April, May, June and August are verbs and names too; so are some of the short forms.
WEAK_MONTHS = (
    "jan",
    "feb",
    "march | mar",
    "april | apr",
    "may",
    "june | jun",
    "jul",
    "august | aug",
    "sep",
    "oct",
    "nov",
    "dec",
)

UNITS = {
    "second": "seconds | secs",
    "minute": "minute | minutes | min | mins",
    "hour": "hour | hours | hr | hrs",
    "day": "day | days",
    "week": "week | weeks | wk | wks",
    "fortnight": "fortnight | fortnights",
    "weekend": "weekend | week end | wkend",
    "month": "month | months",
    "quarter": "quarters",
    "year": "year | years | yr | yrs",
}

PARTS = {
    "morning": "morning | mornin | forenoon",
    "afternoon": "afternoon | after noon | arvo",
    "evening": "evening | eve",
    "night": "night | nighttime | overnight | nite",
    "lunch": "lunchtime | lunch time | at lunch | over lunch | around lunch | midday time | during lunch | "
    "during my lunch break | lunch break | lunch hour",
    "after lunch": "after lunch | past lunch | after lunchtime",
    "before lunch": "before lunch | before lunchtime",
    "after work": "after work | after school | after office hours | after hours",
    "before work": "before work | before school",
    "business hours": "business hours | office hours | working hours",
    "first thing": "first thing | first thing in the morning",
    "early evening": "early evening | dinner time | dinnertime",
    "end of day": "end of day | end of the day | close of business | cob | eod | end of business",
}

PLURAL_PARTS = {"morning": "mornings", "afternoon": "afternoons", "evening": "evenings"}

DAYS = {
    0: "today | todays | later today | 2day",
    1: "tomorrow | tommorow | tommorrow | tomorow | tomorro | tmrw | tmr | tmw | tomoz | tom | 2moro | 2morrow | 2mrw",
    2: "day after tomorrow | the day after tomorrow | overmorrow | tomorrow after next",
    -1: "yesterday | yday",
    -2: "day before yesterday | the day before yesterday",
}

NUMBERS = dict(
    enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
) | {20: "twenty", 30: "thirty", 40: "forty | fourty", 50: "fifty", 60: "sixty", 90: "ninety"}

ORDINALS = dict(
    enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
) | {30: "thirtieth"}

SEASONS = {
    "spring": "spring | springtime",
    "summer": "summer | summertime",
    "autumn": "autumn | fall",
    "winter": "winter",
}

HOLIDAYS = {
    "new year's day": "new year's day | new year | new years | new years day",
    "new year's eve": "new year's eve | new years eve | nye",
    "epiphany": "epiphany",
    "martin luther king day": "martin luther king day | mlk day | martin luther king jr day",
    "groundhog day": "groundhog day",
    "valentine's day": "valentine's day | valentines day | valentine day | valentines",
    "presidents' day": "presidents' day | president's day | presidents day",
    "women's day": "international women's day | women's day",
    "st patrick's day": "st patrick's day | st patricks day | saint patrick's day | st paddy's day",
    "april fools' day": "april fools' day | april fool's day | april fools | april fools day",
    "earth day": "earth day",
    "shrove tuesday": "shrove tuesday | mardi gras | pancake day",
    "ash wednesday": "ash wednesday",
    "palm sunday": "palm sunday",
    "maundy thursday": "maundy thursday",
    "good friday": "good friday",
    "easter": "easter | easter sunday",
    "easter monday": "easter monday",
    "ascension day": "ascension day",
    "pentecost": "pentecost | whit sunday",
    "whit monday": "whit monday",
    "labour day": "may day | labour day",
    "cinco de mayo": "cinco de mayo",
    "mother's day": "mother's day | mothers day | mothers' day",
    "memorial day": "memorial day",
    "flag day": "flag day",
    "father's day": "father's day | fathers day | fathers' day",
    "juneteenth": "juneteenth",
    "canada day": "canada day",
    "independence day": "independence day | the fourth of july",
    "bastille day": "bastille day",
    "labor day": "labor day",
    "columbus day": "columbus day | indigenous peoples' day",
    "halloween": "halloween | hallowe'en | all hallows eve",
    "all saints' day": "all saints' day | all saints day",
    "guy fawkes day": "guy fawkes day | guy fawkes night | bonfire night",
    "veterans day": "veterans day | veteran's day | veterans' day | remembrance day",
    "thanksgiving": "thanksgiving | thanksgiving day | turkey day",
    "black friday": "black friday",
    "cyber monday": "cyber monday",
    "christmas eve": "christmas eve | xmas eve",
    "christmas day": "christmas | christmas day | xmas | xmas day",
    "boxing day": "boxing day",
}

SOONEST = (
    "asap | a s a p | as soon as possible | as soon as you can | as early as possible | as early as you can | "
    "soon as possible | soon as you can | earliest possible | earliest time | earliest appointment | earliest slot | "
    "earliest date | earliest opening | at your earliest | at your earliest convenience | straight away | right away | "
    "as quickly as possible | the sooner the better | earliest you have | earliest you can | first thing you have | "
    "soonest possible | soonest available | whatever is soonest | immediately | first one you have | "
    "soonest appointment | earliest convenience | as soon as i can | next available appointment | next available slot | "
    "next available time | first available appointment | first available slot | first available time"
)
EARLIER = "too late | late for me | earlier in the day | earlier that day | earlier on that day"
LATER = "too early | too soon | later in the day | later that day | later on that day"

NOTHING = (
    "good morning | good afternoon | good evening | good night | good day | have a nice day | have a good day | "
    "have a great day | have a lovely day | have a wonderful day | have a nice evening | have a good evening | "
    "have a great evening | have a lovely evening | have a good night | have a great night | have a nice night | "
    "have a good weekend | have a nice weekend | have a great weekend | have a lovely weekend | enjoy your weekend | "
    "enjoy your day | enjoy your evening | enjoy the weekend | have a good one | happy friday | happy monday | "
    "have a great afternoon | have a good afternoon | have a nice afternoon | have a good morning | morning all | "
    "one day | some day | someday | these days | the other day | all day long | every time | this time | next time | "
    "last time | the last time | first time | second time | at a time | at one time | one time | one at a time | "
    "back to back | last name | first name | last one | the last one | next one | the next one | this one | that one | "
    "the first one | the second one | second one | first one | next step | next steps | last question | next question | "
    "a night | per night | each night | one night | midnight blue | "
    "may i | may we | may you | may be | may have | may not | may need | may want | may also | may as well | "
    "may it | may they | may he | may she | may take | may be able | may or may not | march on | "
    "one of | one more | one second | one sec | one moment | one minute | just a second | just a minute | a second | "
    "wait a minute | wait a second | in a minute | in a second | in a moment | hang on a minute | a minute ago | "
    "a second ago | a moment ago | just a sec | give me a second | give me a minute | second opinion | on second thought | "
    "all for today | that's it for today | done for today | finished for today | everything for today | nothing else today | "
    "all i need today | all i need for today | rest of your day | enjoy the rest | at first | first of all | at last | last but not least | the two of | for the first time | one way | day care | "
    "date night | night cream | night guard | night club | day spa | day surgery | day time | day trip | week end rate | "
    "sun damage | sun protection | sun burn | sun tan | wed to | see you later | talk to you later | talk later | "
    "speak later | later on maybe | sooner or later | call back | come back | coming back | go back | get back | "
    "call you back | my back | back pain | back massage | at the end | in the end | the end | at one point | "
    "24 7 | seven days a week | 7 days a week | half price | half off | half day | why not | not sure | not only | "
    "not really | if not | not a problem | no problem | last minute | up to date | to date | from scratch | "
    "not yet | for now | just now | by now | drop by | stop by | swing by | come by | pass by | by the way | stopping by | dropping by | coming by | until now | up to now | "
    "fall out | fall apart | may flower | spring roll | spring clean | cut it | after all | before all | before and after"
)

COUNTED = (
    "people | persons | person | guests | guest | adults | adult | kids | kid | children | child | pax | ppl | of | of us | "
    "stars | star | dollars | dollar | euros | euro | bucks | quid | percent | pounds | pound | usd | eur | gbp | miles | "
    "mile | km | kilometers | blocks | block | times | tickets | ticket | rooms | room | beds | bed | other | others | more | "
    "different | seats | seat | st | street | ave | avenue | road | rd | drive | lane | blvd | boulevard | square | way | "
    "floor | option | options | one | ones | visit | visits | time | choice | choices | slot | place | places | "
    "appointment | appointments | session | sessions | opinion | name | grade | class | birthday | anniversary | "
    "child | party | degrees | locations | location | services | service | item | items | years | year old | salon | "
    "salons | dentist | dentists | doctor | doctors | restaurant | restaurants | hotel | hotels | and a half | th | "
    "bedroom | bathroom | minute | minutes | hour | hours | treatment | treatments | haircut | haircuts | cut | "
    "ave | st | person's | half | nights | step | edition | round | question | thing | try | attempt | part | ounces"
)
NOT_COUNTED = (
    "is | was | works | has | as | this | thanks | thx | suits | sounds | does | unless | pls | please | i | i'd | monday | "
    "sounds | perhaps | always | its | yes | seems | fits | across | plus | lets | us"
)
LOOKALIKES = (
    "sundae | sundaes | nightlife | augusta | auguste | mourning | warning | octet | moaning | learning | evenings | sunday | fryday | "
    "somebody | someday | everyday | workday | birthday | payday | midday | holiday | holidays | someone | weakened | "
    "decembers | novembers | nightly | overnight | evening | meaning | opening | leaving | evening | afternoons"
)

PHRASES = {
    "tonight | tonite | 2nite | this evening tonight": (("DAY", 0), ("PART", "night")),
    "this morning": (("DAY", 0), ("PART", "morning")),
    "this afternoon": (("DAY", 0), ("PART", "afternoon")),
    "this evening": (("DAY", 0), ("PART", "evening")),
    "late tonight | later tonight": (("DAY", 0), ("PART", "late night")),
    "last night | yesterday night": (("DAY", -1), ("PART", "night")),
    "yesterday evening | last evening": (("DAY", -1), ("PART", "evening")),
    "noon | midday | mid day | 12 noon | twelve noon | high noon | noonish": (
        ("NOON", Clock(NOON, is_certain=True)),
    ),
    "midnight | 12 midnight | twelve midnight": (("NOON", Clock(0, is_certain=True)),),
    "on weekdays | weekdays | weekday | a weekday | any weekday | week days | on a weekday | during the week | "
    "working days | business days | workdays": (("WEEKDAYS", frozenset(range(5))),),
    "on weekends | weekends | on the weekends | at weekends | a weekend | any weekend | every weekend": (
        ("WEEKDAYS", frozenset({5, 6})),
    ),
    "in a fortnight | a fortnight from now | a fortnight today": (
        ("in", "in"),
        ("NUMWORD", 2),
        ("UNIT", "week"),
    ),
    "nights": (("NIGHTS", "night"),),
    "eom": (("end", "end"), ("this", "this"), ("UNIT", "month")),
    "midweek": (("middle", "middle"), ("this", "this"), ("UNIT", "week")),
    "eow": (("end", "end"), ("this", "this"), ("UNIT", "week")),
    "eoy": (("end", "end"), ("this", "this"), ("UNIT", "year")),
    "a week today | today week": (("in", "in"), ("NUMWORD", 1), ("UNIT", "week")),
}


def english(*, day_first: bool) -> Catalogue:
    """The English catalogue, for where 3/4 is the third of April (day_first) or the fourth of March."""
    return Catalogue(
        markers=MARKERS,
        weekdays=WEEKDAYS,
        weak_weekdays=WEAK_WEEKDAYS,
        plural_weekdays=PLURAL_WEEKDAYS,
        months=MONTHS,
        weak_months=WEAK_MONTHS,
        units=UNITS,
        parts=PARTS,
        plural_parts=PLURAL_PARTS,
        days=DAYS,
        numbers=NUMBERS,
        ordinals=ORDINALS,
        phrases=PHRASES,
        seasons=SEASONS,
        holidays=HOLIDAYS,
        soonest=SOONEST,
        earlier=EARLIER,
        later=LATER,
        nothing=NOTHING,
        counted=COUNTED,
        not_counted=NOT_COUNTED,
        lookalikes=LOOKALIKES,
        plural_ending="s",
        habits=Habits(day_first=day_first),
    )


CATALOGUE = english(day_first=False)
