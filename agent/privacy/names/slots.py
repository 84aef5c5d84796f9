"""Slots in which a word that nobody knows is a name: before the verb of somebody, behind a wish to write
somebody down, and behind relatives who are told by two words."""

import re

# What somebody does whom a customer speaks of, in the third person, and what else follows a name.
THEIR_VERBS = re.compile(
    r"\s+(?:has|had|is|was|wants|wanted|needs|would|will|can|could|comes?|came|likes?|loves?|gets?|goes|go|join|joins|have|be|born|turned|turns|also|too|and i|"
    r"hat|hatte|ist|war|will|wollte|braucht|möchte|würde|kann|könnte|kommt|mag|hätte|bekommt|geht|wurde|wird|mitkommen|kommen|auch|und ich|"
    r"a|avait|est|était|veut|voudrait|voulait|aimerait|peut|vient|viendra|aime|doit|venir|né|née|aussi|et moi|"
    r"tiene|tenía|es|está|quiere|quería|querría|necesita|puede|viene|vendrá|venir|nació|cumple|prefiere|también|y yo|"
    r"ha|aveva|è|era|vuole|voleva|vorrebbe|può|viene|verrà|venire|nat[oa]|compie|deve|preferisce|anche|e io|"
    r"צריך|צריכה|רוצה|יכול|יכולה|מבקש|מבקשת|אוהב|אוהבת|באה?|בא|מגיעה?|הולכת?|תבוא|יבוא|תגיע|יגיע|מעדיפה?|נולדה?|תוכל|יוכל|לבוא|גם|יש|אין|"
    r"היא|הוא|בת|בן|ואני|"
    r"يحتاج|تحتاج|يريد|تريد|يرغب|ترغب|بدها|بدو|بده|محتاجة?|عايزة?|عنده?ا?|لديها?|ستأتي|سيأتي|تأتي|يأتي|تيجي|ييجي|"
    r"جاي|جاية|حجزت?|قادمة?|مولودة?|ولدت?|تقدر|يقدر|يمكنها|يمكنه|تحب|يحب|تفضل|يفضل|أيضا|ايضا|كمان|هي|هو|وأنا)(?!\w)",
    re.I,
)
_ARTICLE = r"(?:(?:down|in|us|me|it|an?|bitte|uns|mich|den|die|mal|moi|ça|à|a|al|la|el|mi|mia|את|لي|عندك) )?"
# Whoever speaks, and nothing behind the name.
_SPEAKS = (
    r"(?:hier spricht|am apparat ist|habla|parla|מדברת?|معكم?)(?= [\w'’-]+(?: [\w'’-]+)?\s*(?:[.,!،]|$)) "
)
# "My little one", "השכנה שלנו", "جارتنا": a word of anybody's, before a name and what they do.
THEIRS = re.compile(
    r"(?<!\w)(?:(?:my|our) (?:little|wee|big|elder|eldest|youngest|middle|other) (?:one|half|lad|girl|boy)|"
    r"(?:ma|notre) (?:petite|grande|puce)|(?:mon|notre) (?:petit|grand)|unsere? (?:kleine|große|kleiner|großer)|"
    r"ה?[א-ת]{2,} (?:שלי|שלנו)|(?:[ء-ي]{3,}(?:تي|نا)|[ء-ي]{3,}ي))[,:،]? ",
    re.I,
)
_RELATIVES_OF_TWO = (
    r"(?:ל|בשביל |עבור )ה?[א-ת]{2,}(?: ה[א-ת]{2,})? שלי|"
    r"(?:ل|لـ|من أجل |عشان )?(?:ابن|بنت|أخت|اخت|أخ|اخ|أم|ام|زوجة?|زوج|صديقة?|جارة?|والدة?|خطيبة?) [ء-ي]{2,}(?<=ي)"
)
# Before somebody who is to be written down, who speaks, or for whom an appointment is.
WRITTEN_DOWN = re.compile(
    rf"(?<!\w)(?:(?:write|put|note|pencil|sign|book|squeeze) {_ARTICLE}|"
    rf"(?:schreib|schreibt|schreiben sie|trag|tragt|tragen sie|notier\w*(?: sie)?|setz|setzen sie) {_ARTICLE}|"
    rf"(?:note[zr]?|écri\w+|mett(?!o )\w+|inscri\w+|marque[zr]?) {_ARTICLE}|"
    rf"(?:apunt\w+|anot\w+|escrib\w+|pon|ponga|ponme|reserv\w+) {_ARTICLE}|"
    rf"(?:scriv\w+|segn\w+|mett(?!o )\w+|annot\w+) {_ARTICLE}|"
    rf"ת(?:רשמ|כתב|קבע|שבצ)[יו]? (?:את |ל)?|(?:לרשום|לכתוב|לקבוע) את |"
    rf"(?:سجل|سجلي|سجلوا|اكتب|اكتبي|اكتبوا|احجز|احجزي|احجزوا|حط|حطي) (?:لي |ل)?|"
    rf"(?:c'est|ici|this is|it's|hier ist|hier spricht|soy|habla|sono|parla)(?= [\w'’-]+(?: [\w'’-]+)? "
    rf"(?:à l'appareil|au bout|au téléphone|speaking|on the|am apparat|am telefon|al teléfono|al aparato|al telefono)) |"
    rf"(?:appointment|booking|slot)(?: is|'s| would be)? for |(?:termin|buchung)(?: ist| wäre| wird)? für |"
    rf"(?:rendez-vous|rdv|réservation)(?: est| sera)? pour |(?:cita|reserva)(?: es| será)? para |"
    rf"(?:appuntamento|prenotazione)(?: è| sarà)? per |(?:ה?תור|ההזמנה)(?: הוא| היא)? (?:בשביל|עבור) |"
    rf"(?:ال)?(?:موعد|حجز)(?: هو)? (?:من أجل |عشان |ل)|"
    rf"{_SPEAKS}|(?:{_RELATIVES_OF_TWO})[,:،]? )",
    re.I,
)
