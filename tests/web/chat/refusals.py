"""What a refusal of the chat looks like."""

import httpx


def assert_problem(response: httpx.Response, status: int) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"].startswith("application/problem+json")
    body = response.json()
    assert body["status"] == status
    assert body["code"]
    assert body["detail"]
    assert body["request_id"] == response.headers["x-request-id"]
    assert "Traceback" not in response.text


def without_request_id(response: httpx.Response) -> dict[str, object]:
    return {name: value for name, value in response.json().items() if name != "request_id"}


def must_be_told_to_wait(refused: httpx.Response, most_s: int) -> None:
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert 0 < int(refused.headers["Retry-After"]) <= most_s
