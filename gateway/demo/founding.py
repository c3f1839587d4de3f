"""The commune comes to be: agencies, units, positions, people, the product list."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from gateway.demo.cast import CATALOGUE, Cast, PersonSeed, ProcessSeed
from gateway.demo.questions import DRAFT
from gateway.demo.stage import Stage
from gateway.imports import catalogue as catalogue_file
from gateway.imports.file import File
from resolvers.catalogue import (
    ProductDraft,
    approve_catalogue,
    propose_catalogue,
    put_products,
)
from resolvers.exchange import Batch, import_catalogue
from resolvers.organisation import establish_agency, establish_unit, root_unit
from resolvers.people import Sealer, appoint, assign_charge, grant_mandate, register_person
from resolvers.positions import define_position
from resolvers.statute.months import months_after

DECISION = "Quyết định mẫu"
DUE = timedelta(days=50)
"""So far ahead are the years over that somebody has in a post."""
PROCESSES = "Vị trí hỗ trợ, phục vụ"
"""The section of the product list in which process criteria stand."""


@dataclass(slots=True)
class Commune:
    """Everything that was made, by the names of the sample."""

    founded: date
    """The day from which on everything is on record."""
    opened: date
    """The day since which agencies, units and positions have stood."""
    province: UUID
    commune: UUID
    units: dict[str, UUID] = field(default_factory=dict)
    positions: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
    postings: dict[str, UUID] = field(default_factory=dict)
    """By the person's name: the latest main posting."""

    @property
    def listed(self) -> date:
        """The first day on which the product list is in force."""
        return self.founded + timedelta(days=1)


async def found(
    stage: Stage,
    cast: Cast,
    sealer: Sealer,
    begins: date,
    today: date,
    *,
    processes: Sequence[ProcessSeed] = (),
    opened: date | None = None,
) -> Commune:
    """Put the commune of the sample on record on `begins`; `processes` stand in its product list.

    It has stood since `opened`, if that is another day: some hold their posts for years.
    """
    opened = opened or begins
    commune = await _agencies(stage, cast, begins, opened)
    await _people(stage, cast, commune, sealer, begins)
    await _positions(stage, cast, commune, begins)
    for person in cast.people:
        await _post(stage, commune, person, begins, today)
    await stage.authority_changed()
    await _charges(stage, cast, commune, begins)
    await _catalogue(stage, cast, commune, begins, processes)
    return commune


async def _agencies(stage: Stage, cast: Cast, day: date, opened: date) -> Commune:
    made: list[UUID] = []
    roots: list[UUID] = []
    for seed, kind, standing in (
        (cast.province, "province", "managing"),
        (cast.commune, "commune", "using"),
    ):
        async with stage.acting(None, day) as (tx, request):
            agency = await establish_agency(
                tx,
                request,
                name=seed.name,
                kind=kind,
                root_name=seed.root,
                root_standing=standing,
                opened_on=opened,
                managing_agency=made[0] if made else None,
                code=seed.code,
            )
            root = await root_unit(tx, agency, day)
        assert root is not None
        made.append(agency)
        roots.append(root)
        await stage.authority_changed()
    commune = Commune(founded=day, opened=opened, province=made[0], commune=made[1])
    commune.units = {"province": roots[0], "commune": roots[1]}
    async with stage.acting(None, day) as (tx, request):
        for unit in cast.units:
            commune.units[unit.key] = await establish_unit(
                tx,
                request,
                parent=roots[1],
                name=unit.name,
                standing="direct_using",
                opened_on=opened,
                code=unit.code,
            )
    await stage.authority_changed()
    return commune


async def _people(stage: Stage, cast: Cast, commune: Commune, sealer: Sealer, day: date) -> None:
    async with stage.acting(None, day) as (tx, request):
        for person in cast.people:
            of_province = "province" in (person.unit, person.mandated)
            agency = commune.province if of_province else commune.commune
            commune.people[person.name] = await register_person(
                tx,
                request,
                agency=agency,
                full_name=person.name,
                staff_code=person.staff_code,
                personal_number=person.number,
                sealer=sealer,
            )
            if person.mandate:
                await grant_mandate(
                    tx,
                    request,
                    person=commune.people[person.name],
                    unit=commune.units[person.mandated],
                    kind=person.mandate,
                    begins=day,
                )
    await stage.authority_changed()


async def _positions(stage: Stage, cast: Cast, commune: Commune, day: date) -> None:
    officer = next(each for each in cast.people if each.mandate == "personnel_officer")
    async with stage.acting(commune.people[officer.name], day) as (tx, request):
        for seed in cast.positions:
            commune.positions[seed.code] = await define_position(
                tx,
                request,
                agency=commune.commune,
                code=seed.code,
                name=seed.name,
                opened_on=commune.opened,
                purpose=seed.purpose,
                group=seed.group,
                rank=seed.rank,
            )


async def _post(
    stage: Stage, commune: Commune, person: PersonSeed, begins: date, today: date
) -> None:
    if person.unit not in commune.units:
        return
    since = begins
    if person.years_in_post:
        since = max(months_after(today + DUE, -12 * person.years_in_post), commune.opened)
    stays: list[tuple[str, date, date | None]] = [(person.unit, since, None)]
    moved = months_before(today, person.moved_months_ago)
    if person.moved_from and moved > begins:
        stays = [(person.moved_from, begins, moved), (person.unit, moved, None)]
    async with stage.acting(None, begins) as (tx, request):
        for unit, since, ends in stays:
            commune.postings[person.name] = await appoint(
                tx,
                request,
                person=commune.people[person.name],
                unit=commune.units[unit],
                office=person.office,
                mode=person.mode,
                begins=since,
                ends=ends,
                position=None if unit == "province" else commune.positions[person.position],
                decision_no=DECISION,
            )


async def _charges(stage: Stage, cast: Cast, commune: Commune, day: date) -> None:
    chairman = next(p for p in cast.people if p.unit == "commune" and p.office == "head")
    async with stage.acting(commune.people[chairman.name], day) as (tx, request):
        for person in cast.people:
            for unit in person.charge:
                await assign_charge(
                    tx,
                    request,
                    deputy=commune.postings[person.name],
                    unit=commune.units[unit],
                    begins=day,
                )


async def _catalogue(
    stage: Stage, cast: Cast, commune: Commune, day: date, processes: Sequence[ProcessSeed]
) -> None:
    file = File.at(CATALOGUE)
    batch = Batch(uuid5(commune.commune, file.name), file.name, file.sha256)
    read = catalogue_file.read(file)
    async with stage.acting(None, day) as (tx, request):
        verdicts = await import_catalogue(
            tx, request, batch=batch, agency=commune.commune, file=read
        )
    rejected = [each for each in verdicts if each.outcome == "rejected"]
    if rejected:
        raise ValueError(f"the sample's own catalogue is refused: {rejected[0]}")
    officer = next(each for each in cast.people if each.mandate == "personnel_officer")
    async with stage.acting(commune.people[officer.name], day) as (tx, request):
        edition = await tx.value(DRAFT, agency=commune.commune)
        if processes:
            drafts = [_process(commune, each) for each in processes]
            await put_products(tx, request, catalogue_id=edition, products=drafts)
        await propose_catalogue(tx, request, catalogue_id=edition, version=1)
    chairman = next(each for each in cast.people if each.unit == "province")
    async with stage.acting(commune.people[chairman.name], day) as (tx, request):
        await approve_catalogue(
            tx,
            request,
            catalogue_id=edition,
            in_force_from=commune.listed,
            decision_no=read.decision_no,
            version=2,
        )


def _process(commune: Commune, seed: ProcessSeed) -> ProductDraft:
    return ProductDraft(
        code=seed.code,
        name=seed.name,
        group_no=1,
        points=Decimal(seed.points),
        section=PROCESSES,
        process=seed.measures,
        position=commune.positions[seed.position],
    )


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months before."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
