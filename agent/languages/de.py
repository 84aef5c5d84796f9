"""German: polite, and for everybody."""

from agent.languages.language import Words

WORDS = Words(
    tag="de",
    intents={
        "person": r"\b(?:(?:richtig|echt|leibhaftig|normal|lebendig)\w* (?:mensch\w*|person\w*|leut\w*|mitarbeiter\w*)|(?:gebt|geben sie|gib) (?:mir )?(?:mal )?(?:wen|jemand\w*|einen menschen)|(?:mit|an) (?:wem|jemand\w*|einem menschen|einer person|der chefin|dem chef|der inhaberin)\b[^.!?]{0,20}?\b(?:sprechen|reden|telefonieren)|(?:kann|könnte|soll) (?:mich )?(?:\w+ )?(?:jemand|wer|einer) (?:\w+ )?(?:anrufen|zurückrufen|helfen|übernehmen)|rück ?ruf|keine? (?:lust auf|bock auf|maschine|roboter|bot)|(?:kein|statt|nicht mit) (?:\w+ )?(?:bot|roboter|maschine|computer|automaten?|kastl))\b|"
        r"\b(?:mensch(?:en)?|mitarbeiter\w*|jemand(?:em|en)? (?:sprechen|reden|echten)|echte\w* person|mit (?:einer person|jemandem)|persönlich sprechen|verbinden sie mich|jemand echtes)\b",
        "cancel": r"\b(?:raus|weg|heraus|aus) ?(?:nehmen|streichen|tragen|löschen)\b|\b(?:rausnehmen|austragen|rausstreichen|rausschmeißen)\b|"
        r"\b(?:(?:streich|nehm|nimm|trag|lösch|hau|schmeiß|werf|wirf|tu)\w* (?:sie |ihr )?(?:mich|mi|uns|meinen namen)\b[^.!?]{0,25}?\b(?:raus|aus|weg|runter|heraus|ausn|vom|von der)|(?:schaff|pack|krieg)\w* (?:ich )?(?:das|es|den|da|am|leider|doch|zeitlich|\w+tag)\b[^.!?,]{0,30}?\bnicht(?! (?:vor|bis|nach|so|pünktlich|rechtzeitig))|wird (?:\w+ ){0,3}(?:nichts|nix|doch nichts)\b|(?:lass|lasse|lassen|muss|müssen)\b[^.!?]{0,25}?\b(?:sausen|ausfallen|platzen|flachfallen)|(?:fällt|muss|wird) (?:\w+ ){0,3}(?:aus|flach|ausfallen)\b|(?:platz|termin|zeit)\b[^.!?]{0,30}?\b(?:weitergeben|vergeben|jemand anders|jemand anderem|wem anderen|frei geben|freigeben)|(?:gebt|geben sie|gib)\b[^.!?]{0,25}?\b(?:platz|termin)\b[^.!?]{0,15}?\b(?:wem|jemand\w*|anderen?)|brauch\w*\b[^.!?]{0,25}?\btermin\b[^.!?]{0,12}?\bnicht|kann\b[^.!?]{0,30}?\b(?:nicht|nimmer|doch nicht|leider nicht) (?:kommen|wahrnehmen|erscheinen|da sein)|(?:komm|erschein)\w*\b[^.!?,]{0,25}?\b(?:doch|leider|also|sicher|heute|da) nicht(?! (?:vor|so|bis|nach))|bin (?:\w+ ){0,2}raus\b|abmelden|rechnet? nicht (?:mehr )?mit (?:mir|uns)|rechnen sie nicht mit)\b|"
        r"\b(?:sag\w* (?:ich )?(?:\w+ ){0,2}ab|streich\w* (?:\w+ ){0,2}(?:alten|termin)|trag\w* mich (?:\w+ ){0,2}aus|komm\w* (?:da|ich|also)? ?nich(?:t)?(?= *(?:$|[.,!]))|absagen|abzusagen|stornier\w*|absage|cancel\w*|nicht kommen|sagen sie .{0,25}\bab|schaff\w* (?:es|das) (?:\w+ ){0,2}nicht|kann doch nicht|komme (?:leider |doch |also )?nicht(?= *(?:$|[.,!]|mehr|zum))|"
        r"(?:lösch\w*|streich\w*) (?:sie )?(?:bitte )?(?:meinen|den|mich|uns)|brauche? (?:den|meinen) termin (?:doch |leider )?nicht|sage? (?:\w+ ){0,2}ab(?= *(?:$|[.,!])))\b",
        "move": r"\b(?:verschieb\w*|verleg\w*|umleg\w*|umplan\w*|verlegt|verschoben|nach (?:hinten|vorne|vorn)|(?:was|etwas) (?:anderes|späteres|früheres) (?:ausmachen|finden|geht)|(?:tag|termin|uhrzeit) (?:\w+ )?(?:wechseln|tauschen|ändern))\b|"
        r"\b(?:schieb\w*|vorverleg\w*|verschieb\w*|termin \w+ \w+ (?:schieben|legen|ziehen)|vorziehen|vorzuziehen|nach (?:hinten|vorne?) (?:schieben|legen|verlegen)|termin (?:zu )?tausch\w*|dazwischen ?gekommen.*\bander\w* (?:tag|termin|zeit)|verleg\w*|umbuch\w*|(?:anderen|neuen) termin statt|termin ändern|an einem anderen tag kommen|termin (?:auch )?an einem anderen tag)\b",
        "restart": r"\b(?:von vorn\w*|neu anfangen|noch ?mal von)\b",
        "forget": r"^\W*(?:egal|vergessen sie es|schon gut|doch nicht)\W*$",
        "thanks": r"^\W*(?:(?:ok|okay|super|perfekt|toll|na|ja|ah|oh|passt|basst|alles klar|gut|top|prima|cool|spitze|supi|wunderbar)[, !]*)*(?:danke|vielen|dank|merci|herzlichen|besten dank|tausend dank|vergelt\w*|sie sind (?:ein schatz|spitze|super|toll|lieb)|du bist (?:ein schatz|spitze|super|toll|lieb)|(?:ganz |sehr |voll )?(?:lieb|nett) (?:von|danke)|liebe?n dank)\b|"
        r"^\W*(?:(?:ok|super|perfekt|toll)[, ]*)?(?:danke|vielen dank|dankeschön|besten dank|merci)\b",
        "goodbye": r"^\W*(?:(?:ok|okay|super|na|ja|dann|also|gut|passt|alles klar|danke|danke schön|merci|prima)[, !]*)*(?:tschüss\w*|ciao|servus dann|baba|bis (?:bald|dann|donnerstag|demnächst|nachher|denne)|auf wieder\w+|wieder(?:schau|hör|seh)\w*|mach'?s gut|machen sie'?s gut|gute nacht|man sieht sich|schönen? (?:tag|abend|feierabend|wochenende|sonntag)|habe die ehre|bfiat\w*)\b|"
        r"^\W*(?:tschüss?|auf wiedersehen|bis (?:bald|dann)|schönen? (?:tag|abend|wochenende)|einen schönen|das war'?s|das ist alles|ciao)\b",
        "bargain": r"\b(?:rabatt|billiger|günstiger|nachlass|gutschein\w*|umsonst|gratis)\b",
        "abuse": r"\b(?:idiot\w*|dumm\w*|blöd\w*|scheiß\w*|scheisse|arsch\w*|nutzlos)\b",
        "small_talk": r"\b(?:(?:magst|träumst|schläfst|isst|hast|bist|glaubst|kennst|findest|denkst|meinst) du|lieblings\w*|(?:schönes|tolles|scheiß|sau|so ein) ?wetter|heirate\w*|regnet|schneit|gestern (?:das )?(?:spiel|fußball)|hahaha*|einhorn|einhörner)\b|"
        r"\b(?:wie geht(?:'s| es)|schön sie|haha+|lustig)\b",
        "out_of_scope": r"\b(?:witz|wetter|gedicht|rezept|hauptstadt|fußball|nachrichten|passwort|andere kunden)\b",
        "book": r"\b(?:buch\w*|vorbei ?(?:zu)?kommen|(?:was|etwas|platz|termine?) frei|ein(?:zu)?schieben|dazwischen ?(?:zu)?schieben|reservier\w*|termin (?:machen|vereinbaren|ausmachen)|(?:einen|neuen) termin|terminvereinbarung)\b",
        "greeting": r"^\W*(?:hallo|hi|guten (?:tag|morgen|abend)|gr(?:üß|üss) gott|servus|moin|hey)\b",
    },
    topics={
        "price": r"\b(?:(?:was|wie ?viel) (?:verlangt|verlangen|nehmt|nehmen|kriegt|kriegen|kost\w*|macht|zahl\w*|koschtet)|wie ?viel (?:ist|wäre|muss|müsste|würde|kommt)|(?:was|wieviel|wie viel) (?:\w+ ){0,4}(?:kosten|zahlen|kost|hinlegen|löhnen|blechen)|preis\w*|euro (?:für|kostet))\b|"
        r"\b(?:wie ?viel|preis\w*|koste?t?s?|kosts|was (?:nehmt|verlangt) ihr|kosten|teuer|was (?:muss|müsste|soll|zahle) ich (?:\w+ )?(?:be)?zahlen|tarif\w*|was (?:nehmen|verlangen) sie|was macht das)\b",
        "duration": r"\b(?:wie ?lang\w*(?! (?:haben|habt|seid|sind|ist|hat) (?:sie|ihr|offen|auf|der|das))|wie lang\w* (?:dauert|brauch\w*|geht|sitz\w*|hock\w*|bin|muss)|dauert|zeit (?:einplanen|mitbringen|rechnen)|wieviel zeit|wie viel zeit)\b|"
        r"\b(?:wie lange(?! (?:haben|habt|seid|sind) (?:sie|ihr)\b)|dauert|dauer|wie lang|wie viele minuten)\b",
        "hours": r"\b(?:(?:wann|bis wann|wie lange|ab wann)\b[^.!?]{0,25}?\b(?:auf|offen|geöffnet|zu|schließt|macht|habt|haben|da)\b|(?:habt|haben) (?:ihr|sie)\b[^.!?]{0,30}?\b(?:auf|offen|zu|geöffnet)\b|(?:samstags?|sonntags?|montags?|heute|morgen|feiertags?) (?:auch |noch )?(?:auf|offen|zu|geöffnet)\b|öffnungszeit\w*|sperrt|aufmacht|zumacht)\b|"
        r"\b(?:öffnungszeiten|(?:haben|habt) (?:sie|ihr) .{0,30}(?:offen|geöffnet|auf|zu|geschlossen)|geöffnet|wann (?:öffnen|schließen|machen) sie|offen|wann (?:macht|öffnet|schließt) (?:ihr|der|die|das)|bis wann|(?:seid|sind) (?:ihr|sie) .{0,20}\b(?:da|offen)|wann (?:seid|sind) (?:ihr|sie) (?:da|offen))\b",
        "address": r"\b(?:wo (?:\w+ ){0,2}(?:seid|sind|ist|seids|sitzt|findet|finde|befind\w*|genau|muss ich)|welche (?:straße|adresse|haltestelle|station)|wie komm\w* ich (?:\w+ )?(?:zu|hin|da)|wegbeschreibung|hausnummer)\b|"
        r"\b(?:adresse|wo (?:sind|ist|finde|befindet|liegt)|anfahrt|standort|wie komme? (?:ich|wir) (?:zu|hin|dahin))\b",
        "contact": r"\b(?:telefonnummer|ihre nummer|ihre e-?mail|erreichen|anrufen)\b",
        "policy": r"\b(?:stornobedingung\w*|stornogebühr\w*|kann ich (?:noch )?(?:absagen|stornieren)|kostenlos (?:absagen|stornieren)|bedingungen|was ist,? wenn ich|was passiert,? wenn ich|falls ich nicht)\b",
        "staff": r"\b(?:wer (?:\w+ ){0,3}(?:arbeitet|da|bei euch|bei ihnen|schneidet|macht|alles|noch|kann)|arbeitet (?:die |der |denn )?\w+ (?:noch|immer|auch)|(?:ist|gibt es) (?:die |den |der )?\w+ noch (?:bei|da)|bei wem|wie viele (?:seid|arbeiten))\b|"
        r"\b(?:wer (?:arbeitet|macht|ist|kann)|ihr team|mitarbeiter gibt|bei wem (?:kann|könnte|geht)|wer (?:hat|wäre))\b",
        "services": r"\b(?:was (?:\w+ ){0,2}(?:bietet|macht|habt|könnt|gibt)\b[^.!?]{0,20}?\b(?:alles|sonst|noch|an|außer|ausser)|was (?:bietet|macht) (?:ihr|sie)|(?:welche|was für) (?:leistungen|behandlungen|sachen|angebote|dienstleistungen)|außer haare\w*|neben (?:haare|schneiden)|angebot)\b|"
        r"\b(?:was bieten|welche (?:leistungen|behandlungen|angebote)|leistungen|angebot\w*|bieten sie|machen sie auch|haben sie auch|was (?:kann|können|könnte) (?:man|ich|wir)|was habt ihr|was gibt es (?:alles|bei)|was machen sie alles)\b",
        "self": r"\b(?:roboter|bot|wer (?:sind|bist)|ki|sind sie (?:(?:eine? )?(?:echte[rn]? )?(?:mensch|person|maschine|computer|programm)|echt)|(?:spreche|schreibe|rede) ich mit eine[mr] (?:echten )?(?:menschen|person|maschine|computer|programm)|(?:bist|sind) (?:du|sie) (?:ein|eine) (?:echter |echte )?(?:mensch|person|roboter|bot|maschine))\b",
    },
    ordinals={
        "erste": 0,
        "ersten": 0,
        "erster": 0,
        "erstes": 0,
        "zweite": 1,
        "zweiten": 1,
        "zweiter": 1,
        "dritte": 2,
        "dritten": 2,
        "vierte": 3,
        "vierten": 3,
        "fünfte": 4,
        "frühere": 0,
        "früheren": 0,
        "früherer": 0,
        "spätere": -1,
        "späteren": -1,
        "späterer": -1,
        "letzte": -1,
        "letzten": -1,
        "letzter": -1,
    },
    things="termin|zeit|uhrzeit|option|möglichkeit|bitte",
    numbers={
        "eine": 1,
        "einen": 1,
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
    },
    people="personen|leute|person|plätze|gäste|teilnehmer|von uns",
    pairs=r"\b(?:zu zweit|uns beide|wir beide|(?:ich und|für mich und) mein\w* \w+|mein\w* \w+ und (?:ich|mich))\b",
    we_are=r"\b(?:wir (?:sind|wären|kommen)|sind wir)\s+(?:zu\s+)?",
    anyone=r"\b(?:egal (?:wer|bei wem)|wer auch immer|irgendwer|jede[rn]? (?:andere)?|keine präferenz|jemand anders|egal,? wer|egal,? bei wem|wer (?:gerade )?(?:frei|zeit) (?:ist|hat)|irgendjemand|irgendeine[rn]?)\b",
    without=r"\b(?:nicht|außer|ohne|statt|kein|keine)\s+(?:bei\s+|mit\s+|zu\s+)?",
    more=r"\b(?:andere (?:zeiten|tage|termine|uhrzeiten)|weitere (?:zeiten|termine|tage)|mehr (?:zeiten|termine)|etwas anderes|keine? davon|was anderes|keine[rs]? davon|was gibt es (?:sonst|noch)|(?:an einem |ein )?andere[nrm]? tag|passt alles nicht|nichts davon)\b",
    name=r"\b(?:mein name ist|ich meinte|ich heiße|ich heisse|ich bin|name ist|name:|auf(?: den namen(?: von)?)?|unter dem namen|für)\s+",
    instead=r"\b(?:stattdessen|lieber|dafür)\b|\b(?:könnte|kann|könnten|können) (?:ich|wir) (?:\w+ ){0,4}kommen\b",
    joined=r"oder|und",
    same_time=r"\b(?:gleiche|selbe)[rn]? (?:zeit|uhrzeit)\b",
    longer=r"\b(?:läng(?:er|ere|eren|ste)|lange)\b",
    shorter=r"\b(?:kürz(?:er|ere|eren|este)|kurze)\b",
    common="noch frei zum wär wäre lieber doch servus grüß haare montag dienstag mittwoch donnerstag freitag samstag sonntag nachmittag vormittag abend wir bei ich und möchte bitte ein eine einen für mit der das ist nicht wann können kann haben sie uhr termin guten hallo danke ja nein "
    "morgen heute übermorgen gerne mir wie viel kostet buchen haarschnitt nächste nächsten woche",
)

DEED_DONE = {
    "book": (
        "Ihr Termin",
        "confirmed",
        "booking.confirmed",
        "Gebucht: {service}, {when}. Ihr Buchungscode ist **{code}**. Bis dann!",
    ),
    "ask": (
        "Ihre Anfrage",
        "pending_approval",
        "booking.requested",
        "Ihre Anfrage ist da: {service}, {when}, Buchungscode **{code}**. Das ist noch nicht gebucht: Wir müssen den Termin erst bestätigen. Bis dahin ist die Zeit für Sie reserviert, und die Karte hier zeigt, wie wir entschieden haben.",
    ),
    "move": (
        "Ihr Termin",
        "rescheduled",
        "booking.rescheduled",
        "Erledigt: {service} ist jetzt am {when}. Ihr Buchungscode ist weiterhin **{code}**.",
    ),
    "cancel": (
        "Ihr Termin",
        "cancelled",
        "booking.cancelled",
        "Ihr Termin ist abgesagt: {service}, {when}. Sie können hier jederzeit wieder buchen.",
    ),
    "move_request": (
        "Ihre Anfrage",
        "pending_approval",
        "booking.rescheduled",
        "Erledigt: Ihre Anfrage gilt jetzt für {service}, {when}. Wir müssen sie noch bestätigen. Ihr Buchungscode ist weiterhin **{code}**.",
    ),
    "cancel_request": (
        "Ihre Anfrage",
        "cancelled",
        "booking.cancelled",
        "Ihre Anfrage ist zurückgezogen: {service}, {when}. Sie können hier jederzeit wieder buchen.",
    ),
}
SUMMARY_TITLES = {
    "book": "Ihr Termin",
    "move": "Ihr Termin wird verschoben auf",
    "cancel": "Diesen Termin absagen?",
    "ask": "Ihre Anfrage",
    "move_request": "Ihre Anfrage wird verschoben auf",
    "cancel_request": "Diese Anfrage zurückziehen?",
}
AGREE = {
    "book": "Ja, buchen",
    "move": "Ja, verschieben",
    "cancel": "Ja, absagen",
    "ask": "Ja, absenden",
    "cancel_request": "Ja, zurückziehen",
}
# On a booking card.
CARD_ACTIONS = {
    "move_booking": "Verschieben",
    "cancel_booking": "Absagen",
    "late_for_booking": "Ich verspäte mich",
}
# On the button of the sheet that books.
DO_IT = {"book": "Buchen", "ask": "Anfragen"}
DECLINE = {"book": "Nein, ändern", "move": "Nein, ändern", "cancel": "Nein, behalten"}
ROWS = {
    "service": "Leistung", "when": "Wann", "with": "Bei", "where": "Wo", "people": "Personen", "length": "Dauer", "name": "Name",
    "contact": "Kontakt", "before": "Bisher", "code": "Code",
}  # fmt: skip
MORE_TIMES = "Weitere Zeiten"
FORM = {
    "title": "Ihre Kontaktdaten",
    "submit": "Weiter",
    "name": "Ihr Name",
    "email": "E-Mail",
    "phone": "Telefon",
    "email_hint": "Damit Sie später verschieben oder absagen können",
    "phone_hint": "Wenn Ihnen das lieber ist",
    "one_is_enough": "E-Mail oder Telefon genügt",
    "fallback": "Bitte nennen Sie Ihren Namen und eine E-Mail-Adresse oder Telefonnummer.",
}
MORE_TO_TELL = "Wenn Sie möchten, sagen Sie uns mehr"
YES_NO = ("Ja", "Nein")
NOTED_ONLY = "notiert"
MINUTES = "{minutes} Minuten"
WITH_STAFF = " bei {staff}"
AND, OR = "und", "oder"
WHICH_SERVICE = "Was möchten Sie buchen?"
HERE_IS_THE_LIST = "Das bieten wir an. Was darf es sein?"
NOT_BOOKABLE = "Im Moment kann das hier nicht gebucht werden: {service}."
WHICH_OF = "Meinen Sie {names}?"
WHICH_LENGTH = "Möchten Sie {names}?"
OTHER_LENGTH = "Oder lieber {names}?"
FOR_PEOPLE = "Was Sie hier buchen können, ist für Menschen. Ob wir das auch für Tiere machen, weiß ich nicht."
LENGTH_STAYS = "Die Dauer eines Termins lässt sich nachträglich nicht ändern. Für {length} sagen Sie mir, dass ich ihn absagen soll, und dann, was Sie stattdessen möchten."
WHICH_PLACE = "Sie finden uns hier: {places}. Wohin möchten Sie kommen?"
NOT_AT_PLACE = (
    "{service} gibt es hier nicht: {place}. Möglich ist es hier: {places}. Wohin möchten Sie kommen?"
)
STAFF_AT_PLACE = "{staff} arbeitet nicht hier: {place}, sondern hier: {there}. Wohin möchten Sie kommen?"
STAFF_ELSEWHERE = "{staff} arbeitet nur hier: {there}."
CITY_TIME = "Ortszeit {city}"
SOONEST = "Das sind die nächsten freien Zeiten für {service}{staff}. Wählen Sie eine aus, oder sagen Sie mir, wann es Ihnen passt."
THESE_FIT = "Diese Zeiten sind frei für {service}{staff}. Welche möchten Sie?"
NONE_FIT = "Dann ist leider nichts frei für {service}{staff}: {reason}. Das sind die nächstgelegenen Zeiten."
NOTHING_AT_ALL = "Es tut mir leid, ich finde keine freie Zeit für {service}{staff}: {reason}."
NOTHING_EARLIER = "Früher ist leider nichts frei."
NOTHING_LATER = "Später ist leider vorerst nichts frei."
WHICH_TIME = "Welche der Zeiten möchten Sie?"
# What cannot be as it was said.
UNCLEAR = {
    "no_such_day": "Diesen Tag gibt es nicht: „{words}“. Meinen Sie {days}?",
    "which_day": "Diesen Tag gibt es nicht: „{words}“. An welchem Tag passt es Ihnen?",
    "no_such_time": "Diese Uhrzeit gibt es nicht: „{words}“. Um wie viel Uhr passt es Ihnen?",
    "weekday_and_date_differ": "Bei „{words}“ passen Wochentag und Datum nicht zusammen. Meinen Sie {days}?",
    "day_month_order": "„{words}“ kann man auf zwei Arten lesen. Meinen Sie {days}?",
    "day_or_hour": "„{words}“ kann ein Tag oder eine Uhrzeit sein. Welchen Tag meinen Sie: {days}?",
    "too_much": "Das ist mir zu viel auf einmal. Welcher Tag und welche Uhrzeit passen Ihnen am besten?",
}
FEWER_TIMES = "Auf der Liste stehen nur {count}. Welche möchten Sie?"
OTHER_ZONE = "Die Zeiten gelten nach unserer Uhr, {zone}."
ONE_PERSON = "Jeweils eine Person: {service}. Soll ich zuerst einen Termin für die erste suchen? Den nächsten können wir gleich danach buchen."
STAFF_CANNOT = "{staff} macht das nicht: {service}. Möglich ist es bei {others}."
ONE_OF_SERIES = "Ich buche immer nur einen Termin auf einmal, Serientermine kann ich nicht anlegen. Buchen wir den ersten; jeder weitere muss einzeln gebucht werden."
ONE_OF_PEOPLE = "Ich buche immer für eine Person, außer bei Kursen. Fangen wir mit der ersten an; den nächsten Termin können wir gleich danach buchen."
ONE_OF_SERVICES = "Ich buche immer nur eines auf einmal. Sagen Sie mir, was zuerst kommt; danach machen wir mit dem Nächsten weiter."
FIRST_AND_THEN = "Ich buche immer nur eines auf einmal, zuerst: {first}. Noch nicht dabei ist: {rest}. Damit können wir gleich danach weitermachen."
FIRST_AND_UNKNOWN = "Ich buche immer nur eines auf einmal, hier: {first}. Nicht dabei ist „{rest}“; fragen Sie mich danach, sobald das Erste gebucht ist."
CANCEL_FIRST = "Zuerst sage ich den Termin ab, dann suchen wir eine Zeit: {service}."
GO_ON_SERVICE = "Sollen wir gleich weitermachen mit: {service}?"
GO_ON_PEOPLE = "Sollen wir gleich für die nächste Person weitermachen: {service}?"
NEXT_OF_SERIES = (
    "Das ist nur der erste Termin. Sagen Sie mir, wann der nächste sein soll, dann suche ich ihn."
)
ONE_AT_A_TIME = "{service} hat höchstens {most} Plätze zugleich. Soll ich zuerst für {most} suchen? Die nächsten können wir gleich danach buchen."
JUST_TAKEN = "Leider wurde {wanted} soeben vergeben. Das sind die nächstgelegenen freien Zeiten."
JUST_TAKEN_ALONE = "Leider wurde {wanted} soeben vergeben. Nennen Sie mir einen anderen Tag oder eine andere Zeit, dann sehe ich nach."
EXPIRED = "Die Zeit, die ich für Sie freigehalten hatte, war abgelaufen. Ich habe noch einmal nachgesehen."
KEPT_NEEDS_CONTACT = "Ich halte diesen Termin zehn Minuten lang für Sie frei: {held}{staff}. Für wen ist er, und wie erreichen wir Sie?"
KEPT_NEEDS_NAME = (
    "Ich halte diesen Termin zehn Minuten lang für Sie frei: {held}{staff}. Auf welchen Namen, bitte?"
)
KEPT_NEEDS_WAY = "Ich halte diesen Termin zehn Minuten lang für Sie frei: {held}{staff}. Danke, {name}. Und Ihre E-Mail-Adresse oder Telefonnummer, bitte?"
NOTED_WHICH_TIME = "Danke, notiert. Welche der Zeiten möchten Sie?"
KEEPS_CONTACT = "Ihre Buchung behält den Namen und die Kontaktdaten, mit denen sie gemacht wurde; ich kann sie hier nicht ändern."
NOTED_WHICH_SERVICE = "Danke, notiert. Was möchten Sie buchen?"
NEED_NAME = "Danke. Und Ihr Name, bitte?"
# The question where a name may as well be a day, and its two answers.
FOR_WHOM = "Als Name gilt {name}; bitte sagen Sie das, wenn {other} kommt."
ADDRESS_MEANT = "Meinten Sie {address}?"
NAME_OR_DAY = ("Ist {word} Ihr Name, oder möchten Sie dann kommen?", "Mein Name", "Dann komme ich")
NEED_CONTACT = "Danke, {name}. Und Ihre E-Mail-Adresse oder Telefonnummer, bitte?"
BAD_CONTACT = "{detail} Könnten Sie das bitte prüfen?"
ONE_QUESTION = "Eine Frage vorab: {question}"
ASK_AGAIN = "Das habe ich nicht ganz verstanden. {question}"
PLEASE_CHECK = {
    "book": "Bitte prüfen Sie die Angaben. Soll ich buchen?",
    "move": "Bitte prüfen Sie die Angaben. Soll ich verschieben?",
    "cancel": "Bitte prüfen Sie die Angaben. Soll ich absagen?",
    "ask": "Bitte prüfen Sie die Angaben. Bevor der Termin gebucht ist, müssen wir ihn bestätigen. Soll ich die Anfrage absenden?",
    "cancel_request": "Bitte prüfen Sie die Angaben. Soll ich die Anfrage zurückziehen?",
}
WHAT_INSTEAD = "In Ordnung, es wurde nichts gebucht. Was möchten Sie stattdessen: eine andere Zeit, einen anderen Tag oder eine andere Leistung?"
KEPT_ANYWAY = "In Ordnung, Ihr Termin bleibt, wie er ist."
STOPPED = {
    "book": "Angehalten. Dieser Termin wurde nicht gebucht.",
    "move": "Angehalten. Ihr Termin wurde nicht verschoben.",
    "cancel": "Angehalten. Ihr Termin wurde nicht abgesagt.",
    "ask": "Angehalten. Diese Anfrage wurde nicht abgesendet.",
}
KEPT_UNTIL = "Bis {until} halte ich für Sie frei: {held}{staff}."
NOT_BOOKED = "Gebucht ist es noch nicht."
NOT_BOOKED_CONTACT = (
    "Gebucht ist es noch nicht: Mir fehlen noch Ihr Name und eine E-Mail-Adresse oder Telefonnummer."
)
NOT_YET = {
    "book": "Noch ist nichts gebucht. Sagen Sie Ja, wenn ich buchen soll, oder was ich ändern soll.",
    "move": "Noch ist nichts verschoben. Sagen Sie Ja, wenn ich verschieben soll, oder was ich ändern soll.",
    "cancel": "Es ist nichts abgesagt. Sagen Sie Ja, wenn ich absagen soll.",
    "ask": "Noch ist nichts abgesendet. Sagen Sie Ja, wenn ich die Anfrage absenden soll, oder was ich ändern soll.",
}
TAKE_YOUR_TIME = "Lassen Sie sich Zeit."
NOTHING_ELSE = "Noch habe ich nichts geändert. Was soll anders sein? Wenn alles stimmt, tippen Sie bitte auf den Knopf bei den Angaben."
MOVE_WHEN = "Gern. Wann möchten Sie stattdessen kommen?"
MOVE_MEANT = "Ich verstehe das als Wunsch, Ihren Termin zu verschieben: {service}, {when}."
STAFF_CHANGES = "Der Termin wäre dann bei {staff}, nicht mehr bei {before}."
ALL_RIGHT = "In Ordnung. Ich bin hier, wenn Sie etwas brauchen."
GREETING = "Hallo! Ich kann einen Termin für Sie buchen."
THANKS = "Gern geschehen! Kann ich noch etwas für Sie tun?"
GOODBYE = "Auf Wiedersehen und bis bald!"
SMALL_TALK = "Danke, das ist nett! Ich buche, verschiebe und sage Termine ab. Was kann ich für Sie tun?"
CALM = "Es tut mir leid, dass das ärgerlich ist. Sagen Sie mir, was Sie brauchen, oder „ein Mensch“, dann sage ich Ihnen, wie Sie jemanden erreichen."
JOKES = "Die Witze überlasse ich dem Team; ich kann am besten Termine."
OUT_OF_SCOPE = "Damit kann ich nicht helfen. Ich kann Termine buchen, verschieben und absagen und Fragen zu uns beantworten."
FIXED_PRICES = "Es gelten die angegebenen Preise; ich kann sie nicht ändern."
LOST = "Das habe ich nicht sicher verstanden. Nennen Sie mir eine Leistung und einen Tag, etwa „{service} am Freitagnachmittag“."
LOST_TIME = (
    "Das habe ich nicht sicher verstanden. Wählen Sie eine der Zeiten, oder nennen Sie mir Tag und Uhrzeit."
)
LOST_CONTACT = "Das habe ich nicht sicher verstanden. Bitte nennen Sie Ihren Namen und eine E-Mail-Adresse oder Telefonnummer."
NOT_UNDERSTOOD = "Das habe ich nicht sicher verstanden."
ASK_FOR_A_PERSON = "Mit einem Menschen sprechen"
HANDED_OVER = "Einen Menschen kann ich nicht in diesen Chat holen, aber ich habe für unser Team notiert, dass Sie jemanden sprechen möchten. So erreichen Sie uns:"
HANDED_OVER_ONLY = "Einen Menschen kann ich nicht in diesen Chat holen, aber ich habe für unser Team notiert, dass Sie jemanden sprechen möchten."
REACH_US_SO = "So erreichen Sie uns:"
CALL_BACK = "Sollen wir uns bei Ihnen melden?"
CALL_BACK_NOTED = "Danke, {name}. Ich habe es an unser Team weitergegeben: {contact}."
STARTED_OVER = "Gut, fangen wir von vorn an. Was möchten Sie buchen?"
BROKEN = "Entschuldigung, bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal."
REACH_US = "Oder erreichen Sie uns direkt:"
COULD_NOT = "Das ging leider nicht: {detail}"
REASONS = {
    "between_starts": "genau zu dieser Minute beginnt kein Termin",
    "past": "das ist schon vorbei",
    "closed": "da haben wir geschlossen",
    "time_off": "da ist niemand da, der das macht",
    "fully_booked": "alles ist ausgebucht",
    "all_held": "gerade entscheiden sich andere für diese Zeiten",
    "notice": "das ist für uns zu kurzfristig",
    "beyond_window": "so weit im Voraus nehmen wir noch keine Buchungen an",
    "no_qualified_staff": "diese Person macht das nicht",
}
STAFF_AWAY = "{staff} ist dann nicht da"
NOT_AT_THAT_TIME = "diese Zeiten sind vergeben, oder wir haben geschlossen"
ABOUT_ME = "Ich bin der Buchungsassistent von {name}, ein Programm. Wenn Sie mit einem Menschen sprechen möchten, sagen Sie es jederzeit: Ich sage Ihnen dann, wie Sie uns erreichen."
FROM_PRICE = "ab {price}"
ABOUT_PRICE = "{service} kostet {price} und dauert {minutes} Minuten."
ABOUT_FREE = "{service} ist kostenlos und dauert {minutes} Minuten."
ABOUT_LENGTH_ONLY = "{service} dauert {minutes} Minuten."
NO_PRICES = "Preise sind hier nicht hinterlegt; wir nennen sie Ihnen gern auf Anfrage."
NO_PRICE_OF = "Dafür ist hier kein Preis hinterlegt: {names}."
ABOUT_HOURS = "Wir haben geöffnet: {hours}."
OPEN_ON = "Geöffnet am {day}: {hours}."
CLOSED_ON = "Am {day} haben wir geschlossen."
CLOSED_FROM_TO = "Vom {first} bis {last} haben wir geschlossen."
OPEN_FROM_TO = "Geöffnet vom {first} bis {last}: {hours}."
STAFF_IN = "{staff} ist am {day} da: {hours}."
STAFF_NOT_IN = "{staff} ist am {day} nicht da."
STAFF_WEEK = "{staff} ist da: {hours}."
CLOSED = "geschlossen"
ABOUT_ADDRESS = "Sie finden uns hier: {address}."
ABOUT_CONTACT = "Sie erreichen uns so: {contact}."
ABOUT_CANCELLING = "Bis {hours} Stunden vor Beginn können Sie kostenlos absagen oder verschieben."
ABOUT_CANCELLING_ANY_TIME = "Bis zum Beginn können Sie kostenlos absagen oder verschieben."
# What the business has not said of itself.
NOT_ENTERED = {
    "address": "Unsere Adresse ist hier noch nicht eingetragen.",
    "hours": "Unsere Öffnungszeiten sind hier noch nicht eingetragen.",
    "contact": "Hier ist noch keine Telefonnummer oder E-Mail-Adresse von uns eingetragen.",
    "staff": "Wer bei uns arbeitet, ist hier noch nicht eingetragen.",
    "services": "Hier kann noch nichts gebucht werden: Es sind keine Leistungen eingetragen.",
}
ABOUT_STAFF = "Bei uns sind für Sie da: {names}."
WHO_DOES = "{service} gibt es bei {names}."
WHOSE_BOOKING = (
    "Gern. Wie lautet die E-Mail-Adresse Ihrer Buchung? Der Buchungscode hilft auch, wenn Sie ihn haben."
)
CODE_SENT = "Wenn es dazu eine Buchung gibt, steht in unserer neuesten E-Mail an die Adresse der Buchung ein sechsstelliger Code. Bitte geben Sie ihn hier ein. Wenn Sie nur mit Telefonnummer gebucht haben, nennen Sie mir die Nummer und Ihren Buchungscode."
CONTACT_CODE_SENT = "Bitte geben Sie den sechsstelligen Code aus unserer neuesten E-Mail an {email} ein. Dann kann ich buchen."
CODE_WRONG = "Das ist nicht der Code, den wir geschickt haben. Bitte sehen Sie in der neuesten E-Mail nach und versuchen Sie es noch einmal."
CODE_UNASKED = "Im Moment wird hier kein Code gebraucht. Was kann ich für Sie tun?"
NEW_CODE = {
    "spent": "Das war zu oft falsch, dieser Code gilt hier nicht mehr. Falls keine neue E-Mail kommt, fragen Sie bitte in zehn Minuten noch einmal.",
    "expired": "Dieser Code gilt nicht mehr.",
}
NO_BOOKING = "Es ist nichts mehr gebucht. Möchten Sie einen neuen Termin?"
ASK_WHICH = {
    "several": "Welchen Termin meinen Sie?",
    "none_fits": "Dazu finde ich keinen Termin von Ihnen. Das sind Ihre Termine. Welchen meinen Sie?",
    "one_at_a_time": "Gerne einen nach dem anderen: Welcher Termin zuerst?",
}
WHICH_BOOKING = "Danke. Welchen Termin meinen Sie?"
HERE_IT_IS = "Hier ist Ihre Buchung. Sie können sie hier verschieben oder absagen."
NOT_ON_DAY = "Nein, am {day} sehe ich hier nichts."
IDENTIFY_FORM = {
    "title": "Ihre Buchung",
    "submit": "Weiter",
    "contact": "E-Mail oder Telefon",
    "contact_hint": "Wie bei der Buchung angegeben",
    "booking_code": "Buchungscode",
    "booking_code_hint": "Sechs Buchstaben und Ziffern",
    "fallback": "Bitte nennen Sie die E-Mail-Adresse, mit der Sie gebucht haben, oder Ihren Buchungscode.",
}
CODE_FORM = {
    "title": "Code aus unserer E-Mail eingeben",
    "submit": "Weiter",
    "code": "Sechsstelliger Code",
    "fallback": "Bitte geben Sie den sechsstelligen Code aus unserer E-Mail ein.",
}
YOUR_BOOKING = "Ihr Termin"
