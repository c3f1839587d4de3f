import { kind, kindEn, texts } from "../message";

/** Results: of a month, of the year. */
export const record = texts({
  "result.title": [(v) => `Kết quả ${v.period}`, (v) => `Result of ${v.period}`],
  "result.notYet": ["Chưa có kết quả", "There is no result yet"],
  "result.notYetWhy": [
    (v) => `Kết quả hiện ở đây khi người đứng đầu ${v.unit} ký.`,
    (v) => `It appears here when the head of ${v.unit} has signed.`,
  ],
  "result.petition": ["Kiến nghị", "Petition"],
  "result.how": ["Cách tính", "How it came about"],
  "result.comment": [
    (v) => `Nhận xét của người đứng đầu: ${v.text}`,
    (v) => `The head's comment: ${v.text}`,
  ],
  "year.title": ["Năm của tôi", "My year"],
  "year.months": [
    (v) => `Kết quả các ${kind(v.months)}`,
    (v) => `Results of the ${kindEn(v.months)}s`,
  ],
  "year.none": ["Chưa có phiếu nào", "There are no sheets yet"],
  "year.results": ["Quý, 06 tháng, năm", "Quarters, half-years, years"],
  "year.noResults": [
    "Chưa có kết quả quý, 06 tháng hoặc năm",
    "No quarter, half-year or year has been added up yet",
  ],
  "year.month": ["Kỳ", "Period"],
  "year.total": ["Tổng điểm", "Total"],
  "year.level": ["Mức", "Level"],
  "year.span": ["Kỳ", "Span"],
  "year.notes": ["Ghi chú", "Notes"],
  "year.provisional": ["tạm tính", "provisional"],
  "year.stale": ["sẽ tính lại", "to be added up again"],
  "year.notRated": ["không xếp loại", "not rated"],
  "year.chart": [
    (v) => `Tổng điểm các ${kind(v.months)}, trên 100.`,
    (v) => `Totals of the ${kindEn(v.months)}s, of 100.`,
  ],
  "year.point": [(v) => `${v.period}: ${v.total}`, (v) => `${v.period}: ${v.total}`],
});
