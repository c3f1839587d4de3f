"""The product's own questions are asked in the town at work: one month, at every stage of a sheet.

In the office the clerk's sheet is signed, the typist's is the head's draft, the leader has assessed
himself, the assistant has not; a delivery of the typist waits. Ids are told by names, since they
are made anew each time: `<sheet clerk>`, and `<id 1>` for what has no name.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gateway.graph import Graph
from resolvers.core.request import Request
from tests.graph.fixture_world import Counted
from tests.graphs import platform
from tests.resolvers.cast import MONTH, Cast, build
from tests.resolvers.town import Town, mandate

ASKING = ("chief", "curator", "clerk", "typist", "inspector")


@dataclass(frozen=True)
class Played:
    """The town after the first weeks of the month, and those who ask about it."""

    graph: Graph
    database: Counted
    people: Mapping[str, Request]
    names: Mapping[str, str]
    """The id behind each name."""


async def play(town: Town) -> Played:
    cast = await build(town)
    await mandate(town, "vice", "inspector", "commune")
    await _month(cast)
    people = {name: await cast.request(_played_by(name)) for name in ASKING}
    return Played(platform(), Counted(town.database), people, await _names(town, cast))


def _played_by(name: str) -> str:
    return "vice" if name == "inspector" else name


async def _month(cast: Cast) -> None:
    await cast.open("office")
    await cast.worked("clerk")
    await cast.worked("clerk", "2", product="project")
    await cast.worked("typist", product="report")
    await cast.worked("leader", "4")
    waiting = await cast.line_of(await cast.assign("typist", "3"))
    await cast.deliver("typist", waiting["id"], "3")
    await cast.finish("clerk")
    await cast.assess("typist", comment="Hoàn thành đúng hạn.")
    await cast.score("typist")
    await cast.assess("leader")


async def _names(town: Town, cast: Cast) -> dict[str, str]:
    sheets = {
        name: (await cast.sheet(name, MONTH))["id"]
        for name in ("assistant", "clerk", "leader", "typist")
    }
    kinds = {
        "agency": town.agencies,
        "unit": town.units,
        "person": town.people,
        "posting": town.postings,
        "product": cast.products,
        "sheet": sheets,
    }
    return {
        f"<{kind} {name}>": str(id) for kind, named in kinds.items() for name, id in named.items()
    }
