import { texts } from "../message";

/** A decision on discipline, as its document tells it. */
export const ruling = texts({
  "ruling.source": ["Loại kỷ luật", "Kind of discipline"],
  "ruling.source.ADMINISTRATIVE": ["Kỷ luật hành chính", "Administrative"],
  "ruling.source.PARTY": ["Kỷ luật Đảng", "Of the Party"],
  "ruling.form": ["Hình thức", "Form"],
  "ruling.form.REPRIMAND": ["Khiển trách", "Reprimand"],
  "ruling.form.WARNING": ["Cảnh cáo", "Warning"],
  "ruling.form.DEMOTION": ["Cách chức", "Demotion"],
  "ruling.form.DISMISSAL": ["Buộc thôi việc", "Dismissal"],
  "ruling.form.EXPULSION": ["Khai trừ", "Expulsion"],
  "ruling.relation": ["Liên quan đến hoạt động công vụ", "What it has to do with public duty"],
  "ruling.relation.DUTY": ["Vi phạm trong thực thi công vụ", "In the course of duty"],
  "ruling.relation.DEGRADATION": [
    "Suy thoái về tư tưởng chính trị, đạo đức, lối sống",
    "Degradation of politics, ethics or conduct",
  ],
  "ruling.relation.UNRELATED": [
    "Không liên quan đến hoạt động công vụ",
    "Nothing to do with public duty",
  ],
  "ruling.about": ["Hành vi vi phạm", "The violation"],
  "ruling.actOn": ["Ngày xảy ra vi phạm", "Day of the violation"],
  "ruling.actOnHelp": [
    "Ngày hành vi chấm dứt; nếu không xác định được thì ghi ngày có kết luận.",
    "The day on which it ended; where that cannot be told, of the conclusion.",
  ],
  "ruling.unlimited": ["Không áp dụng thời hiệu vì", "No limitation applies because of"],
  "ruling.unlimited.PARTY_EXPULSION": [
    "Đảng viên vi phạm đến mức bị khai trừ",
    "A violation that leads to expulsion from the Party",
  ],
  "ruling.unlimited.INTERNAL_POLITICS": [
    "Vi phạm quy định về bảo vệ chính trị nội bộ",
    "A breach of the protection of internal politics",
  ],
  "ruling.unlimited.NATIONAL_INTEREST": [
    "Xâm hại lợi ích quốc gia trong quốc phòng, an ninh, đối ngoại",
    "Harm to defence, security or foreign affairs",
  ],
  "ruling.unlimited.FALSE_DOCUMENTS": [
    "Sử dụng văn bằng, chứng chỉ, giấy tờ giả hoặc không hợp pháp",
    "False or unlawful diplomas and papers",
  ],
});
