"""Proving the schema in a process of its own: as strict, and nothing of it stays."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from gateway.graph.apart import went_well_apart

START = """
import hashlib, sys
import strawberry
from gateway.graph import Graph, TrustedDocuments
from tests.graph.fixture_schema import schema

@strawberry.type
class Query:
    undeclared: int

text = sys.argv[2]
trusted = TrustedDocuments({hashlib.sha256(text.encode()).hexdigest(): text})
contract = schema if sys.argv[1] == "whole" else strawberry.Schema(Query)
graph = Graph(contract, trusted=trusted, apart=True)
print(len(graph._kept), len(graph._plans))
"""
ME = "query Me { me { id } }"


def started(contract: str, text: str) -> subprocess.CompletedProcess[str]:
    """A fresh process, since a fork is made only where no thread stands in its way."""
    return subprocess.run(
        [sys.executable, "-c", START, contract, text],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
        timeout=60,
    )


class TestAtTheStart:
    def test_what_was_compiled_for_proof_does_not_stay(self) -> None:
        done = started("whole", ME)
        assert (done.returncode, done.stdout) == (0, "0 0\n"), done.stderr

    def test_a_schema_that_says_what_cannot_be_compiled_stops_it(self) -> None:
        done = started("broken", "{ __typename }")
        assert done.returncode == 1
        assert "SchemaMistake" in done.stderr.splitlines()[-1]

    def test_a_trusted_document_that_cannot_be_answered_stops_it(self) -> None:
        done = started("whole", "{ nobody }")
        assert done.returncode == 1
        assert "ValidationFailed: Cannot query field 'nobody'" in done.stderr.splitlines()[-1]


class TestBesideOtherThreads:
    def test_nothing_is_forked_and_the_asker_does_it(self) -> None:
        over = threading.Event()
        beside = threading.Thread(target=over.wait)
        beside.start()
        try:
            assert not went_well_apart(lambda: pytest.fail("this was to be done by the asker"))
        finally:
            over.set()
            beside.join()
