"""`congtam score FILE`: months scored from the facts in a file, without a database."""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import click
import orjson

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.citing import CITATIONS
from resolvers.statute.dated import NotInForce
from resolvers.statute.evaluation import Level, MonthRecord, from_json
from resolvers.statute.evaluation.calculation import Points, calculate
from resolvers.statute.evaluation.explanation import explain
from resolvers.statute.evaluation.reading import Repeated
from resolvers.statute.evaluation.rules import month_rules
from resolvers.statute.evaluation.steps import PHRASES
from resolvers.statute.exact import decimal_text, quotient_text

LONGEST_NUMBER = 40
"""Characters of a number in the file; what is longer is refused before it costs anything."""


class BadInput(click.ClickException):
    """The file cannot be scored as it is; the message names the field and what is allowed."""

    exit_code = 2


@click.command()
@click.argument("file")
@click.option(
    "--language",
    type=click.Choice(["en", "vi"]),
    default="en",
    show_default=True,
    help="The language of the steps and citations.",
)
def score(file: str, language: str) -> None:
    """Score the months in FILE (JSON: one object or a list of them; "-" is standard input).

    \b
    {"period": "2026-03", "role": "staff", "general": 26.5,
     "lines": [{"units": 40, "completed": 1, "delays": 2, "objective_delays": 1}]}

    A leader's month also has "leadership": {"unit_result", "organising", "unity"}; "ratios":
    {"a", "b", "c"} may stand in place of "lines", and "general" may be a mark for each criterion.
    "switches" are the agency's answers to what the law leaves open. "known" is the day whose
    knowledge of the law counts; without it, every text that the program holds does.
    """
    text = _text(file)
    try:
        answer = _answers(text, language)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{file}: is not JSON ({error}); allowed: one object or a list") from None
    sys.stdout.buffer.writelines(answer)


def _text(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise BadInput(f"{file}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise BadInput(f"{file}: is not UTF-8; allowed: JSON in UTF-8") from None


def _answers(text: str, language: str) -> list[bytes]:
    """The whole answer, in pieces: it is complete before the first of them is written."""
    start = _skip(text, 0)
    if text[start : start + 1] != "[":
        sheet, end = DECODER.raw_decode(text, start)
        _demand_end(text, end)
        return [orjson.dumps(_scored(sheet, "", language), option=orjson.OPT_INDENT_2), b"\n"]
    answer: list[bytes] = []
    for index, sheet in enumerate(_sheets(text, start + 1)):
        answer.append(b",\n" if index else b"[")
        answer.append(orjson.dumps(_scored(sheet, f"[{index}]", language)))
    return [*(answer or [b"["]), b"]\n"]


def _sheets(text: str, start: int) -> Iterator[Any]:
    """The values of the list that opened before `start`, read one by one: a file may be long."""
    position = _skip(text, start)
    mark = text[position : position + 1]
    while mark != "]":
        sheet, end = DECODER.raw_decode(text, position)
        yield sheet
        end = _skip(text, end)
        mark = text[end : end + 1]
        if mark not in (",", "]"):
            raise json.JSONDecodeError("Expecting ',' or ']'", text, end)
        position = end if mark == "]" else _skip(text, end + 1)
    _demand_end(text, position + 1)


def _demand_end(text: str, position: int) -> None:
    if _skip(text, position) != len(text):
        raise json.JSONDecodeError("Extra data", text, position)


def _skip(text: str, position: int) -> int:
    """The first place from `position` on that is no white space."""
    space = SPACE.match(text, position)
    return space.end() if space else position


def _decimal(text: str) -> Decimal | str:
    """A number that is too long to be meant stays text, so that its field is refused by name."""
    try:
        return Decimal(text) if len(text) <= LONGEST_NUMBER else text
    except InvalidOperation:
        return text


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) == len(pairs):
        return read
    keys = [key for key, _ in pairs]
    return Repeated(next(key for key in keys if keys.count(key) > 1))


def _scored(sheet: Any, place: str, language: str) -> dict[str, Any]:
    try:
        return _answer(from_json(sheet, known=date.max), language)
    except Unacceptable as error:
        raise BadInput(str(error.under(place))) from None
    except NotInForce as error:
        refusal = Unacceptable("period", f"must be a month under the decree ({error})")
        raise BadInput(str(refusal.under(place))) from None


def _answer(record: MonthRecord, language: str) -> dict[str, Any]:
    """The score as it is printed: decimals cut after the twelfth, never across a threshold."""
    facts, switches = record.facts, record.switches
    phrases, citations = PHRASES[language], CITATIONS[language]
    rules = month_rules(record.last_day, record.known)
    calculation = calculate(facts, rules, switches)
    steps = [
        {
            "text": phrases[key](values),
            "value": decimal_text(values[-1]) if "/" in values[-1] else values[-1],
            "cite": citations[cite],
        }
        for key, values, cite in explain(facts, calculation, rules, switches)
    ]
    cites = dict.fromkeys([step["cite"] for step in steps])
    return {**_numbers(calculation.points), "steps": steps, "cites": [*cites]}


def _numbers(points: Points | None) -> dict[str, str | None]:
    if points is None:
        return NO_NUMBERS
    a, b, c, whole = points.abc
    return {
        "a": _six(a, whole),
        "b": _six(b, whole),
        "c": _six(c, whole),
        "results": _six(*points.results),
        "raw_total": _six(*points.raw_total),
        "total": str(points.total),
        "level": points.level.value,
    }


def _six(numerator: int, denominator: int) -> str:
    """A number with at least six decimals."""
    whole, _, places = decimal_text(quotient_text(numerator, denominator)).partition(".")
    return f"{whole}.{places:0<6}"


NO_NUMBERS: dict[str, str | None] = {
    **dict.fromkeys(("a", "b", "c", "results", "raw_total", "total")),
    "level": Level.INSUFFICIENT_DATA.value,
}
SPACE = re.compile(r"[ \t\r\n]*")
DECODER = json.JSONDecoder(
    parse_float=_decimal, parse_constant=Decimal, object_pairs_hook=_unrepeated
)
"""Reads every number exactly and marks every key that stands twice."""
