"""Values as owners may write them, and what is read of them."""

import pytest

from booking_core.business_file.sections.moments import LocalMoment
from booking_core.catalogue.settings.kinds import Host
from booking_core.input.dates import Day, Moment
from booking_core.input.kinds import Kind, WrongValue

NO_TIMES = (
    "2026-12-24+01:00",
    "2026-12-24-05:00",
    "2026-12-24x09:00",
    "20261224T0900",
    "2026-W52-4",
    "2026-12-24 09",
    "٢٠٢٦-12-24 09:00",
)


@pytest.mark.parametrize("written", NO_TIMES)
@pytest.mark.parametrize("kind", [Day(), Moment(), LocalMoment()], ids=lambda kind: type(kind).__name__)
def test_a_date_with_an_offset_is_neither_a_date_nor_a_time(kind: Kind, written: str) -> None:
    with pytest.raises(WrongValue):
        kind.read(written)


@pytest.mark.parametrize(
    "written",
    ["docs.example.com", "https://docs.example.com/help?page=1#top", "http://user@Docs.Example.com:8443/"],
)
def test_a_site_that_is_linked_to_is_its_host(written: str) -> None:
    assert Host().read(written) == "docs.example.com"
