"""Program text that somebody pastes: nothing in it is a name, a day or a number of theirs. Pure."""

import re

# A record in JSON is data, and may well be who the customer is.
RECORD = re.compile(r"[\"']\w+[\"']\s*:\s*[\"']")
# Each is enough: no sentence has it.
STATEMENTS = (
    r"\b(?:SELECT\b.+\bFROM|INSERT\s+INTO|DELETE\s+FROM|DROP\s+(?:TABLE|DATABASE)|ALTER\s+TABLE|CREATE\s+TABLE|"
    r"UPDATE\s+\w+\s+SET|UNION\s+SELECT)\b",
    r"\b(?i:select)\s+(?:\*|count\(|[\w.]+\s*,)[^\n]*\b(?i:from)\b",
    r"^\s*(?:async\s+)?(?:def|class|func|fn)\s+\w+\s*[({:]",
    r"\bfunction\b\s*\w*\s*\(",
    r"^\s*(?:import\s+[\w.]+(?:\s+as\s+\w+)?|from\s+[\w.]+\s+import\s+.+|#include\b.*|using\s+[\w.]+)\s*;?\s*$",
    r"^\s*(?:const|let|var|public|private|static|final)\s+\w+.*[=({;]",
    r"[\w\])]\([^()\n]*\)\s*[;{]|\)\s*\{",
    r"^\s*(?:[\w.]+\.)+\w+\([^()\n]*\)\s*$",
    r"</?[a-z][\w-]*(?:\s+[\w-]+=[^>]*)?/?>",
    r"^\s*(?:\$|sudo\s|curl\s+-|pip\s+install|npm\s+(?:i|install|run)|git\s+(?:clone|push|commit))",
    r"(?:=>|===|!==|&&|\|\||\+\+|::)\s*[\w({'\"]",
    r"^\s*(?:return|print|echo)\b.*[();]\s*$",
    r"^\s*[{}\[\]();,]+\s*$",
)
CODE = tuple(re.compile(one, re.M) for one in STATEMENTS)
# Two of these beside each other in one line.
SIGNS = re.compile(
    r"[{}]|[\w)\]\"'];\s*(?:$|\w)|\w\(\)|==|\w\s*=\s*[\w'\"\[{]|\bNone\b|\bnull\b|\b(?:WHERE|VALUES)\b"
)
FEWEST_SIGNS = 3


def without_code(text: str) -> str:
    """The text without the lines that are program text; as it is where there is none."""
    lines = text.split("\n")
    kept = [line for line in lines if not _is_code(line)]
    return text if len(kept) == len(lines) else "\n".join(kept)


def _is_code(line: str) -> bool:
    if not line.strip() or RECORD.search(line):
        return False
    return any(one.search(line) for one in CODE) or len(SIGNS.findall(line)) >= FEWEST_SIGNS
