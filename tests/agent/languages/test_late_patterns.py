"""Long patterns are compiled by whoever first looks for something, or before the first message."""

import re

import pytest

from agent.languages.patterns.late import compiled_late, prepare_late_patterns


def test_what_is_looked_for_is_found_as_by_any_pattern() -> None:
    late, usual = compiled_late("(?P<what>late|later)!", re.I), re.compile("(?P<what>late|later)!", re.I)
    for text in ("See you LATER!", "late"):
        assert [one.span("what") for one in late.finditer(text)] == [
            one.span("what") for one in usual.finditer(text)
        ]
    assert (late.pattern, late.groups, late.groupindex) == (usual.pattern, usual.groups, usual.groupindex)


def test_nothing_is_compiled_before() -> None:
    late = compiled_late("(a bracket without its end")
    assert late.pattern.startswith("(a bracket")
    with pytest.raises(re.error):
        late.search("anything")


def test_a_process_that_reads_has_compiled_all_of_them_before_it_begins() -> None:
    late = compiled_late("(?:late|later)")
    prepare_late_patterns()
    assert "compiled" in vars(late)
