"""The numbers of bonus and additional income, each under its dates."""

from collections.abc import Mapping
from enum import StrEnum

from resolvers.statute.dated import Dated
from resolvers.statute.decrees import decree_335
from resolvers.statute.load import parameter

BONUS_FUND = parameter("rewards/bonus_fund")
BASE_SALARY = parameter("rewards/base_salary")
HO_CHI_MINH_CITY = parameter("rewards/ho_chi_minh_city")
HO_CHI_MINH_CITY_OTHERS = parameter("rewards/ho_chi_minh_city_others")
HO_CHI_MINH_CITY_CLASSES = parameter("rewards/ho_chi_minh_city_classes")
HA_NOI = parameter("rewards/ha_noi")
HA_NOI_CLASSES = parameter("rewards/ha_noi_classes")


class Pay(StrEnum):
    """For what a list pays: the spans of the decree, a month of additional income, a deed."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    AD_HOC = "ad_hoc"

    @property
    def months(self) -> int:
        """How many months long it is; ad hoc looks at one."""
        return {"quarter": 3, "half_year": 6, "year": 12}.get(self.value, 1)


class Rests(StrEnum):
    """On what a list of a span rests."""

    RESULT = "result"
    CLASS = "class"


RESTS_ON: Mapping[Pay, Dated[Rests]] = {
    Pay.QUARTER: Dated("rewards/quarter", [decree_335("23(1)(d)", Rests.RESULT)]),
    Pay.HALF_YEAR: Dated("rewards/half_year", [decree_335("23(2)(d)", Rests.RESULT)]),
    Pay.YEAR: Dated("rewards/year", [decree_335("23(3)(e)", Rests.CLASS)]),
}
"""What bonus and additional income of a span are determined by (article 23)."""
