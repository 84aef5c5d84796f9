"""stub"""

from agent.languages.en import WORDS

__all__ = ["WORDS"]
