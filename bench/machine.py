"""What a benchmark ran on, and its figures in words."""

import os
import platform
import statistics
import time
from collections.abc import Sequence

import psycopg


def machine(database_url: str | None = None) -> str:
    """Cores, load, Python, PostgreSQL (where one is asked) and the date, for the head of every output."""
    load = f"{os.getloadavg()[0]:.1f}"
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    today = time.strftime("%Y-%m-%d %H:%M %Z")
    return (
        f"{cores} cores (load {load}), Python {platform.python_version()}{_postgresql(database_url)}, {today}"
    )


def _postgresql(url: str | None) -> str:
    if url is None:
        return ""
    with psycopg.connect(url) as connection:
        return f", PostgreSQL {connection.info.parameter_status('server_version')}"


def quantile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
