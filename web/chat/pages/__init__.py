"""The pages and scripts that browsers get."""
