"""Alarms for operators: one line in the log where something of a whole organization is unusual, at most once
an hour and process."""

import logging
from datetime import datetime, timedelta

logger = logging.getLogger("zimun.alarms")
AGAIN_AFTER = timedelta(hours=1)
# Organizations and kinds, so that a process that serves very many does not remember for ever.
REMEMBERED = 10_000
_raised: dict[tuple[str, str], datetime] = {}


def raise_alarm(what: str, organization_id: str, now: datetime) -> None:
    """Log a warning with what is unusual and whose it is; nothing personal is in it."""
    last = _raised.get((what, organization_id))
    if last is not None and last <= now < last + AGAIN_AFTER:
        return
    if len(_raised) >= REMEMBERED:
        _raised.clear()
    _raised[what, organization_id] = now
    logger.warning("alarm: %s organization=%s", what, organization_id)
