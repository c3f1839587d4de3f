"""Scoring in bulk: an outcome for each row, or nothing at all."""

from resolvers import evaluations
from resolvers.core.errors import Refusal
from resolvers.evaluations import Mark, Scoring
from tests.resolvers.cast import FULL, Cast
from tests.resolvers.town import person, posting


class TestScoreMany:
    async def test_scores_fifty_people_in_one_request(self, cast: Cast) -> None:
        for number in range(50):
            name = f"officer {number}"
            agency = cast.town.agencies["commune"]
            cast.town.people[name] = await person(cast.town, "Lê Văn Sáu", agency)
            cast.town.postings[name] = await posting(cast.town, name, "culture", "member")
        await cast.open("culture")
        await cast.town.owner.execute(
            "update congtam.sheet set state = 'self_assessed', self_assessed_at = now()"
        )
        marks = tuple(Mark(code, points) for code, points in FULL.items())
        sheets = await cast.rows("sheet")
        rows = [Scoring(sheet["id"], 1, marks) for sheet in sheets]
        outcomes = await cast.do("curator", evaluations.score_many, rows=rows)
        assert outcomes == [row.sheet for row in rows]
        assert len(outcomes) == len(await cast.leaves("score_sheet")) == 51

    async def test_answers_row_by_row_or_leaves_nothing(self, cast: Cast) -> None:
        for unit in ("office", "culture"):
            await cast.open(unit)
        for name in ("clerk", "archivist"):
            await cast.assess(name)
        marks = tuple(Mark(code, points) for code, points in FULL.items())
        rows = [
            Scoring((await cast.sheet(name))["id"], 2, marks) for name in ("clerk", "archivist")
        ]
        before = await cast.town.everything()
        outcomes = await cast.do("chief", evaluations.score_many, rows=rows, all_or_nothing=True)
        codes = [outcome.code for outcome in outcomes]
        assert codes == ["UNDONE_WITH_THE_REST", "NOT_RESPONSIBLE_HEAD"]
        assert await cast.town.everything() == before
        done, refused = await cast.do("chief", evaluations.score_many, rows=rows)
        assert done == rows[0].sheet
        assert isinstance(refused, Refusal)
        assert [(await cast.sheet(name))["state"] for name in ("clerk", "archivist")] == [
            "scored",
            "self_assessed",
        ]
