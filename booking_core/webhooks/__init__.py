"""Webhooks: addresses of other programs that are told of changes, by the rules of Standard Webhooks."""
