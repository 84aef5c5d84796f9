"""``zimun eval`` on the command line: what it refuses before anything runs, and one small run."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
from click.testing import CliRunner

from web.cli import main

# Seconds in which a few trials are held, of so many that they cannot all be.
SOME_TRIALS = 1


def test_a_mistake_in_a_file_ends_the_command(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("family: x\nscenarios: []\n", "utf-8")
    outcome = CliRunner().invoke(main, ["eval", str(tmp_path)])
    assert outcome.exit_code == 1
    assert "bad.yaml:2: scenarios: " in outcome.output


def test_a_threshold_beyond_the_trials_is_refused() -> None:
    outcome = CliRunner().invoke(main, ["eval", "--trials", "2", "--at-least", "3=90"])
    assert outcome.exit_code == 1
    assert "--at-least" in outcome.output


def test_a_tag_nobody_has_is_refused() -> None:
    assert (
        "No scenario has one of these tags" in CliRunner().invoke(main, ["eval", "--tag", "nonsense"]).output
    )


def test_a_small_run_writes_its_results(tmp_path: Path) -> None:
    evals = tmp_path / "small.yaml"
    evals.write_text(
        "family: small\nscenarios:\n  - name: nothing but a word\n    oracle: []\n    customer:\n      "
        "remarks: [{says: [hello]}]\n",
        "utf-8",
    )
    report, found = tmp_path / "report.html", tmp_path / "results.json"
    arguments = [
        "eval",
        str(evals),
        "--trials",
        "2",
        "--at-least",
        "2=100",
        "--report",
        str(report),
        "--json",
        str(found),
    ]
    outcome = CliRunner().invoke(main, arguments)
    assert (outcome.exit_code, outcome.exception) == (0, None)
    assert msgspec.json.decode(found.read_bytes())["score"]["pass_k"] == [1.0, 1.0]
    assert "pass^2" in report.read_text("utf-8")


def test_a_run_that_is_stopped_tells_what_it_knows(tmp_path: Path) -> None:
    evals, found, known = tmp_path / "long.yaml", tmp_path / "results.json", tmp_path / "report.html"
    evals.write_text(
        "family: long\nscenarios:\n  - name: nothing but a word\n    oracle: []\n    customer:\n      "
        "remarks: [{says: [hello]}]\n",
        "utf-8",
    )
    command = [
        sys.executable,
        "-c",
        "from web.cli import main; main()",
        "eval",
        str(evals),
        "--trials",
        "2000",
    ]
    arguments = [*command, "--json", str(found), "--report", str(known)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert "2000 conversations" in run.stdout.readline()
        time.sleep(SOME_TRIALS)
        run.send_signal(signal.SIGTERM)
        run.communicate(timeout=60)
    assert run.returncode == 1
    results = msgspec.json.decode(found.read_bytes())
    assert len(results["trials"]) + len(results["not_held"]) == 2000
    assert results["not_held"][-1]["why"] == "the run ended first"
    assert results["broken_invariants"] == ["the run ended before anybody looked"]
    assert "Not held" in known.read_text("utf-8")
