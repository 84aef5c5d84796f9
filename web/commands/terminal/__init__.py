"""How commands print: results, log lines, refusals."""
