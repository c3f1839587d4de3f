"""Vietnamese text as the platform keeps it: one spelling, an order, and a form to search in."""

import unicodedata
from functools import cache

from sqlalchemy import ColumnElement, func, literal_column

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The 29 letters in their order, with f, j, w and z of borrowed words at their usual places."""
_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Huyền, hỏi, ngã, sắc, nặng; a letter without a mark, ngang, comes before them all."""
_QUALITIES = "\u0302\u0306\u031b"
"""The marks of â, ă and ơ."""
_NO_TONE = "0"
_BORROWED = "z"
"""Opens a letter of another alphabet, after every letter of this one."""
_CODES = {letter: chr(ord("A") + rank) for rank, letter in enumerate(ALPHABET)}


def tidy(text: str) -> str:
    """The text composed (NFC), with single spaces and none at its ends.

    Characters that format and are not seen (a byte order mark, a soft hyphen) are left out.
    """
    shown = "".join(each for each in text if unicodedata.category(each) != "Cf")
    return " ".join(unicodedata.normalize("NFC", shown).split())


def search_key(text: str) -> str:
    """Lower case without diacritics, đ as d, single spaces: "Đặng Thị Ơn" gives "dang thi on"."""
    folded = unicodedata.normalize("NFKD", text).casefold().replace("đ", "d")
    parts = unicodedata.normalize("NFKD", folded)
    return " ".join("".join(each for each in parts if not unicodedata.combining(each)).split())


def found_in(key: ColumnElement[str], typed: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a column that holds a `search_key` contains what somebody typed, as SQL."""
    return func.strpos(key, func.btrim(plain(typed))) > 0


def plain(text: ColumnElement[str]) -> ColumnElement[str]:
    """A Vietnamese text in lower case without diacritics, as SQL; for lists that keep no key.

    Its marks are taken off first: the server's own lower() knows ASCII alone where its locale is C.
    """
    apart = func.normalize(text, literal_column("NFD"))
    return func.lower(func.translate(apart, f"đĐ{_QUALITIES}{_TONES}", "dd"))


def word_key(word: str) -> str:
    """A text of ASCII whose order by bytes is the order of words in a Vietnamese dictionary.

    Letters decide first, then the tone: an < ản < án < anh < ăn. Where in a syllable the tone mark
    stands does not matter ("hòa" and "hoà" are one word), nor do case and punctuation.
    """
    parts = [_parts(letter) for letter in unicodedata.normalize("NFC", word.lower())]
    letters = "".join(_code(each) for base, _ in parts for each in base)
    tones = "".join(tone for _, tone in parts)
    return f"{letters}!{tones or _NO_TONE}"


@cache
def _parts(letter: str) -> tuple[str, str]:
    """A letter without its tone, and the tone's rank; a mark of quality stays with the letter."""
    marks = unicodedata.normalize("NFD", letter)
    tones = "".join(str(_TONES.index(mark) + 1) for mark in marks if mark in _TONES)
    rest = "".join(mark for mark in marks if mark not in _TONES)
    return unicodedata.normalize("NFC", rest), tones


def _code(letter: str) -> str:
    if letter in _CODES:
        return _CODES[letter]
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    return f"{_BORROWED}{ord(letter):06x}" if letter.isalpha() else ""
