"""Names of persons: how they are accepted, split, sorted and searched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.people.names import NameNotAcceptable, person_name

words = st.sampled_from(
    "Nguyễn Trần Lê Đặng Đỗ Văn Thị Minh Ngọc An Án Anh Ân Ăn Bình Đạt Dũng Hoà Hòa Quý".split()
)
names = st.lists(words, min_size=1, max_size=5).map(" ".join)


class TestPersonName:
    def test_takes_the_last_word_as_the_given_name(self) -> None:
        name = person_name("Nguyễn Thị Minh Khai")
        assert (name.full, name.given) == ("Nguyễn Thị Minh Khai", "Khai")

    def test_keeps_one_spelling_of_what_is_typed_in_another(self) -> None:
        typed = unicodedata.normalize("NFD", "  Đặng   Thùy  Trâm ")
        assert person_name(typed) == person_name("Đặng Thùy Trâm")

    def test_sorts_by_given_name_then_family_name_then_what_is_between(self) -> None:
        names = [
            "Lê An",
            "Nguyễn Hữu An",
            "Nguyễn Văn An",
            "Trần An",
            "Bùi Án",
            "Bùi Anh",
            "Bùi Ăn",
            "Bùi Dũng",
            "Bùi Đạt",
        ]
        assert sorted(reversed(names), key=lambda name: person_name(name).sort_key) == names

    def test_searches_without_diacritics(self) -> None:
        assert person_name("Đỗ Thị Hằng").search_key == "do thi hang"

    @pytest.mark.parametrize("name", ["H'Hen Niê", "Y Bhút Êban", "Nguyễn Thị Thu-Hà", "An"])
    def test_accepts_names_of_every_people_of_the_country(self, name: str) -> None:
        assert person_name(name).full == name

    @pytest.mark.parametrize("name", ["", "   ", "Nguyễn 2", "<b>An</b>", "---", "a" * 101, "An\0"])
    def test_refuses_what_is_no_name(self, name: str) -> None:
        with pytest.raises(NameNotAcceptable) as refused:
            person_name(name)
        assert refused.value.code == "NAME_NOT_ACCEPTABLE"
        assert refused.value.field == "fullName"

    @given(names)
    def test_changes_nothing_the_second_time(self, name: str) -> None:
        assert person_name(person_name(name).full) == person_name(name)

    @given(names, names)
    def test_never_lets_a_family_name_outrank_a_given_name(self, one: str, other: str) -> None:
        a, b = person_name(one), person_name(other)
        givens = person_name(a.given).sort_key, person_name(b.given).sort_key
        if givens[0] != givens[1]:
            assert (a.sort_key < b.sort_key) == (givens[0] < givens[1])
