"""`GET /forms/{form}/{id}.{docx,pdf,xlsx}`: the official forms, for whoever may see their rows.

`/forms/{form}/templates/{agency}` is the Word template that an agency prints a form from: `GET` for
somebody who wants to change it, `PUT` for who may choose it, `DELETE` to go back to the program's.
"""

import re
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gateway.door import behind
from gateway.forms.paper import MEDIA, Form
from gateway.forms.printing import (
    FORMS,
    NotPrintable,
    NotThere,
    Printing,
    TooLong,
    from_template,
    rendered,
)
from gateway.forms.templates import bring_in, take_out
from gateway.visitors import Visitor
from resolvers.core.errors import NotFound, Refusal

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)


class NoSuchForm(Refusal):
    """There is no such form; allowed: {allowed}."""

    code = "NO_SUCH_FORM"
    vi = "Không có biểu mẫu này; cho phép: {allowed}."


class FormTooLong(Refusal):
    """The form has too many rows for a paper; read them through the API."""

    code = "FORM_TOO_LONG"
    vi = "Biểu mẫu có quá nhiều dòng; hãy lấy dữ liệu qua API."


_STATUS = {"NOT_FOUND": 404, "NO_SUCH_FORM": 404, "UNAVAILABLE": 503}
"""Of the refusals; all others are 422."""
Handle = Callable[[Printing, Request, Visitor], Awaitable[Response]]


def routes(printing: Printing, under: str = "") -> list[Route]:
    """The doors of the forms and of their templates, `under` the path of an entrance."""

    def door(handle: Handle) -> Callable[[Request], Awaitable[Response]]:
        return behind(printing, "form", partial(handle, printing), _told)

    place = f"{under}/forms/{{form}}/templates/{{agency}}"
    return [
        Route(f"{under}/forms/{{form}}/{{file}}", door(_print), methods=["GET"]),
        Route(place, door(_template), methods=["GET"]),
        Route(place, door(_bring_in), methods=["PUT"]),
        Route(place, door(_take_out), methods=["DELETE"]),
    ]


async def _print(printing: Printing, request: Request, visitor: Visitor) -> Response:
    form = _form(request)
    id, _, ending = request.path_params["file"].partition(".")
    if ending not in MEDIA:
        raise NoSuchForm(allowed=_allowed())
    if not _ID.fullmatch(id):
        raise NotFound(id=id)
    try:
        paper = await printing.filled(form, id, visitor)
    except NotThere:
        raise NotFound(id=id) from None
    except TooLong:
        raise FormTooLong from None
    except NotPrintable as problem:
        return Response(problem.body, problem.status, media_type="application/json")
    template = None
    if ending == "docx":
        template = await printing.template(paper.agency, form, visitor.request.today)
    if template is None:
        return _file(await rendered(form, paper, ending), ending, paper.stem)
    return _file(await from_template(form, paper, template), ending, paper.stem)


async def _template(printing: Printing, request: Request, visitor: Visitor) -> Response:
    form, agency = _form(request), _agency(request)
    kept = await printing.template(agency, form, visitor.request.today)
    body = form.template("docx").read_bytes() if kept is None else kept
    return _file(body, "docx", f"template-{form.name}")


async def _bring_in(printing: Printing, request: Request, visitor: Visitor) -> Response:
    form, agency = _form(request), _agency(request)
    await bring_in(printing.store, visitor.request, form, agency, request.stream())
    return Response(status_code=204)


async def _take_out(printing: Printing, request: Request, visitor: Visitor) -> Response:
    form, agency = _form(request), _agency(request)
    await take_out(printing.store, visitor.request, form, agency)
    return Response(status_code=204)


def _form(request: Request) -> Form:
    form = FORMS.get(request.path_params["form"])
    if form is None:
        raise NoSuchForm(allowed=_allowed())
    return form


def _agency(request: Request) -> UUID:
    if not _ID.fullmatch(request.path_params["agency"]):
        raise NotFound(id=request.path_params["agency"])
    return UUID(request.path_params["agency"])


def _allowed() -> str:
    return f"/forms/{{{','.join(sorted(FORMS))}}}/<id>.{{{','.join(sorted(MEDIA))}}}"


def _file(body: bytes, ending: str, stem: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{stem}.{ending}"'}
    return Response(body, media_type=MEDIA[ending], headers=headers)


def _told(refusal: Refusal) -> tuple[int, dict[str, Any]]:
    return _STATUS.get(refusal.code, 422), {"code": refusal.code}
