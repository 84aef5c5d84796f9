"""Makes .venv ready from a lock: `python3 script/setup.py LOCK [--browser]`, with Python 3.11 and nothing
else.

Does nothing when .venv already fits the lock. Installs uv from PyPI, because pip alone takes ten times as
long.
"""

import argparse
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = VENV / "uv" / "bin" / "uv"
# The first has no windows and takes a third of the work.
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
MAC_BROWSER = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lock", help="requirements.lock or requirements-dev.lock")
    parser.add_argument("--browser", action="store_true", help="also see to a Chromium for the browser tests")
    wanted = parser.parse_args()
    with (CHECKOUT / ".setup.lock").open("w") as file:
        # Two first commands at once would build the same .venv.
        fcntl.flock(file, fcntl.LOCK_EX)
        is_new = not fits(wanted.lock)
        if is_new:
            build(wanted.lock)
    if wanted.browser and not has_browser():
        get_browser()
    elif wanted.browser and is_new and not shutil.which(BROWSERS[0]):
        apt_install(BROWSERS[0])


def fits(lock: str) -> bool:
    stamp = VENV / f"{lock}.stamp"
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == fingerprint(lock)


def fingerprint(lock: str) -> str:
    """Everything that .venv depends on: the lock, the project's own description, this Python, and where we
    are."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    parts = [(CHECKOUT / lock).read_text("utf-8"), project, sys.version, sys.executable, CHECKOUT]
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def build(lock: str) -> None:
    print("Setting up .venv from the lock; this happens once and takes less than a minute.", flush=True)
    if not (PYTHON.exists() and (VENV / "lib" / "python{}.{}".format(*sys.version_info)).exists()):
        run(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV)
    install_uv()
    install("--compile-bytecode", "--require-hashes", "-r", CHECKOUT / lock)
    install("--no-deps", "--no-build-isolation", "-e", CHECKOUT)
    # What testing needs includes what running needs.
    for fulfilled in {lock, "requirements.lock"}:
        (VENV / f"{fulfilled}.stamp").write_text(fingerprint(fulfilled))


def install(*arguments: object) -> None:
    # The machine's own certificates: behind an inspecting proxy, uv's built-in ones do not do.
    run(UV, "pip", "install", "--quiet", "--system-certs", "--python", PYTHON, *arguments)


def install_uv() -> None:
    if UV.exists():
        return
    options = (
        "--quiet",
        "--root-user-action=ignore",
        "--disable-pip-version-check",
        "--no-deps",
        "--require-hashes",
    )
    run(*pip(), "install", *options, "--target", VENV / "uv", "-r", CHECKOUT / "requirements-uv.lock")


def pip() -> tuple[object, ...]:
    """The pip of this Python, or one unpacked into .venv where it has none."""
    if works(sys.executable, "-m", "pip", "--version"):
        return (sys.executable, "-m", "pip")
    if not works(PYTHON, "-m", "ensurepip"):
        apt_install("python3-venv") or sys.exit(
            "This Python has neither pip nor ensurepip. Install them (Debian, Ubuntu: apt-get install "
            "python3-venv)."
        )
        run(PYTHON, "-m", "ensurepip")
    return (PYTHON, "-m", "pip")


def has_browser() -> bool:
    return MAC_BROWSER.exists() or any(shutil.which(name) for name in BROWSERS)


def get_browser() -> None:
    print("No Chromium found; installing Debian's for the browser tests.", flush=True)
    if not ((apt_install(BROWSERS[0]) or apt_install("chromium")) and has_browser()):
        sys.exit(
            "The browser tests need Chromium or Chrome on the PATH, and it could not be installed from "
            "here.\n"
            "Install it (Debian: sudo apt-get install chromium; Fedora: sudo dnf install chromium; "
            "macOS: brew install --cask google-chrome)\nand repeat, or leave those tests out: "
            ".venv/bin/pytest --ignore tests/widget --ignore tests/journeys"
        )


def apt_install(package: str) -> bool:
    """Whether Debian's package could be installed; only root on a Debian can."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    for command in (["apt-get", "update", "-qq"], install):
        outcome = subprocess.run(command, check=False, env=quiet, stdout=subprocess.DEVNULL)
    return outcome.returncode == 0


def works(*command: object) -> bool:
    return subprocess.run([str(part) for part in command], check=False, capture_output=True).returncode == 0


def run(*command: object) -> None:
    line = [str(part) for part in command]
    if subprocess.run(line, check=False).returncode != 0:
        sys.exit(f"Setting up failed at: {' '.join(line)}")


if __name__ == "__main__":
    main()
