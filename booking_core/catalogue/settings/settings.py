"""Every setting an owner may change, in one table: its name, what it takes, its default and what it does.

Names with a dot are kept in the JSON column before it (``chat.limits.messages_per_day`` in ``chat``), others
in a column of their own. What is stored is read back by the same kind; where it cannot be read, the default
holds. ``docs/settings.md`` is this table.
"""

from collections.abc import Mapping
from typing import Any

from booking_core.catalogue.organizations import LONGEST_FACT, LONGEST_TOPIC, Organization
from booking_core.catalogue.settings.kinds import Accent, Greeting, Host, Site, TimeOfDay, WebPage
from booking_core.catalogue.settings.letter_words import LetterWords
from booking_core.catalogue.settings.sender_name import SenderName
from booking_core.catalogue.workplaces import LONGEST_TRAVEL_MIN
from booking_core.input.fields import Field
from booking_core.input.kinds import Listed, Named, OneOf, OrNothing, Text, Whole, WrongValue, YesNo

CAP = Whole(1, 10_000)
RATE = Whole(1, 1_000_000_000)
TOKENS = Whole(0, 1_000_000_000)
# A quarter of an hour to two weeks before.
LONGEST_REMINDER_MIN = 14 * 24 * 60
REMINDERS = Listed(Whole(15, LONGEST_REMINDER_MIN), 5)
# Those that chat, pages and letters speak.
LANGUAGES = ("en", "de", "fr", "es", "it", "he", "ar")
# Every request to a model carries them.
LONGEST_INSTRUCTIONS = 1_500
LONGEST_SENDER = 200
# What shows that a booking made elsewhere is the customer's.
CODE_TO_MAILBOX, CODE_IS_ENOUGH = "mailbox", "booking_code"

SETTINGS: tuple[Field, ...] = (
    Field(
        "one_appointment_at_a_time", YesNo(), False, tells="Whether nobody is booked for two things at once."
    ),
    Field(
        "travel_min",
        Whole(0, LONGEST_TRAVEL_MIN),
        30,
        tells="Minutes from one location to another, where the locations say nothing else.",
    ),
    Field(
        "websites",
        Listed(Site(), 50),
        [],
        tells="The only sites that may show the chat; with none, every site may.",
    ),
    Field(
        "chat.languages",
        Listed(OneOf(LANGUAGES), len(LANGUAGES)),
        [],
        tells="The only languages customers are spoken to in; with none, all of ours.",
    ),
    Field(
        "chat.greeting",
        OrNothing(Greeting()),
        None,
        tells="The chat's first words; ours where none are given.",
    ),
    Field("chat.accent", OrNothing(Accent()), None, tells="The colour of the hosted page."),
    Field("chat.tone", Text(300, may_be_empty=True), "", tells="How a language model should sound."),
    Field(
        "chat.instructions",
        Text(LONGEST_INSTRUCTIONS, lines=True, may_be_empty=True),
        "",
        tells="What a language model is to mention, ask or recommend, within our rules.",
    ),
    Field(
        "chat.facts",
        Named(Text(LONGEST_TOPIC), Text(LONGEST_FACT, lines=True), 100),
        {},
        tells="What customers ask about, by topic.",
    ),
    Field("chat.sites", Listed(Host(), 50), [], tells="Sites of the business that answers may link to."),
    Field("chat.link_hosts", Listed(Host(), 50), [], tells="Other sites that answers may link to."),
    Field("chat.privacy_page", OrNothing(WebPage()), None, tells="Where customers read about privacy."),
    Field("chat.imprint_page", OrNothing(WebPage()), None, tells="Where they read whose business it is."),
    Field(
        "chat.proof",
        OneOf((CODE_TO_MAILBOX, CODE_IS_ENOUGH)),
        CODE_TO_MAILBOX,
        tells="What shows that a booking made elsewhere is theirs: a code by email, or its booking code.",
    ),
    Field(
        "chat.keep_conversations_days",
        Whole(1, 3650),
        90,
        tells="Days a conversation is kept after its last message; owners change it.",
    ),
    Field(
        "chat.keep_customers_days",
        Whole(30, 3650),
        396,
        tells="Days a customer's name and contacts are kept after they came last; owners change it.",
    ),
    Field(
        "chat.budget.tokens_per_conversation",
        TOKENS,
        200_000,
        tells="Tokens of language models in one conversation.",
    ),
    Field(
        "chat.budget.tokens_per_address_and_day", TOKENS, 600_000, tells="Tokens for one address in a day."
    ),
    Field("chat.budget.tokens_per_day", TOKENS, 5_000_000, tells="Tokens for everybody in a day."),
    Field(
        "chat.limits.conversations_per_address_and_hour", RATE, 60, tells="Conversations an address opens."
    ),
    Field("chat.limits.messages_per_conversation_and_minute", RATE, 30, tells="Messages in a conversation."),
    Field("chat.limits.messages_per_address_and_minute", RATE, 120, tells="Messages from an address."),
    Field(
        "chat.limits.messages_per_address_and_day", RATE, 3_000, tells="Messages from an address in a day."
    ),
    Field(
        "chat.limits.messages_per_day",
        RATE,
        20_000,
        tells="Everybody's messages in a day, from which on others have a quarter of their limits.",
    ),
    Field("booking_rules.upcoming_per_contact", CAP, 5, tells="Appointments to come of one contact."),
    Field(
        "booking_rules.upcoming_per_conversation",
        CAP,
        5,
        tells="Appointments to come that one conversation booked.",
    ),
    Field(
        "booking_rules.upcoming_per_address", CAP, 10, tells="Appointments to come booked from one address."
    ),
    Field("booking_rules.per_contact_a_day", CAP, 10, tells="Bookings of one contact within 24 hours."),
    Field("booking_rules.per_address_a_day", CAP, 20, tells="Bookings from one address within 24 hours."),
    Field(
        "booking_rules.busy_day",
        CAP,
        100,
        tells="Bookings of everybody within 24 hours, from which on a quarter of each cap is left.",
    ),
    Field(
        "booking_rules.verify_contact",
        YesNo(),
        False,
        tells="Whether nothing is booked before the customer's mailbox is proven.",
    ),
    Field(
        "letters.sender_name",
        SenderName(LONGEST_SENDER, may_be_empty=True),
        "",
        tells="Who emails come from, where that is not the name of the business.",
    ),
    Field(
        "letters.business_kinds",
        Listed(OneOf(("booked", "requested", "moved", "cancelled")), 4),
        # Whoever never looks here would not hear of what customers do.
        ["booked", "requested", "moved", "cancelled"],
        tells="What the business's own email address, if it has one, is written to about.",
    ),
    Field("letters.no_show", YesNo(), False, tells="Whether whoever did not come gets an email."),
    Field(
        "letters.words",
        LetterWords(),
        {},
        tells="What emails say beside their facts, where that is not ours.",
    ),
    Field(
        "letters.reminders_min",
        REMINDERS,
        [24 * 60, 2 * 60],
        tells="Minutes before the start at which customers are reminded by email; none for no reminders.",
    ),
    Field(
        "letters.quiet_from",
        TimeOfDay(),
        "21:00",
        tells="From when on nobody is reminded, by the clock of the place.",
    ),
    Field("letters.quiet_until", TimeOfDay(), "08:00", tells="Until when nobody is reminded."),
    Field(
        "letters.text_reminders",
        YesNo(),
        True,
        tells="Whether customers without an email address are reminded by text message.",
    ),
    Field(
        "letters.text_changes",
        YesNo(),
        False,
        tells="Whether they are told by text message what becomes of their appointment.",
    ),
    Field("letters.texts_a_day", CAP, 200, tells="Text messages of everybody in a day; more are not sent."),
    Field("mcp.enabled", YesNo(), False, tells="Whether other people's agents find a door at all."),
    Field("mcp.read_only", YesNo(), False, tells="Whether whatever writes is hidden from them."),
    Field(
        "mcp.public_reads", YesNo(), False, tells="Whether services and free times are shown without a token."
    ),
    Field(
        "mcp.anonymous_booking",
        YesNo(),
        False,
        tells="Whether agents without a token may book, within limits.",
    ),
)
BY_NAME: Mapping[str, Field] = {field.name: field for field in SETTINGS}


def setting_of(row: Any, name: str) -> Any:
    """What the owner has set; the default where nothing is set that can be read. ``row`` is the organization,
    or one that has the setting's column."""
    field = BY_NAME[name]
    column, *path = name.split(".")
    stored: Any = getattr(row, column)
    for part in path:
        stored = stored.get(part) if isinstance(stored, Mapping) else None
    if stored is None:
        return field.default
    try:
        return field.kind.read(stored)
    except WrongValue:
        return field.default


def settings_under(row: Any, prefix: str) -> dict[str, Any]:
    """The settings below a name, such as ``chat.limits``, each by its last part."""
    begin = f"{prefix}."
    return {name.removeprefix(begin): setting_of(row, name) for name in BY_NAME if name.startswith(begin)}


def default_of(name: str) -> Any:
    return BY_NAME[name].default


def write_setting(organization: Organization, name: str, value: Any) -> None:
    """Put a value where ``setting_of`` finds it."""
    column, *path = name.split(".")
    if not path:
        setattr(organization, column, value)
        return
    setattr(organization, column, _with(getattr(organization, column) or {}, path, value))


def _with(stored: Mapping[str, Any], path: list[str], value: Any) -> dict[str, Any]:
    first, *rest = path
    inner = stored.get(first)
    below = value if not rest else _with(inner if isinstance(inner, Mapping) else {}, rest, value)
    return {**stored, first: below}
