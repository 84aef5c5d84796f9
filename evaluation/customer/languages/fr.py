"""French."""

from evaluation.customer.languages.phrasebook import Phrasebook

PHRASES = Phrasebook(
    greetings=("Bonjour", "Bonjour, je voudrais un rendez-vous"),
    openings=(
        "Bonjour, je voudrais {what} {when}",
        "Est-ce possible d'avoir {what} {when} ?",
        "{what} {when} s'il vous plaît",
        "Avez-vous de la place {when} pour {what} ?",
    ),
    openings_without_service=("Bonjour, je voudrais un rendez-vous {when}",),
    service=("{service}", "{service} s'il vous plaît"),
    when=("{when}", "plutôt {when}", "{when} si possible"),
    staff=("{staff}",),
    with_staff=("avec {person}",),
    any_staff=("peu importe",),
    people=("{people}",),
    for_people=("pour {number} personnes",),
    choose_clock=("{clock}", "à {clock} s'il vous plaît", "je prends {clock}"),
    choose_day_and_clock=("{day} à {clock}",),
    choose_place=("le {place}",),
    places=("premier", "deuxième", "troisième"),
    contact=("{name}, {reach}", "je m'appelle {name}, {reach}"),
    who=("mon nom est {name}, {reach}",),
    name=("{name}", "je m'appelle {name}"),
    reach=("{reach}",),
    yes=("oui", "oui, merci", "d'accord", "parfait", "oui, s'il vous plaît", "c'est bon"),
    no=("non, {fix}",),
    move=("puis-je déplacer mon rendez-vous à {when} ?",),
    cancel=("je dois annuler mon rendez-vous",),
    leaves=("tant pis, merci",),
    thanks=("merci", "merci beaucoup"),
    again=("{what} {when}", "Je voudrais {what} {when}"),
    numbers=("une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit"),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    clocks=("{h24}:{mm}", "{h24}h{mm}"),
)
