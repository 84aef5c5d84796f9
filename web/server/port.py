"""The port we listen on, or who has it."""

import socket

import psutil

# Connections the kernel keeps for us while we start or are busy.
BACKLOG = 2048


class PortTaken(Exception):
    """Another program listens where we were told to; the message names it and says what to do."""


def bind_port(host: str, port: int) -> socket.socket:
    """The port, taken early so that nobody else gets it; who connects waits until we serve. Raises
    PortTaken."""
    family, kind, _, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise PortTaken(
            f"Cannot listen on {host}, port {port}: {whose(port) or error.strerror}. "
            f"Choose another port, for example: PORT={port + 1} make run"
        ) from error
    return listener


def whose(port: int) -> str:
    """Who listens on a port, as far as this user may see it; empty when unknown."""
    try:
        connections = psutil.net_connections("tcp")
    except psutil.AccessDenied:
        return ""
    listening = (one for one in connections if one.status == psutil.CONN_LISTEN)
    pids = [one.pid for one in listening if one.pid and one.laddr[1:2] == (port,)]
    return f"process {pids[0]} ({psutil.Process(pids[0]).name()}) is using it" if pids else ""
