import { texts } from "../message";

/** What is done with a case, and what became of classes that were decided. */
export const yearDeeds = texts({
  "caseAct.return": ["Trả lại Mẫu 02", "Return form 02"],
  "caseAct.excuse": ["Cho phép không nộp Mẫu 02", "Let it go on without form 02"],
  "caseAct.comment": ["Ghi nơi lưu nhận xét của cấp ủy", "Record the Party comment"],
  "caseAct.propose": ["Đề xuất mức xếp loại", "Propose a level"],
  "caseAct.consider": ["Xem xét việc tạm đình chỉ", "Consider the suspension"],
  "caseAct.withdraw": ["Đưa khỏi danh sách", "Withdraw the case"],
  "caseAct.replace": ["Quyết định thay thế", "Replace the decision"],
  "caseAct.level": ["Mức xếp loại", "Level"],
  "caseAct.noLevel": ["– Chọn mức –", "– Choose –"],
  "caseAct.counts": [
    "Xếp loại “Không hoàn thành nhiệm vụ” vì việc này",
    "It makes the year not completed",
  ],
  "caseWhy.excuse": [
    "Hồ sơ đi tiếp không cần Mẫu 02 (khoản 3 Điều 19).",
    "The case goes on without form 02 (art. 19.3).",
  ],
  "caseWhy.withdraw": [
    "Dùng khi người này được xếp loại ở nơi khác. Hồ sơ được lưu và không tính vào chỉ tiêu.",
    "For somebody who is classified elsewhere. The case is kept, and counts in no quota.",
  ],
  "caseWhy.comment": [
    "Chỉ ghi số, ngày và nơi lưu; nội dung nhận xét được giữ trong hồ sơ của Đảng.",
    "Only its number, day and place; what it says stays in the Party's own file.",
  ],
  "caseWhy.consider": [
    "Việc tạm đình chỉ không tự động hạ mức; người đứng đầu xem xét và nêu lý do.",
    "A suspension lowers nothing by itself: the head weighs it, and says why.",
  ],
  "caseWhy.propose": [
    "Đề xuất tổng hợp kết quả năm, ý kiến cuộc họp và nhận xét của cấp ủy.",
    "The proposal draws the result, the meeting and the comment together.",
  ],
  "caseWhy.replace": [
    (v) =>
      `Quyết định mới thay thế quyết định đã có đối với ${v.who} và được thông báo ngay. Quyết định cũ vẫn được lưu; những việc đã dựa vào nó được đánh dấu để rà soát (khoản 3 Điều 21, khoản 3 Điều 23).`,
    (v) =>
      `The new decision takes the place of the one about ${v.who}, who is told at once. The old one is kept, and what rested on it is flagged (art. 21.3, 23.3).`,
  ],
  "caseDone.return": ["Đã trả lại Mẫu 02", "Form 02 is returned"],
  "caseDone.excuse": ["Đã cho phép không nộp Mẫu 02", "The case goes on without form 02"],
  "caseDone.comment": ["Đã ghi nhận xét của cấp ủy", "The comment is recorded"],
  "caseDone.propose": ["Đã đề xuất", "The level is proposed"],
  "caseDone.consider": ["Đã xem xét", "It is decided"],
  "caseDone.withdraw": ["Đã đưa khỏi danh sách", "The case is withdrawn"],
  "caseDone.replace": ["Đã ra quyết định thay thế", "The decision is replaced"],
  "flags.title": ["Cần rà soát", "To be looked at"],
  "flags.why": [
    "Những việc dưới đây dựa vào mức xếp loại đã bị thay thế, hoặc căn cứ của mức xếp loại, kết quả của tổ chức đã thay đổi. Không có kết quả nào tự thay đổi; người có thẩm quyền rà soát và ghi kết quả.",
    "These rested on a class that was replaced, or the ground of a class or the organisation's result changed. Nothing changes by itself; whoever is responsible looks at each and notes what became of it.",
  ],
  "flags.of": [(v) => `${v.who}, năm ${v.year}`, (v) => `${v.who}, ${v.year}`],
  "flags.raised": [(v) => `Đánh dấu lúc ${v.when}`, (v) => `Flagged at ${v.when}`],
  "flags.open": ["Chưa rà soát", "Open"],
  "flags.cleared": [(v) => `Đã rà soát lúc ${v.when}`, (v) => `Cleared at ${v.when}`],
  "flags.clear": ["Ghi kết quả rà soát", "Note what became of it"],
  "flags.note": ["Kết quả rà soát", "What became of it"],
  "flags.done": ["Đã ghi kết quả rà soát", "It is noted"],
  "flag.PARTY_RATING": ["Xếp loại đảng viên", "Party rating"],
  "flag.BONUS": ["Tiền thưởng, thu nhập tăng thêm", "Bonus and additional income"],
  "flag.NATIONAL_DATABASE": ["Cơ sở dữ liệu quốc gia", "National database"],
  "flag.CLASSIFICATION": [
    "Kết quả xếp loại dựa trên căn cứ đã bị hủy bỏ",
    "A class that rested on an annulled ground",
  ],
  "flag.DISQUALIFIER": [
    "Căn cứ xếp loại không hoàn thành nhiệm vụ được ghi nhận sau khi đã quyết định",
    "A ground recorded after the class was decided",
  ],
  "flag.ORGANISATION": [
    "Kết quả xếp loại của tổ chức do người này đứng đầu đã được thay thế",
    "The result of the organisation that this person heads was replaced",
  ],
  "flag.RESULT": [
    "Kết quả tổng hợp của năm đã sang mức khác sau khi quyết định xếp loại",
    "The year comes to another level than when the class was decided",
  ],
  "flags.organisation": [
    (v) => `${v.who}: nay là “${v.level}”; người đứng đầu không được xếp cao hơn`,
    (v) => `${v.who}: now “${v.level}”; its head's class is not above that`,
  ],
  "decided.title": [(v) => `Kết quả xếp loại năm ${v.year}`, (v) => `Classes of ${v.year}`],
  "decided.show": ["Hiển thị", "Show"],
  "decided.all": ["Tất cả", "All"],
  "decided.first": ["Chưa bị thay thế", "As decided first"],
  "decided.replaced": ["Đã có quyết định thay thế", "Replaced"],
  "decided.published": ["Danh sách đã công khai", "As published"],
  "decided.list": [(v) => `${v.count} người`, (v) => `People: ${v.count}`],
  "decided.classes": ["Mức xếp loại đã quyết định", "Decided classes"],
  "decided.none": [
    (v) => `Chưa có quyết định xếp loại năm ${v.year}`,
    (v) => `Nothing has been decided for ${v.year}`,
  ],
  "decided.nonePublished": [
    (v) => `Chưa công khai kết quả năm ${v.year}`,
    (v) => `Nothing has been published for ${v.year}`,
  ],
  "decided.before": ["Trước đây", "Before"],
  "decided.edition": [(v) => `thay thế, lần ${v.edition}`, (v) => `replaced, edition ${v.edition}`],
});
