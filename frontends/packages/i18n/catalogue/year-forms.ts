import { texts } from "../message";

/** Official forms to download. */
export const yearForms = texts({
  "forms.title": ["Biểu mẫu", "Forms"],
  "forms.what": [
    "Biểu mẫu in những gì ông/bà được xem: điểm chưa thông báo để trống. Bản chưa hoàn tất có chữ “Bản dự thảo”.",
    "A form prints what you may see: a score that is not told yet stays empty. What is not final says so.",
  ],
  "forms.month": ["Biểu mẫu của tháng", "Forms of a month"],
  "forms.unit": ["Đơn vị", "Unit"],
  "forms.period": ["Tháng", "Month"],
  "forms.noMonth": [
    (v) => `Đơn vị chưa mở tháng ${v.month}, hoặc ông/bà không được xem.`,
    (v) => `The unit has not opened ${v.month}, or it is not yours to see.`,
  ],
  "forms.summary": ["Bảng tổng hợp của đơn vị", "Summary of the unit"],
  "forms.sheets": ["Phiếu theo dõi, đánh giá", "Sheets"],
  "forms.sheet": ["Mẫu 01", "Form 01"],
  "forms.noSheets": ["Tháng này chưa có phiếu nào", "There are no sheets"],
  "forms.year": [(v) => `Biểu mẫu của năm ${v.year}`, (v) => `Forms of ${v.year}`],
  "forms.ofYear": [
    (v) => `Biểu mẫu của năm ${v.year}: ${v.unit}`,
    (v) => `Forms of ${v.year}: ${v.unit}`,
  ],
  "forms.noRounds": [
    (v) => `Chưa lập danh sách xếp loại năm ${v.year}.`,
    (v) => `No list has been prepared for ${v.year}.`,
  ],
  "forms.publication": ["Danh sách công khai kết quả xếp loại", "Published list"],
  "forms.cases": ["Phiếu xếp loại năm", "Cases"],
  "forms.case": ["Mẫu 02", "Form 02"],
  "forms.noCases": ["Danh sách chưa có hồ sơ nào", "There are no cases"],
  "forms.allCases": [(v) => `Xem cả ${v.count} hồ sơ`, (v) => `See all ${v.count} cases`],
  "forms.person": ["Họ và tên", "Name"],
});
