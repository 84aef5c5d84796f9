"""`zimun erase`: a customer is forgotten by their address."""

import psycopg

from tests.operations.databases import Installation

CUSTOMER = """
    INSERT INTO customers (id, organization_id, name, email)
    SELECT 'cus_1', id, 'Zenobia', 'zenobia@example.com' FROM organizations
"""


def test_a_customer_is_forgotten_and_then_nobody_is_known_by_that_contact(migrated: Installation) -> None:
    migrated.said("init", "--name", "Bread", "--email", "ines@bread.example")
    with psycopg.connect(migrated.database_url) as connection:
        connection.execute(CUSTOMER)
    assert "Erased. Customers: 1, emails: 0, conversations emptied: 0" in migrated.said(
        "erase", "Zenobia@Example.com"
    )
    assert "zenobia" not in str(migrated.rows("customers")).casefold()
    again = migrated.asks("erase", "zenobia@example.com")
    assert (again.exit_code, "Nobody is known" in again.output, "Erased" in again.output) == (1, True, False)


def test_what_is_no_contact_is_refused(migrated: Installation) -> None:
    migrated.said("init", "--name", "Bread", "--email", "ines@bread.example")
    refused = migrated.asks("erase", "nobody")
    assert refused.exit_code == 1
    assert "neither an email address nor a phone number" in refused.output
