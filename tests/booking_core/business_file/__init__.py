"""A business as one file: applied, exported, and refused."""
