"""Makes the Word template of the Party's form, as word.py does those of the others:
`python infra/forms/word_party.py`.
"""

import runpy
from pathlib import Path
from typing import Any

from docx.document import Document as DocumentType

WORD: dict[str, Any] = runpy.run_path(str(Path(__file__).with_name("word.py")))
"""How papers, tables and signatures are laid out."""
_lines, _bold, _row = WORD["_lines"], WORD["_bold"], WORD["_row"]
_table, _named, _centred = WORD["_table"], WORD["_named"], WORD["_centred"]


def main() -> None:
    party_review().save(str(WORD["TEMPLATES"] / "party_review.docx"))


def party_review() -> DocumentType:
    """Forms 2A, 2B, 2C and 01 of Guidance 43-HD/BTCTW, as far as it names what they hold."""
    document: DocumentType = WORD["_paper"]()
    _letterhead(document)
    _centred(document.add_paragraph(), "Mẫu {{ code }}")
    WORD["_title"](document, "{{ title|upper }}", "({{ span }})")
    _lines(document, "Họ và tên (tập thể): {{ name }}", "Chi bộ, tổ chức: {{ body }}")
    _bold(document, "I. TỰ KIỂM ĐIỂM")
    _lines(document, "{{ own_text }}")
    _bold(document, "II. TỰ CHẤM ĐIỂM, TỰ XẾP LOẠI")
    found = _table(document, ("Nội dung", "Giá trị"), (13, 4))
    _row(found, "{%tr for each in found %}")
    _row(found, *_named("each", "name", "value"))
    _row(found, "{%tr endfor %}")
    _row(found, "Tổng điểm tự chấm", "{{ points }}", bold=True)
    _choices(document, "own")
    _bold(document, "III. GIẢI TRÌNH CÁC NỘI DUNG ĐƯỢC GỢI Ý KIỂM ĐIỂM")
    topics = _table(document, ("TT", "Nội dung gợi ý", "Giải trình"), (1.2, 7.9, 7.9))
    _row(topics, "{%tr for each in topics %}")
    _row(topics, *_named("each", "no", "text", "answer"))
    _row(topics, "{%tr endfor %}")
    _bold(document, "IV. Ý KIẾN NHẬN XÉT, ĐỀ XUẤT XẾP LOẠI")
    voices = _table(document, ("Tổ chức, tập thể", "Ý kiến", "Điểm", "Mức"), (4.2, 7.8, 1.8, 3.2))
    _row(voices, "{%tr for each in voices %}")
    _row(voices, *_named("each", "who", "text", "points", "level"))
    _row(voices, "{%tr endfor %}")
    _bold(document, "V. KẾT QUẢ XẾP LOẠI CỦA CẤP CÓ THẨM QUYỀN")
    _choices(document, "decided")
    _lines(document, "{{ decision }}", "{{ reason }}")
    WORD["_signatures"](
        document,
        ("{{ signed_on }}", "NGƯỜI TỰ KIỂM ĐIỂM", "{{ name }}"),
        ("{{ decided_on }}", "T/M CẤP ỦY", "{{ decided_by }}"),
    )
    WORD["_sources"](document)
    return document


def _letterhead(document: DocumentType) -> None:
    """The Party's own, in place of the state's."""
    left, right = document.tables[0].rows[0].cells
    both = (
        (left, ("{{ upper|upper }}", "{{ body|upper }}")),
        (right, ("ĐẢNG CỘNG SẢN VIỆT NAM", "")),
    )
    for cell, texts in both:
        for paragraph, text in zip(cell.paragraphs, texts, strict=True):
            paragraph.runs[0].text = text


def _choices(document: DocumentType, name: str) -> None:
    _lines(
        document,
        f"{{%p for each in {name} %}}",
        "{{ each.box }} {{ each.name }}",
        "{%p endfor %}",
    )


if __name__ == "__main__":
    main()
