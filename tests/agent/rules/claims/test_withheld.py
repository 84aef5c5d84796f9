"""What a customer hears of an answer that tells of a deed: all of it but the claim, however it is cut."""

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.guardrails.false_claims.guard import (
    ClaimGuard,
    Withheld,
    claims_a_booking,
    sentences,
)
from agent.guardrails.false_claims.kinds import ClaimKind
from tests.agent.rules.claims.innocent_sentences import INNOCENT
from tests.agent.rules.claims.told_sentences import TOLD
from tests.examples import examples


@settings(max_examples=examples(150))
@given(st.sampled_from(TOLD), st.data())
def test_however_an_answer_is_cut_the_claim_is_never_heard(claim: str, data: st.DataObject) -> None:
    text = f"Hello there. {claim}\nWhich day would you like?"
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=12).map(sorted))
    heard, kept = listen([text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)])
    assert claim not in heard
    assert kept == "Hello there."
    assert heard.endswith("Which day would you like?")
    assert not any(claims_a_booking(sentence) for sentence in sentences(heard))


@settings(max_examples=examples(100))
@given(st.lists(st.sampled_from(INNOCENT), min_size=1, max_size=5), st.data())
def test_innocent_words_pass_unchanged(spoken: list[str], data: st.DataObject) -> None:
    text = "\n".join(spoken)
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=12).map(sorted))
    heard, kept = listen([text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)])
    assert (heard, kept) == (text, None)


def test_ordinary_words_do_not_wait_for_the_end_of_their_sentence() -> None:
    guard = ClaimGuard()
    assert [guard.feed(piece) for piece in ("On Tuesday ", "there are ", "three times, ")] == [
        "On Tuesday ", "there are ", "three times, "
    ]  # fmt: skip


def listen(pieces: list[str]) -> tuple[str, str | None]:
    """What is heard in the end, and what was kept when the first claim was withheld."""
    guard, heard, kept = ClaimGuard(is_done=lambda kind: kind is ClaimKind.KEEPING), "", None
    for piece in [*pieces, None]:
        text = piece or ""
        while True:
            try:
                heard += guard.feed(text) if piece is not None else guard.finish_with(text)
                break
            except Withheld as withheld:
                heard, kept, text = withheld.kept, kept or withheld.kept, ""
    return heard, kept
