"""The load: a few connections, each sending its next request when the last is answered whole.

One thread over epoll with raw sockets, since on two cores every microsecond of the client is taken
from the server; what it took is told beside each result.
"""

import gc
import select
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

READ = 256 * 1024
PATIENCE = 30.0
_LENGTH = b"content-length: "


class WrongAnswer(Exception):
    """The server answered something else than it should; a rate of errors is no rate."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What a load of some seconds came to; latencies in seconds, in rising order."""

    seconds: float
    latencies: list[float]
    client_share: float = 0.0
    """The part of one core that the client took."""

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds

    def quantile(self, part: float) -> float:
        """Milliseconds."""
        return self.latencies[min(int(len(self.latencies) * part), len(self.latencies) - 1)] * 1000


@dataclass(slots=True)
class _Connection:
    """One connection and the answer that it is in the middle of."""

    link: socket.socket
    sent_at: float = 0.0
    received: list[bytes] = field(default_factory=list)
    missing: int = 0
    """Bytes still to come; 0 before the head of an answer is known."""

    def take(self) -> bytes | None:
        """Read what is there; the whole answer once it is complete."""
        piece = self.link.recv(READ)
        if not piece:
            raise WrongAnswer("the server closed the connection")
        if not self.received:
            self.missing = _length(piece)
        self.received.append(piece)
        self.missing -= len(piece)
        if self.missing:
            return None
        whole = piece if len(self.received) == 1 else b"".join(self.received)
        self.received.clear()
        return whole


def _length(piece: bytes) -> int:
    """The bytes of an answer, head and body; a head never comes in two pieces from this server."""
    end = piece.find(b"\r\n\r\n") + 4
    start = piece.find(_LENGTH, 0, end)
    if end < 4 or start < 0:
        raise WrongAnswer(repr(piece[:300]))
    start += len(_LENGTH)
    return end + int(piece[start : piece.index(b"\r", start)])


def load(
    port: int, requests: Iterator[bytes], connections: int, seconds: float, *, most: int = 0
) -> Rate:
    """Send `requests` over so many connections for so long, or until `most` are answered.

    Raises WrongAnswer at the first answer that is not data, or tells of a refusal.
    """
    links = [socket.create_connection(("127.0.0.1", port)) for _ in range(connections)]
    poll = select.epoll()
    open_ones = {}
    for link in links:
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        poll.register(link, select.EPOLLIN)
        open_ones[link.fileno()] = _Connection(link)
    gc.collect()
    gc.disable()
    try:
        return _run(poll, open_ones, requests, seconds, most)
    finally:
        gc.enable()
        poll.close()
        for link in links:
            link.close()


def _run(
    poll: select.epoll,
    connections: dict[int, _Connection],
    requests: Iterator[bytes],
    seconds: float,
    most: int,
) -> Rate:
    clock = time.perf_counter
    latencies: list[float] = []
    spent, began = time.process_time(), clock()
    for connection in connections.values():
        connection.sent_at = clock()
        connection.link.sendall(next(requests))
    until, ended, open_ones = began + seconds, 0.0, len(connections)
    while open_ones:
        for number in _ready(poll):
            connection = connections[number]
            answer = connection.take()
            if answer is None:
                continue
            now = clock()
            _demand_data(answer)
            if ended:  # what was under way is still taken in, and counted no more
                open_ones -= 1
                continue
            latencies.append(now - connection.sent_at)
            if now >= until or len(latencies) == most:
                ended, share = now, (time.process_time() - spent) / (now - began)
                open_ones -= 1
                continue
            connection.sent_at = now
            connection.link.sendall(next(requests))
    return Rate(ended - began, sorted(latencies), share)


def _ready(poll: select.epoll) -> list[int]:
    ready = poll.poll(PATIENCE)
    if not ready:
        raise WrongAnswer(f"no answer within {PATIENCE} s")
    return [number for number, _ in ready]


def _demand_data(answer: bytes) -> None:
    if b'\r\n\r\n{"data":' not in answer or b'"Refused"' in answer or b":null}}" in answer[-16:]:
        raise WrongAnswer(answer[-600:].decode(errors="replace"))


def once(port: int, request: bytes) -> bytes:
    """The body of one answer."""
    with socket.create_connection(("127.0.0.1", port)) as link:
        link.sendall(request)
        connection = _Connection(link)
        while (answer := connection.take()) is None:
            pass
        _demand_data(answer)
        return answer.partition(b"\r\n\r\n")[2]
