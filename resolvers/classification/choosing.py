"""Who among those above the line is excellent is a person's choice, with a reason (art. 20.5)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from resolvers.classification.model import GroupChoice, reason_in
from resolvers.classification.quota import WHOLE
from resolvers.core.database import Row
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.statute.evaluation import Level, Step

Key = tuple[str, str]


class ChoiceNeeded(Refusal):
    """More are above the line than there are places in: {groups}. Choose, with a reason."""

    code = "CHOICE_NEEDED"
    vi = "Số đủ điểm vượt số chỉ tiêu ở: {groups}. Phải lựa chọn và nêu lý do."


class QuotaExceeded(Refusal):
    """{chosen} were chosen in {group}, where {places} places are."""

    code = "QUOTA_EXCEEDED"
    vi = "Đã chọn {chosen} người ở {group}, trong khi chỉ có {places} chỉ tiêu."


class NotAboveTheLine(Refusal):
    """{count} of the cases chosen in {group} are not above the line there."""

    code = "NOT_ABOVE_THE_LINE"
    vi = "Có {count} trường hợp được chọn ở {group} không đủ điều kiện xuất sắc."


class Outcome(StrEnum):
    """Who of those above the line of one group can be excellent."""

    EVERYBODY = "everybody"
    NOBODY = "nobody"
    CHOICE = "choice"


def outcome(above: int, places: int) -> Outcome:
    """What so many above the line and so many places leave to the head (art. 20.5)."""
    if above <= places:
        return Outcome.EVERYBODY
    return Outcome.CHOICE if places else Outcome.NOBODY


@dataclass(frozen=True, slots=True)
class Chosen:
    """One group's excellent people, and the reason where somebody else became good."""

    group: Row
    cases: frozenset[UUID]
    reason: str

    def step(self) -> dict[str, Any]:
        """The step that the others of the group keep."""
        cite = self.group["steps"][-1]["cite"]
        values = (str(self.group["places"]), Level.GOOD.value)
        return Step("class_quota", values, cite).to_json()


def chosen_of(
    groups: Sequence[Row], above: Iterable[Row], choices: Sequence[GroupChoice]
) -> list[Chosen]:
    """What was chosen in each group; where all above the line have a place, or none has one,
    there is nothing to choose.

    `above` are the cases above the line: id, quota_set, duty_group. Raises ChoiceNeeded,
    QuotaExceeded, NotAboveTheLine, InvalidInput, TextNotAcceptable.
    """
    candidates: defaultdict[Key, set[UUID]] = defaultdict(set)
    for case in above:
        candidates[case["quota_set"], case["duty_group"]].add(case["id"])
    told = _by_group(groups, choices)
    parts = [each for each in groups if each["duty_group"] != WHOLE]
    found, undecided = [], []
    for group in parts:
        key = (group["quota_set"], group["duty_group"])
        choice = told.get(key)
        if choice is not None:
            found.append(_chosen(group, candidates[key], choice))
            continue
        match outcome(len(candidates[key]), group["places"]):
            case Outcome.EVERYBODY:
                found.append(Chosen(group, frozenset(candidates[key]), ""))
            case Outcome.NOBODY:
                found.append(Chosen(group, frozenset(), ""))
            case Outcome.CHOICE:
                undecided.append(group["name"])
    if undecided:
        raise ChoiceNeeded(groups="; ".join(undecided), field="choices")
    _demand_whole(groups, found)
    return found


def _by_group(groups: Sequence[Row], choices: Sequence[GroupChoice]) -> Mapping[Key, GroupChoice]:
    keys = {(each["quota_set"], each["duty_group"]) for each in groups} - {
        (each["quota_set"], WHOLE) for each in groups
    }
    told = {(choice.quota_set, choice.duty_group): choice for choice in choices}
    if len(told) != len(choices) or not told.keys() <= keys:
        allowed = ", ".join(sorted(group for _, group in keys))
        raise InvalidInput(what="dutyGroup", allowed=allowed, field="choices")
    return told


def _chosen(group: Row, candidates: set[UUID], choice: GroupChoice) -> Chosen:
    cases = frozenset(choice.chosen)
    strays = len(cases - candidates)
    if strays:
        raise NotAboveTheLine(count=strays, group=group["name"], field="choices")
    if len(cases) > group["places"]:
        raise QuotaExceeded(
            chosen=len(cases), group=group["name"], places=group["places"], field="choices"
        )
    return Chosen(group, cases, reason_in(choice.reason))


def _demand_whole(groups: Sequence[Row], found: Iterable[Chosen]) -> None:
    """The places of the whole are never fewer than those of its groups; looked at all the same."""
    total: defaultdict[str, int] = defaultdict(int)
    for each in found:
        total[each.group["quota_set"]] += len(each.cases)
    for group in groups:
        if group["duty_group"] == WHOLE and total[group["quota_set"]] > group["places"]:
            raise QuotaExceeded(
                chosen=total[group["quota_set"]],
                group=group["name"],
                places=group["places"],
                field="choices",
            )
