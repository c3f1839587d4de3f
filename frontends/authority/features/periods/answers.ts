import { type Key, say } from "@congtam/i18n";

/** The answers of switches that are words; others are numbers and stand for themselves. */
const ANSWERS: Readonly<Record<string, Key>> = {
  "cap.total": "switches.total",
  "cap.each_ratio": "switches.eachRatio",
  "rounding_mode.half_up": "switches.halfUp",
  "rounding_mode.half_even": "switches.halfEven",
  "deduction_floor.each_product": "switches.eachProduct",
  "deduction_floor.each_ratio": "switches.allProducts",
  "delays_counted.each_missed_deadline": "switches.eachDelay",
  "delays_counted.once_per_product": "switches.once",
  "zero_denominator.insufficient_data": "switches.insufficient",
  "leadership_between.choice_with_reason": "switches.choiceWithReason",
  "no_subordinates.met": "switches.met",
  "no_subordinates.choice_with_reason": "switches.choiceWithReason",
  "late_finish.deadline_month": "switches.deadlineMonth",
  "general_marks.superior": "switches.superior",
  "cycle.month": "switches.month",
  "cycle.quarter": "switches.quarter",
  "december.provisional_december": "switches.provisional",
  "december.rolling_year": "switches.rolling",
  "sheets_of_one_month.by_days_of_service": "switches.byDays",
  "sheets_of_one_month.equally": "switches.equally",
  "same_act_year.first_decision": "switches.firstDecision",
  "same_act_year.last_decision": "switches.lastDecision",
  "quota_reading.strict": "switches.strict",
  "quota_reading.initial": "switches.initial",
  "quota_reading.broad": "switches.broad",
  "special_deadline.no": "switches.no",
  "special_deadline.yes": "switches.yes",
};

export function answerOf(name: string, value: string): string {
  const key = ANSWERS[`${name}.${value}`];
  return key === undefined ? value.replace(".", ",") : say(key);
}
