"""How customers are understood, broken on purpose."""
