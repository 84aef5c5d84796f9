"""What a template says comes from the catalogues, and whatever else is put there is text."""

import re
from collections.abc import Iterator

import pytest
from jinja2 import Environment, nodes

from tests.web.console.words.messages import CONSOLE
from web.console.rendering.page import TEMPLATES
from web.console.words.language import begin

TRANSLATE = ("_", "gettext", "ngettext")


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


def test_no_sentence_stands_in_a_template_past_the_catalogues() -> None:
    reader = Environment(extensions=["jinja2.ext.i18n"])
    left = {
        path.name: said
        for path in CONSOLE.rglob("*.html")
        if (said := [*find_untranslated(reader.parse(path.read_text("utf-8")))])
    }
    assert left == {}


def find_untranslated(node: nodes.Node) -> Iterator[str]:
    if (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.node.name in ("_", "gettext", "ngettext")
    ):
        return
    if isinstance(node, nodes.Const) and re.search("[A-Z][a-z]+ [a-z]+", str(node.value)):
        yield node.value
    for child in node.iter_child_nodes():
        yield from find_untranslated(child)
