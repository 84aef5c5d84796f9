"""The words of one language that stand in the shapes of distress."""

from msgspec import Struct


class Parts(Struct, frozen=True):
    """Patterns over words without accents and apostrophes, as ``agent.assent.tokens`` has them, with commas
    as words of their own.

    wish: somebody wants, plans or thinks of something. dying: to die or to kill oneself. figure: dying that
    is only a manner of speaking, and of nobody's death. despair: says so without a wish. attacker: a person
    who may do harm; attacks: what they do, with whom they do it to; play: an attack that is none. danger:
    fear, flight and threats. acute: a body that needs help now. past: what lies behind, or is no illness.
    bleeding, heavily: a wound, and how. complaint: what a treatment may leave behind. treatment: after one.
    """

    wish: str
    dying: str
    figure: str
    despair: str
    attacker: str
    attacks: str
    play: str
    danger: str
    acute: str
    past: str
    bleeding: str
    heavily: str
    complaint: str
    treatment: str
    # Letters that are written onto the front of a word.
    prefixes: str = ""
