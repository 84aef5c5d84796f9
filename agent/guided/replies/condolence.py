"""Whoever tells sad news is first told a kind word: then what they asked for, or how to move or cancel."""

from msgspec import structs

from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.languages.texts.condolence import condolence_in
from agent.mentions.sad_news import SadNews, sad_news_in
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage

# Anything but these is an answer to what was asked for.
ASKS_NOTHING = frozenset({"", "small_talk", "abuse", "greeting", "out_of_scope", "goodbye", "thanks"})
MEANINGS = ("move my appointment", "cancel my appointment")


def kind_word(context: TurnContext) -> str:
    """What is said first to the sad news of a message; nothing where it has none."""
    news = sad_news_in(context.text, language_of(context.locale)) if context.pressed is None else None
    if news is None:
        return ""
    says = condolence_in(context.locale)
    return says.kind if news is SadNews.DEATH else says.sorry


def condolence_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """The whole answer where nothing is asked for; None where something is."""
    kind = kind_word(context)
    if not kind or _asks_something(said):
        return None
    says = condolence_in(context.locale)
    labels = dict(zip((says.move, says.cancel), MEANINGS, strict=True))
    return GuidedStep(
        f"{kind} {says.ways}",
        tool="suggest_answers",
        arguments={"answers": list(labels), "meanings": labels},
    )


def condolence_at_summary(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """The answer to sad news at an open summary. The summary stays, nobody is asked for a yes, and one that
    comes later shows it again first."""
    kind, summary = kind_word(context), context.state.summary
    if not kind or summary is None or said.has_time:
        return None
    if _asks_something(said) and (said.intent, summary.deed) != ("cancel", "cancel"):
        return None
    context.state.summary = structs.replace(summary, must_be_shown_again=True)
    if summary.deed != "book":
        return GuidedStep(f"{kind} {summary.entry_in(context.says.NOT_YET)}")
    return GuidedStep(f"{kind} {condolence_in(context.locale).unbooked}")


def what_instead(context: TurnContext) -> str:
    """What is said where nothing was booked after all; who tells sad news is not asked for another wish."""
    says: str = context.says.WHAT_INSTEAD
    return condolence_in(context.locale).unbooked if kind_word(context) else says


def with_condolence(context: TurnContext, step: GuidedStep) -> GuidedStep:
    """The answer to what is asked for, behind a kind word where it answers sad news."""
    kind = kind_word(context)
    if not kind or step.say.startswith(kind):
        return step
    return structs.replace(step, say=f"{kind} {step.say}".strip())


def without_cheer(context: TurnContext, sentence: str) -> str:
    """A sentence without the courtesy it begins with ("Of course."), where it answers sad news."""
    first, stop, rest = sentence.partition(". ")
    return rest if stop and len(first.split()) <= 2 and kind_word(context) else sentence


def _asks_something(said: ParsedMessage) -> bool:
    return said.intent not in ASKS_NOTHING or bool(said.topic or said.services)
