"""The answers "no" of the identity doors, each with its HTTP status and its challenge."""

from typing import ClassVar, Literal

from resolvers.core.errors import Refusal

REALM = "congtam"

Reason = Literal[
    "malformed",
    "wrong_type",
    "algorithm_refused",
    "unknown_issuer",
    "unknown_key",
    "bad_signature",
    "expired",
    "not_yet_valid",
    "wrong_audience",
    "missing_claim",
    "invalid_claim",
    "replayed",
]


class IdentityRefusal(Refusal):
    """You cannot be let in."""

    code = "NOT_LET_IN"
    vi = "Không thể xác thực ông/bà."
    status: ClassVar[int] = 401
    error: ClassVar[str | None] = None
    """The error of RFC 6750, section 3.1; None where the request brought no bearer token."""

    def headers(self) -> list[tuple[bytes, bytes]]:
        """The challenge of RFC 6750 (section 3), where one belongs to the answer."""
        if self.status != 401 and self.error is None:
            return []
        parts = [f'Bearer realm="{REALM}"']
        if self.error is not None:
            parts.append(f'error="{self.error}"')
            parts.append(f'error_description="{self.message("en")}"')
        return [(b"www-authenticate", ", ".join(parts).encode("ascii"))]


class InvalidToken(IdentityRefusal):
    """The token is not acceptable ({reason})."""

    code = "INVALID_TOKEN"
    vi = "Mã truy cập không được chấp nhận ({reason})."
    error = "invalid_token"

    def __init__(self, reason: Reason) -> None:
        self.reason: Reason = reason
        super().__init__(reason=reason)


class AmbiguousCredentials(IdentityRefusal):
    """A request carries one credential: a bearer token or a session cookie, and each only once."""

    code = "AMBIGUOUS_CREDENTIALS"
    vi = "Mỗi yêu cầu chỉ được mang một loại thông tin xác thực và chỉ một lần."
    status = 400
    error = "invalid_request"


class CsrfTokenMissing(IdentityRefusal):
    """A change made with a session cookie needs the session's token in the X-CSRF-Token header."""

    code = "CSRF_TOKEN_MISSING"
    vi = "Yêu cầu thay đổi dữ liệu phải kèm mã chống giả mạo của phiên (X-CSRF-Token)."
    status = 403


class NotSignedIn(IdentityRefusal):
    """Nobody is signed in, or the session has ended."""

    code = "NOT_SIGNED_IN"
    vi = "Ông/bà chưa đăng nhập hoặc phiên đã kết thúc."


class LoginFailed(IdentityRefusal):
    """The sign-in could not be completed ({reason}); please start again."""

    code = "LOGIN_FAILED"
    vi = "Không hoàn tất được việc đăng nhập ({reason}); xin bắt đầu lại."

    def __init__(
        self, reason: Literal["attempt_over", "declined", "wrong_issuer", "wrong_proof"]
    ) -> None:
        super().__init__(reason=reason)


class UnsafeReturn(IdentityRefusal):
    """Signing in leads back to a page of this site only: return_to is a path such as /sheets."""

    code = "UNSAFE_RETURN"
    vi = "Sau khi đăng nhập chỉ được quay lại trang thuộc hệ thống này (return_to là đường dẫn)."
    status = 400


class IssuerAway(IdentityRefusal):
    """The identity provider cannot be reached just now; please try again."""

    code = "ISSUER_AWAY"
    vi = "Chưa kết nối được với hệ thống định danh; xin thử lại sau."
    status = 503


class TooManyLogins(IdentityRefusal):
    """Too many sign-ins were begun from this network address; try again in {seconds} seconds."""

    code = "TOO_MANY_LOGINS"
    vi = "Có quá nhiều lượt đăng nhập từ địa chỉ mạng này; xin thử lại sau {seconds} giây."
    status = 429

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds
        super().__init__(seconds=seconds)

    def headers(self) -> list[tuple[bytes, bytes]]:
        """When to come again (RFC 9110, section 10.2.3)."""
        return [(b"retry-after", str(self._seconds).encode("ascii"))]
