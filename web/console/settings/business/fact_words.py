"""The name of the business, and the answers to what customers ask about, in other languages."""

from collections.abc import Mapping

from web.console.forms.compound_fields import Facts
from web.console.forms.keyed_words import KeyedWords
from web.console.forms.sent import Sent


class FactWords(KeyedWords, frozen=True, kw_only=True):
    """``facts`` are the topics. One that is called something else from now on keeps its words."""

    keyed: str = "facts"
    facts: Facts

    def keys(self, sent: Sent) -> Mapping[str, str]:
        return self.facts.topics(sent)
