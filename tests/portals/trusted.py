"""What a page's session may ask: the portals' own documents, sent by name past the screens."""

import json
from functools import cache
from typing import Any

from graphql import OperationDefinitionNode, parse

from gateway.pages import BUILT
from tests.portals.browser import Window

_SEND = """
async ([at, documentId, variables]) => {
  const session = await (await fetch("/auth/session")).json();
  const headers = {"content-type": "application/json", "x-csrf-token": session.csrfToken};
  const body = JSON.stringify({documentId, variables});
  const answer = await fetch(`${at}/graphql`, {method: "POST", headers, body});
  return [answer.status, await answer.text()];
}
"""


@cache
def _documents() -> dict[str, str]:
    """The id of each operation's document."""
    texts = json.loads((BUILT / "documents.json").read_text(encoding="utf-8"))
    return {
        part.name.value: id
        for id, text in texts.items()
        for part in parse(text, no_location=True).definitions
        if isinstance(part, OperationDefinitionNode) and part.name
    }


async def asked(mine: Window, operation: str, at: str = "", **variables: Any) -> tuple[int, Any]:
    """The status and the answer of an entrance, `at` its path, to a document of the portals."""
    told = [at, _documents()[operation], variables]
    status, body = await mine.page.evaluate(_SEND, told)
    return status, json.loads(body)
