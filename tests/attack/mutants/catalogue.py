"""Protections broken on purpose, each with the attacks that must notice: an attack is worth what it catches.

Run as a program it breaks one after the other, in a process and a database of its own, and prints who
noticed.
"""

import subprocess
import sys
from collections.abc import Callable

import psycopg
import pytest
from msgspec import Struct

from tests.attack.broken import (
    consent,
    contacts,
    core,
    doors,
    outages,
    pages,
    places,
    privacy,
    reading,
    remainders,
    schemas,
    turns,
)

# What pytest ends with; the last one of our own, where a mutant breaks more than its protection.
CAUGHT, MISSED, BROKEN = 1, 0, 10
LASTS_AT_MOST = 600


class Mutant(Struct, frozen=True):
    """``statements`` change the tables, ``patch`` the code; ``attacks`` are the tests of which each must
    fail, ``full`` only at their full size. They are named from ``tests/attack``, or from the root where they
    begin with ``tests/``."""

    name: str
    attacks: tuple[str, ...]
    statements: tuple[str, ...] = ()
    patch: Callable[[], None] = lambda: None
    full: bool = False

    def breaks(self, database_url: str) -> None:
        """Ends the run where there is nothing to break any more."""
        try:
            with psycopg.connect(database_url, autocommit=True) as connection:
                for statement in self.statements:
                    connection.execute(statement.encode())
            self.patch()
        except (psycopg.Error, LookupError) as error:
            pytest.exit(f"The mutant is out of date: {error}", returncode=BROKEN)


def of_the_script(name: str, old: str, new: str) -> Mutant:
    return Mutant(name, ("booking/test_hold_script.py",), (), core.script_with(old, new), full=True)


OUTAGES = "outages/test_outages.py"
STORMS, SWAPS, TABLES = "booking/test_storms.py", "booking/test_swaps.py", "booking/test_tables.py"
SCOPES = "access/test_scopes_at_every_door.py"
STREAMS, WORDS = "turns/test_streams.py", "tests/journeys/pages/test_hostile_words.py"
FRAMING, GAPS = (
    "tests/journeys/pages/test_framing.py",
    "tests/journeys/conversations/test_interruptions.py::test_what_was_missed",
)
PRIVATE = "privacy/test_private_words.py"
STOPS, FENCES = "turns/test_stops.py", "turns/test_fences.py"
MIGRATIONS = "tests/operations/upkeep/test_migrations.py"
NO_OVERLAP = "ALTER TABLE claims DROP CONSTRAINT claims_never_overlap"
SOON_ENOUGH = (
    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$"
)
NO_SEATS = "ALTER TABLE seats DROP CONSTRAINT seats_pkey"
MUTANTS = (
    Mutant("claims may overlap", (f"{TABLES}::test_claims_of_one_resource",), (NO_OVERLAP,)),
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
            "access/test_floods.py::test_who_floods",
            "access/test_floods.py::test_a_client_books",
            "access/test_floods.py::test_confirms_at_the_same_moment",
        ),
        (),
        core.counts_no_bookings,
    ),
    Mutant(
        "bookings are counted without a lock",
        ("access/test_floods.py::test_confirms_at_the_same_moment",),
        (),
        core.counts_bookings_without_a_lock,
    ),
    Mutant(
        "one mailbox counts as many",
        ("access/test_floods.py::test_who_floods",),
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
        ("outages/test_cut_connections.py", "booking/test_model.py"),
        (),
        core.forgets_what_a_hold_became,
    ),
    Mutant(
        "commits answered before they are safe",
        ("outages/test_dying_postgres.py::test_what_was_answered_survives",),
        (SOON_ENOUGH,),
    ),
    of_the_script("holds that touch are in each other's way", "ask.from < other.to", "ask.from <= other.to"),
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
    Mutant("deeds pass no fence", (STOPS, FENCES), (), turns.deeds_pass_no_fence),
    Mutant(
        "deeds are told afterwards",
        (f"{STOPS}::test_a_deed_that_is_stopped",),
        (),
        turns.deeds_are_told_afterwards,
    ),
    Mutant(
        "whoever came first keeps the worker",
        ("turns/test_busy_workers.py",),
        (),
        turns.whoever_came_first_keeps_the_worker,
    ),
    Mutant("tools pass no fence", (FENCES,), (), turns.tools_pass_no_fence),
    Mutant(
        "a yes with something else counts as a yes",
        ("understanding/test_consent.py::test_what_is_no_plain_yes",),
        (),
        consent.takes_a_yes_with_more_for_a_yes,
    ),
    Mutant(
        "a yes to a model's own words books",
        ("understanding/test_a_yes_to_other_words.py::test_a_yes_to_a_models_own_words",),
        (),
        consent.takes_a_yes_to_a_models_words_for_one_to_the_summary,
    ),
    Mutant(
        "a yes to a change that was not made books",
        ("understanding/test_a_yes_to_other_words.py::test_a_yes_after_a_change",),
        (),
        consent.takes_a_yes_to_a_change_for_one_to_the_summary,
    ),
    Mutant(
        "a no to cancelling is ignored",
        ("understanding/test_consent.py::test_a_no_to_cancelling",),
        (),
        consent.ignores_a_no_to_cancelling,
    ),
    Mutant(
        "old lists of times stay open",
        ("understanding/test_consent.py::test_a_model_keeps_no_time",),
        (),
        consent.keeps_old_lists_open,
    ),
    Mutant("words become markup", (WORDS,), (), pages.words_become_markup),
    Mutant(
        "words become markup and no policy forbids it",
        (WORDS,),
        (),
        pages.words_become_markup_and_nothing_is_forbidden,
    ),
    Mutant("the console escapes nothing", (WORDS,), (), pages.the_console_escapes_nothing),
    Mutant(
        "any website may frame the chat", (f"{FRAMING}::test_only_the_named",), (), pages.any_site_may_frame
    ),
    Mutant(
        "the chat hears whoever begins like its host",
        (f"{FRAMING}::test_a_parent_whose_name_begins",),
        (),
        pages.of_the_widget("chat/page/bridge.js", "origin === host", "origin.startsWith(host)"),
    ),
    Mutant(
        "the launcher hears whoever begins like us",
        (f"{FRAMING}::test_a_frame_that_became",),
        (),
        pages.of_the_widget("embed/chat.js", "origin !== home.origin", "!origin.startsWith(home.origin)"),
    ),
    Mutant(
        "whoever never reads is waited for",
        (f"{STREAMS}::test_whoever_never",),
        (),
        pages.nobody_is_hung_up_on,
    ),
    Mutant("streams start over", (f"{STREAMS}::test_cut_off",), (), pages.readers_start_over),
    Mutant(
        "bells are believed whatever they follow",
        (f"{STREAMS}::test_what_nobody_heard",),
        (),
        pages.bells_are_believed,
    ),
    Mutant("lost cursors are believed", (f"{STREAMS}::test_cut_off",), (), pages.lost_cursors_are_believed),
    Mutant(
        "indexes are built under a lock",
        (f"{MIGRATIONS}::test_writing_goes_on",),
        (),
        schemas.indexes_are_built_under_a_lock,
    ),
    Mutant(
        "migrations wait for tables without end",
        (f"{MIGRATIONS}::test_an_open_reader",),
        (),
        schemas.migrations_wait_without_end,
    ),
    Mutant(
        "what a broken run has left is believed",
        (f"{MIGRATIONS}::test_an_index_that",),
        (),
        schemas.invalid_indexes_are_believed,
    ),
    Mutant(
        "the page overlooks gaps",
        (GAPS,),
        (),
        pages.of_the_widget("chat/conversation/conversation.js", "seq !== message.seq + 1", "false"),
    ),
    Mutant(
        "tools run whatever the token's scope",
        (f"{SCOPES}::test_a_token_does_nothing_beyond_its_scope_at_the_mcp_door",),
        (),
        doors.tools_ask_for_no_scope,
    ),
    Mutant(
        "whoever books decides for the business",
        (f"{SCOPES}::test_nobody_decides_for_the_business_without_the_scope_for_it",),
        (),
        doors.who_books_decides_for_the_business,
    ),
    Mutant(
        "anybody decides for the business",
        (f"{SCOPES}::test_nobody_decides_for_the_business_without_the_scope_for_it",),
        (),
        doors.anybody_decides_for_the_business,
    ),
    Mutant(
        "operations run whatever the token's scope",
        (f"{SCOPES}::test_a_token_does_nothing_beyond_its_scope_at_the_api",),
        (),
        doors.operations_ask_for_no_scope,
    ),
    Mutant(
        "a body is read as anybody would",
        (f"{SCOPES}::test_a_token_does_nothing_beyond_its_scope_at_the_mcp_door",),
        (),
        doors.json_is_read_as_anybody_would,
    ),
    Mutant(
        "misspelt arguments are left out",
        ("access/test_client_arguments.py::test_no_wish",),
        (),
        doors.misspelt_arguments_are_left_out,
    ),
    Mutant(
        "any word is an agreement",
        ("access/test_client_arguments.py::test_nothing_but_true",),
        (),
        doors.any_word_is_an_agreement,
    ),
    Mutant(
        "of two members of one name the last counts",
        ("access/test_client_arguments.py::test_no_object",),
        (),
        doors.of_two_members_the_last_counts,
    ),
    Mutant(
        "requests may begin without end",
        ("access/test_endless_requests.py::test_no_request_without_end",),
        (),
        doors.requests_may_begin_without_end,
    ),
    Mutant(
        "guesses are counted by network alone",
        ("access/test_guessing.py::test_rotating_networks",),
        (),
        doors.guesses_are_counted_by_network_alone,
    ),
    Mutant(
        "any cookie makes a device known",
        ("access/test_guessing.py::test_a_known_device_is_let_in",),
        (),
        doors.any_cookie_makes_a_device_known,
    ),
    Mutant(
        "a vault is never full",
        (
            "privacy/test_many_contacts.py::test_hundreds_of_addresses",
            "privacy/test_many_contacts.py::test_a_full_conversation",
        ),
        (),
        doors.a_vault_is_never_full,
    ),
    Mutant(
        "a full vault conceals no more",
        ("privacy/test_many_contacts.py::test_a_full_conversation",),
        (),
        doors.a_full_vault_conceals_no_more,
    ),
    Mutant(
        "any token of the business opens the MCP door",
        (f"{SCOPES}::test_a_token_issued_for_elsewhere",),
        (),
        doors.any_token_of_the_business_opens_the_mcp_door,
    ),
    Mutant(
        "a wish is heard in a name that was asked for",
        ("understanding/test_names_given.py::test_a_name_never_costs",),
        (),
        contacts.wishes_are_read_before_names,
    ),
    Mutant(
        "any few words are a name",
        ("understanding/test_names_given.py::test_what_is_no_name",),
        (),
        contacts.sentences_are_names,
    ),
    Mutant(
        "what stands around a name is taken for it",
        ("understanding/test_names_given.py::test_what_stands_around",),
        (),
        contacts.frames_are_names,
    ),
    Mutant(
        "letters nobody sees make another customer",
        ("understanding/test_names_given.py::test_letters_nobody_sees",),
        (),
        contacts.letters_nobody_sees_are_kept,
    ),
    Mutant(
        "a model calls a customer what is no name",
        ("understanding/test_names_given.py::test_no_model_calls",),
        (),
        contacts.models_name_whom_they_like,
    ),
    Mutant(
        "a weekday that contradicts its date is ignored",
        ("understanding/test_impossible_days.py",),
        (),
        reading.contradictions_are_ignored,
    ),
    Mutant(
        "days that do not exist are clamped",
        ("understanding/test_impossible_days.py",),
        (),
        reading.impossible_days_are_clamped,
    ),
    Mutant(
        "times are looked for on days that cannot be",
        ("understanding/test_impossible_days.py::test_a_model",),
        (),
        reading.times_are_looked_for_all_the_same,
    ),
    Mutant(
        "times are told by the clock of the first place",
        ("understanding/test_clocks_of_places.py::test_what_is_kept",),
        (),
        places.times_are_of_the_first_place,
    ),
    Mutant(
        "the first place is taken where none was named",
        ("understanding/test_clocks_of_places.py::test_nothing_is_kept",),
        (),
        places.the_first_place_is_taken,
    ),
    Mutant(
        "answers have no deadline",
        (f"{OUTAGES}::while_postgresql_is_away",),
        (),
        outages.answers_have_no_deadline,
    ),
    Mutant(
        "readiness only reads", (f"{OUTAGES}::while_postgresql_is_away",), (), outages.readiness_only_reads
    ),
    Mutant(
        "stale connections are lent",
        (f"{OUTAGES}::while_postgresql_starts",),
        (),
        outages.stale_connections_are_lent,
    ),
    Mutant(
        "what one booking leaves over is not said",
        ("understanding/test_nothing_halved.py::test_what_is_left_over_is_said",),
        (),
        remainders.what_is_left_over_is_not_said,
    ),
    Mutant(
        "what one booking leaves over is forgotten",
        ("understanding/test_nothing_halved.py::test_what_is_left_over_is_taken_up",),
        (),
        remainders.what_is_left_over_is_forgotten,
    ),
    Mutant(
        "a party without its speaker is one person",
        ("understanding/test_nothing_halved.py::test_what_is_left_over_is_said",),
        (),
        remainders.a_party_without_its_speaker_is_one,
    ),
    Mutant(
        "a rate or a rhythm is not heard",
        ("understanding/test_nothing_halved.py::test_what_is_left_over_is_said",),
        (),
        remainders.a_rhythm_is_not_heard,
    ),
    Mutant(
        "how often a complaint comes is taken for the wish's",
        ("understanding/test_nothing_halved.py::test_a_complaint_that_recurs_is_one_booking",),
        (),
        remainders.a_complaint_is_taken_for_a_wish,
    ),
    Mutant("a provider reads of health", (f"{PRIVATE}::test_nothing_private",), (), privacy.health_is_told),
    Mutant(
        "a provider reads birth dates",
        (f"{PRIVATE}::test_nothing_private",),
        (),
        privacy.birth_dates_are_told,
    ),
    Mutant(
        "a provider reads names until they are known",
        (f"{PRIVATE}::test_nothing_private",),
        (),
        privacy.names_are_told_until_they_are_known,
    ),
    Mutant(
        "a provider reads what was said before",
        (f"{PRIVATE}::test_nothing_private",),
        (),
        privacy.only_the_newest_message_is_concealed,
    ),
    Mutant(
        "what is concealed is not put back",
        (f"{PRIVATE}::test_the_customer_reads",),
        (),
        privacy.what_is_concealed_is_not_put_back,
    ),
    Mutant(
        "a placeholder that nobody has given is said",
        ("privacy/test_unknown_placeholders.py::test_a_customer_reads_no_placeholder",),
        (),
        privacy.what_nobody_has_given_is_said,
    ),
)


def main() -> None:
    wanted = [mutant for mutant in MUTANTS if not sys.argv[1:] or mutant.name in sys.argv[1:]]
    verdicts = [_verdict(mutant, attack) for mutant in wanted for attack in mutant.attacks]
    sys.exit(not all(verdicts))


def _verdict(mutant: Mutant, attack: str) -> bool:
    where, _, name = attack.partition("::")
    chosen = ["-k", name] if name else []
    command = [
        sys.executable,
        "-m",
        "pytest",
        where if where.startswith("tests/") else f"tests/attack/{where}",
        *chosen,
        "--mutant",
        mutant.name,
        "-x",
        *(["--full"] if mutant.full else []),
    ]
    try:
        run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=LASTS_AT_MOST)
    except subprocess.TimeoutExpired:
        sys.stdout.write(f"{mutant.name:57} {attack:48} NO VERDICT   within {LASTS_AT_MOST} seconds\n")
        return False
    known = {CAUGHT: "noticed", MISSED: "NOT NOTICED", BROKEN: "BROKEN"}
    found = known.get(run.returncode, f"broken run ({run.returncode})")
    reasons = [line for line in run.stdout.splitlines() if line.startswith(("E  ", "! ", "!!!!"))]
    sys.stdout.write(
        f"{mutant.name:57} {attack:48} {found:12} {(reasons or [''])[0].removeprefix('E').strip('! ')[:86]}\n"
    )
    sys.stdout.flush()
    return run.returncode == CAUGHT
