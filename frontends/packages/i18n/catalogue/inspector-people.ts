import { texts } from "../message";

/** A person's sheets and classes, and one sheet, as an inspector sees them. */
export const people = texts({
  "people.name": ["Họ và tên", "Name"],
  "people.code": ["Mã công chức", "Staff code"],
  "people.unit": ["Đơn vị", "Unit"],
  "people.deeds": ["Việc người này đã làm", "What this person did"],
  "people.sheets": ["Phiếu theo dõi, đánh giá", "Sheets"],
  "people.noSheets": ["Chưa có phiếu nào", "There are no sheets"],
  "people.classes": ["Xếp loại năm", "Classes of the years"],
  "people.noClasses": ["Chưa có xếp loại năm nào", "There are no classes"],
  "people.month": ["Kỳ", "Period"],
  "people.sheet": ["Trạng thái", "State"],
  "people.total": ["Tổng điểm", "Total"],
  "people.level": ["Mức", "Level"],
  "people.year": ["Năm", "Year"],
  "people.class": ["Mức xếp loại", "Class"],
  "people.decision": ["Số quyết định", "Decision"],
  "people.edition": ["Lần", "Edition"],
  "people.replaced": [
    (v) => `${v.edition}, đã được thay thế`,
    (v) => `${v.edition}, replaced since`,
  ],
  "people.sheetOf": [
    (v) => `Phiếu của ${v.who}, ${v.period}`,
    (v) => `Sheet of ${v.who}, ${v.period}`,
  ],
  "people.scoredIn": ["Đơn vị chấm điểm", "Scored in"],
  "people.round": ["Lần chấm", "Round"],
  "people.how": ["Cách tính", "How it came about"],
  "people.notScored": [
    "Chưa có kết quả: bản chấm nháp chỉ người chấm điểm thấy.",
    "No result yet: a draft is seen by the head alone.",
  ],
  "people.selfComment": [(v) => `Tự nhận xét: ${v.text}`, (v) => `Own comment: ${v.text}`],
  "people.headComment": [
    (v) => `Nhận xét của người đứng đầu: ${v.text}`,
    (v) => `The head's comment: ${v.text}`,
  ],
  "people.organising": [
    (v) => `Lý do chọn mức tổ chức thực hiện: ${v.text}`,
    (v) => `Why organising was chosen so: ${v.text}`,
  ],
  "people.unity": [
    (v) => `Lý do chọn mức đoàn kết: ${v.text}`,
    (v) => `Why unity was chosen so: ${v.text}`,
  ],
  "people.petitions": ["Kiến nghị về kết quả này", "Petitions against this result"],
});
