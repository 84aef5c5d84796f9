"""The text of names and addresses as people type and paste it, before it is stored or compared. Pure."""

import re

from booking_core.input.clean_text import clean_text

DISPLAY_NAME = re.compile(r"[^<>@]*<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+)\s*>")
BEFORE_AN_ADDRESS = " \t\r\n()[]{}<>\"'“”„‘’«»*|"
BEHIND_AN_ADDRESS = f"{BEFORE_AN_ADDRESS}.,;:!?"
# RFC 5322 allows some of these; no mailbox begins with one, and who writes one has written a dash or a
# quotation mark.
BEGINS_NO_ADDRESS = "-'’.+"

# What phonenumbers does not read in languages of ours; "-12" after a number is its direct dialling, and part
# of it.
EXTENSION = re.compile(
    r"(?<=\d)\s*[,;(]?\s*"
    r"(?:ext(?:ension|ensión)?|x|dw|durchwahl|apparat|app|poste|interno|int|anexo|שלוחה|تحويلة|داخلي|#)"
    r"[\s.:#=]*(\d{1,6})\b\)?",
    re.I,
)


def bare_address(text: str) -> str:
    """An e-mail address without what is often written around it: ``Ada <ada@example.com>,`` and
    ``mailto:ada@example.com``."""
    cleaned = clean_text(text).strip()
    named = DISPLAY_NAME.fullmatch(cleaned.rstrip(" .,;"))
    cleaned = named.group(1) if named else cleaned
    return re.sub(r"^mailto:", "", cleaned.lstrip(BEFORE_AN_ADDRESS).rstrip(BEHIND_AN_ADDRESS), flags=re.I)
