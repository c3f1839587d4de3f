import { texts } from "../message";

/** How a body votes, by its own regulation. */
export const partyRules = texts({
  "rules.title": ["Quy chế bỏ phiếu", "How it votes"],
  "rules.usual": [
    "Chưa ban hành quy chế riêng: áp dụng thông lệ, bỏ phiếu kín.",
    "No regulation of its own: the usual rule holds, in secret.",
  ],
  "rules.set": ["Ban hành quy chế", "Lay down a rule"],
  "rules.setTitle": [(v) => `Quy chế bỏ phiếu của ${v.body}`, (v) => `How ${v.body} votes`],
  "rules.why": [
    "Các cuộc bỏ phiếu đang mở vẫn theo quy chế tại thời điểm mở.",
    "Ballots that are open keep the rule that they were opened under.",
  ],
  "rules.regulation": [
    (v) => `Quy chế số ${v.no} ngày ${v.day}`,
    (v) => `Regulation no. ${v.no} of ${v.day}`,
  ],
  "rules.numbers": [
    (v) => `Có mặt ${v.quorum} số người được triệu tập; đạt ${v.majority} ${v.base}`,
    (v) => `Quorum: ${v.quorum} of those summoned; majority: ${v.majority} of ${v.base}`,
  ],
  "rules.least": ["ít nhất", "at least"],
  "rules.more": ["quá", "more than"],
  "rules.secretly": ["Bỏ phiếu kín", "Secret"],
  "rules.openly": ["Biểu quyết công khai", "By show of hands"],
  "rules.isNeeded": ["Kết luận phải qua bỏ phiếu", "The verdict waits for the vote"],
  "rules.quorum": ["Tỷ lệ có mặt", "Quorum"],
  "rules.majority": ["Tỷ lệ phiếu đạt", "Majority"],
  "rules.fraction": ["Phân số, ví dụ 2/3.", "A fraction, such as 2/3."],
  "rules.base": ["Tính trên", "Of"],
  "rules.base.SUMMONED": ["số người được triệu tập", "those summoned"],
  "rules.base.PRESENT": ["số người có mặt", "those present"],
  "rules.base.VALID": ["số phiếu hợp lệ", "the valid ballots"],
  "rules.commissionLeast": ["Số thành viên Ban kiểm phiếu, ít nhất", "Commission, at least"],
  "rules.mark.secret": ["Bỏ phiếu kín", "In secret"],
  "rules.mark.quorumMore": ["Có mặt phải quá tỷ lệ (không chỉ bằng)", "More than the quorum"],
  "rules.mark.majorityMore": ["Phiếu phải quá tỷ lệ (không chỉ bằng)", "More than the majority"],
  "rules.mark.subjectVotes": ["Đương sự được bỏ phiếu", "Somebody votes about himself"],
  "rules.mark.needed": ["Kết luận phải theo kết quả bỏ phiếu", "The verdict waits for the vote"],
  "rules.paper": ["Quy chế", "Regulation"],
  "rules.done": ["Đã ghi nhận quy chế", "The rule is recorded"],
});
