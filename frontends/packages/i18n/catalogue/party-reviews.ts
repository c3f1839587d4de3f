import { texts } from "../message";

/** Reviews: what the list and the screens of one review and of a voice say. */
export const partyReviews = texts({
  "partyReviews.none": ["Ông/bà chưa có kỳ kiểm điểm nào", "You have no reviews yet"],
  "partyReviews.noneWhy": [
    "Khi cấp ủy mở đợt kiểm điểm của năm hoặc quý, bản kiểm điểm của ông/bà sẽ hiện ở đây.",
    "When your committee opens the reviews of a year or a quarter, yours is shown here.",
  ],
  "partyReviews.old": [(v) => `${v.span} (đã được thay thế)`, (v) => `${v.span} (replaced)`],
  "partyReviews.body": ["Nơi kiểm điểm", "Reviewed in"],
  "partyReviews.deciding": ["Cấp ủy có thẩm quyền", "Decided by"],
  "partyReviews.notified": ["Thông báo", "Notified"],
  "partyReviews.published": ["Công khai", "Published"],
  "partyReviews.notYet": ["Chưa", "Not yet"],
  "partyReviews.write": ["Viết bản kiểm điểm", "Write the self-review"],
  "partyReviews.show": ["Xem", "Show"],
  "acts.meeting": ["Chuẩn bị hội nghị kiểm điểm", "Prepare the review meeting"],
  "acts.meetingTitle": [(v) => `Hội nghị kiểm điểm: ${v.body}`, (v) => `Review meeting: ${v.body}`],
  "acts.meetingWhy": [
    "Dự thảo báo cáo kiểm điểm phải gửi trước ngày họp ít nhất 03 ngày làm việc.",
    "The draft report goes out three working days before the meeting or earlier.",
  ],
  "acts.report": ["Dự thảo báo cáo kiểm điểm", "Draft report"],
  "acts.sentOn": ["Ngày gửi dự thảo", "Sent on"],
  "acts.meetsOn": ["Ngày họp", "Meets on"],
  "acts.named": [
    "Là ban thường vụ mà hướng dẫn yêu cầu kiểm điểm ít nhất 02 ngày",
    "One of the standing committees that meet for two days or more",
  ],
  "acts.meetingRecord": ["Ghi nhận", "Record"],
  "acts.meetingRecorded": ["Đã ghi nhận lịch họp", "The meeting is recorded"],
  "acts.excuse": ["Xem xét bất khả kháng, tự khắc phục", "Weigh force majeure or self-repair"],
  "acts.excuseWhy": [
    "Áp dụng khi khuyết điểm do bất khả kháng, hoặc đã tự phát hiện và khắc phục. Kết luận được ghi vào hồ sơ kiểm điểm.",
    "For faults that are due to force majeure, or were found and mended by oneself. The verdict is kept in the file.",
  ],
  "acts.excuseWhat": ["Kết luận của cấp ủy", "The committee's verdict"],
  "acts.accepted": ["Chấp nhận, xem xét khi xếp loại", "Accepted and taken into account"],
  "acts.notAccepted": ["Không chấp nhận", "Not accepted"],
  "acts.keep": ["Lưu kết luận", "Keep the verdict"],
  "acts.excused": ["Đã lưu kết luận", "The verdict is kept"],
  "acts.replace": ["Thay thế mức xếp loại", "Replace the class"],
  "acts.replaceWhy": [
    "Chỉ dùng khi kết quả đã quyết định là sai. Quyết định cũ được lưu lại; quyết định mới được thông báo cho người liên quan.",
    "Only where the decided class is wrong. The earlier decision is kept; the new one is told to those concerned.",
  ],
  "acts.replaceNow": ["Thay thế", "Replace"],
  "acts.replaced": ["Đã thay thế mức xếp loại", "The class is replaced"],
  "acts.level": ["Mức xếp loại mới", "The new class"],
  "acts.noLevel": ["Chọn mức xếp loại", "Choose a class"],
  "acts.withdraw": ["Rút khỏi danh sách", "Withdraw"],
  "acts.withdrawSure": [
    "Rút hồ sơ này khỏi danh sách kiểm điểm?",
    "Take this review out of its set?",
  ],
  "acts.withdrawWhy": [
    "Hồ sơ được lưu lại nhưng không được xếp loại trong kỳ này, và không khôi phục được.",
    "It is kept, but is not rated in this span; this cannot be undone.",
  ],
  "acts.withdrawn": ["Đã rút khỏi danh sách", "The review is withdrawn"],
});
