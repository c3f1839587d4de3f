"""Vietnamese personal names: family name first, given name last, sorted by the given name."""

import unicodedata
from dataclasses import dataclass

from resolvers.core.errors import Refusal
from resolvers.core.vietnamese import search_key, tidy, word_key

MOST = 100
_BESIDE_LETTERS = " .'’-"


class NameNotAcceptable(Refusal):
    """A full name has 1 to {most} characters: letters, spaces, full stops, apostrophes, hyphens."""

    code = "NAME_NOT_ACCEPTABLE"
    vi = "Họ và tên có từ 1 đến {most} ký tự: chữ cái, dấu cách, dấu chấm, dấu nháy, gạch nối."


@dataclass(frozen=True, slots=True)
class PersonName:
    """One name in the forms that the directory keeps."""

    full: str
    """Composed (NFC), single spaces, as it is printed."""
    given: str
    """The last word: how the person is called, and sorted."""
    sort_key: str
    """ASCII, compared by bytes: given name, then family name, then what stands between."""
    search_key: str
    """Lower case without diacritics."""


def person_name(text: str) -> PersonName:
    """The name that a text gives; raises NameNotAcceptable."""
    full = tidy(text)
    if not _acceptable(full):
        raise NameNotAcceptable(most=MOST, field="fullName")
    family_and_middle, given = full.split(" ")[:-1], full.split(" ")[-1]
    keys = [word_key(word) for word in (given, *family_and_middle)]
    return PersonName(full, given, " ".join(keys), search_key(full))


def _acceptable(full: str) -> bool:
    allowed = all(_belongs(character) for character in full)
    return allowed and len(full) <= MOST and any(character.isalpha() for character in full)


def _belongs(character: str) -> bool:
    letter = unicodedata.category(character)[0] in "LM"
    return letter or character in _BESIDE_LETTERS
