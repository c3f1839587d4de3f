"""What stands around the months: the scheme, an absence, results, petitions, duties, signals."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from gateway.demo.cast import Cast
from gateway.demo.founding import Commune
from gateway.demo.questions import SHEET
from gateway.demo.stage import Stage
from resolvers.core.days import last_day
from resolvers.core.documents import Document
from resolvers.duties import sweep_duties
from resolvers.insight import look_for_signals
from resolvers.petitions import (
    HolidaysNotLaidDown,
    give_petition_opinion,
    petition_score,
    reject_petition,
)
from resolvers.recognition import approve_organisation_scheme, propose_organisation_scheme
from resolvers.results import compute_results, record_absence
from resolvers.statute.evaluation.year import Span, first_of, last_of

SPANS = (Span.QUARTER, Span.HALF_YEAR)
"""The year itself is for its own end, which the sample leaves to whoever looks at it."""
DAYS_TO_ANSWER = 2
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sample and its people, as of `today`; months before `first` were never opened."""

    stage: Stage
    cast: Cast
    commune: Commune
    first: date
    today: date

    async def agree_scheme(self) -> None:
        """The province proposes and decides by what it marks its organisations."""
        scheme, day = self.cast.scheme, self.commune.founded
        async with self.stage.acting(self._login("registrar"), day) as (tx, request):
            id = await propose_organisation_scheme(
                tx,
                request,
                agency=self.commune.province,
                title=scheme.title,
                criteria=scheme.criteria,
            )
        async with self.stage.acting(self._login("province"), day) as (tx, request):
            await approve_organisation_scheme(
                tx, request, scheme=id, version=1, decision_no="21/QĐ-UBND", in_force_from=day
            )

    async def record_training(self, begins: date, ends: date) -> None:
        """Whoever is away is away for training, from one day until before another."""
        away = next(each for each in self.cast.people if each.away)
        async with self.stage.acting(self._login("personnel"), begins) as (tx, request):
            await record_absence(
                tx,
                request,
                person=self.commune.people[away.name],
                kind="training",
                begins=begins,
                ends=ends,
                document=Document("58/QĐ-UBND", begins),
            )

    async def sweep(self, day: date) -> None:
        """The clock looks at what the heads owe; not in the first month: none stands before it."""
        eve = (day.replace(day=1) - DAY).replace(day=1)
        # A month that the sample leaves out would look like one that everybody has missed.
        if eve < self.first and eve >= self.commune.founded.replace(day=1):
            return
        async with self.stage.acting(None, day) as (tx, request):
            await sweep_duties(tx, request)

    async def add_up(self, period: date) -> None:
        """The day after a month: the personnel officer adds up the spans that it has ended."""
        after = last_day(period) + DAY
        for span in SPANS:
            first = first_of(span, period)
            if first < self.first or last_of(span, first) + DAY != after:
                continue
            async with self.stage.acting(self._login("personnel"), after) as (tx, request):
                await compute_results(
                    tx, request, agency=self.commune.commune, span=span.value, period=first
                )

    async def look(self, period: date) -> None:
        """The inspector looks at a closed month."""
        after = last_day(period) + DAY
        async with self.stage.acting(self._login("inspector"), after) as (tx, request):
            await look_for_signals(tx, request, agency=self.commune.commune, period=period)

    async def petitions(self, period: date) -> None:
        """Two petitions against a month's scores: one is rejected, one waits.

        None where the holidays are not laid down by which their days would be counted.
        """
        after = last_day(period) + DAY
        member = next(
            each for each in self.cast.people if (each.unit, each.office) == ("economy", "member")
        )
        try:
            decided = await self._file(
                member.name, period, after, "Việc giao ngày cuối tháng bị tính là chậm tiến độ."
            )
            await self._reject(decided, min(after + timedelta(days=DAYS_TO_ANSWER), self.today))
            staff = next(each.name for each in self.cast.people if each.login == "staff")
            yesterday = max(after, self.today - DAY)
            await self._file(
                staff, period, yesterday, "Đề nghị xem xét lại điểm tiêu chí phối hợp công tác."
            )
        except HolidaysNotLaidDown:
            return

    async def _file(self, name: str, period: date, day: date, text: str) -> UUID:
        post = self.commune.postings[name]
        (row,) = await self.stage.rows(SHEET, posting=post, period=period)
        async with self.stage.acting(self.commune.people[name], day) as (tx, request):
            return await petition_score(tx, request, sheet=row["id"], text=text)

    async def _reject(self, petition: UUID, day: date) -> None:
        """The personnel body advises, the head of the commune decides."""
        async with self.stage.acting(self._login("personnel"), day) as (tx, request):
            await give_petition_opinion(
                tx,
                request,
                petition=petition,
                version=1,
                text="Sổ giao việc cho thấy việc được giao từ đầu tháng.",
            )
        async with self.stage.acting(self._login("chair"), day) as (tx, request):
            await reject_petition(
                tx, request, petition=petition, version=2, reason="Việc được giao từ đầu tháng."
            )

    def _login(self, login: str) -> UUID:
        """The person of an account of the sample."""
        name = next(each.name for each in self.cast.people if each.login == login)
        return self.commune.people[name]
