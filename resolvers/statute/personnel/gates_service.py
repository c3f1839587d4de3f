"""Gates from service: classes of years, time in office, age, terms, length of the action."""

from datetime import date, timedelta

from resolvers.statute.months import months_after
from resolvers.statute.personnel.facts import Evidence, GateFacts, YearClass
from resolvers.statute.personnel.gate import DECREE, Case, Check, Gate, unknown
from resolvers.statute.personnel.parameters import (
    DOSSIER,
    EXPERIENCE,
    PERIODIC_CHANGE,
    RETIREMENT,
    ROTATION_MONTHS,
    ROTATION_YEARS,
    SECONDMENT_YEARS,
    SPECIAL_AGE,
)
from resolvers.statute.personnel.terms import (
    continuation,
    term_end,
    whole_months,
)
from resolvers.statute.personnel.wording import Finding

AT_LEAST_GOOD = ("EXCELLENT", "GOOD")
LEADERS = ("head", "deputy")


def last_year(facts: GateFacts, day: date) -> int:
    """The last year of which a class is to be expected: this one once it is known."""
    known = any(entry.year == day.year for entry in facts.classes)
    return day.year if known else day.year - 1


def class_of(facts: GateFacts, year: int) -> YearClass | None:
    """The class of a year, as known."""
    return next((entry for entry in facts.classes if entry.year == year), None)


def _years(
    case: Case, code: str, years: range, cites: tuple[str, ...], bad: frozenset[str]
) -> Gate:
    """Every one of these years has a class, and none a bad one."""
    because, evidence, missing, wrong = [], list[Evidence](), False, False
    for year in years:
        found = class_of(case.facts, year)
        if found is None:
            because.append(Finding("gate_class_missing", (str(year),), cites[0]))
            missing = True
            continue
        because.append(said_class(found, cites[0]))
        evidence += [found.record, *found.rests_on]
        wrong = wrong or found.level in bad
    return Gate(
        code,
        not missing and not wrong,
        tuple(because),
        cites,
        tuple(evidence),
        missing=missing and not wrong,
    )


def said_class(found: YearClass, cite: str) -> Finding:
    """A year's class, as a finding."""
    return Finding("gate_class", (str(found.year), f"class_{found.level.lower()}"), cite)


def three_years_known(case: Case) -> Gate:
    """The evaluations of the last three years are known (article 35(5))."""
    last, years = last_year(case.facts, case.day), int(case.law(DOSSIER)["years"])
    cites = (case.law.cite(DOSSIER), case.law.cite(EXPERIENCE))
    return _years(
        case, "three_years_evaluated", range(last - years + 1, last + 1), cites, frozenset()
    )


def good_in_the_preceding_year(case: Case) -> Gate:
    """At least good in the year before that of the change (article 23(2)(b))."""
    year, cites = case.start.year - 1, (f"{DECREE}23(2)(b)",)
    below = frozenset({"COMPLETED", "NOT_COMPLETED", "NOT_RATED"})
    return _years(case, "good_in_the_preceding_year", range(year, year + 1), cites, below)


def completed_in_the_term(case: Case) -> Gate:
    """No year of the term was "not completed" (article 37(1)); each is known."""
    cite = f"{DECREE}37(1)"
    start = case.facts.term_start
    if start is None:
        return unknown("completed_in_the_term", "gate_term_unknown", cite)
    years = range(start.year, last_year(case.facts, case.day) + 1)
    return _years(case, "completed_in_the_term", years, (cite,), frozenset({"NOT_COMPLETED"}))


def a_year_in_office(case: Case) -> Gate | None:
    """Twelve months in the present or an equivalent office, before a higher one."""
    if not case.facts.to_higher:
        return None
    needed = int(case.law(EXPERIENCE)["months"])
    cites = (case.law.cite(EXPERIENCE), f"{DECREE}29(3)")
    since = case.facts.office_since or case.facts.post_since
    if since is None:
        return unknown("twelve_months_in_office", "gate_experience_unknown", cites[0], str(needed))
    months = whole_months(since, case.start)
    finding = Finding("gate_experience", (str(months), str(since), str(needed)), cites[0])
    evidence = () if case.facts.post is None else (case.facts.post,)
    return Gate("twelve_months_in_office", months >= needed, (finding,), cites, evidence)


def old_enough_for_a_term(case: Case) -> Gate:
    """Service lasts for the whole term; with 48 months left only in a special case (29(5))."""
    code, cite = "a_whole_term_before_retirement", f"{DECREE}29(5)(a)"
    if not case.facts.to_higher:
        equal = f"{DECREE}29(5)(b)"
        return Gate(code, True, (Finding("gate_retirement_not_counted", (), equal),), (equal,))
    retires = case.facts.retires_on
    if retires is None:
        return unknown(code, "gate_retirement_unknown", cite)
    needed = term_end(case.start, case.law)
    if retires > needed:
        finding = Finding("gate_retirement", (str(retires), str(needed)), cite)
        return Gate(code, True, (finding,), (cite,), _retirement(case))
    least = months_after(case.start, int(case.law(SPECIAL_AGE)["special_months"]))
    if retires < least:
        finding = Finding("gate_retirement", (str(retires), str(needed)), cite)
        return Gate(code, False, (finding,), (cite,), _retirement(case))
    special = case.law.cite(SPECIAL_AGE)
    values = (str(retires), str(needed), str(least))
    finding = Finding("gate_retirement_special", values, special)
    return Gate(code, False, (finding,), (cite, special), _retirement(case), special_case=True)


def ten_years_left(case: Case) -> Gate:
    """Ten years of service are left from the rotation on (article 43(4))."""
    code, cite = "ten_years_left", case.law.cite(ROTATION_YEARS)
    retires = case.facts.retires_on
    if retires is None:
        return unknown(code, "gate_retirement_unknown", cite)
    needed = months_after(case.start, int(case.law(ROTATION_YEARS)["years"]) * 12)
    finding = Finding("gate_retirement", (str(retires), str(needed)), cite)
    return Gate(code, retires >= needed, (finding,), (cite,), _retirement(case), special_case=True)


def right_continuation(case: Case) -> Gate:
    """Reappointment with two years or more to retirement, extension with less (article 36(2))."""
    code, cite = "right_kind_of_continuation", case.law.cite(RETIREMENT)
    ends, retires = case.facts.term_until, case.facts.retires_on
    if ends is None:
        return unknown(code, "gate_term_unknown", cite)
    if retires is None:
        return unknown(code, "gate_retirement_unknown", cite)
    right = continuation(ends, retires, case.law)
    years = str(case.law(RETIREMENT)["extension"])
    finding = Finding("gate_continuation", (str(retires), str(ends), years, right), cite)
    evidence = _retirement(case) + (() if case.facts.term is None else (case.facts.term,))
    return Gate(code, right is case.kind, (finding,), (cite,), evidence)


def _retirement(case: Case) -> tuple[Evidence, ...]:
    return () if case.facts.retirement is None else (case.facts.retirement,)


def office(code: str, offices: tuple[str, ...], cite: str) -> Check:
    """The person holds one of these offices."""

    def check(case: Case) -> Gate:
        finding = Finding("gate_leader", (case.facts.office,), cite)
        evidence = () if case.facts.post is None else (case.facts.post,)
        return Gate(code, case.facts.office in offices, (finding,), (cite,), evidence)

    return check


def secondment_length(case: Case) -> Gate:
    """Three years at most (article 26(2))."""
    cite, code = case.law.cite(SECONDMENT_YEARS), "within_three_years"
    starts, ends = case.facts.starts_on, case.facts.ends_on
    if starts is None or ends is None:
        return unknown(code, "gate_length_unknown", cite)
    years = int(case.law(SECONDMENT_YEARS)["years"])
    limit = months_after(starts, years * 12) - timedelta(days=1)
    finding = Finding("gate_length", (str(starts), str(ends), str(limit)), cite)
    return Gate(code, starts <= ends <= limit, (finding,), (cite,))


def rotation_length(case: Case) -> Gate:
    """Thirty-six months at least, except in a special case (article 48)."""
    cite, code = case.law.cite(ROTATION_MONTHS), "at_least_thirty_six_months"
    starts, ends = case.facts.starts_on, case.facts.ends_on
    if starts is None or ends is None:
        return unknown(code, "gate_length_unknown", cite)
    least = months_after(starts, int(case.law(ROTATION_MONTHS)["months"])) - timedelta(days=1)
    finding = Finding("gate_length", (str(starts), str(ends), str(least)), cite)
    return Gate(code, ends >= least, (finding,), (cite,), special_case=True)


def years_in_post(case: Case) -> Gate:
    """The post has been held for the least years of a periodic change."""
    cite, code = case.law.cite(PERIODIC_CHANGE), "two_years_in_the_post"
    since = case.facts.post_since
    if since is None:
        return unknown(code, "gate_post_unknown", cite)
    due = months_after(since, int(case.law(PERIODIC_CHANGE)["least"]) * 12)
    finding = Finding("gate_post_years", (str(since), str(due)), cite)
    evidence = () if case.facts.post is None else (case.facts.post,)
    return Gate(code, case.start >= due, (finding,), (cite,), evidence)


LEADER_REAPPOINTED = office("holds_a_leadership_office", LEADERS, f"{DECREE}36(1)")
LEADER_ROTATED = office("holds_a_leadership_office", LEADERS, f"{DECREE}42(1)")
LEADER_RESIGNS = office("holds_a_leadership_office", LEADERS, f"{DECREE}52(1)")
LEADER_REMOVED = office("holds_a_leadership_office", LEADERS, f"{DECREE}53(1)")
NO_LEADER = office("holds_no_leadership_office", ("member",), "Law 36/2018/QH14, art. 24")

CONTINUED: tuple[Check, ...] = (LEADER_REAPPOINTED, right_continuation, completed_in_the_term)
"""What reappointment and extension have in common."""
