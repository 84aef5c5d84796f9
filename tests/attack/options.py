"""Two sizes of every attack, reduced and as large as ``--full`` makes it, and protections that ``--mutant``
breaks first."""

from collections.abc import Callable, Iterator

import pytest

from tests.attack.figures import Figures
from tests.attack.mutants.catalogue import MUTANTS
from tests.attack.mutants.mutant import BROKEN, Mutant, made

# A busy machine is slow, not broken.
FULL_LASTS_AT_MOST = 1800
FIGURES = pytest.StashKey[list[str]]()
Sized = Callable[[int, int], int]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run attacks at their full size and print figures")
    parser.addoption("--soak", type=int, default=None, help="how many seconds the soak lasts")
    parser.addoption(
        "--mutant", choices=[mutant.name for mutant in MUTANTS], help="break one protection first"
    )


def choose_sized(config: pytest.Config, items: list[pytest.Item]) -> None:
    """At full size: attacks and whatever else has a larger size, with time for it. The rest runs every
    day."""
    if config.getoption("--full", False):
        rest = [item for item in items if not _is_sized(item)]
        items[:] = [item for item in items if _is_sized(item)]
        config.hook.pytest_deselected(items=rest)
        for item in items:
            item.add_marker(pytest.mark.timeout(FULL_LASTS_AT_MOST))


def _is_sized(item: pytest.Item) -> bool:
    names = getattr(item, "fixturenames", ())
    is_property = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return item.nodeid.startswith("tests/attack/") or is_property or not {"full", "size"}.isdisjoint(names)


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
    return next((one for one in MUTANTS if one.name == name), None)
