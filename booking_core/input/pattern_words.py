"""What the decoder says of a value that does not fit, in words instead of patterns and names of types."""

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


TYPES: Mapping[str, str] = {
    "array": "a list",
    "bool": "`true` or `false`",
    "float": "a number",
    "int": "a whole number",
    "null": "nothing",
    "object": "an object",
    "str": "text",
}
TYPED = re.compile(r"Expected `(?P<types>[a-z]+(?: \| [a-z]+)*)`, got `[^`]*`")
SIZED = re.compile(
    r"Expected `(?P<type>str|array|int)` (?P<length>of length )?(?P<end>>=|<=) (?P<size>-?[0-9]+)"
)
ENDS: Mapping[str, str] = {">=": "at least", "<=": "at most"}
SIZES: Mapping[str, str] = {
    "array": "Please give {end} {size} of them",
    "int": "Please give a whole number of {end} {size}",
    "str": "Please write {end} {size} characters",
}


def in_words(message: str) -> str:
    """The decoder's ``message`` with what is allowed in words in place of patterns and types."""
    said = PATTERN.sub(lambda found: WORDS.get(ast.literal_eval(found["quoted"]), OTHERWISE), message)
    return SIZED.sub(_say_size, TYPED.sub(_say_types, said))


def _say_types(found: re.Match[str]) -> str:
    """Nothing comes last; of a type that people have no word for the decoder's own is said."""
    named = sorted(found["types"].split(" | "), key="null".__eq__)
    told = [TYPES.get(one, f"`{one}`") for one in named]
    verb = "write" if told[0] == TYPES["str"] else "give"
    return f"Please {verb} {', or '.join(told)}"


def _say_size(found: re.Match[str]) -> str:
    if found["type"] == "str" and (found["end"], found["size"]) == (">=", "1"):
        return "Please write something here"
    return SIZES[found["type"]].format(end=ENDS[found["end"]], size=found["size"])
