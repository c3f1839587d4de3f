"""Citations in Vietnamese. They are kept in English and turned by rule, so that the two agree."""

import re
from collections.abc import Mapping

from resolvers.statute.switches.names import RULES

_ARTICLE = re.compile(
    r"(?P<kind>Decree|Law|Labour Code|Resolution|Regulation|Decision|People's Council Resolution)"
    r" (?P<number>\S+), art\. (?P<article>\d+)"
    r"(\((?P<clause>\d+)\)(-\((?P<last>\d+)\))?(\((?P<point>[a-zđ])\))?)?"
)
_SECTION = re.compile(
    r"(?P<kind>Guidance|Regulation|Decision) (?P<number>\S+),"
    r" section (?P<section>([IVX]+|\d+)(\.\d+)*)"
)
_WHOLE = re.compile(
    r"(?P<kind>Decree|Notice|Letter|Regulation|Guidance|Decision|People's Council Resolution)"
    r" (?P<number>\S+)"
)
_FORM = re.compile(
    r"(?P<kind>Decree|Regulation|Guidance|Decision) (?P<number>\S+?)"
    r"(, Annex (?P<annex>[IVX]+|\d+))?(, form (?P<form>\d+[A-C]?))?"
)
_LOCAL = re.compile(r"(?P<kind>Guidance|Regulation) (?P<number>\S+/TU) of (?P<province>[^,]+)")
_RULE = re.compile(r"Agency rule (?P<name>\w+), left open by (?P<text>.+)")

KINDS = {
    "Decree": "Nghị định",
    "Law": "Luật",
    "Labour Code": "Bộ luật Lao động",
    "Resolution": "Nghị quyết",
    "Notice": "Thông báo",
    "Letter": "Công văn",
    "Regulation": "Quy định",
    "Guidance": "Hướng dẫn",
    "Decision": "Quyết định",
    "People's Council Resolution": "Nghị quyết của Hội đồng nhân dân",
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
    """A citation in English ("en") or Vietnamese ("vi"); ValueError where it is none.

    English is as kept, but that an agency rule is told by what it is about.
    """
    if match := _RULE.fullmatch(cite):
        return _ruled(match["name"], match["text"], language)
    if language == "en":
        return cite
    if match := _ARTICLE.fullmatch(cite):
        text = f"{KINDS[match['kind']]} số {match['number']}"
        place = placed(match["article"], match["clause"], match["point"], match["last"])
        return f"{place} {text}"
    if match := _SECTION.fullmatch(cite):
        return f"Mục {match['section']} {KINDS[match['kind']]} số {match['number']}"
    if match := _FORM.fullmatch(cite):
        form = f"Mẫu số {match['form']} " if match["form"] else ""
        annex = f"Phụ lục {match['annex']} " if match["annex"] else ""
        return f"{form}{annex}{KINDS[match['kind']]} số {match['number']}"
    if match := _LOCAL.fullmatch(cite):
        place = f"Tỉnh ủy {match['province']}"
        return f"{KINDS[match['kind']]} số {match['number']} của {place}"
    if match := _WHOLE.fullmatch(cite):
        return f"{KINDS[match['kind']]} số {match['number']}"
    raise ValueError(f"not a citation: {cite}")


def _ruled(name: str, text: str, language: str) -> str:
    """An agency's own rule, and the text that leaves it open; ValueError where there is none."""
    if name not in RULES:
        raise ValueError(f"not an agency rule: {name}")
    english, vietnamese = RULES[name]
    if language == "en":
        return f"The agency's rule on {english}, left open by {text}"
    return f"Quy chế của cơ quan về {vietnamese} ({cited(text, language)} chưa quy định)"


def placed(article: str, clause: str | None, point: str | None, last: str | None = None) -> str:
    """The point, the clause, the article: the smaller first, as Vietnamese statutes cite them."""
    said = f"điểm {point} " if point else ""
    if clause:
        said += f"khoản {clause} "
    if last:
        said += f"đến khoản {last} "
    return f"{said}Điều {article}"


CITATIONS: Mapping[str, Citations] = {"en": Citations("en"), "vi": Citations("vi")}
"""By language. There are some twenty texts, and each is cited by every score."""
