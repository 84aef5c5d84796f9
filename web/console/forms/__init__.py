"""Forms of the back office: what is on them, how they are read, saved and refused, and what else a change
touches. A page declares its fields; everything else is here."""
