"""The forms' own templates: what infra/forms makes, filled with the invented papers."""

import io
import runpy
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document

from gateway.forms import FORMS
from gateway.forms.paper import Form
from gateway.forms.rendering import docx, pdf

ROOT = Path(__file__).parents[2]
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)


def pages(body: bytes) -> list[str]:
    """The text of each page of a PDF, on one line."""
    document = pypdfium2.PdfDocument(body)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@each_form
def test_the_word_template_is_the_one_that_infra_makes(form: Form) -> None:
    made: dict[str, Any] = {}
    for script in sorted((ROOT / "infra" / "forms").glob("word*.py")):
        made |= runpy.run_path(str(script))
    kept = Document(str(form.template("docx")))
    assert kept.element.xml == made[form.name]().element.xml, "run: python infra/forms/word*.py"


@each_form
def test_the_pdf_shows_what_the_word_file_shows(form: Form) -> None:
    paper = form.example
    printed = " ".join(pages(pdf(form, paper)))
    document = Document(io.BytesIO(docx(form, paper)))
    cells = [cell.text for table in document.tables[1:] for row in table.rows for cell in row.cells]
    for text in filter(None, (" ".join(each.split()) for each in cells)):
        assert text.casefold() in printed.casefold(), text


@each_form
def test_the_same_paper_gives_the_same_pdf(form: Form) -> None:
    assert pages(pdf(form, form.example)) == pages(pdf(form, form.example))


@each_form
def test_the_texts_that_the_figures_rest_on_are_printed(form: Form) -> None:
    printed = " ".join(pages(pdf(form, form.example)))
    for cite in form.example.values["cites"]:
        assert cite in printed
