"""Text constants of SQL are found whole, and looked through in little memory."""

import re
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from gateway.graph.json_sql import LITERAL, literal
from gateway.graph.realms import names_party

texts = st.text(alphabet="a'$1 (\"\\\n", max_size=30)


@given(texts, texts)
def test_a_constant_ends_where_it_was_written_to_end(one: str, other: str) -> None:
    written = f"select {literal(one)},$1,{literal(other)}"
    assert re.sub(LITERAL, "", written) == "select ,$1,"


def test_a_long_constant_is_looked_through_in_little_memory() -> None:
    """The schema's own text is one: what looking takes at the start stays with the process."""
    sql = f"select {literal('it is said: ' * 20_000)}"
    tracemalloc.start()
    try:
        assert not names_party(sql)
        assert tracemalloc.get_traced_memory()[1] < 4 * len(sql)
    finally:
        tracemalloc.stop()
