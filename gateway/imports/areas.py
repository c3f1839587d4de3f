"""The list of administrative areas as CSV (codes of the General Statistics Office)."""

from gateway.imports.file import File, NotThatFile
from resolvers.core.vietnamese import tidy
from resolvers.exchange import AreaRow, shown

COLUMNS = ("level", "code", "parent_code", "name", "full_name", "full_name_en")
LEVELS = ("province", "commune")


def read(file: File) -> tuple[AreaRow, ...]:
    """Every area, as the lines stand; raises NotThatFile for another file."""
    rows = []
    for number, line in file.table(*COLUMNS):
        said = {name: tidy(value) for name, value in line.items()}
        if said["level"] not in LEVELS:
            raise NotThatFile(
                f"{file.name}: line {number}: level is {shown(said['level'], 40)!r};"
                f" allowed: {', '.join(LEVELS)}"
            )
        rows.append(
            AreaRow(
                place=str(number),
                code=said["code"],
                level=said["level"],
                parent_code=said["parent_code"] or None,
                name=said["name"],
                full_name=said["full_name"],
                full_name_en=said["full_name_en"],
            )
        )
    return tuple(rows)
