"""Sentence 8: what was assigned by one edition of a list stays as it was, to the last byte."""

from tests.journeys.scoring import score, version_of
from tests.journeys.served import Served
from tests.journeys.world import TODAY

pytest_plugins = ("tests.journeys.fixtures",)

TOMORROW = TODAY.replace(day=TODAY.day + 1)
SIGNED, DRAFT = "staff", "tl011"
WHOLE = (
    "query($id: ID!) { sheet(id: $id) { version state total rawTotal general quantity quality"
    " progress results level marks { criterion self head } scoredAt releasedAt"
    " explanation { total level cites facts steps { text value cite } }"
    " lines(first: 9) { quantity accepted units completed qualityFailures delays version dueOn"
    " assignment { quantity coefficient units title version } } } }"
)
IN_FORCE = (
    "query($agency: ID!) { catalogueInForce(agency: $agency) { edition"
    " products(first: 100) { nodes { code name groupNo points coefficient } } } }"
)


async def in_bytes(commune: Served) -> list[bytes]:
    """The two sheets as the head and their persons are answered."""
    answers = []
    for key in (SIGNED, DRAFT):
        body = {"query": WHOLE, "variables": {"id": str(commune.ids.sheets[key])}}
        answers += [(await commune.sign(who).send(body)).content for who in ("head", key)]
    return answers


async def test_a_list_that_changes_leaves_every_sheet_as_it_is(commune: Served) -> None:
    ids = commune.ids
    for key in (SIGNED, DRAFT):
        told = {"delivery": ids.deliveries[key], "version": 1}
        await commune.sign("head").done("acceptDelivery", **told)
    signed = await score(commune, "head", SIGNED)
    told = {"sheet": ids.sheets[SIGNED], "version": signed["version"]}
    await commune.sign("head").done("signSheet", **told)
    draft = await score(commune, "head", DRAFT)
    before = await in_bytes(commune)

    agency = {"agency": ids.agencies["commune"]}
    old = (await commune.sign("head").ask(IN_FORCE, **agency))["catalogueInForce"]
    edition = await commune.sign("chair").done("newEdition", "id version edition", **agency)
    dearer = [{**each, "coefficient": "50"} for each in old["products"]["nodes"]]
    edited = {"catalogueId": edition["id"]}
    await commune.sign("chair").done("putProducts", "id version", **edited, products=dearer)
    for who, deed, more in (
        ("chair", "proposeCatalogue", {}),
        ("province", "approveCatalogue", {"inForceFrom": TOMORROW, "decisionNo": "19/QĐ-UBND"}),
    ):
        version = await commune.owner.fetchval(
            "select version from congtam.catalogue where id = $1", edition["id"]
        )
        await commune.sign(who).done(deed, **edited, **more, version=version)
        assert await in_bytes(commune) == before, deed
    commune.day.today = TOMORROW
    new = (await commune.sign("head").ask(IN_FORCE, **agency))["catalogueInForce"]
    assert new["edition"] == old["edition"] + 1
    assert {each["coefficient"] for each in new["products"]["nodes"]} == {"50"}
    assert await in_bytes(commune) == before
    # What is scored again or signed now counts by what was assigned.
    again = await score(commune, "head", DRAFT)
    assert (again["total"], again["level"]) == (draft["total"], draft["level"])
    told = {"sheet": ids.sheets[DRAFT], "version": await version_of(commune, DRAFT)}
    assert (await commune.sign("head").done("signSheet", "total", **told))["total"] == draft[
        "total"
    ]
