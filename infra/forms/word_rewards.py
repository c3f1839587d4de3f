"""Makes the Word template of a list of bonuses, as word.py does those of the others:
`python infra/forms/word_rewards.py`.
"""

import runpy
from pathlib import Path
from typing import Any

from docx.document import Document as DocumentType

WORD: dict[str, Any] = runpy.run_path(str(Path(__file__).with_name("word.py")))
"""How papers, tables and signatures are laid out."""
_lines, _row, _table, _named = WORD["_lines"], WORD["_row"], WORD["_table"], WORD["_named"]


def main() -> None:
    reward_list().save(str(WORD["TEMPLATES"] / "reward_list.docx"))


def reward_list() -> DocumentType:
    """The list of a span's bonuses or additional income."""
    document: DocumentType = WORD["_paper"]()
    WORD["_title"](
        document, "DANH SÁCH CHI TIỀN THƯỞNG, THU NHẬP TĂNG THÊM", "({{ kind }}, {{ period }})"
    )
    _lines(document, "{% if corrects %}Điều chỉnh danh sách theo {{ corrects }}.{% endif %}")
    people = _table(
        document,
        (
            *("TT", "Họ và tên", "Đơn vị", "Mức xếp loại"),
            *("Hệ số", "Số tiền (đồng)", "Ghi chú"),
        ),
        (1, 3.6, 3, 3, 1.6, 2.6, 2.4),
        size=10,
    )
    _row(people, "{%tr for row in rows %}")
    keys = ("no", "name", "unit", "level", "weight", "amount", "note")
    _row(people, *_named("row", *keys), size=10)
    _row(people, "{%tr endfor %}")
    _row(people, "", "Tổng cộng", "", "", "", "{{ total }}", "", bold=True, size=10)
    _lines(
        document,
        "Căn cứ của cơ quan: {{ rule }}.{% if multiples %} Hệ số theo mức: {{ multiples }}."
        "{% endif %}",
        "{% if pool %}Quỹ được chia: {{ pool }} đồng; tổng hệ số: {{ weights }}; mức tiền cho hệ"
        " số 1: {{ base }} đồng.{% endif %}",
        "Cách làm tròn: {{ rounding }}. Chốt danh sách: {{ taken_on }}.",
        "{% if decision %}Duyệt theo {{ decision }}.{% endif %}",
    )
    WORD["_signatures"](
        document,
        ("", "NGƯỜI LẬP DANH SÁCH", "{{ proposed_by }}"),
        (
            "{{ approved_on }}",
            "NGƯỜI ĐỨNG ĐẦU CƠ QUAN",
            "{{ approved_by }}{% if on_behalf_of %} (thay mặt {{ on_behalf_of }}){% endif %}",
        ),
    )
    WORD["_sources"](document)
    return document


if __name__ == "__main__":
    main()
