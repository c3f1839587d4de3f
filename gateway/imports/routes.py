"""`POST /imports/{kind}`: a file into the registers of one's agency, dry run first.

A multipart form with `file`, `agency` (its id), `dryRun` (true or false) and, to apply a file anew
that was applied before, `again` (true). As whoever is signed in, by a session with its CSRF header
or by a bearer token; the answer is a verdict for each row. `GET /imports/staff/template.xlsx` is an
empty list of staff.
"""

import asyncio
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import asdict
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from gateway.door import behind
from gateway.imports.door import KINDS, Door, NoSuchImport, Sent
from gateway.imports.file import LARGEST, File
from gateway.imports.running import Report
from gateway.visitors import Visitor
from resolvers.core.errors import Forbidden, InvalidInput, Refusal
from resolvers.core.permission import Denied
from resolvers.exchange import shown, summary

MOST_BYTES = LARGEST + 64 * 1024
"""Of a whole form: the file, and the few fields beside it."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FLAGS = {"true": True, "false": False}
_STATUS = {"NOT_FOUND": 404, "NO_SUCH_IMPORT": 404, "IMPORT_TOO_LARGE": 413, "UNAVAILABLE": 503}
"""Of the refusals; a denial is 403, all others are 422."""
Handle = Callable[[Door, Request, Visitor], Awaitable[Response]]


class ImportTooLarge(Refusal):
    """A file may have {most} MiB."""

    code = "IMPORT_TOO_LARGE"
    vi = "Tệp không được vượt quá {most} MiB."


def routes(door: Door) -> list[Route]:
    """The doors for files."""

    def through(handle: Handle) -> Callable[[Request], Awaitable[Response]]:
        return behind(door, "import", partial(handle, door), _told)

    return [
        Route("/imports/staff/template.xlsx", through(_template), methods=["GET"]),
        Route("/imports/{kind}", through(_take), methods=["POST"]),
    ]


async def _take(door: Door, request: Request, visitor: Visitor) -> Response:
    kind = request.path_params["kind"]
    if kind not in KINDS:
        raise NoSuchImport(allowed=", ".join(KINDS))
    report = await door.take(visitor, await _sent(request, kind))
    return JSONResponse(told(report))


async def _template(door: Door, request: Request, visitor: Visitor) -> Response:
    headers = {"content-disposition": 'attachment; filename="danh-sach-cong-chuc.xlsx"'}
    return Response(await asyncio.to_thread(_saved_template), media_type=XLSX, headers=headers)


def _saved_template() -> bytes:
    from gateway.imports.workbooks import staff_template  # see there why only now

    content = io.BytesIO()
    staff_template().save(content)
    return content.getvalue()


async def _sent(request: Request, kind: str) -> Sent:
    """What the form says; raises ImportTooLarge, InvalidInput."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > MOST_BYTES:
        raise _too_large()
    parser = MultiPartParser(
        request.headers, _bounded(request.stream()), max_files=1, max_fields=3, max_part_size=1024
    )
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError) as problem:
        raise InvalidInput(what="form", allowed="multipart/form-data") from problem
    try:
        dry_run, again = _flag(form, "dryRun"), _flag(form, "again", "false")
        return Sent(
            kind=kind,
            agency=_agency(form),
            file=await _file(form),
            dry_run=dry_run,
            # A try tells what would happen now, not what happened when the file was applied.
            batch=uuid4() if dry_run or again else None,
        )
    finally:
        await form.close()


async def _bounded(sent: AsyncIterator[bytes]) -> Any:
    size = 0
    async for part in sent:
        size += len(part)
        if size > MOST_BYTES:
            raise _too_large()
        yield part


def _agency(form: FormData) -> UUID:
    try:
        return UUID(str(form.get("agency")))
    except ValueError:
        raise InvalidInput(what="agency", allowed="UUID", field="agency") from None


async def _file(form: FormData) -> File:
    sent = form.get("file")
    if not isinstance(sent, UploadFile):
        raise InvalidInput(what="file", allowed="multipart/form-data", field="file")
    content = await sent.read()
    if len(content) > LARGEST:
        raise _too_large()
    return File(shown(sent.filename or "file"), content)


def _flag(form: FormData, name: str, otherwise: str | None = None) -> bool:
    said = form.get(name, otherwise)
    if not isinstance(said, str) or said not in _FLAGS:
        raise InvalidInput(what=name, allowed=", ".join(_FLAGS), field=name)
    return _FLAGS[said]


def told(report: Report) -> dict[str, Any]:
    """A report as JSON."""
    before = report.applied_before
    return {
        "kind": report.task.kind,
        "file": report.task.file.name,
        "batch": str(report.batch),
        "dryRun": report.dry_run,
        "appliedBefore": None if before is None else before.isoformat(),
        "passedOver": dict(report.task.passed_over),
        "outcomes": summary(report.verdicts),
        "verdicts": [asdict(verdict) for verdict in report.verdicts],
    }


def _too_large() -> ImportTooLarge:
    return ImportTooLarge(most=LARGEST // 1024 // 1024, field="file")


def _told(refusal: Refusal) -> tuple[int, dict[str, Any]]:
    denied = isinstance(refusal, Denied | Forbidden)
    status = 403 if denied else _STATUS.get(refusal.code, 422)
    return status, {"code": refusal.code, "field": refusal.field}
