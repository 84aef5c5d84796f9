"""Who may use the console: cookies, sessions, protection against forged requests, response headers."""
