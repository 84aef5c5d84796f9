"""Hosts that may fall silent: connections with a deadline for every answer, the breaker that leaves a silent
host alone, and the one refusal that an outage becomes."""
