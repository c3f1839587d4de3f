"""Citations in Vietnamese, by rule."""

import pytest

from resolvers.statute.citing import cited
from resolvers.statute.party.votes import MAJORITY_CITE, QUORUM_CITE
from resolvers.statute.switches import REGISTRY


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("Decree 335/2025/NĐ-CP, art. 20", "Điều 20 Nghị định số 335/2025/NĐ-CP"),
        ("Decree 335/2025/NĐ-CP, art. 16(1)", "khoản 1 Điều 16 Nghị định số 335/2025/NĐ-CP"),
        (
            "Decree 335/2025/NĐ-CP, art. 14(2)(b)",
            "điểm b khoản 2 Điều 14 Nghị định số 335/2025/NĐ-CP",
        ),
        (
            "Decree 335/2025/NĐ-CP, art. 20(1)-(4)",
            "khoản 1 đến khoản 4 Điều 20 Nghị định số 335/2025/NĐ-CP",
        ),
        ("Law 80/2025/QH15, art. 38(4)", "khoản 4 Điều 38 Luật số 80/2025/QH15"),
        (
            "Labour Code 45/2019/QH14, art. 112(1)(e)",
            "điểm e khoản 1 Điều 112 Bộ luật Lao động số 45/2019/QH14",
        ),
        ("Resolution 28/2026/QH16, art. 2", "Điều 2 Nghị quyết số 28/2026/QH16"),
        ("Decree 27/2026/NĐ-CP", "Nghị định số 27/2026/NĐ-CP"),
        ("Notice 9441/TB-BNV", "Thông báo số 9441/TB-BNV"),
        ("Letter 10065/VPCP-KGVX", "Công văn số 10065/VPCP-KGVX"),
        ("Regulation 366-QĐ/TW", "Quy định số 366-QĐ/TW"),
        ("Regulation 366-QĐ/TW, art. 11(2)", "khoản 2 Điều 11 Quy định số 366-QĐ/TW"),
        ("Regulation 366-QĐ/TW, Annex 3", "Phụ lục 3 Quy định số 366-QĐ/TW"),
        ("Guidance 43-HD/BTCTW", "Hướng dẫn số 43-HD/BTCTW"),
        ("Guidance 43-HD/BTCTW, section 7.12", "Mục 7.12 Hướng dẫn số 43-HD/BTCTW"),
        ("Guidance 43-HD/BTCTW, form 2A", "Mẫu số 2A Hướng dẫn số 43-HD/BTCTW"),
        ("Decision 786/QĐ-BNV, art. 5", "Điều 5 Quyết định số 786/QĐ-BNV"),
        (
            "People's Council Resolution 27/2025/NQ-HĐND",
            "Nghị quyết của Hội đồng nhân dân số 27/2025/NQ-HĐND",
        ),
        (
            "People's Council Resolution 81/2025/NQ-HĐND, art. 3(1)",
            "khoản 1 Điều 3 Nghị quyết của Hội đồng nhân dân số 81/2025/NQ-HĐND",
        ),
        (
            "Decree 335/2025/NĐ-CP, Annex II, form 01",
            "Mẫu số 01 Phụ lục II Nghị định số 335/2025/NĐ-CP",
        ),
    ],
)
def test_a_citation_is_said_as_vietnamese_statutes_cite(english: str, vietnamese: str) -> None:
    assert cited(english, "vi") == vietnamese
    assert cited(english, "en") == english


def test_what_is_no_citation_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="the minister said so"):
        cited("the minister said so", "vi")


def test_an_agency_rule_is_told_by_what_it_is_about() -> None:
    rule = "Agency rule rounding_mode, left open by Decree 335/2025/NĐ-CP, art. 17(1)"
    assert cited(rule, "en") == (
        "The agency's rule on which way an exact half is rounded,"
        " left open by Decree 335/2025/NĐ-CP, art. 17(1)"
    )
    assert cited(rule, "vi") == (
        "Quy chế của cơ quan về cách làm tròn phần đúng một nửa"
        " (khoản 1 Điều 17 Nghị định số 335/2025/NĐ-CP chưa quy định)"
    )


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_agency_rule_has_words_for_what_it_is_about(language: str) -> None:
    cites = [switch.cite for switch in REGISTRY.values()] + [QUORUM_CITE, MAJORITY_CITE]
    for cite in cites:
        assert "_" not in cited(cite, language)
    with pytest.raises(ValueError, match="not an agency rule"):
        cited("Agency rule bonus, left open by Decree 335/2025/NĐ-CP, art. 17(1)", language)
