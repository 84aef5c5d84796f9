"""Spanish."""

from evaluation.customer.languages.phrasebook import Phrasebook

PHRASES = Phrasebook(
    greetings=("Hola", "Buenos días"),
    openings=(
        "Hola, quisiera {what} {when}",
        "¿Tienen hueco {when} para {what}?",
        "{what} {when}, por favor",
        "Me gustaría reservar {what} {when}",
    ),
    openings_without_service=("Hola, quisiera una cita {when}",),
    service=("{service}", "{service}, por favor"),
    when=("{when}", "{when}, por favor", "mejor {when}"),
    staff=("{staff}",),
    with_staff=("con {person}",),
    any_staff=("me da igual",),
    people=("{people}",),
    for_people=("para {number} personas",),
    choose_clock=("{clock}", "a las {clock}", "a las {clock}, por favor"),
    choose_day_and_clock=("{day} a las {clock}",),
    choose_place=("la {place}",),
    places=("primera", "segunda", "tercera"),
    contact=("{name}, {reach}", "me llamo {name}, {reach}"),
    who=("mi nombre es {name}, {reach}",),
    name=("{name}", "me llamo {name}"),
    reach=("{reach}",),
    yes=("sí", "sí, por favor", "vale", "perfecto", "de acuerdo", "sí, gracias"),
    no=("no, {fix}",),
    move=("¿puedo cambiar mi cita a {when}?",),
    cancel=("tengo que cancelar mi cita",),
    leaves=("no importa, gracias",),
    thanks=("gracias",),
    again=("{what} {when}", "Quiero {what} {when}"),
    numbers=("una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho"),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    clocks=("{h24}:{mm}",),
)
