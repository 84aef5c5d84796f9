"""How customers put things, by language: templates of which the seed takes one."""

from importlib import import_module

from evaluation.customer.languages.phrasebook import Phrasebook


def phrasebook(language: str) -> Phrasebook:
    found: Phrasebook = import_module(f"evaluation.customer.languages.{language}").PHRASES
    return found
