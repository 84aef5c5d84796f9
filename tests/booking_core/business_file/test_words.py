"""The plan in words: exactly what differs, one line for each word, amount or day, as the file writes it."""

from datetime import UTC, datetime
from decimal import Decimal

from booking_core.business_file.plan.leaves import differences
from booking_core.business_file.plan.words import ANOTHER
from booking_core.input.kinds import Listed, Text
from tests.booking_core.business_file.conftest import Owner, customer_of
from tests.booking_core.business_file.test_apply import SMALL, tell_plan

TWO_PLACES = """\
business:
  {name: Two, time_zone: Europe/London, locale: en, currency: GBP, country: GB, email: a@two.example}
chat:
  greeting: {en: Hello!, de: Guten Tag!}
locations:
  london: {name: London, hours: {monday to friday: "09:00-17:00"}}
  berlin: {name: Berlin, time_zone: Europe/Berlin, currency: EUR, hours: {monday to friday: "09:00-17:00"}}
people:
  ada:
    name: Ada
    location: london
    hours: {monday to wednesday: "09:00-17:00"}
    also_at: {berlin: {thursday: "09:00-12:00", friday: "09:00-12:00"}}
services:
  cut:
    name: Cut
    durations: [30, 45]
    price: 30
    price_by_duration: {45: 50}
    prices:
      - {location: berlin, duration_min: 45, amount: 110}
      - {location: berlin, duration_min: 30, amount: 9}
    served_by: [ada]
    translations: {de: {name: Schnitt, description: Kurz.}}
"""
TIMES_OFF = """\
people:
  ben:
    name: Ben
    location: berlin
    time_off: [{from: 2027-02-01, until: 2027-02-05}, {from: 2027-03-01 12:00, until: 2027-03-01 14:00}]
    weekly_time_off: [{day: monday, hours: "12:00-13:00", from: 2026-12-07}]
"""


async def test_the_plan_says_what_happens_in_plain_words(owner: Owner) -> None:
    await owner.applies(SMALL, prune=True)
    changed = SMALL.replace("price: 30", "price: 32.50").replace('"09:00-17:00"', '"09:00-18:00"')
    changed = changed.replace("ben: {name: Ben}", "ben: {name: Benjamin}\n  cleo: {name: Cleo}")
    plan = (await owner.rehearses(changed)).plan
    assert tell_plan(plan) == [
        "~ location here",
        "    hours, monday to friday: 09:00-17:00 → 09:00-18:00",
        "~ person ben",
        "    name: Ben → Benjamin",
        "+ new person cleo",
        "    location: here",
        "~ service cut",
        "    price: 30.00 → 32.50",
    ]


async def test_words_by_language_and_times_off_are_told_as_they_are_written(owner: Owner) -> None:
    await owner.applies(SMALL, prune=True)
    words = "translations: {de: {name: Schnitt}}"
    changed = SMALL.replace("name: Cut,", f"name: Cut, {words},").replace(
        "ada: {name: Ada}", "ada: {name: Ada, time_off: [{from: 2026-12-28, until: 2027-01-03, note: ill}]}"
    )
    assert tell_plan((await owner.rehearses(changed)).plan) == [
        "+ new time off 2026-12-28 to 2027-01-03 of person ada",
        "~ service cut",
        "    translations, de, name: nothing → Schnitt",
    ]


async def test_each_nested_word_that_differs_has_a_line(owner: Owner) -> None:
    await owner.applies(TWO_PLACES, prune=True)
    changed = TWO_PLACES.replace("110", "112").replace("{45: 50}", "{45: 55}").replace("Tag!", "Abend!")
    changed = changed.replace("description: Kurz.", "description: Lang.")
    changed = changed.replace('thursday: "09:00-12:00"', 'thursday: "09:00-13:00"')
    assert tell_plan((await owner.rehearses(changed)).plan) == [
        "~ settings: chat",
        "    greeting, de: Guten Tag! → Guten Abend!",
        "~ person ada",
        "    also_at, berlin, thursday: 09:00-12:00 → 09:00-13:00",
        "~ service cut",
        "    price_by_duration, 45 min: 50.00 → 55.00",
        "    prices berlin, 45 min: 110.00 → 112.00",
        "    translations, de, description: Kurz. → Lang.",
    ]


async def test_words_of_letters_are_told_part_by_part(owner: Owner) -> None:
    await owner.applies(SMALL, prune=True)
    changed = SMALL + "letters: {words: {de: {confirmed: {subject: 'Bis {when}'}}}}\n"
    assert tell_plan((await owner.rehearses(changed)).plan) == [
        "~ settings: letters",
        "    words, de, confirmed, subject: nothing → Bis {when}",
    ]


async def test_a_place_of_another_currency_without_a_price_is_told(owner: Owner) -> None:
    gap = "! service cut has no price at berlin, where EUR is paid: customers are told none"
    assert gap not in tell_plan((await owner.rehearses(TWO_PLACES, prune=True)).plan)
    short = TWO_PLACES.replace("      - {location: berlin, duration_min: 45, amount: 110}\n", "")
    assert tell_plan((await owner.rehearses(short, prune=True)).plan)[-1] == gap
    for fixed in (
        short.replace("duration_min: 30, ", ""),
        short.replace("durations: [30, 45]", "durations: [30]").replace("{45: 50}", "{}"),
        short.replace("served_by: [ada]", "served_by: [ada]\n    locations: [london]"),
        short.replace("currency: EUR, ", ""),
    ):
        assert gap not in tell_plan((await owner.rehearses(fixed, prune=True)).plan)


async def test_what_is_new_shows_where_when_and_for_how_much(owner: Owner) -> None:
    lines = tell_plan((await owner.rehearses(TWO_PLACES, prune=True)).plan)
    assert lines[lines.index("+ new person ada") :] == [
        "+ new person ada",
        "    location: london",
        "    hours, monday to wednesday: 09:00-17:00",
        "    also_at, berlin, thursday to friday: 09:00-12:00",
        "+ new service cut",
        "    durations: 30, 45",
        "    price: 30.00",
        "    price_by_duration, 45 min: 50.00",
        "    currency: GBP",
        "    prices berlin, 30 min: 9.00",
        "    prices berlin, 45 min: 110.00",
        "    served_by: ada",
    ]


async def test_times_off_in_a_part_of_a_file_are_on_the_clock_of_a_place_that_stands(owner: Owner) -> None:
    await owner.applies(TWO_PLACES, prune=True)
    plan = (await owner.rehearses(TIMES_OFF)).plan
    assert [line for line in tell_plan(plan) if "time off" in line] == [
        "+ new time off 2027-02-01 to 2027-02-05 of person ben",
        "+ new time off 2027-03-01 12:00 to 2027-03-01 14:00 of person ben",
        "+ new weekly time off monday 12:00-13:00 from 2026-12-07 of person ben",
    ]


def test_a_long_text_is_short_in_its_middle_and_still_shows_what_differs() -> None:
    long = "We look at every tooth, one after the other, and tell you at length what it is that we see there."
    ((_, ends),) = differences(Text(600), long, long.replace("there.", "now."))
    was, _, becomes = ends.partition(" → ")
    assert was.startswith("We look at every tooth, one a…")
    assert was.endswith("what it is that we see there.")
    assert becomes.endswith("what it is that we see now.")
    ((_, middle),) = differences(Text(600), long, long.replace("at length", "briefly"))
    was, _, becomes = middle.partition(" → ")
    assert was != becomes
    assert "at length" in was
    assert "briefly" in becomes


def test_of_a_long_list_only_what_comes_and_goes_is_told() -> None:
    names = [f"person-number-{number}" for number in range(20)]
    ((_, line),) = differences(Listed(Text(60), 60), names, [*names[1:], "ada"])
    assert line == "without person-number-0; with ada"
    assert list(differences(Listed(Text(60), 60), names, names)) == []
    ((_, line),) = differences(Listed(Text(60), 60), [], [Decimal(3)])
    assert line == "nothing → 3"


async def test_a_file_of_another_business_is_told_as_such(owner: Owner) -> None:
    await owner.applies(SMALL, prune=True)
    assert ANOTHER in tell_plan((await owner.rehearses(TWO_PLACES, prune=True)).plan)
    moved = SMALL.replace("Small", "Large").replace("country: DE", "country: AT")
    assert ANOTHER not in tell_plan((await owner.rehearses(moved, prune=True)).plan)


async def test_of_a_service_that_goes_the_plan_says_how_many_appointments_stay(owner: Owner) -> None:
    await owner.applies(SMALL, prune=True)
    ada = await customer_of(owner)
    await ada.books("Cut", datetime(2026, 11, 24, 9, tzinfo=UTC))
    await ada.books("Cut", datetime(2026, 11, 24, 13, tzinfo=UTC))
    without = SMALL.replace("  cut: {name: Cut, durations: [30], price: 30, served_by: [ada, ben]}\n", "")
    plan = (await owner.rehearses(without, prune=True)).plan
    assert tell_plan(plan) == ["- service cut is archived; 2 booked appointments of it stay"]


async def test_hours_that_end_on_the_next_day_are_told(owner: Owner) -> None:
    bar = "locations:\n  bar: {name: Bar, hours: {monday to friday: '22:00-02:00', saturday: '09:00-13:00'}}"
    line = "! location bar: hours 22:00-02:00 end on the next day"
    assert line in tell_plan(await owner.applies(bar))
    assert line not in tell_plan(await owner.applies(bar))


async def test_words_in_the_language_of_the_business_are_told(owner: Owner) -> None:
    """They are what a business has that spoke another language before: customers read them."""
    file = """
business: {name: Anna, time_zone: Europe/London, locale: en-GB, currency: GBP, email: a@b.example,
           country: GB}
locations: {shop: {name: Shop, translations: {en: {name: The shop}}}}"""
    line = (
        "! location shop: translations en are read in place of its own words: it is the business's language"
    )
    assert line in tell_plan(await owner.applies(file, prune=True))
    assert (await owner.applies(file, prune=True)).changes == ()
    renamed = file.replace("name: Shop", "name: Store")
    await owner.applies(renamed, prune=True)
    assert (await owner.applies(renamed, prune=True)).changes == ()
