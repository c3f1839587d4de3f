"""The roll of members: admitted, transferred, changed in standing, ended; dated throughout."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import Range

from authz.actions import Action
from authz.decide import Decision
from authz.facts import PartyMemberFacts
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import days
from resolvers.core.errors import InvalidInput, NotFound, Refusal
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, end
from resolvers.party.holding import body_of, held_body, keeper, over, tell
from resolvers.party.model import MOST_NUMBER
from resolvers.party.tables import BRANCHES, COMMITTEES, party_member

STANDINGS = ("official", "probationary")
ACTIVITIES = ("official", "temporary")


class NotABranch(Refusal):
    """Members belong to branches; this is none."""

    code = "PARTY_BODY_NOT_A_BRANCH"
    vi = "Đảng viên sinh hoạt tại chi bộ; tổ chức này không phải là chi bộ."


class NotACommitteeAbove(Refusal):
    """A member is managed by a Party committee above his branch."""

    code = "NOT_A_COMMITTEE_ABOVE"
    vi = "Đảng viên chỉ thuộc diện quản lý của cấp ủy cấp trên của chi bộ."


class MemberElsewhere(Refusal):
    """This person belongs to a branch already on these days."""

    code = "PARTY_MEMBER_ELSEWHERE"
    vi = "Người này đã sinh hoạt tại một chi bộ trong thời gian đó."


@dataclass(frozen=True, slots=True)
class Standing:
    """How a member stands in his branch; what is left out of a change stays as it was."""

    standing: str | None = None
    exempt: bool | None = None
    suspended: bool | None = None
    outside: bool | None = None
    managed_by: UUID | None = None
    """A committee further above that manages him as a cadre."""
    managed_above: bool | None = None
    """False: the committee directly above manages him again."""

    def changed(self) -> dict[str, Any]:
        """The columns that a change names; raises InvalidInput."""
        told = {
            "standing": self.standing,
            "exempt": self.exempt,
            "suspended": self.suspended,
            "outside": self.outside,
            "managed_by_id": self.managed_by,
        }
        found: dict[str, Any] = {n: value for n, value in told.items() if value is not None}
        if self.standing is not None:
            among(self.standing, "standing", STANDINGS)
        if self.managed_above is False:
            found["managed_by_id"] = None
        return found


async def admit_party_member(
    tx: Transaction,
    request: Request,
    *,
    person: UUID,
    body: UUID,
    activity: str = "official",
    admitted_on: date,
    begins: date,
    ends: date | None = None,
    decision_no: str,
    standing: Standing | None = None,
) -> UUID:
    """Admit a person to a branch; the membership's id.

    `admitted_on` is the day of his admission to the Party. A temporary activity stands beside the
    official one. Raises NotFound, a denial (NO_PARTY_OFFICE, OWN_RECORD), NotABranch,
    NotACommitteeAbove, MemberElsewhere, InvalidInput.
    """
    among(activity, "activity", ACTIVITIES)
    place = await held_body(tx, request, body)
    above = keeper(place)
    decision = demand(request, Action.AdmitPartyMember, PartyMemberFacts(person, above, above))
    how = standing or Standing()
    await _demand_branch(tx, place, how.managed_by)
    if admitted_on > begins:
        raise InvalidInput(what="admittedOn", allowed=f"… – {begins}", field="admittedOn")
    values = {
        "person_id": person,
        "body_id": body,
        "activity": activity,
        "admitted_on": admitted_on,
        "decision_no": line(decision_no, "decisionNo", most=MOST_NUMBER),
        **{"standing": "official", **how.changed()},
    }
    id = await _add(tx, values, days(begins, ends))
    after = {**values, "begins": begins, "ends": ends}
    subject = ("party_member", id)
    await tell(tx, request, decision, Action.AdmitPartyMember, subject, after=after)
    return id


async def change_party_membership(
    tx: Transaction,
    request: Request,
    *,
    member: UUID,
    version: int,
    begins: date,
    standing: Standing,
    decision_no: str,
) -> UUID:
    """Change a member's standing from a day on; the id of the new spell of his membership.

    Raises NotFound, a denial (NO_PARTY_OFFICE, OWN_RECORD, PARTY_RECORD_ENDED), StaleVersion,
    NotACommitteeAbove, InvalidInput.
    """
    found, place, decision = await _demand(
        tx, request, Action.ChangePartyMembership, member, version
    )
    changed = standing.changed()
    if not changed:
        raise InvalidInput(what="standing", allowed="at least one change", field="standing")
    await _demand_branch(tx, place, standing.managed_by)
    number = line(decision_no, "decisionNo", most=MOST_NUMBER)
    values = {**_kept(found), **changed, "decision_no": number}
    id = await _follow(tx, found, begins, values)
    before = {name: found[name] for name in changed}
    subject = ("party_member", id)
    after = {**changed, "begins": begins, "follows": member}
    await tell(
        tx, request, decision, Action.ChangePartyMembership, subject, before=before, after=after
    )
    return id


async def transfer_party_member(
    tx: Transaction,
    request: Request,
    *,
    member: UUID,
    version: int,
    body: UUID,
    begins: date,
    decision_no: str,
) -> UUID:
    """Transfer a member to another branch from a day on; the id of his membership there.

    Who keeps only one of the two rolls ends the one, and the other's keeper admits. Raises
    NotFound, a denial (NO_PARTY_OFFICE, OWN_RECORD, PARTY_RECORD_ENDED), StaleVersion, NotABranch,
    MemberElsewhere.
    """
    target = await held_body(tx, request, body)
    found, _, decision = await _demand(
        tx, request, Action.TransferPartyMember, member, version, target=keeper(target)
    )
    await _demand_branch(tx, target, None)
    number = line(decision_no, "decisionNo", most=MOST_NUMBER)
    # Who manages him is decided anew in the new place.
    values = {**_kept(found), "body_id": body, "managed_by_id": None, "decision_no": number}
    id = await _follow(tx, found, begins, values)
    subject = ("party_member", id)
    before = {"member": member, "body_id": found["body_id"]}
    after = {"body_id": body, "begins": begins, "decision_no": number}
    await tell(
        tx, request, decision, Action.TransferPartyMember, subject, before=before, after=after
    )
    return id


async def end_party_membership(
    tx: Transaction, request: Request, *, member: UUID, version: int, ends: date, decision_no: str
) -> UUID:
    """End a membership; from `ends` on it is no more. Its id.

    Raises NotFound, a denial (NO_PARTY_OFFICE, OWN_RECORD, PARTY_RECORD_ENDED), StaleVersion.
    """
    number = line(decision_no, "decisionNo", most=MOST_NUMBER)
    _, _, decision = await _demand(tx, request, Action.EndPartyMembership, member, version)
    await end(tx, party_member, {"id": member}, ends)
    subject = ("party_member", member)
    after = {"ends": ends, "decision_no": number}
    await tell(tx, request, decision, Action.EndPartyMembership, subject, after=after)
    return member


async def _demand(
    tx: Transaction,
    request: Request,
    action: Action,
    member: UUID,
    version: int,
    target: UUID | None = None,
) -> tuple[Row, Row, Decision]:
    """A membership, held, its branch, and the rule that allows. Raises NotFound, a denial."""
    found = await hold(tx, request, party_member, member)
    place = await body_of(tx, found["body_id"])
    above = keeper(place)
    facts = PartyMemberFacts(
        found["person_id"], above, above if target is None else target, over(found, request.today)
    )
    decision = demand(request, action, facts)
    demand_version(found, version)
    return found, place, decision


async def _demand_branch(tx: Transaction, place: Row, managed_by: UUID | None) -> None:
    """Raises NotABranch, NotACommitteeAbove."""
    if place["kind"] not in BRANCHES:
        raise NotABranch(field="body")
    above = place["parent_id"]
    while managed_by is not None and above != managed_by:
        if above is None:
            raise NotACommitteeAbove(field="standing")
        above = (await body_of(tx, above))["parent_id"]
    if managed_by is not None and (await body_of(tx, managed_by))["kind"] not in COMMITTEES:
        raise NotACommitteeAbove(field="standing")


async def _follow(tx: Transaction, found: Row, begins: date, values: dict[str, Any]) -> UUID:
    """End one spell of membership and begin the next. Raises MemberElsewhere, InvalidInput."""
    lower, upper = found["during"].lower, found["during"].upper
    if begins <= lower or (upper is not None and begins >= upper):
        raise InvalidInput(what="begins", allowed=f"{lower} < …", field="begins")
    await end(tx, party_member, {"id": found["id"]}, begins)
    return await _add(tx, values, days(begins, upper))


async def _add(tx: Transaction, values: dict[str, Any], during: Range[date]) -> UUID:
    try:
        async with tx.savepoint():
            return await add(tx, party_member, during=during, **values)
    except Violated as broken:
        if broken.constraint.endswith("_fk"):
            raise NotFound(id=values["person_id"], field="person") from None
        raise MemberElsewhere(field="begins") from None


_COPIED = (
    *("person_id", "body_id", "standing", "activity", "exempt", "suspended", "outside"),
    *("managed_by_id", "admitted_on"),
)


def _kept(found: Row) -> dict[str, Any]:
    return {name: found[name] for name in _COPIED}
