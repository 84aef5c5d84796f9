"""What an answer claims to have been done: "you're booked" without a booking is a lie, whoever says it."""

import re
from collections.abc import Collection

BOOKED, MOVED, CANCELLED = "booked", "moved", "cancelled"
_DONE = r"(?:is|are|was|has been|have been|'s|’s)(?: now| already| all)?"
_I = r"\b(?:i|we)(?:'ve| have|’ve)?(?: just| now| already| went ahead and)?"
CLAIMS = {
    BOOKED: (
        r"\byou(?:'re|’re| are)(?: now| all)? (?:booked|set\b|confirmed|scheduled)",
        rf"\b{_DONE} (?:booked|reserved|scheduled|confirmed)\b",
        rf"{_I} (?:booked|reserved|scheduled|confirmed)\b",
        r"\b(?:booking|appointment|reservation) (?:confirmed|booked)\b|\bsuccessfully booked\b",
        r"\b(?:ist|sind) (?:jetzt |nun |fest )*(?:gebucht|bestätigt)|\bist réservée?\b|\bestá "
        r"(?:reservad|confirmad)|\bè prenotat",
    ),
    MOVED: (
        rf"\b{_DONE} (?:moved|rescheduled)\b|{_I} (?:moved|rescheduled)\b",
        r"\bist (?:jetzt )?verschoben\b|\bsuccessfully (?:moved|rescheduled)\b",
    ),
    CANCELLED: (
        rf"\b{_DONE} cancell?ed\b|{_I} cancell?ed\b",
        r"\bist (?:jetzt )?storniert\b|\bsuccessfully cancell?ed\b",
    ),
}
# "Nothing has been booked", "everything is booked", "once it is booked": no claims.
NO_CLAIM = re.compile(
    r"\b(?:nothing|not|never|no|none|everything (?:is|was)(?: already| fully)? (?:booked|taken)|fully|"
    r"until|once|if|unless|before|when|whether|already taken|nichts|nicht|alles)\b"
    r"|n['’]t\b"
)
SENTENCE = re.compile(r"[^.!?\n:]+")


def false_claims(text: str, operations: Collection[str]) -> list[str]:
    """The sentences that claim an operation which is not among the operations of this conversation."""
    sentences = [sentence.strip() for sentence in SENTENCE.findall(text.casefold().replace("*", ""))]
    return [
        sentence
        for sentence in sentences
        for work, patterns in CLAIMS.items()
        if work not in operations and _claims(sentence, patterns)
    ]


def _claims(sentence: str, patterns: tuple[str, ...]) -> bool:
    found = next((match for pattern in patterns if (match := re.search(pattern, sentence))), None)
    return found is not None and not NO_CLAIM.search(sentence[: found.end()])
