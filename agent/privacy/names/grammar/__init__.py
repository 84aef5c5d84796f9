"""Names by the grammar of a sentence: who speaks, whom a title belongs to, under whose name something is
booked; and what bears somebody's name and is a thing."""
