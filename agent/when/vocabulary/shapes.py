"""The shapes of text: numbers, clocks, written dates, and what only looks like one of them."""

from __future__ import annotations

import re

# Tried in this order at every position; the name before the first "_" says how the shape is read. Only what
# ends a shape repeats without end: whatever else did would be tried again from every position of a text made
# for it.
_SHAPES = {
    "other_link": r"(?:https?://|www\.)\S+|[\w.+-]{1,64}+@[\w-]{1,63}+\.[\w.]+"
    r"|[a-zA-Z][\w-]{0,62}+\.(?:com|net|org|io|app|de|fr|es|it|co)(?!\w)",
    "other_name": r"(?![qQ]\d(?!\w))[A-Z]{1,4}\d\w*",
    "other_always_open": r"24\s?/\s?7\b",
    "iso": r"(?P<iso_year>\d{4})[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})(?!\d)"
    r"(?:[T ](?P<iso_hour>[01]\d|2[0-3]):(?P<iso_minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|"
    r"[+-]\d\d:?\d\d)?)?",
    "full": r"(?P<full_a>\d{1,2})(?P<full_mark>[-/.])(?P<full_b>\d{1,2})(?P=full_mark)(?P<full_year>\d{4}|"
    r"\d{2})(?![\d])(?![-/.]\d)",
    "other_phone": r"\+\d[\d\s().-]{5,24}\d|\(\d{2,4}\)\s?\d[\d\s.-]{3,20}\d"
    r"|\d{3,4}[-. ]\d{3,4}[-. ]\d{3,4}(?!\d)"
    r"|\d{3}-\d{4}(?!\d)|0\d{2,3}[-/ ]\d{5,}|\d{7,}",
    "other_price": r"[$€£₪¥]\s?\d[\d.,]*|\d[\d.,]{0,15}+\s?(?:[€£₪¥%°]|[$](?!\d))",
    "clock": r"(?P<clock_hour>\d{1,2})(?::|(?<=\d)[hH](?=\d))(?P<clock_minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])",
    "unclock": r"\d{1,2}:[6-9]\d(?![\d:])",
    "french": r"(?P<french_hour>\d{1,2})\s?[hH](?![\w])",
    "dated": r"(?P<dated_day>\d{1,2})\.\s?(?P<dated_month>\d{1,2})\.(?!\d)",
    "slashed": r"(?P<slashed_a>\d{1,2})/(?P<slashed_b>\d{1,2})(?![\d/])",
    "dotted": r"(?P<dotted_a>\d{1,2})\.(?P<dotted_b>\d{2})(?![\d.]{0,12}\d)",
    "tenths": r"\d{1,2}[.,]\d(?![\d.,:]{0,12}\d)",
    "other_decimal": r"\d{1,15}[.,]\d[\d.,]{0,40}\d|\d{1,15}[.,]\d|\d{1,15}:\d[\d:]*",
    "ordinal": r"(?P<ordinal_value>\d{1,2})\s?(?:st|nd|rd|th|er|ère|ème|eme|º|ª|°)(?!\w)"
    r"|(?P<ordinal_joined>\d{1,2})(?:s?te[nrsm]?|e|è|ro|do)(?!\w)",
    "meridiem": r"(?P<meridiem_letter>[aApP])(?:\.\s?[mM](?:\.|(?!\w))|[mM](?!\w)|[mM](?=ish)"
    r"|\s[mM](?![\w']))",
    "half": r"(?<=\d)(?P<half_letter>[aApP])(?!\w)",
    "stuck": r"(?P<stuck_value>\d{1,4})(?=(?:[aApP][mM](?:ish)?|[aApP]\.?\s?[mM]|[aApP](?!\w)|ish|hrs?|"
    r"hours?|min|mins|minutes?|days?|weeks?|oclock|uhr"
    r"|(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?))\b)",
    "other_code": r"#\s?\d+|\d{1,20}+(?=[^\W\d_])[\w]*|\d{5,}",
    "four": r"\d{4}",
    "numbered": r"(?P<numbered_value>\d{1,3})\.(?=\s|$|[^\W\d_]|[-–—/]\s?\d{1,2}\.)",
    "int": r"\d{1,3}",
    "word": r"[^\W\d_]+",
    "dash": r"[-–—−~]",
    "quote": r"['’‘`´\"“”״׳()\[\]]",
    "comma": r"[,;،،]",
    "stop": r"[.!?؟…\n]+",
    "at": r"@",
    "slash": r"/",
    "and": r"[&+]",
    "space": r"\s+",
    "other": r".",
}
SHAPE = re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in _SHAPES.items()), re.DOTALL)


def shape_of(match: re.Match[str]) -> str:
    """The name of the shape that matched."""
    name = match.lastgroup or "other"
    return "other" if name.startswith("other") else name
