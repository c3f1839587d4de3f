"""The standing tables: agencies, units, people, their posts, positions, product lists."""

from collections.abc import Iterator
from itertools import product as every

from infra.bench.copying import File, line
from infra.bench.months import code, coefficient
from infra.bench.population import (
    FOUNDED,
    ISSUER,
    POSITIONS,
    PRODUCTS,
    UNITS,
    Population,
    id_of,
    subject,
)
from resolvers.people import person_name

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ")
MIDDLES = ("Văn", "Thị", "Minh", "Quốc", "Thu", "Đức", "Hồng", "Thanh", "Xuân", "Gia")
GIVENS = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Nam", "Phúc", "Quân", "Tú")
STRIDE = 17
"""Names are dealt out in steps that share no factor with their number."""
UNIT_NAMES = (
    "Uỷ ban nhân dân",
    "Văn phòng",
    "Phòng Kinh tế",
    "Phòng Văn hoá - Xã hội",
    "Trung tâm Phục vụ hành chính công",
)
POSITION_NAMES = (
    "Chủ tịch Uỷ ban nhân dân",
    "Trưởng phòng",
    "Phó Trưởng phòng",
    *(f"Chuyên viên lĩnh vực {number}" for number in range(1, POSITIONS - 2)),
)
HELD = f"[{FOUNDED},)"
LINKED = f"{FOUNDED} 01:00+00"


def _agencies(people: Population, _: int) -> Iterator[bytes]:
    for province in range(people.provinces):
        id = id_of("agency", people.communes + province)
        yield line(id, f"Tỉnh số {province + 1}", "province", None, FOUNDED)
    for commune in range(people.communes):
        upper = id_of("agency", people.communes + people.province_of(commune))
        yield line(id_of("agency", commune), f"Xã số {commune + 1}", "commune", upper, FOUNDED)


def _units(people: Population, _: int) -> Iterator[bytes]:
    for unit in range(people.units):
        agency = id_of("agency", people.agency_of_unit(unit))
        name = UNIT_NAMES[people.place_of_unit(unit)]
        yield line(id_of("unit", unit), agency, name, FOUNDED)


def _placements(people: Population, _: int) -> Iterator[bytes]:
    for unit in range(people.units):
        within = people.place_of_unit(unit)
        parent: str | None = None
        standing = "managing"
        if within:
            parent, standing = id_of("unit", unit - within), "direct_using"
        elif unit < people.commune_units:
            upper = people.province_unit(people.province_of(unit // (1 + UNITS)))
            parent, standing = id_of("unit", upper), "using"
        yield line(id_of("unit_placement", unit), id_of("unit", unit), parent, standing, HELD)


def _persons(people: Population, _: int) -> Iterator[bytes]:
    names = [person_name(" ".join(parts)) for parts in every(FAMILIES, MIDDLES, GIVENS)]
    for person in range(people.persons):
        name = names[person * STRIDE % len(names)]
        yield line(
            id_of("person", person),
            id_of("agency", people.place(person).agency),
            name.full,
            name.given,
            name.sort_key,
            name.search_key,
            f"CB-{person:06d}",
        )


def _logins(people: Population, _: int) -> Iterator[bytes]:
    for person in range(people.persons):
        whose = id_of("person", person)
        yield line(id_of("login", person), whose, ISSUER, subject(person), LINKED)


def _positions(people: Population, _: int) -> Iterator[bytes]:
    for commune in range(people.communes):
        agency = id_of("agency", commune)
        for number, name in enumerate(POSITION_NAMES):
            id = id_of("job_position", commune * POSITIONS + number)
            yield line(id, agency, f"VT-{number + 1:02d}", name, FOUNDED)


def _postings(people: Population, _: int) -> Iterator[bytes]:
    for person in range(people.persons):
        place = people.place(person)
        position = place.position
        yield line(
            id_of("posting", person),
            id_of("person", person),
            id_of("agency", place.agency),
            id_of("unit", place.unit),
            None if position is None else id_of("job_position", position),
            place.office,
            "appointed",
            HELD,
        )


def _catalogues(people: Population, _: int) -> Iterator[bytes]:
    for commune in range(people.communes):
        yield line(
            id_of("catalogue", commune),
            id_of("agency", commune),
            1,
            "Danh mục sản phẩm, công việc quy đổi",
            "Văn bản tham mưu thông thường",
            1,
            "approved",
            FOUNDED,
            id_of("person", people.governor(commune)),
            LINKED,
        )


def _products(people: Population, _: int) -> Iterator[bytes]:
    for commune in range(people.communes):
        agency, catalogue = id_of("agency", commune), id_of("catalogue", commune)
        for number in range(PRODUCTS):
            id, units = id_of("product", commune * PRODUCTS + number), coefficient(number)
            name = f"Sản phẩm, công việc số {number + 1}"
            key, group = f"san pham, cong viec so {number + 1}", 1 + number % 5
            yield line(id, agency, catalogue, code(number), name, key, group, units, units)


FILES = (
    File("agency", "id, name, kind, managing_agency_id, opened_on", _agencies),
    File("unit", "id, agency_id, name, opened_on", _units),
    File("unit_placement", "id, unit_id, parent_id, standing, during", _placements),
    File(
        "person",
        "id, agency_id, full_name, given_name, sort_key, search_key, staff_code",
        _persons,
    ),
    File("login", "id, person_id, issuer, subject, linked_at", _logins),
    File("job_position", "id, agency_id, code, name, opened_on", _positions),
    File(
        "posting",
        "id, person_id, agency_id, unit_id, position_id, office, mode, during",
        _postings,
    ),
    File(
        "catalogue",
        "id, agency_id, edition, title, standard_unit, standard_points, state, in_force_from,"
        " approved_by, approved_at",
        _catalogues,
    ),
    File(
        "product",
        "id, agency_id, catalogue_id, code, name, search_key, group_no, points, coefficient",
        _products,
    ),
)
