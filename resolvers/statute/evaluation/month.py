"""The score of one month: facts, law and switches in; score, level and explanation out."""

from fractions import Fraction

from resolvers.statute.dated import Law
from resolvers.statute.evaluation.calculation import calculate
from resolvers.statute.evaluation.explanation import explain
from resolvers.statute.evaluation.facts import MonthFacts
from resolvers.statute.evaluation.levels import Level
from resolvers.statute.evaluation.rules import month_rules
from resolvers.statute.evaluation.score import MonthScore
from resolvers.statute.evaluation.steps import Step
from resolvers.statute.switches import DEFAULTS, Switches


def month_score(facts: MonthFacts, law: Law, switches: Switches = DEFAULTS) -> MonthScore:
    """Score one month under the law of its last day; `law` remembers what was read.

    Raises Unacceptable for facts that the law does not know, NotInForce before the decree.
    """
    rules = month_rules(law.day, law.known)
    calculation = calculate(facts, rules, switches)
    steps = tuple(Step(*said) for said in explain(facts, calculation, rules, switches).steps)
    cites = tuple(dict.fromkeys(step.cite for step in steps))
    law.heed(*cites)
    points, led = calculation.points, facts.leadership
    if points is None:
        return MonthScore(Level.INSUFFICIENT_DATA, steps, cites)
    a, b, c, whole = points.abc
    return MonthScore(
        level=points.level,
        steps=steps,
        cites=cites,
        a=Fraction(a, whole),
        b=Fraction(b, whole),
        c=Fraction(c, whole),
        unit_result=Fraction(led.unit_result) if led else None,
        organising=Fraction(led.organising) if led else None,
        unity=Fraction(led.unity) if led else None,
        results=Fraction(*points.results),
        raw_total=Fraction(*points.raw_total),
        total=points.total,
    )
