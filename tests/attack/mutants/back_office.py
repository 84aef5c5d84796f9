"""Where a business is arranged and connected, and what is forgotten of its customers."""

from tests.attack.broken import back_office, connections
from tests.attack.mutants.mutant import Mutant

OFFICE = "tests/booking_core/back_office"
ROOM = "tests/booking_core/connections"
CALENDARS = "tests/booking_core/calendars"
MUTANTS = (
    Mutant(
        "any version may be changed",
        (
            f"{OFFICE}/services/test_services.py::test_of_two_owners_at_once",
            f"{OFFICE}/test_settings.py::test_the_second_of_two_owners",
        ),
        (),
        back_office.any_version_will_do,
    ),
    Mutant(
        "managers say how long things are kept",
        (f"{OFFICE}/test_who_may.py::test_every_verb_asks_for_the_role_first",),
        (),
        back_office.managers_say_how_long_things_are_kept,
    ),
    Mutant(
        "verbs of the back office ask for no role",
        (f"{OFFICE}/test_who_may.py::role",),
        (),
        back_office.any_role_will_do,
    ),
    Mutant(
        "rows of another organization are found",
        (f"{OFFICE}/test_who_may.py::test_what_is_another_salons",),
        (),
        back_office.rows_of_anybody_are_found,
    ),
    Mutant(
        "decisions count whatever the list has become",
        (f"{OFFICE}/changes/test_decided.py::test_a_list_that_changed",),
        (),
        back_office.decisions_count_whatever_the_list_has_become,
    ),
    Mutant(
        "nobody asks what a change touches",
        (f"{OFFICE}/changes/test_touched.py::test_a_time_off_shows",),
        (),
        back_office.nobody_asks_what_a_change_touches,
    ),
    Mutant(
        "what is archived is changed",
        (f"{OFFICE}/test_archived_and_own_words.py::test_whatever_is_archived",),
        (),
        back_office.what_is_archived_is_changed,
    ),
    Mutant(
        "keys of programs are kept as they were given",
        ("tests/web/erasing::test_no_word",),
        (),
        back_office.keys_are_kept_as_they_were_given,
    ),
    Mutant(
        "models are chosen once",
        ("tests/web/caches/test_changes_are_seen.py::own_models",),
        (),
        back_office.models_are_chosen_once,
    ),
    Mutant(
        "anybody arranges programs, webhooks and models",
        (
            f"{ROOM}/test_who_may_connect.py::test_every_verb_asks",
            f"{ROOM}/test_who_may_connect.py::test_an_owner_elsewhere",
        ),
        (),
        connections.anybody_connects,
    ),
    Mutant(
        "a kept key goes to whatever address",
        (f"{ROOM}/test_chat_models.py::test_a_key_is_sent_to_no_other",),
        (),
        connections.a_kept_key_goes_anywhere,
    ),
    Mutant(
        "models inside are connected to",
        ("tests/agent/trial/test_guarded_transport.py::test_an_address_inside",),
        (),
        connections.models_inside_are_connected_to,
    ),
    Mutant(
        "a mail server's password goes to whatever host",
        ("tests/web/console/settings/connections/test_sender.py::test_a_password_goes_in",),
        (),
        connections.a_mail_password_goes_anywhere,
    ),
    Mutant(
        "mail servers inside are connected to",
        ("tests/booking_core/notices/test_own_mailer.py::test_a_name_that_leads_inside",),
        (),
        connections.mail_servers_inside_are_connected_to,
    ),
    Mutant(
        "the way into an account goes by a business's own mail server",
        ("tests/web/console/settings/connections/test_sender.py::test_the_way_into_an_account",),
        (),
        connections.own_servers_carry_every_letter,
    ),
    Mutant(
        "letters go on to whoever sees an appointment no more",
        ("tests/agent/letters/test_team_letters.py::test_whoever_has_left",),
        (),
        connections.everybody_of_the_team_sees_everything,
    ),
    Mutant(
        "a letter to one reader replaces that to another",
        ("tests/agent/letters/test_team_letters.py::test_a_later_change_replaces",),
        (),
        connections.readers_are_all_the_same,
    ),
    Mutant(
        "a name may lead inside",
        (f"{CALENDARS}/test_bombs.py::test_a_name_that_changes_its_mind",),
        (),
        connections.redirects_lead_anywhere,
    ),
    Mutant(
        "what lets us in is told to whoever we are led to",
        (f"{CALENDARS}/test_bombs.py::test_what_lets_us_in",),
        (),
        connections.secrets_follow_redirects,
    ),
    Mutant(
        "a feed outlasts its maker",
        (f"{CALENDARS}/test_feeds.py::test_it_closes_when",),
        (),
        connections.feeds_outlast_their_makers,
    ),
    Mutant(
        "our own events block",
        (f"{CALENDARS}/test_import.py::test_our_own_feed",),
        (),
        connections.own_events_block,
    ),
    Mutant(
        "declarations of a calendar server are read",
        (f"{CALENDARS}/caldav/test_caldav_answers.py::test_declarations",),
        (),
        connections.declarations_are_read,
    ),
    Mutant(
        "an appointment is written elsewhere under a new name each time",
        (f"{CALENDARS}/caldav/test_caldav.py::test_a_booking_appears_there",),
        (),
        connections.appointments_are_written_under_new_names,
    ),
    Mutant(
        "a broken calendar blocks for ever",
        (f"{CALENDARS}/test_import.py::test_what_fails_counts",),
        (),
        connections.broken_calendars_block_for_ever,
    ),
)
