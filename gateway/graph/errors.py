"""What a client hears when an operation is not answered: one stable code for each reason."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import orjson

Said = Mapping[str, str]
"""One sentence by language: what a person may meet without having done anything wrong."""

UNKNOWN: Said = {
    "en": "It is not known whether this was done. Send it again with the same idempotency key:"
    " it is then done once.",
    "vi": "Chưa rõ việc này đã được thực hiện hay chưa. Xin gửi lại với cùng khóa chống gửi trùng:"
    " việc chỉ được thực hiện một lần.",
}
MASKED: Said = {
    "en": "Something went wrong here. Quote the trace id when you report it.",
    "vi": "Hệ thống gặp lỗi. Khi phản ánh, xin gửi kèm mã truy vết.",
}
NOT_DONE: Said = {
    "en": "This one was not done. Try again.",
    "vi": "Việc này chưa được thực hiện; xin thử lại.",
}
AWAY: Said = {
    "en": "The database cannot be reached. Try again.",
    "vi": "Chưa kết nối được với cơ sở dữ liệu; xin thử lại.",
}
CHANGING: Said = {
    "en": "Authority changes at this moment. Try again.",
    "vi": "Thẩm quyền đang được thay đổi vào lúc này; xin thử lại.",
}


class RequestError(Exception):
    """The operation is refused before anything was run; `status` is the HTTP answer's."""

    code: ClassVar[str] = "BAD_REQUEST"
    status: ClassVar[int] = 400
    says: ClassVar[str] = "Yêu cầu không đúng định dạng"
    """What is wrong, in Vietnamese; the detail follows in English, as the document is written."""

    def __init__(self, message: str, *, vi: str | None = None, **extensions: object) -> None:
        self.message, self.extensions = message, extensions
        self.vi = vi or self.with_detail(message)
        super().__init__(message)

    @classmethod
    def with_detail(cls, detail: str) -> str:
        """The Vietnamese sentence, with what only a document's author can mend behind it."""
        return f"{cls.says}: {detail}"

    def told(self, language: str) -> str:
        """The sentence."""
        return self.vi if language == "vi" else self.message

    def errors(self, language: str) -> list[dict[str, Any]]:
        """The `errors` entry of a GraphQL response."""
        return [error(self.code, self.told(language), **self.extensions)]

    def body(self, language: str) -> bytes:
        """A response without data, as GraphQL over HTTP says for a refused request."""
        return orjson.dumps({"errors": self.errors(language)})


class ParseFailed(RequestError):
    """The document is no GraphQL; says where, in the words of graphql-core."""

    code = "GRAPHQL_PARSE_FAILED"
    says = "Câu hỏi GraphQL không đúng cú pháp"


class ValidationFailed(RequestError):
    """The document is no valid document of this schema; carries each reason, up to a bound."""

    code = "GRAPHQL_VALIDATION_FAILED"
    says = "Câu hỏi GraphQL không phù hợp với lược đồ"

    def __init__(self, problems: Sequence[Mapping[str, Any]]) -> None:
        super().__init__(str(problems[0]["message"]))
        self.problems = problems

    def errors(self, language: str) -> list[dict[str, Any]]:
        said = self.with_detail if language == "vi" else str
        return [
            error(self.code, said(problem["message"]), locations=problem.get("locations"))
            for problem in self.problems
        ]


class UnknownOperation(RequestError):
    code = "OPERATION_RESOLUTION_FAILURE"
    says = "Chưa xác định được thao tác cần thực hiện"


class BadUserInput(RequestError):
    """A variable or an argument has a value that its type or its field does not take."""

    code = "BAD_USER_INPUT"
    says = "Giá trị của biến hoặc tham số không hợp lệ"


class PageSize(BadUserInput):
    """A list is asked for without a size between one and a hundred."""

    code = "PAGE_SIZE"


class OverLimit(RequestError):
    """The document asks for more than one operation may; `kind` names the limit."""

    def __init__(self, kind: str, found: int, limit: int) -> None:
        self.kind = kind
        word = kind.lower().replace("_", " ")
        super().__init__(
            f"The {word} is {found}, the limit is {limit}.",
            vi=f"{_LIMITED[kind]}: {found}, vượt giới hạn {limit}.",
            found=found,
            limit=limit,
        )

    def errors(self, language: str) -> list[dict[str, Any]]:
        found = {self.kind.lower(): self.extensions["found"], "limit": self.extensions["limit"]}
        return [error(f"{self.kind}_LIMIT", self.told(language), **found)]


_LIMITED = {
    "ALIASES": "Số bí danh của câu hỏi",
    "COST": "Chi phí của câu hỏi",
    "DEPTH": "Độ sâu của câu hỏi",
    "DIRECTIVES": "Số chỉ thị của câu hỏi",
    "DOCUMENT_BYTES": "Số byte của câu hỏi",
    "ENTITIES": "Số đối tượng được hỏi một lần",
    "FIELDS": "Số trường của câu hỏi",
    "KEYS": "Số khóa được hỏi một lần",
    "ROOT_FIELDS": "Số trường gốc của câu hỏi",
    "TOKENS": "Số từ tố của câu hỏi",
}


class DocumentNotTrusted(RequestError):
    code = "PERSISTED_QUERY_NOT_SUPPORTED"
    status = 403
    says = "Chỉ nhận những câu hỏi đã được đăng ký"


class UnknownDocument(RequestError):
    code = "PERSISTED_QUERY_NOT_FOUND"
    says = "Không có câu hỏi nào được đăng ký với mã này"


class WriteByGet(RequestError):
    code = "MUTATION_BY_GET"
    status = 405
    says = "Thao tác ghi chỉ được gửi bằng phương thức POST"


class NotServed(RequestError):
    """The schema allows it, this endpoint does not: subscriptions, mixed introspection."""

    code = "NOT_SERVED"
    says = "Yêu cầu này không được phục vụ tại đây"


class BrokenContract(Exception):
    """An answer that the schema forbids; a fault of the program, never of the client."""


def error(code: str, message: str, *, locations: Any = None, **extensions: Any) -> dict[str, Any]:
    """One entry of `errors`."""
    entry: dict[str, Any] = {"message": message, "extensions": {"code": code, **extensions}}
    if locations:
        entry["locations"] = locations
    return entry
