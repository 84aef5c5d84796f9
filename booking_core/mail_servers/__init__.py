"""The mail server of an organization's own: where it is, as whom it writes, and its sealed password."""
