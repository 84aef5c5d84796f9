"""Spanish: polite, and for everybody."""

from agent.languages.language import Words

WORDS = Words(
    tag="es",
    intents={
        "person": r"\b(?:(?:una|con|a) (?:persona|humano|señorita|chica|gente) (?:de verdad|real|humana|de carne)|(?:hablar|comunic\w+|pas[ae]\w*|pon\w*|atiend\w*|comuníc\w*)(?: \w+){0,3} (?:con |a )?(?:alguien|una persona|un humano|el encargado|la encargada|la dueña|el dueño|un operador|gente)|(?:hart[oa]|cansad[oa]|podrid[oa]) (?:de|del) (?:\w+ )?(?:robot|bot|máquina|maquinita)|no (?:un|una|con un|con una) (?:robot|bot|máquina))\b|"
        r"\b(?:una persona|humano|alguien|un agente|encargad[oa]|hablar con)\b",
        "cancel": r"\b(?:d(?:a|ame|ate|arme|eme|éme|enme|ad)(?:me|nos|lo|la)? de baja|darme de baja|(?:bórr|borr|sác|sac|quít|quit|elimín|elimin|táč|tach|táx|tách)\w*(?:me|nos|lo|la)\b|no (?:voy|vamos) a (?:poder|ir|llegar|estar|asistir)|no (?:puedo|podré|podemos|podría|alcanzo a|llego a|me da para) (?:ir|venir|llegar|asistir|estar|pasar)|(?:ced|d)[aeé]\w* (?:mi|el|la) (?:lugar|turno|sitio|hueco|puesto|cita|hora) (?:a|para)|no (?:cuenten|contéis|cuente|cuentes) conmigo|suspend\w*|(?:se )?(?:cae|cayó) (?:lo|la|el)\b|ya no (?:voy|iré|quiero|me hace falta|necesito|vengo)|será (?:en|para) otra|(?:dar|doy) de baja|me bajo\b|anul\w*|cancel\w*)|"
        r"\b(?:canc[eé]l\w*|an[uú]l\w*|(?:ya )?no necesito (?:lo|la) (?:del?|mía)|quit\w* (?:lo|la) del?|quít\w*l[ao]|cancel\w*|no (?:voy a|podré|podremos|puedo) (?:ir|venir|asistir|llegar)|no (?:llegaré|iré|podré)\b|(?:borr|quít|quit)\w* (?:la|mi) (?:cita|reserva)|no necesito (?:la|mi) (?:cita|reserva)|imposible (?:ir|asistir|venir)|anul\w*|no (?:puedo|podré) ir|no voy a poder|no puedo (?:ir|venir|asistir)|ya no puedo)\b",
        "move": r"\b(?:lo|la) (?:dejamos|ponemos|pasamos|cambiamos|movemos) (?:para|al?) (?:otr[oa]|el|la)\b|"
        r"\b(?:(?:me |nos )(?:lo |la |los |las )?(?:podr(?:ás|ías|ía|íais|ían)|puede[sn]?|podés|podéis) (?:pasar|cambiar|correr|mover|poner|agendar|adelantar|atrasar|retrasar)|(?:me |nos )?(?:lo |la )?(?:corr(?:es|e|er|as|an)|pas(?:as|a|ar|es)|cambi(?:as|a|ar|es)|muev(?:es|e|as)|traslad\w*|posterg\w*|aplaz\w*|atras\w*|adelant\w*|reprogram\w*|reagend\w*) (?:el|la|mi|lo|para|al|a|de) |(?:otro|cualquier otro) (?:día|momento|horario) (?:en vez|mejor|distinto)|para otro día|otro día (?:mejor|por favor)|(?:día|hora) equivocad[oa])|"
        r"\b(?:c[aá]mbia(?:me|rme) (?:a|al|con|para)|adel[aá]nt(?!e\b)\w*|c[aá]mbi\w*(?:me)?l[ao]|(?:me )?(?:la|lo) (?:puedes|podéis|puede) (?:pasar|cambiar|mover)|mover|(?:ir|venir) otro día|retras\w*|pasar (?:la|mi) (?:cita|reserva)|modificar (?:la|mi) (?:cita|reserva|hora)|(?:podemos|puedo|podría) cambiarl[oa]|muev\w*|aplaz\w*|reprogram\w*|cambiar (?:la|mi) (?:cita|hora|fecha|reserva)|adelantar|posponer)\b",
        "restart": r"\b(?:empezar de nuevo|desde el principio|empecemos otra vez)\b",
        "forget": r"^\W*(?:olvídelo|da igual|déjelo|no importa)\W*$",
        "thanks": r"^\W*(?:(?:ok|vale|perfecto|genial|ay|bueno|listo|dale|joya|buenísimo|súper|excelente)[, !]*)*(?:muchas|mil|muchísimas|gracias|graciass?|te (?:lo )?agradezco|se (?:lo )?agradezco|(?:eres|sos|es usted) (?:un|una|la|el|muy) (?:amor|sol|genia|genio|crack|mejor|amable|ángel|máquina)|qué (?:amable|maj[oa]|lind[oa])|agradecid[oa])\b|"
        r"^\W*(?:(?:ok|vale|perfecto|genial)[, ]*)?(?:gracias|muchas gracias)\b",
        "goodbye": r"^\W*(?:(?:ok|vale|perfecto|gracias|bueno|listo|dale|genial|venga)[, !]*)*(?:adiós|adios|hasta (?:luego|pronto|el|mañana|la)|chau+|chao|bye|nos vemos|cuídate|que (?:te|le|tengas|tenga|estés|esté)|buen(?:as|os)? (?:noches\W*$|finde|fin de)|un (?:beso|abrazo)|besos|abrazo)\b|"
        r"^\W*(?:adiós|hasta (?:luego|pronto)|eso es todo|nada más|chao|que (?:tenga|tengas|pase) )\b",
        "bargain": r"\b(?:descuento|rebaja|más barato|gratis|cupón)\b",
        "abuse": r"\b(?:idiota|estúpid[oa]|inútil|mierda|imbécil|tonto)\b",
        "small_talk": r"\b(?:(?:te gusta|te gustan|duermes|sueñas|comes|crees|piensas|eres|tienes) (?:el|la|los|las|en|que|noviy?[oa]|casad[oa]|feliz)\b|viste (?:el )?partido|qué (?:calor|frío|lluvia)|(?:jaja|jeje)\w*|unicornios?|cásate|quién ganó|(?:está|anda) (?:lloviendo|nevando))\b|"
        r"\b(?:qué tal|cómo est[áa]s?|jaja+|encantad[oa])\b",
        "out_of_scope": r"\b(?:chiste|poema|receta|capital de|contraseña|otros clientes|qué tiempo hace)\b",
        "book": r"\b(?:reserv\w*|ten(?:éis|ían?|en) (?:algún |un |algo de )?(?:hueco|sitio|cita)|hay (?:algún )?(?:hueco|sitio)|necesito (?:una )?cita|d(?:as|an|ais) (?:una )?cita|apuntarme|(?<!cómo )(?:puedo|podría) (?:ir|venir|pasar)|pedir (?:una )?cita|una cita|nueva cita|agendar|coger (?:una )?cita|pedir hora|reservar hora|una hora para)\b",
        "greeting": r"^\W*(?:hola|buenos días|buenas(?: tardes| noches)?|saludos)\b",
    },
    topics={
        "price": r"\b(?:(?:cuánto|cuanto|a cuánto|qué|que precio|a cómo) (?:me |te |nos |les |se |le )?(?:sale|cobr\w+|cuesta|vale|piden|es|está|saldría|costaría|llev\w+|pagar?\w*|cost\w+)(?! (?:tiempo|dura))|precios?|sale (?:caro|mucho)|me sale)\b|"
        r"\b(?:cuánto (?:me )?(?:cobr\w+|va a costar|costaría)|cuánto (?:cuesta|vale|es)|a (?:cuánto|cómo) (?:está|sale|es|el|la|los|las)|precios?|cuesta|tarifas?|es caro|cuánto sale|precio)\b",
        "duration": r"\b(?:(?:cuánto|cuanto|qué) (?:\w+ )?(?:dura|tarda\w*|demora\w*|tiempo|lleva|rato|se tarda)|cuánto dura|(?:demora|tarda|dura) (?:mucho|más|como))\b|"
        r"\b(?:cuánto (?:tiempo|dura|tarda|se tarda)|tardáis|duración|dura|cuántos minutos|cuánto tiempo)\b",
        "hours": r"\b(?:(?:hasta|desde|a|de) (?:qué|que) hora(?:s)? (?:están|estáis|abr\w+|cierr\w+|atiend\w+|trabaj\w+|tienen)|(?:abr|cierr|atiend)\w+ (?:los|el|hoy|mañana|domingos?|sábados?|hasta|a)|qué (?:días|horario)|están abiert\w+)\b|"
        r"\b(?:horarios?|(?:están|está) (?:abiert|cerrad)\w+|abren|cierran|abiertos?|cerrados?|abrís|abre|cerráis|cierra|(?:estáis|estás) (?:abiert|cerrad)\w+|qué hora (?:abr|cierr)\w+|hasta qué hora)\b",
        "address": r"\b(?:(?:dónde|donde|adónde|por dónde) (?:\w+ )?(?:están|estáis|queda\w*|es|está|son|se encuentran|los encuentro|tengo que ir|hay que ir|estás)|(?:qué|cuál es la) (?:dirección|calle)|cómo (?:llego|voy|hago para llegar)|qué (?:parada|metro|estación)|ubicad[oa]s?)\b|"
        r"\b(?:dirección|dónde (?:están|está|queda)|cómo llego|ubicación|dónde (?:estáis|estás|os|les|se encuentra|encuentro)|cómo (?:puedo |podría )?(?:llegar|ir|se llega))\b",
        "contact": r"\b(?:número de teléfono|su número|su correo|contactar|llamarles|su teléfono|vuestro (?:teléfono|número)|el teléfono|llamar(?:os|les|te)|número de contacto)\b",
        "policy": r"\b(?:política|puedo cancelar|cancelar gratis|condiciones|(?:y )?si no (?:puedo|pudiera)|qué pasa si)\b",
        "staff": r"\b(?:(?:sigue|todavía|aún) (?:\w+ )?(?:trabaj\w+|está|ahí|con ustedes)|trabaja (?:todavía|aún|ahí|con)|quién(?:es)? (?:\w+ )?(?:trabaj\w+|atiend\w+|está\w*|cort\w+|más)|qué (?:peluquer\w+|estilistas))\b|"
        r"\b(?:quién (?:trabaja|hace|está|puede)|quiénes|su equipo|quién (?:corta|atiende|trabaja)|con quién puedo|quién me)\b",
        "services": r"\b(?:(?:qué|que) (?:más |otras cosas |cosas |otros servicios )?(?:hac(?:en|éis)|ofrec(?:en|éis)|servicios)|además (?:de|del) (?:pelo|cabello|corte)|aparte (?:de|del) (?:pelo|cabello|corte)|qué tipo de (?:servicios|tratamientos))\b|"
        r"\b(?:qué (?:servicios|ofrecen|hacen|tienen)|servicios|tratamientos|lista de|qué (?:ofrecéis|hacéis|tenéis|hay|puedo (?:reservar|pedir)|tratamientos))\b",
        "self": r"\b(?:robot|bot|quién eres|es usted (?:real|una persona)|eres (?:real|humano)|hablando con (?:una persona|un humano|alguien|un robot)|un bot|eres un robot|es un robot)\b",
    },
    ordinals={
        "2ª": 1,
        "2º": 1,
        "1ª": 0,
        "1º": 0,
        "3ª": 2,
        "3º": 2,
        "más temprano": 0,
        "más tarde": -1,
        "primero": 0,
        "primera": 0,
        "primer": 0,
        "segundo": 1,
        "segunda": 1,
        "tercero": 2,
        "tercera": 2,
        "tercer": 2,
        "cuarto": 3,
        "cuarta": 3,
        "quinto": 4,
        "quinta": 4,
        "último": -1,
        "última": -1,
    },
    things="hora|hueco|opción|cita|horario|turno",
    numbers={
        "una": 1,
        "un": 1,
        "dos": 2,
        "tres": 3,
        "cuatro": 4,
        "cinco": 5,
        "seis": 6,
        "siete": 7,
        "ocho": 8,
    },
    people="personas?|plazas?|invitados?|asistentes?",
    pairs=r"\b(?:nosotr[oa]s dos|(?<!a )l[oa]s dos|mi \w+ y yo|yo y mi \w+)\b",
    we_are=r"\b(?:somos|seremos|seríamos|vamos|venimos|iremos)\s+",
    anyone=r"\b(?:cualquiera|me da igual(?: quién)?|no importa quién|sin preferencia|otra persona|con quien (?:sea|quieran|esté)|con cualquiera|da igual)\b",
    without=r"\b(?:no|excepto|salvo|sin|menos|en vez de)\s+(?:con\s+|a\s+)?",
    more=r"\b(?:otr[oa]s? (?:horas?|días?|horarios?|huecos?|fechas?)|más (?:horas|horarios|huecos)|otra cosa|ningun[oa]|qué más|ningun[oa] de|nada de es[oa])\b",
    name=r"\b(?:me llamo|quise decir|quería decir|mi nombre es|soy|nombre:|a nombre de|para)\s+",
    instead=r"\b(?:en su lugar|en vez de eso|mejor)\b|(?<!no )\b(?:puedo|podría|podemos) (?:ir|venir)\b",
    joined=r"o|u|y|e",
    same_time=r"\bmisma hora\b",
    longer=r"\b(?:más larg[oa]|larg[oa])\b",
    shorter=r"\b(?:más cort[oa]|cort[oa])\b",
    common="quería viernes alguien jueves lunes martes miércoles viernes sábado domingo después tarde dónde abrís pelo somos quiero quisiera una un para con el la los las por favor gracias hola mañana cuánto qué cómo cuándo puedo tienen está están cita reservar "
    "próximo próxima semana buenos días tardes usted sí a las corte hoy cuesta",
)

DEED_DONE = {
    "book": (
        "Su cita",
        "confirmed",
        "booking.confirmed",
        "Reservado: {service}, {when}. Su código de reserva es **{code}**. ¡Hasta pronto!",
    ),
    "ask": (
        "Su solicitud",
        "pending_approval",
        "booking.requested",
        "Hemos recibido su solicitud: {service}, {when}, código **{code}**. Todavía no está reservado: antes tenemos que aceptarla. Hasta entonces le guardamos la hora, y la tarjeta de abajo muestra lo que decidamos.",
    ),
    "move": (
        "Su cita",
        "rescheduled",
        "booking.rescheduled",
        "Hecho: {service} es ahora {when}. Su código de reserva sigue siendo **{code}**.",
    ),
    "cancel": (
        "Su cita",
        "cancelled",
        "booking.cancelled",
        "Su cita queda cancelada: {service}, {when}. Puede volver a reservar aquí cuando quiera.",
    ),
    "move_request": (
        "Su solicitud",
        "pending_approval",
        "booking.rescheduled",
        "Hecho: su solicitud es ahora para {service}, {when}. Sigue pendiente de que la aceptemos. Su código de reserva sigue siendo **{code}**.",
    ),
    "cancel_request": (
        "Su solicitud",
        "cancelled",
        "booking.cancelled",
        "Su solicitud queda retirada: {service}, {when}. Puede volver a reservar aquí cuando quiera.",
    ),
}
SUMMARY_TITLES = {
    "book": "Su cita",
    "move": "Su cita pasa a",
    "cancel": "¿Cancelar esta cita?",
    "ask": "Su solicitud",
    "move_request": "Su solicitud pasa a",
    "cancel_request": "¿Retirar esta solicitud?",
}
AGREE = {
    "book": "Sí, reservar",
    "move": "Sí, cambiar",
    "cancel": "Sí, cancelar",
    "ask": "Sí, enviar",
    "cancel_request": "Sí, retirar",
}
# On a booking card.
CARD_ACTIONS = {
    "move_booking": "Cambiar",
    "cancel_booking": "Cancelar",
    "late_for_booking": "Llego con retraso",
}
# On the button of the sheet that books.
DO_IT = {"book": "Reservar", "ask": "Enviar la solicitud"}
DECLINE = {"book": "No, modificar", "move": "No, modificar", "cancel": "No, mantener"}
ROWS = {
    "service": "Servicio",
    "when": "Cuándo",
    "with": "Con",
    "where": "Dónde",
    "people": "Personas",
    "length": "Duración",
    "name": "Nombre",
    "contact": "Contacto",
    "before": "Hasta ahora",
    "code": "Código",
}
MORE_TIMES = "Más horas"
FORM = {
    "title": "Sus datos de contacto",
    "submit": "Continuar",
    "name": "Su nombre",
    "email": "Correo electrónico",
    "phone": "Teléfono",
    "email_hint": "Para poder cambiarla o cancelarla después",
    "phone_hint": "Si lo prefiere",
    "one_is_enough": "basta el correo o el teléfono",
    "fallback": "Indique su nombre y un correo electrónico o un teléfono, por favor.",
}
MORE_TO_TELL = "Si quiere, cuéntenos más"
YES_NO = ("Sí", "No")
NOTED_ONLY = "anotado"
MINUTES = "{minutes} minutos"
WITH_STAFF = " con {staff}"
AND, OR = "y", "o"
WHICH_SERVICE = "¿Qué desea reservar?"
HERE_IS_THE_LIST = "Esto es lo que ofrecemos. ¿Qué desea?"
NOT_BOOKABLE = "De momento esto no se puede reservar aquí: {service}."
WHICH_OF = "¿Se refiere a {names}?"
WHICH_LENGTH = "¿Prefiere {names}?"
OTHER_LENGTH = "¿O prefiere {names}?"
FOR_PEOPLE = "Lo que se puede reservar aquí es para personas. No sé si también lo hacemos para animales."
LENGTH_STAYS = "La duración de una cita ya no se puede cambiar. Para {length}, dígame que la anule y luego qué desea en su lugar."
WHICH_PLACE = "Estamos en {places}. ¿Adónde desea venir?"
NOT_AT_PLACE = "{service} no se ofrece en {place}, pero sí en {places}. ¿Adónde desea venir?"
STAFF_AT_PLACE = "{staff} no trabaja en {place}, sino en {there}. ¿Adónde desea venir?"
STAFF_ELSEWHERE = "{staff} solo trabaja en {there}."
CITY_TIME = "hora de {city}"
SOONEST = (
    "Estas son las próximas horas libres para {service}{staff}. Elija una o dígame cuándo le viene bien."
)
THESE_FIT = "Estas horas están libres para {service}{staff}. ¿Cuál desea?"
NONE_FIT = "Entonces no hay nada libre para {service}{staff}: {reason}. Estas son las horas más cercanas."
NOTHING_AT_ALL = "Lo siento, no encuentro ninguna hora libre para {service}{staff}: {reason}."
NOTHING_EARLIER = "Lo siento, no tengo nada antes."
NOTHING_LATER = "Lo siento, por ahora no tengo nada más tarde."
WHICH_TIME = "¿Cuál de las horas desea?"
# What cannot be as it was said.
UNCLEAR = {
    "no_such_day": "Ese día no existe: «{words}». ¿Se refiere a {days}?",
    "which_day": "Ese día no existe: «{words}». ¿Qué día le vendría bien?",
    "no_such_time": "Esa hora no existe: «{words}». ¿A qué hora le vendría bien?",
    "weekday_and_date_differ": "En «{words}», el día de la semana y la fecha no coinciden. ¿Se refiere a {days}?",
    "day_month_order": "«{words}» se puede leer de dos maneras. ¿Se refiere a {days}?",
    "day_or_hour": "«{words}» puede ser un día o una hora. ¿A qué día se refiere: {days}?",
    "too_much": "Es demasiado para una sola vez. ¿Qué día y a qué hora le vendría mejor?",
}
FEWER_TIMES = "En la lista solo hay {count}. ¿Cuál desea?"
OTHER_ZONE = "Las horas son las de nuestro reloj, {zone}."
ONE_PERSON = "{service} es para una persona cada vez. ¿Busco primero una hora para la primera? Después reservamos la siguiente."
STAFF_CANNOT = "{staff} no hace eso: {service}. Puede ser con {others}."
ONE_OF_SERIES = "Reservo una sola cita cada vez y no puedo crear citas periódicas. Reservemos la primera; cada una de las demás hay que reservarla por separado."
ONE_OF_PEOPLE = "Reservo para una persona cada vez, salvo en las clases. Empecemos por la primera; justo después podemos reservar para la siguiente."
ONE_OF_SERVICES = "Reservo un solo servicio cada vez. Dígame cuál va primero y después seguimos con el otro."
FIRST_AND_THEN = "Reservo un solo servicio cada vez, primero: {first}. Aún no está incluido: {rest}. Podemos seguir con ello justo después."
FIRST_AND_UNKNOWN = "Reservo un solo servicio cada vez, en este caso: {first}. No incluye «{rest}»; pregúnteme por ello cuando esté reservado el primero."
CANCEL_FIRST = "Primero cancelo la cita y después buscamos una hora: {service}."
GO_ON_SERVICE = "¿Seguimos con {service}?"
GO_ON_PEOPLE = "¿Seguimos con la siguiente persona: {service}?"
NEXT_OF_SERIES = "Esta es solo la primera cita. Dígame cuándo quiere la siguiente y la busco."
ONE_AT_A_TIME = "{service} tiene como máximo {most} plazas a la vez. ¿Busco primero para {most}? Después reservamos el resto."
JUST_TAKEN = "Lo siento, {wanted} se acaba de ocupar. Estas son las horas libres más cercanas."
JUST_TAKEN_ALONE = "Lo siento, {wanted} se acaba de ocupar. Dígame otro día u otra hora y lo miro."
EXPIRED = "La hora que le guardaba había caducado, así que he vuelto a mirar."
KEPT_NEEDS_CONTACT = "Le guardo esta cita: {held}{staff}. Queda guardada diez minutos. ¿A nombre de quién, y cómo podemos contactar?"
KEPT_NEEDS_NAME = "Le guardo esta cita: {held}{staff}. Queda guardada diez minutos. ¿A nombre de quién?"
KEPT_NEEDS_WAY = "Le guardo esta cita: {held}{staff}. Queda guardada diez minutos. Gracias, {name}. ¿Y su correo electrónico o teléfono, por favor?"
NOTED_WHICH_TIME = "Gracias, anotado. ¿Cuál de las horas desea?"
KEEPS_CONTACT = (
    "Su reserva conserva el nombre y los datos de contacto con los que se hizo; aquí no puedo cambiarlos."
)
NOTED_WHICH_SERVICE = "Gracias, anotado. ¿Qué desea reservar?"
NEED_NAME = "Gracias. ¿Y su nombre, por favor?"
# The question where a name may as well be a day, and its two answers.
FOR_WHOM = "Será a nombre de {name}; dígalo, por favor, cuando llegue {other}."
ADDRESS_MEANT = "¿Quiso decir {address}?"
NAME_OR_DAY = ("¿{word} es su nombre o cuándo quiere venir?", "Mi nombre", "Cuándo vengo")
NEED_CONTACT = "Gracias, {name}. ¿Y su correo electrónico o teléfono, por favor?"
BAD_CONTACT = "{detail} ¿Puede comprobarlo, por favor?"
ONE_QUESTION = "Antes, una pregunta: {question}"
ASK_AGAIN = "No lo he entendido bien. {question}"
PLEASE_CHECK = {
    "book": "Compruebe el resumen, por favor. ¿Lo reservo?",
    "move": "Compruebe el resumen, por favor. ¿La cambio?",
    "cancel": "Compruebe el resumen, por favor. ¿La cancelo?",
    "ask": "Compruebe el resumen, por favor. La reserva necesita nuestra aceptación. ¿Envío la solicitud?",
    "cancel_request": "Compruebe el resumen, por favor. ¿Retiro la solicitud?",
}
WHAT_INSTEAD = "De acuerdo, no se ha reservado nada. ¿Qué prefiere: otra hora, otro día u otro servicio?"
KEPT_ANYWAY = "De acuerdo, su cita sigue como está."
STOPPED = {
    "book": "Detenido: esta cita no se ha reservado.",
    "move": "Detenido: su cita no se ha cambiado.",
    "cancel": "Detenido: su cita no se ha cancelado.",
    "ask": "Detenido: esta solicitud no se ha enviado.",
}
KEPT_UNTIL = "Le guardo {held}{staff} hasta las {until}."
NOT_BOOKED = "Todavía no está reservado."
NOT_BOOKED_CONTACT = "Todavía no está reservado: me faltan su nombre y un correo electrónico o un teléfono."
NOT_YET = {
    "book": "Todavía no hay nada reservado. Diga sí si quiere que reserve, o qué debo cambiar.",
    "move": "Todavía no se ha cambiado nada. Diga sí si quiere que cambie la cita, o qué debo modificar.",
    "cancel": "No se ha cancelado nada. Diga sí si quiere que cancele.",
    "ask": "Todavía no se ha enviado nada. Diga sí si quiere que envíe la solicitud, o qué debo cambiar.",
}
TAKE_YOUR_TIME = "Tómese su tiempo."
NOTHING_ELSE = (
    "Todavía no he cambiado nada. ¿Qué debo modificar? Si todo está bien, pulse el botón del resumen."
)
MOVE_WHEN = "Por supuesto. ¿Cuándo desea venir?"
MOVE_MEANT = "Entiendo que quiere cambiar su cita: {service}, {when}."
STAFF_CHANGES = "La cita sería entonces con {staff}, ya no con {before}."
WHOSE_BOOKING = (
    "Por supuesto. ¿Con qué correo electrónico reservó? Si tiene el código de reserva, también sirve."
)
CODE_SENT = "Si hay una reserva con esos datos, en nuestro último correo a la dirección con la que se hizo hay un código de seis cifras. Escríbalo aquí. Si reservó solo con teléfono, dígame el número y su código de reserva."
CONTACT_CODE_SENT = "Escriba, por favor, el código de seis cifras de nuestro último correo a {email}. Después puedo hacer la reserva."
CODE_WRONG = "Ese no es el código que enviamos. Mire el correo más reciente e inténtelo de nuevo."
CODE_UNASKED = "Ahora mismo no hace falta ningún código. ¿Qué puedo hacer por usted?"
NEW_CODE = {
    "spent": "Demasiados intentos fallidos; ese código ya no vale aquí. Si no llega un correo nuevo, vuelva a pedirlo en diez minutos.",
    "expired": "Ese código ya no vale.",
}
NO_BOOKING = "Ya no hay nada reservado. ¿Desea una cita nueva?"
ASK_WHICH = {
    "several": "¿A qué cita se refiere?",
    "none_fits": "No encuentro ninguna cita suya que coincida. Estas son las que tiene. ¿A cuál se refiere?",
    "one_at_a_time": "Una por una: ¿qué cita primero?",
}
WHICH_BOOKING = "Gracias. ¿A cuál se refiere?"
HERE_IT_IS = "Aquí está su reserva. Puede cambiarla o cancelarla aquí."
NOT_ON_DAY = "No, {day} no veo nada aquí."
IDENTIFY_FORM = {
    "title": "Su reserva",
    "submit": "Continuar",
    "contact": "Correo o teléfono",
    "contact_hint": "El que dio al reservar",
    "booking_code": "Código de reserva",
    "booking_code_hint": "Seis letras y cifras",
    "fallback": "Indique el correo con el que reservó o su código de reserva, por favor.",
}
CODE_FORM = {
    "title": "Escriba el código de nuestro correo",
    "submit": "Continuar",
    "code": "Código de seis cifras",
    "fallback": "Escriba el código de seis cifras de nuestro correo, por favor.",
}
YOUR_BOOKING = "Su cita"
ALL_RIGHT = "De acuerdo. Aquí estoy si necesita algo."
GREETING = "¡Hola! Puedo reservarle una cita."
THANKS = "¡De nada! ¿Puedo hacer algo más por usted?"
GOODBYE = "¡Adiós y hasta pronto!"
SMALL_TALK = "¡Gracias, muy amable! Reservo, cambio y cancelo citas. ¿En qué puedo ayudarle?"
CALM = "Siento las molestias. Dígame qué necesita, o «una persona» y le diré cómo hablar con alguien."
JOKES = "Los chistes se los dejo al equipo; lo mío son las citas."
OUT_OF_SCOPE = (
    "En eso no puedo ayudar. Puedo reservar, cambiar y cancelar citas y responder preguntas sobre nosotros."
)
FIXED_PRICES = "Los precios son los indicados; no puedo cambiarlos."
LOST = "No estoy seguro de haber entendido. Dígame un servicio y un día, por ejemplo «{service} el viernes por la tarde»."
LOST_TIME = "No estoy seguro de haber entendido. Elija una de las horas o dígame un día y una hora."
LOST_CONTACT = "No estoy seguro de haber entendido. Dígame su nombre y un correo electrónico o un teléfono."
NOT_UNDERSTOOD = "No estoy seguro de haber entendido."
ASK_FOR_A_PERSON = "Hablar con una persona"
HANDED_OVER = "No puedo traer a una persona a este chat, pero he anotado para nuestro equipo que quiere hablar con alguien. Así puede contactarnos:"
HANDED_OVER_ONLY = "No puedo traer a una persona a este chat, pero he anotado para nuestro equipo que quiere hablar con alguien."
REACH_US_SO = "Así puede contactarnos:"
CALL_BACK = "¿Quiere que nos pongamos en contacto con usted?"
CALL_BACK_NOTED = "Gracias, {name}. Se lo he pasado a nuestro equipo: {contact}."
STARTED_OVER = "Muy bien, empecemos de nuevo. ¿Qué desea reservar?"
BROKEN = "Lo siento, algo ha fallado por nuestra parte. Inténtelo de nuevo, por favor."
REACH_US = "O contáctenos directamente:"
COULD_NOT = "No he podido hacerlo: {detail}"
REASONS = {
    "between_starts": "ninguna cita empieza justo en ese minuto",
    "past": "eso ya ha pasado",
    "closed": "estamos cerrados",
    "time_off": "no hay nadie que lo haga",
    "fully_booked": "todo está reservado",
    "all_held": "otras personas se están decidiendo por esas horas",
    "notice": "es demasiado pronto para prepararnos",
    "beyond_window": "aún no aceptamos reservas con tanta antelación",
    "no_qualified_staff": "esa persona no lo hace",
}
STAFF_AWAY = "{staff} no está entonces"
NOT_AT_THAT_TIME = "esas horas están ocupadas o estamos cerrados"
ABOUT_ME = "Soy el asistente de reservas de {name}, un programa. Si quiere hablar con una persona, dígalo cuando quiera: le diré cómo contactarnos."
FROM_PRICE = "desde {price}"
ABOUT_PRICE = "{service} cuesta {price} y dura {minutes} minutos."
ABOUT_FREE = "{service} es gratis y dura {minutes} minutos."
ABOUT_LENGTH_ONLY = "{service} dura {minutes} minutos."
NO_PRICES = "Aquí no hay precios guardados; se los decimos con gusto si nos pregunta."
NO_PRICE_OF = "Aquí no hay ningún precio guardado para: {names}."
ABOUT_HOURS = "Nuestro horario: {hours}."
OPEN_ON = "Abierto {day}: {hours}."
CLOSED_ON = "Cerrado {day}."
CLOSED_FROM_TO = "Del {first} al {last} estamos cerrados."
OPEN_FROM_TO = "Del {first} al {last} abrimos: {hours}."
STAFF_IN = "{staff} está {day}: {hours}."
STAFF_NOT_IN = "{staff} no está {day}."
STAFF_WEEK = "{staff} está: {hours}."
CLOSED = "cerrado"
ABOUT_ADDRESS = "Nos encontrará aquí: {address}."
ABOUT_CONTACT = "Puede contactarnos así: {contact}."
ABOUT_CANCELLING = "Puede cancelar o cambiar sin coste hasta {hours} horas antes."
ABOUT_CANCELLING_ANY_TIME = "Puede cancelar o cambiar sin coste hasta el comienzo de la cita."
# What the business has not said of itself.
NOT_ENTERED = {
    "address": "Nuestra dirección todavía no está indicada aquí.",
    "hours": "Nuestro horario todavía no está indicado aquí.",
    "contact": "Aquí todavía no hay ningún teléfono ni correo nuestro.",
    "staff": "Nuestro equipo todavía no está indicado aquí.",
    "services": "Aquí todavía no se puede reservar nada: no hay servicios indicados.",
}
ABOUT_STAFF = "Nuestro equipo: {names}."
WHO_DOES = "{service}: con {names}."
