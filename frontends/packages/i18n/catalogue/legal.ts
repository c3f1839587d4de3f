import { roman, texts } from "../message";

/** What the contract's codes are called. */
export const legal = texts({
  "level.EXCELLENT": ["Hoàn thành xuất sắc nhiệm vụ", "Excellent"],
  "level.GOOD": ["Hoàn thành tốt nhiệm vụ", "Good"],
  "level.COMPLETED": ["Hoàn thành nhiệm vụ", "Completed"],
  "level.NOT_COMPLETED": ["Không hoàn thành nhiệm vụ", "Not completed"],
  "level.INSUFFICIENT_DATA": ["Chưa đủ dữ liệu", "Insufficient data"],
  "sheet.OPEN": ["Chờ tự đánh giá", "Self-assessment open"],
  "sheet.SELF_ASSESSED": ["Chờ chấm điểm", "Waits for the head"],
  "sheet.SCORED": ["Đã chấm, chưa ký", "Scored, not signed"],
  "sheet.RELEASED": ["Đã ký và thông báo", "Signed and notified"],
  "sheet.CLOSED": ["Đã khóa", "Closed"],
  "origin.PLANNED": ["theo kế hoạch", "planned"],
  "origin.URGENT": ["đột xuất", "urgent"],
  "origin.TAKEN_OVER": ["nhận thay", "taken over"],
  "origin.HANDED_OVER": ["đã chuyển giao", "handed over"],
  "absence.MATERNITY": ["Nghỉ thai sản", "Maternity leave"],
  "absence.SICK": ["Nghỉ ốm", "Sick leave"],
  "absence.UNPAID": ["Nghỉ không hưởng lương", "Unpaid leave"],
  "absence.TRAINING": ["Đào tạo, bồi dưỡng", "Training"],
  "absence.SUSPENDED": ["Tạm đình chỉ công tác", "Suspended"],
  "absence.days": [
    (v) => `Vắng ${v.absent}/${v.days} ngày`,
    (v) => `Away on ${v.absent} of ${v.days} days`,
  ],
  "absence.span": [
    (v) => `${v.kind}: ${v.since} – ${v.until}`,
    (v) => `${v.kind}: ${v.since} – ${v.until}`,
  ],
  "fault.QUALITY": ["Chất lượng", "Quality"],
  "fault.DELAY": ["Chậm tiến độ", "Delay"],
  "period.ofMonth": [(v) => `tháng ${v.month}`, (v) => `${v.month}`],
  "period.ofQuarter": [(v) => `quý ${roman(v.number)}/${v.year}`, (v) => `Q${v.number} ${v.year}`],
  "period.quarter": [(v) => `Quý ${roman(v.number)}/${v.year}`, (v) => `Q${v.number} ${v.year}`],
  "span.QUARTER": [(v) => `Quý ${roman(v.number)}/${v.year}`, (v) => `Q${v.number} ${v.year}`],
  "span.HALF_YEAR": [
    (v) => `06 tháng ${v.number === 1 ? "đầu" : "cuối"} năm ${v.year}`,
    (v) => `${v.number === 1 ? "First" : "Second"} half of ${v.year}`,
  ],
  "span.YEAR": [(v) => `Năm ${v.year}`, (v) => `Year ${v.year}`],
  "explained.by": [
    (v) => `${v.who} chấm điểm lúc ${v.when}.`,
    (v) => `Scored by ${v.who} at ${v.when}.`,
  ],
  "explained.onBehalf": [(v) => `Thay mặt ${v.who}.`, (v) => `On behalf of ${v.who}.`],
  "explained.cites": ["Căn cứ", "Sources"],
});
