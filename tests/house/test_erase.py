"""`zimun erase`: a customer is forgotten by their address."""

import psycopg

from tests.house.databases import Installation

CUSTOMER = """
    INSERT INTO customers (id, organization_id, name, email)
    SELECT 'cus_1', id, 'Zenobia', 'zenobia@example.com' FROM organizations
"""


def test_a_customer_is_forgotten_and_forgetting_twice_changes_nothing(empty: Installation) -> None:
    empty.said("init", "--name", "Bread", "--email", "ines@bread.example")
    with psycopg.connect(empty.database_url) as connection:
        connection.execute(CUSTOMER)
    assert "Erased" in empty.said("erase", "Zenobia@Example.com")
    assert "zenobia" not in str(empty.rows("customers")).casefold()
    assert "Erased" in empty.said("erase", "zenobia@example.com")


def test_what_is_no_contact_is_refused(empty: Installation) -> None:
    empty.said("init", "--name", "Bread", "--email", "ines@bread.example")
    refused = empty.asks("erase", "nobody")
    assert refused.exit_code == 1
    assert "neither an e-mail address nor a phone number" in refused.output
