"""What a client sends: one operation, by its text or by its id, and its variables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from json import JSONDecoder
from typing import Any, Self

from gateway.graph.errors import BadUserInput, RequestError


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


_JSON = JSONDecoder(parse_float=Decimal, parse_constant=_no_constant)


@dataclass(frozen=True, slots=True)
class Ask:
    """One request of GraphQL over HTTP, read but not yet checked."""

    document: str | None = None
    document_id: str | None = None
    """Of a trusted document; then `document` is left out."""
    variables: Mapping[str, Any] = field(default_factory=dict)
    operation_name: str | None = None

    @classmethod
    def parse(cls, body: bytes | str) -> Self:
        """From the JSON body of a POST; numbers keep every digit. Raises RequestError."""
        try:
            sent = _JSON.decode(body.decode() if isinstance(body, bytes) else body)
        except (ValueError, RecursionError):
            raise RequestError("The body is not JSON.") from None
        if not isinstance(sent, dict):
            raise RequestError("The body is not a JSON object.")
        return cls.of(sent)

    @classmethod
    def of_query(cls, parameters: Mapping[str, str]) -> Self:
        """From the parameters of a GET, where `variables` is JSON. Raises RequestError."""
        sent: dict[str, Any] = dict(parameters)
        if "variables" in sent:
            try:
                sent["variables"] = _JSON.decode(sent["variables"])
            except (ValueError, RecursionError):
                raise BadUserInput("variables is not JSON.") from None
        return cls.of(sent)

    @classmethod
    def of(cls, sent: Mapping[str, Any]) -> Self:
        """From the parameters `query` or `documentId`, `variables`, `operationName`."""
        document, document_id = _text(sent, "query"), _text(sent, "documentId")
        if (document is None) == (document_id is None):
            raise RequestError("Send either query or documentId.")
        variables = sent.get("variables")
        if variables is None:
            variables = {}
        if not isinstance(variables, dict):
            raise BadUserInput("variables is not an object.")
        return cls(document, document_id, variables, _text(sent, "operationName"))


def _text(sent: Mapping[str, Any], name: str) -> str | None:
    found = sent.get(name)
    if found is not None and not isinstance(found, str):
        raise RequestError(f"{name} is not a string.")
    return found
