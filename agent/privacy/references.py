"""Numbers that lead to somebody's account or booking: bank accounts (IBAN), and codes of any house, written
or dictated."""

import re
from collections.abc import Iterator

from agent.privacy.contacts.codes import dictated_codes_in
from agent.privacy.personal import IBAN
from agent.privacy.spans import ACCOUNT, REFERENCE, Span

# An account is told as digits behind a word for it, wherever there are no IBANs.
_ACCOUNT_NUMBER = re.compile(
    r"(?<!\w)(?:account(?: (?:number|no\.?|nr\.?))?|sort code|routing number|konto(?:nummer|nr\.?)?|blz|bankleitzahl|compte|rib|cuenta|conto|"
    r"(?:מספר )?חשבון|סניף|(?:رقم )?(?:ال)?حساب)(?: (?:is|ist|est|es|è|no\.?|number|nr\.?|n°|numero|número|numéro|הוא|هو))?[ :#]{0,3}(?P<number>\d[\d \-/]{3,20}\d)",
    re.I,
)
# Letters and digits by turns: nothing else is written so.
_MIXED = re.compile(
    r"(?<![\w\-.@+/])(?=[A-Z\d]*[A-Z]\d+[A-Z]+\d|[A-Z\d]*\d[A-Z]+\d+[A-Z])[A-Z\d]{5,12}(?![\w\-@]|\.\w)"
)
_IN_PIECES = re.compile(
    r"(?<![\w\-.])(?=(?:[A-Z\d][ \-–.]){0,6}[A-Z])(?=(?:[A-Z\d][ \-–.]){0,6}\d)[A-Z\d](?:[ \-–.][A-Z\d]){4,8}(?![\w\-])"
)
# Behind a word for a code, whatever has letters and digits, or is a row of digits.
_NAMED = re.compile(
    r"(?<!\w)(?:(?:booking|reservation|confirmation|order|reference|case|file|customer|member(?:ship)?|voucher|policy|insurance|patient|buchungs|reservierungs|kunden|auftrags|bestell|vorgangs|"
    r"mitglieds|versicherten|versicherungs|gutschein)?[ \-]?(?:code|number|no\.?|nr\.?|nummer|ref(?:erence)?\.?|id)|reservation|reservierung|buchung|réservation|dossier|référence|réf\.?|reserva|localizador|referencia|"
    r"código|codice|prenotazione|pratica|tessera|expediente|póliza|polizza|קוד|הזמנה|אסמכתא|מספר לקוח|(?:ال)?(?:كود|رمز|حجز|مرجع)|رقم (?:ال)?(?:حجز|ملف|زبون|عميل))"
    r"(?: (?:is|was|ist|war|lautet|est|es|era|è|numéro|número|numero|number|nr\.?|no\.?|n°|הוא|זה|هو))?[ :#„\"“'(]{1,3}(?P<code>(?=[A-Z\d\-]*\d)(?=[A-Z\d\-]*[A-Z])[A-Z\d]{1,8}(?:-[A-Z\d]{1,8})?(?<!\w[a-z]{9}))(?![\w@])",
    re.I,
)
_SHORTEST_CODE = 6


def references(text: str) -> Iterator[Span]:
    for found in IBAN.finditer(text):
        yield Span(ACCOUNT, found.start(), found.end())
    for found in _ACCOUNT_NUMBER.finditer(text):
        yield Span(ACCOUNT, found.start("number"), found.end("number"))
    for pattern in (_MIXED, _IN_PIECES):
        for found in pattern.finditer(text):
            yield Span(REFERENCE, found.start(), found.end())
    for found in _NAMED.finditer(text):
        if len(found["code"]) >= _SHORTEST_CODE:
            yield Span(REFERENCE, found.start("code"), found.end("code"))
    at = 0
    for written, _ in dictated_codes_in(text):
        start = text.index(written, at)
        at = start + len(written)
        yield Span(REFERENCE, start, at)
