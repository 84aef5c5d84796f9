"""In which languages a business speaks to its customers: all of ours, or only some."""

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.settings import setting_of
from booking_core.catalogue.translations import language_chain


def spoken_languages(organization: Organization) -> tuple[str, ...]:
    """The tags it has chosen, its own first; none where it speaks all."""
    chosen: list[str] = setting_of(organization, "chat.languages")
    return tuple(sorted(chosen, key=lambda tag: tag != language_chain(organization.locale)[-1]))


def spoken_tag(organization: Organization, wanted: str) -> str:
    """The tag or locale itself where it is of a language that customers are spoken to in; the first of those
    otherwise."""
    spoken = spoken_languages(organization)
    if not spoken or language_chain(wanted)[-1] in spoken:
        return wanted
    own = organization.locale
    return own if language_chain(own)[-1] == spoken[0] else spoken[0]
