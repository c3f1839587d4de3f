"""The commune of the journeys, made once by the program's own deeds."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from gateway.database import PgDatabase
from gateway.demo.cast import cast
from gateway.demo.founding import found
from gateway.demo.questions import PRODUCTS
from gateway.demo.stage import Stage
from resolvers.catalogue import (
    ProductDraft,
    approve_catalogue,
    draft_catalogue,
    propose_catalogue,
    put_product,
    set_deduction_scale,
)
from resolvers.organisation import establish_agency, establish_unit, root_unit
from resolvers.people import Sealer, appoint, link_login, register_person
from tests.journeys.people import PEOPLE, SHEETS

FOUNDED = date(2026, 1, 1)
PERIOD = date(2026, 6, 1)
PROMOTED = date(2026, 6, 11)
TODAY = date(2026, 6, 15)
"""The day on which the journeys take place."""


@dataclass(slots=True)
class Ids:
    """The ids of everything, by the names of `people`."""

    agencies: dict[str, UUID] = field(default_factory=dict)
    units: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
    postings: dict[str, UUID] = field(default_factory=dict)
    """By the sheet that they lead to."""
    products: dict[str, UUID] = field(default_factory=dict)
    scales: dict[str, UUID] = field(default_factory=dict)
    sheets: dict[str, UUID] = field(default_factory=dict)
    lines: dict[str, UUID] = field(default_factory=dict)
    deliveries: dict[str, UUID] = field(default_factory=dict)
    faults: dict[str, UUID] = field(default_factory=dict)
    delegations: dict[str, UUID] = field(default_factory=dict)
    """By the unit whose head lent his authority."""


async def establish(database: PgDatabase, sealer: Sealer, issuer: str) -> Ids:
    """The sample's commune and another one, with their people and lists; no month is open.

    Everybody can sign in at `issuer`, as `sub-` and his name here.
    """
    stage, ids = Stage(database), Ids()
    commune = await found(stage, cast(), sealer, FOUNDED, TODAY)
    ids.agencies = {"province": commune.province, "commune": commune.commune}
    ids.units = dict(commune.units)
    names = {each.name: key for key, each in PEOPLE.items()}
    ids.people = {names[name]: id for name, id in commune.people.items()}
    ids.postings = {names[name]: id for name, id in commune.postings.items()}
    rows = await stage.rows(PRODUCTS, agency=commune.commune)
    ids.products = {row["code"]: row["id"] for row in rows}
    await _far_commune(stage, ids, sealer)
    await _far_products(stage, ids)
    async with stage.acting(None, FOUNDED) as (tx, request):
        for key, person in ids.people.items():
            await link_login(tx, request, person=person, issuer=issuer, subject=f"sub-{key}")
    async with stage.acting(ids.people["chair"], TODAY) as (tx, request):
        ids.scales["late"] = await set_deduction_scale(
            tx,
            request,
            agency=ids.agencies["commune"],
            criterion="I.2",
            code="MUON",
            reason="Đi làm muộn",
            points_each=Decimal("0.5"),
            at_most=Decimal(2),
            begins=FOUNDED,
        )
    return ids


async def _far_commune(stage: Stage, ids: Ids, sealer: Sealer) -> None:
    """Another commune of the same province; a member of its office becomes its head in June."""
    async with stage.acting(None, FOUNDED) as (tx, request):
        ids.agencies["far"] = await establish_agency(
            tx,
            request,
            name="Ủy ban nhân dân xã Yên Khê",
            kind="commune",
            root_name="Lãnh đạo Ủy ban nhân dân xã Yên Khê",
            opened_on=FOUNDED,
            managing_agency=ids.agencies["province"],
            code="H40.92",
        )
        root = await root_unit(tx, ids.agencies["far"], FOUNDED)
    assert root is not None
    ids.units["far"] = root
    await stage.authority_changed()
    async with stage.acting(None, FOUNDED) as (tx, request):
        ids.units["far_office"] = await establish_unit(
            tx, request, parent=root, name="Văn phòng", standing="direct_using", opened_on=FOUNDED
        )
        for each in PEOPLE.values():
            if each.unit not in ("far", "far_office"):
                continue
            ids.people[each.key] = await register_person(
                tx,
                request,
                agency=ids.agencies["far"],
                full_name=each.name,
                personal_number=each.number,
                sealer=sealer,
            )
        for key, paper in SHEETS.items():
            if paper.unit not in ("far", "far_office"):
                continue
            ids.postings[key] = await appoint(
                tx,
                request,
                person=ids.people[paper.person],
                unit=ids.units[paper.unit],
                office=paper.office,
                begins=PROMOTED if key == "promoted" else FOUNDED,
                ends=PROMOTED if key == "promoted_before" else None,
            )
    await stage.authority_changed()


async def _far_products(stage: Stage, ids: Ids) -> None:
    async with stage.acting(ids.people["far_chair"], FOUNDED) as (tx, request):
        edition = await draft_catalogue(
            tx,
            request,
            agency=ids.agencies["far"],
            title="Danh mục sản phẩm, công việc quy đổi",
            standard_unit="Văn bản",
            standard_points=Decimal(5),
        )
        draft = ProductDraft(code="far", name="Văn bản", group_no=1, points=Decimal(5))
        ids.products["far"] = await put_product(tx, request, catalogue_id=edition, item=draft)
        await propose_catalogue(tx, request, catalogue_id=edition, version=1)
    async with stage.acting(ids.people["province"], FOUNDED) as (tx, request):
        await approve_catalogue(
            tx,
            request,
            catalogue_id=edition,
            in_force_from=FOUNDED + timedelta(days=1),
            decision_no="18/QĐ-UBND",
            version=2,
        )
