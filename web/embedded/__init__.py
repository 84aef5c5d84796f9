"""A real PostgreSQL and a real Redis of our own, for running Zimun without installing either."""

from web.embedded.data_dir_lock import hold, is_held, open_directory, who_holds
from web.embedded.errors import DirectoryHeld, EmbeddedError
from web.embedded.servers import EmbeddedServers, embedded_servers_blocking

__all__ = [
    "DirectoryHeld",
    "EmbeddedError",
    "EmbeddedServers",
    "embedded_servers_blocking",
    "hold",
    "is_held",
    "open_directory",
    "who_holds",
]
