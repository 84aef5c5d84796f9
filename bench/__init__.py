"""Benchmarks: one command each, figures with ratios to a baseline of the same run."""
