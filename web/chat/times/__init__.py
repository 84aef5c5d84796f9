"""Free times for a customer's page, before there is a conversation and within one. Each has a signed id: a
browser that sends it back has been offered that time."""
