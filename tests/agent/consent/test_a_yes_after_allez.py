"""French goes ahead with "allez" before it agrees."""

import pytest

from agent.assent.kinds import grammar_of


@pytest.mark.parametrize("text", ["bon allez oui", "allez ok", "ben allez d'accord", "allez, vendu"])
def test_it_agrees(text: str) -> None:
    assert grammar_of("fr").read(text).strength("book") == 2


@pytest.mark.parametrize("text", ["allez non", "allez, plutôt vendredi"])
def test_alone_it_does_not(text: str) -> None:
    assert grammar_of("fr").read(text).strength("book") == 0
