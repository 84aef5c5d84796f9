"""What may be booked, moved or cancelled, and whose it is: the customer's yes, proofs, and the rules that no
model can talk its way around."""
