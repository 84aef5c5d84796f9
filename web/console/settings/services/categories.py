"""Categories: the groups in which customers see services."""

from booking_core.back_office.categories import Categories
from booking_core.catalogue.services.categories import ServiceCategory
from booking_core.context import OperationContext
from web.console.forms.compound_fields import TranslationsField, customer_languages
from web.console.forms.field import Option
from web.console.forms.fields import TextField
from web.console.forms.form import Form
from web.console.forms.key_field import key_field
from web.console.rendering.visit import SettingsPage
from web.console.settings.noun_page import NounPage, NounWords
from web.console.settings.noun_pages import NounPages
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "services/categories", N_("Categories"), N_("Groups in which customers see services"), "category.read"
)
WORDS = NounWords(
    add=N_("Add a category"),
    empty=N_("With many services, customers find them in groups."),
    archiving=N_("Its services stay, without a category."),
)


async def form(context: OperationContext, row: ServiceCategory | None) -> Form:
    words = TranslationsField(
        name="translations",
        label=gettext("In other languages"),
        fields=[Option("name", gettext("Name"))],
        own=context.catalogue.organization.locale,
        asked=customer_languages(context.catalogue.organization),
        kept=row.translations if row else {},
    )
    return Form([TextField(name="name", label=gettext("Name"), required=True), words, key_field()])


def line(context: OperationContext, row: ServiceCategory) -> str:
    return ", ".join(one.name for one in context.catalogue.services.values() if one.category_id == row.id)


PAGES = NounPages(
    NounPage(page=PAGE, noun=Categories, attribute="categories", words=WORDS, form=form, line=line)
)
