"""The data directory itself: made, found, refused."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from web.embedded import EmbeddedError, open_directory

AT_ONCE = 8


def test_one_that_is_missing_is_made_by_whoever_comes_first(tmp_path: Path) -> None:
    """Three processes of a test run, or two impatient starts, find nothing there at the same moment."""
    together = Barrier(AT_ONCE)

    def open_it(round_: int) -> Path:
        together.wait()
        return open_directory(tmp_path / str(round_) / "data")

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for round_ in range(100):
            opened = set(pool.map(open_it, [round_] * AT_ONCE))
            assert opened == {tmp_path / str(round_) / "data"}
            assert opened.pop().stat().st_mode & 0o777 == 0o711


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a directory")
    with pytest.raises(EmbeddedError, match="cannot be used"):
        open_directory(tmp_path / "data")
