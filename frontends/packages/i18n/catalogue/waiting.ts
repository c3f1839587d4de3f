import { counted, texts } from "../message";

/** What waits for somebody who decides or keeps the registers. */
export const waiting = texts({
  "waiting.title": ["Việc đang chờ", "What waits"],
  "waiting.nothing": ["Không có việc nào đang chờ", "Nothing waits"],
  "waiting.nothingWhy": [
    "Kiến nghị, quyết định và việc quá hạn của cơ quan sẽ hiện ở đây.",
    "Petitions, decisions and what is overdue in the agency appear here.",
  ],
  "waiting.petitions": ["Kiến nghị chờ ông/bà giải quyết", "Petitions for you to decide"],
  "waiting.steps": ["Bước công tác cán bộ đến hạn", "Personnel steps that are due"],
  "waiting.duties": [
    "Trách nhiệm của người đứng đầu đã quá hạn",
    "Duties of heads that are overdue",
  ],
  "waiting.breaches": ["Vi phạm thời hạn chờ ông/bà quyết định", "Breaches for you to decide"],
  "waiting.actions": ["Công tác cán bộ chờ ông/bà quyết định", "Personnel actions to decide"],
  "waiting.catalogues": ["Danh mục sản phẩm chờ ông/bà phê duyệt", "Product lists to approve"],
  "waiting.schemes": ["Bộ tiêu chí tổ chức chờ ông/bà phê duyệt", "Schemes to approve"],
  "waiting.rewards": ["Khen thưởng chờ ông/bà quyết định", "Rewards for you to decide"],
  "waiting.classes": [
    "Mức xếp loại có căn cứ thay đổi, cần ông/bà xem lại",
    "Classes whose ground changed, for you to look at",
  ],
  "waiting.organisations": [
    "Kết quả tổ chức cần xem lại do kết quả cấp dưới bị thay thế",
    "Organisations to look at again: a result beneath was replaced",
  ],
  "waiting.due": [(v) => `Hạn ${v.day}`, (v) => `Due ${v.day}`],
  "waiting.left": [
    (v) => `còn ${v.days} ngày làm việc`,
    (v) => `${counted(v.days, "working day", "working days")} left`,
  ],
  "waiting.since": [(v) => `Chờ từ ${v.day}`, (v) => `Since ${v.day}`],
});
