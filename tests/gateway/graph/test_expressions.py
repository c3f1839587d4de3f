"""The text of a question, taken apart at its binds."""

from sqlalchemy import Date, Text, bindparam, column, select, table

from gateway.graph.expressions import Constant, statement

ROWS = table("rows", column("name", Text), column("state", Text), column("day", Date))


def test_a_written_list_between_two_binds_leaves_each_bind_in_its_place() -> None:
    question = select(ROWS.c.name).where(
        ROWS.c.name == bindparam("name", type_=Text),
        ROWS.c.state.in_(["approved", "closed"]),
        ROWS.c.day <= bindparam("day", type_=Date),
    )
    values = [
        part.value if isinstance(part, Constant) else part.key
        for part in statement(question)
        if not isinstance(part, str)
    ]
    assert values == ["name", "approved", "closed", "day"]
