"""What a process has read before it serves anybody, and what a command does not wait for."""

import subprocess
import sys

from web.embedded import EmbeddedServers

HAS_READ = "print('holidays.countries.germany' in sys.modules)"
HELP = f"""
import sys
from web.cli import main
sys.argv = ["zimun", "--help"]
try:
    main()
finally:
    {HAS_READ}
"""
SERVER = f"""
import asyncio, sys
from web.app import create_app
from web.settings import Settings
app = create_app(Settings(database_url=sys.argv[1], redis_url=sys.argv[2]))
{HAS_READ}
async def starts():
    async with app.lifespan():
        {HAS_READ}
asyncio.run(starts())
"""
WORKER = f"""
import asyncio, os, sys
from web.settings import Settings
from web.worker.worker import run_worker
NOWHERE = "postgresql://nobody@127.0.0.1:1/none"
PROVIDER = {{name: "http://127.0.0.1:1" for name in sys.argv[3:]}}
SETTINGS = Settings(database_url=NOWHERE, redis_url=sys.argv[2], **PROVIDER)
{HAS_READ}
async def starts():
    working = asyncio.create_task(run_worker(SETTINGS))
    await asyncio.sleep(0)
    {HAS_READ}
    print("openai" in sys.modules)
    sys.stdout.flush()
    os._exit(0)
asyncio.run(starts())
"""


def say(program: str, servers: EmbeddedServers, *more: str) -> list[str]:
    command = [sys.executable, "-c", program, servers.database_url, servers.redis_url, *more]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_servers_and_workers_know_the_holidays_before_anybody_asks(servers: EmbeddedServers) -> None:
    """A worker knows the client of providers besides, where one is named: reading it takes half a second,
    which no customer is to wait for, nor a worker that needs none."""
    assert say(SERVER, servers) == ["False", "True"]
    assert say(WORKER, servers) == ["False", "True", "False"]
    assert say(WORKER, servers, "openai_base_url", "openai_model")[-1] == "True"


def test_help_does_not_wait_for_the_holidays(servers: EmbeddedServers) -> None:
    assert say(HELP, servers)[-1] == "False"
