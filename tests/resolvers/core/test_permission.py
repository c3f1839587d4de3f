"""A denial becomes the refusal of its code; what no class is made for is refused all the same."""

from dataclasses import replace

import pytest

from authz.actions import Action
from authz.codes import SENTENCES, Code
from authz.decide import Decision
from authz.facts import PlatformFacts
from authz.reach import nobody
from resolvers.core.errors import Forbidden
from resolvers.core.permission import DENIALS, Denied, demand, refusal
from resolvers.core.request import Request
from tests.resolvers.town import NOW, TODAY

NOBODY = Request(nobody(TODAY), NOW, TODAY)
OPERATOR = replace(NOBODY, reach=replace(nobody(TODAY), operator=True))


class TestDemand:
    def test_gives_the_decision_that_allows_for_the_audit(self) -> None:
        decision = demand(OPERATOR, Action.SealAudit, PlatformFacts())
        assert decision.allowed
        assert decision.rule == "operator-seals-the-audit"

    def test_raises_the_refusal_of_the_denial(self) -> None:
        with pytest.raises(DENIALS[Code.NOT_LINKED]) as refused:
            demand(NOBODY, Action.SealAudit, PlatformFacts())
        assert refused.value.code == "NOT_LINKED"


class TestRefusal:
    @pytest.mark.parametrize("code", [code for code in Code if code is not Code.FORBIDDEN])
    def test_says_what_stands_beside_the_policies(self, code: Code) -> None:
        told = refusal(Decision(False, "some-rule", code=code))
        assert isinstance(told, Denied)
        assert told.code == code.value
        assert told.message("en") == SENTENCES[code]["en"]
        assert told.message("vi") == SENTENCES[code]["vi"]

    @pytest.mark.parametrize("code", [None, Code.FORBIDDEN, "A_CODE_OF_TOMORROW"])
    def test_forbids_where_it_knows_no_code(self, code: Code | None) -> None:
        told = refusal(Decision(False, "some-rule", code=code))
        assert isinstance(told, Forbidden)
        assert "some-rule" in told.message("vi")
