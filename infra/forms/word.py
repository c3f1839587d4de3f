"""Makes the program's Word templates: `python infra/forms/word.py` writes gateway/forms/templates.

What stands between braces is filled in when a form is printed. An agency that wants another lay-out
takes such a file, changes it in Word, and keeps the names in braces.
"""

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

TEMPLATES = Path(__file__).parents[2] / "gateway" / "forms" / "templates"
FONT = "Times New Roman"
"""What Decree 30/2020/NĐ-CP asks of official papers."""


def main() -> None:
    for make in (sheet, unit_month, classification, publication):
        make().save(str(TEMPLATES / f"{make.__name__}.docx"))


def sheet() -> DocumentType:
    """Form 01."""
    document = _paper()
    _title(document, "PHIẾU THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC", "(Kỳ theo dõi, đánh giá: {{ period }})")
    _lines(
        document,
        "Họ và tên: {{ name }}",
        "Chức vụ, chức danh: {{ office }}",
        "Đơn vị công tác: {{ unit }}",
    )
    _bold(document, "I. KẾT QUẢ THEO DÕI, ĐÁNH GIÁ THEO TIÊU CHÍ CHUNG")
    marks = _table(
        document,
        ("TT", "Tiêu chí chấm điểm", "Điểm tối đa", "Cá nhân tự chấm", "Cấp có thẩm quyền chấm"),
        (1.2, 9, 1.8, 2.2, 2.8),
    )
    _row(marks, "{%tr for group in groups %}")
    _row(marks, *_named("group", "no", "name", "most", "self", "head"), bold=True)
    _row(marks, "{%tr for row in group.rows %}")
    _row(marks, *_named("row", "no", "name", "most", "self", "head"))
    _row(marks, "{%tr endfor %}")
    _row(marks, "{%tr endfor %}")
    _row(marks, "", "Tổng cộng", *_named("sum", "most", "self", "head"), bold=True)
    _bold(document, "II. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC")
    _lines(
        document,
        "1. Điểm tiêu chí chung: {{ general }}",
        "2. Điểm tiêu chí kết quả thực hiện nhiệm vụ: {{ results }}",
        "{%p for each in ratios %}",
        "– {{ each.name }}: {{ each.value }}",
        "{%p endfor %}",
        "3. Tổng điểm theo dõi, đánh giá công chức: {{ total }} {{ level }}",
        "4. Công chức tự nhận xét (ưu điểm, hạn chế, khuyết điểm): {{ self_comment }}",
        "5. Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá: {{ head_comment }}",
        "{%p for reason in reasons %}",
        "{{ reason }}",
        "{%p endfor %}",
        "{%p for each in deductions %}",
        "Điểm trừ, tiêu chí {{ each.criterion }}: {{ each.points }} điểm ({{ each.times }} lần)."
        " {{ each.reason }}",
        "{%p endfor %}",
    )
    _signatures(
        document,
        ("{{ assessed_on }}", "CÔNG CHỨC TỰ ĐÁNH GIÁ", "{{ name }}"),
        (
            "{{ released_on }}",
            "CẤP CÓ THẨM QUYỀN ĐÁNH GIÁ",
            "{{ scorer }}{% if on_behalf_of %} (thay mặt {{ on_behalf_of }}){% endif %}",
        ),
    )
    _sources(document)
    document.add_page_break()  # type: ignore[no-untyped-call]
    _bold(document, "PHỤ LỤC: NHIỆM VỤ TRONG KỲ")
    work = _table(
        document,
        (
            *("TT", "Mã", "Sản phẩm/công việc", "Nguồn giao", "Thời hạn", "Đơn vị quy đổi"),
            *("Tỷ lệ hoàn thành", "Lỗi", "Chậm", "Khách quan"),
        ),
        (0.9, 1.8, 4, 1.9, 2.1, 1.7, 1.5, 0.9, 1.2, 1.4),
        size=8.5,
    )
    _row(work, "{%tr for line in lines %}")
    keys = ("no", "code", "name", "origin", "due", "units", "completed")
    _row(work, *_named("line", *keys, "faults", "delays", "excused"), size=8.5)
    _row(work, "{%tr endfor %}")
    return document


def unit_month() -> DocumentType:
    """The summary of a unit's month."""
    document = _paper()
    _title(
        document,
        "BẢNG TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC",
        "(Kỳ theo dõi, đánh giá: {{ period }})",
    )
    people = _table(
        document,
        (
            *("TT", "Họ và tên", "Chức vụ, chức danh", "Tiêu chí chung"),
            *("Kết quả nhiệm vụ", "Tổng điểm", "Mức"),
        ),
        (1, 4, 4, 1.8, 2.6, 1.8, 3),
    )
    _row(people, "{%tr for row in rows %}")
    _row(people, *_named("row", "no", "name", "office", "general", "results", "total", "level"))
    _row(people, "{%tr endfor %}")
    _bold(document, "Phân bố kết quả")
    levels = _table(document, ("Mức", "Số người", "Tỷ lệ %"), (9, 3, 3))
    _row(levels, "{%tr for each in levels %}")
    _row(levels, *_named("each", "name", "count", "share"))
    _row(levels, "{%tr endfor %}")
    _lines(document, "Số phiếu chưa có kết quả được công bố: {{ unscored }}")
    _signatures(
        document,
        ("", "NGƯỜI LẬP BẢNG", ""),
        ("{{ closed_on }}", "NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ", "{{ closed_by }}"),
    )
    _sources(document)
    return document


def classification() -> DocumentType:
    """Form 02."""
    document = _paper()
    _title(document, "PHIẾU XẾP LOẠI CHẤT LƯỢNG CÔNG CHỨC", "(Năm {{ year }})")
    _lines(
        document,
        "Họ và tên: {{ name }}",
        "Chức vụ, chức danh: {{ office }}",
        "Đơn vị công tác: {{ unit }}",
    )
    _bold(document, "I. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ")
    heads = ("{{ period }}", "Tổng điểm theo dõi, đánh giá", "Ghi chú")
    months = _table(document, heads, (3, 5, 9))
    _row(months, "{%tr for month in months %}")
    _row(months, *_named("month", "no", "shown", "note"))
    _row(months, "{%tr endfor %}")
    _row(months, "Tổng điểm trung bình cả năm", "{{ mean }}", bold=True)
    _bold(document, "II. CÔNG CHỨC TỰ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG")
    _lines(
        document,
        "{%p for each in own %}",
        "{{ each.box }} {{ each.name }}",
        "{%p endfor %}",
        "{{ own_text }}",
    )
    _bold(document, "III. KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG CỦA CẤP CÓ THẨM QUYỀN")
    _lines(
        document,
        "{%p if not_rated %}",
        "☒ {{ not_rated }}",
        "{%p else %}",
        "{%p for each in decided %}",
        "{{ each.box }} {{ each.name }}",
        "{%p endfor %}",
        "{%p endif %}",
        "{{ decision }}",
        "{{ reason }}",
    )
    _bold(document, "IV. ĐỀ XUẤT PHƯƠNG ÁN XỬ LÝ")
    _lines(document, "…" * 60)
    _signatures(
        document,
        ("{{ submitted_on }}", "CÔNG CHỨC TỰ XẾP LOẠI", "{{ name }}"),
        (
            "{{ decided_on }}",
            "CẤP CÓ THẨM QUYỀN XẾP LOẠI",
            "{{ decided_by }}{% if on_behalf_of %} (thay mặt {{ on_behalf_of }}){% endif %}",
        ),
    )
    _sources(document)
    return document


def publication() -> DocumentType:
    """The list that is published inside an agency."""
    document = _paper()
    _title(document, "CÔNG KHAI KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG CÔNG CHỨC", "(Năm {{ year }})")
    _lines(document, "{% if decision %}Theo {{ decision }}.{% endif %}")
    people = _table(
        document,
        ("TT", "Họ và tên", "Chức vụ, chức danh", "Đơn vị", "Mức xếp loại"),
        (1, 4.2, 4, 4, 4),
    )
    _row(people, "{%tr for row in rows %}")
    _row(people, *_named("row", "no", "name", "office", "unit", "level"))
    _row(people, "{%tr endfor %}")
    _lines(
        document,
        "Tổng hợp:",
        "{%p for each in levels %}",
        "{{ each.name }}: {{ each.count }}",
        "{%p endfor %}",
    )
    _signatures(
        document,
        ("", "NGƯỜI LẬP DANH SÁCH", ""),
        ("{{ published_on }}", "NGƯỜI CÓ THẨM QUYỀN XẾP LOẠI", "{{ decided_by }}"),
    )
    return document


def _paper() -> DocumentType:
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.top_margin = page.bottom_margin = Cm(2)
    page.left_margin, page.right_margin = Cm(2.5), Cm(1.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(4)
    head = document.add_table(rows=1, cols=2)
    left, right = head.rows[0].cells
    left.width, right.width = Cm(7), Cm(10)
    _centred(left.paragraphs[0], "{{ agency|upper }}")
    _centred(left.add_paragraph(), "{{ unit }}", bold=True)
    _centred(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    _centred(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", bold=True)
    return document


def _title(document: DocumentType, title: str, under: str) -> None:
    _centred(document.add_paragraph(), "{% if draft %}BẢN DỰ THẢO{% endif %}")
    _centred(document.add_paragraph(), title, bold=True)
    _centred(document.add_paragraph(), under)


def _centred(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = bold


def _lines(document: DocumentType, *texts: str) -> None:
    for text in texts:
        document.add_paragraph(text)


def _bold(document: DocumentType, text: str) -> None:
    document.add_paragraph().add_run(text).bold = True


def _named(of: str, *names: str) -> list[str]:
    return [f"{{{{ {of}.{name} }}}}" for name in names]


def _table(
    document: DocumentType, heads: Sequence[str], widths: Sequence[float], size: float = 11
) -> Table:
    table: Table = document.add_table(rows=1, cols=len(heads))
    table.style, table.autofit = "Table Grid", False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for cell, head, width in zip(table.rows[0].cells, heads, widths, strict=True):
        cell.width = Cm(width)
        _centred(cell.paragraphs[0], head, bold=True)
        cell.paragraphs[0].runs[0].font.size = Pt(size)
    return table


def _row(table: Table, *texts: str, bold: bool = False, size: float = 11) -> None:
    cells = table.add_row().cells  # type: ignore[no-untyped-call]
    for cell, column in zip(cells, table.columns, strict=True):
        cell.width = column.width
    for cell, text in zip(cells, texts, strict=False):
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size = bold, Pt(size)


def _signatures(document: DocumentType, *both: tuple[str, str, str]) -> None:
    """Both in one row, which never falls apart over two pages."""
    row = document.add_table(rows=1, cols=2).rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, (day, title, name) in zip(row.cells, both, strict=True):
        _centred(cell.paragraphs[0], day)
        _centred(cell.add_paragraph(), title, bold=True)
        _centred(cell.add_paragraph(), "(Ký tên, ghi rõ họ tên)")
        for _ in range(3):
            cell.add_paragraph()
        _centred(cell.add_paragraph(), name, bold=True)


def _sources(document: DocumentType) -> None:
    _lines(document, "{% if cites %}Căn cứ tính điểm: {{ cites|join('; ') }}.{% endif %}")


if __name__ == "__main__":
    main()
