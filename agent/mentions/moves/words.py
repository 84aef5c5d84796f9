"""The frames of each language in which something is moved to a time, as regular expressions over lower-case
text.

W is any word, TIME a time or a number. A frame needs a pronoun for what is moved and a preposition of
direction, whatever the verb is: "shove me to friday".
"""

from msgspec import Struct


class MoveWords(Struct, frozen=True):
    """One language. frames: what is moved, and where to. others: verbs that take a time in the same frame and
    move nothing ("remind me", "ich freue mich"). denies: what takes it back where it stands before. to_hour:
    prepositions that make an hour of a mere number."""

    frames: tuple[str, ...]
    others: str
    denies: str
    to_hour: str


W = r"[^\W\d_]+(?:[-'][^\W\d_]+)*"
TIME = "⏱"
MY = {
    "en": rf"(?:my|the|our) {W}(?: {W})?",
    "de": rf"(?:(?:den|meinen|unseren|die|das|meine|mein|unser) {W})",
}
BEFORE_TO = (
    r"(?: (?:back|over|along|forward|up|down|in|out|on|across|through|again|please|just|instead|then))*"
)
PARTICLES = (
    r"(?: (?:doch|mal|bitte|lieber|einfach|noch|besser|eher|dann|halt|eben|schnell|rüber|vor|zurück|rauf|um|"
    r"hin|stattdessen|mit))*"
)
WORDS = {
    "en": MoveWords(
        frames=(
            rf"{W} (?:me|us|it|that|this|'?em|them|{MY['en']}){BEFORE_TO} (?:to|onto|into|2) (?:the )?{TIME}",
            rf"{W} (?:me|us|it|that|this) (?:in|down|on|up) for {TIME}",
            rf"make (?:it|that|this) {TIME}",
        ),
        others=r"my name|the name|our name|remind|tell|told|call|ring|text|e-?mail|write|send|wake|ask|talk|speak|listen|see|wait|meet|"
        r"drive|invite|get back|looking|forward",
        denies=r"not|don't|do not|never|can't|cannot|won't|did|have|has|had|who|why|when",
        to_hour=r"to|onto|2",
    ),
    "de": MoveWords(
        frames=(
            rf"(?:mich|mir|uns|es|das|den|ihn|{MY['de']}){PARTICLES} (?:auf|auf'?n|auf'?s|aufn|in) "
            rf"(?:den |die |das )?{TIME}",
            rf"mach\w*{PARTICLES} {TIME} (?:draus|daraus)",
            rf"(?:mich|uns|es|das|ihn|{MY['de']}){PARTICLES} (?:für|zum|zu) (?:den |die |das )?{TIME} "
            rf"(?:ein|um|rein|vor|drauf|drum)\w*",
        ),
        others=r"namen?|nummer|freu\w*|gefreut|wart\w*|verlass\w*|erinner\w*|ruf\w*|meld\w*|sag\w*|schreib\w*|frag\w*|"
        r"konzentrier\w*|einig\w*|dauer\w*",
        denies=r"nicht|nie|kein\w*|warum|wieso|wann|wer",
        to_hour=r"auf|auf'?n|aufn",
    ),
    "fr": MoveWords(
        frames=(
            rf"(?:me|m'|nous|te me)\s?(?:le |la |l'|les |ça )?{W}(?: {W})?(?: ça| cela)? (?:à|au|aux|pour|vers|sur) "
            rf"(?:le |la |l')?{TIME}",
            rf"(?:je|tu|vous|on|il faut) (?:me |nous |m')?(?:le|la|l'|les)\s?{W}(?: {W})? (?:à|au|pour|vers|sur) "
            rf"(?:le |la )?{TIME}",
            rf"{W}(?:[- ](?:moi|nous|le|la|les))+(?: (?:ça|cela|plutôt|donc))* (?:à|au|pour|vers|sur) (?:le |la )?{TIME}",
            rf"{W} (?:ça|cela|tout|mon {W}|ma {W}) (?:à|au|pour|vers|sur) (?:le |la )?{TIME}",
        ),
        others=r"nom|prénom|numéro|rappel\w*|appel\w*|dis|dites|dire|écri\w*|envo\w*|réveill\w*|prévien\w*|prévenez|attend\w*|"
        r"demand\w*|coûte|coute|sais|savais|vois|verrai|voit|lève|couche",
        denies=r"pas|ne|n'\w+|jamais|pourquoi|quand",
        to_hour=r"à|vers",
    ),
    "es": MoveWords(
        frames=(
            rf"(?:me|nos) (?:(?:lo|la) )?(?!\w*o(?!\w)|voy|iré)(?:{W} ){{1,2}}(?:al?|a las?|a los|para|pal?|hasta) "
            rf"(?:el |la |las )?{TIME}",
            rf"(?:lo|la) {W}(?: {W})? (?:al?|para|pal?) (?:el |la |las )?{TIME}",
            rf"\w{{2,}}(?:me|nos|melo|mela|noslo|nosla|lo|la)(?: (?:mejor|por favor|porfa))? "
            rf"(?:al?|para|pal?) (?:el |la |las )?{TIME}",
            rf"\w+ (?:mi|la) (?:cita|reserva|hora) (?:al?|para|pal?) (?:el |la |las )?{TIME}",
        ),
        others=r"nombre|apellido|número|hola|ella|aquella|solo|recu[eé]rda\w*|recorda\w*|ll[aá]ma\w*|av[ií]sa\w*|escr[ií]be\w*|"
        r"dime\w*|d[ií]ga\w*|m[aá]nda\w*|env[ií]a\w*|espera\w*|despi[eé]rta\w*|dame|deme|levant\w*",
        denies=r"no|nunca|jamás|por qué|cuándo",
        to_hour="",
    ),
    "it": MoveWords(
        frames=(
            rf"(?:mi|ci|me|ce) (?:(?:lo|la|li) )?(?!\w*o(?!\w))(?:{W} ){{1,2}}(?:al?|alle|all'|alla|per|su) "
            rf"(?:il |le |la )?{TIME}",
            rf"(?:lo|la) {W}(?: {W})? (?:al?|alle|all'|per) (?:il |le )?{TIME}",
            rf"\w{{2,}}(?:mi|ci|melo|mela|celo|cela|lo|la)(?: (?:meglio|per favore|pure|piuttosto))? "
            rf"(?:al?|alle|all'|per) (?:il |le )?{TIME}",
            rf"\w+ (?:il mio|l'|la mia) ?(?:appuntamento|prenotazione) (?:al?|alle|all'|per) (?:il |le )?{TIME}",
        ),
        others=r"nome|cognome|numero|ricorda\w*|chiama\w*|avvisa\w*|scriv\w*|dimmi|dica\w*|manda\w*|invia\w*|aspetta\w*|sveglia\w*|"
        r"parla|solo|nulla|dammi|quella|della|alla|vediamo|sentiamo",
        denies=r"non|mai|perché|quando",
        to_hour="",
    ),
    "he": MoveWords(
        frames=(
            rf"{W} (?:אותי|אותנו|אותו|אותה|את זה|את ה?{W}|לי(?: את זה)?|לנו)"
            rf"(?: (?:רק|בבקשה|כבר|פשוט|במקום))* (?:ל|אל|על|עד ל)-? ?{TIME}",
        ),
        others=r"\w*(?:שם|שמי|זכיר|תקשר|צלצל|גיד|שלח|כתוב|חכ|חכה|עיר)\w*",
        denies=r"לא|אל|אין|למה|מתי",
        to_hour="ל|ל-",
    ),
    "ar": MoveWords(
        frames=(
            rf"\w{{2,}}(?:ني|نا|ها|ه|وه|لي|لنا)(?: (?:بس|لو سمحت|من فضلك|الموعد))* (?:على|الى|إلى|ل|لل|ع)-? ?{TIME}",
            rf"(?:خلي|حط|اجعل|سو|اعمل|خلو|نخلي|تخلي|حول|بدل|غير|صير)\w*(?:ني|نا|ها|ه|وه)(?: بس)? (?:الساعة )?{TIME}",
            rf"{W} (?:الموعد|موعدي|الحجز|حجزي) (?:على|الى|إلى|ل|لل|ع)-? ?{TIME}",
        ),
        others=r"\w*(?:اسم|ذكر|اتصل|تصل|كلم|خبر|راسل|رسل|انتظر|ستن|صحي)\w*|عند\w*|سعر\w*|ثمن\w*",
        denies=r"لا|ما|مش|مو|ليس|لم|لن|ليش|لماذا|متى",
        to_hour="ل|على|الى|إلى|ع",
    ),
}  # fmt: skip
