"""A leaf in words, for people who read the trail as a story: deed, rule, refusal, what changed."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from authz.actions import DESCRIBED, Action
from authz.decide import FAIL_CLOSED, NO_RULE, rule_called
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.statute.citing import KINDS, placed

_HERE = Path(__file__).parent
Words = Mapping[str, Sequence[str]]
"""By code: Vietnamese, then English."""

DEEDS: Words = tomllib.loads((_HERE / "deeds.toml").read_text(encoding="utf-8"))
_WORDS: Mapping[str, Words] = tomllib.loads((_HERE / "words.toml").read_text(encoding="utf-8"))
_ACTIONS: Mapping[str, Action] = {action.value: action for action in Action}
_LEVELS = ("applied_level", "chosen_level", "lawful_level", "proposed_level", "self_level")
"""Fields whose values are levels."""
_ENUMERATED = ("criteria", "marks", "self_marks")
"""Fields whose value is told as a whole, piece by piece."""
_CODED = ("finding", "kind", "mode", "office", "origin", "standing", "state", "verdict")
"""Fields whose values are codes: one without words is left to the exact record."""
_MONTHS = ("period", "periods")

_BIG = re.compile(r"(?<!^)(?=[A-Z])")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})\S*")
_NUMBER = re.compile(r"-?\d+\.\d+")
_FACT = re.compile(r"\{[^}]*\}")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}")
_BASIS = re.compile(r"(?P<kind>[A-Z][a-z]+) (?P<number>\S+), (art\.|sec\.) (?P<places>.+)")
_PLACE = re.compile(r"(?P<article>\d+)(\.(?P<clause>\d+)( ?(?P<point>[a-zđ])\b)?)?")
_OWN = {"vi": "Quy tắc vận hành của chương trình", "en": "A rule of the program"}
_NONE: Words = {
    NO_RULE: ("Không có quy tắc nào cho phép", "No rule permits it"),
    FAIL_CLOSED: ("Không đủ căn cứ để cho phép", "It could not be decided, and so is refused"),
}


def deed_name(deed: str, language: str) -> str:
    """What a deed is called, by its name in the trail; the name itself where nothing is known."""
    plain = _BIG.sub("_", deed).lower()
    action = "".join(word.capitalize() for word in plain.split("_"))
    if action in _ACTIONS:
        described = DESCRIBED[_ACTIONS[action]]
        return described.vi if language == "vi" else described.en.rstrip(".")
    return _said(DEEDS, plain, language) or deed


def basis_of(rule: str, language: str) -> str | None:
    """The text that a rule comes from, or that none permits; None where no policy is called so."""
    found = rule_called(rule)
    if found is None:
        return _said(_NONE, rule, language)
    if language == "en":
        return found.basis
    sources = found.basis.split(":")[0].split("; ")
    cited = [text for text in map(_source, sources) if text is not None]
    return "; ".join(cited) or _OWN[language]


def _source(text: str) -> str | None:
    """ "Decree 335/2025, art. 10.1 and 17.3" in Vietnamese; None where it is no text of the law."""
    match = _BASIS.fullmatch(text)
    if match is None or match["kind"] not in KINDS:
        return None
    number = match["number"]
    if match["kind"] == "Decree" and number.count("/") == 1:
        number += "/NĐ-CP"
    places = match["places"].replace(" and ", " và ").replace(" to ", " đến ")
    placed = f"Mục {places}" if "sec." in text else _PLACE.sub(_placed, places)
    return f"{placed} {KINDS[match['kind']]} số {number}"


def _placed(place: re.Match[str]) -> str:
    return placed(place["article"], place["clause"], place["point"])


@cache
def _refusals() -> Mapping[str, type[Refusal]]:
    """Every refusal by its code."""
    found: dict[str, type[Refusal]] = {}
    waiting = list(Refusal.__subclasses__())
    while waiting:
        kind = waiting.pop()
        found.setdefault(kind.code, kind)
        waiting += kind.__subclasses__()
    return found


def refusal_text(code: str, language: str) -> str:
    """Why an attempt was refused, in words; a fact that the trail does not keep is "…"."""
    kind = _refusals().get(code)
    if kind is None:
        return code
    template = kind.vi if language == "vi" else str(kind.__doc__)
    return _FACT.sub("…", template.strip())


def changes(
    kind: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, language: str
) -> list[dict[str, str | None]]:
    """What a deed changed, field by field: its name, and what it was and became, in words.

    What merely says where the row stood is left out, and so are ids, hashes and versions.
    """
    was, told = dict(_flat(before or {})), list[dict[str, str | None]]()
    for field, value in _flat(after or {}):
        name = _said(_WORDS["fields"], field, language)
        if name is None:
            continue
        old = _value(kind, field, was.get(field), language)
        new = _value(kind, field, value, language)
        if old != new:
            told.append({"field": name, "was": old, "became": new})
    return told


def _flat(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Fields, also those of an object within, unless it is told as a whole."""
    for field, value in values.items():
        if isinstance(value, Mapping) and field not in _ENUMERATED:
            yield from _flat(value)
        else:
            yield field, value


def _value(kind: str, field: str, value: Any, language: str) -> str | None:
    """A value in words; None where there is none, or none that people read."""
    match value:
        case None | "":
            return None
        case bool():
            return _YES[language][value]
        case Mapping():
            pieces = (f"{key}: {_text(str(each), language)}" for key, each in value.items())
            return "; ".join(pieces) or None
        case list():
            return _listed(kind, field, value, language)
    return _plain(kind, field, str(value), language)


def _plain(kind: str, field: str, text: str, language: str) -> str | None:
    """A text: a code by its name, a day and a number as the reader writes them; no id."""
    if _UUID.fullmatch(text):
        return None
    known = "level" if field in _LEVELS else field
    for key in (f"{kind}.{known}.{text}", f"{known}.{text}"):
        if said := _said(_WORDS["values"], key, language):
            return said
    if known in _CODED:
        return None
    if field in _MONTHS and _DAY.fullmatch(text):
        return f"{text[5:7]}/{text[:4]}"
    return _text(text, language)


_YES = {"vi": ("không", "có"), "en": ("no", "yes")}


def _listed(kind: str, field: str, values: Sequence[Any], language: str) -> str | None:
    """A list of plain values piece by piece, of anything else their number."""
    if any(isinstance(each, Mapping | list) for each in values):
        return str(len(values))
    pieces = (_value(kind, field, each, language) for each in values)
    return "; ".join(piece for piece in pieces if piece is not None) or None


def _text(text: str, language: str) -> str:
    """Days and numbers as the reader writes them."""
    if _NUMBER.fullmatch(text):
        return text.replace(".", ",") if language == "vi" else text
    days = _DAY.sub(r"\3/\2/\1", _INSTANT.sub(r"\1 \2", text))
    return days.replace("…", " – ").strip()


def _said(words: Words, code: str, language: str) -> str | None:
    found = words.get(code)
    return None if found is None else found[0 if language == "vi" else 1]


def told_deeds(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """For the `deed` of each row what it is called, in the reader's language."""
    return [deed_name(deed, request.language) for (deed,) in rows]


def told_subjects(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str | None]:
    """For the `subject_kind` of each row what it is called; None for one without a name."""
    return [_said(_WORDS["subjects"], kind, request.language) for (kind,) in rows]


def told_bases(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str | None]:
    """For the `rule` of each row the text that it comes from."""
    return [basis_of(rule, request.language) for (rule,) in rows]


def told_refusals(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str | None]:
    """For the `refusal` of each row its sentence; None where nothing was refused."""
    return [None if code is None else refusal_text(code, request.language) for (code,) in rows]


def told_changes(
    request: Request, rows: Sequence[tuple[Any, ...]]
) -> list[list[dict[str, str | None]]]:
    """For kind, before and after of each row what changed, in words."""
    return [changes(kind, before, after, request.language) for kind, before, after in rows]
