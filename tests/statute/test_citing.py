"""Citations in Vietnamese, by rule."""

import pytest

from resolvers.statute.citing import cited


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
        (
            "Decree 335/2025/NĐ-CP, Annex II, form 01",
            "Mẫu số 01 Phụ lục II Nghị định số 335/2025/NĐ-CP",
        ),
        (
            "Agency rule cap, left open by Decree 335/2025/NĐ-CP, art. 12(3)",
            "Quy chế của cơ quan (cap), nội dung khoản 3 Điều 12 Nghị định số 335/2025/NĐ-CP"
            " chưa quy định",
        ),
    ],
)
def test_a_citation_is_said_as_vietnamese_statutes_cite(english: str, vietnamese: str) -> None:
    assert cited(english, "vi") == vietnamese
    assert cited(english, "en") == english


def test_what_is_no_citation_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="the minister said so"):
        cited("the minister said so", "vi")
