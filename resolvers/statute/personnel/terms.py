"""Days of terms, suspensions and reports, and the allowance of somebody who leaves."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from resolvers.statute.bounds import is_number, refused
from resolvers.statute.calendar import Deadline, add_working_days
from resolvers.statute.dated import Dated, Law
from resolvers.statute.exact import exact_text, rounded
from resolvers.statute.load import Numbers
from resolvers.statute.months import months_after
from resolvers.statute.personnel.parameters import (
    CHILD_TRANSFER,
    EXTENSION_NOTICE,
    LEAVING_ALLOWANCE,
    LEAVING_ODD_MONTHS,
    REAPPOINTMENT_DECISION,
    REAPPOINTMENT_NOTICE,
    RETIREMENT,
    SUSPENSION_DAYS,
    TERMINATION_DAYS,
    TERMS,
)
from resolvers.statute.personnel.procedure import ActionKind
from resolvers.statute.personnel.wording import Finding

LEAST_SALARY, MOST_SALARY = 1, 10**12
"""Less and more than any salary in đồng; keeps what comes from outside in bounds."""
MOST_YEARS = 80


def whole_months(since: date, until: date) -> int:
    """How many whole months lie between two days; below nothing where `until` is earlier."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return months - (months_after(since, months) > until)


class ReappointmentDates(NamedTuple):
    """By when a term's continuation is announced, and by when it is decided."""

    notice: Deadline
    decision: Deadline


def _days_before(dated: Dated[Numbers], end: date, law: Law) -> Deadline:
    ((key, days),) = law(dated).items()
    if key == "working_days":
        return Deadline(add_working_days(end, -int(days)), law.cite(dated))
    return Deadline(end - timedelta(days=int(days)), law.cite(dated))


def reappointment_notice(term_end: date, law: Law) -> Deadline:
    """By when it is announced that the continuation of a term is looked at (article 39(1))."""
    return _days_before(REAPPOINTMENT_NOTICE, term_end, law)


def reappointment_dates(term_end: date, law: Law, *, extension: bool = False) -> ReappointmentDates:
    """The days for continuing the term whose last day is `term_end` (articles 36(3), 39(1), 40(1)).

    Raises HolidaysUnknown where the year has no calendar.
    """
    notice = EXTENSION_NOTICE if extension else REAPPOINTMENT_NOTICE
    return ReappointmentDates(
        _days_before(notice, term_end, law), _days_before(REAPPOINTMENT_DECISION, term_end, law)
    )


def continuation(term_end: date, retires_on: date, law: Law) -> ActionKind:
    """Whether a term that ends is continued by a reappointment or only by an extension (36(2))."""
    months = int(law(RETIREMENT)["extension"]) * 12
    short = months_after(term_end, months) > retires_on
    return ActionKind.EXTENSION if short else ActionKind.REAPPOINTMENT


def term_end(start: date, law: Law, *, retires_on: date | None = None, again: bool = False) -> date:
    """The last day of a term that begins on `start`: of five years, or until retirement.

    Only a term that continues an earlier one (`again`) ends with retirement (articles 28(1),
    36(2)); the first asks for enough years left, which a gate sees to.
    """
    end = months_after(start, int(law(TERMS)["years"]) * 12) - timedelta(days=1)
    if again and retires_on is not None:
        years = int(law(RETIREMENT)["until_retirement"])
        if months_after(start, years * 12) > retires_on:
            return retires_on
    return end


def suspension_ends(start: date, law: Law, *, extended: bool = False) -> Deadline:
    """The last day of a suspension from `start` on, which itself is not counted (article 56(3)).

    Working days; raises HolidaysUnknown.
    """
    days = law(SUSPENSION_DAYS)
    count = int(days["first"]) + (int(days["extension"]) if extended else 0)
    return Deadline(add_working_days(start, count), law.cite(SUSPENSION_DAYS))


def termination_due(result_known: date, law: Law) -> Deadline:
    """By when a termination is decided after an evaluation's result (article 57(3))."""
    days = int(law(TERMINATION_DAYS)["days"])
    return Deadline(result_known + timedelta(days=days), law.cite(TERMINATION_DAYS))


def child_grown(born: date, law: Law, dated: Dated[Numbers] = CHILD_TRANSFER) -> date:
    """The day on which a child no longer counts as small: 36 months for a transfer."""
    return months_after(born, int(law(dated)["months"]))


@dataclass(frozen=True, slots=True)
class Allowance:
    """What somebody who leaves is paid: whole đồng, and how they were reckoned."""

    amount: Decimal
    findings: tuple[Finding, ...]
    cites: tuple[str, ...]


def leaving_allowance(salary: Decimal, years: int, months: int, law: Law) -> Allowance:
    """The allowance of somebody who leaves by his own wish or is let go (articles 58, 59).

    `salary`: the last month's, in đồng; `years`, `months`: insured and not yet paid out, months
    from 0 to 11. Exact; rounded once, halves up, to the whole đồng. Raises Unacceptable.
    """
    if type(salary) is not Decimal or not is_number(salary, LEAST_SALARY, MOST_SALARY):
        raise refused("salary", f"must be from {LEAST_SALARY} to {MOST_SALARY}", salary)
    if type(years) is not int or not 0 <= years <= MOST_YEARS:
        raise refused("years", f"must be a whole number from 0 to {MOST_YEARS}", years)
    if type(months) is not int or not 0 <= months <= 11:
        raise refused("months", "must be a whole number from 0 to 11", months)
    rule, cite = law(LEAVING_ALLOWANCE), law.cite(LEAVING_ALLOWANCE)
    if not years:
        return _short_service(salary, months, rule, cite)
    counted, finding = _years_counted(years, months, law)
    each = Fraction(rule["halves_for_each_year"]) / 2
    factor = Fraction(rule["at_once"]) + each * counted
    exact = Fraction(salary) * factor
    amount = rounded((exact.numerator, exact.denominator), 0, "half_up")
    values = (
        str(salary),
        exact_text(rule["at_once"]),
        exact_text(each),
        exact_text(counted),
        str(amount),
    )
    said = (finding, Finding("leaving_allowance", values, cite))
    return Allowance(amount, said, (finding.cite, cite))


def _short_service(salary: Decimal, months: int, rule: Numbers, cite: str) -> Allowance:
    """Less than a year: one month's salary from six months on (article 58(3))."""
    reached = rule["short_from"] <= months < rule["short_below"]
    exact = Fraction(salary) * Fraction(rule["short_service"]) if reached else Fraction(0)
    amount = rounded((exact.numerator, exact.denominator), 0, "half_up")
    said = Finding("leaving_short", (str(months), str(salary), str(amount)), cite)
    return Allowance(amount, (said,), (cite,))


def _years_counted(years: int, months: int, law: Law) -> tuple[Fraction, Finding]:
    """Years with their odd months: below three none, to six a half, above six a whole one."""
    odd, cite = law(LEAVING_ODD_MONTHS), law.cite(LEAVING_ODD_MONTHS)
    part = Fraction(0)
    if months >= odd["half_from"]:
        part = Fraction(1) if months > odd["whole_above"] else Fraction(1, 2)
    counted = years + part
    return counted, Finding("insured_years", (str(years), str(months), exact_text(counted)), cite)
