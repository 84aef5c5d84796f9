"""What is private in a message is found, replaced for a provider, and put back; what is not is left alone.
Pure, in seven languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.llm.redacting_model import TextRestorer
from agent.models.protocol import ModelMessage
from tests.agent.privacy.private_sentences import is_told, sentences
from tests.agent.privacy.provider import heard, redaction

# Of what customers tell, so much may reach a provider of this table.
AT_MOST = 0.02
# The same of names in the hardest places, and of other words there that are taken for one.
SLOTS_AT_MOST = 0.03


def test_what_customers_tell_of_themselves_is_concealed() -> None:
    count, reached = 0, []
    for one in sentences("private_sentences"):
        concealed, restored = heard(one.text, one.language, one.asked)
        assert restored == one.text
        count += len(one.private)
        reached += [(part, concealed) for part in one.private if is_told(part, concealed)]
    assert len(reached) <= AT_MOST * count, reached


def test_a_word_of_no_list_is_a_name_where_one_may_stand() -> None:
    count, reached = 0, []
    for one in sentences("names_in_slots"):
        concealed, restored = heard(one.text, one.language)
        assert restored == one.text
        count += len(one.private)
        reached += [(part, concealed) for part in one.private if is_told(part, concealed)]
    assert len(reached) <= SLOTS_AT_MOST * count, reached


def test_words_in_the_same_place_are_left_alone() -> None:
    count, changed = 0, []
    for one in sentences("empty_slots"):
        count += 1
        concealed = heard(one.text, one.language)[0]
        changed += [concealed] if concealed != one.text else []
    assert len(changed) <= SLOTS_AT_MOST * count, changed


@pytest.mark.parametrize(
    ("text", "concealed"),
    [
        ("refund it to GB29 NWBK 6016 1331 9268 19 please", "refund it to [bank account 1] please"),
        ("it was K for kettle, seven, Q, W, two, M for moon", "it was [reference 1]"),
        ("bring it to Thornbury Cottage, Mill Lane, BA2 7XY", "bring it to [address 1]"),
        ("I can't bend down any more", "I [health 1]"),
        ("dad hardly hears anything", "dad [health 1]"),
        ("my knee gave way on Monday", "[health 1] on Monday"),
        ("still waiting for the biopsy results", "[health 1]"),
        # The same words of the page and of the booking.
        (
            "I can't see a button and I can't move my appointment",
            "I can't see a button and I can't move my appointment",
        ),
        ("still waiting for the confirmation", "still waiting for the confirmation"),
        ("the 3 h and the 4 h slots, PS5 or 4x4", "the 3 h and the 4 h slots, PS5 or 4x4"),
        ("Tuesday 12, Friday 14 at 3 pm, room 2", "Tuesday 12, Friday 14 at 3 pm, room 2"),
    ],
)
def test_what_has_no_word_for_it_is_told_by_its_grammar(text: str, concealed: str) -> None:
    assert heard(text)[0] == concealed


@pytest.mark.parametrize(
    ("text", "concealed"),
    [
        ("voucher HJ48WZ, or hj48wz", "voucher [reference 1], or [reference 2]"),
        ("the gate pin for parcels is 7740", "the gate pin for parcels is [reference 1]"),
        ("I'd type #58213# there", "I'd type [reference 1] there"),
        ("ג כמו גמל, שבע, ת כמו תמר, שתיים", "[reference 1]"),
        ("نون ٣ ٣ قاف ٨ ٢ لام", "[reference 1]"),
        ("under V8D-3RN or 9TX 6LP", "under [reference 1] or [reference 2]"),
        ("10am-12pm, 3PM 5PM, 2mm-4mm", "10am-12pm, 3PM 5PM, 2mm-4mm"),
        # Times, sizes, models and campaigns.
        ("9AM5PM, 2x30min, 120EUR", "9AM5PM, 2x30min, 120EUR"),
        ("205R16, iphone15, SUMMER20", "205R16, iphone15, SUMMER20"),
    ],
)
def test_a_word_of_letters_and_digits_is_a_code_unless_it_counts_something(text: str, concealed: str) -> None:
    assert heard(text)[0] == concealed


@pytest.mark.parametrize(
    ("text", "concealed"),
    [
        ("we've moved from Olivo 14 to Sauce 33-B", "we've moved from [address 1] to [address 2]"),
        ("we moved Friday 12 to Monday 14", "we moved Friday 12 to Monday 14"),
        ("Strada Vecchia 12, casa gialla dopo la chiesa, grazie", "[address 1], grazie"),
        ("5 place Kléber, Colmar, et merci", "[address 1], et merci"),
        ("sono del 1949, non 1994", "sono del [birth date 1], non [birth date 2]"),
        ("I turn the big five-oh on 22 August", "I turn the big [birth date 1]"),
        ("no es el 6 de mayo del 78", "no es el [birth date 1]"),
        ("her hearing is getting worse", "[health 1]"),
        ("her eyes are green", "her eyes are green"),
        ("I've been on Xolair since May", "I've been on [health 1]"),
        ("I've been on the phone all day", "I've been on the phone all day"),
    ],
)
def test_what_belongs_to_a_matter_goes_with_it(text: str, concealed: str) -> None:
    assert heard(text)[0] == concealed


def test_all_of_an_answer_to_where_somebody_lives_is_private_but_what_is_asked_back() -> None:
    answer = "behind the chapel, second door, it's number 9. Do you come on Friday?"
    assert heard(answer, "en", "What is your address, please?")[0] == "[address 1]. Do you come on Friday?"


def test_an_answer_is_read_in_view_of_its_question() -> None:
    assert heard("ottavia zorzi", "it", "Come si chiama?")[0] == "[person 1]"
    assert heard("nuts and latex", "en", "Do you have any allergies?")[0] == "[health 1]"
    assert heard("12.03.", "de", "Wie ist Ihr Geburtsdatum?")[0] == "[birth date 1]"
    assert heard("no", "en", "Is there anything to be careful with, such as an injury?")[0] == "no"


def test_a_date_is_concealed_behind_a_letter_that_is_written_onto_it() -> None:
    redacted, said = redaction(), ModelMessage("assistant", "רשמתי: נולדת ב3.4.1990")
    redacted.read([ModelMessage("user", "נולדתי ב-3.4.1990"), said])
    assert redacted.conceal(said).content == "רשמתי: נולדת ב[birth date 1]"


def test_what_was_said_before_the_oldest_message_at_hand_may_still_be_spoken_of() -> None:
    redacted, said = (
        redaction(),
        ModelMessage("assistant", "Get well soon, Mrs Hathersage, with your bronchitis."),
    )
    redacted.read([said, ModelMessage("user", "thanks")], is_cut=True)
    assert redacted.conceal(said).content == "Get well soon, [person 1], with your [health 1]."


@given(
    st.lists(st.sampled_from(["[person", " 1", "]", "[health 1]", "Hi ", "[", "x", "[email 1]"]), max_size=12)
)
def test_pieces_are_restored_as_the_whole(pieces: list[str]) -> None:
    redacted = redaction()
    redacted.read([ModelMessage("user", "my name is Ada Byron and I have diabetes")])
    text = TextRestorer(redacted)
    assert "".join([*map(text.feed, pieces), text.rest()]) == redacted.restore("".join(pieces))
