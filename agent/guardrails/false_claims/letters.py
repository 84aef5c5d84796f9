"""Emails that go out by themselves: the confirmation of a booking, and its reminder. Pure.

Whoever has an email address gets them, and a sentence that says so is no promise of the model's own.
"""

import re

from agent.guardrails.false_claims.kinds import ClaimKind

# What a letter to come may be taken for.
_TAKEN_FOR = frozenset({ClaimKind.CALLING, ClaimKind.LISTING})
# Of folded sentences, without accents and points.
_MAIL = re.compile(
    r"(?<!\w)(?:e-?mail\w*|mails?|mailen|courriels?|mel|correos?(?: electronicos?)?|posta elettronica|"
    r"[בלה]?(?:מייל|אימייל|דוא\S?ל)|\S{0,2}(?:ايميل|الايميل|بريد\S*))(?!\w)"
)
_OF_A_BOOKING = re.compile(
    r"(?<!\w)(?:confirm\w*|remind\w*|details?|summary|booking code|bestatig\w*|erinner\w*|buchungscode|"
    r"einzelheiten|"
    r"rappel\w*|recapitulatif|recorda\w*|recuerd\w*|detall\w*|conferm\w*|promemoria|ricord\w*|dettagli\w*|riepilogo|"
    r"\S?(?:אישור|תזכור\S*|פרטים|סיכום)|\S{0,2}(?:تاكيد|تذكير|تفاصيل)\S*)"
)


def is_of_letters_to_come(plain: str, kind: ClaimKind) -> bool:
    """Whether a folded sentence that may be taken for a claim of that kind tells of such an email."""
    return kind in _TAKEN_FOR and bool(_MAIL.search(plain) and _OF_A_BOOKING.search(plain))
