"""Who shall do it: "with Dana", "anyone but Jonas", "Dana or Miriam". Pure."""

import re

from msgspec import Struct

from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled
from agent.mentions.names.people import people_in
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.resources import STAFF, Resource

PRESENCE = re.compile(
    r"\b(?:there|in|in on|working|works?|available|around|free|on duty|have|has|got)\b|\b(?:da|"
    r"arbeitet|là|travaille|trabaja|lavora)\b"
)


NEGATIONS = (
    r"instead of|rather than|anstatt|statt|anstelle von|au lieu de|plutôt que|à la place de|en vez de|en lugar de|"
    r"invece (?:che|di)|al posto di|anziché|piuttosto che|במקום|بدل(?: ما)?|بدال|عوض(?:ا عن)?|"
    r"not|don't want|anyone but|anybody but|everyone but|nicht|kein\w*|bloß nicht|außer|ausser|nur nicht|pas|sauf|surtout pas|"
    r"no|menos|excepto|salvo|non|tranne|eccetto|meno|לא|חוץ|מלבד|רק לא|مو|مش|ليس|غير|إلا|الا|ما عدا|ما بدي|لا"
)
# What leads to a name: prepositions, articles, verbs that go with them.
LEADS = (
    r"with|to|by|for|see|get|have|bei|beim|mit|zu|zum|zur|von|vom|der|dem|den|die|avec|chez|par|le|la|à|con|el|de|"
    r"a|da|il|di|dal|dalla|עם|אצל|אל|את|ל|ב|מ|עַם|مع|عند|عن|يكون|ياه"
)
# "Is she even there on Friday": of whoever was spoken of, with a question's mark or without.
OF_THEM = re.compile(
    r"\b(?:is (?:s?he|they)|are they|will (?:s?he|they) be|does (?:s?he) work)\b|\b(?:ist|arbeitet|hat) (?:sie|er)\b|"
    r"\b(?:est|travaille)-t?-?(?:elle|il)\b|\b(?:elle|il) (?:est là|travaille)\b|\b(?:está|trabaja|atiende) (?:ella|él)\b|"
    r"\b(?:lei|lui) (?:c'è|lavora)\b|\bc'è (?:lei|lui)\b|(?<!\w)(?:היא|הוא) (?:בכלל )?(?:שם|עובדת?|נמצאת?)(?!\w)|"
    r"(?<!\w)(?:هي|هو) (?:أصلا |اصلا )?(?:موجودة?|تعمل|يعمل|بتشتغل|بيشتغل|هناك)(?!\w)"
)
# "Basta che non è Miriam", "hauptsache es ist nicht die Dana", "mientras no sea Jonas".
COPULAS = r"be|sea|sia|è|sia con|sea con|soit|est|wieder|unbedingt|gerade|grad|necesariamente|תהיה|יהיה|זה|تكون|يكون|هي|هو"
BEHIND = r"nicht|bitte nicht|lieber nicht|no|pas|non|לא|לאו|لا"
SOFTLY = r"please|pls|thanks|mind|bitte|danke|porfa|por favor|gracias|merci|svp|per favore|grazie|בבקשה|תודה|من فضلك"


class Staffing(Struct, frozen=True):
    """``wanted`` is one person; ``unwanted`` are those it must not be, all others where several were
    named."""

    wanted: Resource | None = None
    unwanted: tuple[Resource, ...] = ()
    anyone: bool = False


def staffing_in(catalogue: Catalogue, text: str, words: Words) -> Staffing:
    """What a text says about the person."""
    lowered = text.casefold().replace("’", "'")
    named = people_in(catalogue, lowered)
    unwanted = tuple(
        person
        for person, spoken in named
        if re.search(rf"{words.without}{re.escape(spoken)}", lowered) or _is_refused(lowered, spoken)
    )
    wanted = list({person.id: person for person, _ in named if person not in unwanted}.values())
    if len(wanted) > 1:
        others = [one for one in catalogue.resources.values() if one.kind == STAFF and one not in wanted]
        return Staffing(unwanted=(*others,), anyone=True)
    anyone = bool(compiled(words.anyone).search(lowered)) or bool(unwanted and not wanted)
    return Staffing(wanted[0] if wanted else None, unwanted, anyone and not wanted)


def _is_refused(lowered: str, spoken: str) -> bool:
    """ "Nicht beim Jonas", "con Jonas no": a negation before the name, with the small words between that lead
    to a name, or alone behind it."""
    before = rf"(?<!\w)(?:{NEGATIONS})(?: +(?:{COPULAS}))?(?: +(?:{LEADS}))* +(?:[בלהש]|ل|ب)?{re.escape(spoken)}(?!\w)"
    behind = rf"(?<!\w){re.escape(spoken)},? (?:{BEHIND})(?: (?:{SOFTLY}))*\W*(?:$|[,.;!?\n،])"
    return bool(compiled(before).search(lowered) or compiled(behind).search(lowered))


def asks_for_their_presence(text: str) -> bool:
    """ "Is she even there on Friday", of somebody who is not named."""
    lowered = text.casefold().replace("’", "'")
    return bool(OF_THEM.search(lowered) and (PRESENCE.search(lowered) or not lowered.isascii()))


def asks_for_presence(text: str) -> bool:
    """ "Is Dana there on Thursday?" """
    return "?" in text and bool(PRESENCE.search(text.casefold()))
