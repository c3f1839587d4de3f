"""Every file of numbers and wording, linted: what the loader cannot know, this page demands."""

import tomllib
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest

import resolvers.statute
from resolvers.statute import load
from resolvers.statute.citing import cited
from resolvers.statute.evaluation import AbsenceKind, DisqualifierKind, parameters
from resolvers.statute.evaluation.classes import quota
from resolvers.statute.evaluation.classes.grounds import GROUNDS
from resolvers.statute.evaluation.facts import Origin
from resolvers.statute.evaluation.levels import Level
from resolvers.statute.evaluation.organisations import parameters as organisations
from resolvers.statute.evaluation.steps import DRESSES
from resolvers.statute.evaluation.wording import NAMES, WORDING
from resolvers.statute.evaluation.year import parameters as year
from tests.statute.chapters import EVERYTHING

ROOT = Path(resolvers.statute.__file__).parent
WORDS = {"wording", "names"}
HOLIDAYS = ROOT / "calendar" / "holidays"
PATHS = sorted(
    str(path.relative_to(ROOT).with_suffix(""))
    for path in ROOT.rglob("*.toml")
    if path.stem not in WORDS and path.parent != HOLIDAYS
)
REACHING_BACK = {"rewards/ho_chi_minh_city", "rewards/ho_chi_minh_city_others"}
"""Resolved in August 2025 for what is paid from July on."""
LANGUAGES = ("en", "vi")


@pytest.mark.parametrize("path", PATHS)
class TestParameterFile:
    def test_reads(self, path: str) -> None:
        assert load.parameter(path).name == path

    def test_is_read_by_the_program(self, path: str) -> None:
        assert path in {dated.name for dated in EVERYTHING}

    def test_cites_what_can_be_said_in_vietnamese(self, path: str) -> None:
        for version in load.parameter(path).versions:
            said = cited(version.cite, "vi")
            kinds = ("Nghị định", "Luật", "Nghị quyết", "Quyết định", "Quy định", "Hướng dẫn")
            assert any(kind in said for kind in kinds)

    def test_is_published_before_it_governs_or_says_that_it_reaches_back(self, path: str) -> None:
        for version in load.parameter(path).versions:
            assert version.published <= version.since or path in REACHING_BACK

    def test_has_a_number_for_every_key_in_its_unit(self, path: str) -> None:
        unit = tomllib.loads((ROOT / f"{path}.toml").read_text("utf-8"))["unit"]
        most = {"points": Decimal(100), "share": Decimal(1), "flag": Decimal(1)}
        for version in load.parameter(path).versions:
            for number in version.value.values():
                assert 0 <= number <= most.get(unit, number)
                assert unit not in ("flag", "count") or number == int(number)

    def test_names_every_key_or_none(self, path: str) -> None:
        named = load.names(path)
        for version in load.parameter(path).versions:
            for language in LANGUAGES:
                assert set(named[language]) in (set(), set(version.value))


class TestInvariants:
    def test_the_two_parts_make_a_hundred_points(self) -> None:
        for version in parameters.PARTS.versions:
            assert sum(version.value.values()) == 100, version.cite

    def test_the_criteria_make_the_general_part(self) -> None:
        for criteria in parameters.GENERAL_CRITERIA.versions:
            general = parameters.PARTS.at(criteria.since, criteria.published).value["general"]
            assert sum(criteria.value.values()) == general, criteria.cite

    def test_each_group_of_criteria_makes_ten_points(self) -> None:
        for version in parameters.GENERAL_CRITERIA.versions:
            for group in ("I", "II", "III"):
                own = [v for code, v in version.value.items() if code.split(".")[0] == group]
                assert sum(own) == 10, (version.cite, group)

    def test_thresholds_fall_from_the_best_level_to_zero(self) -> None:
        for version in parameters.LEVELS.versions:
            least = list(version.value.values())
            assert [*version.value] == [level for level in Level if level != "INSUFFICIENT_DATA"]
            assert least == sorted(least, reverse=True)
            assert len(set(least)) == len(least)
            assert least[-1] == 0

    def test_every_origin_is_either_assigned_or_earns(self) -> None:
        for dated in (parameters.ASSIGNED_ORIGINS, parameters.EARNING_ORIGINS):
            for version in dated.versions:
                assert set(version.value) == set(Origin)
                assert set(version.value.values()) == {0, 1}

    def test_a_met_criterion_of_leaders_is_worth_all_of_it(self) -> None:
        for version in parameters.LEADERSHIP.versions:
            assert 0 < version.value["not_met"] < version.value["met"] == 1

    def test_the_levels_of_organisations_begin_where_those_of_people_do(self) -> None:
        for version in organisations.LEVELS.versions:
            people = parameters.LEVELS.at(version.since, version.published)
            assert version.value == people.value, version.cite

    def test_the_criteria_of_organisations_are_three_and_eight(self) -> None:
        for version in organisations.CRITERIA.versions:
            assert sorted(version.value.values()) == [0] * 3 + [1] * 8, version.cite

    def test_the_raised_share_of_excellent_is_above_the_usual_one(self) -> None:
        for dated in (quota.QUOTA_PEOPLE, quota.QUOTA_ORGANISATIONS):
            for version in dated.versions:
                assert 0 < version.value["usual"] < version.value["raised"] < 1

    def test_every_kind_of_absence_is_known_to_both_rules(self) -> None:
        for dated in (year.ABSENCES_IN_SERVICE, year.ABSENCES_EXCEPTED):
            for version in dated.versions:
                assert set(version.value) == set(AbsenceKind)

    def test_only_leave_can_be_excepted(self) -> None:
        for version in year.ABSENCES_EXCEPTED.versions:
            service = year.ABSENCES_IN_SERVICE.at(version.since, version.published).value
            for kind, excepted in version.value.items():
                assert not (excepted and service[kind]), kind

    def test_every_kind_of_disqualifier_has_its_text(self) -> None:
        assert set(GROUNDS) == set(DisqualifierKind)

    def test_the_decree_deducts_a_quarter_and_knows_five_groups(self) -> None:
        for dated in (parameters.QUALITY_DEDUCTION, parameters.PROGRESS_DEDUCTION):
            assert dated.versions[0].value == {"each": Decimal("0.25")}
        assert parameters.CATALOGUE.versions[0].value == {"groups": 5}


@pytest.mark.parametrize("key", WORDING)
class TestWording:
    def test_holds_the_number_of_the_step_last(self, key: str) -> None:
        assert WORDING[key].values[-1] == "value"

    def test_says_the_same_values_in_both_languages(self, key: str) -> None:
        said = [
            {(field, spec) for _, field, spec, _ in Formatter().parse(text) if field}
            for text in (WORDING[key].en, WORDING[key].vi)
        ]
        assert said[0] == said[1]
        assert {field for field, _ in said[0]} <= set(WORDING[key].values)

    def test_asks_for_names_in_one_way(self, key: str) -> None:
        for text in (WORDING[key].en, WORDING[key].vi):
            specs = {spec for _, field, spec, _ in Formatter().parse(text) if field}
            assert specs <= {"", *DRESSES} - {"number"}


CHAPTERS = sorted(
    {path.relative_to(ROOT).parts[0] for words in WORDS for path in ROOT.rglob(f"{words}.toml")}
)


@pytest.mark.parametrize("chapter", CHAPTERS)
@pytest.mark.parametrize("words", sorted(WORDS))
def test_no_key_stands_on_two_pages_of_a_chapter(words: str, chapter: str) -> None:
    """A page read later would silently say something else for a page read before."""
    found = (ROOT / chapter).rglob(f"{words}.toml")
    pages = [tomllib.loads(path.read_text("utf-8")) for path in found]
    keys = [key for page in pages for key in (page["en"] if words == "names" else page)]
    assert len(keys) == len(set(keys))


def test_both_languages_name_the_same_codes() -> None:
    assert set(NAMES) == set(LANGUAGES)
    assert set(NAMES["en"]) == set(NAMES["vi"]) > set(Level)


class TestLoader:
    GOOD = """
        title = "Example"
        unit = "points"
        [[version]]
        since = 2026-01-01
        published = 2025-12-21
        cite = "Example Decree 1/2025, art. 1"
        value = { most = 0.30 }
    """

    def test_keeps_every_number_exact(self) -> None:
        value = load.read("example", self.GOOD).versions[0].value
        assert str(value["most"]) == "0.30"

    @pytest.mark.parametrize(
        ("good", "bad", "complaint"),
        [
            ('unit = "points"', 'unit = "stars"', "unit must be one of"),
            ('unit = "points"', "", "keys are"),
            ('unit = "points"', 'unit = "points"\nextra = 1', "keys are"),
            ('title = "Example"', 'title = " "', "title is empty"),
            ("since = 2026-01-01", "since = 2026-01-01T00:00:00", "since must be a plain date"),
            ("since = 2026-01-01", 'since = "2026-01-01"', "since must be a plain date"),
            ("published = 2025-12-21", "", "keys are"),
            ('cite = "Example Decree 1/2025, art. 1"', 'cite = ""', "cite is empty"),
            ("value = { most = 0.30 }", "value = {}", "value must be a table"),
            ("value = { most = 0.30 }", "value = 0.30", "value must be a table"),
            ("value = { most = 0.30 }", 'value = { most = "0.30" }', "most must be a number"),
            ("value = { most = 0.30 }", "value = { most = true }", "most must be a number"),
            ("value = { most = 0.30 }", "value = { most = nan }", "most must be a number"),
        ],
    )
    def test_refuses_any_departure_from_the_form(self, good: str, bad: str, complaint: str) -> None:
        assert good in self.GOOD
        with pytest.raises(ValueError, match=complaint):
            load.read("example", self.GOOD.replace(good, bad))

    def test_refuses_a_key_given_twice(self) -> None:
        with pytest.raises(tomllib.TOMLDecodeError):
            load.read("example", self.GOOD.replace("since =", "cite = 1\nsince =", 1))
