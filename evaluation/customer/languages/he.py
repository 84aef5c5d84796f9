"""Hebrew."""

from evaluation.customer.languages.phrasebook import Phrasebook

PHRASES = Phrasebook(
    greetings=("שלום", "היי"),
    openings=("שלום, אפשר {what} {when}?", "אני רוצה {what} {when}", "{what} {when} בבקשה"),
    openings_without_service=("שלום, אפשר לקבוע תור {when}?",),
    service=("{service}", "{service} בבקשה"),
    when=("{when}", "{when} בבקשה"),
    staff=("{staff}",),
    with_staff=("עם {person}",),
    any_staff=("לא משנה",),
    people=("{people}",),
    for_people=("ל{number} אנשים",),
    choose_clock=("{clock}", "ב-{clock}", "{clock} בבקשה"),
    choose_day_and_clock=("יום {day} ב-{clock}",),
    choose_place=("ה{place}",),
    places=("ראשון", "שני", "שלישי"),
    contact=("{name}, {reach}", "קוראים לי {name}, {reach}"),
    who=("השם הוא {name}, {reach}",),
    name=("{name}", "קוראים לי {name}"),
    reach=("{reach}",),
    yes=("כן", "כן בבקשה", "בסדר", "מעולה", "כן, תודה"),
    no=("לא, {fix}",),
    move=("אפשר להעביר את התור ל{when}?",),
    cancel=("אני צריכה לבטל את התור",),
    leaves=("לא חשוב, תודה",),
    thanks=("תודה",),
    again=("{what} {when}",),
    numbers=("אחד", "שניים", "שלושה", "ארבעה", "חמישה", "שישה", "שבעה", "שמונה"),
    weekdays=("שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ראשון"),
    clocks=("{h24}:{mm}",),
)
