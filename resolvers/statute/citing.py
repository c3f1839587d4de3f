"""Citations in Vietnamese. They are kept in English and turned by rule, so that the two agree."""

import re
from collections.abc import Mapping

_ARTICLE = re.compile(
    r"(?P<kind>Decree|Law|Labour Code|Resolution) (?P<number>\S+), art\. (?P<article>\d+)"
    r"(\((?P<clause>\d+)\)(-\((?P<last>\d+)\))?(\((?P<point>[a-zđ])\))?)?"
)
_WHOLE = re.compile(r"(?P<kind>Decree|Notice|Letter) (?P<number>\S+)")
_FORM = re.compile(r"Decree (?P<decree>\S+), Annex (?P<annex>[IVX]+), form (?P<form>\d+)")
_RULE = re.compile(r"Agency rule (?P<name>\w+), left open by (?P<text>.+)")

KINDS = {
    "Decree": "Nghị định",
    "Law": "Luật",
    "Labour Code": "Bộ luật Lao động",
    "Resolution": "Nghị quyết",
    "Notice": "Thông báo",
    "Letter": "Công văn",
}
"""Kinds of texts, in Vietnamese."""


class Citations(dict[str, str]):
    """Citations in one language by their English form, each turned when first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, cite: str) -> str:
        said = self[cite] = cited(cite, self._language)
        return said


def cited(cite: str, language: str) -> str:
    """A citation in English ("en", as kept) or Vietnamese ("vi"); ValueError where it is none."""
    if language == "en":
        return cite
    if match := _ARTICLE.fullmatch(cite):
        text = f"{KINDS[match['kind']]} số {match['number']}"
        return f"{_place(match)}Điều {match['article']} {text}"
    if match := _FORM.fullmatch(cite):
        return f"Mẫu số {match['form']} Phụ lục {match['annex']} Nghị định số {match['decree']}"
    if match := _RULE.fullmatch(cite):
        text = cited(match["text"], language)
        return f"Quy chế của cơ quan ({match['name']}), nội dung {text} chưa quy định"
    if match := _WHOLE.fullmatch(cite):
        return f"{KINDS[match['kind']]} số {match['number']}"
    raise ValueError(f"not a citation: {cite}")


def _place(match: re.Match[str]) -> str:
    """The point and the clause, the smaller first, as Vietnamese statutes cite them."""
    point, clause, last = match["point"], match["clause"], match["last"]
    place = f"điểm {point} " if point else ""
    if clause:
        place += f"khoản {clause} "
    if last:
        place += f"đến khoản {last} "
    return place


CITATIONS: Mapping[str, Citations] = {"en": Citations("en"), "vi": Citations("vi")}
"""By language. There are some twenty texts, and each is cited by every score."""
