import { texts } from "../message";

/** The sections of the year: classes, organisations, petitions, forms. */
export const yearMenu = texts({
  "authority.classes": ["Xếp loại", "Classes"],
  "authority.quota": ["Danh sách và chỉ tiêu", "Lists and places"],
  "authority.decided": ["Kết quả đã quyết định", "Decided classes"],
  "authority.organisations": ["Tổ chức", "Organisations"],
  "authority.schemes": ["Bộ tiêu chí tổ chức", "Criteria"],
  "authority.forms": ["Biểu mẫu", "Forms"],
  "authority.petitions": ["Kiến nghị", "Petitions"],
});
