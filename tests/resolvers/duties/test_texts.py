"""Every notice has its words, in both languages, and leaves nothing open."""

from dataclasses import dataclass

import pytest

from resolvers.duties import STEPS, step_names, words
from resolvers.duties.tables import KINDS, NOTICES
from resolvers.duties.texts import TEXTS

PARAMS = {
    "step": "score_sheets",
    "unit": "Phòng Văn hóa – Xã hội",
    "period": "2026-06-01",
    "due_on": "2026-07-03",
    "subject": "",
    "outcome": "dismissed",
    "reason": "Bão số 5.",
}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("subject", ["", "Báo cáo quý II"])
@pytest.mark.parametrize("step", KINDS)
@pytest.mark.parametrize("kind", NOTICES)
def test_says_what_is_due_where_and_when(kind: str, step: str, subject: str, language: str) -> None:
    said = words(kind, {**PARAMS, "step": step, "subject": subject}, language)
    for text in (said.title, said.text):
        assert not set(text) & set("{}\n")
    assert TEXTS["step"][step][language] in said.title
    assert "Phòng Văn hóa – Xã hội" in said.text
    assert subject in said.text
    assert "06/2026" in said.text
    assert ("03/07/2026" if language == "vi" else "2026-07-03") in said.title


def test_the_catalogue_has_a_word_for_every_kind_and_for_nothing_else() -> None:
    assert tuple(TEXTS["notice"]) == NOTICES
    assert tuple(TEXTS["step"]) == KINDS
    assert set(TEXTS["step_of"]) < set(KINDS)
    assert {step.kind for step in STEPS} <= set(KINDS)


def test_a_percent_or_brace_in_a_name_is_left_as_it_is() -> None:
    said = words("overdue", {**PARAMS, "subject": "{unit} 100 %"}, "vi")
    assert "{unit} 100 %" in said.text


@dataclass(frozen=True)
class Reader:
    language: str


def test_a_set_that_its_head_is_in_is_told_with_its_name() -> None:
    rows = [("classify_people", ""), ("classify_people", "Xã Bình Minh"), ("close_month", "")]
    assert step_names(Reader("vi"), rows) == [
        "Xếp loại chất lượng công chức năm",
        "Xếp loại chất lượng công chức năm của Xã Bình Minh",
        "Khóa sổ kỳ đánh giá của đơn vị",
    ]
    assert step_names(Reader("en"), rows)[1] == "Classify the year's people of Xã Bình Minh"
    params = {**PARAMS, "step": "classify_people", "subject": "Xã Bình Minh", "unit": "Tỉnh A"}
    assert words("overdue", params, "vi").text.startswith(
        "Xếp loại chất lượng công chức năm: danh sách của Xã Bình Minh, trong đó có chính người"
        " đứng đầu, do người đứng đầu Tỉnh A quyết định (tháng 06/2026). Hạn cuối"
    )
