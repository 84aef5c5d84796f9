"""Scenario files are read strictly: a mistake is told with its file, line and key."""

from pathlib import Path

import pytest

from evaluation.scenarios.files import Mistake, scenarios_in
from evaluation.scenarios.scenario import Scenario

GOOD = """\
family: plain
scenarios:
  - name: one
    customer:
      wants:
        - service: Haircut
          on: [2026-11-24]
          at: "10:00"
"""


def read(directory: Path, text: str) -> list[Scenario]:
    file = directory / "plain.yaml"
    file.write_text(text, "utf-8")
    return scenarios_in([file])


def mistake(directory: Path, text: str) -> str:
    with pytest.raises(Mistake) as found:
        read(directory, text)
    return str(found.value).replace(f"{directory}/", "")


def test_a_good_file_is_read(tmp_path: Path) -> None:
    [scenario] = read(tmp_path, GOOD)
    assert (scenario.family, scenario.customer.wants[0].at) == ("plain", "10:00")


def test_every_scenario_of_the_project_is_read(scenarios: dict[str, Scenario]) -> None:
    assert len(scenarios) >= 120


def test_an_unknown_key_is_told_with_its_line(tmp_path: Path) -> None:
    told = mistake(tmp_path, GOOD.replace("at:", "att:"))
    assert told.startswith("plain.yaml:8: scenarios[0].customer.wants[0].att: ")


def test_a_value_of_the_wrong_kind_is_told_with_its_line(tmp_path: Path) -> None:
    assert mistake(tmp_path, GOOD.replace("2026-11-24", "tuesday")).startswith("plain.yaml:7: ")


def test_a_time_of_day_must_be_one(tmp_path: Path) -> None:
    assert "wants[0].at" in mistake(tmp_path, GOOD.replace("10:00", "25:00"))


def test_a_key_that_is_there_twice_is_a_mistake(tmp_path: Path) -> None:
    assert mistake(tmp_path, GOOD + '          at: "11:00"\n') == "plain.yaml:9: at is there twice."


def test_a_pattern_that_is_none_is_a_mistake(tmp_path: Path) -> None:
    told = mistake(tmp_path, GOOD + "    never: ['(']\n")
    assert told.startswith("plain.yaml:9: scenarios[0].never[0]: this is no regular expression")


def test_a_booking_nobody_made_cannot_be_meant(tmp_path: Path) -> None:
    told = mistake(tmp_path, GOOD + "        - {do: cancel, which: hers}\n")
    assert "no booking of the salon is called 'hers'" in told


def test_what_is_no_yaml_is_told(tmp_path: Path) -> None:
    assert "this is not YAML" in mistake(tmp_path, "family: [")


def test_two_scenarios_of_one_name_are_a_mistake(tmp_path: Path) -> None:
    twice = GOOD + GOOD.partition("scenarios:\n")[2]
    assert mistake(tmp_path, twice) == "Two scenarios are called 'plain: one'."


def test_an_empty_directory_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="no scenarios here"):
        scenarios_in([tmp_path])


def test_yes_and_clock_times_are_texts(tmp_path: Path) -> None:
    says = "      remarks: [{says: [yes, 10:30]}]\n"
    [scenario] = read(tmp_path, GOOD + says)
    assert scenario.customer.remarks[0].says == ("yes", "10:30")
