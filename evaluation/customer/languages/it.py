"""Italian."""

from evaluation.customer.languages.phrasebook import Phrasebook

PHRASES = Phrasebook(
    greetings=("Ciao", "Buongiorno"),
    openings=(
        "Buongiorno, vorrei {what} {when}",
        "Avete posto {when} per {what}?",
        "{what} {when}, per favore",
        "Vorrei prenotare {what} {when}",
    ),
    openings_without_service=("Buongiorno, vorrei un appuntamento {when}",),
    service=("{service}", "{service}, per favore"),
    when=("{when}", "{when}, per favore", "meglio {when}"),
    staff=("{staff}",),
    with_staff=("con {person}",),
    any_staff=("è uguale",),
    people=("{people}",),
    for_people=("per {number} persone",),
    choose_clock=("{clock}", "alle {clock}", "alle {clock}, per favore"),
    choose_day_and_clock=("{day} alle {clock}",),
    choose_place=("il {place}",),
    places=("primo", "secondo", "terzo"),
    contact=("{name}, {reach}", "mi chiamo {name}, {reach}"),
    who=("il mio nome è {name}, {reach}",),
    name=("{name}", "mi chiamo {name}"),
    reach=("{reach}",),
    yes=("sì", "sì, grazie", "va bene", "perfetto", "certo", "d'accordo"),
    no=("no, {fix}",),
    move=("posso spostare l'appuntamento a {when}?",),
    cancel=("devo annullare l'appuntamento",),
    leaves=("allora niente, grazie",),
    thanks=("grazie",),
    again=("{what} {when}", "Vorrei {what} {when}"),
    numbers=("una", "due", "tre", "quattro", "cinque", "sei", "sette", "otto"),
    weekdays=("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    clocks=("{h24}:{mm}",),
)
