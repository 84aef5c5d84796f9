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
    r"adresse(?: postale)?(?: est| c['’]est|,? ?:)|(?:mi |la )?dirección(?: es|:)|domicilio(?: es| è|:)|(?:mio |l['’])?indirizzo(?: è|:)|ה?כתובת(?: שלי)?(?: היא|:)?|عنواني(?: هو|:)?|عنوان (?:بيتي|البيت|السكن|المنزل)(?: هو|:)?|(?:ال)?عنوان(?: هو|:))[ \t]*",
    re.I,
)
# A question for where somebody lives.
ASKS = re.compile(
    r"(?<!mail )(?<!mail-)(?<!mail)address|where (?:do you live|shall we|should we|can we)|(?<!mail-)(?<!mail)(?:adresse|anschrift)|wohnen sie|wohin|où (?:habitez|livrer)|dirección|domicilio|dónde vive|"
    r"indirizzo(?! (?:e-?)?mail)|dove abita|כתובת(?! מייל)|איפה אתה גר|عنوان(?!ك الإلكتروني)|أين تسكن",
    re.I,
)
