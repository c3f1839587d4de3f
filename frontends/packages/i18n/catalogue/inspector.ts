import { counted, texts } from "../message";

/** What all sections of the inspector's portal say. */
export const inspector = texts({
  "inspector.home": ["Tổng quan", "Overview"],
  "inspector.spread": ["Phổ điểm", "Spread of scores"],
  "inspector.people": ["Công chức", "People"],
  "inspector.trail": ["Nhật ký", "Trail"],
  "inspector.allDeeds": ["Việc đã làm trong cơ quan", "What was done in the agency"],
  "inspector.attempts": ["Lần thử bị từ chối", "Refused attempts"],
  "inspector.story": ["Diễn biến", "Story"],
  "inspector.all": ["Xem tất cả", "See all"],
  "trail.nobody": ["Hệ thống", "The system"],
  "attempts.none": [
    "Chưa có ai bị từ chối khi làm việc không thuộc thẩm quyền",
    "Nobody has been refused anything",
  ],
  "attempts.times": [(v) => `${v.count} lần`, (v) => counted(v.count, "time", "times")],
});
