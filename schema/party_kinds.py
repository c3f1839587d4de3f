"""What the reviews of the Party are about, and where they, their voices and campaigns stand."""

from enum import Enum

import strawberry


@strawberry.enum(description="Whom a review is about, by the forms of Guidance 43-HD/BTCTW.")
class PartyCategory(Enum):
    LEADER = strawberry.enum_value("leader", description="form 2A")
    MEMBER = strawberry.enum_value("member", description="form 2B")
    OUTSIDE = strawberry.enum_value("outside", description="form 2C")
    COLLECTIVE = strawberry.enum_value("collective", description="form 01")


@strawberry.enum(description="Where a committee's reviews of a year or a quarter stand.")
class PartyCampaignState(Enum):
    OPEN = "open"
    CLOSED = strawberry.enum_value("closed", description="Every voice but the committee's spoke.")
    DECIDED = "decided"
    NOTIFIED = "notified"
    PUBLISHED = "published"


@strawberry.enum(description="Where a review stands.")
class PartyReviewState(Enum):
    OPEN = "open"
    NOT_RATED = strawberry.enum_value("not_rated", description="Not reviewed, with the reason.")
    DECIDED = "decided"
    WITHDRAWN = strawberry.enum_value("withdrawn", description="Taken out of its set.")


@strawberry.enum(description="The voices on a review, in the order in which they speak.")
class PartyVoiceKind(Enum):
    SELF = strawberry.enum_value("self", description="tự kiểm điểm, tự đánh giá")
    TEMPORARY_BRANCH = strawberry.enum_value(
        "temporary_branch", description="chi bộ nơi sinh hoạt tạm thời"
    )
    BRANCH = strawberry.enum_value("branch", description="chi bộ")
    LEADERSHIP = strawberry.enum_value("leadership", description="tập thể lãnh đạo, quản lý")
    MASS_ORGANISATION = strawberry.enum_value(
        "mass_organisation", description="tổ chức chính trị - xã hội"
    )
    AGENCY_COMMITTEE = strawberry.enum_value(
        "agency_committee", description="cấp ủy cơ sở của cơ quan, đơn vị"
    )
    UPPER = strawberry.enum_value("upper", description="cấp ủy cấp trên")
    DECIDING_COMMITTEE = strawberry.enum_value(
        "deciding_committee", description="cấp ủy có thẩm quyền quyết định xếp loại"
    )


@strawberry.enum(description="Where a voice stands.")
class PartyVoiceState(Enum):
    WAITING = "waiting"
    SIGNED = "signed"
    RETURNED = strawberry.enum_value(
        "returned", description="Kept as it was; another round of it stands beside it."
    )


@strawberry.enum(description="Whose review has to be spoken on before a collective's voice.")
class PartyVoiceWait(Enum):
    COLLECTIVE = strawberry.enum_value("collective", description="The collective's own.")
    HEAD = strawberry.enum_value("head", description="That of its head.")


@strawberry.enum(description="Schemes of points, each with its dates.")
class PartyScheme(Enum):
    CENTRAL = strawberry.enum_value("central", description="Quy định số 366-QĐ/TW")
    DAK_LAK = strawberry.enum_value("dak_lak", description="Hướng dẫn của Tỉnh ủy Đắk Lắk")
    THANH_HOA = strawberry.enum_value("thanh_hoa", description="Hướng dẫn của Tỉnh ủy Thanh Hóa")


@strawberry.enum(description="How a voice gives the results of a review, by its scheme.")
class PartyResultsBy(Enum):
    POINTS = strawberry.enum_value("points", description="The points themselves.")
    FOUR_PARTS = strawberry.enum_value("four_parts", description="Four shares.")
    AXES = strawberry.enum_value("axes", description="Four shares on each of the axes A1 to A6.")
