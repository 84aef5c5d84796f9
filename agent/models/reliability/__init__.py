"""When an endpoint fails: timeouts, retries and the circuit breaker."""
