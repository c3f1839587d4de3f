"""Gates of actions against somebody: is there a ground that the article names?

A ground lets an action be proposed; it never asks for it, and never decides.
"""

from resolvers.statute.personnel.facts import Evidence, YearClass
from resolvers.statute.personnel.gate import DECREE, Case, Check, Gate
from resolvers.statute.personnel.gates_records import BLOCKED_LEAVING, SETTLED
from resolvers.statute.personnel.gates_service import class_of, last_year, said_class
from resolvers.statute.personnel.votes import LowConfidence, low_confidence
from resolvers.statute.personnel.wording import Finding

REMOVAL_GROUNDS = {
    "degradation": "d",
    "political_standard": "đ",
    "unit_corruption": "e",
    "other_ground": "g",
}
"""Grounds on paper of article 53(1), with their points."""
LOWER_GROUNDS = {"not_meeting_requirements": "a"}
"""Grounds on paper of article 24(4), and of a termination (article 57(3))."""
SUSPENSION_GROUNDS = {
    "misconduct": "a",
    "harassment": "b",
    "avoidance": "c",
    "obstruction": "d",
    "party_discipline": "đ",
    "authority_request": "e",
    "other_ground": "g",
}
"""Grounds of article 56(1), with their points."""

REMOVING_FORMS = ("reprimand", "warning")


class _Found:
    """Grounds as they are found, each with its finding and its record."""

    def __init__(self, cite: str) -> None:
        self.cite = cite
        self.because: list[Finding] = []
        self.evidence: list[Evidence] = []

    def add(self, finding: Finding, *records: Evidence) -> None:
        self.because.append(finding)
        self.evidence += records

    def gate(self, code: str) -> Gate:
        because = tuple(self.because) or (Finding("gate_no_ground", (), self.cite),)
        cites = tuple(dict.fromkeys([finding.cite for finding in because]))
        return Gate(code, bool(self.because), because, cites, tuple(self.evidence))


def not_completed(case: Case) -> YearClass | None:
    """The class of the last year, where it is "not completed"."""
    found = class_of(case.facts, last_year(case.facts, case.day))
    return found if found is not None and found.level == "NOT_COMPLETED" else None


def _of_class(found: _Found, case: Case, cite: str) -> None:
    lowest = not_completed(case)
    if lowest is not None:
        found.add(said_class(lowest, cite), lowest.record, *lowest.rests_on)


def _on_paper(found: _Found, case: Case, grounds: dict[str, str], article: str) -> None:
    for ground in case.facts.grounds:
        if ground.code in grounds:
            cite = f"{article}({grounds[ground.code]})"
            found.add(Finding("gate_ground", (ground.code,), cite), ground.record)


def _of_own_wish(found: _Found, case: Case, cite: str) -> None:
    wish = case.wish()
    if wish is not None:
        found.add(Finding("gate_own_wish", (str(wish.day),), cite), wish.record)


def ground_for_removal(case: Case) -> Gate:
    """A ground of article 53(1): discipline, low confidence, the lowest class, or a paper."""
    article = f"{DECREE}53(1)"
    found = _Found(article)
    for entry in case.facts.discipline:
        lasts = entry.since <= case.day and (entry.until is None or case.day <= entry.until)
        if lasts and entry.form in REMOVING_FORMS:
            finding = Finding("gate_ground", (entry.form,), f"{article}(a)")
            found.add(finding, entry.record)
    vote = case.facts.confidence
    if vote is not None:
        ground = low_confidence(vote.low, vote.ballots, case.law)
        if ground is LowConfidence.REMOVAL:
            values = (str(vote.low), str(vote.ballots), f"{vote.low}/{vote.ballots}")
            found.add(Finding("gate_low_confidence", values, f"{article}(b)"), vote.record)
    _of_class(found, case, f"{article}(c)")
    _on_paper(found, case, REMOVAL_GROUNDS, article)
    return found.gate("ground_for_removal")


def ground_for_a_lower_post(case: Case) -> Gate:
    """The requirements are not met, or the person asks for it himself (article 24(4))."""
    article = f"{DECREE}24(4)"
    found = _Found(article)
    _of_class(found, case, f"{article}(a)")
    _on_paper(found, case, LOWER_GROUNDS, article)
    _of_own_wish(found, case, f"{article}(b)")
    return found.gate("ground_for_a_lower_post")


def ground_for_termination(case: Case) -> Gate:
    """Not completed, requirements not met, or the person's own wish (article 57(2), 57(3))."""
    found = _Found(f"{DECREE}57(3)")
    _of_class(found, case, f"{DECREE}57(3)")
    for ground in case.facts.grounds:
        if ground.code in LOWER_GROUNDS:
            found.add(Finding("gate_ground", (ground.code,), f"{DECREE}57(3)"), ground.record)
    _of_own_wish(found, case, f"{DECREE}57(2)(a)")
    return found.gate("ground_for_termination")


def ground_for_suspension(case: Case) -> Gate:
    """A ground of article 56(1), on paper."""
    article = f"{DECREE}56(1)"
    found = _Found(article)
    _on_paper(found, case, SUSPENSION_GROUNDS, article)
    return found.gate("ground_for_suspension")


def only_by_own_wish(check: Check) -> Check:
    """A condition of leaving by one's own wish; it does not protect from being let go."""

    def checked(case: Case) -> Gate | None:
        return check(case) if case.wish() is not None else None

    return checked


LEAVING_BY_WISH = (only_by_own_wish(BLOCKED_LEAVING), only_by_own_wish(SETTLED))
