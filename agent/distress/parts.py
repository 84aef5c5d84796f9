"""The words of one language that stand in the frames of distress."""

from msgspec import Struct


class DistressWords(Struct, frozen=True):
    """Patterns over words without accents and apostrophes, as ``agent.assent.tokens`` has them, with commas
    as words of their own."""

    # Somebody wants, plans or thinks of something; to die or to kill oneself; what says so without a wish;
    # dying that is only a manner of speaking, and of nobody's death.
    wish: str
    dying: str
    despair: str
    figure: str
    # A death of somebody else that comes by itself ("my mother is going to die"), and one that has come.
    passing: str
    mourning: str
    # No reason, no wish, no strength left; to live.
    lack: str
    living: str
    # "I end it", told without an object; when that is; words a sentence goes on with.
    ends: str
    soon: str
    joins: str
    # Hints at an end: a letter left behind, a pet or a key given into other hands, being in everybody's way,
    # being at one's end, seeing no sense, a last time. Not being there, and for nothing at all.
    # ``everyday`` are the trips and troubles that such words are said of, too.
    letter: str
    entrusted: str
    burden: str
    exhausted: str
    pointless: str
    finality: str
    gone: str
    everything: str
    everyday: str
    # A person who may do harm; what they do, and to whom; the same told by a body against a wall; being kept
    # from leaving; an attack that is none; fear, flight and threats; what may be one of these.
    attacker: str
    attacks: str
    force: str
    confines: str
    play: str
    danger: str
    unsafe: str
    # A body that needs help now; what lies behind or is no illness; what is only supposed.
    acute: str
    past: str
    supposed: str
    # Somebody; who falls down, lies there, is without senses, or gives no answer; what else gives none.
    person: str
    collapse: str
    down: str
    senseless: str
    unresponsive: str
    apparatus: str
    # Taking, too much, medicine; swallowing, a whole package, a poison; what may well be swallowed.
    intake: str
    excess: str
    medicine: str
    swallowed: str
    whole: str
    poison: str
    harmless: str
    # A wound, how much, where it is grave; what a treatment may leave behind; after one.
    bleeding: str
    heavily: str
    little: str
    wounded: str
    complaint: str
    treatment: str
    # Letters that are written onto the front of a word.
    prefixes: str = ""
