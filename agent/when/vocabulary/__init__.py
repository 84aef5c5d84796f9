"""From characters to words: shapes of numbers and dates, each language's phrases, and slips of the
fingers."""
