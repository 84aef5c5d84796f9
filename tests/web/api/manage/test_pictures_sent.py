"""Pictures sent as files: of services, of people, and the logo."""

import httpx

from booking_core.pictures.encode import LARGEST_FILE
from tests.pictures import png
from tests.web.api.conftest import API
from tests.web.api.manage.conftest import Arranger


async def puts(manager: Arranger, path: str, of: str, content: bytes) -> httpx.Response:
    tag = (await manager.asks("GET", of)).headers["ETag"]
    headers = manager.program.auth | {"If-Match": tag, "Content-Type": "application/octet-stream"}
    return await manager.program.http.put(f"{API}/manage{path}", content=content, headers=headers)


async def test_pictures_come_and_go(manager: Arranger) -> None:
    salon = manager.salon
    for of, path in (
        (f"/services/{salon.services['Haircut']}", "/picture"),
        (f"/resources/{salon.resources['Dana']}", "/picture"),
        ("/business", "/logo"),
    ):
        sent = await puts(manager, of + path, of, png())
        assert sent.status_code == 200, sent.text
        url = sent.json()["picture_url"]
        shown = await manager.shows(of)
        assert (shown["version"], shown.get("picture_url", shown.get("logo_url"))) == (2, url)
        seen = await manager.program.http.get(httpx.URL(url).raw_path.decode())
        assert (seen.status_code, seen.headers["content-type"]) == (200, "image/webp")
        gone = await manager.writes("DELETE", of + path, of=of)
        assert (gone.status_code, gone.json()["picture_url"]) == (200, None), gone.text


async def test_what_is_no_picture_or_too_large_is_refused(manager: Arranger, stranger: Arranger) -> None:
    of = f"/services/{manager.salon.services['Haircut']}"
    wrong = await puts(manager, f"{of}/picture", of, b"<svg onload=alert(1)>")
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "picture")
    large = await puts(manager, f"{of}/picture", of, b"\0" * (LARGEST_FILE + 1))
    assert (large.status_code, large.json()["code"]) == (413, "too_large")
    theirs = {"If-Match": f'"{manager.salon.services["Haircut"]}-1"'} | stranger.program.auth
    answer = await stranger.program.http.put(f"{API}/manage{of}/picture", content=png(), headers=theirs)
    assert answer.status_code == 404
    person = f"/services/{manager.salon.resources['Dana']}"
    tag = {"If-Match": f'"{manager.salon.resources["Dana"]}-1"'} | manager.program.auth
    answer = await manager.program.http.put(f"{API}/manage{person}/picture", content=png(), headers=tag)
    assert answer.status_code == 404
