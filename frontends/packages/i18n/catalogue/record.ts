import { texts } from "../message";

/** Results: of a month, of the year. */
export const record = texts({
  "result.title": [(v) => `Kết quả tháng ${v.month}`, (v) => `Result of ${v.month}`],
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
  "year.months": ["Kết quả các tháng", "Results of the months"],
  "year.none": ["Chưa có phiếu nào", "There are no sheets yet"],
  "year.results": ["Quý, 06 tháng, năm", "Quarters, half-years, years"],
  "year.noResults": [
    "Chưa có kết quả quý, 06 tháng hoặc năm",
    "No quarter, half-year or year has been added up yet",
  ],
  "year.month": ["Tháng", "Month"],
  "year.total": ["Tổng điểm", "Total"],
  "year.level": ["Mức", "Level"],
  "year.span": ["Kỳ", "Span"],
  "year.notes": ["Ghi chú", "Notes"],
  "year.provisional": ["tạm tính", "provisional"],
  "year.stale": ["sẽ tính lại", "to be added up again"],
  "year.notRated": ["không xếp loại", "not rated"],
  "year.chart": ["Tổng điểm các tháng, trên 100.", "Totals of the months, of 100."],
  "year.point": [(v) => `${v.month}: ${v.total}`, (v) => `${v.month}: ${v.total}`],
});
