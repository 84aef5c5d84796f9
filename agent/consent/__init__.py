"""Consent: what may be booked, moved or cancelled, by the customer's yes, proofs, and rules outside of any
model's control."""
