"""False claims: "you are booked", said by a model while the records have no booking, is withheld; the
customer reads what is true instead."""
