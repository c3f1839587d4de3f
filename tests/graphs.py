"""The platform's graph, which takes seconds to compile and serves every test of a process."""

from functools import cache

from gateway.app import graph_of
from gateway.graph import Graph
from gateway.settings import Settings


@cache
def platform() -> Graph:
    """As the program has it, within the limits of its settings."""
    return graph_of(Settings())
