"""What customers say and agree to."""

from tests.attack.broken.understanding import consent, contacts, places, reading, remainders
from tests.attack.mutants.mutant import Mutant

MUTANTS = (
    Mutant(
        "a yes with something else counts as a yes",
        ("understanding/test_consent.py::test_what_is_no_plain_yes",),
        (),
        consent.takes_a_yes_with_more_for_a_yes,
    ),
    Mutant(
        "a yes to a model's own words books",
        ("understanding/test_a_yes_to_other_words.py::test_a_yes_to_a_models_own_words",),
        (),
        consent.takes_a_yes_to_a_models_words_for_one_to_the_summary,
    ),
    Mutant(
        "a yes to a change that was not made books",
        ("understanding/test_a_yes_to_other_words.py::test_a_yes_after_a_change",),
        (),
        consent.takes_a_yes_to_a_change_for_one_to_the_summary,
    ),
    Mutant(
        "an hour later is not heard beside a yes",
        ("understanding/test_relative_changes.py::test_so_much_earlier_or_later",),
        (),
        consent.reads_no_offset,
    ),
    Mutant(
        "another weekday is of any week",
        ("understanding/test_relative_changes.py::test_another_weekday",),
        (),
        consent.takes_a_weekday_for_the_nearest,
    ),
    Mutant(
        "a no to cancelling is ignored",
        ("understanding/test_consent.py::test_a_no_to_cancelling",),
        (),
        consent.ignores_a_no_to_cancelling,
    ),
    Mutant(
        "whatever is no yes to cancelling is a no",
        ("tests/agent/consent/test_a_no_to_cancelling.py::test_what_is_neither_yes_nor_no",),
        (),
        consent.takes_whatever_is_no_yes_to_cancelling_for_a_no,
    ),
    Mutant(
        "a verb after I am is a name",
        ("tests/agent/contact_lines/test_i_am_busy_with.py::test_what_somebody_is_doing",),
        (),
        contacts.takes_a_verb_after_i_am_for_a_name,
    ),
    Mutant(
        "old lists of times stay open",
        ("understanding/test_consent.py::test_a_model_keeps_no_time",),
        (),
        consent.keeps_old_lists_open,
    ),
    Mutant(
        "a wish is heard in a name that was asked for",
        ("understanding/test_names_given.py::test_a_name_never_costs",),
        (),
        contacts.wishes_are_read_before_names,
    ),
    Mutant(
        "any few words are a name",
        ("understanding/test_names_given.py::test_what_is_no_name",),
        (),
        contacts.sentences_are_names,
    ),
    Mutant(
        "what stands around a name is taken for it",
        ("understanding/test_names_given.py::test_what_stands_around",),
        (),
        contacts.frames_are_names,
    ),
    Mutant(
        "an address or a number that is put right stays as it was",
        ("understanding/test_names_given.py::test_what_is_put_right",),
        (),
        contacts.corrections_are_not_heard,
    ),
    Mutant(
        "a number of elsewhere is given the code of this country",
        ("understanding/test_names_given.py::test_no_number_is_given",),
        (),
        contacts.numbers_are_all_of_this_country,
    ),
    Mutant(
        "an address is changed in silence",
        ("understanding/test_names_given.py::test_no_address_is_changed",),
        (),
        contacts.addresses_are_put_right_in_silence,
    ),
    Mutant(
        "who wants to be phoned on Monday comes on Monday",
        ("understanding/test_names_given.py::test_a_wish_to_be_phoned",),
        (),
        contacts.wishes_to_be_phoned_are_times_to_come,
    ),
    Mutant(
        "letters nobody sees make another customer",
        ("understanding/test_names_given.py::test_letters_nobody_sees",),
        (),
        contacts.letters_nobody_sees_are_kept,
    ),
    Mutant(
        "a model calls a customer what is no name",
        ("understanding/test_names_given.py::test_no_model_calls",),
        (),
        contacts.models_name_whom_they_like,
    ),
    Mutant(
        "a weekday that contradicts its date is ignored",
        ("understanding/test_impossible_days.py",),
        (),
        reading.contradictions_are_ignored,
    ),
    Mutant(
        "days that do not exist are clamped",
        ("understanding/test_impossible_days.py",),
        (),
        reading.impossible_days_are_clamped,
    ),
    Mutant(
        "times are looked for on days that cannot be",
        ("understanding/test_impossible_days.py::test_a_model",),
        (),
        reading.times_are_looked_for_all_the_same,
    ),
    Mutant(
        "a number beside a refused day is an hour of that day",
        ("understanding/test_consent.py::test_a_number_beside",),
        (),
        reading.numbers_keep_the_refused_day,
    ),
    Mutant(
        "a question beside a time cuts its half hour off",
        (
            "tests/agent/guided/understanding/test_questions_beside_a_time.py::test_a_question_needs_no_pause_before_it",
        ),
        (),
        reading.times_are_cut_at_questions,
    ),
    Mutant(
        "times are told by the clock of the first place",
        ("understanding/test_clocks_of_places.py::test_what_is_kept",),
        (),
        places.times_are_of_the_first_place,
    ),
    Mutant(
        "the first place is taken where none was named",
        ("understanding/test_clocks_of_places.py::test_nothing_is_kept",),
        (),
        places.the_first_place_is_taken,
    ),
    Mutant(
        "what one booking leaves over is not said",
        ("understanding/test_nothing_halved.py::test_what_is_left_over_is_said",),
        (),
        remainders.what_is_left_over_is_not_said,
    ),
    Mutant(
        "what one booking leaves over is forgotten",
        ("understanding/test_nothing_halved.py::test_what_is_left_over_is_taken_up",),
        (),
        remainders.what_is_left_over_is_forgotten,
    ),
    Mutant(
        "a party without its speaker is one person",
        ("understanding/test_nothing_halved.py::test_what_is_left_over_is_said",),
        (),
        remainders.a_party_without_its_speaker_is_one,
    ),
    Mutant(
        "a rate or a rhythm is not heard",
        ("understanding/test_nothing_halved.py::test_what_is_left_over_is_said",),
        (),
        remainders.a_rhythm_is_not_heard,
    ),
    Mutant(
        "how often a complaint comes is taken for the wish's",
        ("understanding/test_nothing_halved.py::test_a_complaint_that_recurs_is_one_booking",),
        (),
        remainders.a_complaint_is_taken_for_a_wish,
    ),
    Mutant(
        "an ordinary word is read as a slip for a name",
        ("tests/agent/mentions/test_ordinary_words.py::test_no_ordinary_word_is_a_slip",),
        (),
        reading.takes_ordinary_words_for_slips,
    ),
    Mutant(
        "a service that is asked about and answered with a no is wanted",
        ("tests/agent/guided/understanding/test_refused_at_a_summary.py::test_the_summary_stays_as_it_is",),
        (),
        reading.hears_no_no_behind_a_question,
    ),
)
