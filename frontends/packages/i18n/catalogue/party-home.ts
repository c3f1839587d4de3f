import { texts } from "../message";

/** What waits for somebody in the Party. */
export const partyHome = texts({
  "partyHome.none": ["Hiện không có việc nào chờ ông/bà", "Nothing waits for you now"],
  "partyHome.noneWhy": [
    "Bản tự kiểm điểm, phiếu biểu quyết, nội dung gợi ý và hội nghị đến lượt ông/bà sẽ hiện ở đây.",
    "Self-reviews, votes, points to answer and meetings that wait for you are shown here.",
  ],
  "partyHome.toReviews": ["Xem kiểm điểm của tôi", "My reviews"],
  "partyHome.ballots": ["Phiếu chờ tôi bỏ", "Ballots in which I vote"],
  "partyHome.ballot.CLASS": ["Bỏ phiếu xếp loại", "Vote on the class of"],
  "partyHome.ballot.CONFIDENCE": ["Bỏ phiếu tín nhiệm", "Vote of confidence in"],
  "partyHome.secret": ["bỏ phiếu kín", "secret"],
  "partyHome.open": ["biểu quyết công khai", "by show of hands"],
  "partyHome.vote": ["Bỏ phiếu", "Vote"],
  "partyHome.topics": ["Nội dung gợi ý chờ tôi giải trình", "Points that I have to answer"],
  "partyHome.from": [(v) => `${v.body} gợi ý`, (v) => `Put by ${v.body}`],
  "partyHome.answer": ["Giải trình", "Answer"],
  "partyHome.voices": ["Bản kiểm điểm, ý kiến đến lượt", "Reviews and voices whose turn it is"],
  "partyHome.ownReview": ["Bản tự kiểm điểm của tôi", "My own self-review"],
  "partyHome.write": ["Viết bản kiểm điểm", "Write the self-review"],
  "partyHome.speak": ["Cho ý kiến", "Speak"],
  "partyHome.finishBy": [
    (v) => `hoàn thành chậm nhất ${v.day}`,
    (v) => `to be decided by ${v.day}`,
  ],
  "partyHome.meetings": ["Hội nghị kiểm điểm sắp tới", "Review meetings to come"],
  "partyHome.meetsOn": [(v) => `Họp ngày ${v.day}`, (v) => `Meets on ${v.day}`],
  "partyHome.campaigns": ["Đợt kiểm điểm của cấp ủy", "Campaigns of my committees"],
  "partyHome.show": ["Xem", "Show"],
});
