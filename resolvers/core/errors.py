"""Refusals: the anticipated "no". The docstring is the English message, `code` is stable."""

from typing import ClassVar
from uuid import UUID

from resolvers.core.spelling import told


class Refusal(Exception):
    """This cannot be done."""

    code: ClassVar[str] = "REFUSED"
    vi: ClassVar[str] = "Không thể thực hiện."
    field: str | None
    rule: str = ""
    """The @id of the policy that refused, where one did; for the audit, never told to anybody."""

    def __init__(self, *, field: str | None = None, **facts: object) -> None:
        self.field, self.facts = field, facts
        super().__init__(self.message("en"))

    def message(self, language: str) -> str:
        """The sentence for a person, in Vietnamese ("vi") or English ("en")."""
        text = self.vi if language == "vi" else (type(self).__doc__ or self.code)
        facts = {name: told(value, language) for name, value in self.facts.items()}
        return text.strip().format(**facts)

    @property
    def existing(self) -> UUID | None:
        """The id of what is there already, where that is the reason."""
        return None

    @property
    def current_version(self) -> int | None:
        """The version that somebody saved before, where that is the reason."""
        return None


class NotFound(Refusal):
    """Nothing with the id {id} is visible to you."""

    code = "NOT_FOUND"
    vi = "Không tìm thấy mục có mã {id} trong phạm vi được xem của ông/bà."


class Forbidden(Refusal):
    """This is not yours to do ({rule})."""

    code = "FORBIDDEN"
    vi = "Ông/bà không có thẩm quyền thực hiện việc này (quy tắc {rule})."


class StaleVersion(Refusal):
    """Somebody saved this before you; the current version is {current}."""

    code = "STALE_VERSION"
    vi = (
        "Đã có người khác lưu trước (phiên bản hiện tại: {current});"
        " đề nghị xem nội dung mới nhất rồi thực hiện lại."
    )

    @property
    def current_version(self) -> int | None:
        current = self.facts["current"]
        return current if isinstance(current, int) else None


class InvalidInput(Refusal):
    """{what} is not acceptable: {allowed}."""

    code = "INVALID_INPUT"
    vi = "{what} không hợp lệ; cho phép: {allowed}."


class KeyReused(Refusal):
    """The idempotency key {key} was already used for a different request."""

    code = "IDEMPOTENCY_KEY_REUSED"
    vi = "Khóa chống gửi lặp {key} đã được dùng cho một yêu cầu khác."
