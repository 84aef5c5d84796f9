"""The doors for programs and people: scopes, arguments, floods and guesses."""

from tests.attack.broken import doors
from tests.attack.mutants.mutant import Mutant

API_SCOPES = "access/test_scopes_at_the_api.py"
MCP_SCOPES = "access/test_scopes_at_the_mcp_door.py"


MUTANTS = (
    Mutant(
        "tools run whatever the token's scope",
        (f"{MCP_SCOPES}::test_a_token_does_nothing_beyond_its_scope_at_the_mcp_door",),
        (),
        doors.tools_ask_for_no_scope,
    ),
    Mutant(
        "whoever books decides for the business",
        (f"{MCP_SCOPES}::test_nobody_decides_for_the_business_without_the_scope_for_it",),
        (),
        doors.who_books_decides_for_the_business,
    ),
    Mutant(
        "anybody decides for the business",
        (f"{MCP_SCOPES}::test_nobody_decides_for_the_business_without_the_scope_for_it",),
        (),
        doors.anybody_decides_for_the_business,
    ),
    Mutant(
        "operations run whatever the token's scope",
        (f"{API_SCOPES}::test_a_token_does_nothing_beyond_its_scope_at_the_api",),
        (),
        doors.operations_ask_for_no_scope,
    ),
    Mutant(
        "a body is read as anybody would",
        (f"{MCP_SCOPES}::test_a_token_does_nothing_beyond_its_scope_at_the_mcp_door",),
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
        (f"{MCP_SCOPES}::test_a_token_issued_for_elsewhere",),
        (),
        doors.any_token_of_the_business_opens_the_mcp_door,
    ),
)
