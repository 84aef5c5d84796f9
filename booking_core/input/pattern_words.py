"""What the decoder says of a text that does not fit its pattern, in words instead of the pattern."""

import ast
import re
from collections.abc import Mapping

from booking_core.input.leniency import WALL_TIME

NO_NUL = "^[^\\x00]*$"
ID = r"^[A-Za-z0-9_-]+\Z"
OPAQUE = r"^[A-Za-z0-9_.-]+\Z"
CODE = r"^[A-Za-z0-9-]+\Z"
VISIBLE = r"^[!-~]*\Z"
WEB_ADDRESS = r"^https?://[!-~]+\Z"
AMOUNT = r"^[0-9]{1,10}(\.[0-9]{1,2})?\Z"
KEY = r"^[a-z][a-z0-9_]*\Z"
CURRENCY = r"^[A-Z]{3}\Z"

WORDS: Mapping[str, str] = {
    NO_NUL: "Expected text without NUL characters",
    ID: "Expected letters from a to z, digits, `_` and `-` only",
    OPAQUE: "Expected letters from a to z, digits, `_`, `.` and `-` only",
    CODE: "Expected letters from a to z, digits and `-` only",
    VISIBLE: "Expected visible ASCII characters without spaces only",
    WEB_ADDRESS: "Expected an address that begins with `https://`, in ASCII and without spaces",
    AMOUNT: "Expected an amount such as `45.00`, with at most two digits behind the point",
    KEY: "Expected small letters from a to z, digits and `_` only, beginning with a letter",
    CURRENCY: "Expected a currency of three capital letters, such as `EUR`",
    WALL_TIME: "Expected hours and minutes, such as `09:30`",
}
OTHERWISE = "Expected text of other characters"
PATTERN = re.compile(r"Expected `str` matching regex (?P<quoted>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")


def in_words(message: str) -> str:
    """The decoder's ``message`` with what is allowed in words in place of a pattern."""
    return PATTERN.sub(lambda found: WORDS.get(ast.literal_eval(found["quoted"]), OTHERWISE), message)
