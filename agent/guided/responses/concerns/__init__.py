"""A concern beside booking that somebody of the business has to know of."""
