"""Names are looked at before an address is kept: what leads inside is refused at once."""

import pytest

from booking_core.errors import InvalidField
from booking_core.outbound.public_name import must_lead_outside

URL = "https://hooks.example.com/x"


def leads_to(*addresses: str):  # type: ignore[no-untyped-def]
    async def resolve(_: str, __: int) -> list[str]:
        if not addresses:
            raise OSError("no such name")
        return [*addresses]

    return resolve


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.7", "::1", "169.254.169.254", "fd00::1"])
async def test_a_name_that_leads_inside_is_refused(address: str) -> None:
    with pytest.raises(InvalidField, match="not public"):
        await must_lead_outside(URL, frozenset(), leads_to("93.184.216.34", address))


async def test_what_leads_outside_is_unknown_or_allowed_is_kept() -> None:
    await must_lead_outside(URL, frozenset(), leads_to("93.184.216.34"))
    await must_lead_outside(URL, frozenset(), leads_to())
    await must_lead_outside(
        "http://cloud.lan:8080/x", frozenset({"http://cloud.lan:8080"}), leads_to("10.0.0.7")
    )
