"""What a template says comes from the catalogues, and whatever else is put there is text."""

from collections.abc import Iterator

import pytest

from web.console.rendering.page import TEMPLATES
from web.console.words.language import begin


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    begin()


@pytest.mark.parametrize("tag", ["", "de"])
def test_a_text_that_is_no_message_is_escaped(tag: str) -> None:
    begin(tag)
    drawn = TEMPLATES.from_string("{{ _(text) }}").render(text="<b>100%</b> %(name)s")
    assert drawn == "&lt;b&gt;100%&lt;/b&gt; %(name)s"


def test_values_of_a_message_are_escaped() -> None:
    begin("de")
    drawn = TEMPLATES.from_string('{{ _("Restore %(name)s", name=name) }}').render(name="<b>")
    assert drawn == "&lt;b&gt; wiederherstellen"
