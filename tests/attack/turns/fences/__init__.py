"""Everything a turn writes, tried by attempts that may not write any more."""
