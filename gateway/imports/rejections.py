"""What can be wrong with a row as it is written, before anybody asks what it would change."""

from resolvers.core.errors import Refusal


class ValueMissing(Refusal):
    """{what} is empty."""

    code = "VALUE_MISSING"
    vi = "Chưa có giá trị ở mục {what}."


class NotUnderstood(Refusal):
    """{what} is “{said}”, which is not understood; allowed: {allowed}."""

    code = "NOT_UNDERSTOOD"
    vi = "Không hiểu giá trị “{said}” ở mục {what}; cho phép: {allowed}."


class PointsOutsideBand(Refusal):
    """{points} points are outside the band {band} that the row itself names."""

    code = "POINTS_OUTSIDE_BAND"
    vi = "Điểm chấm {points} nằm ngoài khung điểm {band} ghi cùng dòng."
