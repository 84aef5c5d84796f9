"""Italian: polite, and for everybody."""

from agent.languages.language import Words

WORDS = Words(
    tag="it",
    intents={
        "person": r"\b(?:(?:una|con una|un|con un) (?:persona|signorina|signora|essere umano|operatore|operatrice|umano|titolare|responsabile) (?:vera|vero|reale|umana|in carne)|(?:parlare|parlo|passarmi|passi|passatemi|mi passi|mi passa|parlarne)(?: \w+){0,2} (?:con |a )?(?:qualcuno|una|un|la titolare|il titolare|il responsabile|voi a voce)|(?:stuf[oa]|basta) (?:di|del|con) (?:\w+ )?(?:robot|bot|macchin\w*)|non (?:con )?(?:una macchina|un robot|la macchina|un bot)|(?:mi )?(?:richiam|chiam)(?:ate|i|a|ino)(?:mi)?\b(?! (?:io|mia)))\b|"
        r"\b(?:una persona|un umano|qualcuno|un operatore|parlare con)\b",
        "cancel": r"\b(?:devo|dobbiamo|vorrei|voglio|posso) (?:\w+ )?(?:disdire|annullare|cancellare|rinunciare)\b|"
        r"\b(?:non (?:contate|conti|contare) su (?:di )?me|non (?:ci sono|ci sarò|vengo|verrò|posso|potrò|riesco|riuscirò|ce la faccio|ce la farò|passo)(?: più| proprio| purtroppo)? ?(?:a )?(?:venire|passare|esserci|presentarmi|per)?\b(?! (?:prima|alle|dopo))|(?:mi|lo|la|ci) (?:tolga|tolg\w+|togli\w*|cancelli|cancelliate|cancelli|cancella|levi|depenni)|(?:tolga|tolgo|togliete|togli|tolgano)(?:mi|lo|la)?\b|(?:levi|levate)(?:mi|lo|la)\b|(?:rinunci|rinunc)\w*|(?:dia|dai|date|ceda|lasci|liberi|liberate) (?:pure )?(?:il|mio|il mio) (?:posto|appuntamento)|sarà per (?:un'altra|la prossima)|non se ne fa (?:più )?n\w+|(?:salta|saltare|salto) (?:il|l'|tutto|giovedì)|devo (?:annull|disd|cancell|rinunc)\w*)|"
        r"\b(?:togli\w* (?:tutto|mi|l\'appuntamento|la prenotazione)|cancell\w*|non (?:vengo|verrò|ce la faccio)\b|non (?:mi )?serve più (?:il|la|l')|elimin\w* (?:la|il|l'|mi[oa])|annull\w*|disdi\w*|disdett\w*|non (?:posso|potrò) venire|non (?:posso|riesco|potrò|riuscirò) (?:più )?(?:a )?venire)\b",
        "move": r"\b(?:(?:si |mi |lo |me lo )?(?:può|potrebbe|puoi|potete|possiamo|potremmo|riesce a) (?:spostar|cambiar|anticipar|posticipar|rimandar)\w*|(?:mi|lo|ci|me lo) (?:sposta|sposti|cambia|cambi|rimanda|rimandi|anticipa|anticipi)|spostiamo|rimandiamo|(?:giorno|orario|ora) sbagliat[oa])\b|"
        r"\b(?:spost\w*|(?:venire|fare) un altro giorno|cambiare giorno|rimand\w*|posticip\w*|anticip\w*|cambiare (?:la|il|l') ?(?:data|orario|ora|appuntamento|prenotazione)|modificare (?:la|il|l') ?(?:prenotazione|appuntamento|orario))",
        "restart": r"\b(?:ricominci\w*|da capo|dall'inizio)\b",
        "forget": r"^\W*(?:lasci (?:stare|perdere)|non importa|fa niente)\W*$",
        "thanks": r"^\W*(?:(?:ok|perfetto|ottimo|va bene|benissimo|oh|ah|bene|che bello)[, !]*)*(?:grazie|graziee*|la ringrazio|vi ringrazio|ti ringrazio|tante grazie|mille|molto gentil\w|gentilissim\w|(?:è|sei|siete|lei è) (?:stat\w )?(?:gentilissim\w|un (?:tesoro|angelo|amore)|molto gentil\w|brav\w+))\b|"
        r"^\W*(?:(?:ok|perfetto|ottimo|va bene|benissimo)[, ]*)?(?:grazie|la ringrazio)\b",
        "goodbye": r"^\W*(?:(?:ok|perfetto|grazie|va bene|bene|allora|benissimo)[, !]*)*(?:arrivederci|arrivederla|a presto|ciao ciao|ci (?:vediamo|sentiamo)|alla prossima|buon[ao]? (?:giornata|serata|notte|weekend|fine|domenica)|a (?:giovedì|domani|dopo)\W*$|saluti|addio)\b|"
        r"^\W*(?:arrivederci|a presto|ciao ciao|alla prossima|buona (?:giornata|serata)|è tutto|nient'altro)\b",
        "bargain": r"\b(?:sconto|meno caro|più economico|gratis|buono sconto)\b",
        "abuse": r"\b(?:idiota|stupid[oa]|inutile|merda|cretino|scemo)\b",
        "small_talk": r"\b(?:(?:ti piac\w+|dormi|sogni|mangi|credi|pensi|sei sposat\w|sei fidanzat\w|sei felice)\b|(?:ha|hai) visto la partita|(?:che|brutto|bel) (?:tempo|freddo|caldo)|unicorn\w|ahah\w*|piove|nevica|sposami|chi ha vinto)\b|"
        r"\b(?:come (?:va|sta|stai)|ahah+|piacere)\b",
        "out_of_scope": r"\b(?:barzelletta|poesia|ricetta|capitale d|altri clienti|che tempo fa)\b",
        "book": r"\b(?:prenot\w*|(?:avete|c'è) (?:un |ancora )?posto|mi serve|inserirmi|(?<!come )(?:piacerebbe|vorrei|posso|potrei) (?:venire|passare)|fissare|(?:un|nuovo) appuntamento)\b",
        "greeting": r"^\W*(?:ciao(?! ciao)|salve|buongiorno|buonasera|buon pomeriggio)\b",
    },
    topics={
        "price": r"\b(?:quanto (?:\w+ )?(?:costa\w*|viene|vengono|spend\w+|pag\w+|prendete|prende|chied\w+|vuole|verrebbe|sarebbe)(?! (?:tempo|durata))|prezz[oi]|a quanto (?:sta|la fa|lo fa))\b(?! tempo)|"
        r"\b(?:quanto (?:costa|costano|viene)|prezz[oi]|costa|tariffe|quanto si paga|è caro|quanto (?:fa|pago|prendete|costerebbe)|quant'è)\b",
        "duration": r"\b(?:quanto (?:\w+ )?(?:dura|tempo|ci (?:vuole|mette\w*|si mette)|ci vuole)|(?:dura|durerà|ci vuole) (?:tanto|molto|più)|per quanto (?:tempo )?(?:ne ho|devo|sto))\b|"
        r"\b(?:quanto (?:dura|tempo|ci vuole)|durata|dura|quanti minuti|quanto ci (?:si )?(?:mette|vuole))\b",
        "hours": r"\b(?:fino a che or[ae] (?:posso|possiamo|si può|potrei|riesco a) \w+|(?:fino a|a|da|per) che or[ae] (?:siete|apr\w+|chiud\w+|lavor\w+|state)|(?:apr|chiud)(?:ite|e|ono) (?:alle|a|il|la|anche|quando|tardi|presto)|(?:siete|state) (?:aperti|chiusi|apert\w)|che orari|lavorate (?:il|la|anche))\b|"
        r"\b(?:orari(?:o)?(?: di apertura)?|siete (?:aperti|chiusi)|aperti|chiusi|aprite|chiudete)\b",
        "address": r"\b(?:dove (?:\w+ )?(?:siete|sta|state|si trova|è|devo venire|vi trov\w+|vengo)|(?:l'|vostro |che |qual è l')indirizzo|(?:in )?che (?:via|strada|fermata|zona)|come (?:ci )?(?:arrivo|si arriva|vengo))\b|"
        r"\b(?:indirizzo|dove (?:siete|si trova|è)|come arrivo|come arrivare|dove vi (?:trovo|trovate)|come (?:ci )?(?:si )?arriv\w+)\b",
        "contact": r"\b(?:numero di telefono|il vostro numero|la vostra e-?mail|contattarvi|chiamarvi)\b",
        "policy": r"\b(?:condizioni|posso (?:annullare|disdire|cancellare)|annullare gratis|penale|(?:e )?se non (?:posso|potessi|riesco)|cosa succede se)\b",
        "staff": r"\b(?:(?:lavora|c'è|sta) (?:ancora|sempre) (?:da voi|lì|qui|con voi)?|\w+ (?:lavora|c'è|è) ancora|chi (?:\w+ )?(?:lavora|taglia|c'è|fa|altro|sono)|quanti siete)\b|"
        r"\b(?:chi (?:lavora|fa|c'è|può)|il vostro (?:team|personale|staff)|con chi (?:posso|si può)|da chi (?:posso|si può)|chi taglia)\b",
        "services": r"\b(?:(?:che|quali|cosa|che cosa) (?:\w+ )?(?:fate|offrite|servizi|trattamenti|avete)(?: di altro| altro| oltre)?|oltre (?:al|ai|a) (?:taglio|capelli)|cos'altro (?:fate|avete))\b|"
        r"\b(?:(?:quali|che) (?:servizi|trattamenti)|cosa (?:offrite|fate)|servizi|trattamenti|listino|cosa (?:posso (?:prenotare|fare)|avete|c'è)|che cosa (?:offrite|fate|avete))\b",
        "self": r"\b(?:robot|bot|chi sei|chi è lei|sei (?:reale|umano|una persona)|parl(?:o|ando) con (?:una persona|un robot|un umano|qualcuno di vero|un essere)|è un bot|un bot|sei un (?:robot|bot))\b",
    },
    ordinals={
        "più presto": 0,
        "più tardi": -1,
        "primo": 0,
        "prima": 0,
        "secondo": 1,
        "seconda": 1,
        "terzo": 2,
        "terza": 2,
        "quarto": 3,
        "quarta": 3,
        "quinto": 4,
        "ultimo": -1,
        "ultima": -1,
    },
    things="orario|ora|opzione|appuntamento|scelta|posto",
    numbers={
        "una": 1,
        "uno": 1,
        "due": 2,
        "tre": 3,
        "quattro": 4,
        "cinque": 5,
        "sei": 6,
        "sette": 7,
        "otto": 8,
    },
    people="persone|persona|posti|ospiti|partecipanti",
    pairs=r"\b(?:noi due|in due(?! (?:or|settiman|giorn|min|mes))|tutt[ie] e due|entramb[ie]|io e (?:il |la )?mi[oa] \w+|(?:il |la )?mi[oa] \w+ ed? io)\b",
    we_are=r"\b(?:siamo|saremo|saremmo|veniamo)\s+(?:in\s+)?",
    anyone=r"\b(?:chiunque|non importa chi|è uguale|nessuna preferenza|qualcun altro|indifferente|con chi (?:volete|capita|vuole)|chi è libero|è lo stesso)\b",
    without=r"\b(?:non|tranne|eccetto|senza|invece di)\s+(?:con\s+|da\s+)?",
    more=r"\b(?:altr[ioae] (?:orari|orario|giorni|giorno|date|ore)|più orari|qualcos'altro|nessuno di questi|cos'altro|altre (?:possibilità|opzioni)|altro orario|nessun[oa] di quest[ei]|altri)\b",
    name=r"\b(?:mi chiamo|volevo dire|intendevo|il mio nome è|sono|nome:|a nome di|a nome|per)\s+",
    instead=r"\b(?:invece|piuttosto)\b|(?<!non )\b(?:posso|potrei|possiamo) venire\b",
    joined=r"o|e|oppure",
    same_time=r"\bstess[ao] (?:ora|orario)\b",
    longer=r"\b(?:più lung[oa]|lung[oa])\b",
    shorter=r"\b(?:più cort[oa]|più breve|breve)\b",
    common="quand giovedì lunedì martedì mercoledì venerdì sabato domenica pomeriggio mattina dopo quanto siamo dove vorrei un una per con il la gli per favore grazie buongiorno ciao domani quanto quando posso siete avete appuntamento prenotare prossimo "
    "prossima settimana sono alle oggi sì taglio costa di e che dopodomani",
)

DEED_DONE = {
    "book": (
        "Il suo appuntamento",
        "confirmed",
        "booking.confirmed",
        "Prenotato: {service}, {when}. Il codice della prenotazione è **{code}**. A presto!",
    ),
    "ask": (
        "La sua richiesta",
        "pending_approval",
        "booking.requested",
        "Abbiamo ricevuto la richiesta: {service}, {when}, codice **{code}**. Non è ancora prenotato: prima dobbiamo accettarla. Fino ad allora l'orario resta riservato, e la scheda qui sotto mostra che cosa abbiamo deciso.",
    ),
    "move": (
        "Il suo appuntamento",
        "rescheduled",
        "booking.rescheduled",
        "Fatto: {service} è ora {when}. Il codice della prenotazione resta **{code}**.",
    ),
    "cancel": (
        "Il suo appuntamento",
        "cancelled",
        "booking.cancelled",
        "L'appuntamento è annullato: {service}, {when}. Può prenotare di nuovo qui quando vuole.",
    ),
    "move_request": (
        "La sua richiesta",
        "pending_approval",
        "booking.rescheduled",
        "Fatto: la richiesta ora è per {service}, {when}. Dobbiamo ancora accettarla. Il codice della prenotazione resta **{code}**.",
    ),
    "cancel_request": (
        "La sua richiesta",
        "cancelled",
        "booking.cancelled",
        "La richiesta è ritirata: {service}, {when}. Può prenotare di nuovo qui quando vuole.",
    ),
}
SUMMARY_TITLES = {
    "book": "Il suo appuntamento",
    "move": "L'appuntamento viene spostato",
    "cancel": "Annullare questo appuntamento?",
    "ask": "La sua richiesta",
    "move_request": "La richiesta viene spostata",
    "cancel_request": "Ritirare questa richiesta?",
}
AGREE = {
    "book": "Sì, prenota",
    "move": "Sì, sposta",
    "cancel": "Sì, annulla",
    "ask": "Sì, invia",
    "cancel_request": "Sì, ritira",
}
# On a booking card.
CARD_ACTIONS = {
    "move_booking": "Spostare",
    "cancel_booking": "Annullare",
    "late_for_booking": "Sono in ritardo",
}
# On the button of the sheet that books.
DO_IT = {"book": "Prenota", "ask": "Invia la richiesta"}
DECLINE = {"book": "No, modifica", "move": "No, modifica", "cancel": "No, mantieni"}
ROWS = {
    "service": "Servizio",
    "when": "Quando",
    "with": "Con",
    "where": "Dove",
    "people": "Persone",
    "length": "Durata",
    "name": "Nome",
    "contact": "Contatto",
    "before": "Finora",
    "code": "Codice",
}
MORE_TIMES = "Altri orari"
FORM = {
    "title": "I suoi recapiti",
    "submit": "Continua",
    "name": "Il suo nome",
    "email": "E-mail",
    "phone": "Telefono",
    "email_hint": "Per poter spostare o disdire più avanti",
    "phone_hint": "Se preferisce",
    "one_is_enough": "basta l'e-mail o il telefono",
    "fallback": "Indichi il suo nome e un indirizzo e-mail o un numero di telefono, per favore.",
}
MORE_TO_TELL = "Se vuole, ci dica di più"
YES_NO = ("Sì", "No")
NOTED_ONLY = "annotato"
MINUTES = "{minutes} minuti"
WITH_STAFF = " con {staff}"
AND, OR = "e", "o"
WHICH_SERVICE = "Che cosa desidera prenotare?"
HERE_IS_THE_LIST = "Ecco che cosa offriamo. Che cosa desidera?"
NOT_BOOKABLE = "Al momento non si può prenotare qui: {service}."
WHICH_OF = "Intende {names}?"
WHICH_LENGTH = "Preferisce {names}?"
OTHER_LENGTH = "Oppure preferisce {names}?"
FOR_PEOPLE = "Quello che può prenotare qui è per le persone. Non so se lo facciamo anche per gli animali."
LENGTH_STAYS = "La durata di un appuntamento non si può più cambiare. Per {length}, mi dica di annullarlo e poi che cosa desidera al suo posto."
WHICH_PLACE = "Ci trova qui: {places}. Dove desidera venire?"
NOT_AT_PLACE = "{service} non si fa presso {place}, ma qui: {places}. Dove desidera venire?"
STAFF_AT_PLACE = "{staff} non lavora presso {place}, ma qui: {there}. Dove desidera venire?"
STAFF_ELSEWHERE = "{staff} lavora solo qui: {there}."
CITY_TIME = "ora di {city}"
SOONEST = "Ecco i prossimi orari liberi per {service}{staff}. Ne scelga uno o mi dica quando le va bene."
THESE_FIT = "Questi orari sono liberi per {service}{staff}. Quale desidera?"
NONE_FIT = (
    "In quel momento non c'è nulla di libero per {service}{staff}: {reason}. Ecco gli orari più vicini."
)
NOTHING_AT_ALL = "Mi dispiace, non trovo orari liberi per {service}{staff}: {reason}."
NOTHING_EARLIER = "Mi dispiace, non ho nulla prima."
NOTHING_LATER = "Mi dispiace, per ora non ho nulla più tardi."
WHICH_TIME = "Quale degli orari desidera?"
# What cannot be as it was said.
UNCLEAR = {
    "no_such_day": "Questo giorno non esiste: «{words}». Intende {days}?",
    "which_day": "Questo giorno non esiste: «{words}». Quale giorno le andrebbe bene?",
    "no_such_time": "Questo orario non esiste: «{words}». A che ora le andrebbe bene?",
    "weekday_and_date_differ": "In «{words}» il giorno della settimana e la data non corrispondono. Intende {days}?",
    "day_month_order": "«{words}» si può leggere in due modi. Intende {days}?",
    "day_or_hour": "«{words}» può essere un giorno o un'ora. Quale giorno intende: {days}?",
    "too_much": "È troppo in una volta sola. Quale giorno e quale ora preferisce?",
}
FEWER_TIMES = "Nell'elenco ce ne sono solo {count}. Quale desidera?"
OTHER_ZONE = "Gli orari sono quelli del nostro fuso, {zone}."
ONE_PERSON = "{service} è per una persona alla volta. Cerco prima un orario per la prima? Poi prenotiamo il successivo."
STAFF_CANNOT = "{staff} non se ne occupa: {service}. È possibile con {others}."
ONE_OF_SERIES = "Prenoto un solo appuntamento alla volta e non posso crearne di ricorrenti. Cominciamo dal primo; ognuno dei successivi richiede una prenotazione a parte."
ONE_OF_PEOPLE = "Prenoto per una persona alla volta, tranne che per i corsi. Cominciamo dalla prima; subito dopo possiamo prenotare per la successiva."
ONE_OF_SERVICES = "Prenoto un solo servizio alla volta. Mi dica quale viene prima; poi passiamo all'altro."
FIRST_AND_THEN = "Prenoto un solo servizio alla volta, prima: {first}. Non è ancora compreso: {rest}. Possiamo continuare con questo subito dopo."
FIRST_AND_UNKNOWN = "Prenoto un solo servizio alla volta, in questo caso: {first}. Non comprende «{rest}»; me lo chieda quando il primo è prenotato."
CANCEL_FIRST = "Prima disdico l'appuntamento, poi cerchiamo un orario: {service}."
GO_ON_SERVICE = "Continuiamo con {service}?"
GO_ON_PEOPLE = "Continuiamo con la persona successiva: {service}?"
NEXT_OF_SERIES = "Questo è solo il primo appuntamento. Mi dica quando vuole il prossimo e lo cerco."
ONE_AT_A_TIME = (
    "{service} ha al massimo {most} posti alla volta. Cerco prima per {most}? Poi prenotiamo gli altri."
)
JUST_TAKEN = "Mi dispiace, {wanted} è appena stato preso. Ecco gli orari liberi più vicini."
JUST_TAKEN_ALONE = (
    "Mi dispiace, {wanted} è appena stato preso. Mi dica un altro giorno o un'altra ora e controllo."
)
EXPIRED = "L'orario che le tenevo era scaduto, quindi ho controllato di nuovo."
KEPT_NEEDS_CONTACT = "Le tengo da parte questo appuntamento: {held}{staff}. Posso tenerlo per dieci minuti. A che nome, e come possiamo contattarla?"
KEPT_NEEDS_NAME = (
    "Le tengo da parte questo appuntamento: {held}{staff}. Posso tenerlo per dieci minuti. A che nome?"
)
KEPT_NEEDS_WAY = "Le tengo da parte questo appuntamento: {held}{staff}. Posso tenerlo per dieci minuti. Grazie, {name}. E il suo indirizzo e-mail o numero di telefono, per favore?"
NOTED_WHICH_TIME = "Grazie, annotato. Quale degli orari desidera?"
KEEPS_CONTACT = (
    "La sua prenotazione mantiene il nome e i recapiti con cui è stata fatta; qui non posso cambiarli."
)
NOTED_WHICH_SERVICE = "Grazie, annotato. Che cosa desidera prenotare?"
NEED_NAME = "Grazie. E il suo nome, per favore?"
# The question where a name may as well be a day, and its two answers.
FOR_WHOM = "Sarà a nome di {name}; lo dica, per favore, all’arrivo di {other}."
ADDRESS_MEANT = "Intendeva {address}?"
NAME_OR_DAY = ("{word} è il suo nome o quando vorrebbe venire?", "Il mio nome", "Quando vengo")
NEED_CONTACT = "Grazie, {name}. E il suo indirizzo e-mail o numero di telefono, per favore?"
BAD_CONTACT = "{detail} Può controllare, per favore?"
ONE_QUESTION = "Prima una domanda: {question}"
ASK_AGAIN = "Non ho capito bene. {question}"
PLEASE_CHECK = {
    "book": "Controlli il riepilogo, per favore. Prenoto?",
    "move": "Controlli il riepilogo, per favore. Sposto?",
    "cancel": "Controlli il riepilogo, per favore. Annullo?",
    "ask": "Controlli il riepilogo, per favore. Dobbiamo accettarla prima che sia prenotato. Invio la richiesta?",
    "cancel_request": "Controlli il riepilogo, per favore. Ritiro la richiesta?",
}
WHAT_INSTEAD = "Va bene, non è stato prenotato nulla. Che cosa preferisce: un altro orario, un altro giorno o un altro servizio?"
KEPT_ANYWAY = "Va bene, l'appuntamento resta com'è."
STOPPED = {
    "book": "Ho interrotto: questo appuntamento non è stato prenotato.",
    "move": "Ho interrotto: il suo appuntamento non è stato spostato.",
    "cancel": "Ho interrotto: il suo appuntamento non è stato annullato.",
    "ask": "Ho interrotto: questa richiesta non è stata inviata.",
}
KEPT_UNTIL = "Le tengo {held}{staff} fino alle {until}."
NOT_BOOKED = "Non è ancora prenotato."
NOT_BOOKED_CONTACT = (
    "Non è ancora prenotato: mi servono ancora il suo nome e un indirizzo e-mail o un numero di telefono."
)
NOT_YET = {
    "book": "Non è ancora prenotato nulla. Dica sì se devo prenotare, o che cosa devo cambiare.",
    "move": "Non è ancora stato spostato nulla. Dica sì se devo spostare, o che cosa devo cambiare.",
    "cancel": "Non è stato disdetto nulla. Dica sì se devo disdire.",
    "ask": "Non è ancora stato inviato nulla. Dica sì se devo inviare la richiesta, o che cosa devo cambiare.",
}
TAKE_YOUR_TIME = "Faccia con calma."
NOTHING_ELSE = "Non ho ancora cambiato nulla. Che cosa devo modificare? Se è tutto giusto, prema il pulsante del riepilogo."
MOVE_WHEN = "Certo. Quando desidera venire?"
MOVE_MEANT = "Capisco che vuole spostare il suo appuntamento: {service}, {when}."
STAFF_CHANGES = "L'appuntamento sarebbe allora con {staff}, non più con {before}."
WHOSE_BOOKING = "Certo. Qual è l'indirizzo e-mail della sua prenotazione? Se ha il codice della prenotazione, aiuta anche quello."
CODE_SENT = "Se c'è una prenotazione con questi dati, nella nostra ultima e-mail all'indirizzo usato c'è un codice di sei cifre. Lo scriva qui. Se ha prenotato solo con il telefono, mi dica il numero e il codice della prenotazione."
CONTACT_CODE_SENT = (
    "Inserisca, per favore, il codice di sei cifre della nostra ultima e-mail a {email}. Poi posso prenotare."
)
CODE_WRONG = "Non è il codice che abbiamo inviato. Guardi l'e-mail più recente e riprovi."
CODE_UNASKED = "Al momento non serve alcun codice. Che cosa posso fare per lei?"
NEW_CODE = {
    "spent": "Troppi tentativi sbagliati: quel codice qui non vale più. Se non arriva una nuova e-mail, lo richieda tra dieci minuti.",
    "expired": "Quel codice non vale più.",
}
NO_BOOKING = "Non c'è più nulla di prenotato. Desidera un nuovo appuntamento?"
ASK_WHICH = {
    "several": "Quale appuntamento intende?",
    "none_fits": "Non trovo nessun suo appuntamento che corrisponda. Questi sono quelli che ha. Quale intende?",
    "one_at_a_time": "Uno alla volta: quale appuntamento per primo?",
}
WHICH_BOOKING = "Grazie. Quale intende?"
HERE_IT_IS = "Ecco la sua prenotazione. Può spostarla o annullarla qui."
NOT_ON_DAY = "No, {day} qui non vedo nulla."
IDENTIFY_FORM = {
    "title": "La sua prenotazione",
    "submit": "Continua",
    "contact": "E-mail o telefono",
    "contact_hint": "Come indicato quando ha prenotato",
    "booking_code": "Codice della prenotazione",
    "booking_code_hint": "Sei lettere e cifre",
    "fallback": "Indichi l'e-mail con cui ha prenotato o il codice della prenotazione, per favore.",
}
CODE_FORM = {
    "title": "Scriva il codice della nostra e-mail",
    "submit": "Continua",
    "code": "Codice di sei cifre",
    "fallback": "Scriva il codice di sei cifre della nostra e-mail, per favore.",
}
YOUR_BOOKING = "Il suo appuntamento"
ALL_RIGHT = "Va bene. Sono qui se serve qualcosa."
GREETING = "Salve! Posso prenotare un appuntamento per lei."
THANKS = "Prego! Posso fare altro per lei?"
GOODBYE = "Arrivederci e a presto!"
SMALL_TALK = "Grazie, molto gentile! Prenoto, sposto e annullo appuntamenti. Che cosa posso fare per lei?"
CALM = "Mi dispiace per il disagio. Mi dica di che cosa ha bisogno, oppure «una persona» e le dirò come parlare con qualcuno."
JOKES = "Le barzellette le lascio al team; il mio forte sono gli appuntamenti."
OUT_OF_SCOPE = "In questo non posso aiutare. Posso prenotare, spostare e annullare appuntamenti e rispondere a domande su di noi."
FIXED_PRICES = "I prezzi sono quelli indicati; non posso cambiarli."
LOST = "Non sono sicuro di aver capito. Mi dica un servizio e un giorno, per esempio «{service} venerdì pomeriggio»."
LOST_TIME = "Non sono sicuro di aver capito. Scelga uno degli orari o mi dica un giorno e un'ora."
LOST_CONTACT = (
    "Non sono sicuro di aver capito. Mi dica il suo nome e un indirizzo e-mail o un numero di telefono."
)
NOT_UNDERSTOOD = "Non sono sicuro di aver capito."
ASK_FOR_A_PERSON = "Parlare con una persona"
HANDED_OVER = "Non posso far entrare una persona in questa chat, ma ho annotato per il nostro staff che vuole parlare con qualcuno. Ecco come contattarci:"
HANDED_OVER_ONLY = "Non posso far entrare una persona in questa chat, ma ho annotato per il nostro staff che vuole parlare con qualcuno."
REACH_US_SO = "Ecco come contattarci:"
CALL_BACK = "Vuole che la ricontattiamo?"
CALL_BACK_NOTED = "Grazie, {name}. L'ho passato al nostro staff: {contact}."
STARTED_OVER = "Bene, ricominciamo. Che cosa desidera prenotare?"
BROKEN = "Mi dispiace, qualcosa è andato storto da parte nostra. Riprovi, per favore."
REACH_US = "Oppure ci contatti direttamente:"
COULD_NOT = "Non è stato possibile: {detail}"
REASONS = {
    "between_starts": "nessun appuntamento comincia proprio a quel minuto",
    "past": "è già passato",
    "closed": "siamo chiusi",
    "time_off": "non c'è nessuno che se ne occupi",
    "fully_booked": "è tutto prenotato",
    "all_held": "altre persone stanno decidendo su quegli orari",
    "notice": "è troppo presto per prepararci",
    "beyond_window": "non accettiamo ancora prenotazioni così in anticipo",
    "no_qualified_staff": "quella persona non se ne occupa",
}
STAFF_AWAY = "{staff} non c'è in quel momento"
NOT_AT_THAT_TIME = "quegli orari sono occupati o siamo chiusi"
ABOUT_ME = "Sono l'assistente per le prenotazioni di {name}, un programma. Se vuole parlare con una persona, lo dica quando vuole: le dirò come contattarci."
FROM_PRICE = "da {price}"
ABOUT_PRICE = "{service} costa {price} e dura {minutes} minuti."
ABOUT_FREE = "{service}: non costa nulla e dura {minutes} minuti."
ABOUT_LENGTH_ONLY = "{service} dura {minutes} minuti."
NO_PRICES = "Qui non sono indicati i prezzi; glieli comunichiamo volentieri su richiesta."
NO_PRICE_OF = "Qui non è indicato il prezzo di: {names}."
ABOUT_HOURS = "Siamo aperti: {hours}."
OPEN_ON = "Aperto {day}: {hours}."
CLOSED_ON = "Siamo chiusi {day}."
CLOSED_FROM_TO = "Da {first} a {last} siamo chiusi."
OPEN_FROM_TO = "Da {first} a {last} siamo aperti: {hours}."
STAFF_IN = "{staff} c'è {day}: {hours}."
STAFF_NOT_IN = "{staff} non c'è {day}."
STAFF_WEEK = "{staff} c'è: {hours}."
CLOSED = "chiuso"
ABOUT_ADDRESS = "Ci trova qui: {address}."
ABOUT_CONTACT = "Può contattarci così: {contact}."
ABOUT_CANCELLING = "Può annullare o spostare gratuitamente fino a {hours} ore prima."
ABOUT_CANCELLING_ANY_TIME = "Può annullare o spostare gratuitamente fino all'inizio dell'appuntamento."
# What the business has not said of itself.
NOT_ENTERED = {
    "address": "Il nostro indirizzo non è ancora indicato qui.",
    "hours": "I nostri orari non sono ancora indicati qui.",
    "contact": "Qui non è ancora indicato nessun nostro telefono o indirizzo e-mail.",
    "staff": "Il nostro staff non è ancora indicato qui.",
    "services": "Qui non si può ancora prenotare nulla: non ci sono servizi indicati.",
}
ABOUT_STAFF = "Il nostro staff: {names}."
WHO_DOES = "{service}: con {names}."
