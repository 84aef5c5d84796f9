"""A process for tests to kill: keeps embedded servers on a directory until its standard input ends.

Arguments: the directory, a port to say; then, for root, a user to become and a directory to start once in
before.
"""

import os
import pwd
import sys
from pathlib import Path

import msgspec

from web.embedded import EmbeddedError, embedded_servers_blocking


def main() -> None:
    directory, port = Path(sys.argv[1]), int(sys.argv[2])
    if len(sys.argv) > 3:
        become(sys.argv[3], Path(sys.argv[4]))
    try:
        with embedded_servers_blocking(directory, port=port) as servers:
            facts = {
                "database_url": servers.database_url,
                "redis_url": servers.redis_url,
                "postgres": servers.postgres.pid,
                "redis": servers.redis.pid,
            }
            sys.stdout.write(msgspec.json.encode(facts).decode() + "\n")
            sys.stdout.flush()
            sys.stdin.read()
    except EmbeddedError as error:
        sys.exit(str(error))


def become(user: str, start_once: Path) -> None:
    # Whatever a start imports is imported now: this Python may lie where that user may not go.
    with embedded_servers_blocking(start_once):
        pass
    entry = pwd.getpwnam(user)
    os.setgroups([])
    os.setgid(entry.pw_gid)
    os.setuid(entry.pw_uid)


if __name__ == "__main__":
    main()
