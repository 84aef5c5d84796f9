"""The booking core: its tables, locks, quotas, keys and the script of holds."""

from tests.attack.broken import core
from tests.attack.mutants.mutant import Mutant

STORMS = "booking/test_storms.py"
SWAPS = "booking/test_swaps.py"
TABLES = "booking/test_tables.py"
NO_OVERLAP = "ALTER TABLE claims DROP CONSTRAINT claims_never_overlap"
SOON_ENOUGH = (
    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$"
)
NO_WHEREABOUTS = "DROP TRIGGER whereabouts_of_claim ON claims"
TRAVELLING = "tests/booking_core/booking/test_travelling.py"
TRAVELLING_AT_ONCE = "tests/booking_core/booking/test_travelling_at_once.py"
NO_SEATS = "ALTER TABLE seats DROP CONSTRAINT seats_pkey"


def of_the_script(name: str, old: str, new: str) -> Mutant:
    return Mutant(name, ("booking/test_hold_script.py",), (), core.script_with(old, new), full=True)


MUTANTS = (
    Mutant("claims may overlap", (f"{TABLES}::test_claims_of_one_resource",), (NO_OVERLAP,)),
    Mutant(
        "nobody knows where a claim puts somebody",
        (
            f"{TRAVELLING_AT_ONCE}::test_two_confirms_at_once",
            f"{TRAVELLING}::test_what_is_offered_is_exactly",
        ),
        (NO_WHEREABOUTS,),
    ),
    Mutant("seats may be taken twice", (f"{TABLES}::test_seats_of_one_class",), (NO_SEATS,)),
    Mutant(
        "claims may overlap and nobody locks",
        (f"{STORMS}::test_of_ten_thousand", "booking/test_histories.py"),
        (NO_OVERLAP,),
        core.locks_nothing,
    ),
    Mutant(
        "seats may be taken twice and nobody locks",
        (f"{STORMS}::test_every_class_fills_up",),
        (NO_SEATS,),
        core.locks_nothing,
    ),
    Mutant("nobody locks", (f"{STORMS}::test_of_ten_thousand",), (), core.locks_nothing),
    # Who swaps seldom meets in a few rounds.
    Mutant("nobody locks while many swap", (SWAPS,), (), core.locks_nothing, full=True),
    Mutant("locks in any order", (SWAPS,), (), core.locks_in_any_order),
    Mutant(
        "holds freed before the commit", ("booking/test_promises.py",), (), core.frees_holds_before_the_commit
    ),
    Mutant("no second look", ("booking/test_promises.py",), (), core.looks_once),
    Mutant(
        "keys in a transaction of their own", ("booking/test_same_key.py",), (), core.keeps_keys_by_themselves
    ),
    Mutant("no quotas", ("booking/test_hoarders.py",), (), core.counts_no_quotas),
    Mutant(
        "bookings are not counted",
        (
            "access/floods/test_floods.py::test_who_floods",
            "access/floods/test_floods.py::test_a_client_books",
            "access/floods/test_caps_at_once.py::test_confirms_at_the_same_moment",
        ),
        (),
        core.counts_no_bookings,
    ),
    Mutant(
        "bookings are counted without a lock",
        ("access/floods/test_caps_at_once.py::test_confirms_at_the_same_moment",),
        (),
        core.counts_bookings_without_a_lock,
    ),
    Mutant(
        "one mailbox counts as many",
        ("access/floods/test_floods.py::test_who_floods",),
        (),
        core.knows_mailboxes_by_their_spelling,
    ),
    Mutant(
        "an organization runs out of codes",
        ("access/test_code_floods.py::50",),
        (),
        core.refuses_everybody_once_many_have_asked,
    ),
    Mutant("a mailbox runs out of codes", ("access/test_code_floods.py",), (), core.hands_no_code_on),
    Mutant("the desk finds anybody's", ("access/test_foreign_ids.py",), (), core.finds_anybodys),
    Mutant(
        "a hold forgets its appointment",
        ("outages/test_cut_connections.py",),
        (),
        core.forgets_what_a_hold_became,
    ),
    Mutant(
        "commits answered before they are safe",
        ("outages/test_dying_postgres.py::test_what_was_answered_survives",),
        (SOON_ENOUGH,),
    ),
    of_the_script("holds that touch are in each other's way", "ask.from < other.to", "ask.from <= other.to"),
    of_the_script("nobody needs time to get away", "ask.from < other.to + way[2]", "ask.from < other.to"),
    of_the_script("nobody needs time to get there", "other.from - way[1] < ask.to", "other.from < ask.to"),
    of_the_script("a class holds one too many", "ask.taken <= ask.capacity", "ask.taken <= ask.capacity + 1"),
    of_the_script("a hold lasts a moment too long", "state.expires <= now", "state.expires < now"),
    of_the_script(
        "holding on makes it shorter", "math.max(mine.expires, now + ask.lasts)", "now + ask.lasts"
    ),
    of_the_script(
        "holding on has no end",
        "math.min(math.max(mine.expires, now + ask.lasts), mine.most)",
        "now + ask.lasts",
    ),
    of_the_script("anybody lets a hold go", "if mine and mine.owner == ask.owner then", "if mine then"),
    of_the_script("anybody holds on to a hold", "if mine.owner ~= ask.owner then", "if false then"),
    of_the_script(
        "a quota counts to one more", "if count >= quota.limit then", "if count > quota.limit then"
    ),
    of_the_script("what is replaced stays", "if replaced then erase(ask.replaces, replaced) end", ""),
    of_the_script(
        "anybody's hold is replaced", "if replaced and replaced.owner ~= ask.owner then", "if false then"
    ),
    of_the_script(
        "the first of a class's rooms, not the one it is held in",
        "if ok and #beside > 0 then return resource, beside end",
        "",
    ),
)
