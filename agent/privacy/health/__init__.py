"""Words and clauses about somebody's health, found in seven languages. All languages are looked for in every
text."""
