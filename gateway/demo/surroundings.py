"""What stands around the months: the scheme, absences, results, duties, exceptions, signals."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gateway.demo.questions import SIGNALS
from gateway.demo.scene import DAY, Scene
from gateway.demo.stage import WORKING_HOUR
from resolvers.core.days import last_day
from resolvers.core.documents import Document
from resolvers.duties import sweep_duties
from resolvers.evaluations import grant_lock_exception
from resolvers.insight import look_for_signals, mark_signal, share_signal, take_figures
from resolvers.recognition import approve_organisation_scheme, propose_organisation_scheme
from resolvers.results import compute_results, record_absence
from resolvers.statute.evaluation.year import Span, first_of, last_of

SPANS = (Span.QUARTER, Span.HALF_YEAR)
"""The year itself is for its own end: see `gateway.demo.year`."""
ILL = (8, 13)
"""From which day of a month until before which one somebody is ill."""
EXPECTED, LEAVE = 20, 180
"""Days until somebody's maternity leave begins, and how long it lasts."""
EXCEPTION = timedelta(days=5)
FINDINGS = (
    ("explained", "Đã đối chiếu sổ giao việc: cả đơn vị làm chung một nhiệm vụ trọng tâm."),
    ("to_be_examined", "Cần xem minh chứng của từng đầu việc trước khi kết luận."),
)
"""What the inspector says about the first signals; the rest waits for him."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What somebody does once, or once a month, beside the heads' own work."""

    scene: Scene

    async def agree_scheme(self) -> None:
        """The province proposes and decides by what it marks its organisations."""
        scene = self.scene
        scheme, day = scene.cast.scheme, scene.commune.founded
        async with scene.acting("registrar", day) as (tx, request):
            id = await propose_organisation_scheme(
                tx,
                request,
                agency=scene.commune.province,
                title=scheme.title,
                criteria=scheme.criteria,
            )
        async with scene.acting("province", day) as (tx, request):
            await approve_organisation_scheme(
                tx, request, scheme=id, version=1, decision_no="21/QĐ-UBND", in_force_from=day
            )

    async def record_absences(self, training: tuple[date, date], closed: date | None) -> None:
        """Who is away is away for training; one was ill in a closed month; one will be away."""
        scene = self.scene
        away = scene.commune.people[next(p.name for p in scene.cast.people if p.away)]
        leave = scene.today + EXPECTED * DAY
        absences = [(away, "training", *training)]
        if closed is not None:
            begins, ends = (closed.replace(day=day) for day in ILL)
            absences.append((scene.part("ill"), "sick", begins, ends))
        absences.append((scene.part("expecting"), "maternity", leave, leave + LEAVE * DAY))
        for person, kind, begins, ends in absences:
            async with scene.acting("personnel", min(begins, scene.today)) as (tx, request):
                await record_absence(
                    tx,
                    request,
                    person=person,
                    kind=kind,
                    begins=begins,
                    ends=ends,
                    document=Document("58/QĐ-UBND", min(begins, scene.today)),
                )

    async def sweep(self, day: date) -> None:
        """The clock looks at what the heads owe, this month and for the one before."""
        # Agencies stood before anything was on record, which would look like months missed.
        if day.replace(day=1) <= self.scene.commune.founded:
            return
        async with self.scene.stage.acting(None, day) as (tx, request):
            await sweep_duties(tx, request)

    async def add_up(self, period: date, day: date) -> None:
        """The personnel officer adds up, on a day, the spans that a month has ended."""
        scene = self.scene
        for span in SPANS:
            first = first_of(span, period)
            if first < scene.commune.founded or last_of(span, first) != last_day(period):
                continue
            async with scene.acting("personnel", day) as (tx, request):
                await compute_results(
                    tx, request, agency=scene.commune.commune, span=span.value, period=first
                )

    async def look(self, period: date) -> None:
        """The inspector looks at a closed month, and says what he found about some of it."""
        scene = self.scene
        after = last_day(period) + DAY
        async with scene.acting("inspector", after) as (tx, request):
            await look_for_signals(tx, request, agency=scene.commune.commune, period=period)
            await take_figures(tx, request, agency=scene.commune.commune, period=period)
        signals = await scene.stage.rows(
            SIGNALS, agency=scene.commune.commune, inspector=scene.login("inspector")
        )
        async with scene.acting("inspector", scene.today) as (tx, request):
            for signal, (finding, note) in zip(signals, FINDINGS, strict=False):
                told = {"id": signal["id"], "version": signal["version"]}
                await mark_signal(tx, request, **told, finding=finding, note=note)
            for signal in signals[len(FINDINGS) - 1 : len(FINDINGS)]:
                version = signal["version"] + 1
                note = "Đề nghị đơn vị giải trình bằng văn bản."
                await share_signal(tx, request, id=signal["id"], version=version, note=note)

    async def open_again(self, period: date) -> None:
        """The head of the commune opens a closed month for one person, for some days."""
        scene = self.scene
        async with scene.acting("chair", scene.today) as (tx, request):
            await grant_lock_exception(
                tx,
                request,
                unit=scene.commune.units["economy"],
                period=period,
                person=scene.part("changed"),
                ends_at=datetime.combine(scene.today + EXCEPTION, WORKING_HOUR),
                reason="Bổ sung minh chứng của nhiệm vụ đã được xác nhận bằng văn bản.",
            )
