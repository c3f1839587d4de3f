import { texts } from "../message";

/** The year's money for rewards. */
export const rewardFunds = texts({
  "fund.BONUS": [(v) => `Quỹ tiền thưởng năm ${v.year}`, (v) => `Bonus fund of ${v.year}`],
  "fund.INCOME": [
    (v) => `Nguồn thu nhập tăng thêm năm ${v.year}`,
    (v) => `Additional income of ${v.year}`,
  ],
  "fund.amount": ["Tổng số", "Amount"],
  "fund.committed": ["Đã duyệt chi", "Taken by lists"],
  "fund.left": ["Còn lại", "Left"],
  "fund.decision": ["Văn bản", "Paper"],
  "fund.by": ["Người quyết định", "Decided by"],
  "fund.parts": ["Các phần của quỹ", "Parts of the fund"],
  "fund.noParts": ["Quỹ chưa chia phần", "It is not divided yet"],
  "fund.span": ["Kỳ", "Span"],
  "fund.part": [(v) => `Phần ${v.span} (đồng)`, (v) => `Part: ${v.span} (đồng)`],
  "fund.missing": ["Quỹ chưa được giao", "Not laid down yet"],
  "fund.none.BONUS": [
    (v) => `Chưa có quỹ tiền thưởng năm ${v.year}.`,
    (v) => `There is no bonus fund of ${v.year}.`,
  ],
  "fund.none.INCOME": [
    (v) => `Chưa có nguồn thu nhập tăng thêm năm ${v.year}.`,
    (v) => `There is no additional income of ${v.year}.`,
  ],
  "fund.set.BONUS": ["Giao quỹ tiền thưởng", "Lay down the bonus fund"],
  "fund.set.INCOME": ["Giao nguồn thu nhập tăng thêm", "Lay down additional income"],
  "fund.change.BONUS": ["Điều chỉnh các phần", "Change the parts"],
  "fund.change.INCOME": ["Điều chỉnh", "Change"],
  "fund.why.BONUS": [
    "Quỹ bằng 10% quỹ tiền lương theo ngạch, bậc, chức vụ của năm; hệ thống tự tính.",
    "It is a tenth of the year's salary fund; the law gives the amount.",
  ],
  "fund.why.INCOME": [
    "Tổng nguồn theo quy định của địa phương, và phần dành cho từng kỳ.",
    "The amount by the locality's text, and what is meant for each span.",
  ],
  "fundPart.MONTH": ["hằng tháng", "monthly"],
  "fundPart.QUARTER": ["hằng quý", "quarterly"],
  "fundPart.HALF_YEAR": ["06 tháng", "half-year"],
  "fundPart.YEAR": ["cuối năm", "end of the year"],
  "fundPart.AD_HOC": ["đột xuất", "out of turn"],
  "salaryFund.title": [(v) => `Quỹ tiền lương năm ${v.year}`, (v) => `Salary fund of ${v.year}`],
  "salaryFund.none": ["Chưa ghi nhận quỹ tiền lương của năm", "It is not recorded yet"],
  "salaryFund.by": ["Người ghi nhận", "Recorded by"],
  "salaryFund.record": ["Ghi nhận quỹ tiền lương", "Record the salary fund"],
  "salaryFund.change": ["Điều chỉnh quỹ tiền lương", "Change the salary fund"],
  "salaryFund.why": [
    "Tiền lương cả năm theo ngạch, bậc, chức vụ; không gồm phụ cấp.",
    "The year's salaries by rank and position, without allowances.",
  ],
});
