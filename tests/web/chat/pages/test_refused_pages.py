"""The page instead of the conversation, for browsers, while there is trouble on our side."""

from litestar.testing import RequestFactory

from booking_core.errors import NotFound, Unavailable
from web.chat.pages.refused import page_of_refusal


def test_a_browser_reads_a_page_that_looks_again_by_itself() -> None:
    headers = {"Accept": "text/html", "Accept-Language": "de"}
    page = page_of_refusal(RequestFactory().get("/c/o_x", headers=headers), Unavailable("Away."))
    assert (page.status_code, page.headers["Retry-After"]) == (503, "5")
    assert '<html lang="de"' in page.content
    assert 'http-equiv="refresh" content="5"' in page.content


def test_what_is_not_there_is_not_looked_for_again() -> None:
    page = page_of_refusal(RequestFactory().get("/c/o_x", headers={"Accept": "text/html"}), NotFound("No."))
    assert page.status_code == 404
    assert "refresh" not in page.content


def test_a_program_reads_the_problem() -> None:
    page = page_of_refusal(RequestFactory().get("/c/o_x"), Unavailable("Away."))
    assert (page.status_code, page.media_type) == (503, "application/problem+json")
