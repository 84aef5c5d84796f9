"""What a provider may not read, told to it on purpose."""

from agent.languages.patterns import required
from agent.llm import redacting_model, redaction
from agent.llm.redaction import Redaction
from agent.privacy.names import finder, framed


def health_is_told() -> None:
    redaction.health_words = lambda *_: iter(())  # type: ignore[attr-defined]


def birth_dates_are_told() -> None:
    redaction.birth_dates_in = lambda *_, **__: iter(())  # type: ignore[attr-defined]


def addresses_are_told() -> None:
    redaction.street_addresses = lambda *_, **__: iter(())  # type: ignore[attr-defined]


def accounts_and_codes_are_told() -> None:
    redaction.references = lambda *_: iter(())  # type: ignore[attr-defined]


def names_without_capitals_are_told() -> None:
    finder.scripted_names_in = lambda *_: iter(())  # type: ignore[attr-defined]
    unknown_words_are_told()


def only_listed_names_are_concealed() -> None:
    framed.is_unknown = lambda _: False  # type: ignore[attr-defined]
    unknown_words_are_told()


def unknown_words_are_told() -> None:
    redaction.unknown_words = lambda *_: iter(())  # type: ignore[attr-defined]


def only_the_newest_message_is_concealed() -> None:
    redacting_model.recent_history = lambda *_: []  # type: ignore[attr-defined]


def names_are_told_until_they_are_known() -> None:
    redaction.NameFinder.names_in = lambda *_, **__: iter(())  # type: ignore[attr-defined]


def what_is_concealed_is_not_put_back() -> None:
    Redaction.restore = lambda _, text: text  # type: ignore[method-assign]


def what_nobody_has_given_is_said() -> None:
    redaction.without_unknown = lambda text, _: text  # type: ignore[attr-defined]


def of_a_pattern_only_the_first_alternative_is_seen() -> None:
    required._of_alternatives = lambda needs: needs[0]  # type: ignore[attr-defined]
