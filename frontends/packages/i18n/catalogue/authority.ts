import { capital, kind, kindEn, texts } from "../message";

/** What all sections of the authority's portal say. */
export const authority = texts({
  "authority.home": ["Tổng quan", "Overview"],
  "authority.structure": ["Tổ chức", "Organisation"],
  "authority.periods": ["Kỳ đánh giá", "Periods"],
  "authority.agency": ["Cơ quan", "Agency"],
  "structure.units": ["Đơn vị", "Units"],
  "structure.people": ["Công chức", "People"],
  "catalogue.positions": ["Vị trí việc làm", "Job positions"],
  "catalogue.editions": ["Danh mục sản phẩm", "Product lists"],
  "catalogue.deductions": ["Thang điểm trừ", "Deductions"],
  "periods.months": [
    (v) => `${capital(kind(v.months))} của đơn vị`,
    (v) => `Units' ${kindEn(v.months)}s`,
  ],
  "periods.duties": ["Thời hạn", "Deadlines"],
  "periods.locks": ["Mở khóa", "Lock exceptions"],
  "periods.absences": ["Vắng mặt", "Absences"],
  "periods.results": ["Tính kết quả", "Results"],
  "periods.switches": ["Quy chế", "Own rules"],
  "import.title": ["Nhập tệp", "Import"],
});
