import { texts } from "../message";

/** The decision of a committee's closed set. */
export const partyDeciding = texts({
  "deciding.title": [
    (v) => `Quyết định xếp loại: ${v.body} – ${v.span}`,
    (v) => `Decision: ${v.body} – ${v.span}`,
  ],
  "deciding.notNow": [
    "Chưa thể quyết định danh sách này: danh sách chưa chốt, đã quyết định, hoặc có hồ sơ của chính ông/bà.",
    "This set cannot be decided by you now: it is not closed, it is decided already, or your own review is in it.",
  ],
  "deciding.back": ["Về danh sách kiểm điểm", "Back to the set"],
  "deciding.group": [(v) => `Xuất sắc: ${v.group}`, (v) => `Excellent: ${v.group}`],
  "deciding.noPlace": [
    "Nhóm này không có chỉ tiêu xuất sắc; các trường hợp sau được xếp hoàn thành tốt.",
    "This group has no excellent place; these become good.",
  ],
  "deciding.allPlaced": [
    (v) => `Chỉ tiêu ${v.places} đủ cho mọi trường hợp đủ điều kiện:`,
    (v) => `The ${v.places} places are enough for everybody who is excellent by law:`,
  ],
  "deciding.chosen": [
    (v) => `Đã chọn ${v.count}/${v.places}`,
    (v) => `${v.count} of ${v.places} chosen`,
  ],
  "deciding.choose": [
    (v) =>
      `Có ${v.count} trường hợp đủ điều kiện, chỉ tiêu là ${v.places}. Trường hợp không chọn được xếp hoàn thành tốt.`,
    (v) =>
      `${v.count} are excellent by law, and there are ${v.places} places. Whoever is not chosen becomes good.`,
  ],
  "deciding.candidate": [
    (v) => `${v.who} (${v.points} điểm)`,
    (v) => `${v.who} (${v.points} points)`,
  ],
  "deciding.reason": ["Lý do lựa chọn", "Why these"],
  "deciding.open": ["Mức do cấp ủy quyết định", "Classes that the regulation leaves open"],
  "deciding.openWhy": [
    "Quy định chưa xác định được mức của các trường hợp này.",
    "The committee decides each of these with a reason.",
  ],
  "deciding.lower": ["Xếp mức thấp hơn (nếu có)", "A lower class (if any)"],
  "deciding.lowerWhy": [
    "Chỉ dùng khi cấp ủy quyết định mức thấp hơn mức theo điểm và điều kiện, có nêu lý do.",
    "Only where the committee decides a lower class than by points and conditions, with a reason.",
  ],
  "deciding.lowerShow": [(v) => `Xem ${v.count} trường hợp`, (v) => `Show all ${v.count}`],
  "deciding.noLevel": ["Chọn mức xếp loại", "Choose a class"],
  "deciding.lawful": [(v) => `Giữ mức: ${v.level}`, (v) => `As by law: ${v.level}`],
  "deciding.levelReason": [(v) => `Lý do đối với ${v.who}`, (v) => `Reason for ${v.who}`],
  "deciding.missing": [(v) => `Còn thiếu: ${v.what}.`, (v) => `Missing: ${v.what}.`],
  "deciding.lacks.levels": [
    "mức và lý do của từng trường hợp cần quyết định",
    "a class and its reason",
  ],
  "deciding.lacks.choices": ["lựa chọn trường hợp xuất sắc", "who is excellent"],
  "deciding.lacks.reasons": ["lý do lựa chọn", "why these"],
  "deciding.lacks.decision": ["số và ngày quyết định", "number and day of the decision"],
  "deciding.decide": ["Quyết định", "Decide"],
  "deciding.sure": ["Quyết định danh sách này?", "Decide this set?"],
  "deciding.sureWhy": [
    (v) =>
      `${v.count} hồ sơ được quyết định cùng lúc, một lần. Sau đó chỉ thay thế được từng hồ sơ bằng quyết định khác.`,
    (v) =>
      `${v.count} reviews are decided together, once. After that each can only be replaced by another decision.`,
  ],
  "deciding.done": ["Đã quyết định xếp loại", "The set is decided"],
});
