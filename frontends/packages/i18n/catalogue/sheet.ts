import { texts } from "../message";

/** What a sheet is made of, wherever it is shown. */
export const sheet = texts({
  "result.marks": ["Tiêu chí chung", "General criteria"],
  "result.lines": ["Khối lượng công việc", "Work that counts"],
  "result.of100": ["trên 100 điểm", "of 100 points"],
  "result.released": [(v) => `Thông báo lúc ${v.when}`, (v) => `Notified at ${v.when}`],
  "result.general": ["Tiêu chí chung", "General criteria"],
  "result.results": ["Tiêu chí kết quả", "Result criteria"],
  "result.a": ["a: số lượng", "a: quantity"],
  "result.b": ["b: chất lượng", "b: quality"],
  "result.c": ["c: tiến độ", "c: progress"],
  "result.d": ["d: đơn vị phụ trách", "d: the unit led"],
  "result.dd": ["đ: tổ chức thực hiện", "đ: organising"],
  "result.e": ["e: đoàn kết", "e: unity"],
  "result.raw": ["Trước khi làm tròn", "Before rounding"],
  "result.criterion": ["Tiêu chí", "Criterion"],
  "result.self": ["Tự chấm", "Own mark"],
  "result.head": ["Người đứng đầu", "Head"],
  "result.deducted": ["Trừ điểm", "Deduction"],
  "result.noMarks": ["Chưa có điểm", "No marks yet"],
  "result.deduction": [
    (v) => `−${v.points} (${v.times} lần): ${v.reason}`,
    (v) => `−${v.points} (${v.times}×): ${v.reason}`,
  ],
  "result.units": ["Quy đổi", "Units"],
  "result.completed": ["Hoàn thành", "Completed"],
  "result.failures": ["Lỗi chất lượng", "Failures"],
  "result.delays": ["Chậm", "Delays"],
  "result.faults": ["Lỗi và chậm tiến độ đã ghi nhận", "Faults that were recorded"],
  "result.objective": [
    (v) => `Nguyên nhân khách quan: ${v.cause}`,
    (v) => `Objective cause: ${v.cause}`,
  ],
  "result.excused": [
    (v) => `${v.all} (khách quan ${v.objective})`,
    (v) => `${v.all} (${v.objective} excused)`,
  ],
  "result.task": ["Sản phẩm, công việc", "Product or work"],
  "result.noWork": ["Kỳ này chưa có nhiệm vụ nào", "No work in this period"],
});
