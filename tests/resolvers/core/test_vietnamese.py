"""One spelling, an order, and a form to search in, for every Vietnamese text."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.core.vietnamese import search_key, tidy, word_key

LETTERS = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y".split()
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
VOWELS = [letter for letter in LETTERS if letter in "aăâeêioôơuưy"]

syllables = st.tuples(
    st.text(st.sampled_from([letter for letter in LETTERS if letter not in VOWELS]), max_size=3),
    st.sampled_from(VOWELS),
    st.integers(0, 5),
    st.text(st.sampled_from(LETTERS), max_size=3),
)


def spelt(syllable: tuple[str, str, int, str]) -> str:
    onset, vowel, tone, rest = syllable
    return unicodedata.normalize("NFC", f"{onset}{vowel}{TONES[tone]}{rest}")


def order(syllable: tuple[str, str, int, str]) -> tuple[list[int], int]:
    onset, vowel, tone, rest = syllable
    return [LETTERS.index(letter) for letter in f"{onset}{vowel}{rest}"], tone


class TestWordKey:
    def test_puts_the_letters_in_the_order_of_the_alphabet(self) -> None:
        keys = [word_key(letter) for letter in LETTERS]
        assert keys == sorted(keys)
        assert len(set(keys)) == len(LETTERS)

    def test_puts_the_six_tones_of_one_syllable_in_their_order(self) -> None:
        words = ["ma", "mà", "mả", "mã", "má", "mạ"]
        assert all(word_key(a) < word_key(b) for a, b in pairwise(words))

    def test_compares_all_letters_before_any_tone(self) -> None:
        words = ["an", "án", "anh", "ánh", "ăn", "ân", "ba"]
        assert sorted(reversed(words), key=word_key) == words

    @given(syllables, syllables)
    def test_orders_any_two_syllables_as_letters_then_tone(self, a: tuple, b: tuple) -> None:
        assert (word_key(spelt(a)) < word_key(spelt(b))) == (order(a) < order(b))

    @given(syllables)
    def test_is_the_same_for_every_encoding_and_case_of_a_word(self, syllable: tuple) -> None:
        word = spelt(syllable)
        decomposed = unicodedata.normalize("NFD", word)
        assert word_key(word) == word_key(decomposed) == word_key(word.upper())

    @pytest.mark.parametrize(
        ("one", "other"), [("hòa", "hoà"), ("thủy", "thuỷ"), ("H'Hen", "hhen")]
    )
    def test_takes_two_spellings_of_one_word_as_one(self, one: str, other: str) -> None:
        assert word_key(one) == word_key(other)

    @given(st.text(max_size=20))
    def test_is_printable_ascii_for_whatever_is_typed(self, text: str) -> None:
        key = word_key(text)
        assert key.isascii()
        assert key.isprintable()
        assert " " not in key

    def test_puts_letters_of_other_alphabets_after_its_own(self) -> None:
        assert word_key("z") < word_key("ж")


class TestSearchKey:
    def test_writes_names_without_diacritics_in_lower_case(self) -> None:
        assert search_key("  ĐẶNG  Thị Ơn, phường Cửa Ông ") == "dang thi on, phuong cua ong"

    @given(syllables)
    def test_finds_a_syllable_by_its_bare_letters(self, syllable: tuple) -> None:
        key = search_key(spelt(syllable))
        assert key.isascii()
        assert len(key) == len("".join(part for part in (syllable[0], syllable[1], syllable[3])))

    @given(st.text(max_size=40))
    def test_changes_nothing_the_second_time(self, text: str) -> None:
        assert search_key(search_key(text)) == search_key(text)


class TestTidy:
    @given(st.text(max_size=40))
    def test_gives_composed_text_with_single_spaces(self, text: str) -> None:
        neat = tidy(text)
        assert neat == neat.strip()
        assert "  " not in neat
        assert tidy(unicodedata.normalize("NFD", text)) == neat
