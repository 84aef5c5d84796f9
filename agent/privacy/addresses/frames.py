"""The words that lead to an address: where somebody lives, what is called an address, and questions for it."""

import re

# What is said where somebody lives: the number makes it an address, whatever the street is called.
LIVES = re.compile(
    r"(?<!\w)(?:(?:i|we|she|he|they) (?:live|lives|stay|reside) (?:at|in|on)|i['’]m at|living (?:at|in|on)|wohne?n? (?:in|am|an|auf|im|bei|zur|zum)(?: der| dem| den)?|lebe in(?: der)?|"
    r"habite(?: [àa]u?| dans| en| la| le| au)?|vivo (?:en|a)(?: la| el)?|vivimos en(?: la| el)?|resido en|abito (?:in|a|al|alla)|vivo in|risiedo in|גר(?:ה)? ?ב|מתגורר(?:ת)? ?ב|"
    r"أسكن (?:في|ب)|اسكن (?:في|ب)|ساكن(?:ة)? (?:في|ب)|أقيم في|بيتي في)[ -]?",
    re.I,
)
# What is called an address is one to the end of the sentence, e-mail apart.
IS_ADDRESS = re.compile(
    r"(?<!\w)(?:(?:(?:my|our|home|postal|billing|invoice|street|the) )+address(?: is|:)|(?<!e-mail )(?<!email )address:|(?:wohn|privat|post|haus|heimat|rechnungs)?(?<!mail)(?<!mail-)(?:adresse|anschrift)(?: ist| lautet|:)|"
    r"adresse(?: postale)?(?: est| c['’]est|,? ?:)|(?:mi |la )?dirección(?: es|:)|domicilio(?: es| è|:)|(?:mio |l['’])?indirizzo(?: è|:)|ה?כתובת(?: שלי)?(?: היא|:)?|عنواني(?: هو|:)?|عنوان (?:بيتي|البيت|السكن|المنزل)(?: هو|:)?|(?:ال)?عنوان(?: هو|:))(?!['’]?\w)[ \t]*",
    re.I,
)
# Who moves house, or says where something is fetched, tells addresses.
MOVES = re.compile(
    r"(?<!\w)(?:(?:we|i|they|she|he)(?:['’]ve|['’]s| have| has)? (?:just |recently )?moved(?! (?:the|our|my|it|this|that|his|her|\d))|(?:new|old|previous|change (?:of|my|our|the)|update (?:my|our|the)) address|(?:pick|picked|collect|fetch|drop)(?:ed)?(?: (?:me|us|him|her|it|them|\w+ \w+))?(?: up| off)? (?:from|at)|deliver\w*(?: \w+)? (?:to|at)|"
    r"umgezogen|umzug|ziehen um|(?:neue|alte|geänderte) (?:adresse|anschrift)|adresse (?:geändert|ändern|wechsel)|ab(?:zu)?holen|abgeholt|liefer\w+|déménag\w+|chang\w+ (?:d['’]|mon |l['’]|notre )?adresse|(?:nouvelle|ancienne) adresse|(?:récupér\w+|chercher|livr(?:er|aison|ez)|dépos\w+) (?:\w+ )?(?:au|à|chez|dans)|"
    r"(?:me |nos )?mud(?:é|amos|ado|o)|c[aá]mbi\w+ (?:de |la |mi )?(?:dirección|casa|domicilio)|nueva dirección|rec(?:oger|ojan|ogen|ojo|ogida)\w*|entreg\w+|traslocat\w*|trasferit\w*|cambi\w+ (?:di |l['’])?(?:casa|indirizzo)|nuovo indirizzo|ritir\w+|consegn\w+|"
    r"עברנו(?! את)|עברתי דירה|(?:ה?כתובת) (?:ה?חדשה|ה?ישנה)|לעדכן (?:את ה)?כתובת|(?:לאסוף|תאספו|לקחת|איסוף) \w*|(?:نقلنا|حولنا|حولت|انتقلنا|انتقلت|رحلنا|رحلت)(?! (?:ال)?(?:موعد|حجز|معاد))|(?:ال)?عنوان(?:ي|نا)? (?:ال)?(?:جديد|قديم)|(?:غيرت?|غيروا|تغيير|تعديل) (?:ال)?عنوان\w*|استلام\w*|تستلم\w*|تاخذ\w*)(?!\w)",
    re.I,
)
# A question for where somebody lives.
ASKS = re.compile(
    r"(?<!mail )(?<!mail-)(?<!mail)address|where (?:do you live|shall we|should we|can we)|(?<!mail-)(?<!mail)(?:adresse|anschrift)|wohnen sie|wohin|où (?:habitez|livrer)|dirección|domicilio|dónde vive|"
    r"indirizzo(?! (?:e-?)?mail)|dove abita|כתובת(?! מייל)|איפה אתה גר|عنوان(?!ك الإلكتروني)|أين تسكن",
    re.I,
)
# Where the business is, everybody may ask.
ASKS_FOR_US = re.compile(
    r"(?<!\w)(?:are you|you['’]re|you are|your|is (?:it|that|this)|seid ihr|sind sie|ihr seid|ist das|euer|vous êtes|êtes|votre|c['’]est (?:bien|vous)|est[áa]is|están|vuestr\w+|siete|vostr\w+|אתם|אתן|שלכם|انتو|انتم|أنتم|محلكم|المحل|الصالون|العيادة)(?!\w)[^.!?\n]{0,60}$",
    re.I,
)
_LONGEST_QUESTION = 80


def asks_for_us(text: str, at: int) -> bool:
    """Whether the sentence before this place asks where the business is."""
    return bool(ASKS_FOR_US.search(text, max(0, at - _LONGEST_QUESTION), at))
