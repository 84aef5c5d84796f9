"""The report: one page that needs nothing else, in light and in dark, on a desk and on a phone."""
