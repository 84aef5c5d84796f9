"""The name and the way in an answer to "who is it for, and how can we reach you?", as far as the way they are
written tells them: an address with a slip in its signs, and a name whose bearer says that it is one."""

import re
from collections.abc import Sequence

from msgspec import structs

from agent.contact_lines import contact_in_message
from agent.contact_lines.line import Contact
from agent.languages import language_of
from agent.languages.vocabulary.closed_classes import closed_words
from agent.mentions.everyday_words import all_everyday_words
from agent.privacy.given_names import listed_names, plain_letters
from booking_core.catalogue.catalogue import Catalogue

# "(yes, that's my name)" makes a name of whatever stands before it.
AFFIRMED = re.compile(
    r"\s*\([^)]*(?<!\w)(?:name|nom|nombre|nome|heiß\w*|heiss\w*|שם|שמי|اسم|اسمي)(?!\w)[^)]*\)|"
    r"\s*\([^)]*heiß[^)]*\)",
    re.I,
)
# "@", as it is said or put in brackets; and the dots of the address behind it.
SPOKEN_AT = re.compile(r"\s*[\[(]\s*(?:at|ät)\s*[\])]\s*|\s+(?:chiocciola|arroba|arobase|שטרודל|ات)\s+", re.I)
SPOKEN_DOT = re.compile(r"(?<=\w)\s+(?:punto|point|punkt|dot|נקודה|دوت)\s+(?=\w{2,6}\b)", re.I)
COMMA_FOR_DOT = re.compile(r"(?<=@)([\w-]+),(?=(?:com|net|org|info|de|fr|es|it|co|uk|il|at|ch|eu)\b)", re.I)
WAY = re.compile(r"\S*@\S*|\+?\d[\d\s/().-]{5,}")
LABELS = frozenset(["mail", "email", "e-mail", "tel", "phone", "handy", "correo", "numero", "número"])
NAME_MARKS = " ,;|/.-–—&:"
SIGN = re.compile(r"[,;:\n|/]")
WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*\.?")
MOST_WORDS = 6
# "Lan." ends a sentence; "J." does not.
SHORTEST_AT_END = 3


def given_contact(
    catalogue: Catalogue, text: str, locale: str, *, is_asked: bool, countries: Sequence[str]
) -> Contact:
    """The name, e-mail address and phone number in a message; ``is_asked`` when they were asked for."""
    if not is_asked:
        return contact_in_message(catalogue, text, locale, is_asked=False, countries=countries)
    affirmed = bool(AFFIRMED.search(text))
    plain = COMMA_FOR_DOT.sub(r"\1.", AFFIRMED.sub(" ", text))
    found = contact_in_message(catalogue, plain, locale, is_asked=True, countries=countries)
    signs = with_plain_signs(plain)
    if found.email is None and signs != plain:
        plain, found = (
            signs,
            contact_in_message(catalogue, signs, locale, is_asked=True, countries=countries),
        )
    rest = WAY.sub(" ", plain)
    return _with_name(found, rest, language_of(locale), affirmed=affirmed)


def with_plain_signs(text: str) -> str:
    """The text with an address as addresses are written."""
    told = SPOKEN_AT.sub("@", text)
    if told != text:
        told = SPOKEN_DOT.sub(".", told)
    return COMMA_FOR_DOT.sub(r"\1.", told)


def _with_name(contact: Contact, rest: str, language: str, *, affirmed: bool) -> Contact:
    """The contact with the name that ``rest`` is, all that stands beside the way to reach somebody; as it was
    where that is no name, or one was found."""
    if not (contact.email or contact.phone):
        return contact
    told = _name_by_address(contact.email, rest)
    if told is not None and told.casefold() not in (contact.name or "").casefold():
        return structs.replace(contact, name=told, is_whole=True, day_or_name=None)
    name = re.sub(r"\s+", " ", rest).strip(NAME_MARKS)
    words = name.split(" ")
    if not name or len(words) > MOST_WORDS or not all(WORD.fullmatch(word) for word in words):
        return contact
    is_initials = any(len(word.strip(".")) == 1 for word in words) and len(words) > 1
    said = {word.casefold().strip(".") for word in words}
    is_said = bool(said & (closed_words(language) | closed_words("en") | all_everyday_words() | LABELS))
    # "Nina Costa", written small, costs nothing: a given name leads, and nothing else is said.
    is_led = len(words) == 2 and words[0].casefold() in listed_names() - closed_words(language)
    is_plain = contact.name is None and (is_initials or len(words) == 2) and (is_led or not is_said)
    if not affirmed and not is_plain:
        return contact
    return structs.replace(contact, name=name, is_whole=True, day_or_name=None)


def _name_by_address(email: str | None, rest: str) -> str | None:
    """The words that the address is made of: "will may will.may@..." is called so, whatever else the words
    mean."""
    local = plain_letters((email or "").partition("@")[0])
    best: list[str] = []
    run: list[str] = []
    end = 0
    for found in WORD.finditer(rest):
        word = found.group()
        word = word.rstrip(".") if len(word) > SHORTEST_AT_END else word
        if SIGN.search(rest[end : found.start()]):
            run = []
        end = found.end()
        letters = re.sub(r"[^a-z]", "", plain_letters(word))
        is_address = "." in word.strip(".")
        run = (
            [*run, word]
            if not is_address and len(letters) > 1 and letters in re.sub(r"[^a-z]", "", local)
            else []
        )
        best = max(best, run, key=len)
    return " ".join(best) if len(best) > 1 else None
