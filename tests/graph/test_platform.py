"""The program's own contract, on the program's own tables."""

from gateway.graph.realms import names_party
from gateway.postgres.roles import Access
from resolvers.core.fence import PAST_THE_FENCE
from tests.graphs import platform


class TestPlatform:
    async def test_every_field_is_a_statement_that_the_database_accepts(
        self, access: Access
    ) -> None:
        """Under the roles that it would run under: the ordinary ones, or the Party's."""
        ordinary = await access.reader.connect(statement_cache_size=0)
        of_party = await access.party_reader.connect(statement_cache_size=0)
        refused = []
        try:
            for place, statements in platform().probe().items():
                for sql in statements:
                    try:
                        await (of_party if names_party(sql) else ordinary).prepare(sql)
                    except Exception as problem:
                        refused.append(f"{place}: {problem}\n{sql}")
        finally:
            await ordinary.close()
            await of_party.close()
        assert refused == []

    def test_what_a_deed_answers_and_nothing_else_is_read_past_the_fence(self) -> None:
        opened = {
            (place.startswith("Mutation."), PAST_THE_FENCE in sql)
            for place, statements in platform().probe().items()
            for sql in statements
        }
        assert opened == {(True, True), (False, False)}
