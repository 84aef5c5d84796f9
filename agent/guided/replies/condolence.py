"""Whoever tells of a death is first told a kind word: then what they asked for, or how to move or cancel."""

from msgspec import structs

from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.languages.texts.condolence import condolence_in
from agent.mentions.sad_news import tells_of_a_death
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage

# Anything but these is an answer to what was asked for.
ASKS_NOTHING = frozenset({"", "small_talk", "abuse", "greeting", "out_of_scope", "goodbye", "thanks"})
MEANINGS = ("move my appointment", "cancel my appointment")


def tells_sad_news(context: TurnContext) -> bool:
    return context.pressed is None and tells_of_a_death(context.text, language_of(context.locale))


def condolence_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """The whole answer where nothing is asked for; None where something is."""
    if not tells_sad_news(context) or said.intent not in ASKS_NOTHING or said.topic or said.services:
        return None
    says = condolence_in(context.locale)
    labels = dict(zip((says.move, says.cancel), MEANINGS, strict=True))
    return GuidedStep(
        f"{says.kind} {says.ways}",
        tool="suggest_answers",
        arguments={"answers": list(labels), "meanings": labels},
    )


def with_condolence(context: TurnContext, step: GuidedStep) -> GuidedStep:
    """The answer to what is asked for, behind a kind word where it answers sad news."""
    kind = condolence_in(context.locale).kind
    if not tells_sad_news(context) or step.say.startswith(kind):
        return step
    return structs.replace(step, say=f"{kind} {step.say}".strip())


def without_cheer(context: TurnContext, sentence: str) -> str:
    """A sentence without the courtesy it begins with ("Of course."), where it answers sad news."""
    first, stop, rest = sentence.partition(". ")
    return rest if tells_sad_news(context) and stop and len(first.split()) <= 2 else sentence
