import { counted, texts } from "../message";

/** Work that is open on posts that have ended. */
export const headUnfinished = texts({
  "left.title": [(v) => `Việc dở dang: ${v.unit}`, (v) => `Unfinished work: ${v.unit}`],
  "left.list": ["Việc còn dở trên vị trí đã thôi giữ", "Open on posts that have ended"],
  "left.how": [
    "Việc của người đã chuyển đi và của đơn vị đã kết thúc hoạt động mà đơn vị này lưu hồ sơ. Việc tiếp tục với chính người đó giữ nguyên thời hạn; việc chuyển cho người khác có thời hạn mới, tính thêm cho người nhận.",
    "Of people who left, and of closed units whose records this one keeps. What goes on with its own person keeps its days; what somebody else takes over is due anew, beyond his own plan.",
  ],
  "left.nothing": ["Không có việc nào dở dang", "Nothing is unfinished"],
  "left.person": ["Người được giao", "Whose"],
  "left.closed": [
    (v) => `${v.unit} (kết thúc hoạt động từ ${v.day})`,
    (v) => `${v.unit} (closed from ${v.day})`,
  ],
  "left.rest": ["Đã nghiệm thu", "Accepted"],
  "left.part": [
    (v) => `${v.done}/${v.all}, hạn ${v.day}`,
    (v) => `${v.done} of ${v.all}, due ${v.day}`,
  ],
  "left.to": ["Người làm tiếp", "Who goes on with it"],
  "left.toOf": [
    (v) => `Người làm tiếp: ${v.what}, ${v.who}`,
    (v) => `Who goes on with it: ${v.what}, ${v.who}`,
  ],
  "left.own": ["Chính người này, ở vị trí mới", "The same person, in the new post"],
  "left.at": [(v) => `tại ${v.unit}`, (v) => `in ${v.unit}`],
  "left.mayGoOn": [(v) => `Có thể làm tiếp tại ${v.unit}`, (v) => `May go on in ${v.unit}`],
  "left.gone": ["Cần chuyển cho người khác", "Somebody else has to take it over"],
  "left.due": ["Thời hạn mới", "New day"],
  "left.all": [
    (v) => `Chọn tất cả (${v.count} việc)`,
    (v) => `All (${counted(v.count, "piece", "pieces")} of work)`,
  ],
  "left.allTo": ["Giao mọi việc đã chọn cho một người", "Give all that is chosen to one person"],
  "left.each": ["Chọn riêng từng việc", "One by one"],
  "left.sendMany": [(v) => `Chuyển ${v.count} việc`, (v) => `Pass on ${v.count}`],
  "left.send": ["Chuyển việc", "Pass on"],
  "left.sendSure": [(v) => `Chuyển ${v.count} việc?`, (v) => `Pass on ${v.count}?`],
  "left.sendWhy": [
    "Việc đã chuyển không lấy lại được. Việc nào chưa chuyển được sẽ ở lại danh sách cùng lý do.",
    "What is passed on is not taken back. What cannot be passed on stays on the list, with why.",
  ],
  "left.reasonHelp": [
    "Ví dụ: sắp xếp đơn vị theo quyết định nào, công chức chuyển công tác từ ngày nào.",
    "Such as the decision on the units, or the day from which the person is gone.",
  ],
  "left.sent": [
    "Đã gửi; việc chưa chuyển được còn trong danh sách",
    "Sent; what is left stays listed",
  ],
});
