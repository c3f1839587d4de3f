"""Salary coefficients as CSV: staff_code,coefficient,begins,document_no.

A coefficient has a decimal point or comma; "-" says that the person has no salary by rank. Days are
YYYY-MM-DD.
"""

from datetime import date
from decimal import Decimal, InvalidOperation

from gateway.imports.file import File
from gateway.imports.rejections import NotUnderstood, ValueMissing
from resolvers.core.errors import Refusal
from resolvers.core.vietnamese import tidy
from resolvers.exchange import SalaryRow, shown

COLUMNS = ("staff_code", "coefficient", "begins", "document_no")
NONE = "-"


def read(file: File) -> tuple[SalaryRow, ...]:
    """Every row, as the lines stand; raises NotThatFile for another file."""
    rows = []
    for number, line in file.table(*COLUMNS):
        said = {name: tidy(value) for name, value in line.items()}
        problems: list[Refusal] = [
            ValueMissing(what=name, field=name) for name in COLUMNS if not said[name]
        ]
        coefficient = _coefficient(said["coefficient"], problems)
        begins = _day(said["begins"], problems)
        rows.append(
            SalaryRow(
                place=str(number),
                code=said["staff_code"],
                coefficient=coefficient,
                begins=begins,
                document_no=said["document_no"],
                problems=tuple(problems),
            )
        )
    return tuple(rows)


def _coefficient(said: str, problems: list[Refusal]) -> Decimal | None:
    if said in ("", NONE):
        return None
    try:
        return Decimal(said.replace(",", "."))
    except InvalidOperation:
        allowed = f'2.34, "{NONE}"'
        problems.append(_not_understood("coefficient", said, allowed))
        return None


def _day(said: str, problems: list[Refusal]) -> date | None:
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        problems.append(_not_understood("begins", said, "YYYY-MM-DD"))
        return None


def _not_understood(what: str, said: str, allowed: str) -> NotUnderstood:
    return NotUnderstood(what=what, said=shown(said, 60), allowed=allowed, field=what)
