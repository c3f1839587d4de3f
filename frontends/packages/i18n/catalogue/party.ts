import { texts } from "../message";

/** The menu of the Party's portal, and what is said to whoever has nothing there. */
export const party = texts({
  "party.home": ["Tổng quan", "Overview"],
  "party.reviews": ["Kiểm điểm của tôi", "My reviews"],
  "party.voices": ["Ý kiến", "Voices"],
  "party.ballots": ["Bỏ phiếu", "Ballots"],
  "party.bodies": ["Tổ chức", "Organisation"],
  "party.nothing": [
    "Ở cổng này không có nội dung nào dành cho ông/bà.",
    "There is nothing for you at this portal.",
  ],
  "party.nothingWhy": [
    "Cổng này dành cho đảng viên và người giữ chức vụ trong tổ chức đảng, tập thể lãnh đạo, tổ chức chính trị - xã hội. Nếu có nhầm lẫn, ông/bà liên hệ cấp ủy nơi sinh hoạt.",
    "This portal is for Party members and for those who hold an office in a Party organisation, a leadership collective or a mass organisation. If this is a mistake, ask your Party committee.",
  ],
});
