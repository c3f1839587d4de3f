import { capital, kind, kindEn, texts } from "../message";

/** Official forms to download. */
export const yearForms = texts({
  "forms.title": ["Biểu mẫu", "Forms"],
  "forms.what": [
    "Biểu mẫu in những gì ông/bà được xem: điểm chưa thông báo để trống. Bản chưa hoàn tất có chữ “Bản dự thảo”.",
    "A form prints what you may see: a score that is not told yet stays empty. What is not final says so.",
  ],
  "forms.month": [(v) => `Biểu mẫu của ${kind(v.months)}`, (v) => `Forms of a ${kindEn(v.months)}`],
  "forms.unit": ["Đơn vị", "Unit"],
  "forms.period": [(v) => capital(kind(v.months)), (v) => capital(kindEn(v.months))],
  "forms.noMonth": [
    (v) => `Đơn vị chưa mở ${v.period}, hoặc ông/bà không được xem.`,
    (v) => `The unit has not opened ${v.period}, or it is not yours to see.`,
  ],
  "forms.summary": ["Bảng tổng hợp của đơn vị", "Summary of the unit"],
  "forms.sheets": ["Phiếu theo dõi, đánh giá", "Sheets"],
  "forms.sheet": ["Mẫu 01", "Form 01"],
  "forms.noSheets": ["Kỳ này chưa có phiếu nào", "There are no sheets"],
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
