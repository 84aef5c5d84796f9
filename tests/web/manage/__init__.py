"""The page of one appointment, for whoever has its link."""
