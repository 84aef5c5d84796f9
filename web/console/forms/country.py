"""A country, and the part of it whose public holidays count: the parts follow the country as it is chosen,
and are those of the one that is kept where there are no scripts."""

from collections.abc import Sequence
from typing import ClassVar

from litestar import Response, get
from litestar.params import FromQuery

from booking_core.errors import InvalidField
from web.console.forms.choices import country_choices, parts_of
from web.console.forms.fields import Select
from web.console.forms.form import Form, FormState
from web.console.forms.sent import Sent
from web.console.rendering.page import page
from web.console.words.language import choose
from web.console.words.translate import N_, gettext

PART = "subdivision"
REGION = N_("Region")
# What the parts of a country are called there, where that is something else.
PART_NAMES = {
    **dict.fromkeys(("DE", "AT"), N_("Federal state")),
    **dict.fromkeys(("AU", "BR", "FM", "IN", "MY", "US"), N_("State")),
    **dict.fromkeys(("AR", "CA", "IT"), N_("Province")),
    "CH": N_("Canton"),
}


class CountrySelect(Select, frozen=True, kw_only=True):
    """``otherwise`` is the country that no choice stands for; where there is none, one must be chosen."""

    drawn: ClassVar[str] = "country"
    otherwise: str = ""

    def read(self, sent: Sent) -> str | InvalidField:
        said = sent.text(self.name)
        if said or self.otherwise:
            return said
        return InvalidField(self.name, gettext("Choose the country of the business."))


class PartSelect(Select, frozen=True, kw_only=True):
    """Drawn where there is something to choose."""

    drawn: ClassVar[str] = "part"


def country_field(kept: str, *, otherwise: str = "", nothing: str | None = None) -> CountrySelect:
    """Where none is known, the first of the alphabet is not taken for it."""
    nothing = nothing or (None if kept else "–")
    label, options = gettext("Country"), country_choices()
    return CountrySelect(name="country", label=label, options=options, nothing=nothing, otherwise=otherwise)


def part_field(country: str, kept: str | None = None) -> PartSelect:
    return PartSelect(
        name=PART,
        label=gettext(PART_NAMES.get(country, REGION)),
        options=parts_of(country, kept),
        nothing=gettext("The whole country"),
        hint=gettext("Some public holidays are only there."),
    )


def known_part(country: str, code: str | None) -> str | None:
    """None for a part of another country: it was chosen before the country was."""
    parts: Sequence[str] = [one.value for one in parts_of(country)]
    return code if code in parts else None


@get("/parts")
async def parts_of_country(
    country: FromQuery[str] = "", otherwise: FromQuery[str] = "", tongue: FromQuery[str] = ""
) -> Response[str]:
    """The field for the country that has just been chosen, in the language of the page that asks."""
    choose(tongue)
    field = part_field(country or otherwise)
    return page("country_part.html", field=field, state=FormState(Form([field]), Sent({})))
