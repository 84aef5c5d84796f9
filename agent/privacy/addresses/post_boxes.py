"""Post-office boxes, however they are written, with the town behind them."""

import re
from collections.abc import Iterator

from agent.privacy.spans import ADDRESS, Span
from agent.privacy.towns import is_town

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒŠŽ][\w'’.\-]{1,24}"
_BOX = (
    r"p\.? ?o\.? ?b(?:ox|\.)?|post(?:al)?[ -]?(?:office )?box|(?<=in )box(?= \d+,)|box(?= (?:no\.? ?)?\d+, ?(?-i:[A-Z]))|locked bag|private bag|gpo box|"
    r"postfach|(?-i:Pf\.?|PF)|postlagernd|b\.? ?p\.?|bo[iî]te postale|(?-i:CS)(?= \d{4,5})|apartado(?: (?:de correos?|postal|aéreo))?|apdo\.?(?: (?:de )?correos?| postal)?|"
    r"casilla(?: (?:de )?correos?| postal)?|(?-i:C\. ?C\.)|casella(?: postale)?|cas\.? ?post\.?|c\.? ?p\.(?= ?\d)|"
    r"[לבה]?ת\.? ?[\"״']?ד\.?|[לבה]{0,2}תא ה?דואר|(?:ال)?ص\.? ?ب\.?|(?:ال)?صندوق (?:ال)?بريدي?"
)
_NUMBER = r" ?(?:n\.?[ºo°]?|nr\.?|no\.?|num\.?|núm\.?|número|numero|nummer|number|מספר|מס['׳]|رقم)? ?:? ?\d[\d \-]{0,9}(?<! )(?<!-)"
_BOXES = re.compile(rf"(?<![\w.])(?:{_BOX}){_NUMBER}(?!\w|[:.]\d)", re.I)
# "28207 Bremen", "35003 Rennes Cedex", "Ballarat".
_TOWN = re.compile(
    rf"(?:[,،\-]? ?(?:[A-Z]{{1,2}}-)?\d{{4,7}}(?!\d))?(?:[,،]? (?:{_CAPITAL}(?:[ \-](?:am|an der|del|de la|sur|la|{_CAPITAL})){{0,3}}(?: cedex)?)(?!\w))?"
)
_SCRIPTED = re.compile(r"[,،]? [בفي]?-?(?P<town>[א-תء-ي][א-ת\"׳'ء-ي\-]+(?: [א-תء-ي]{2,})?)(?!\w)")
_ENDS = re.compile(r" ?(?:[.,،!?؟;\n]|$)")


def post_boxes(text: str) -> Iterator[Span]:
    for box in _BOXES.finditer(text):
        town = _TOWN.match(text, box.end())
        end = town.end() if town else box.end()
        if scripted := _SCRIPTED.match(text, end):
            first = scripted["town"].split()[0]
            if is_town(scripted["town"]):
                end = scripted.end()
            elif is_town(first) or _ENDS.match(text, scripted.start("town") + len(first)):
                end = scripted.start("town") + len(first)
        yield Span(ADDRESS, box.start(), end)
