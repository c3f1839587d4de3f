"""The files of holidays, linted, and every departure from their form refused."""

from datetime import date
from pathlib import Path

import pytest

from resolvers.statute.calendar import years
from resolvers.statute.citing import cited

FILES = sorted((Path(years.__file__).parent / "holidays").glob("*.toml"))
FIXED = {"Tết Dương lịch": (1, 1), "Ngày Chiến thắng": (4, 30), "Ngày Quốc tế lao động": (5, 1)}
TET_DAYS, NATIONAL_DAYS = 5, 2


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
class TestFile:
    def test_reads_and_cites_what_can_be_said_in_vietnamese(self, file: Path) -> None:
        year = years.year_of(int(file.stem))
        for reason in (*year.off.values(), *year.worked.values()):
            assert cited(reason.cite, "vi") != reason.cite

    def test_has_the_fixed_holidays_of_the_labour_code(self, file: Path) -> None:
        year = years.year_of(int(file.stem))
        for name, (month, day) in FIXED.items():
            assert year.off[date(int(file.stem), month, day)].vi == name

    def test_has_five_days_of_tet_at_work_and_two_national_days(self, file: Path) -> None:
        off = years.year_of(int(file.stem)).off
        tet = [day for day, why in off.items() if "Nguyên đán" in why.vi and day.weekday() < 5]
        national = [day for day, why in off.items() if why.vi == "Quốc khánh"]
        assert (len(tet), len(national)) == (TET_DAYS, NATIONAL_DAYS)
        assert date(int(file.stem), 9, 2) in national

    def test_makes_up_for_every_fixed_holiday_at_a_weekend(self, file: Path) -> None:
        off = years.year_of(int(file.stem)).off
        made_up = [why.vi for why in off.values() if why.vi.startswith("Nghỉ bù ")]
        for day, why in off.items():
            own = why.cite.startswith("Labour Code 45/2019/QH14, art. 112")
            if own and day.weekday() >= 5:
                assert f"Nghỉ bù {why.vi}" in made_up

    def test_gives_a_day_at_a_weekend_for_every_weekday_swapped(self, file: Path) -> None:
        year = years.year_of(int(file.stem))
        swapped = [day for day, why in year.off.items() if why.vi.startswith("Hoán đổi")]
        assert len(swapped) == len(year.worked)
        assert all(day.weekday() < 5 for day in swapped)


GOOD = """
    year = 2030
    sources = ["Example Notice 1"]
    [[off]]
    days = [2030-01-01]
    vi = "Tết Dương lịch"
    cite = "Notice 1"
    [[swap]]
    off = 2030-01-04
    worked = 2030-01-12
    vi = "Hoán đổi"
    cite = "Notice 1"
"""


class TestReading:
    def test_takes_the_form_as_it_is(self) -> None:
        year = years.read(2030, GOOD)
        assert sorted(year.off) == [date(2030, 1, 1), date(2030, 1, 4)]
        assert list(year.worked) == [date(2030, 1, 12)]

    @pytest.mark.parametrize(
        ("good", "bad", "complaint"),
        [
            ("year = 2030", "year = 2031", "keys are"),
            ("year = 2030", "year = 2030\nextra = 1", "keys are"),
            ('sources = ["Example Notice 1"]', "sources = []", "sources are missing"),
            ("days = [2030-01-01]", "days = [2029-12-31]", "2029-12-31 is no day of the year"),
            ("days = [2030-01-01]", 'days = ["2030-01-01"]', "2030-01-01 is no day of the year"),
            ("days = [2030-01-01]", "days = [2030-01-04]", "2030-01-04 stands twice"),
            ("worked = 2030-01-12", "worked = 2030-01-11", "2030-01-11 is worked anyway"),
        ],
    )
    def test_refuses_any_departure_from_it(self, good: str, bad: str, complaint: str) -> None:
        assert good in GOOD
        with pytest.raises(ValueError, match=complaint):
            years.read(2030, GOOD.replace(good, bad))
