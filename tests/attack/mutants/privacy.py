"""What a provider reads and what is put back."""

from tests.attack.broken import privacy
from tests.attack.mutants.mutant import Mutant

PRIVATE = "privacy/test_private_words.py"


MUTANTS = (
    Mutant("a provider reads of health", (f"{PRIVATE}::test_nothing_private",), (), privacy.health_is_told),
    Mutant(
        "a provider reads birth dates",
        (f"{PRIVATE}::test_nothing_private",),
        (),
        privacy.birth_dates_are_told,
    ),
    Mutant(
        "a provider reads addresses",
        (f"{PRIVATE}::test_nothing_private",),
        (),
        privacy.addresses_are_told,
    ),
    Mutant(
        "a provider reads accounts and codes",
        (f"{PRIVATE}::test_no_account",),
        (),
        privacy.accounts_and_codes_are_told,
    ),
    Mutant(
        "a provider reads names in letters without capitals",
        (f"{PRIVATE}::test_no_account",),
        (),
        privacy.names_without_capitals_are_told,
    ),
    Mutant(
        "a provider reads names until they are known",
        (f"{PRIVATE}::test_nothing_private",),
        (),
        privacy.names_are_told_until_they_are_known,
    ),
    Mutant(
        "a provider reads names that no list has",
        ("tests/agent/privacy/test_private_words.py::test_a_word_of_no_list",),
        (),
        privacy.only_listed_names_are_concealed,
    ),
    Mutant(
        "a provider reads words of no vocabulary",
        ("tests/agent/privacy/vocabulary/test_unknown_words.py::test_an_invented_word",),
        (),
        privacy.unknown_words_are_told,
    ),
    Mutant(
        "a provider reads what was said before",
        (f"{PRIVATE}::test_nothing_private",),
        (),
        privacy.only_the_newest_message_is_concealed,
    ),
    Mutant(
        "what is concealed is not put back",
        (f"{PRIVATE}::test_the_customer_reads",),
        (),
        privacy.what_is_concealed_is_not_put_back,
    ),
    Mutant(
        "a placeholder that nobody has given is said",
        ("privacy/test_unknown_placeholders.py::test_a_customer_reads_no_placeholder",),
        (),
        privacy.what_nobody_has_given_is_said,
    ),
    Mutant(
        "a first look at a text passes over what a pattern would find",
        (
            "tests/agent/languages/test_screens.py::test_a_pattern_that_matches",
            "tests/agent/languages/test_screens.py::test_whatever_the_patterns_find",
        ),
        (),
        privacy.of_a_pattern_only_the_first_alternative_is_seen,
    ),
)
