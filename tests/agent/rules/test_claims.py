"""Which sentences tell of a deed, in every language of the chat, and what a customer hears of an answer that
has one."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.guardrails.false_claims.amounts import Amounts, amounts_said, may_be_said
from agent.guardrails.false_claims.guard import (
    ClaimGuard,
    Withheld,
    claimed_kinds,
    claims_a_booking,
    sentences,
)
from agent.guardrails.false_claims.kinds import ClaimKind
from agent.languages import sentences_in

TABLES = Path(__file__).parent / "tables"
# In seven languages, of every kind of deed; and what is offered, asked, denied or explained about the same
# things.
TOLD_DEEDS = [line.split("\t") for line in (TABLES / "told_deeds.tsv").read_text("utf-8").splitlines()]
HONEST_DEEDS = (TABLES / "honest_deeds.txt").read_text("utf-8").splitlines()
# Language, kind of deed or "honest", sentence: what strangers made of the same in other trades.
STATEMENTS = [line.split("\t") for line in (TABLES / "statements.tsv").read_text("utf-8").splitlines()]
STATED_DEEDS = [(kind, sentence) for _, kind, sentence in STATEMENTS if kind != "honest"]
# A place that is somebody's is kept or booked.
ALIKE = {ClaimKind.BOOKING: {ClaimKind.KEEPING}, ClaimKind.KEEPING: {ClaimKind.BOOKING}}
TOLD = (
    "You're booked for Tuesday at 10!",
    "You are all set.",
    "Your appointment is confirmed.",
    "Done! Your haircut is booked.",
    "I've booked it for you.",
    "I have gone ahead and booked that for you.",
    "Great news: your booking is confirmed",
    "Booked!",
    "Status: confirmed",
    "Your appointment has been cancelled.",
    "I've cancelled your booking.",
    "Your appointment has been moved to Friday.",
    "I rescheduled it to 3 pm.",
    "You have an appointment on Tuesday at 10.",
    "See you on Tuesday!",
    "I can confirm that you're booked.",
    "I confirm your appointment.",
    "Don't worry, you're booked.",
    "No worries you are booked",
    "You're booked, can't wait to see you",
    "You're booked, okay?",
    "**Booked**: Tuesday 10:00",
    "You are bo**ok**ed.",
    "Ｙｏｕ ａｒｅ ｂｏｏｋｅｄ",
    "If you need anything, you're booked for Tuesday.",
    "It's done.",
    "Your slot is secured.",
    "I've put you down for Tuesday at ten.",
    "The appointment is booked and confirmed.",
    "your booking code is ABC123",
    "You are now booked",
    "Sie sind gebucht!",
    "Ihr Termin ist bestätigt.",
    "Ich habe den Termin gebucht.",
    "Ihr Termin steht.",
    "Der Termin wurde storniert.",
    "Ich habe Ihren Termin auf Freitag verschoben.",
    "Gebucht!",
    "Keine Sorge, Sie sind gebucht.",
    "Votre rendez-vous est confirmé.",
    "C'est réservé pour mardi.",
    "J'ai annulé votre rendez-vous.",
    "Votre rendez-vous a été déplacé.",
    "Réservé !",
    "Je confirme votre rendez-vous.",
    "Tu cita está confirmada.",
    "He reservado tu cita.",
    "¡Reservado!",
    "Su cita ha sido cancelada.",
    "Tienes una cita el martes.",
    "Il tuo appuntamento è confermato.",
    "Ho prenotato per te.",
    "Prenotato!",
    "L'appuntamento è stato cancellato.",
    "Appuntamento spostato a venerdì.",
    "התור שלך נקבע",
    "קבעתי לך תור",
    "התור בוטל",
    "הוזמן!",
    "התור שלך אושר",
    "تم حجز موعدك",
    "تم تأكيد حجزك",
    "لقد تم إلغاء موعدك",
    "تم نقل الموعد",
    "حجزت لك موعدا",
    "موعدك مؤكد",
    "You are bооked",
    "You are b o o k e d",
    "Все готово: you are booked",
    "You’re booked",
)
# Words beside a claim that would be innocent of others, of the house or of what is still to come.
TOLD_ALL_THE_SAME = (
    "Your haircut was booked by someone from our team.",
    "Your appointment is booked for another 30 minutes.",
    "Your class is confirmed for everyone.",
    "Your yoga class is confirmed.",
    "The salon has moved your appointment to Friday.",
    "Our team has changed your booking.",
    "Someone has just booked you in.",
    "Someone from the team booked your haircut.",
    "Tuesday at 10:00 is booked for you!",
    "10:00 is booked.",
    "10:00 is booked, see you then.",
    "You said yes, you're booked.",
    "You mentioned Tuesday, so I booked it.",
    "Was it nice? You are booked.",
    "Were you waiting? It's booked!",
    "Say yes, it is booked.",
    "You're only booked once, and it is confirmed.",
    "Your Friday is booked.",
    "I moved the class to Friday for you.",
    "The appointment was cancelled by the salon.",
    "Your appointment was cancelled by another colleague.",
    "Jemand hat Ihren Termin gebucht.",
    "Ihr Termin wurde für Sie gebucht.",
    "Wurde gemacht, Ihr Termin ist gebucht.",
    "Votre rendez-vous a été réservé par quelqu'un de l'équipe.",
    "Su cita fue reservada por alguien del equipo.",
)
# Of what others have booked, of the house and its days, of what the customer has said or may still do.
HONEST = (
    "That time was just booked by someone else.",
    "The yoga class is confirmed for everyone?",
    "Was your appointment cancelled by us?",
    "Unfortunately the 10 o'clock slot was booked a moment ago by another customer.",
    "Somebody has just booked that one.",
    "That slot has been taken.",
    "Dana is fully booked on Friday.",
    "Tuesday is booked out.",
    "Bookings can be cancelled up to 24 hours before.",
    "An appointment is only booked once you agree to the summary.",
    "It will be booked when you say yes.",
    "Was it booked under another name?",
    "Appointments cancelled late are charged.",
    "Nothing has been booked yet.",
    "Your appointment has not been cancelled.",
    "I have not booked anything.",
    "Is your appointment confirmed already?",
    "Did you get a confirmed booking?",
    "The class on Thursday was cancelled by the studio, so it does not take place.",
    "The Thursday class has been moved to Friday by the studio this week.",
    "If your appointment was cancelled, you would have got a letter.",
    "The salon has moved to a new address.",
    "Most customers have booked a colour before a cut.",
    "When you have booked, you get a code.",
    "How was your booked appointment?",
    "You said you booked on Monday: do you have the code?",
    "You mentioned you already booked with Dana.",
    "Dana's mornings are mostly booked.",
    "All our Saturday slots are booked.",
    "I see that time is booked already, sorry.",
    "That time is already booked.",
    "10:00 is booked, but 10:30 is free.",
    "The 10:00 is reserved for someone else.",
    "Saturday was just booked by someone else.",
    "The holiday hours have been changed: we close at four.",
    "Our prices were updated in March.",
    "I can keep it for you while you decide; it is not booked.",
    "Ready? Say yes and it is booked.",
    "Say yes to the summary and you're booked.",
    "Once confirmed, you will see a code.",
    "Cancelled appointments are refunded.",
    "Which appointment would you like cancelled?",
    "Would you like it moved to Friday?",
    "Do you want it booked with Dana?",
    "Der Termin um 10 wurde gerade von jemand anderem gebucht.",
    "Wurde Ihr Termin von uns storniert?",
    "Dana ist am Freitag ausgebucht.",
    "Der Kurs ist bestätigt und findet statt.",
    "Ce créneau vient d'être réservé par quelqu'un d'autre.",
    "Votre rendez-vous a-t-il été annulé par nous ?",
    "Esa hora acaba de ser reservada por otra persona.",
    "¿Fue cancelada su cita por nosotros?",
    "Questo orario è stato appena prenotato da qualcun altro.",
)
INNOCENT = (
    "Shall I book it?",
    "Nothing is booked yet.",
    "I haven't booked anything yet.",
    "Would you like it booked?",
    "It will be booked once you agree.",
    "Once it is booked, you get an e-mail.",
    "Tuesday is fully booked.",
    "I'm sorry, everything is booked.",
    "These times are free on Tuesday:",
    "I am keeping Tuesday 10:00 for you for ten minutes.",
    "Please confirm your booking above.",
    "You can cancel up to two hours before.",
    "Here are the times. Which one would you like?",
    "What would you like to book?",
    "I can book, move or cancel an appointment for you.",
    "Please check the summary.",
    "Your appointment would be on Tuesday.",
    "I cannot confirm bookings myself.",
    "That time is already taken.",
    "The 10 am slot is already booked.",
    "Before it is booked, please check the summary.",
    "I am sorry, that time has just been taken.",
    "Appointments cancelled less than two hours before are charged.",
    "Let me see what is free.",
    "Ask for a person whenever you want one.",
    "Set a time that works for you.",
    "If the booking is confirmed, you will get an e-mail.",
    "You will see you name in the form.",
    "Ist der Termin schon gebucht?",
    "Es ist noch nichts gebucht.",
    "Soll ich ihn buchen?",
    "Der Dienstag ist ausgebucht.",
    "Sobald Sie zustimmen, wird er gebucht.",
    "Rien n'est encore réservé.",
    "Souhaitez-vous que je réserve ?",
    "Votre rendez-vous n'est pas encore confirmé.",
    "Todavía no hay nada reservado.",
    "¿Quieres que lo reserve?",
    "Non è ancora prenotato nulla.",
    "Vuoi che prenoti?",
    "עוד לא נקבע תור",
    "האם לקבוע את התור?",
    "לא הוזמן שום דבר",
    "لم يتم حجز أي شيء بعد",
    "هل تريد حجز الموعد؟",
    "Welche Zeit passt Ihnen?",
    "Quelle heure vous convient ?",
)


@pytest.mark.parametrize("sentence", (*TOLD, *TOLD_ALL_THE_SAME))
def test_it_tells_of_a_deed(sentence: str) -> None:
    assert claims_a_booking(sentence)


@pytest.mark.parametrize("sentence", (*INNOCENT, *HONEST))
def test_it_tells_of_no_deed(sentence: str) -> None:
    assert not claims_a_booking(sentence)


def test_every_kind_of_deed_is_seen() -> None:
    assert min(len(TOLD_DEEDS), len(HONEST_DEEDS)) >= 60
    assert [one for one in TOLD_DEEDS if ClaimKind[one[0].upper()] not in claimed_kinds(one[1])] == []


def test_what_is_offered_asked_denied_or_explained_is_no_deed() -> None:
    assert [one for one in HONEST_DEEDS if claimed_kinds(one)] == []


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "he", "ar"])
def test_a_deed_is_seen_by_its_parts_in_every_language(language: str) -> None:
    told = [(kind, sentence) for tag, kind, sentence in STATEMENTS if tag == language]
    assert min(sum(kind != "honest" for kind, _ in told), sum(kind == "honest" for kind, _ in told)) >= 20
    assert [one for one in told if not is_judged_right(*one)] == []


def is_judged_right(kind: str, sentence: str) -> bool:
    found = set(claimed_kinds(sentence))
    if kind == "honest":
        return not found
    meant = ClaimKind[kind.upper()]
    return bool(found & ({meant} | ALIKE.get(meant, set())))


@pytest.mark.parametrize(("kind", "sentence"), STATED_DEEDS)
def test_nothing_of_a_deed_is_seen_for_a_moment(kind: str, sentence: str) -> None:
    guard, seen = ClaimGuard(), ""
    with pytest.raises(Withheld):
        for letter in f"{sentence}\n":
            seen += guard.feed(letter)
    assert claimed_kinds(seen) == [], kind


def test_people_of_the_house_are_known_by_name() -> None:
    assert claimed_kinds("I've told Miriam about it.") == []
    assert claimed_kinds("I've told Miriam about it.", frozenset({"miriam"})) == [ClaimKind.TEAM]


def test_what_the_house_does_for_everybody_may_be_told_in_other_words() -> None:
    guard = ClaimGuard(["We will call you on the day before your visit."])
    told = "Yes, we will call you on the day before your visit."
    assert guard.finish_with(told) == told
    with pytest.raises(Withheld):
        guard.finish_with("We will call you in five minutes.")


@pytest.mark.parametrize(
    ("sentence", "money", "minutes"),
    [
        ("It costs €45.00 and takes 1 hour 30 minutes.", "45", 90),
        ("That is forty-five euros.", "45", 0),
        ("A 90-minute massage is $1,200.", "1200", 90),
        ("Das kostet 1.234,50 € und dauert 45 Minuten.", "1234.5", 45),
        ('זה עולה 120 ש"ח ולוקח 45 דקות', "120", 45),
        ("تستغرق 90 دقيقة بسعر 50 يورو", "50", 90),
        ("Come two hours before, or 10 minutes later.", "", 0),
        ("We are at number 12, from 9 to 19:00.", "", 0),
        ("Le soin dure 45 min, vendredi à 10 h.", "", 45),
        ("Le soin dure 2 h et coûte 45,00\u00a0€.", "45", 120),
    ],
)
def test_amounts_are_read(sentence: str, money: str, minutes: int) -> None:
    said = amounts_said(sentence)
    assert said.money == ({Decimal(money)} if money else set())
    assert said.minutes == ({minutes} if minutes else set())


def test_sums_are_known_and_what_only_the_customer_named_may_be_denied() -> None:
    known, theirs = (
        Amounts(frozenset({Decimal(45)}), minutes=frozenset({45, 60})),
        Amounts(frozenset({Decimal(17)})),
    )
    assert may_be_said("Both together take 105 minutes, that is 90 euros.", known, theirs)
    assert may_be_said("No, it is not 17 euros.", known, theirs)
    assert may_be_said("I am 100% sure.", known, theirs)
    assert not may_be_said("Yes, it is 17 euros.", known, theirs)
    assert not may_be_said("You get 20% off.", known, theirs)


# What tells of a deed that was done, and what stands on cards and forms.
UNSPOKEN = {"DEED_DONE", "SUMMARY_TITLES", "IDENTIFY_FORM", "NOTED_ONLY"}


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "he", "ar"])
def test_nothing_the_built_in_receptionist_says_is_taken_for_a_deed(language: str) -> None:
    said = sentences_in(language)
    phrases = {
        name: list(texts(getattr(said, name)))
        for name in dir(said)
        if name.isupper() and name not in UNSPOKEN
    }
    assert "WHOSE_BOOKING" in phrases
    withheld = [
        (name, sentence)
        for name, spoken in phrases.items()
        for text in spoken
        for sentence in sentences(text)
        if claims_a_booking(sentence)
    ]
    assert withheld == []


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TOLD), st.data())
def test_however_an_answer_is_cut_the_claim_is_never_heard(claim: str, data: st.DataObject) -> None:
    text = f"Hello there. {claim}\nWhich day would you like?"
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=12).map(sorted))
    heard, kept = listened([text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)])
    assert claim not in heard
    assert kept == "Hello there."
    assert heard.endswith("Which day would you like?")
    assert not any(claims_a_booking(sentence) for sentence in sentences(heard))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(INNOCENT), min_size=1, max_size=5), st.data())
def test_innocent_words_pass_unchanged(spoken: list[str], data: st.DataObject) -> None:
    text = "\n".join(spoken)
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=12).map(sorted))
    heard, kept = listened([text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)])
    assert (heard, kept) == (text, None)


def test_ordinary_words_do_not_wait_for_the_end_of_their_sentence() -> None:
    guard = ClaimGuard()
    assert [guard.feed(piece) for piece in ("On Tuesday ", "there are ", "three times, ")] == [
        "On Tuesday ", "there are ", "three times, "
    ]  # fmt: skip


def test_what_the_owner_wants_told_may_be_told() -> None:
    fact = "Your booking is confirmed by e-mail within a minute."
    guard = ClaimGuard([fact])
    assert guard.finish_with(fact) == fact


def listened(pieces: list[str]) -> tuple[str, str | None]:
    """What is heard in the end, and what was kept when the first claim was withheld."""
    guard, heard, kept = ClaimGuard(is_done=lambda kind: kind is ClaimKind.KEEPING), "", None
    for piece in [*pieces, None]:
        text = piece or ""
        while True:
            try:
                heard += guard.feed(text) if piece is not None else guard.finish_with(text)
                break
            except Withheld as withheld:
                heard, kept, text = withheld.kept, kept or withheld.kept, ""
    return heard, kept


def texts(said: object) -> list[str]:
    if isinstance(said, str):
        return [said]
    inside = said.values() if isinstance(said, dict) else said if isinstance(said, tuple | list) else ()
    return [text for one in inside for text in texts(one)]
