"""Trusted documents: what the portals may ask, written down when they were built."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from gateway.failure import Failure
from gateway.graph.errors import UnknownDocument


class BadManifest(Failure):
    """The list of trusted documents cannot be used."""


class TrustedDocuments:
    """Documents by their id, the SHA-256 of their text in hexadecimal."""

    def __init__(self, documents: Mapping[str, str]) -> None:
        self._documents = dict(documents)
        self._texts = frozenset(self._documents.values())

    @classmethod
    def load(cls, manifest: Path) -> "TrustedDocuments":
        """Read `{id: document}`; raises BadManifest unless each id is the document's hash."""
        try:
            documents = json.loads(manifest.read_text(encoding="utf-8"))
        except (OSError, ValueError) as problem:
            raise BadManifest(f"{manifest}: {problem}") from None
        if not isinstance(documents, dict):
            raise BadManifest(f"{manifest}: expected an object of documents by id")
        for name, text in documents.items():
            if not isinstance(text, str) or hashed(text) != name.removeprefix("sha256:"):
                raise BadManifest(f"{manifest}: {name[:80]} is not the SHA-256 of its document")
        return cls(documents)

    def text(self, document_id: str) -> str:
        """The document; raises UnknownDocument."""
        found = self._documents.get(document_id) or self._documents.get(f"sha256:{document_id}")
        if found is None:
            raise UnknownDocument("No document is known by this id.")
        return found

    def __contains__(self, text: str) -> bool:
        return text in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents.values())

    def __len__(self) -> int:
        return len(self._documents)


def hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
