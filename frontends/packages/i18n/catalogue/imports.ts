import { counted, texts } from "../message";

/** Files into the registers, tried first. */
export const imports = texts({
  "import.heading": ["Nhập dữ liệu từ tệp", "Import a file"],
  "import.notYours": [
    "Ông/bà không nhập dữ liệu cho cơ quan này: việc này thuộc bộ phận tổ chức cán bộ.",
    "You do not import for this agency: it is for its personnel office.",
  ],
  "import.kind": ["Loại dữ liệu", "What it holds"],
  "import.kind.catalogue": ["Danh mục sản phẩm, công việc", "Product list"],
  "import.kind.positions": ["Vị trí việc làm", "Job positions"],
  "import.kind.staff": ["Công chức và vị trí", "Staff and their posts"],
  "import.file": [(v) => `Tệp (${v.ending})`, (v) => `File (${v.ending})`],
  "import.help.catalogue": [
    "Các cột Mã CV, Nhiệm vụ, Nhóm, Điểm chấm; vào dự thảo danh mục, chưa có hiệu lực.",
    "Columns Mã CV, Nhiệm vụ, Nhóm, Điểm chấm; it goes into the draft and is not in force.",
  ],
  "import.help.positions": [
    "Danh sách bản mô tả vị trí việc làm, dạng JSON.",
    "A list of descriptions, as JSON.",
  ],
  "import.help.staff": [
    "Theo tệp mẫu: mỗi dòng một vị trí của một công chức.",
    "As the template has it: one post of one person in a row.",
  ],
  "import.template": ["Tải tệp mẫu", "Download the template"],
  "import.try": ["Kiểm tra trước", "Try it"],
  "import.tryWhy": [
    "Kiểm tra trước cho biết kết quả của từng dòng và không ghi dữ liệu nào.",
    "A try tells what would become of each row, and writes nothing.",
  ],
  "import.do": ["Nhập dữ liệu", "Import"],
  "import.sure": ["Nhập tệp này?", "Import this file?"],
  "import.sureAll": [
    "Tất cả các dòng hợp lệ sẽ được ghi vào dữ liệu của cơ quan.",
    "All rows are acceptable and will be written.",
  ],
  "import.sureBad": [
    (v) => `${v.count} dòng bị từ chối sẽ không được ghi; các dòng khác được ghi.`,
    (v) =>
      `${counted(v.count, "refused row is", "refused rows are")} left out; the others are written.`,
  ],
  "import.tried": [(v) => `Kết quả kiểm tra: ${v.file}`, (v) => `Tried: ${v.file}`],
  "import.done": [(v) => `Kết quả nhập: ${v.file}`, (v) => `Imported: ${v.file}`],
  "import.nothingWritten": ["Chưa ghi dữ liệu nào.", "Nothing was written."],
  "import.written": ["Đã nhập dữ liệu.", "The file is imported."],
  "import.badRows": [
    (v) => `${v.count} dòng bị từ chối: sửa tệp rồi kiểm tra lại.`,
    (v) => `${counted(v.count, "row is", "rows are")} refused: mend the file and try again.`,
  ],
  "import.before": [
    (v) =>
      `Tệp này đã được nhập lúc ${v.when}; lần này không ghi gì thêm. Kết quả dưới đây là của lần đó.`,
    (v) => `This file was imported at ${v.when}; nothing was done again. These are its verdicts.`,
  ],
  "import.again": ["Vẫn nhập lại", "Import it anew"],
  "import.filter": ["Lọc theo kết quả", "Filter by outcome"],
  "import.outcome.rejected": ["Bị từ chối", "Refused"],
  "import.outcome.created": ["Thêm mới", "Created"],
  "import.outcome.updated": ["Cập nhật", "Updated"],
  "import.outcome.unchanged": ["Không đổi", "Unchanged"],
  "import.rows": ["Các dòng", "Rows"],
  "import.noRows": ["Không có dòng nào.", "No rows."],
  "import.passedOver": [
    (v) => `Bỏ qua ${v.count} dòng tiêu đề hoặc trống.`,
    (v) => `${counted(v.count, "row", "rows")} passed over: titles, headings, empty ones.`,
  ],
  "import.place": ["Dòng", "Row"],
  "import.key": ["Mã", "Code"],
  "import.verdict": ["Kết quả", "Verdict"],
  "import.why": ["Nội dung", "Why"],
});
