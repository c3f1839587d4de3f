import { texts } from "../message";

/** Kinds of bodies and offices, and the tree. */
export const partyBodies = texts({
  "partyBodies.tree": ["Cây tổ chức", "Organisations"],
  "partyBodies.membership": ["Nơi tôi sinh hoạt", "My membership"],
  "partyBodies.noMembership": [
    "Ông/bà không có tên trong danh sách đảng viên của chi bộ nào.",
    "You are on the roll of no branch.",
  ],
  "partyBodies.offices": ["Chức vụ của tôi", "My offices"],
  "partyBodies.noOffice": ["Ông/bà hiện không giữ chức vụ nào.", "You hold no office now."],
  "partyBodies.since": [(v) => `Từ ${v.day}`, (v) => `Since ${v.day}`],
  "partyBodies.until": [(v) => ` đến ${v.day}`, (v) => ` until ${v.day}`],
  "partyBodies.standing.OFFICIAL": ["Chính thức", "Official"],
  "partyBodies.standing.PROBATIONARY": ["Dự bị", "Probationary"],
  "partyBodies.activity.OFFICIAL": ["Sinh hoạt chính thức", "Official activity"],
  "partyBodies.activity.TEMPORARY": ["Sinh hoạt tạm thời", "Temporary activity"],
  "partyBodies.kind.COMMITTEE": ["Đảng bộ cấp trên cơ sở", "Committee"],
  "partyBodies.kind.GRASSROOTS_COMMITTEE": ["Đảng bộ cơ sở", "Grassroots committee"],
  "partyBodies.kind.GRASSROOTS_BRANCH": ["Chi bộ cơ sở", "Grassroots branch"],
  "partyBodies.kind.BRANCH": ["Chi bộ trực thuộc", "Branch"],
  "partyBodies.kind.LEADERSHIP": ["Tập thể lãnh đạo, quản lý", "Leadership collective"],
  "partyBodies.kind.MASS_ORGANISATION": ["Tổ chức chính trị - xã hội", "Mass organisation"],
  "partyBodies.office.SECRETARY": ["Bí thư", "Secretary"],
  "partyBodies.office.DEPUTY_SECRETARY": ["Phó bí thư", "Deputy secretary"],
  "partyBodies.office.STANDING_MEMBER": ["Ủy viên ban thường vụ", "Standing member"],
  "partyBodies.office.COMMITTEE_MEMBER": ["Cấp ủy viên", "Committee member"],
  "partyBodies.office.PERSONNEL_OFFICER": ["Cán bộ tổ chức của cấp ủy", "Personnel officer"],
  "partyBodies.office.HEAD": ["Người đứng đầu tập thể", "Head"],
  "partyBodies.office.LEADER": ["Thành viên tập thể lãnh đạo", "Leader"],
  "partyBodies.office.REPRESENTATIVE": ["Đại diện tổ chức", "Representative"],
});
