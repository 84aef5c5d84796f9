"""What customers of the demo come for, each from their first words to how it ends. A step that the
receptionist does not offer is left out."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from random import Random

from msgspec import Struct

from booking_core.maintenance.demo_words import SERVICES
from web.demo.chat_customer import ChatCustomer
from web.demo.words import WORDS, Words

# How far ahead the day lies that somebody asks for.
AHEAD_DAYS = (1, 9)
IS_RATED, IS_RATED_BADLY, SAYS_THANKS, ENDS, ASKS_AGAIN = 0.5, 0.15, 0.4, 0.3, 0.5


class Wish(Struct, frozen=True):
    """``service`` is the English name, ``named`` the one in the customer's language."""

    service: str
    named: str
    day: str

    def into(self, words: str) -> str:
        return words.format(service=self.named, day=self.day)


class Scene(Struct, frozen=True):
    customer: ChatCustomer
    words: Words
    wish: Wish
    rng: Random


def scene(customer: ChatCustomer, service: str, rng: Random) -> Scene:
    """The customer with their wish; the day is one of the next, on the salon's clock."""
    language = customer.person.language
    words = WORDS[language]
    local = customer.salon.clock.now().astimezone(customer.salon.zone)
    on = local.date() + timedelta(days=rng.randint(*AHEAD_DAYS))
    if on.weekday() == 6:  # closed
        on += timedelta(days=2)
    names: Mapping[str, tuple[str, str]] = SERVICES[service]
    named = service if language == "en" else names[language][0]
    if language != "de":
        named = named[0].lower() + named[1:]
    return Scene(customer, words, Wish(service, named, words.days[on.weekday()]), rng)


async def books(on: Scene) -> None:
    await on.customer.says(on.wish.into(on.words.book))
    if await on.customer.books(on.wish.service):
        await _leaves_content(on)


async def asks_then_books(on: Scene) -> None:
    await on.customer.says(on.wish.into(on.words.price))
    await on.customer.says(on.wish.into(on.words.book_soon))
    if await on.customer.books(on.wish.service):
        await _leaves_content(on)


async def begins_with_the_button(on: Scene) -> None:
    await on.customer.presses("quick_replies")
    if await on.customer.books(on.wish.service):
        await _leaves_content(on)


async def moves(on: Scene) -> None:
    await on.customer.says(on.wish.into(on.words.book))
    if await on.customer.books(on.wish.service):
        await on.customer.says(on.words.move)
        await on.customer.says(on.words.days[on.rng.randrange(5)])
        await on.customer.books(on.wish.service)


async def books_and_cancels(on: Scene) -> None:
    await on.customer.says(on.wish.into(on.words.book_soon))
    if await on.customer.books(on.wish.service):
        await on.customer.says(on.words.cancel)
        await on.customer.presses("summary")


async def cancels_by_code(on: Scene) -> None:
    """A booking made at the desk: a code goes to the mailbox that stands on it."""
    await on.customer.says(on.words.cancel_elsewhere)
    await on.customer.answers_form()
    await on.customer.types_code()
    if not await on.customer.presses("summary"):
        await on.customer.presses("quick_replies")
        await on.customer.presses("summary")


async def asks_only(on: Scene) -> None:
    for question in on.rng.sample((on.words.parking, on.words.hours, on.wish.into(on.words.price)), 2):
        await on.customer.says(question)
    if on.rng.random() < SAYS_THANKS:
        await on.customer.says(on.words.thanks)
    await on.customer.ends()


async def gives_up(on: Scene) -> None:
    """They look at the times and go; some ask once more, and find it dear."""
    await on.customer.says(on.wish.into(on.words.book_soon))
    if on.rng.random() < ASKS_AGAIN:
        await on.customer.says(on.wish.into(on.words.price))
        await on.customer.rates("down")


async def asks_for_a_person(on: Scene) -> None:
    await on.customer.says(on.wish.into(on.words.price))
    await on.customer.says(on.words.person)


async def complains(on: Scene) -> None:
    await on.customer.says(f"{on.words.complaint}. {on.words.person}")


async def _leaves_content(on: Scene) -> None:
    if on.rng.random() < SAYS_THANKS:
        await on.customer.says(on.words.thanks)
    if on.rng.random() < IS_RATED:
        await on.customer.rates("down" if on.rng.random() < IS_RATED_BADLY else "up")
    if on.rng.random() < ENDS:
        await on.customer.ends()


Play = Callable[[Scene], Awaitable[None]]


class Script(Struct, frozen=True):
    """``waits``: they have asked for a person, who answers outside of the chat; then they close it."""

    play: Play
    language: str
    service: str
    waits: bool = False


# Two a day, round and round: in four weeks each is played twice, on other days of the week.
SCRIPTS = (
    Script(books, "de", "Haircut"),
    Script(asks_only, "en", "Massage"),
    Script(begins_with_the_button, "en", "Beard trim"),
    Script(moves, "de", "Massage"),
    Script(gives_up, "fr", "Colour and cut"),
    Script(books, "es", "Blow-dry"),
    Script(asks_for_a_person, "de", "Bridal styling", waits=True),
    Script(asks_then_books, "it", "Haircut"),
    Script(books_and_cancels, "en", "Massage"),
    Script(books, "he", "Haircut"),
    Script(cancels_by_code, "de", "Haircut"),
    Script(books, "en", "Bridal styling"),
    Script(gives_up, "de", "Massage"),
    Script(books, "ar", "Blow-dry"),
    Script(complains, "en", "Colour and cut", waits=True),
    Script(asks_only, "fr", "Yoga class"),
    Script(asks_then_books, "de", "Yoga class"),
    Script(books, "fr", "Massage"),
    Script(moves, "en", "Haircut"),
    Script(gives_up, "it", "Bridal styling"),
    Script(books, "de", "Beard trim"),
    Script(asks_only, "es", "Haircut"),
    Script(cancels_by_code, "en", "Haircut"),
    Script(books_and_cancels, "it", "Blow-dry"),
    Script(complains, "de", "Haircut", waits=True),
    Script(books, "en", "Yoga class"),
    Script(asks_only, "he", "Blow-dry"),
    Script(gives_up, "ar", "Massage"),
)
WAITING = Script(complains, "en", "Colour and cut", waits=True)
REQUEST = Script(books, "de", "Bridal styling")
