"""Which words may pass: the ordinary words of each language, and what is held back because it is none of them."""
