"""Which people a customer names."""

from collections import Counter

from agent.mentions.everyday_words import forms, is_ordinary
from agent.mentions.names.spans import WORDS, Names, closest, parts_in, words_of
from agent.mentions.names.transliteration import is_same_name
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.resources import STAFF, Resource


def staff_in(catalogue: Catalogue, text: str) -> list[Resource]:
    """The people a text names."""
    return list(dict.fromkeys(person for person, _ in people_in(catalogue, text)))


def people_in(catalogue: Catalogue, text: str) -> list[tuple[Resource, str]]:
    """The people a text names, each with the words it does so in; by the first name where only one has it.
    Slips of the fingers count where it names nobody."""
    named = named_people_in(catalogue, text)
    if named:
        return named
    names = catalogue.once(_names)
    return [(one, word) for word in WORDS.findall(text) for one in closest(names, word, is_person=True)]


def named_people_in(catalogue: Catalogue, text: str) -> list[tuple[Resource, str]]:
    """As ``people_in``, without slips of the fingers."""
    staff, words = catalogue.once(_staff), WORDS.findall(text)
    called = catalogue.once(_distinctive_parts)
    found = sorted(
        {
            (at, place)
            for place, word in enumerate(words)
            for part in parts_in(word.casefold())
            for at in called.get(part, ())
        }
    )
    if found:
        return [(staff[at], words[place]) for at, place in found]
    return [(staff[at], word) for word in words for at in _in_another_script(word.casefold(), called)]


def _staff(catalogue: Catalogue) -> list[Resource]:
    return [one for one in catalogue.resources.values() if one.kind == STAFF]


def _names(catalogue: Catalogue) -> Names[Resource]:
    return Names((name, one) for one in catalogue.once(_staff) for name in one.all_names)


def _distinctive_parts(catalogue: Catalogue) -> dict[str, list[int]]:
    """The parts of people's names in all languages that tell who is meant, each with whose they are: a first
    name only one has, and any longer other part."""
    people = [one.all_names for one in catalogue.once(_staff)]
    first = Counter(start for names in people for start in {words_of(name)[:1] for name in names})
    called: dict[str, list[int]] = {}
    for at, parts in ((at, words_of(name)) for at, names in enumerate(people) for name in names):
        # "On", "de" and "dr" in a name are words of their own.
        telling = (
            *parts[: 1 if first[parts[:1]] == 1 else 0],
            *(part for part in parts[1:] if len(part) > 2),
        )
        for part in dict.fromkeys(telling):
            whose = called.setdefault(part, [])
            if at not in whose:
                whose.append(at)
    return called


def _in_another_script(word: str, called: dict[str, list[int]]) -> list[int]:
    """Whose names a word is in another script than they are kept in; those of its own are passed over."""
    is_latin = word.isascii()
    others = [part for part in called if part.isascii() != is_latin]
    if not others or is_ordinary(word):
        return []
    written = forms(word)
    return [at for part in others if any(is_same_name(part, form) for form in written) for at in called[part]]
