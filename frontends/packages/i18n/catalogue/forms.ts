import { texts } from "../message";

/** What forms say by themselves: papers, people to find, values that are missing. */
export const forms = texts({
  "form.missing": ["Chưa điền mục này", "Please fill this in"],
  "form.notNumber": ["Không phải là số", "This is not a number"],
  "form.choose": ["— Chọn —", "— Choose —"],
  "paper.number": ["Số, ký hiệu", "Number"],
  "paper.day": ["Ngày", "Day"],
  "paper.url": ["Đường dẫn (nếu có)", "Link (if there is one)"],
  "paper.urlWrong": ["Đường dẫn phải bắt đầu bằng https://", "A link begins with https://"],
  "paper.file": ["Chọn tệp", "Choose the file"],
  "paper.fileStays": [
    "Chỉ mã băm SHA-256 của tệp được ghi nhận; tệp vẫn ở máy này.",
    "Only the file's SHA-256 is recorded; the file stays on this machine.",
  ],
  "paper.hash": [(v) => `SHA-256: ${v.hash}`, (v) => `SHA-256: ${v.hash}`],
  "paper.hashOf": ["Mã băm của tệp", "The file's hash"],
  "paper.told": [(v) => `số ${v.number} ngày ${v.day}`, (v) => `no. ${v.number} of ${v.day}`],
  "paper.undated": [(v) => `số ${v.number}`, (v) => `no. ${v.number}`],
  "paper.open": ["Mở văn bản", "Open the paper"],
  "find.units": ["Tìm đơn vị (không cần dấu)", "Find a unit (accents not needed)"],
  "find.agencies": ["Tìm cơ quan (không cần dấu)", "Find an agency (accents not needed)"],
  "find.products": [
    "Tìm trong danh mục sản phẩm, công việc (không cần dấu)",
    "Find a product or kind of work (accents not needed)",
  ],
  "find.positions": [
    "Tìm vị trí việc làm (không cần dấu)",
    "Find a job position (accents not needed)",
  ],
  "find.none": ["Không tìm thấy", "Nothing was found"],
  "find.more": [
    "Còn nhiều kết quả khác; ông/bà gõ thêm để thu hẹp.",
    "There are more; type on to narrow it down.",
  ],
  "people.search": ["Tìm theo họ tên (không cần dấu)", "Find by name (accents not needed)"],
  "people.none": ["Không tìm thấy công chức nào", "Nobody was found"],
  "people.more": [
    "Còn nhiều người khác; ông/bà gõ thêm để thu hẹp.",
    "There are more; type on to narrow it down.",
  ],
});
