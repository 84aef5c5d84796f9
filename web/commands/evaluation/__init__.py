"""Commands that measure how well customers are understood."""
