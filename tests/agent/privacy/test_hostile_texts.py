"""However hostile a text is, it is read to the end, and in time."""

import pytest

from tests.agent.privacy.provider import heard

LONGEST = 4000


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "1 ",
        "Ab ",
        "my name is ",
        "a at ",
        "a.",
        "Am Alten Markt ",
        "12 rue de la ",
        "one two ",
        "[",
        "born on ",
        "Mr ",
        "a-",
        "calle a ",
        "pain ",
        "K wie ",
        "k seven ",
        "a dot ",
        "flat 3 ",
        "no puedo ",
        "he doesn't ",
        "my back ",
        "waiting for ",
        "two months ",
        "בית 3 ",
        "דנה בן ",
        "ما ",
        "GB29 ",
        "we're at ",
        "corner of a and ",
        "under van der ",
        "i take ",
        "May 2009, ",
        "numb hand ",
    ],
)
def test_however_hostile_a_text_is_it_is_read_to_the_end(piece: str) -> None:
    text = (piece * LONGEST)[:LONGEST]
    assert heard(text)[1] == text
