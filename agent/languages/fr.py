"""French: polite, and for everybody."""

from agent.languages.language import Words

WORDS = Words(
    tag="fr",
    intents={
        "person": r"\b(?:(?:un|une|à|avec) (?:vraie?s? |réel(?:le)? )?(?:humain|personne|être humain|gens|responsable|patronne?|gérante?)\b|(?:parler|passer|causer|discuter)(?: \w+){0,2} (?:à|avec) (?:quelqu'un|une|un|la|le)\b|passez[- ]moi|(?:marre|assez) (?:du|de la|de parler à) (?:\w+ )?(?:robot|bot|machine)|rappel(?:ez|le|er)[- ]?(?:moi)?\b|pas (?:un|une|à un|à une) (?:robot|machine|bot))\b|"
        r"\b(?:un humain|une (?:vraie )?personne|quelqu'un(?! d'autre)|un conseiller|un employé|parler (?:à|avec)|standardiste)\b",
        "cancel": r"\b(?:vir|sort|ray|enlev|enlèv|retir|suppr)\w*[- ](?:moi|nous)\b|"
        r"\b(?:(?:peux|pourrai|pourrais|pourrons|vais|peut) (?:plus |pas |malheureusement pas |finalement pas )(?:pouvoir )?(?:venir|être là|y aller|passer|assurer|honorer)|(?:viens|viendrai|serai|vient|sera|passe|passerai) (?:plus|pas)(?: là)?(?! (?:avant|le|la|à|si))\b|(?:peux|pourrai|pourrais|pourra) (?:plus|pas) (?:\w+ )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|demain)[^.!?]{0,40}?(?:place|annul|laiss|tant pis|autre fois)|(?:donn|laiss|céd|libér|fil)\w* (?:ma|la|mon|le) (?:place|créneau|tour)|(?:vir|enlev|enlèv|retir|ray|supprim|efface|barr)\w*[- ](?:moi|le|la|mon|ma)\b|laiss\w* tomber (?:le|la|mon|ma|pour) \w+|(?:plus|pas) besoin (?:du|de mon|de ce|de la)\b|(?:sera|ce sera) pour une autre fois|renonc\w*|je (?:dois|veux|voudrais|préfère) annuler|tout annuler)|"
        r"\b(?:ray\w*[ -]?moi|enlev\w*[ -]?moi de|annul\w*|ne (?:viens|viendrai) (?:plus|pas)|supprim\w* (?:mon|le|ma|la|notre)|renonc\w* (?:à )?(?:mon|ma|au)|plus besoin d[eu] (?:mon |ce |cette |la )?(?:rendez|rdv|réserv)|décommand\w*|ne (?:peux|pourrai) pas venir|ne (?:peux|pourrai|peut) (?:plus|pas) (?:venir|être là))",
        "move": r"\b(?:(?:chang|boug|repouss|décal|déplac|report|avanc|remett|pouss|recal)\w* (?:le|la|mon|ma|ça|à|au|pour|de|d')|(?:mauvais|pas le bon) (?:jour|créneau|horaire)|(?:me |le |la )?(?:mettre|passer|basculer) (?:plutôt )?(?:à|au|sur) (?=lundi|mardi|mercredi|jeudi|vendredi|samedi)|voulais dire (?=lundi|mardi|mercredi|jeudi|vendredi|samedi|demain))|"
        r"\b(?:déplac\w*|(?:venir|passer) un autre jour|repouss\w*|avancer (?:mon|le|la|ma)|modifier (?:ma|la) réservation|changer (?:de jour|l'horaire|mon rdv)|report\w*|décal\w*|changer (?:de date|d'heure|mon rendez|la date|l'heure)|modifier (?:mon|le) rendez)",
        "restart": r"\b(?:recommenc\w*|depuis le début|repartir de zéro)\b",
        "forget": r"^\W*(?:laissez tomber|tant pis|oubliez|peu importe)\W*$",
        "thanks": r"^\W*(?:(?:ok|oki|super|parfait|nickel|top|cool|génial|oh|ah|ça marche|d'accord|trop bien)[, !]*)*(?:merci|mille|mercis?|je (?:vous|te) remercie|c'est (?:gentil|adorable|super gentil|sympa)|(?:vous êtes|t'es|tu es) (?:un amour|un ange|géniale?|au top|adorable|gentille?)|trop (?:gentil|sympa|cool))\b|"
        r"^\W*(?:(?:ok|super|parfait|très bien)[, ]*)?(?:merci|je vous remercie)\b",
        "goodbye": r"^\W*(?:(?:ok|super|parfait|merci|allez|bon|nickel|ça marche|d'accord)[, !]*)*(?:au revoir|à (?:bientôt|plus|jeudi|demain|la prochaine|tout|toute)|ciao|tchao|bye|bises?|bisous|bonne (?:journée|soirée|nuit|fin)|bon (?:week|après)|adieu)\b(?! (?:tard|tôt))|"
        r"^\W*(?:au revoir|à bientôt|bonne (?:journée|soirée)|c'est tout|salut et|salut,? à|à plus)\b",
        "bargain": r"\b(?:remise|réduction|rabais|moins cher|gratuit\w*|code promo)\b",
        "abuse": r"\b(?:idiot\w*|stupide|nul|nulle|merde|con|connard|imbécile)\b",
        "small_talk": r"\b(?:tu (?:crois|penses|dors|rêves|manges|aimes|préfères|connais|fais quoi ce)|licornes?|(?:t'as|vous avez|tu as) vu le match|il (?:pleut|neige|fait (?:beau|moche|froid))|(?:quel|sale) temps|t'es (?:célib\w*|marié)|épouse)\b|"
        r"\b(?:ça va|comment allez|haha+|mdr|enchanté\w*)\b",
        "out_of_scope": r"\b(?:blague|météo|poème|recette|capitale|mot de passe|autres clients)\b",
        "book": r"\b(?:réserv\w*|(?:vous (?:avez|auriez)|(?:avez|auriez)[- ]vous) (?:une |de la |un |encore )*(?:place|créneau|dispo\w*)|me (?:caser|prendre)|j'aimerais (?:venir|passer)|(?:je peux|puis-je|pourrais-je) (?:venir|passer)|prendre (?:un )?rendez|(?:un|nouveau) rendez-vous|rdv)",
        "greeting": r"^\W*(?:bonjour|bonsoir|salut|coucou|allô)\b",
    },
    topics={
        "duration": r"\b(?:combien (?:de temps|d'heures|de minutes)|(?:ça|c'est|elle|il) (?:dure|prend|met) (?:combien|longtemps)|(?:j'en ai|y en a) pour (?:combien de temps|longtemps)|longtemps|quelle durée)\b|"
        r"\b(?:combien de temps|dure|durée|c'est long|combien de minutes)\b",
        "price": r"\b(?:(?:c'est|ça fait|ça coûte|vous prenez|tu prends|on paie|je paie|ça me fait|y en a pour) (?:combien|cher)|combien (?:c'est|ça|pour|coûte|vous|tu|on|la|le|une|un|je|de sous|d'euros)(?! temps)|quel (?:prix|tarif)|prix|tarifs?|(?:c'est|pas) (?:un peu |trop )?cher)\b(?! de temps)|"
        r"\b(?:combien (?:ça )?co[uû]te|prix|tarifs?|co[uû]te|combien|c'est cher)\b",
        "hours": r"\b(?:(?:vous|t'|tu|c'est) (?:êtes|es|ouvr\w+|ferm\w+)? ?(?:ouverts?|fermés?|ouvrez|fermez)|(?:jusqu'à|à|de|vers) (?:quelle|quel) (?:heure|h) (?:vous|c'est|ça|êtes|tu)|(?:vous |on )?(?:ouvr|ferm)\w+ (?:à|jusqu|le|quand|tard|tôt)|quels (?:jours|horaires)|horaires)\b|"
        r"\b(?:horaires?|(?:êtes|etes)[- ]vous (?:ouverts?|fermés?)|ouverts?|fermés?|ouvrez|fermez|heures d'ouverture)\b",
        "address": r"\b(?:(?:vous|c'est|t'es|tu es|on) (?:êtes |est |trouve )?où|où (?:exactement|précisément|ça|vous|êtes|c'est|se)|quelle (?:adresse|rue|station|ligne)|l'adresse|quel (?:métro|arrêt)|comment (?:on|je) (?:vient|viens|fait pour venir|va))\b|"
        r"\b(?:adresse|près d(?:u|e|es) |métro|à quel numéro|où (?:êtes|est|se trouve|se situe)|comment venir|trouver|vous êtes où|c'est où|êtes[- ]vous situés?|vous trouver)\b",
        "contact": r"\b(?:numéro de téléphone|votre numéro|votre e-?mail|vous (?:joindre|contacter|appeler))\b",
        "policy": r"\b(?:conditions d'annulation|frais d'annulation|puis-je annuler|peut-on annuler|annuler gratuitement|si je ne (?:peux|pouvais|viens) pas)\b",
        "staff": r"\b(?:(?:\w+ )?(?:travaille|bosse|est|coiffe)(?:-t-(?:il|elle))? (?:toujours|encore) (?:chez|là|avec|ici)?|qui (?:bosse|coiffe|coupe|travaille|sera|est là)|vous êtes combien|c'est qui (?:les|la|le|qui coiffe))\b|"
        r"\b(?:qui (?:travaille|fait|est|peut)|votre équipe|avec qui (?:je peux|puis-je|on peut)|chez qui|qui coupe)\b",
        "services": r"\b(?:(?:vous|tu|on) (?:faites|proposez|fais|avez|fait) quoi|(?:faites|proposez)-vous|quoi (?:comme|d'autre|à part)|quelles? (?:prestations?|choses|trucs)|(?:autre chose|autres trucs) (?:que|à part)|votre carte)\b|"
        r"\b(?:quels? (?:services|soins|prestations)|quelles prestations|que proposez|qu'est-ce que vous (?:proposez|faites)|prestations|faites-vous|proposez-vous|vous faites quoi|vous avez quoi|qu'est-ce que vous avez|que faites-vous)\b",
        "self": r"\b(?:robot|êtes-vous (?:réel(?:le)?|humain|une? (?:vraie )?(?:personne|humain|machine|robot|être humain)|un)|qui êtes|intelligence artificielle|je (?:parle|discute) (?:à|avec) une? (?:humain|personne|robot|vraie)|(?:un|le) bot|chatbot|êtes un robot)\b",
    },
    ordinals={
        "2ème": 1,
        "2e": 1,
        "1er": 0,
        "1ère": 0,
        "3ème": 2,
        "3e": 2,
        "plus tôt": 0,
        "plus tard": -1,
        "premier": 0,
        "première": 0,
        "deuxième": 1,
        "second": 1,
        "seconde": 1,
        "troisième": 2,
        "quatrième": 3,
        "cinquième": 4,
        "dernier": -1,
        "dernière": -1,
    },
    things="créneau|horaire|heure|option|choix|proposition",
    numbers={
        "une": 1,
        "un": 1,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "sept": 7,
        "huit": 8,
    },
    people="personnes?|places?|participants?|invités?",
    pairs=r"\b(?:à deux(?! ?h(?:eures?)?\b)|nous deux|tous les deux|toutes les deux|(?:moi|je) et m(?:on|a) \w+|m(?:on|a) \w+ et moi)\b",
    we_are=r"\b(?:(?:nous|on) (?:sommes|serons|est|sera))\s+",
    anyone=r"\b(?:n'importe qui|peu importe(?: qui)?|pas de préférence|quelqu'un d'autre|avec qui vous voulez|(?:ça )?m'est égal|avec n'importe|qui est (?:libre|disponible)|peu importe avec)\b",
    without=r"\b(?:pas|sauf|sans|autre que|excepté|plutôt que)\s+(?:avec\s+|chez\s+)?",
    more=r"\b(?:autres? (?:horaires?|jours?|créneaux?|dates?|heures?)|plus (?:de créneaux|d'horaires)|autre chose|aucun|rien ne (?:me )?convient|rien de tout ça|pas (?:celui|ceux)-là)\b",
    name=r"\b(?:je m'appelle|je voulais dire|mon nom est|mon nom c'est|c'est|je suis|nom :|au nom de|pour)\s+",
    instead=r"\b(?:plutôt|à la place)\b|\b(?:je peux|puis-je|pourrais-je|on peut|je pourrais) (?:\w+ )?venir\b",
    joined=r"ou|et",
    same_time=r"\bmême heure\b",
    longer=r"\b(?:plus longue?|longue|long)\b",
    shorter=r"\b(?:plus courte?|courte|court)\b",
    common="t jeudi lundi mardi mercredi vendredi samedi dimanche après avec combien cheveux nous serons déplacer annuler je un une pour avec est pas le la les des vous merci bonjour oui non voudrais s'il plaît demain rendez quand combien à heures "
    "réserver au prochain prochaine semaine jour aujourd bonsoir coûte suis peux êtes",
)

DEED_DONE = {
    "book": (
        "Votre rendez-vous",
        "confirmed",
        "booking.confirmed",
        "C'est réservé : {service}, {when}. Votre code de réservation est **{code}**. À bientôt !",
    ),
    "ask": (
        "Votre demande",
        "pending_approval",
        "booking.requested",
        "Nous avons bien reçu votre demande : {service}, {when}, code **{code}**. Ce n'est pas encore réservé : nous devons d'abord l'accepter. D'ici là, l'heure vous est gardée, et la fiche ci-dessous indique notre décision.",
    ),
    "move": (
        "Votre rendez-vous",
        "rescheduled",
        "booking.rescheduled",
        "C'est fait : {service} est maintenant {when}. Votre code de réservation reste **{code}**.",
    ),
    "cancel": (
        "Votre rendez-vous",
        "cancelled",
        "booking.cancelled",
        "Votre rendez-vous est annulé : {service}, {when}. Vous pouvez réserver à nouveau ici quand vous voulez.",
    ),
    "move_request": (
        "Votre demande",
        "pending_approval",
        "booking.rescheduled",
        "C'est fait : votre demande porte maintenant sur {service}, {when}. Elle attend toujours notre accord. Votre code reste **{code}**.",
    ),
    "cancel_request": (
        "Votre demande",
        "cancelled",
        "booking.cancelled",
        "Votre demande est retirée : {service}, {when}. Vous pouvez réserver à nouveau ici quand vous voulez.",
    ),
}
SUMMARY_TITLES = {
    "book": "Votre rendez-vous",
    "move": "Votre rendez-vous est déplacé",
    "cancel": "Annuler ce rendez-vous ?",
    "ask": "Votre demande",
    "move_request": "Votre demande est déplacée",
    "cancel_request": "Retirer cette demande ?",
}
AGREE = {
    "book": "Oui, réserver",
    "move": "Oui, déplacer",
    "cancel": "Oui, annuler",
    "ask": "Oui, envoyer",
    "cancel_request": "Oui, retirer",
}
# On a booking card.
CARD_ACTIONS = {
    "move_booking": "Déplacer",
    "cancel_booking": "Annuler",
    "late_for_booking": "Je suis en retard",
}
# On the button of the sheet that books.
DO_IT = {"book": "Réserver", "ask": "Envoyer la demande"}
DECLINE = {"book": "Non, modifier", "move": "Non, modifier", "cancel": "Non, le garder"}
ROWS = {
    "service": "Prestation", "when": "Quand", "with": "Avec", "where": "Où", "people": "Personnes", "length": "Durée", "name": "Nom",
    "contact": "Contact", "before": "Jusqu'ici", "code": "Code",
}  # fmt: skip
MORE_TIMES = "Plus d'horaires"
FORM = {
    "title": "Vos coordonnées",
    "submit": "Continuer",
    "name": "Votre nom",
    "email": "E-mail",
    "phone": "Téléphone",
    "email_hint": "Pour pouvoir déplacer ou annuler plus tard",
    "phone_hint": "Si vous préférez",
    "one_is_enough": "l'e-mail ou le téléphone suffit",
    "fallback": "Indiquez votre nom et une adresse e-mail ou un numéro de téléphone, s'il vous plaît.",
}
MORE_TO_TELL = "Si vous le souhaitez, dites-nous-en plus"
YES_NO = ("Oui", "Non")
NOTED_ONLY = "noté"
MINUTES = "{minutes} minutes"
WITH_STAFF = " avec {staff}"
AND, OR = "et", "ou"
WHICH_SERVICE = "Que souhaitez-vous réserver ?"
HERE_IS_THE_LIST = "Voici ce que nous proposons. Que souhaitez-vous ?"
NOT_BOOKABLE = "Cette prestation ne peut pas être réservée ici pour le moment : {service}."
WHICH_OF = "Voulez-vous dire {names} ?"
WHICH_LENGTH = "Souhaitez-vous {names} ?"
OTHER_LENGTH = "Ou préférez-vous {names} ?"
FOR_PEOPLE = "Ce que vous pouvez réserver ici est pour les personnes. J'ignore si nous le faisons aussi pour les animaux."
LENGTH_STAYS = "La durée d'un rendez-vous ne peut plus changer. Pour {length}, dites-moi d'annuler, puis ce que vous souhaitez à la place."
WHICH_PLACE = "Nous sommes ici : {places}. Où souhaitez-vous venir ?"
NOT_AT_PLACE = "{service} n'est pas proposé ici : {place}, mais ici : {places}. Où souhaitez-vous venir ?"
STAFF_AT_PLACE = "{staff} ne travaille pas ici : {place}, mais ici : {there}. Où souhaitez-vous venir ?"
STAFF_ELSEWHERE = "{staff} ne travaille qu'ici : {there}."
CITY_TIME = "heure de {city}"
SOONEST = "Voici les prochains horaires libres pour {service}{staff}. Choisissez-en un, ou dites-moi quand cela vous convient."
THESE_FIT = "Ces horaires sont libres pour {service}{staff}. Lequel souhaitez-vous ?"
NONE_FIT = (
    "Rien n'est libre à ce moment pour {service}{staff} : {reason}. Voici les horaires les plus proches."
)
NOTHING_AT_ALL = "Désolé, je ne trouve aucun horaire libre pour {service}{staff} : {reason}."
NOTHING_EARLIER = "Désolé, je n'ai rien plus tôt."
NOTHING_LATER = "Désolé, je n'ai rien plus tard pour l'instant."
WHICH_TIME = "Lequel de ces horaires souhaitez-vous ?"
# What cannot be as it was said.
UNCLEAR = {
    "no_such_day": "Ce jour n'existe pas : « {words} ». Voulez-vous dire {days} ?",
    "which_day": "Ce jour n'existe pas : « {words} ». Quel jour vous conviendrait ?",
    "no_such_time": "Cette heure n'existe pas : « {words} ». Quelle heure vous conviendrait ?",
    "weekday_and_date_differ": "Dans « {words} », le jour de la semaine et la date ne correspondent pas. Voulez-vous dire {days} ?",
    "day_month_order": "« {words} » peut se lire de deux façons. Voulez-vous dire {days} ?",
    "day_or_hour": "« {words} » peut être un jour ou une heure. Quel jour voulez-vous dire : {days} ?",
    "too_much": "Cela fait beaucoup à la fois. Quel jour et quelle heure vous conviendraient le mieux ?",
}
FEWER_TIMES = "La liste n'en compte que {count}. Lequel souhaitez-vous ?"
OTHER_ZONE = "Les heures sont celles de notre fuseau, {zone}."
ONE_PERSON = "Une seule personne à la fois : {service}. Voulez-vous que je cherche d'abord pour la première ? Nous réserverons la suivante juste après."
STAFF_CANNOT = "{staff} ne fait pas cela : {service}. C'est possible avec {others}."
ONE_OF_SERIES = "Je réserve un seul rendez-vous à la fois et ne peux pas en créer de réguliers. Réservons le premier ; chacun des suivants devra être réservé séparément."
ONE_OF_PEOPLE = "Je réserve pour une personne à la fois, sauf pour les cours. Commençons par la première ; nous pourrons réserver pour la suivante juste après."
ONE_OF_SERVICES = "Je réserve une seule prestation à la fois. Dites-moi laquelle vient d'abord ; nous passerons ensuite à l'autre."
FIRST_AND_THEN = "Je réserve une seule prestation à la fois, d'abord : {first}. Pas encore comprise : {rest}. Nous pourrons continuer avec elle juste après."
FIRST_AND_UNKNOWN = "Je réserve une seule prestation à la fois, ici : {first}. « {rest} » n'est pas compris ; demandez-le-moi une fois la première réservée."
CANCEL_FIRST = "J'annule d'abord le rendez-vous, puis nous cherchons un horaire : {service}."
GO_ON_SERVICE = "Voulez-vous continuer avec : {service} ?"
GO_ON_PEOPLE = "Voulez-vous continuer avec la personne suivante : {service} ?"
NEXT_OF_SERIES = (
    "Ce n'est que le premier rendez-vous. Dites-moi quand doit avoir lieu le suivant, et je chercherai."
)
ONE_AT_A_TIME = "{service} : {most} places au plus à la fois. Voulez-vous que je cherche d'abord pour {most} ? Nous réserverons la suite juste après."
JUST_TAKEN = "Désolé, {wanted} vient d'être pris. Voici les horaires libres les plus proches."
JUST_TAKEN_ALONE = (
    "Désolé, {wanted} vient d'être pris. Donnez-moi un autre jour ou une autre heure et je regarde."
)
EXPIRED = "L'horaire que je gardais pour vous avait expiré, j'ai donc regardé à nouveau."
KEPT_NEEDS_CONTACT = "Je vous garde ce rendez-vous : {held}{staff}. Je peux le garder dix minutes. C'est à quel nom, et comment vous joindre ?"
KEPT_NEEDS_NAME = (
    "Je vous garde ce rendez-vous : {held}{staff}. Je peux le garder dix minutes. C'est à quel nom ?"
)
KEPT_NEEDS_WAY = "Je vous garde ce rendez-vous : {held}{staff}. Je peux le garder dix minutes. Merci, {name}. Et votre adresse e-mail ou votre numéro de téléphone, s'il vous plaît ?"
NOTED_WHICH_TIME = "Merci, c'est noté. Lequel de ces horaires souhaitez-vous ?"
KEEPS_CONTACT = "Votre réservation garde le nom et les coordonnées avec lesquels elle a été faite ; je ne peux pas les modifier ici."
NOTED_WHICH_SERVICE = "Merci, c'est noté. Que souhaitez-vous réserver ?"
NEED_NAME = "Merci. Et votre nom, s'il vous plaît ?"
# The question where a name may as well be a day, and its two answers.
FOR_WHOM = "Ce sera au nom de {name} ; merci de le dire à l’arrivée de {other}."
ADDRESS_MEANT = "Vouliez-vous dire {address} ?"
NAME_OR_DAY = ("{word}, est-ce votre nom ou le moment où vous souhaitez venir ?", "Mon nom", "Le moment")
NEED_CONTACT = "Merci, {name}. Et votre adresse e-mail ou votre numéro de téléphone, s'il vous plaît ?"
BAD_CONTACT = "{detail} Pourriez-vous vérifier, s'il vous plaît ?"
ONE_QUESTION = "Une question d'abord : {question}"
ASK_AGAIN = "Je n'ai pas bien compris. {question}"
PLEASE_CHECK = {
    "book": "Vérifiez le récapitulatif, s'il vous plaît. Je réserve ?",
    "move": "Vérifiez le récapitulatif, s'il vous plaît. Je déplace ?",
    "cancel": "Vérifiez le récapitulatif, s'il vous plaît. J'annule ?",
    "ask": "Vérifiez le récapitulatif, s'il vous plaît. Nous devons accepter la demande avant que ce soit réservé. Je l'envoie ?",
    "cancel_request": "Vérifiez le récapitulatif, s'il vous plaît. Je retire la demande ?",
}
WHAT_INSTEAD = "Très bien, rien n'a été réservé. Que préférez-vous : une autre heure, un autre jour ou une autre prestation ?"
KEPT_ANYWAY = "Très bien, votre rendez-vous reste tel quel."
STOPPED = {
    "book": "C'est arrêté : ce rendez-vous n'a pas été réservé.",
    "move": "C'est arrêté : votre rendez-vous n'a pas été déplacé.",
    "cancel": "C'est arrêté : votre rendez-vous n'a pas été annulé.",
    "ask": "C'est arrêté : cette demande n'a pas été envoyée.",
}
KEPT_UNTIL = "Je vous garde {held}{staff} jusqu'à {until}."
NOT_BOOKED = "Ce n'est pas encore réservé."
NOT_BOOKED_CONTACT = "Ce n'est pas encore réservé : il me faut encore votre nom et une adresse e-mail ou un numéro de téléphone."
NOT_YET = {
    "book": "Rien n'est encore réservé. Dites oui si je dois réserver, ou ce qu'il faut changer.",
    "move": "Rien n'est encore déplacé. Dites oui si je dois déplacer le rendez-vous, ou ce qu'il faut changer.",
    "cancel": "Rien n'est annulé. Dites oui si je dois annuler.",
    "ask": "Rien n'est encore envoyé. Dites oui si je dois envoyer la demande, ou ce qu'il faut changer.",
}
TAKE_YOUR_TIME = "Prenez votre temps."
NOTHING_ELSE = "Je n'ai encore rien changé. Que faut-il modifier ? Si tout est juste, appuyez sur le bouton du récapitulatif."
MOVE_WHEN = "Bien sûr. Quand souhaitez-vous venir ?"
MOVE_MEANT = "Je comprends que vous souhaitez déplacer votre rendez-vous : {service}, {when}."
STAFF_CHANGES = "Le rendez-vous serait alors avec {staff}, et non plus avec {before}."
ALL_RIGHT = "Très bien. Je reste à votre disposition."
GREETING = "Bonjour ! Je peux prendre rendez-vous pour vous."
THANKS = "Avec plaisir ! Puis-je faire autre chose pour vous ?"
GOODBYE = "Au revoir et à bientôt !"
SMALL_TALK = (
    "Merci, c'est gentil ! Je réserve, déplace et annule des rendez-vous. Que puis-je faire pour vous ?"
)
CALM = "Je suis désolé pour ce désagrément. Dites-moi ce qu'il vous faut, ou « une personne » et je vous indique comment joindre quelqu'un."
JOKES = "Je laisse les blagues à l'équipe ; mon fort, ce sont les rendez-vous."
OUT_OF_SCOPE = "Je ne peux pas vous aider pour cela. Je peux réserver, déplacer et annuler des rendez-vous, et vous renseigner sur nous."
FIXED_PRICES = "Les prix sont ceux affichés ; je ne peux pas les changer."
LOST = "Je ne suis pas sûr d'avoir compris. Donnez-moi une prestation et un jour, par exemple « {service} vendredi après-midi »."
LOST_TIME = (
    "Je ne suis pas sûr d'avoir compris. Choisissez un des horaires, ou donnez-moi un jour et une heure."
)
LOST_CONTACT = "Je ne suis pas sûr d'avoir compris. Donnez-moi votre nom et une adresse e-mail ou un numéro de téléphone."
NOT_UNDERSTOOD = "Je ne suis pas sûr d'avoir compris."
ASK_FOR_A_PERSON = "Parler à une personne"
HANDED_OVER = "Je ne peux faire venir personne dans cette conversation, mais j'ai noté pour notre équipe que vous souhaitez parler à quelqu'un. Voici comment nous joindre :"
HANDED_OVER_ONLY = "Je ne peux faire venir personne dans cette conversation, mais j'ai noté pour notre équipe que vous souhaitez parler à quelqu'un."
REACH_US_SO = "Voici comment nous joindre :"
CALL_BACK = "Voulez-vous que nous vous recontactions ?"
CALL_BACK_NOTED = "Merci, {name}. J'ai prévenu notre équipe : {contact}."
STARTED_OVER = "D'accord, recommençons. Que souhaitez-vous réserver ?"
BROKEN = "Désolé, un problème est survenu de notre côté. Veuillez réessayer."
REACH_US = "Ou contactez-nous directement :"
COULD_NOT = "Je n'ai pas pu le faire : {detail}"
REASONS = {
    "between_starts": "aucun rendez-vous ne commence à cette minute précise",
    "past": "c'est déjà passé",
    "closed": "nous sommes fermés",
    "time_off": "personne n'est là pour cela",
    "fully_booked": "tout est complet",
    "all_held": "d'autres personnes hésitent encore sur ces horaires",
    "notice": "c'est trop tôt pour nous préparer",
    "beyond_window": "nous ne prenons pas encore de réservations si loin",
    "no_qualified_staff": "cette personne ne le fait pas",
}
STAFF_AWAY = "{staff} n'est pas là à ce moment"
NOT_AT_THAT_TIME = "ces horaires sont pris ou nous sommes fermés"
ABOUT_ME = "Je suis l'assistant de réservation de {name}, un programme. Si vous voulez parler à une personne, dites-le : je vous indique comment nous joindre."
FROM_PRICE = "à partir de {price}"
ABOUT_PRICE = "{service} coûte {price} et dure {minutes} minutes."
ABOUT_FREE = "{service} : c’est gratuit, et cela dure {minutes} minutes."
ABOUT_LENGTH_ONLY = "{service} dure {minutes} minutes."
NO_PRICES = "Les prix ne sont pas enregistrés ici ; nous vous les indiquons volontiers sur demande."
NO_PRICE_OF = "Aucun prix n'est enregistré ici pour : {names}."
ABOUT_HOURS = "Nous sommes ouverts : {hours}."
OPEN_ON = "Ouvert {day} : {hours}."
CLOSED_ON = "Nous sommes fermés {day}."
CLOSED_FROM_TO = "Du {first} au {last}, nous sommes fermés."
OPEN_FROM_TO = "Du {first} au {last}, nous sommes ouverts : {hours}."
STAFF_IN = "{staff} est là {day} : {hours}."
STAFF_NOT_IN = "{staff} n'est pas là {day}."
STAFF_WEEK = "{staff} est là : {hours}."
CLOSED = "fermé"
ABOUT_ADDRESS = "Vous nous trouverez ici : {address}."
ABOUT_CONTACT = "Pour nous joindre : {contact}."
ABOUT_CANCELLING = "Vous pouvez annuler ou déplacer sans frais jusqu'à {hours} heures avant le début."
ABOUT_CANCELLING_ANY_TIME = "Vous pouvez annuler ou déplacer sans frais jusqu'au début du rendez-vous."
# What the business has not said of itself.
NOT_ENTERED = {
    "address": "Notre adresse n'est pas encore renseignée ici.",
    "hours": "Nos horaires d'ouverture ne sont pas encore renseignés ici.",
    "contact": "Ni numéro de téléphone ni adresse e-mail ne sont encore renseignés ici.",
    "staff": "Notre équipe n'est pas encore renseignée ici.",
    "services": "On ne peut encore rien réserver ici : aucune prestation n'est renseignée.",
}
ABOUT_STAFF = "Notre équipe : {names}."
WHO_DOES = "{service} : avec {names}."
WHOSE_BOOKING = (
    "Bien sûr. Quelle est l'adresse e-mail de votre réservation ? Votre code de réservation peut aussi aider."
)
CODE_SENT = "S'il existe une réservation à ce nom, notre dernier e-mail à l'adresse utilisée contient un code à six chiffres. Saisissez-le ici. Si vous avez réservé avec un téléphone seulement, donnez-moi le numéro et votre code de réservation."
CONTACT_CODE_SENT = "Saisissez le code à six chiffres de notre dernier e-mail envoyé à {email}, s’il vous plaît. Ensuite, je peux réserver."
CODE_WRONG = "Ce n'est pas le code que nous avons envoyé. Regardez l'e-mail le plus récent et réessayez."
CODE_UNASKED = "Aucun code n'est attendu pour le moment. Que puis-je faire pour vous ?"
NEW_CODE = {
    "spent": "Trop d'erreurs : ce code n'est plus valable ici. Si aucun nouvel e-mail n'arrive, redemandez dans dix minutes.",
    "expired": "Ce code n'est plus valable.",
}
NO_BOOKING = "Il n'y a plus rien de réservé. Souhaitez-vous un nouveau rendez-vous ?"
ASK_WHICH = {
    "several": "De quel rendez-vous s'agit-il ?",
    "none_fits": "Je ne trouve aucun de vos rendez-vous qui corresponde. Voici ceux que vous avez. Duquel s'agit-il ?",
    "one_at_a_time": "L'un après l'autre : quel rendez-vous d'abord ?",
}
WHICH_BOOKING = "Merci. Lequel voulez-vous dire ?"
HERE_IT_IS = "Voici votre réservation. Vous pouvez la déplacer ou l'annuler ici."
NOT_ON_DAY = "Non, je ne vois rien ici {day}."
IDENTIFY_FORM = {
    "title": "Votre réservation",
    "submit": "Continuer",
    "contact": "E-mail ou téléphone",
    "contact_hint": "Comme lors de la réservation",
    "booking_code": "Code de réservation",
    "booking_code_hint": "Six lettres et chiffres",
    "fallback": "Indiquez l'adresse e-mail de votre réservation ou votre code de réservation, s'il vous plaît.",
}
CODE_FORM = {
    "title": "Saisissez le code de notre e-mail",
    "submit": "Continuer",
    "code": "Code à six chiffres",
    "fallback": "Saisissez le code à six chiffres de notre e-mail, s'il vous plaît.",
}
YOUR_BOOKING = "Votre rendez-vous"
