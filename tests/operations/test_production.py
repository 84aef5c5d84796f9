"""Production: web and worker apart, on servers that are there, as the Compose file runs them."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import httpx

from tests.operations.conftest import CHECKOUT, keeper
from tests.serving import NO_TLS

ZIMUN = (sys.executable, "-m", "web.cli")


def test_migrate_seed_serve_and_work_answer_a_customer_and_stop_when_asked(
    place: Path, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with keeper(place) as servers:
        environment = {
            "PATH": os.environ["PATH"],
            "DATABASE_URL": servers.database_url,
            "REDIS_URL": servers.redis_url,
            "SECRET_KEY": "a key of thirty-two characters!!",
            "DATA_DIR": str(tmp_path / "data"),
            "PORT": str(port),
        }
        assert "up to date" in say(environment, "migrate")
        organization_id = say(environment, "seed").split("there: ")[1].split()[0]
        with start(environment, "serve"), start(environment, "worker"):
            assert replies(httpx.Client(verify=NO_TLS, base_url=f"http://127.0.0.1:{port}"), organization_id)


def say(environment: dict[str, str], command: str) -> str:
    done = subprocess.run(
        [*ZIMUN, command], cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def start(environment: dict[str, str], command: str) -> Iterator[None]:
    process = subprocess.Popen([*ZIMUN, command], cwd=CHECKOUT, env=environment)
    try:
        yield
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait()


def replies(customer: httpx.Client, organization_id: str) -> bool:
    """Whether a word to the chat is answered: taken in by the web process, answered by the worker."""
    until_served(customer)
    opened = customer.post("/chat/v1/conversations", json={"organization_id": organization_id}).json()
    customer.headers["Authorization"] = f"Bearer {opened['token']}"
    address = f"/chat/v1/conversations/{opened['conversation_id']}"
    customer.post(
        f"{address}/messages", json={"client_msg_id": "the-first-word", "text": "Hello!"}
    ).raise_for_status()
    for _ in range(100):
        messages = customer.get(address).json()["messages"]
        if messages[-1]["role"] == "assistant" and messages[-2]["role"] == "customer":
            return True
        sleep(0.1)
    return False


def until_served(customer: httpx.Client) -> None:
    for _ in range(600):
        try:
            customer.get("/health/ready", timeout=30).raise_for_status()
        except httpx.ConnectError:
            sleep(0.1)
        else:
            return
