"""How facts are said to Cedar: each kind is an entity type, each field an attribute of it."""

from typing import Annotated, Any, ClassVar, get_args, get_origin, get_type_hints
from uuid import UUID

from authz.reach import NOBODY

PersonId = Annotated[UUID, "Person"]
UnitId = Annotated[UUID, "Unit"]
AgencyId = Annotated[UUID, "Agency"]
PartyBodyId = Annotated[UUID, "PartyBody"]

ABSENT = "none"
"""The state of a sheet, a month or a delivery that does not exist."""


OPERATOR = UUID(int=1)
"""What Cedar calls whoever runs the command line on the server: no row carries it, so nothing is
the operator's own."""


class Names:
    """What ids are called in one question: numbers, in the order in which they are met.

    A policy asks of ids only whether two are the same, so questions that differ in nothing else
    have one answer. Whom a policy names keeps his own.
    """

    __slots__ = ("_given",)

    def __init__(self) -> None:
        self._given = {str(id): str(id) for id in (NOBODY, OPERATOR)}

    def of(self, id: UUID | str) -> str:
        """The name of an id, which is the same one as a UUID and as its text."""
        return self._given.setdefault(str(id), str(len(self._given)))


class Facts:
    """The base of every kind of facts: how they are said to Cedar."""

    __slots__ = ()
    _kinds: ClassVar[tuple[tuple[str, str | None], ...]] = ()
    """Each field with the Cedar entity type that it refers to, if any."""

    def __init_subclass__(cls) -> None:
        hints = get_type_hints(cls, include_extras=True)
        cls._kinds = tuple((name, _kind(hints[name])) for name in cls.__annotations__)

    def attributes(self, names: Names) -> dict[str, object]:
        """The attributes of the Cedar entity; an absent optional value is left out."""
        said = ((name, kind, getattr(self, name)) for name, kind in self._kinds)
        return {name: _cedar(value, kind, names) for name, kind, value in said if value is not None}

    def units(self) -> frozenset[UUID]:
        """The units that these facts mention."""
        said = (getattr(self, name) for name, kind in self._kinds if kind == "Unit")
        return frozenset(value for value in said if value is not None)


def reference(kind: str, id: str) -> dict[str, str]:
    """A Cedar entity reference, in the form that its JSON accepts under a schema."""
    return {"type": kind, "id": id}


def _cedar(value: Any, kind: str | None, names: Names) -> object:
    if isinstance(value, frozenset):
        return [_cedar(each, kind, names) for each in sorted(value)]
    return reference(kind, names.of(value)) if kind else value


def _kind(hint: Any) -> str | None:
    for part in (hint, *get_args(hint)):
        if get_origin(part) is Annotated:
            return str(part.__metadata__[0])
    return None
