"""People who sign in: their links, their codes, their roles."""

from tests.attack.broken import people
from tests.attack.mutants.mutant import Mutant

LINKS = "tests/booking_core/team/test_one_time_links.py"
PASSWORDS = "tests/booking_core/team/test_password_links.py"
TEAM = "tests/booking_core/team/test_changing_the_team.py"
LAST_OWNER = "tests/booking_core/team/test_last_owner.py"
INVITATIONS = "tests/booking_core/team/test_one_open_invitation.py"
GUESSABLE = "tests/booking_core/team/test_guessable.py"
APP = "tests/booking_core/second_factor/test_authenticator.py"

MUTANTS = (
    Mutant(
        "a one-time link works again",
        (
            f"{LINKS}::test_it_works_once",
            f"{PASSWORDS}::test_a_new_password_ends_every_session_and_the_old_password",
        ),
        (),
        people.a_link_works_again_and_again,
    ),
    Mutant(
        "the last owner may leave",
        (
            f"{LAST_OWNER}::test_the_only_owner_stays_one",
            f"{LAST_OWNER}::test_whatever_a_team_does_somebody_owns_the_business",
        ),
        (),
        people.the_last_owner_may_leave,
    ),
    Mutant(
        "an older link lets in who has joined or was removed",
        (
            f"{INVITATIONS}::test_of_invitations_at_once_one_is_open",
            f"{INVITATIONS}::test_who_joined_or_was_removed_comes_back_by_no_older_link",
        ),
        ("DROP INDEX one_time_links_invite_once",),
        people.older_links_stay_open,
    ),
    Mutant(
        "any long password will do",
        (f"{GUESSABLE}::test_what_is_tried_first_is_refused",),
        (),
        people.any_long_password_will_do,
    ),
    Mutant(
        "a role is that of the page",
        (f"{TEAM}::test_who_was_an_owner_when_the_page_was_drawn_is_asked_again",),
        (),
        people.a_role_is_that_of_the_page,
    ),
    Mutant(
        "a code works as long as it is shown",
        (f"{APP}::test_a_code_lets_in_once",),
        (),
        people.a_code_works_as_long_as_it_is_shown,
    ),
)
