"""What can go wrong with the embedded servers, in words for the person who started them."""


class EmbeddedError(Exception):
    """The embedded servers cannot run; the message says why and what to do."""


class DirectoryHeld(EmbeddedError):
    """Another Zimun is running on the same data directory."""
