"""A message in clauses, and which of them is a wish."""

import re

from agent.languages.patterns.compiled import compiled
from agent.mentions.beyond_one.treatments import treatment_names_in
from agent.mentions.beyond_one.words import RemainderWords
from agent.mentions.names.services import exact_services_in
from booking_core.catalogue.catalogue import Catalogue

CLAUSES = r"[.;!?…\n،؛؟,]+|\s[-–—]\s"
WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")


def clauses_of(lowered: str, plural: RemainderWords) -> list[str]:
    return [clause for clause in compiled(rf"{CLAUSES}|{plural.but}").split(lowered) if clause.strip()]


def is_wish(clause: str, plural: RemainderWords, catalogue: Catalogue) -> bool:
    return bool(
        compiled(plural.wish).search(clause)
        or treatment_names_in(clause, plural)
        or exact_services_in(catalogue, clause)
    )
