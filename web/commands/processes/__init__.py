"""Commands that run Zimun or speak to a running one."""
