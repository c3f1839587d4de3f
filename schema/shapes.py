"""The few GraphQL shapes that every slice shares: nodes, pages and refusals."""

from typing import Generic, TypeVar

import strawberry

T = TypeVar("T")
MAY_DO = "What you may do with it now, by the policies that guard the deeds."
"""What every `allowedActions` says of itself."""


@strawberry.interface(description="Anything that can be found again by its id.")
class Node:
    id: strawberry.ID


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.type(description="One row of a page, and the place to go on from.")
class Edge(Generic[T]):
    cursor: str
    node: T


@strawberry.type(description="A page of a list, as in the Relay cursor connections specification.")
class Connection(Generic[T]):
    edges: list[Edge[T]]
    nodes: list[T]
    page_info: PageInfo
    total_count: int = strawberry.field(
        description="How many rows there are in all that you may see; counted only when asked for."
    )


@strawberry.type(description="An anticipated refusal: `code` is stable, `message` is for people.")
class Refused:
    code: str
    message: str
    field: str | None
    existing: strawberry.ID | None = strawberry.field(
        description="What is there already, where that is the reason, as with SHEET_EXISTS."
    )
    current_version: int | None = strawberry.field(
        description="With STALE_VERSION: the version that somebody saved before you."
    )
