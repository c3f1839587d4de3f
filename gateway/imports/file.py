"""A file as it was handed in: its bytes, its fingerprint, and what it must be."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from gateway.failure import Failure
from gateway.imports.sheets import Sheet
from resolvers.exchange import shown

LARGEST = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_LINES = 100_000
"""Of a text file; the longest list of a ministry has fewer."""
WORKBOOK_PART = "xl/workbook.xml"


class NotThatFile(Failure):
    """The file is not what it claims to be; nothing was read and nothing written."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of one file."""

    name: str
    content: bytes

    @property
    def sha256(self) -> bytes:
        """The fingerprint that the batch keeps."""
        return hashlib.sha256(self.content).digest()

    @classmethod
    def at(cls, path: Path) -> "File":
        """Read a file; raises NotThatFile where there is none, or one larger than 20 MiB."""
        name = shown(path.name)
        try:
            with path.open("rb") as opened:
                content = opened.read(LARGEST + 1)
        except OSError as problem:
            raise NotThatFile(f"{name}: {problem.strerror}") from problem
        if len(content) > LARGEST:
            raise NotThatFile(f"{name}: larger than the 20 MiB allowed")
        return cls(name, content)

    def text(self) -> str:
        """The content as UTF-8, with or without a byte order mark; raises NotThatFile."""
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            raise NotThatFile(
                f"{self.name}: byte {problem.start} is not UTF-8; allowed: a UTF-8 text file"
            ) from problem

    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets of the content as a spreadsheet; raises NotThatFile."""
        from gateway.imports.workbooks import TooMany, sheets_of  # see there why only now

        try:
            self._demand_workbook()
            return sheets_of(self.content)
        except TooMany as problem:
            raise NotThatFile(f"{self.name}: {problem}") from problem
        except NotThatFile:
            raise
        except Exception as problem:
            # openpyxl raises whatever its XML and zip readers raise: none of it is the user's word.
            raise NotThatFile(
                f"{self.name}: cannot be opened as a spreadsheet; allowed: .xlsx"
            ) from problem

    def _demand_workbook(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.content)) as parts:
            if WORKBOOK_PART not in parts.namelist():
                raise NotThatFile(f"{self.name}: not a spreadsheet; allowed: .xlsx")
            if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
                raise NotThatFile(f"{self.name}: unpacks to more than the 200 MiB allowed")

    def table(self, *columns: str) -> list[tuple[int, Mapping[str, str]]]:
        """The content as CSV whose header is exactly `columns`: each row after its line's number.

        Lines without any value are passed over. Raises NotThatFile.
        """
        lines = csv.reader(io.StringIO(self.text(), newline=""), strict=True)
        try:
            header = next(lines, [])
            if tuple(header) != columns:
                raise NotThatFile(
                    f"{self.name}: the first line is {','.join(header)[:200]!r};"
                    f" allowed: {','.join(columns)}"
                )
            rows: list[tuple[int, Mapping[str, str]]] = []
            for line in lines:
                if len(line) not in (0, len(columns)):
                    raise NotThatFile(
                        f"{self.name}: line {lines.line_num} has {len(line)} values;"
                        f" allowed: {len(columns)}"
                    )
                if line:
                    rows.append((lines.line_num, dict(zip(columns, line, strict=True))))
        except csv.Error as problem:
            raise NotThatFile(f"{self.name}: line {lines.line_num}: {problem}") from problem
        if len(rows) > MOST_LINES:
            raise NotThatFile(f"{self.name}: {len(rows)} lines; allowed: {MOST_LINES}")
        return rows

    def json(self) -> Any:
        """The content as JSON, every number exact and no key twice; raises NotThatFile."""
        try:
            return json.loads(
                self.text(),
                parse_float=Decimal,
                parse_constant=self._no_number,
                object_pairs_hook=self._unrepeated,
            )
        except json.JSONDecodeError as problem:
            raise NotThatFile(
                f"{self.name}: line {problem.lineno}, column {problem.colno}: not JSON"
            ) from problem
        except (ValueError, ArithmeticError, RecursionError) as problem:
            # A number of thousands of digits, or brackets a thousand deep: nobody's description.
            raise NotThatFile(f"{self.name}: not JSON that can be read") from problem

    def _no_number(self, word: str) -> Any:
        raise NotThatFile(f"{self.name}: {word} is no number in JSON")

    def _unrepeated(self, pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
        read: dict[str, Any] = {}
        for key, value in pairs:
            if key in read:
                raise NotThatFile(f"{self.name}: the key {shown(key)!r} stands twice in one object")
            read[key] = value
        return read
