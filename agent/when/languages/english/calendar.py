"""English words for days, months, numbers, parts of the day, seasons and holidays."""

WEEKDAYS = (
    "monday | mon | mondy",
    "tuesday | tue | tues",
    "wednesday | weds | wednes | wensday | wendsday",
    "thursday | thu | thur | thurs",
    "friday | fri",
    "saturday | satur",
    "sunday",
)
WEAK_WEEKDAYS = ("", "tu", "wed", "", "", "sat", "sun")
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
    "afternoon": "afternoon | after noon | arvo | aft | avo",
    "evening": "evening | eve",
    "night": "night | nighttime | overnight | nite",
    "mid morning": "midmorning",
    "mid afternoon": "midafternoon",
    "lunch": "lunchtime | lunch time | at lunch | over lunch | around lunch | midday time | during lunch | "
    "during my lunch break | lunch break | lunch hour",
    "after lunch": "after lunch | past lunch | after lunchtime",
    "before lunch": "before lunch | before lunchtime",
    "after work": "after work | after school | after office hours | after hours",
    "before work": "before work | before school",
    "after the school run": "after the school run | after school run | after the school drop off | after drop off | after dropping the kids off",
    "business hours": "business hours | office hours | working hours",
    "first thing": "first thing | first thing in the morning",
    "early evening": "early evening | dinner time | dinnertime",
    "end of day": "end of day | end of the day | the end of day | the end of the day | close of business | cob | eod | end of business | "
    "the end of business | end of the business day | the end of the business day | end of the working day | the end of the working day | close of play",
}

PLURAL_PARTS = {"morning": "mornings", "afternoon": "afternoons", "evening": "evenings"}

DAYS = {
    0: "today | todays | later today | 2day",
    1: "tomorrow | tommorow | tommorrow | tomorow | tomorro | tmrw | tmr | tmw | tomoz | 2moro | 2morrow | 2mrw",
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
) | {
    0: "zeroth",
    30: "thirtieth",
    40: "fortieth",
    50: "fiftieth",
    60: "sixtieth",
    90: "ninetieth",
    100: "hundredth",
}

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
