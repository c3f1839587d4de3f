"""What each review of a closed set comes to: by law, by choices with a reason, by the share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from resolvers.core.arguments import among, line
from resolvers.core.database import Row
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.party.review_tables import CATEGORIES, PARTY_LEVELS
from resolvers.statute.evaluation import Step
from resolvers.statute.evaluation.classes import Places

MOST_REASON = 2000


class PartyChoiceNeeded(Refusal):
    """More are excellent by law than there are places in: {groups}. Choose, with a reason."""

    code = "PARTY_CHOICE_NEEDED"
    vi = "Số đủ điều kiện xuất sắc vượt tỷ lệ ở nhóm: {groups}. Phải lựa chọn và nêu lý do."


class PartyQuotaExceeded(Refusal):
    """{chosen} were chosen in {group}, where {places} places are."""

    code = "PARTY_QUOTA_EXCEEDED"
    vi = "Đã chọn {chosen} trường hợp ở nhóm {group}, trong khi tỷ lệ chỉ cho phép {places}."


class PartyNotAboveTheLine(Refusal):
    """{count} of the reviews chosen in {group} are not excellent by law."""

    code = "PARTY_NOT_ABOVE_THE_LINE"
    vi = "Có {count} trường hợp được chọn ở nhóm {group} không đủ điều kiện xuất sắc."


class PartyLevelNeeded(Refusal):
    """The law leaves the level of {count} reviews open; choose it for each, with a reason."""

    code = "PARTY_LEVEL_NEEDED"
    vi = "Có {count} trường hợp quy định chưa xác định được mức; phải quyết định và nêu lý do."


class PartyLevelAboveTheLaw(Refusal):
    """The law gives this review {lawful} at most."""

    code = "PARTY_CLASS_ABOVE_THE_LAW"
    vi = "Theo điểm và điều kiện, mức xếp loại cao nhất của trường hợp này là {lawful}."


@dataclass(frozen=True, slots=True)
class PartyGroupChoice:
    """Who is excellent among similar subjects, where more could be than there are places."""

    category: str
    chosen: Sequence[UUID]
    """The reviews; every other one that could be becomes good."""
    reason: str


@dataclass(frozen=True, slots=True)
class PartyLevelChoice:
    """The level of one review, where the law leaves it open or the committee goes lower."""

    review: UUID
    level: str
    reason: str


@dataclass(slots=True)
class Settled:
    """What the decision makes of one review."""

    review: Row
    level: str
    reason: str | None = None
    steps: list[Step] = field(default_factory=list)


def levelled(reviews: Sequence[Row], choices: Sequence[PartyLevelChoice]) -> list[Settled]:
    """Every review with its level before the share: the lawful one, or the one chosen with a
    reason.

    Raises PartyLevelNeeded, PartyLevelAboveTheLaw, InvalidInput, TextNotAcceptable.
    """
    told = {choice.review: choice for choice in choices}
    if len(told) != len(choices) or not told.keys() <= {row["id"] for row in reviews}:
        raise InvalidInput(what="levels", allowed="reviews of the set, each once", field="levels")
    missing = [row for row in reviews if row["lawful_level"] is None and row["id"] not in told]
    if missing:
        raise PartyLevelNeeded(count=len(missing), field="levels")
    return [_levelled(row, told.get(row["id"])) for row in reviews]


def _levelled(review: Row, choice: PartyLevelChoice | None) -> Settled:
    if choice is None:
        return Settled(review, review["lawful_level"])
    level = among(choice.level, "level", PARTY_LEVELS)
    demand_lawful(review, level)
    reason = line(choice.reason, "reason", most=MOST_REASON)
    step = Step("party_decided", (level,), "Regulation 366-QĐ/TW, art. 13")
    return Settled(review, level, reason, [step])


def demand_lawful(review: Row, level: str) -> None:
    """Not better than the law gives; where it leaves the case open, neither excellent nor better
    than the points. Raises PartyLevelAboveTheLaw."""
    best = review["lawful_level"]
    if best is None:
        best = max("GOOD", review["computed_level"] or "NOT_COMPLETED", key=PARTY_LEVELS.index)
    if PARTY_LEVELS.index(level) < PARTY_LEVELS.index(best):
        raise PartyLevelAboveTheLaw(lawful=best, field="level")


@dataclass(frozen=True, slots=True)
class Group:
    """One group of similar subjects, with its places and who got them."""

    category: str
    rated: int
    places: Places
    chosen: frozenset[UUID]
    reason: str

    def columns(self) -> dict[str, Any]:
        """As a row keeps it."""
        return {
            "category": self.category,
            "rated": self.rated,
            "above_line": self.places.candidates,
            "good": self.places.good,
            "share": self.places.share,
            "places": self.places.limit,
            "chosen": len(self.chosen),
            "reason": self.reason,
            "steps": [step.to_json() for step in self.places.steps],
            "cites": list(self.places.cites),
        }


def by_category(settled: Iterable[Settled]) -> dict[str, list[Settled]]:
    """The groups of similar subjects that a set has."""
    groups: dict[str, list[Settled]] = {}
    for category in CATEGORIES:
        members = [each for each in settled if each.review["category"] == category]
        if members:
            groups[category] = members
    return groups


def grouped(
    groups: Mapping[str, Sequence[Settled]],
    places: Mapping[str, Places],
    choices: Sequence[PartyGroupChoice],
) -> list[Group]:
    """Who is excellent in each group; the others that could be become good, and say why.

    Where everybody has a place, or nobody, there is nothing to choose. Raises PartyChoiceNeeded,
    PartyQuotaExceeded, PartyNotAboveTheLine, InvalidInput, TextNotAcceptable.
    """
    told = {choice.category: choice for choice in choices}
    if len(told) != len(choices) or not told.keys() <= groups.keys():
        allowed = ", ".join(groups)
        raise InvalidInput(what="category", allowed=allowed, field="choices")
    undecided = [
        category
        for category, found in places.items()
        if category not in told and 0 < found.limit < found.candidates
    ]
    if undecided:
        raise PartyChoiceNeeded(groups=", ".join(undecided), field="choices")
    return [_group(name, groups[name], places[name], told.get(name)) for name in groups]


def _group(
    category: str, members: Sequence[Settled], places: Places, choice: PartyGroupChoice | None
) -> Group:
    above = {each.review["id"]: each for each in members if each.level == "EXCELLENT"}
    chosen, reason = frozenset(above) if places.surplus == 0 else frozenset[UUID](), ""
    if choice is not None:
        chosen = frozenset(choice.chosen)
        reason = line(choice.reason, "reason", most=MOST_REASON)
        strays = len(chosen - above.keys())
        if strays:
            raise PartyNotAboveTheLine(count=strays, group=category, field="choices")
        if len(chosen) > places.limit:
            raise PartyQuotaExceeded(
                chosen=len(chosen), group=category, places=places.limit, field="choices"
            )
    for id, each in above.items():
        if id not in chosen:
            values = (str(places.limit), "GOOD")
            each.level, each.reason = "GOOD", reason or each.reason
            each.steps.append(Step("class_quota", values, places.cites[0]))
    return Group(category, len(members), places, chosen, reason)
