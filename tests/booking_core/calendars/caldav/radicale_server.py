"""A real Radicale, started by the tests, with one calendar of Dana's; it can be away for a while."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from tests.serving import NO_TLS, listening, port_of

USER, PASSWORD = "dana", "a password of Dana's"


class RadicaleServer:
    """``port`` and what is stored stay the same from start to start."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None
        with listening() as listener:
            self.port = port_of(listener)
        (folder / "users").write_text(f"{USER}:{PASSWORD}\n", "utf-8")

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.origin}/{USER}/rota/"

    async def start(self) -> None:
        options = {
            "server-hosts": f"127.0.0.1:{self.port}",
            "auth-type": "htpasswd",
            "auth-htpasswd-filename": str(self._folder / "users"),
            "auth-htpasswd-encryption": "plain",
            "auth-delay": "0",
            "storage-filesystem-folder": str(self._folder / "collections"),
            "logging-level": "error",
        }
        given = [f"--{name}={value}" for name, value in options.items()]
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "radicale", "--config", "", *given, stderr=asyncio.subprocess.DEVNULL
        )
        async with asyncio.timeout(60):
            while not await self._answers():  # noqa: ASYNC110 - another process says nothing by itself
                await asyncio.sleep(0.05)

    async def stop(self) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()

    async def ask(self, method: str, name: str = "", body: str = "", **headers: str) -> httpx.Response:
        """As Dana's own phone would."""
        async with httpx.AsyncClient(auth=(USER, PASSWORD), verify=NO_TLS) as phone:
            url, content = f"{self.url}{name}", body.encode()
            return await phone.request(method, url, content=content, headers=headers)

    async def files(self) -> dict[str, str]:
        """What stands in the calendar, by name."""
        listed = (await self.ask("PROPFIND", Depth="1")).text
        names = [one.split("</href>")[0].rpartition("/")[2] for one in listed.split("<href>")[1:]]
        return {name: (await self.ask("GET", name)).text for name in names if name.endswith(".ics")}

    async def _answers(self) -> bool:
        try:
            async with httpx.AsyncClient(verify=NO_TLS) as client:
                await client.get(f"{self.origin}/.web/")
        except httpx.TransportError:
            return False
        return True


@asynccontextmanager
async def radicale(folder: Path) -> AsyncIterator[RadicaleServer]:
    server = RadicaleServer(folder)
    await server.start()
    try:
        await server.ask("MKCALENDAR")
        yield server
    finally:
        await server.stop()
