"""The large tables: assignments, work lines, sheets and scores, in the order of their months."""

from collections.abc import Iterator
from datetime import date, timedelta

from infra.bench.copying import NULL, File, line
from infra.bench.months import OUTCOMES, PATTERNS, Month, coefficient, months, patterns, title
from infra.bench.population import (
    LINES,
    MONTHS,
    OPEN_MONTH,
    PRODUCTS,
    TERM,
    Place,
    Population,
    id_of,
    prefix_of,
)

ROLES = ("staff", "leader")
COMMENT = "Đã hoàn thành nhiệm vụ được giao trong tháng."
SHARE = f"{100 // TERM}.00"
ABOUT = "agency_id, scoring_unit_id, person_id"


def _pattern(person: int, term: int) -> int:
    return (person * 7 + term * 11) % PATTERNS


def _outcome(person: int, month: int) -> int:
    return (person // PATTERNS * 3 + month) % OUTCOMES


def _places(people: Population) -> Iterator[tuple[Place, str, str]]:
    """Everybody with sheets: where he stands, the columns ABOUT, and his posting's id."""
    for person in range(people.officials):
        place = people.place(person)
        about = (
            id_of("agency", place.agency),
            id_of("unit", place.scoring_unit or 0),
            id_of("person", person),
        )
        yield place, "\t".join(about), id_of("posting", person)


def _last_day(period: date) -> date:
    return (period.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _assignments(people: Population, term: int) -> Iterator[bytes]:
    first, last = MONTHS[term * TERM], MONTHS[term * TERM + TERM - 1]
    state = "assigned" if term == OPEN_MONTH // TERM else "finished"
    prepared = {
        role: [
            [
                (
                    task.product,
                    f"{title(task.product)}\t{task.quantity * TERM}\t{coefficient(task.product)}"
                    f"\t{task.units * TERM}\t{last.replace(day=task.due_day)}\t{task.origin}"
                    f"\t{state}",
                )
                for task in pattern
            ]
            for pattern in patterns(role)
        ]
        for role in ROLES
    }
    number = term * people.officials * LINES
    for place, about, posting in _places(people):
        unit, scorer = id_of("unit", place.unit), id_of("person", place.scorer or 0)
        for product, told in prepared[place.role][_pattern(place.person, term)]:
            id, made = (
                id_of("assignment", number),
                id_of("product", place.agency * PRODUCTS + product),
            )
            text = f"{id}\t{about}\t{unit}\t{posting}\t{made}\t{told}\t{scorer}\t{first} 01:00+00\n"
            yield text.encode()
            number += 1


def _chosen(people: Population, month: int) -> Iterator[tuple[Place, str, str, Month]]:
    """Everybody with sheets, and what his month was."""
    prepared = {role: months(role, MONTHS[month]) for role in ROLES}
    for place, about, posting in _places(people):
        pattern = prepared[place.role][_pattern(place.person, month // TERM)]
        yield place, about, posting, pattern[_outcome(place.person, month)]


def _lines(people: Population, month: int) -> Iterator[bytes]:
    period = MONTHS[month]
    number = month * people.officials * LINES
    assigned = month // TERM * people.officials * LINES
    for place, about, posting, chosen in _chosen(people, month):
        for product, told in chosen.lines:
            id, made = (
                id_of("work_line", number),
                id_of("product", place.agency * PRODUCTS + product),
            )
            task = id_of("assignment", assigned)
            text = f"{id}\t{period}\t{about}\t{posting}\t{task}\t{made}\t{SHARE}\t{told}\n"
            yield text.encode()
            number, assigned = number + 1, assigned + 1


def _sheets(people: Population, month: int) -> Iterator[bytes]:
    period, signed = MONTHS[month], _last_day(MONTHS[month])
    closed = month != OPEN_MONTH
    state, version = ("closed", 5) if closed else ("scored", 3)
    assessed, scored = f"{period.replace(day=25)} 08:00+00", f"{signed} 03:00+00"
    released = f"{signed} 04:00+00" if closed else NULL
    for place, about, posting, chosen in _chosen(people, month):
        yield line(
            people.sheet(month, place.person),
            period,
            about,
            id_of("unit", place.unit),
            posting,
            id_of("job_position", place.position or 0),
            place.role,
            state,
            chosen.self_marks,
            COMMENT,
            assessed,
            chosen.result,
            id_of("person", place.scorer or 0),
            scored,
            released,
            version,
        )


def _scores(people: Population, month: int) -> Iterator[bytes]:
    period, signed = MONTHS[month], _last_day(MONTHS[month])
    released = f"{signed} 04:00+00" if month != OPEN_MONTH else NULL
    prefix = prefix_of("work_line").encode()
    number = month * people.officials * LINES
    for place, about, _, chosen in _chosen(people, month):
        sheet, scorer = people.sheet(month, place.person), id_of("person", place.scorer or 0)
        ids = tuple(b"%b%012x" % (prefix, number + each) for each in range(LINES))
        head = f"{sheet}\t{period}\t1\t{about}\t"
        signature = f"\t{scorer}\t{signed} 03:00+00\t{released}\n"
        yield b"%b%b%b" % (head.encode(), chosen.score % ids, signature.encode())
        number += LINES


def _unit_months(people: Population, month: int) -> Iterator[bytes]:
    period, closed = MONTHS[month], month != OPEN_MONTH
    end = f"{_last_day(period)} 05:00+00"
    for unit in range(people.units):
        head = id_of("person", people.head_of_unit(unit))
        yield line(
            id_of("unit_month", month * people.units + unit),
            id_of("agency", people.agency_of_unit(unit)),
            id_of("unit", unit),
            period,
            "closed" if closed else "open",
            head,
            f"{period} 01:00+00",
            *((head, end) if closed else (None, None)),
        )


FILES = (
    File(
        "score",
        f"sheet_id, period, round, {ABOUT}, facts, steps, cites, total, level, scored_by,"
        " scored_at, released_at",
        _scores,
        len(MONTHS),
    ),
    File(
        "work_line",
        f"id, period, {ABOUT}, posting_id, assignment_id, product_id, share, quantity, units,"
        " due_on, origin, accepted, quality_failures, delays, objective_quality_failures,"
        " objective_delays",
        _lines,
        len(MONTHS),
    ),
    File(
        "assignment",
        f"id, {ABOUT}, unit_id, posting_id, product_id, title, quantity, coefficient, units,"
        " due_on, origin, state, assigned_by, assigned_at",
        _assignments,
        len(MONTHS) // TERM,
    ),
    File(
        "sheet",
        f"id, period, {ABOUT}, unit_id, posting_id, position_id, role, state, self_marks,"
        " self_comment, self_assessed_at, head_marks, head_comment, general, quantity, quality,"
        " progress, unit_result, organising, organising_reason, unity, unity_reason, results,"
        " raw_total, total, level, scored_by, scored_at, released_at, version",
        _sheets,
        len(MONTHS),
    ),
    File(
        "unit_month",
        "id, agency_id, unit_id, period, state, opened_by, opened_at, closed_by, closed_at",
        _unit_months,
        len(MONTHS),
    ),
)
"""The largest first."""
