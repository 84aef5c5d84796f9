"""How each language says that a time is kept, a letter sent, money moved, the team told, a call promised or
somebody put on a list.

Denials, questions and new clauses are those of the language's own words for bookings. What has not happened
yet is no claim, but for calls: "they will call you" is promised by nobody here.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import structs

from agent.guardrails.false_claims.kinds import ClaimKind
from agent.guardrails.false_claims.language import Language
from agent.guardrails.false_claims.languages import ARABIC, ENGLISH, FRENCH, GERMAN, HEBREW, ITALIAN, SPANISH


class Words(NamedTuple):
    """``done`` says it, ``harmless`` is taken out before; a promise is one in spite of ``unless``, the
    softening words of its own."""

    done: str
    harmless: str = "(?!)"
    unless: str | None = None


_ITEM = (
    r"(?:e-?mail|mail|message|sms|text|letter|confirmation|code|link|reminder|receipt|invoice|voucher|copy)"
)
_I = r"(?:i've|i have|we've|we have|i|we)(?: just| now| already| also| gone ahead and)*"
_TEAM = r"(?:the |our |my |your )?(?:team|manager|owner|staff|salon|boss|colleagues?|stylist|reception|front desk|a colleague|them|him|her|dana)"
EN: Mapping[ClaimKind, Words] = {
    ClaimKind.KEEPING: Words(
        r"(?:i'm|i am|we're|we are|i've been|i have been) (?:now |already )?(?:keeping|holding|saving|reserving)\b(?! (?:in mind|track|an eye|prices))"
        rf"|{_I} (?:kept|held|saved|blocked|set aside|put aside|put on hold) (?:it|that|this|the|your|a|one|you|\w+day|\d)\b|put a hold on\b"
        r"|(?:is|are) (?:now )?(?:held|kept|on hold|blocked|saved|set aside) for you\b|on hold for you\b",
        r"kept (?:the|our) (?:price|tradition|hours|rule)s?|saved (?:you )?(?:some )?(?:time|money)",
    ),
    ClaimKind.SENDING: Words(
        rf"{_I} (?:sent|e-?mailed|texted|messaged|mailed)\b|{_ITEM}(?: \w+){{0,4}} (?:has been|have been|was|were) (?:just |already )?(?:sent|e-?mailed|texted|mailed)\b"
        rf"|{_ITEM}(?: \w+){{0,3}} (?:is|are) (?:on (?:its|the|their) way|in your inbox|waiting in your)|you(?:'ve| have) (?:just )?(?:been sent|received|got) (?:an?|our|the) (?:\w+ )?{_ITEM}\b",
    ),
    ClaimKind.MONEY: Words(
        rf"{_I} (?:refunded|charged|credited|debited|waived|reimbursed|paid back|discounted|processed (?:your|the|a) (?:\w+ )?(?:refund|payment)|issued (?:your|the|a) (?:\w+ )?(?:refund|credit|voucher)|applied (?:a|the|your) \w+)\b"
        r"|(?:has been|have been|was|were|is being|are being) (?:just |already |fully )?(?:refunded|charged|credited|debited|waived|reimbursed|paid back)\b"
        r"|(?:refund|payment|deposit|money|voucher|credit) (?:is|was|has been|went|is now) (?:on (?:its|the) way|through|processed|complete\w*|issued|made|approved|back)\b"
        r"|you(?:'ll| will) (?:get|receive|have|see) (?:your|a|the)(?: full| whole)? (?:refund|money)\b",
        r"(?:be|is|are|get) (?:refunded|charged) (?:if|when|unless|once)",
        unless=r"\b(?:not|no|none|nothing|never|cannot|if|once|when|unless|whether|ask|only|can|could|may|might|would)\b|n't\b",
    ),
    ClaimKind.TEAM: Words(
        rf"{_I} (?:told|informed|notified|alerted|asked|contacted|called|phoned|e-?mailed|spoken with|spoke with|checked with|let) {_TEAM}\b|{_I} (?:reached out|spoken|spoke|talked)(?= to {_TEAM}\b)"
        rf"|{_I} (?:passed (?:it|this|that|your \w+) (?:on|along)|passed (?:on|along)|forwarded|escalated|flagged|raised)\b"
        rf"|{_TEAM} (?:has been|have been|was|were|is|are) (?:now |already )?(?:told|informed|notified|alerted|aware)\b|(?:has been|was) (?:passed (?:on|along)|forwarded|escalated)(?= to\b)",
        unless=r"\b(?:not|no|nothing|never|nobody|cannot|can|could|will|would|shall|should|may|might|if|once|when|until|whether|want|please)\b|n't\b|'ll\b",
    ),
    ClaimKind.CALLING: Words(
        r"(?:someone|somebody|a colleague|a person|the team|our team|a team member|a member of (?:the|our) (?:team|staff)|we|i|they|dana|the manager|the owner|the salon)(?:'ll| will| is going to| are going to|'re going to)(?: \w+){0,2} "
        r"(?:call|phone|ring|contact|get back to|reach out to|text|e-?mail|write to|be in touch with) (?:you|with you)\b|(?:will|'ll) be in touch\b|(?:someone|somebody|a colleague|they|dana) (?:is|are) (?:already )?(?:calling|on (?:their|the|her|his) way|joining)\b",
        unless=r"\b(?:not|no one|nobody|never|cannot|cant|whether|ask)\b|n't\b|\bonce (?:the|it)\b",
    ),
    ClaimKind.LISTING: Words(
        rf"{_I} (?:put|added|placed|entered) (?:you|your \w+|it|that|them)(?=(?: \w+){{0,2}} (?:on|to|onto|in) (?:the|our|a|your) (?:\w+ )?(?:wait\w*(?: ?list)?|list|file|profile|notes?|record)\b)"
        rf"|(?<!\w)(?:on|first on|next on) (?:the|our) (?:waitlist|(?:waiting|wait|cancellation|priority) list)\b|{_I} (?:added|made|left|put) a (?:note|remark|comment)\b|{_I} (?:set|created|scheduled) (?:up )?(?:a|your|the) (?:reminder|alert)\b",
    ),
}  # fmt: skip
_DE_ICH = r"(?:ich|wir) (?:habe?|haben)|(?:habe|haben) (?:ich|wir)"
DE: Mapping[ClaimKind, Words] = {
    ClaimKind.KEEPING: Words(
        r"(?:ich|wir) (?:halte|halten|blockiere|blockieren)(?: \w+){0,6}? (?:für sie|für dich|frei|zurück|bereit)\b|(?:halte|halten) (?:ich|wir)(?: \w+){0,4}? (?:frei|zurück|bereit|für (?:sie|dich))\b"
        r"|(?:freigehalten|zurückgehalten|zurückgelegt|blockiert|geblockt|aufgehoben)\b|(?:gehört|gehoert) (?:jetzt |nun )?(?:ihnen|dir)\b",
        r"aufgehoben(?=\W*$)(?<=gut aufgehoben)|gut aufgehoben",
    ),
    ClaimKind.SENDING: Words(
        r"(?:mail|nachricht|sms|bestätigung|code|link|erinnerung|rechnung|brief|quittung|gutschein)\w*(?: \w+){0,5}? (?:geschickt|gesendet|versendet|verschickt|zugeschickt|gemailt|unterwegs|rausgegangen)\b"
        rf"|(?:{_DE_ICH})(?: \w+){{0,6}}? (?:geschickt|gesendet|zugeschickt|versendet|verschickt|gemailt|geschrieben|gesimst)\b|(?:liegt|ist) (?:\w+ )?in (?:ihrem|deinem) (?:postfach|posteingang)\b",
    ),
    ClaimKind.MONEY: Words(
        r"(?:erstattet|zurückerstattet|rückerstattet|zurückgezahlt|zurücküberwiesen|überwiesen|abgebucht|belastet|gutgeschrieben|erlassen|storniert und erstattet|ausgezahlt)\b|(?:sie|du) (?:bekommen|bekommst|erhalten|erhältst)(?: \w+){0,3}? (?:geld zurück|zurückerstattet|erstattung)\b"
        r"|(?:erstattung|rückzahlung|zahlung|gutschrift|rabatt)(?: \w+)? (?:ist|wurde|wird)(?: \w+){0,2} (?:unterwegs|veranlasst|eingeleitet|gebucht|erfolgt|abgeschlossen|durch|eingerichtet)\b|(?:erstattung|rückzahlung|zahlung|rabatt)(?: \w+){0,2} (?:veranlasst|eingeleitet|eingerichtet)\b",
        r"werden? (?:\w+ ){0,4}(?:erstattet|belastet)|wird (?:\w+ ){0,4}(?:erstattet|belastet|abgebucht)",
        unless=r"\b(?:nicht|nichts|kein\w*|nie|wenn|falls|sobald|ob|kann|können|könnte\w*|würde\w*|nur|erst)\b",
    ),
    ClaimKind.TEAM: Words(
        rf"(?:{_DE_ICH})(?: \w+){{0,6}}? (?:weitergegeben|weitergeleitet|informiert|benachrichtigt|verständigt|bescheid gegeben|bescheid gesagt|gemeldet|ausgerichtet|angerufen|gesprochen|nachgefragt)\b"
        r"|(?:weiss|wissen)(?: jetzt| nun| schon)? bescheid\b|(?:team|chefin|chef|kollegin|kollege|kollegen|salon|dana)(?: \w+){0,2}? (?:wurde|ist|sind|weiss)(?: \w+){0,2}? (?:informiert|benachrichtigt|verständigt|bescheid)\b",
    ),
    ClaimKind.CALLING: Words(
        r"(?:jemand|wir|ich|das team|unser team|eine kollegin|ein kollege|ein mitarbeiter|eine mitarbeiterin|dana|die chefin|der chef|man) (?:wird|werden|werde|ruft|rufen|rufe|meldet|melden|melde|kontaktiert|kontaktieren|schreibt|kommt)(?: \w+){0,4}? (?:anrufen|an|zurück|melden|bei ihnen|bei dir|zurückrufen|kontaktieren|sie|dich|in den chat)(?!\w)",
        r"(?:ich|wir) (?:rufe|rufen)(?: \w+)? auf|(?:kommt|kommen) (?:es )?(?:auf|an auf|\w+ an)",
        unless=r"\b(?:nicht|nichts|kein\w*|niemand|nie|kann|können|ob|fragen?)\b",
    ),
    ClaimKind.LISTING: Words(
        rf"(?:{_DE_ICH})(?: \w+){{0,6}}? (?:auf|in) (?:die|unsere|der|unserer|ihre|ihr) (?:\w*liste|akte|profil|kartei)(?: \w+){{0,2}}? (?:gesetzt|aufgenommen|geschrieben|eingetragen|hinzugefügt)\b|(?:sie|du) (?:stehen|stehst|sind|bist)(?: \w+)? auf (?:der|unserer) \w*liste\b|(?:{_DE_ICH})(?: \w+){{0,4}}? (?:notiz|vermerk|erinnerung)(?: \w+){{0,3}}? (?:hinterlegt|gemacht|hinterlassen|eingerichtet|gestellt|angelegt)\b",
    ),
}  # fmt: skip
_FR_JAI = r"(?:j'ai|nous avons|on a|je viens de|je vous ai|je l'ai|nous vous avons|je leur ai|je t'ai)"
FR: Mapping[ClaimKind, Words] = {
    ClaimKind.KEEPING: Words(
        rf"je (?:vous |te |le |la |l')?(?:garde|bloque|retiens|mets de côté)(?! (?:en tête|à l'esprit))|nous vous (?:gardons|bloquons|retenons)(?!\w)|{_FR_JAI} (?:\w+ )?(?:gardé|bloqué|retenu|mis de côté|mis en attente)(?!\w)|(?:est|sont) (?:gardé|bloqué|retenu|à vous|mis de côté|mise de côté)e?s?(?!\w)",
        r"(?:voulez|veux|souhait\w*|dois|puis|faut)[^.!?]*\?|(?:c'est|choix est) à vous(?: de)?|(?:est|sont) à vous de",
    ),
    ClaimKind.SENDING: Words(
        rf"{_FR_JAI} (?:\w+ ){{0,2}}?(?:envoyé|adressé|transmis|expédié|écrit)e?s?(?!\w)(?! à l'équipe)|(?:mail|e-mail|courriel|message|sms|confirmation|code|lien|rappel|facture|reçu)(?: \w+){{0,4}} (?:a été|vient d'être|est|vous a été) (?:envoyé|expédié|parti|en route|dans votre boîte)e?(?!\w)|je (?:vous |t')?viens de (?:vous )?(?:l')?(?:envoyer|écrire)(?!\w)",
    ),
    ClaimKind.MONEY: Words(
        rf"(?:remboursé|débité|crédité|facturé|prélevé)e?s?(?!\w)|{_FR_JAI} (?:\w+ )?(?:offert|appliqué|accordé|effectué|lancé)(?: \w+){{0,3}} (?:remise|réduction|remboursement|frais|virement)(?!\w)|(?:remboursement|virement|paiement|remise) (?:\w+ )?(?:est|a été) (?:\w+ )?(?:fait|effectué|lancé|en cours|en route|validé|passé|accordée?|appliquée?)(?!\w)|vous (?:serez|allez être) rembours",
        r"(?:sont|est|être) (?:remboursé|débité|facturé|prélevé)e?s? (?:si|quand|en cas|lorsque|dès)",
        unless=r"(?<!\w)(?:ne|pas|rien|aucune?|jamais|sans|non|peut|peuvent|pourra\w*|pourrait|si|quand|lorsque|dès|doit|en cas|être)(?!\w)|(?<!\w)n'",
    ),
    ClaimKind.TEAM: Words(
        rf"{_FR_JAI} (?:\w+ )?(?:prévenu|informé|averti|transmis|signalé|alerté|demandé|contacté|appelé|parlé)e?s?(?: \w+){{0,3}}? (?:à |avec )?(?:l'équipe|équipe|la gérante|le gérant|mes collègues|un collègue|une collègue|la responsable|le salon|dana)(?!\w)|(?:l'équipe|la gérante|le gérant|le salon|dana) (?:\w+ )?(?:est|a été) (?:prévenu|informé|averti|au courant|alerté)e?(?!\w)|{_FR_JAI} (?:transmis|passé) (?:votre|ta|le|la) (?:demande|message|réclamation|plainte)(?!\w)",
    ),
    ClaimKind.CALLING: Words(
        r"(?:quelqu'un|l'équipe|notre équipe|un collègue|une collègue|la gérante|le gérant|dana|nous|on|je) (?:va |allons |vais |vous |te )*(?:rappellera|rappellerons|rappelle|rappelons|rappeler|contactera|contacter|contacterons|appellera|appeler|appellerons|recontacter|recontactera|recontacterons|répondra|écrira|joindra|rejoindra)(?!\w)",
        unless=r"(?<!\w)(?:ne|pas|personne|jamais|peut|peuvent|pouvez)(?!\w)|(?<!\w)n'",
    ),
    ClaimKind.LISTING: Words(
        rf"{_FR_JAI} (?:\w+ )?(?:ajouté|mis|placé|noté)e?s?(?: \w+){{0,3}}? (?:sur|à|dans) (?:la|notre|une|votre) (?:liste|dossier|fiche)(?!\w)|vous êtes (?:\w+ )?sur (?:la|notre) liste(?!\w)|{_FR_JAI} (?:\w+ )?(?:ajouté|laissé|mis|créé|programmé) (?:une note|un mot|un rappel|une remarque)(?!\w)",
    ),
}  # fmt: skip
ES: Mapping[ClaimKind, Words] = {
    ClaimKind.KEEPING: Words(
        r"(?:le |te |os )?(?:estoy guardando|estamos guardando|guardo|guardamos|mantengo|mantenemos|aparto|bloqueo)(?: \w+){0,5}? (?:hora|hueco|cita|sitio|turno|plaza|lunes|martes|miércoles|jueves|viernes|sábado|domingo|las \d)|(?:he|hemos) (?:guardado|apartado|bloqueado)(?!\w)|(?:es|son) (?:ya )?(?:suy|tuy)[oa]s?(?!\w)|(?:está|queda) (?:guardad|apartad|bloquead)[oa](?!\w)",
        r"(?:decisión|elección) es (?:suya|tuya)",
    ),
    ClaimKind.SENDING: Words(
        r"(?:he|hemos) (?:enviado|mandado|escrito|remitido)(?!\w)(?! (?:a|al) (?:equipo|dueñ))|acabo de (?:enviar|mandar|escribir)\w*(?!\w)|(?:correo|mensaje|sms|confirmación|código|enlace|recordatorio|factura|e-mail|email)(?: \w+){0,4} (?:ha sido|fue|está|va) (?:enviad[oa]|mandad[oa]|en camino|de camino|en su bandeja|en tu bandeja)(?!\w)|le (?:envié|mandé)(?!\w)|te (?:envié|mandé)(?!\w)",
    ),
    ClaimKind.MONEY: Words(
        r"(?:he|hemos|ha sido|han sido|fue|queda|quedó) (?:\w+ )?(?:reembolsad|devuelt|cobrad|cargad|abonad|descontad|condonad)\w*(?!\w)|(?:he|hemos) (?:aplicado|hecho|tramitado|procesado|emitido)(?: \w+){0,3} (?:descuento|reembolso|devolución|pago|abono)(?!\w)|(?:reembolso|devolución|pago|descuento) (?:\w+ )?(?:está|ha sido|fue) (?:\w+ )?(?:hech[oa]|en camino|tramitad[oa]|procesad[oa]|aplicad[oa]|realizad[oa])(?!\w)|(?:le|te) (?:devolveremos|reembolsaremos|devolvemos|reembolsamos)(?!\w)|(?:recibirá|recibirás) (?:su|tu|el) (?:dinero|reembolso)",
        unless=r"(?<!\w)(?:no|nada|nunca|sin|ni|puede\w*|podría\w*|si|cuando|solo|sólo)(?!\w)",
    ),
    ClaimKind.TEAM: Words(
        r"(?:he|hemos) (?:avisado|informado|notificado|pasado|comunicado|preguntado|llamado|hablado|trasladado|contactado)(?: \w+){0,4}? (?:al|a la|a nuestro|con el|con la|a mi|con) (?:equipo|dueñ[oa]|encargad[oa]|jef[ea]|salón|compañer[oa]s?|dana)(?!\w)|(?:he|hemos) (?:pasado|trasladado|transmitido) (?:su|tu|el|la) (?:mensaje|queja|petición|solicitud|recado)(?!\w)|(?:el equipo|la encargada|el encargado|el salón|dana) (?:ya )?(?:está|ha sido|fue) (?:avisad|informad|notificad|al tanto|enterad)\w*(?!\w)",
    ),
    ClaimKind.CALLING: Words(
        r"(?:le|te|os) (?:llamará|llamarán|llamaremos|llamaré|llama|contactará|contactarán|contactaremos|escribirá|escribiremos|responderá|avisará|avisaremos|devolverá la llamada)\w*(?!\w)|(?:se pondrá|se pondrán|nos pondremos|me pondré) en contacto(?!\w)|alguien (?:del equipo )?(?:le|te) (?:va a )?(?:llamar|contactar|escribir)\w*(?!\w)",
        unless=r"(?<!\w)(?:no|nadie|nunca|puede\w*|podría\w*)(?!\w)",
    ),
    ClaimKind.LISTING: Words(
        r"(?:he|hemos) (?:\w+ )?(?:puesto|añadido|incluido|metido|agregado)(?: \w+){0,4}? (?:en|a) (?:la|nuestra|una|su|tu) (?:lista|ficha|historial)(?!\w)|(?:está|estás) (?:ya )?en (?:la|nuestra) lista(?!\w)|(?:he|hemos) (?:dejado|añadido|puesto|creado|programado) (?:una nota|un recordatorio|un aviso)(?!\w)",
    ),
}  # fmt: skip
IT: Mapping[ClaimKind, Words] = {
    ClaimKind.KEEPING: Words(
        r"(?:le |ti |vi )?(?:sto tenendo|stiamo tenendo|tengo|teniamo|blocco|blocchiamo)(?: \w+){0,5}? (?:per lei|per te|libero|libera|da parte|bloccat[oa]|in sospeso)(?!\w)|(?:ho|abbiamo) (?:\w+ )?(?:tenuto|bloccato|messo da parte|conservato)(?!\w)|(?:è|sono) (?:\w+ )?(?:(?:suo|sua|tuo|tua)(?=\W*$)|(?:bloccat[oa]|tenut[oa])(?!\w))",
        r"scelta è (?:sua|tua)|è (?:il |la )?(?:suo|sua|tuo|tua) (?:nome|numero|mail|indirizzo|prima)\w*",
    ),
    ClaimKind.SENDING: Words(
        r"(?:ho|abbiamo) (?:\w+ )?(?:inviat|mandat|spedit|scritt)[oaie](?!\w)|(?:mail|email|e-mail|messaggio|sms|conferma|codice|link|promemoria|fattura)(?: \w+){0,4} (?:è stat[oa] |è )(?:inviat|mandat|spedit|in arrivo|partit)\w*(?!\w)",
    ),
    ClaimKind.MONEY: Words(
        r"(?:ho|abbiamo|è stat[oa]|sono stat[ie]) (?:\w+ )?(?:rimborsat|addebitat|accreditat|scontat|restituit)[oaie](?!\w)|(?:ho|abbiamo) (?:applicato|fatto|emesso|avviato|effettuato)(?: \w+){0,3} (?:sconto|rimborso|pagamento|accredito)(?!\w)|(?:rimborso|pagamento|sconto|accredito) (?:\w+ )?(?:è stato|è) (?:\w+ )?(?:fatto|effettuato|in arrivo|avviato|emesso|applicato|completato)(?!\w)|(?:la|ti) rimborseremo|(?:riceverà|riceverai) (?:il|un|i) (?:suo |tuo |suoi |tuoi )?(?:rimborso|soldi)",
        unless=r"(?<!\w)(?:non|niente|nulla|mai|senza|né|può|possono|potrebbe|se|quando|solo)(?!\w)",
    ),
    ClaimKind.TEAM: Words(
        r"(?:ho|abbiamo) (?:\w+ )?(?:avvisat|informat|avvertit|segnalat|passat|comunicat|chiest|chiamat|contattat|parlat|inoltrat)[oaie](?: \w+){0,4}? (?:il team|lo staff|allo staff|al team|la titolare|il titolare|alla titolare|al titolare|i colleghi|ai colleghi|un collega|una collega|il salone|al salone|con dana|dana|con lo staff|con la titolare|con il titolare|con un collega|con una collega)(?!\w)|(?:ho|abbiamo) (?:\w+ )?(?:inoltrato|passato|trasmesso) (?:la|il) (?:sua |suo |tua |tuo )?(?:richiesta|messaggio|reclamo|segnalazione)(?!\w)|(?:lo staff|il team|la titolare|il titolare|dana) (?:è|è già|è stat[oa]) (?:\w+ )?(?:avvisat|informat|avvertit|al corrente)\w*(?!\w)",
    ),
    ClaimKind.CALLING: Words(
        r"(?:la|ti|vi) (?:chiamerà|chiameranno|chiameremo|richiamerà|richiameremo|richiameranno|contatterà|contatteranno|contatteremo|ricontatterà|ricontatteremo|chiamo io|chiameremo noi)(?!\w)|(?:qualcuno|un collega|lo staff|la titolare|dana) (?:la|ti|le) (?:chiamerà|contatterà|risponderà|scriverà|richiamerà)(?!\w)|ci metteremo in contatto(?!\w)",
        unless=r"(?<!\w)(?:non|nessuno|mai|può|possono)(?!\w)",
    ),
    ClaimKind.LISTING: Words(
        r"(?:l'|la |ti |vi )?(?:ho|abbiamo) (?:\w+ )?(?:mess|aggiunt|inserit)[oaie](?: \w+){0,3}? (?:in|nella|alla|sulla) (?:lista|nostra lista|scheda|sua scheda)(?!\w)|(?:è|sei) (?:\w+ )?(?:in|nella) lista(?!\w)|(?:ho|abbiamo) (?:lasciato|aggiunto|messo|impostato|creato) (?:una nota|un promemoria|un appunto)(?!\w)",
    ),
}  # fmt: skip
HE: Mapping[ClaimKind, Words] = {
    ClaimKind.KEEPING: Words(
        r"(?:אני |אנחנו )?(?:שומרת?|שומרים|מחזיקה?|מחזיקים) (?:לך|לכם|עבורך|עבורכם|את)(?!\w)|שמרתי (?:לך|לכם|את)|שמרנו (?:לך|לכם|את)|(?:השעה|המקום|התור|השעה הזאת)(?: \w+){0,2} (?:שלך|שלכם)(?= |$|[.!,])|(?:תפסתי|שיריינו) (?:לך|לכם)",
    ),
    ClaimKind.SENDING: Words(
        r"שלחתי|שלחנו|נשלח(?:ה|ו)?(?!\w)|(?:המייל|ההודעה|הקוד|האישור|הקישור|התזכורת) (?:כבר )?(?:בדרך|אצלך)",
        unless=r"(?<!\w)(?:לא|אין|טרם|אם|כש\w*|עד|לפני|יהיה|יכול\w*|אפשר|ניתן|רוצה|ברגע)(?!\w)",
    ),
    ClaimKind.MONEY: Words(
        r"החזרתי|החזרנו|הוחזר\w*|זיכיתי|זיכינו|זוכה|זוכית|זוכיתם|חויב\w*|חייבתי|חייבנו|(?:הכסף|ההחזר|התשלום|הזיכוי) (?:כבר )?(?:הוחזר|בוצע|בדרך|אושר|נשלח|עבר)|(?:נתתי|נתנו|הפעלתי) (?:לך |לכם )?(?:הנחה|זיכוי|החזר)|(?:תקבל|תקבלי|תקבלו) (?:את )?(?:החזר|הכסף|זיכוי)",
        unless=r"(?<!\w)(?:לא|אין|טרם|אם|כש\w*|רק|יכול\w*|אפשר|ניתן)(?!\w)",
    ),
    ClaimKind.TEAM: Words(
        r"(?:הודעתי|הודענו|עדכנתי|עדכנו|דיווחתי|סיפרתי|אמרתי|שאלתי|דיברתי|התקשרתי) (?:ל|את |עם )?(?:ה)?(?:צוות|מנהל\w*|בעל\w*|סלון|קולגה|דנה)\w*|(?:העברתי|העברנו) (?:את )?(?:ה)?(?:הודעה|בקשה|תלונה|פנייה)\w*|(?:הצוות|המנהלת?|הסלון|דנה) (?:כבר )?(?:יודע\w*|עודכנ\w*|עודכן|קיבל\w* הודעה)",
    ),
    ClaimKind.CALLING: Words(
        r"(?:יתקשר\w*|תתקשר|נתקשר|אתקשר|יחזר\w*|יחזור|תחזור|נחזור|אחזור|ניצור קשר|ייצור|יצרו|תיצור)(?: \w+)? (?:אליך|אליכם|איתך|איתכם|קשר)",
        unless=r"(?<!\w)(?:לא|אף אחד|אין|יכול\w*|אפשר)(?!\w)",
    ),
    ClaimKind.LISTING: Words(
        r"(?:הוספתי|הוספנו|הכנסתי|הכנסנו|שמתי|צירפתי)(?: \w+){0,2} (?:ל|ב)(?:רשימ|תיק|כרטיס)\w*|(?:את|אתה|אתם) (?:כבר )?ברשימ\w*|(?:הוספתי|השארתי|רשמתי|כתבתי|הגדרתי) (?:לך )?(?:הערה|תזכורת|פתק)",
    ),
}  # fmt: skip
AR: Mapping[ClaimKind, Words] = {
    ClaimKind.KEEPING: Words(
        r"(?:أحتفظ|نحتفظ|أحجز|احتفظت|احتفظنا|أبقيت) (?:لك|لكم|ب\w+)(?! (?:في|بال)?اعتبار)|(?:الموعد|الوقت|الساعة)(?: \w+){0,3} (?:لك|لكم)(?= |$|[.!،])(?! (?:مناسب|خيار))|(?:محفوظ|محتفظ به) (?:لك|لكم)",
        r"هل (?:الموعد|الوقت)[^.؟!]*",
    ),
    ClaimKind.SENDING: Words(
        r"(?:أرسلت|أرسلنا|بعثت|بعثنا|ارسلت|ارسلنا)\w*|تم(?:ت)? (?:إرسال|ارسال)|(?:الرسالة|البريد|الرمز|التأكيد|الرابط) (?:في الطريق|في بريدك|وصل\w*)|وصلتك رسالة",
    ),
    ClaimKind.MONEY: Words(
        r"(?:أعدنا|أعدت|رددنا|رددت|استرددنا|خصمنا|خصمت) (?:لك |لكم |إليك )?(?:المبلغ|المال|النقود|الدفعة|المبالغ|العربون|\d+)|تم(?:ت)? (?:استرداد|إعادة|رد|خصم|إرجاع|تحصيل) (?:المبلغ|المال|الدفعة|العربون|النقود|قيمة|مبلغ)|(?:ستسترد|ستستعيد|سيعاد إليك|سنعيد لك|سنعيد إليك|سنرد لك) (?:ال)?(?:مبلغ|مال|نقود|المبلغ)|(?:منحتك|منحناك|طبقت|طبقنا)(?: \w+)? (?:خصم|الخصم)\w*",
        unless=r"(?<!\w)(?:لم|لا|ليس\w*|لن|دون|بدون|إذا|لو|عندما|يمكن\w*|هل|فقط)(?!\w)",
    ),
    ClaimKind.TEAM: Words(
        r"(?:أبلغت|أبلغنا|أخبرت|أخبرنا|أعلمت|أعلمنا|سألت|كلمت|اتصلت ب|تواصلت مع) ?(?:ال|مع ال|ب)?(?:فريق|مدير|مديرة|صاحب|صاحبة|صالون|زملا|موظف|دانا)\w*|(?:نقلت|حولت|رفعت|مررت|أوصلت) (?:طلبك|رسالتك|شكواك|الرسالة|الطلب|الشكوى)\w*|(?:الفريق|المدير|المديرة|الصالون) (?:على علم|تم إبلاغه\w*|علم بالأمر)|تم إبلاغ (?:ال)?(?:فريق|مدير)\w*",
    ),
    ClaimKind.CALLING: Words(
        r"(?:سيتصل|ستتصل|سنتصل|سأتصل|سيعاود|سنعاود|سيتواصل|ستتواصل|سنتواصل|سيرد|سيكلمك)(?: \w+){0,3}? ?(?:بك|بكم|معك|معكم|عليك|عليكم|الاتصال)|سيكلمك\w*",
        unless=r"(?<!\w)(?:لم|لا|ليس\w*|لن|أحد لن|يمكن\w*|هل)(?!\w)",
    ),
    ClaimKind.LISTING: Words(
        r"(?:أضفت|أضفنا|وضعت|وضعنا|سجلت)\w*(?: \w+){0,3}? (?:إلى|على|في) (?:ال)?(?:قائمة|ملف|سجل)\w*|(?:أنت|انت|أنتم) (?:الآن )?(?:على|في) (?:ال)?قائمة|(?:أضفت|كتبت|تركت|ضبطت|وضعت) (?:لك )?(?:ملاحظة|تذكير\w*)",
    ),
}  # fmt: skip


def _languages() -> Iterator[tuple[ClaimKind, Language]]:
    of_language = (
        (ENGLISH, EN), (GERMAN, DE), (FRENCH, FR), (SPANISH, ES), (ITALIAN, IT), (HEBREW, HE), (ARABIC, AR),
    )  # fmt: skip
    for language, claims in of_language:
        for kind, words in claims.items():
            yield (
                kind,
                structs.replace(
                    language,
                    done=words.done,
                    harmless=words.harmless,
                    not_done=language.not_done if words.unless is None else words.unless,
                ),
            )


OTHERS = tuple(_languages())
# A sentence is held back from the first of these on, as one with them may claim an operation.
STEMS = (
    "keep", "hold", "held", "kept", "sav", "block", "aside", "sent", "e-mail", "email", "mail", "text", "messag", "inbox", "way", "refund", "charg", "credit", "waiv",
    "reimburs", "paid", "payment", "deposit", "money", "discount", "told", "inform", "notif", "alert", "ask", "pass", "forward", "escalat", "flag", "rais", "aware", "team",
    "manager", "call", "phon", "ring", "contact", "get", "reach", "touch", "list", "note", "remind", "wait", "yours", "expecting",
    "halt", "frei", "zurück", "aufgehob", "gehört", "geschick", "gesend", "versend", "verschick", "gemail", "unterwegs", "geschrieb", "postfach", "erstatt", "rückzahl", "überwies",
    "abgebuch", "belast", "gutgeschr", "erlass", "geld", "rabatt", "weiter", "benachricht", "verständ", "bescheid", "melde", "ruf", "anruf", "kontakt", "liste", "wartel", "gesetz", "notiz", "vermerk", "erinner",
    "gard", "bloqu", "retien", "retenu", "côté", "envoy", "adress", "transm", "rembours", "débit", "crédit", "factur", "prélev", "remise", "réduc", "préven", "avert", "signal", "rappel", "recontact", "appel", "répond", "mis", "à vous",
    "guard", "mantengo", "aparto", "suy", "tuy", "envi", "mand", "correo", "mensaje", "reembols", "devol", "devuel", "cobrad", "cargad", "abon", "descu", "avis", "notific", "pasad", "llam", "contact", "escrib", "apuntad", "puest", "añad", "recordatori", "pondr",
    "ten", "blocc", "messo", "invia", "mandat", "spedi", "messagg", "rimbors", "addebit", "accredit", "scont", "avvis", "avvert", "inoltr", "chiam", "richiam", "contatt", "lista", "promemori",
    "spok", "talk", "let", "check", "informier", "gesproch", "nachgefragt", "gemeldet", "ausgericht", "parl", "demand", "inform", "habl", "pregunt", "trasl", "chiest", "דיבר", "סיפר", "אמרתי", "שאלתי", "התקשרתי", "سألت", "كلمت", "تواصلت", "اتصلت",
    "שומר", "מחזיק", "שמר", "שלך", "שלח", "נשלח", "בדרך", "החזר", "הוחזר", "זיכ", "זוכ", "חויב", "חייב", "הנחה", "הודע", "עדכנ", "דיווח", "העבר", "יודע", "יתקשר", "תתקשר", "נתקשר", "אתקשר", "יחזור", "נחזור", "קשר", "רשימ", "הערה", "תזכורת",
    "أحتفظ", "نحتفظ", "احتفظ", "أرسل", "ارسل", "بعث", "إرسال", "ارسال", "أعد", "رد", "خصم", "استرداد", "ستسترد", "أبلغ", "أخبر", "أعلم", "نقلت", "حولت", "سيتصل", "سنتصل", "سأتصل", "سيعاود", "سنعاود", "سيتواصل", "سنتواصل", "أضف", "وضع", "قائمة", "ملاحظة", "تذكير", "لك",
)  # fmt: skip
