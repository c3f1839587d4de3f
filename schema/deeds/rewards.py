"""Deeds of bonus and additional income: prepared by the personnel body, decided by heads."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import strawberry

from resolvers import rewards as answers
from schema.documents import PaperInput
from schema.mapping import becomes, deed
from schema.rewards import RewardLine, RewardList
from schema.rewards_rules import (
    BonusFund,
    IncomeScheme,
    Locality,
    Remainder,
    RewardKind,
    RewardRegulation,
    RewardSpan,
    SalaryFact,
    SalaryFund,
)
from schema.shapes import Refused

RecordSalaryResult = Annotated[SalaryFact | Refused, strawberry.union("RecordSalaryResult")]
RecordSalaryFundResult = Annotated[SalaryFund | Refused, strawberry.union("RecordSalaryFundResult")]
SetBonusFundResult = Annotated[BonusFund | Refused, strawberry.union("SetBonusFundResult")]
ProposeRewardRegulationResult = Annotated[
    RewardRegulation | Refused, strawberry.union("ProposeRewardRegulationResult")
]
ApproveRewardRegulationResult = Annotated[
    RewardRegulation | Refused, strawberry.union("ApproveRewardRegulationResult")
]
DeclineRewardRegulationResult = Annotated[
    RewardRegulation | Refused, strawberry.union("DeclineRewardRegulationResult")
]
RecordRegulationSentResult = Annotated[
    RewardRegulation | Refused, strawberry.union("RecordRegulationSentResult")
]
ChooseIncomeSchemeResult = Annotated[
    IncomeScheme | Refused, strawberry.union("ChooseIncomeSchemeResult")
]
DrawRewardListResult = Annotated[RewardList | Refused, strawberry.union("DrawRewardListResult")]
DrawAwardsResult = Annotated[RewardList | Refused, strawberry.union("DrawAwardsResult")]
DrawCorrectionResult = Annotated[RewardList | Refused, strawberry.union("DrawCorrectionResult")]
ProposeRewardListResult = Annotated[
    RewardList | Refused, strawberry.union("ProposeRewardListResult")
]
ReturnRewardListResult = Annotated[RewardList | Refused, strawberry.union("ReturnRewardListResult")]
WithdrawRewardListResult = Annotated[
    RewardList | Refused, strawberry.union("WithdrawRewardListResult")
]
ApproveRewardListResult = Annotated[
    RewardList | Refused, strawberry.union("ApproveRewardListResult")
]
DecideHeadsRewardResult = Annotated[
    RewardLine | Refused, strawberry.union("DecideHeadsRewardResult")
]
MarkRewardsPaidResult = Annotated[RewardList | Refused, strawberry.union("MarkRewardsPaidResult")]


@becomes(answers.PartOfFund)
@strawberry.input(description="How much of a fund is meant for the lists of one span, in đồng.")
class FundPartInput:
    span: RewardSpan
    amount: Decimal


@becomes(answers.SpanRule)
@strawberry.input(description="The multiples of the levels for the lists of one span.")
class SpanRuleInput:
    span: RewardSpan
    share: Decimal = strawberry.field(description="Of the fund's part, for one list.")
    excellent: Decimal
    good: Decimal
    completed: Decimal
    by_salary: bool = False


@becomes(answers.AwardRule)
@strawberry.input(description="A reward out of turn: so many base salaries, or an amount.")
class AwardRuleInput:
    code: str
    name: str
    base_salaries: Decimal | None = None
    amount: Decimal | None = None


@becomes(answers.LeftOut)
@strawberry.input(description="Somebody who is not on a list, and why: he reads it.")
class LeftOutInput:
    person: strawberry.ID
    reason: str


@becomes(answers.AwardOf)
@strawberry.input(description="An accepted proposal, and which award of the regulation it is.")
class AwardOfInput:
    proposal: strawberry.ID
    award: str


@becomes(answers.IncomeTerms)
@strawberry.input(description="The agency's own numbers within its locality's text.")
class IncomeTermsInput:
    most: Decimal = strawberry.field(
        description="Of the month's salary: the excellent person's, or everybody's each month."
    )
    excellent: Decimal
    good: Decimal
    completed: Decimal
    others: Decimal = strawberry.field(
        default=Decimal(0), description="Đồng a month for whoever has no salary by rank."
    )
    by_salary: bool = False
    remainder: Remainder = Remainder.LARGEST


_LIST = {"list": strawberry.ID, "version": int}
_REGULATION = {"regulation": strawberry.ID, "version": int}


@strawberry.type
class RewardsDeeds:
    record_salary: RecordSalaryResult = deed(
        answers.record_salary,
        args={
            "person": strawberry.ID,
            "coefficient": Decimal | None,
            "begins": date,
            "document": PaperInput,
        },
        description="Record a person's salary coefficient, without allowances, from a day on.",
    )
    record_salary_fund: RecordSalaryFundResult = deed(
        answers.record_salary_fund,
        args={
            "agency": strawberry.ID,
            "year": int,
            "amount": Decimal,
            "document": PaperInput,
            "version": int | None,
        },
        description="Record the salary fund of a year by rank and position, in đồng.",
    )
    set_bonus_fund: SetBonusFundResult = deed(
        answers.set_bonus_fund,
        args={
            "agency": strawberry.ID,
            "kind": RewardKind,
            "year": int,
            "parts": list[FundPartInput],
            "document": PaperInput,
            "amount": Decimal | None,
            "version": int | None,
        },
        description="Lay down a year's fund and its parts, as the agency's head. The amount of the"
        " bonus fund is the law's; that of additional income is given.",
    )
    propose_reward_regulation: ProposeRewardRegulationResult = deed(
        answers.propose_reward_regulation,
        args={
            "agency": strawberry.ID,
            "title": str,
            "scope": str,
            "remainder": Remainder,
            "spans": list[SpanRuleInput],
            "awards": list[AwardRuleInput] | None,
        },
        description="Propose how the agency uses its bonus fund.",
    )
    approve_reward_regulation: ApproveRewardRegulationResult = deed(
        answers.approve_reward_regulation,
        args={**_REGULATION, "begins": date, "decision": PaperInput},
        description="Issue the regulation as the agency's head: it is published inside the agency.",
    )
    decline_reward_regulation: DeclineRewardRegulationResult = deed(
        answers.decline_reward_regulation,
        args={**_REGULATION, "reason": str},
        description="Decline a proposed regulation.",
    )
    record_regulation_sent: RecordRegulationSentResult = deed(
        answers.record_regulation_sent,
        args={**_REGULATION, "document": PaperInput},
        description="Record by which letter the regulation was sent to the superior.",
    )
    choose_income_scheme: ChooseIncomeSchemeResult = deed(
        answers.choose_income_scheme,
        args={
            "agency": strawberry.ID,
            "locality": Locality,
            "terms": IncomeTermsInput,
            "begins": date,
            "document": PaperInput,
        },
        description="Choose how additional income is paid, within the locality's text.",
    )
    draw_reward_list: DrawRewardListResult = deed(
        answers.draw_reward_list,
        args={
            "agency": strawberry.ID,
            "kind": RewardKind,
            "span": RewardSpan,
            "period": date,
            "left_out": list[LeftOutInput] | None,
        },
        description="Draw a list from the results of its span; whoever has none is named.",
    )
    draw_awards: DrawAwardsResult = deed(
        answers.draw_awards,
        args={"agency": strawberry.ID, "awards": list[AwardOfInput], "reason": str | None},
        description="Put accepted proposals of rewards out of turn on a list.",
    )
    draw_correction: DrawCorrectionResult = deed(
        answers.draw_correction,
        args={**_LIST, "reason": str},
        description="Draw the list that settles what changed since this one was approved.",
    )
    propose_reward_list: ProposeRewardListResult = deed(
        answers.propose_reward_list, args=_LIST, description="Propose a list to the agency's head."
    )
    return_reward_list: ReturnRewardListResult = deed(
        answers.return_reward_list,
        args={**_LIST, "reason": str},
        description="Return a proposed list to the personnel body.",
    )
    withdraw_reward_list: WithdrawRewardListResult = deed(
        answers.withdraw_reward_list,
        args={**_LIST, "reason": str},
        description="Withdraw a list that is not approved.",
    )
    approve_reward_list: ApproveRewardListResult = deed(
        answers.approve_reward_list,
        args={**_LIST, "decision": PaperInput},
        description="Approve a list as the agency's head: its sum is taken from the fund.",
    )
    decide_heads_reward: DecideHeadsRewardResult = deed(
        answers.decide_heads_reward,
        args={"line": strawberry.ID, "version": int, "accept": bool, "reason": str},
        description="Grant or decline the line of an agency's head, as the head above him.",
    )
    mark_rewards_paid: MarkRewardsPaidResult = deed(
        answers.mark_rewards_paid,
        args={**_LIST, "paid_on": date},
        description="Mark what is granted as paid on a day.",
    )
