"""Ordinary time words in the other languages; `tables/languages.tsv` has the sentences."""

from tests.agent.when.shorthand import said, table
from tests.tables import each_row


@each_row(("language", "sentence", "reading"), table("languages"))
def test_a_sentence_of_another_language_is_read(language, sentence, reading):
    assert said(sentence, language) == reading


def test_a_region_is_no_other_language():
    assert said("am Freitag", "de-CH") == said("am Freitag", "de_AT") == "06-12"


def test_a_language_without_a_catalogue_is_read_as_english():
    assert said("on Friday", "tlh") == "06-12"
