"""Job positions as JSON: a list of objects, with the gaps that real descriptions have.

    [{"code", "name", "purpose",
      "tasks": [{"no", "area", "work", "criterion"}],
      "education": [{"kind", "requirement"}],
      "competences": [{"group", "name", "level"}]}]

All but code and name may be left out or empty. A requirement without a kind, and a competence
without a group, belong to those of the entry above: in the printed table the cell is merged.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from gateway.imports.file import MOST_LINES, File, NotThatFile
from gateway.imports.rejections import NotUnderstood, ValueMissing
from resolvers.core.errors import Refusal
from resolvers.core.vietnamese import tidy
from resolvers.exchange import CompetencePart, PositionRow, RequirementPart, TaskPart, shown

PARTS = {
    "tasks": ("no", "area", "work", "criterion"),
    "education": ("kind", "requirement"),
    "competences": ("group", "name", "level"),
}
MERGED = {"education": "kind", "competences": "group"}
"""The field of each part that is taken over from the entry above where it is empty."""
PLAIN = ("code", "name", "purpose")
ALLOWED = (*PLAIN, *PARTS)


def read(file: File) -> tuple[PositionRow, ...]:
    """Every position in the file; raises NotThatFile where it is no list of positions."""
    content = file.json()
    if not isinstance(content, list) or not all(isinstance(each, dict) for each in content):
        raise NotThatFile(f"{file.name}: allowed: a JSON list of objects, one for each position")
    if len(content) > MOST_LINES:
        raise NotThatFile(f"{file.name}: {len(content)} positions; allowed: {MOST_LINES}")
    for number, entry in enumerate(content):
        unknown = sorted(entry.keys() - set(ALLOWED))
        if unknown:
            raise NotThatFile(
                f"{file.name}: [{number}] has {shown(unknown[0], 40)!r};"
                f" allowed: {', '.join(ALLOWED)}"
            )
    return tuple(_position(f"[{number}]", entry) for number, entry in enumerate(content))


def _position(place: str, entry: Mapping[str, Any]) -> PositionRow:
    problems = tuple(_wrong(entry))
    parts = {name: () if problems else tuple(_parts(entry, name)) for name in PARTS}
    return PositionRow(
        place=place,
        code=_text(entry.get("code")),
        name=_text(entry.get("name")),
        purpose=_text(entry.get("purpose")),
        tasks=tuple(TaskPart(**part) for part in parts["tasks"]),
        requirements=tuple(RequirementPart(**part) for part in parts["education"]),
        competences=tuple(CompetencePart(**part) for part in parts["competences"]),
        problems=problems,
    )


def _wrong(entry: Mapping[str, Any]) -> Iterator[Refusal]:
    for name in PLAIN:
        if not isinstance(entry.get(name), str | None):
            yield _not_understood(name, entry[name], '"…"')
        elif name != "purpose" and not _text(entry.get(name)):
            yield ValueMissing(what=name, field=name)
    for name in PARTS:
        yield from _wrong_parts(name, entry.get(name))


def _wrong_parts(name: str, found: object) -> Iterator[Refusal]:
    shape = f"[{{{', '.join(PARTS[name])}}}]"
    if not isinstance(found, list | None):
        yield _not_understood(name, found, shape)
        return
    for number, part in enumerate(found or ()):
        if not isinstance(part, dict) or not part.keys() <= set(PARTS[name]):
            yield _not_understood(f"{name}[{number}]", part, shape)
        else:
            yield from _wrong_values(f"{name}[{number}]", part)


def _wrong_values(place: str, part: Mapping[str, Any]) -> Iterator[Refusal]:
    for name, value in part.items():
        # A number is text that somebody forgot to quote; a list or a yes is something else.
        if isinstance(value, bool | list | dict):
            yield _not_understood(f"{place}.{name}", value, '"…"')


def _not_understood(place: str, said: object, allowed: str) -> NotUnderstood:
    return NotUnderstood(what=place, said=shown(str(said), 60), allowed=allowed, field=place)


def _parts(entry: Mapping[str, Any], name: str) -> Iterator[dict[str, str]]:
    merged, above = MERGED.get(name), ""
    for part in entry.get(name) or ():
        values = {field: _text(part.get(field)) for field in PARTS[name]}
        if not any(values.values()):
            continue
        if merged is not None:
            above = values[merged] = values[merged] or above
        yield values


def _text(value: Any) -> str:
    """Text tidied line by line; numbers as they are written, what is absent as empty."""
    if value is None:
        return ""
    return "\n".join(line for line in map(tidy, str(value).splitlines()) if line)
