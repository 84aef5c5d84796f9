"""The settings of a business: who it is, and every setting of the table (``catalogue/settings``), in one
row with one version."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import Select, select

from booking_core.access.roles import require_role
from booking_core.back_office.nouns.first_steps import note_saved
from booking_core.back_office.nouns.language import change_language_of_rows
from booking_core.back_office.nouns.versioned import must_be_version, record
from booking_core.back_office.nouns.words import keys_must_be_known, own_words, translations_field
from booking_core.catalogue.organizations import BUSINESS_SAVED, Organization
from booking_core.catalogue.own_language import change_language
from booking_core.catalogue.settings.settings import SETTINGS, setting_of, write_setting
from booking_core.catalogue.translations import known_translations
from booking_core.context import OperationContext
from booking_core.customers.contacts import normalise_email
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField
from booking_core.input.fields import Field, read_change
from booking_core.input.kinds import OrNothing, Text, WrongValue
from booking_core.input.world import Country, Currency, Language, TimeZone

LONGEST_CONTACT = 254


class Email(Struct, frozen=True):
    takes = "an email address"

    def read(self, value: Any) -> str:
        try:
            return normalise_email(Text(LONGEST_CONTACT).read(value))
        except InvalidField as error:
            raise WrongValue(error.detail) from error


NAME, EMAIL = Text(80), Email()
BUSINESS: tuple[Field, ...] = (
    Field("name", NAME, tells="What customers call the business."),
    Field("time_zone", TimeZone(), tells="The clock of the business; each location has its own."),
    Field("locale", Language(), tells="The language of the business."),
    Field("currency", Currency(), tells="What prices are in, where nothing else is said."),
    Field(
        "country",
        Country(may_be_unsaid=True),
        tells="For public holidays, dates and phone numbers; empty until somebody has said it.",
    ),
    Field("email", OrNothing(EMAIL), None, tells="How customers reach people; this or a phone number."),
    Field("phone", OrNothing(Text(40)), None, tells="How customers reach people; this or an email address."),
    translations_field(Organization),
)
FIELDS = BUSINESS + SETTINGS
LOCKED = select(Organization).with_for_update(key_share=True)
CONTACT = frozenset({"email", "phone"})
# How long things are kept.
RETENTION = frozenset({"chat.keep_conversations_days", "chat.keep_customers_days"})
COLUMNS = frozenset(field.name for field in BUSINESS)


class BusinessSettings:
    """One row of each organization."""

    def __init__(self, context: OperationContext) -> None:
        self.context = context

    async def read(self) -> tuple[dict[str, Any], int]:
        """All settings by name, and their version."""
        row = await self.row()
        return _values_of(row), row.version

    async def row(self) -> Organization:
        """The organization itself, as this transaction has left it."""
        require_role(self.context.actor.role, "settings.read")
        return await self._row(select(Organization))

    async def change(self, given: Mapping[str, Any], *, expected_version: int) -> int:
        """Some settings, by name; the version after it. Raises ``InvalidField`` or ``InvalidFields``, and
        ``Conflict`` (``version_conflict``). How long things are kept is for owners to change. Repeating it is
        a success that does nothing."""
        require_role(self.context.actor.role, "settings.change")
        wanted = read_change(FIELDS, given)
        row = await self._row(LOCKED)
        before = _values_of(row)
        _check_contact(before | wanted, wanted)
        keys_must_be_known(Organization, wanted, {"facts": (before | wanted)["chat.facts"]})
        if wanted.keys() & CONTACT:
            await note_saved(self.context, BUSINESS_SAVED)
        changed = {name: value for name, value in wanted.items() if value != before[name]}
        if not changed:
            return row.version
        if changed.keys() & RETENTION:
            require_role(self.context.actor.role, "retention.change")
        must_be_version(row, expected_version)
        if not self.context.words_as_given:
            changed = own_words((before | changed)["locale"], before, changed)
            if "locale" in changed:
                changed |= _in_language(before, changed)
        for name, value in changed.items():
            write_setting(row, name, value)
        row.version += 1
        await self.context.session.flush()
        was = {name: before[name] for name in changed}
        record(self.context, "settings.change", row, before=was, after=changed)
        if "locale" in changed and not self.context.words_as_given:
            # Written down after it: these words are of the new language.
            await change_language_of_rows(self.context, before["locale"], changed["locale"])
        return row.version

    async def renew_identity_key(self) -> Organization:
        """What the site signed with the key before is worth nothing any more."""
        require_role(self.context.actor.role, "identity_key.renew")
        row = await self._row(LOCKED)
        row.identity_key_number += 1
        await self.context.session.flush()
        record(self.context, "identity_key.renew", row)
        return row

    async def _row(self, rows: Select[Any]) -> Organization:
        mine = rows.where(Organization.id == self.context.organization_id)
        fresh = {"populate_existing": True}
        row: Organization = (await self.context.session.scalars(mine, execution_options=fresh)).one()
        return row


def _in_language(before: Mapping[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    """The name and the facts in the language spoken from now on, where there are words in it."""
    values = {**before, **changed}
    own = {"name": values["name"], "facts": values["chat.facts"]}
    said, translations = change_language(own, values["translations"], before["locale"], changed["locale"])
    now = {"name": said["name"], "chat.facts": said["facts"], "translations": translations}
    return {name: value for name, value in now.items() if value != values[name]}


def _values_of(row: Organization) -> dict[str, Any]:
    """Words of facts that are gone stay, for when they come back."""
    own = {name: getattr(row, name) for name in COLUMNS}
    own |= {field.name: setting_of(row, field.name) for field in SETTINGS}
    return own | {"translations": known_translations(row.translations, "facts", own["chat.facts"])}


def _check_contact(values: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    """A number is read as somebody in the country of the business dials it. Raises ``InvalidField``."""
    if not wanted.keys() & CONTACT:
        return
    if values["email"] is None and values["phone"] is None:
        raise InvalidField(
            "email", "Customers need a way to reach people: an email address or a phone number."
        )
    if wanted.get("phone") is not None:
        # Kept as it is written, for people to read; what nobody could dial is refused.
        normalise_phone(wanted["phone"], values["country"])
