"""Values found in a text: as a regular expression of all of them would find them, however many there are and
however the text is cut."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.conversation.stream_redactor import StreamRedactor
from agent.conversation.vault import Vault, map_texts
from agent.privacy.personal import EMAIL

# Few letters, so that values begin alike, lie in each other and stand next to each other.
WORDS = st.text("aAä_1.@+( -ב", min_size=2, max_size=6)
TEXTS = st.text("aAä_1.@+( -ב", max_size=40)


def vault_of(values: list[str]) -> Vault:
    vault = Vault()
    for number, value in enumerate(dict.fromkeys(values), 1):
        vault.note(EMAIL, number, value)
    return vault


@given(st.lists(WORDS, max_size=8), TEXTS)
def test_what_is_found_is_what_an_expression_of_all_values_finds(values: list[str], text: str) -> None:
    vault = vault_of(values)
    longest_first = sorted(set(values), key=len, reverse=True)
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)" if values else r"(?!)")
    numbers = {value: number for number, value in enumerate(dict.fromkeys(values), 1)}
    assert vault.conceal(text) == known.sub(lambda found: f"[email {numbers[found.group()]}]", text)


@given(st.lists(WORDS, max_size=8), TEXTS, st.integers(1, 7))
def test_what_may_still_become_a_value_waits(values: list[str], text: str, cut: int) -> None:
    vault = vault_of(values)
    end = vault.partial_value_start(text, len(text))
    beginnings = [
        at
        for at in range(len(text))
        if any(value.startswith(text[at:]) and value != text[at:] for value in values)
    ]
    assert end == min(beginnings, default=len(text))
    veil = StreamRedactor(vault)
    shown = "".join(veil.feed(text[at : at + cut]) for at in range(0, len(text), cut)) + veil.finish()
    assert vault.reveal(shown) == text


@given(st.lists(WORDS | st.text(max_size=6), max_size=8), st.lists(TEXTS | st.text(max_size=20), max_size=4))
def test_one_look_at_all_texts_overlooks_no_value(values: list[str], texts: list[str]) -> None:
    vault = vault_of(values)
    nested = {"shown": [*texts, "".join([*values, *texts])], "number": 7}
    assert vault.conceal_all(nested) == map_texts(nested, vault.conceal)


@pytest.mark.parametrize("count", [1, 250, 5_000])
def test_any_number_of_values_is_concealed(count: int) -> None:
    vault = vault_of([f"ada{number}@example.com" for number in range(count)])
    assert (
        vault.conceal("to ada0@example.com, not xada0@example.com") == "to [email 1], not xada0@example.com"
    )
    assert vault.conceal(f"ada{count - 1}@example.com") == f"[email {count}]"
