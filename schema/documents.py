"""A paper as every deed takes it."""

from datetime import date

import strawberry

from resolvers.core.documents import Document
from schema.mapping import becomes


@becomes(Document)
@strawberry.input(description="A paper, kept where the agency keeps its papers.")
class PaperInput:
    number: str
    day: date
    sha256: str | None = strawberry.field(
        default=None, description="SHA-256 of its file, 64 hexadecimal digits in lower case."
    )
    url: str | None = strawberry.field(default=None, description="A link to it, over https.")
