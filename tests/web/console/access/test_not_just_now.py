"""What cannot be done just now is said in the reader's language, and sent once more by one press."""

from typing import Any

from litestar import Request
from litestar.datastructures import FormMultiDict

from booking_core.errors import DatabaseAway
from booking_core.storage.hosts.outages import AWAY, CROWDED, UNKNOWN
from web.console.access.forgery import SENT_FORM
from web.console.rendering.problems import refusal_page
from web.console.words.language import begin

WHERE = "/console/o_salon/settings/services/new"


def page_of(method: str, fields: list[tuple[str, Any]], detail: str = AWAY) -> str:
    state = {SENT_FORM: FormMultiDict(fields)} if fields else {}
    scope: Any = {
        "type": "http",
        "method": method,
        "path": WHERE,
        "raw_path": WHERE.encode(),
        "query_string": b"like=svc_cut",
        "headers": [(b"host", b"console.test")],
        "scheme": "http",
        "server": ("console.test", 80),
        "state": state,
    }
    return refusal_page(Request(scope), DatabaseAway(detail)).content


def test_each_sentence_is_in_german() -> None:
    begin(chosen="de")
    pages = [page_of("GET", [], detail) for detail in (AWAY, CROWDED, UNKNOWN)]
    assert not any(detail in page for page in pages for detail in (AWAY, CROWDED, UNKNOWN))
    assert all(f'href="{WHERE}?like=svc_cut">Noch einmal' in page for page in pages)


def test_a_form_is_sent_again_as_it_was() -> None:
    begin()
    page = page_of("POST", [("name", 'Cut "&" colour'), ("form_key", "form_1"), ("to", "a"), ("to", "b")])
    assert f'method="post" action="{WHERE}?like=svc_cut"' in page
    assert 'name="name" value="Cut &#34;&amp;&#34; colour"' in page
    assert 'name="form_key" value="form_1"' in page
    assert page.count('name="to"') == 2


def test_what_is_secret_stands_in_no_page() -> None:
    begin()
    for name in ("password", "new", "client_secret", "api_key", "key", "code"):
        page = page_of("POST", [("email", "olive@example.com"), (name, "a good one")])
        assert "a good one" not in page
        assert "olive@example.com" not in page
