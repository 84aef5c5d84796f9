"""Time without a place to book: the clock, stretches of minutes, zones and their clock changes, public
holidays."""
