"""What is private in a message is found, replaced for a provider, and put back; what is not is left alone.
Pure, in seven languages."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.conversation.vault import Vault
from agent.intake.customer_contacts import _contacts_in_words
from agent.languages import LANGUAGES
from agent.llm.redacting_model import TextRestorer
from agent.llm.redaction import Redaction
from agent.models.protocol import ModelMessage, ToolCall
from agent.privacy.business_words import BusinessWords
from agent.privacy.contacts.codes import split_codes_in
from agent.privacy.personal import BOOKING_CODE, contacts_in
from tests.agent.privacy.private_sentences import TABLES, sentences, told

TODAY = date(2026, 11, 23)
COUNTRIES = {"en": "GB", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "he": "IL", "ar": "SA"}
SALON = BusinessWords(
    frozenset(
        [
            "salon",
            "lavender",
            "haircut",
            "massage",
            "blow",
            "dry",
            "balayage",
            "dana",
            "miriam",
            "jonas",
            "lane",
            "12",
            "berlin",
        ]
    ),
    frozenset({"haircut", "massage", "pregnancy massage"}),
    (frozenset({"lavender", "lane", "12", "berlin"}),),
    frozenset({"dana", "miriam", "jonas"}),
)
CODE = "K7QW2M"
# Of what customers tell, so much may reach a provider of this table.
AT_MOST = 0.02
LONGEST = 4000


def redaction(vault: Vault | None = None, language: str = "en") -> Redaction:
    return Redaction(vault or Vault("cnv", "org"), SALON, TODAY, language)


def vault_of(text: str, language: str) -> Vault:
    """What intake puts aside of a text."""
    vault, country = Vault("cnv", "org"), COUNTRIES[language]
    for kind, written, normal in (*contacts_in(text, country), *_contacts_in_words(text, country)):
        vault.add(kind, written, normal)
    for written, code in split_codes_in(text):
        if code == CODE:
            vault.add(BOOKING_CODE, written)
    vault.add(BOOKING_CODE, CODE)
    return vault


def heard(text: str, language: str = "en", asked: str = "") -> tuple[str, str]:
    """What a provider reads of a message, and what that is once it is put back."""
    vault = vault_of(text, language)
    said = [ModelMessage("assistant", asked)] if asked else []
    said.append(ModelMessage("user", text))
    redacted = redaction(vault, language)
    redacted.read(said)
    concealed = redacted.conceal(said[-1]).content
    return concealed, vault.reveal(redacted.restore(concealed))


def test_what_customers_tell_of_themselves_is_concealed() -> None:
    count, reached = 0, []
    for one in sentences("private_sentences"):
        concealed, restored = heard(one.text, one.language, one.asked)
        assert restored == one.text
        count += len(one.private)
        reached += [(part, concealed) for part in one.private if told(part, concealed)]
    assert len(reached) <= AT_MOST * count, reached


def harmless() -> Iterator[tuple[str, str]]:
    yield from ((one.language, one.text) for one in sentences("plain_sentences"))
    for language in LANGUAGES:
        for line in (
            (TABLES.parents[1] / "guided" / "everyday" / f"{language}.txt").read_text("utf-8").splitlines()
        ):
            yield from ((language, said.strip()) for said in line.partition(": ")[2].split(" | "))


def test_everyday_sentences_reach_a_model_as_they_are() -> None:
    changed = [(text, heard(text, language)[0]) for language, text in harmless()]
    assert [one for one in changed if one[0] != one[1]] == []


@pytest.mark.parametrize(
    "text",
    [
        "Is Dana in on 12.03.? I'd like Miriam else",
        "on 12.03.2027 or on 5 December 2026",
        "Are you still at Lavender Lane 12, Berlin?",
        "12 Lavender Lane, is that the right address?",
        "I would like the pregnancy massage",
    ],
)
def test_what_belongs_to_the_business_or_to_an_appointment_is_left_alone(text: str) -> None:
    assert heard(text)[0] == text


@pytest.mark.parametrize("text", ["my name is Dana", "I'm Dana, nice to meet you", "Ich heiße Miriam"])
def test_a_customer_may_bear_the_name_of_somebody_at_the_business(text: str) -> None:
    concealed = heard(text)[0]
    assert "[person 1]" in concealed
    assert "Dana" not in concealed
    assert "Miriam" not in concealed


def test_a_name_that_was_told_once_is_concealed_wherever_it_stands_and_a_namesake_is_not() -> None:
    redacted = redaction()
    said = [
        ModelMessage("user", "my name is Ellinor Whitcombe, my friend is called Dana"),
        ModelMessage("assistant", "Thank you, Ellinor. Dana is free at ten."),
        ModelMessage("user", "put whitcombe on it"),
    ]
    redacted.read(said)
    first, second, third = (redacted.conceal(one).content for one in said)
    assert first.startswith("my name is [person 1]")
    assert second == f"Thank you, [person {second[second.index('[') + 8]}]. Dana is free at ten."
    assert "whitcombe" not in third
    result = redacted.conceal(ModelMessage("tool", json.dumps({"name": "Ellinor Whitcombe", "with": "Dana"})))
    assert json.loads(result.content) == {"name": "[person 1]", "with": "Dana"}
    call = ToolCall("1", "ask_contact_details", {"name": "Ellinor Whitcombe"})
    assert (
        redacted.conceal(ModelMessage("assistant", "", (call,))).tool_calls[0].arguments["name"]
        == "[person 1]"
    )
    assert redacted.restore_all({"name": "[Person 1]"}) == {"name": "Ellinor Whitcombe"}


@pytest.mark.parametrize(
    "text",
    [
        "I have chest pains",
        "Ich bekomme keine Luft",
        "je n'arrive plus à respirer",
        "no puedo respirar",
        "non riesco a respirare",
        "אני לא מצליח לנשום",
        "لا أستطيع التنفس",
    ],
)
def test_an_emergency_is_still_one_to_a_model(text: str) -> None:
    assert "[health emergency 1]" in heard(text)[0]


def test_another_house_of_our_street_is_private_unless_it_is_told_apart_from_ours() -> None:
    assert heard("I live at Lavender Lane 50")[0] == "I live at [address 1]"
    told_apart = "the map sends me to Lavender Lane 50 and not 12"
    assert heard(told_apart)[0] == told_apart


@pytest.mark.parametrize(
    ("text", "concealed"),
    [
        ("Swantje, as always with Dana", "[person 1], as always with Dana"),
        ("Frank opinion please", "Frank opinion please"),
        ("do you take Apple Pay", "do you take Apple Pay"),
        ("Clara de huevo o aceite", "Clara de huevo o aceite"),
        ("ring the bell for Wojciechowska", "ring the bell for [person 1]"),
        ("my gran (Edith) and Ruth", "my gran ([person 1]) and [person 2]"),
    ],
)
def test_a_name_is_told_from_a_word_by_lists_and_by_its_place(text: str, concealed: str) -> None:
    assert heard(text)[0] == concealed


@pytest.mark.parametrize(
    ("language", "text", "concealed"),
    [
        ("he", "תרשמי את הדר ליברמן ואת נועה", "תרשמי את [person 1] ואת [person 4]"),
        ("he", "התור לנועה ולא לי", "התור ל[person 1] ולא לי"),
        ("he", "אפשר תור אצל מרים?", "אפשר תור אצל מרים?"),
        ("he", "ראיתי אור בחלון, יש שיר יפה ברקע", "ראיתי אור בחלון, יש שיר יפה ברקע"),
        ("ar", "أحمد الجندي وأخته", "[person 1] وأخته"),
        ("ar", "الجو جميل والمكان كريم على الضيف", "الجو جميل والمكان كريم على الضيف"),
    ],
)
def test_a_script_without_capitals_is_read_by_lists(language: str, text: str, concealed: str) -> None:
    assert heard(text, language)[0] == concealed


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


def test_a_code_that_the_business_speaks_of_itself_is_left_alone() -> None:
    own = Redaction(Vault("cnv", "org"), BusinessWords(frozenset({"hj48wz"})), TODAY)
    message = ModelMessage("user", "is HJ48WZ still on?")
    own.read([message])
    assert own.conceal(message).content == message.content


@pytest.mark.parametrize(
    ("text", "concealed"),
    [
        ("we've moved from Olivo 14 to Sauce 33-B", "we've moved from [address 1] to [address 2]"),
        ("we moved Friday 12 to Monday 14", "we moved Friday 12 to Monday 14"),
        ("Strada Vecchia 12, casa gialla dopo la chiesa, grazie", "[address 1], grazie"),
        ("5 place Kléber, Colmar, et merci", "[address 1], et merci"),
        ("sono del 1949, non 1994", "sono del [birth date 1], non [birth date 2]"),
        ("I turn the big five-oh on 22 August", "I turn the big five-oh on [birth date 1]"),
        ("no es el 6 de mayo del 78", "no es el [birth date 1]"),
        ("her hearing is getting worse", "[health 1]"),
        ("her eyes are green", "her eyes are green"),
        ("I've been on Xolair since May", "I've been on [health 1] since May"),
        ("I've been on Duolingo all day", "I've been on Duolingo all day"),
    ],
)
def test_what_belongs_to_a_matter_goes_with_it(text: str, concealed: str) -> None:
    assert heard(text)[0] == concealed


@pytest.mark.parametrize(
    "text",
    [
        "אנחנו שמונה",
        "call men's cuts what you like",
        "my address isn't needed",
        "la sala Frida",
        "salle Marie Curie",
        "mi Seat León",
        "ich bin Langschläferin",
        "frank opinion please",
    ],
)
def test_a_frame_ends_with_its_word_and_a_thing_has_a_name_too(text: str) -> None:
    assert heard(text)[0] == text


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
    ],
)
def test_however_hostile_a_text_is_it_is_read_to_the_end(piece: str) -> None:
    text = (piece * LONGEST)[:LONGEST]
    assert heard(text)[1] == text
