"""Two sizes of every attack, reduced and as large as ``--full`` makes it, and protections that ``--mutant``
breaks first."""

from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

from tests.attack.figures import Figures
from tests.attack.mutants.mutant import BROKEN, Mutant, made

# A busy machine is slow, not broken.
FULL_LASTS_AT_MOST = 1800
FIGURES = pytest.StashKey[list[str]]()
# A case of which others of its kind run every day.
FULL_SIZE = pytest.mark.full_size
Sized = Callable[[int, int], int]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run attacks at their full size and print figures")
    parser.addoption("--soak", type=int, default=None, help="how many seconds the soak lasts")
    parser.addoption("--mutant", help="break one protection first")


def choose_sized(config: pytest.Config, items: list[pytest.Item]) -> None:
    """At full size: attacks and whatever else has a larger size, with time for it. The rest runs every day,
    and a mutant is shown every case there is."""
    if config.getoption("--full", False):
        _keep(config, items, _is_sized)
        for item in items:
            item.add_marker(pytest.mark.timeout(FULL_LASTS_AT_MOST))
    elif not config.getoption("--mutant", None):
        _keep(config, items, lambda item: item.get_closest_marker(FULL_SIZE.name) is None)


def _keep(config: pytest.Config, items: list[pytest.Item], wanted: Callable[[pytest.Item], bool]) -> None:
    rest = [item for item in items if not wanted(item)]
    items[:] = [item for item in items if wanted(item)]
    config.hook.pytest_deselected(items=rest)


def _is_sized(item: pytest.Item) -> bool:
    names = getattr(item, "fixturenames", ())
    is_property = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    is_case = item.get_closest_marker(FULL_SIZE.name) is not None
    is_larger = is_case or is_property or not {"full", "size"}.isdisjoint(names)
    return is_larger or item.nodeid.startswith("tests/attack/")


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    if config.getoption("--full", False):
        for line in config.stash.get(FIGURES, []):
            terminalreporter.write_line(line)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A test that never met its mutant has shown nothing."""
    wanted = session.config.getoption("--mutant", None)
    if wanted is not None and wanted not in made:
        session.exitstatus = BROKEN


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--full", False))


@pytest.fixture(scope="session")
def size(full: bool) -> Sized:
    """The first number at full size, the second in everyday runs."""

    def sized(large: int, reduced: int) -> int:
        return large if full else reduced

    return sized


@pytest.fixture
def figures(request: pytest.FixtureRequest, full: bool) -> Iterator[Figures]:
    figures = Figures(request.node.name, shown=full)
    yield figures
    request.config.stash.setdefault(FIGURES, []).append(figures.line())


@pytest.fixture(scope="session", autouse=True)
def broken_code(mutant: Mutant | None) -> None:
    """Before any test, whether or not that test has a server; tables are broken where servers are made."""
    if mutant is not None:
        mutant.breaks_code()


@pytest.fixture(scope="session")
def mutant(pytestconfig: pytest.Config) -> Mutant | None:
    """The protection that is broken on purpose in this run, if any: attacks must then fail."""
    name = pytestconfig.getoption("--mutant", None)
    return None if name is None else mutant_named(name)


def mutant_named(name: str) -> Mutant:
    """The catalogue is imported here: with all that it breaks it is a third of what any test imports."""
    known: tuple[Mutant, ...] = import_module("tests.attack.mutants.catalogue").MUTANTS
    found = next((one for one in known if one.name == name), None)
    if found is None:
        pytest.exit(f"There is no mutant {name}", returncode=BROKEN)
    return found
