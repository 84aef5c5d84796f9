"""Categories: how services are grouped, in the order customers see them."""

from booking_core.back_office.nouns.keys import KEY
from booking_core.back_office.nouns.noun import Edit
from booking_core.back_office.nouns.ordered import OrderedNoun
from booking_core.back_office.nouns.words import translations_field
from booking_core.catalogue.services.categories import ServiceCategory
from booking_core.input.fields import Field
from booking_core.input.kinds import Text


class Categories(OrderedNoun[ServiceCategory]):
    """Services of an archived one are of none, until it comes back."""

    table = ServiceCategory
    verb, prefix, word = "category", "cat", "category"
    fields = (
        Field("name", Text(80), tells="What customers read above its services."),
        translations_field(ServiceCategory),
        KEY,
    )

    async def check(self, edit: Edit) -> None:
        await self.name_must_be_free(edit)
        await self.key_must_be_free(edit)
