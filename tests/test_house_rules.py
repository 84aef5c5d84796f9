"""Rules of the house that no linter knows: one reader of the clock, one of the environment, one user of the
openai package."""

from tests.sources import files_where, modules

READS_THE_CLOCK = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.time_ns",
}
READS_THE_ENVIRONMENT = {"os.environ", "os.getenv", "os.environb"}


def test_only_the_clock_reads_the_time() -> None:
    assert files_where(READS_THE_CLOCK) == {"booking_core/time/clock.py"}


def test_only_the_settings_read_the_environment() -> None:
    assert files_where(READS_THE_ENVIRONMENT) == {"web/settings.py"}


def test_only_one_file_imports_openai() -> None:
    importing = {path for path, module in modules().items() if "openai" in module.packages}
    assert importing == {"agent/models/openai_chat.py"}


def test_only_the_booking_core_writes_claims() -> None:
    """A door that wrote to the tables itself would go round every rule of the desk."""
    tables = {"Claim", "Seat", "TimeBlock"}
    using = {path for path, module in modules().items() if module.names & tables}
    assert {path for path in using if not path.startswith("booking_core/")} == set()


# Who makes a business that nobody works with yet.
BEGINS_A_BUSINESS = {
    "booking_core/maintenance/demo.py",
    "evaluation/salon/small_salon.py",
    "web/commands/organizations/new_organization.py",
}


def test_only_the_back_office_arranges_a_business() -> None:
    """Whoever wrote a row of the catalogue elsewhere would ask nobody's role and touch appointments
    unseen."""
    tables = {
        "BookingQuestion",
        "Location",
        "OpeningOverride",
        "OpeningWindow",
        "RepeatedTimeOff",
        "Resource",
        "ResourceLocation",
        "Service",
        "ServiceCategory",
        "ServiceLocation",
        "ServicePrice",
        "ServiceResource",
        "TimeOff",
        "TravelTime",
    }
    making = {path for path, module in modules().items() if module.calls & tables}
    elsewhere = {path for path in making if not path.startswith("booking_core/back_office/")}
    assert elsewhere == BEGINS_A_BUSINESS
