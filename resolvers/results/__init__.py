"""Absences, and results of quarter, half-year and year. Others use only the names exported here."""

from resolvers.evaluations import told_cites
from resolvers.results.allowed import ABSENCE_NEEDS, allowed_on_absences
from resolvers.results.deeds_absence import (
    AbsenceOver,
    AbsenceOverlaps,
    NoMainPost,
    annul_absence,
    end_absence,
    end_absences_by_decision,
    record_absence,
)
from resolvers.results.deeds_computing import (
    Counted,
    NobodyToCompute,
    compute_results,
    counted_results,
)
from resolvers.results.entries import owed_in
from resolvers.results.questions import (
    DOCUMENT_SHA256,
    absences_in,
    absences_of_agency,
    absences_of_period,
    absences_of_person,
    editions,
    incomplete_results,
    my_absences,
    my_results,
    result_by_id,
    result_runs,
    results_of_agency,
    results_of_person,
    results_of_unit,
    stale_results,
)
from resolvers.results.resting import Superseded, flags_what_rests
from resolvers.results.scope import AgencyPeople, OpenMonth, agencies_with_people, open_months
from resolvers.results.tables import DEBTORS, STALE, absence, result, result_run
from resolvers.results.telling import (
    INPUTS,
    recomputed,
    told_inputs,
    told_months,
    told_result_steps,
)

__all__ = [
    "ABSENCE_NEEDS",
    "DEBTORS",
    "DOCUMENT_SHA256",
    "INPUTS",
    "STALE",
    "AbsenceOver",
    "AbsenceOverlaps",
    "AgencyPeople",
    "Counted",
    "NoMainPost",
    "NobodyToCompute",
    "OpenMonth",
    "Superseded",
    "absence",
    "absences_in",
    "absences_of_agency",
    "absences_of_period",
    "absences_of_person",
    "agencies_with_people",
    "allowed_on_absences",
    "annul_absence",
    "compute_results",
    "counted_results",
    "editions",
    "end_absence",
    "end_absences_by_decision",
    "flags_what_rests",
    "incomplete_results",
    "my_absences",
    "my_results",
    "open_months",
    "owed_in",
    "recomputed",
    "record_absence",
    "result",
    "result_by_id",
    "result_run",
    "result_runs",
    "results_of_agency",
    "results_of_person",
    "results_of_unit",
    "stale_results",
    "told_cites",
    "told_inputs",
    "told_months",
    "told_result_steps",
]
