"""A template that an agency brings: tried on an invented paper before it is kept."""

import zipfile
from collections.abc import AsyncIterable
from io import BytesIO
from uuid import UUID

from authz.actions import Action
from authz.facts import AgencyFacts
from gateway.database import PgDatabase
from gateway.forms.paper import BadTemplate, Form
from gateway.forms.printing import from_template
from resolvers.core.errors import Refusal
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.exchange import MOST_TEMPLATE_BYTES, end_form_template, set_form_template

MOST_UNPACKED = 20 * MOST_TEMPLATE_BYTES
"""A small archive may unpack to anything; a paper has no use for more."""


class TemplateTooLarge(Refusal):
    """A template may have {allowed} bytes, and unpack to {unpacked}."""

    code = "TEMPLATE_TOO_LARGE"
    vi = "Mẫu văn bản không được vượt quá {allowed} byte, sau khi giải nén {unpacked} byte."


class TemplateNotUsable(Refusal):
    """The form cannot be printed from this file ({why})."""

    code = "TEMPLATE_NOT_USABLE"
    vi = "Không in được biểu mẫu từ tệp này ({why})."


async def bring_in(
    database: PgDatabase, request: Request, form: Form, agency: UUID, sent: AsyncIterable[bytes]
) -> None:
    """Keep the file as the agency's template from today on.

    Raises a denial, TemplateTooLarge, TemplateNotUsable and what `set_form_template` raises.
    """
    # Nobody without the power to keep it has the program try a file.
    demand(request, Action.SetFormTemplate, AgencyFacts(agency))
    content = await _read(sent)
    _demand_small(content)
    try:
        await from_template(form, form.example, content)
    except BadTemplate as problem:
        raise TemplateNotUsable(why=str(problem)) from problem
    async with database.writing(request.reach) as tx:
        await set_form_template(
            tx, request, agency=agency, form=form.name, content=content, begins=request.today
        )


async def take_out(database: PgDatabase, request: Request, form: Form, agency: UUID) -> None:
    """Print from the program's own template again from today on."""
    async with database.writing(request.reach) as tx:
        await end_form_template(tx, request, agency=agency, form=form.name, ends=request.today)


async def _read(sent: AsyncIterable[bytes]) -> bytes:
    parts, size = [], 0
    async for part in sent:
        size += len(part)
        if size > MOST_TEMPLATE_BYTES:
            raise _too_large()
        parts.append(part)
    return b"".join(parts)


def _demand_small(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            unpacked = sum(each.file_size for each in archive.infolist())
    except zipfile.BadZipFile:
        raise TemplateNotUsable(why="DOCX") from None
    if unpacked > MOST_UNPACKED:
        raise _too_large()


def _too_large() -> TemplateTooLarge:
    return TemplateTooLarge(allowed=MOST_TEMPLATE_BYTES, unpacked=MOST_UNPACKED)
