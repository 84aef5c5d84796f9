"""A message that has a word for cancelling or moving in it and asks for neither: it tells of what was done,
it says that nothing shall be done, or it asks what would be. Pure."""

import re
from functools import cache

from msgspec import Struct

STRAIGHT = str.maketrans("’´`", "'''")


class ToldChanges(Struct, frozen=True):
    """Regular expressions of one language. done: that something was cancelled or moved, by whomever; wanted:
    what makes a wish of it all the same. refused: that it shall not be done. supposed: a case that is only
    thought of."""

    done: str
    wanted: str
    refused: str
    supposed: str


TOLD = {
    "en": ToldChanges(
        done=r"(?:(?:i|we) )?had to (?:\w+ ){0,2}(?:cancel|move|postpone|reschedule)\b|(?:cancell?ed|rescheduled|postponed|called off)\b|(?:has|have|had|was|were|got|been|they|boss|he|she) (?:\w+ ){0,2}moved\b",
        wanted=r"(?:want|like|need|please|pls|get|have) (?:\w+ ){0,3}(?:cancell?ed|rescheduled|moved|postponed)\b|(?:can|could) (?:\w+ ){1,3}be (?:cancell?ed|moved)|(?:is|was|has) (?:it|this|that|(?:my|the) \w+)(?: been)?(?: now| already)? cancell?ed",
        refused=r"(?:don'?t|do not|not|never|no need to|please don'?t|wouldn'?t|won'?t) (?:\w+ ){0,2}(?:cancel|move|reschedule|change|delete)\b(?! (?:if|until))|(?:instead of|rather than|forget) (?:cancel|mov|reschedul)\w*(?: it)?"
        r"|(?:didn'?t|did not|haven'?t|nearly|almost|not going to|not gonna|glad i|no intention of|without|wasn'?t (?:going|gonna) to|no plans? to) (?:\w+ ){0,3}(?:cancel\w*|mov(?:e|ing|ed)|reschedul\w*|bin)\b",
        supposed=r"if (?:it|something|i'm|my \w+|anything)\b[^.!?]{0,30}(?:can|could|may) i (?:still )?(?:cancel|move|change|reschedule)|"
        r"if i (?:\w+ ){0,3}(?:cancel|move|reschedule)|(?:until|till|by) when|how (?:late|long before)|in case i\b|(?:what|your|the) (?:\w+ )?cancel\w* (?:policy|fee|terms)|just (?:wondering|asking|checking)"
        r"|(?:do|does|must|should) (?:i|you|u|we|people|one) (?:have to |need to |normally |usually )(?:cancel|give)\b|how (?:do|would|can) (?:i|you|u|we) (?:cancel|move)|(?:hours?|days?|much) notice|if i (?:need|have|had|ever) to|(?:can|could) (?:you|u|people) cancel\b",
    ),
    "de": ToldChanges(
        done=r"(?:musste|mussten|hab\w*)\b[^.!?]*?\b(?:absagen|abgesagt|stornieren|verschieben|canceln)(?: müssen)?\b|(?:ist|is|wurde|worden)\b[^.!?]*?storniert worden|(?:hat|haben|habe|hab|wurde|wurden|ist|war|hatte|hattet|habt)\b[^.!?]*?\b(?:abgesagt|storniert|verschoben|verlegt|gecancelt|gestrichen)\b",
        wanted=r"(?:möchte|will|würde|hätte|bitte|kann|könnte|soll)\b[^.!?]*?\b(?:abgesagt|storniert|verschoben|verlegt|gecancelt|gestrichen)\b",
        refused=r"(?:nicht|nich|nie|keinesfalls|bloß nicht) (?:\w+ ){0,2}(?:absag|stornier|verschieb|lösch|streich)\w*|(?:sag|stornier|verschieb|lösch|streich)\w* (?:\w+ ){0,3}nicht\b|(?:statt|anstatt) (?:zu |abzu|der )?(?:absag|storn|verschieb)\w*"
        r"|(?:gut|zum glück|froh),? (?:dass|das) (?:\w+ ){0,3}nicht (?:\w+ ){0,2}(?:abgesagt|storniert|verschoben)|(?:fast|beinahe) (?:\w+ )?(?:abgesagt|storniert)|(?:hab|habe) (?:\w+ ){0,3}nicht vor\b",
        supposed=r"(?:wenn|falls)\b[^.!?]{0,30}(?:kann|könnte|darf) (?:ich|man)\b[^.!?]{0,20}(?:verschieb|absag|stornier|umbuch|ändern)\w*|"
        r"bis wann\b|(?:wenn|falls) (?:ich|man|wir) (?:\w+ ){0,4}(?:absag|stornier|verschieb|ausfall)\w*|wie (?:lange|kurzfristig)\b|nur (?:mal )?(?:gefragt|wissen)"
        r"|(?:muss|kann|soll|darf|sollte|müsste|könnte) (?:man|ma|ich|wer)\b[^.!]{0,60}?(?:absag|stornier|verschieb|abmeld)\w*[^.!]{0,25}?(?:oder|wie|eigentlich|vorher)|(?:stunden|tage|tag) (?:vorher|vorab|davor|im voraus)|wie (?:läuft|geht) das|(?:falls|wenn) (?:ich|was|mal|er|ihn|es)\b[^.!?]{0,40}(?:verschieb|absag|stornier|ändern|meld)\w*",
    ),
    "fr": ToldChanges(
        done=r"(?:j'ai|a|avons|ai|as) (?:\w+ )?dû (?:\w+ )?(?:annuler|déplacer|décaler|reporter)|(?:j'ai|ai|as|a|ont|avons|avez|été|est|sont|m'a|m'ont|avait)\b(?: \w+)? (?:annulé|déplacé|décalé|reporté|supprimé)\w*",
        wanted=r"(?:voudrais|veux|peut|peux|puisse|soit|être)\b[^.!?]*?(?:annulé|déplacé|décalé|reporté)\w*|c'est annulé pour (?:moi|nous)",
        refused=r"pas (?:\w+ ){0,2}(?:annuler|déplacer|décaler|supprimer|l'annuler)|n['e] ?(?:\w+ )?(?:annul|déplac|décal|supprim)\w+ (?:pas|surtout)|(?:au lieu|plutôt que) d['e] ?(?:annul|déplac)\w*"
        r"|(?:heureusement|content\w*|chance)[^.!?]{0,15}(?:pas|rien) (?:\w+ )?(?:annulé|déplacé|décalé)|(?:j'ai )?failli annuler|(?:pas|jamais) (?:\w+ ){0,2}(?:annulé|déplacé|décalé)",
        supposed=r"si (?:il|elle|ça|jamais|mon|ma|je suis)\b[^.!?]{0,30}(?:je peux|on peut|puis-je) (?:\w+ )?(?:annul|décal|déplac|chang)\w*|"
        r"\bsi (?:j'annul|je (?:dois|devais|veux|voulais) |j'ai besoin)\w*|au cas où|jusqu'à quand|savoir si\b"
        r"|(?:faut|doit|peut|faut-il|doit-on|peut-on)(?: \w+){0,3} (?:annuler|décaler|prévenir)[^.!]{0,40}?(?:avant|comment|combien)|combien de temps avant|si (?:je|jamais|besoin|il faut)\b[^.!?]{0,30}(?:annul|décal|déplac|boug|appel)\w*",
    ),
    "es": ToldChanges(
        done=r"(?:tuve|tuvimos|he tenido|tuvo) que (?:cancel|anul|mov|aplaz)\w+|(?:he|ha|han|hemos|has|había|fue|fueron)\b(?: \w+)? (?:cancelad|anulad|movid|cambiad|aplazad)\w+|(?:canceló|cancelaron|anularon|anuló|cambiaron|movieron|aplazaron)\b",
        wanted=r"(?:quiero|quisiera|podría|puede)\b[^.!?]*?(?:cancelad|anulad|cambiad)\w+",
        refused=r"\bno (?:(?:me|la|lo|le|te|os|nos) ){0,2}(?:quiero |voy a |vayas a |hace falta )?(?:cancel|anul|borr|quit|mov|muev)\w*|en (?:vez|lugar) de (?:cancel|anul|mov)\w*"
        r"|(?:menos mal|por suerte|qué bueno)[^.!?]{0,20}no (?:\w+ )?(?:cancel|anul|cambi)\w*|casi (?:lo |la )?(?:cancel|anul)\w*|no (?:la |lo )?(?:cancelé|anulé|cambié)|queda igual|sigue igual",
        supposed=r"si (?:llueve|pasa|me|no|surge|mi)\b[^.!?]{0,30}(?:puedo|se puede|podría) (?:\w+ )?(?:cancel|anul|cambi|mov)\w*|"
        r"\bsi (?:la |lo )?(?:cancel|anul)\w+|\bsi (?:tengo|tuviera|tuviese) que|hasta cuándo|en caso de|solo (?:quería )?(?:saber|preguntar)"
        r"|(?:hay que|se puede|se tiene que|tengo que|debo|se debe) (?:\w+ ){0,2}(?:cancel|anul|avis)\w*[^.!]{0,40}?(?:antes|antelación|anticipación)|con cuánt\w+|cuánt\w+ (?:horas|tiempo|antelación) antes|si (?:tengo|tuviera|necesito|hay) que (?:cancel|anul|cambi|mov)\w*",
    ),
    "it": ToldChanges(
        done=r"(?:ho|abbiamo|ha) dovuto (?:\w+ )?(?:disdire|annullare|cancellare|spostare|rimandare)|(?:ho|ha|hanno|hai|abbiamo|avete|è|sono|stat[oa])\b(?: \w+)? (?:cancellat|annullat|disdett|spostat|rimandat)\w+",
        wanted=r"(?:vorrei|voglio|può|potete)\b[^.!?]*?(?:cancellat|annullat|disdett|spostat)\w+",
        refused=r"\bnon (?:\w+ ){0,2}(?:cancell|annull|disd|spost|togli|elimin)\w*|(?:invece di|anziché) (?:cancell|annull|disd|spost)\w*"
        r"|(?:meno male|per fortuna)[^.!?]{0,20}non (?:\w+ )?(?:disdett|annullat|cancellat|spostat)\w*|(?:stavo per|quasi) (?:disd|annull|cancell)\w*",
        supposed=r"se (?:piove|succede|mi|sto|non|ho)\b[^.!?]{0,30}(?:posso|potrei|si può) (?:\w+ )?(?:spost|disd|annull|cambi)\w*|"
        r"\bse (?:lo |la )?(?:disdic|annull|cancell|spost)\w+|\bse (?:devo|dovessi|dovrei) |fino a quando|nel caso|(?:solo|volevo) sapere"
        r"|(?:si deve|bisogna|si può|occorre|devo|dobbiamo|si disdice) (?:\w+ ){0,3}(?:disd|annull|cancell|avvis)\w*[^.!]{0,40}?(?:prima|anticipo)|quanto (?:tempo )?prima|se (?:devo|dovessi|avessi|ho bisogno)[^.!?]{0,20}(?:spost|disd|annull|cambi)\w*",
    ),
    "he": ToldChanges(
        done=r"(?:נאלצתי|הייתי צריכה?|היינו צריכים) ל(?:בטל|דחות|הזיז)|(?:ביטלו|ביטל|ביטלה|ביטלתי|ביטלנו|בוטל|בוטלה|התבטל|התבטלה|הזיזו|דחו|נדחה|הוזז)(?!\w)",
        wanted=r"(?:רוצה|אפשר|בבקשה)[^.!?]*(?:מבוטל|שיבוטל)",
        refused=r"(?:לא|אל) (?:רוצה |צריכה? )?(?:ת?לבטל|תבטל\w*|לבטל|תזיז\w*|להזיז|תמחק\w*)|במקום ל(?:בטל|הזיז)"
        r"|(?:מזל|טוב) ש(?:לא|אני לא)[^.!?]{0,10}(?:ביטל|דח|הז)\S*|כמעט ביטלתי|לא (?:ביטלתי|דחיתי|הזזתי)",
        supposed=r"\bאם (?:אני )?(?:אבטל|מבטלת?|מתחרטת?|אצטרך|צריכה? לבטל)|דמי ביטול|עד מתי|רק (?:רציתי )?(?:לדעת|לשאול)"
        r"|(?:צריך|צריכים|חייבים|אפשר|ניתן) לבטל[^.!]{0,40}(?:לפני|מראש|שעות)|כמה (?:זמן|שעות) (?:מראש|לפני)|אם (?:אצטרך|צריך|אני צריכה?|ארצה)",
    ),
    "ar": ToldChanges(
        done=r"(?:اضطريت|اضطرينا|كان لازم) (?:اني |[اأ]ن )?[\w]*?(?:لغي|أجل|اجل|كنسل|غير)\w*|(?:التغى|انلغى|لغى|لغيت|ألغيت|تأجل|تأجلت|انلغت|التغت)(?!\w)",
        wanted=r"(?:بدي|اريد|أريد)[^.!?]*(?:ملغي|ملغى)",
        refused=r"(?:لا|ما|مو|مش) (?:بدي |أريد |اريد |تكنسل)?(?:تلغ|الغ|تكنسل|تحذف|تغير|تنقل|تأجل)\w*|بدل (?:ما |من )?(?:ال)?(?:تلغ|الغ|إلغ)\w*"
        r"|(?:ماني|مني|مو|مش|ما|لا|منيح اني ما|الحمدلله ما|كنت رح) (?:رح|راح|رايح|رايحة|ناوي|ناوية|بدي|حابب|عم|ب)? ?(?:ال|ا|أ|ب)?(?:لغ|لغي|لغيت|ألغ|الغ|كنسل|أجل|اجل|غير)\S*",
        supposed=r"(?:لو|اذا|إذا) (?:بدي )?(?:لغيت|ألغيت|الغيت|الغي|كنسلت)|لحد متى|حتى متى|بس (?:سؤال|اعرف)"
        r"|(?:لازم|ممكن|فينا|فيني|بقدر|كيف) (?:\S+ ){0,2}(?:ا?لغي|ألغي|نلغي|الغاء|إلغاء|ا?ج?ل)\S*[^.!]{0,30}قبل|قبل (?:ب)?(?:قديش|كم)|(?:اذا|إذا|لو) (?:اضطريت|صار|احتجت|حبيت)",
    ),
}  # fmt: skip


def asks_for_no_change(text: str, language: str) -> bool:
    """Whether the words for a change in a text ask for none; English is understood beside every language."""
    return any(
        _has(text, name, "refused")
        or (_has(text, name, "done") and not _has(text, name, "wanted"))
        or _has(text, name, "supposed")
        for name in dict.fromkeys((language, "en"))
    )


def refuses_change(text: str, language: str) -> bool:
    """Whether a text says that an appointment shall stay: "don't cancel it"."""
    return any(_has(text, name, "refused") for name in dict.fromkeys((language, "en")))


def without_refused_change(text: str, language: str) -> str:
    """The text without the change that it refuses or tells of; nothing where it is only asked about."""
    plain = text.translate(STRAIGHT)
    for name in dict.fromkeys((language, "en")):
        if _has(plain, name, "supposed"):
            return ""
        for part in ("refused", "done"):
            plain = _pattern(name, part).sub(" ", plain)
    return plain


def supposes_change(text: str, language: str) -> bool:
    """Whether a text asks what would be if one cancelled."""
    return any(_has(text, name, "supposed") for name in dict.fromkeys((language, "en")))


def _has(text: str, language: str, part: str) -> bool:
    return bool(_pattern(language, part).search(text.casefold().translate(STRAIGHT)))


@cache
def _pattern(language: str, part: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{getattr(TOLD[language], part)})")
