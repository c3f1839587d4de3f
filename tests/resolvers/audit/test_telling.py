"""A leaf in words: what changed, by which text, and why an attempt was refused."""

import pytest

from authz.rulebook import standing
from resolvers.audit import telling
from resolvers.audit.telling import basis_of, changes, refusal_text

SCORED = (
    "sheet",
    {"level": None, "round": 1, "state": "self_assessed", "total": None, "version": 2},
    {
        "level": "GOOD",
        "marks": {"I.1": "5", "II.1": "2.5"},
        "round": 1,
        "state": "scored",
        "total": "81.50",
    },
)


def test_what_a_score_changed_is_told_in_vietnamese() -> None:
    assert changes(*SCORED, "vi") == [
        {"field": "Mức", "was": None, "became": "Hoàn thành tốt nhiệm vụ"},
        {"field": "Điểm", "was": None, "became": "I.1: 5; II.1: 2,5"},
        {"field": "Trạng thái", "was": "Chờ chấm điểm", "became": "Đã chấm, chưa ký"},
        {"field": "Tổng điểm", "was": None, "became": "81,50"},
    ]


def test_and_in_english() -> None:
    assert changes(*SCORED, "en")[2:] == [
        {"field": "State", "was": "Waits for the head", "became": "Scored, not signed"},
        {"field": "Total", "was": None, "became": "81.50"},
    ]


def test_days_and_spans_are_written_as_people_write_them() -> None:
    after = {"period": "2026-06-01", "due_on": "2026-06-14", "during": "2026-06-12…2026-07-30"}
    told = [each["became"] for each in changes("assignment", None, after, "vi")]
    assert told == ["06/2026", "14/06/2026", "12/06/2026 – 30/07/2026"]


def test_ids_hashes_and_codes_without_words_are_left_to_the_exact_record() -> None:
    after = {
        "unit": "01a201db-c513-70b5-a612-014473415581",
        "sha256": "ab" * 32,
        "kind": "something_new",
        "evidence": [{"name": "ket-qua.pdf"}],
    }
    assert changes("delivery", None, after, "vi") == [
        {"field": "Số minh chứng", "was": None, "became": "1"}
    ]


@pytest.mark.parametrize("rule", sorted(standing().rules))
def test_every_rule_says_what_it_rests_on_in_vietnamese(rule: str) -> None:
    told = basis_of(rule, "vi")
    assert told is not None
    assert not any(word in told for word in ("art.", "sec.", "Decree", "Law ", "Design"))


def test_a_rule_is_told_by_its_article() -> None:
    assert (
        basis_of("responsible-head-scores", "vi") == "khoản 1 Điều 10 Nghị định số 335/2025/NĐ-CP"
    )
    assert basis_of("responsible-head-scores", "en") == "Decree 335/2025, art. 10.1"
    assert basis_of("no-rule-permits", "vi") == "Không có quy tắc nào cho phép"
    assert basis_of("never-heard-of", "vi") is None


def test_a_refusal_is_told_as_the_person_was_told() -> None:
    assert "đã ký" in refusal_text("ALREADY_SIGNED", "vi")
    assert "{" not in refusal_text("STALE_VERSION", "vi")
    assert refusal_text("NEVER_HEARD_OF", "vi") == "NEVER_HEARD_OF"


@pytest.mark.parametrize("part", ["subjects", "fields", "values"])
def test_every_word_stands_in_both_languages(part: str) -> None:
    for code, said in telling._WORDS[part].items():
        assert len(said) == 2, code
        assert all(each.strip() for each in said), code
