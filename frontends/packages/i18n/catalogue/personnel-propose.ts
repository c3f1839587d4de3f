import { texts } from "../message";

/** A proposal of a personnel action, before it is made. */
export const personnelPropose = texts({
  "propose.title": [(v) => `Đề xuất đối với ${v.name}`, (v) => `Propose an action on ${v.name}`],
  "propose.notYours": [
    "Ông/bà không phải là người đề xuất công tác cán bộ đối với công chức này",
    "Actions on this person are not yours to propose",
  ],
  "propose.file": ["Xem hồ sơ", "See the file"],
  "propose.what": ["Nội dung đề xuất", "The proposal"],
  "propose.chooseKind": [
    "Chọn loại công tác cán bộ để xem điều kiện và quy trình theo quy định hôm nay.",
    "Choose a kind to see its conditions and its procedure by today's law.",
  ],
  "propose.posting": ["Đối với chức vụ, vị trí", "On which post"],
  "propose.agency": ["Cơ quan tiếp nhận", "Receiving agency"],
  "propose.agencyHelp": [
    "Để trống nếu vẫn ở cơ quan đang công tác.",
    "Leave it empty where he stays in his agency.",
  ],
  "propose.unit": ["Đơn vị mới", "New unit"],
  "propose.office": ["Chức vụ mới", "New office"],
  "propose.position": ["Vị trí việc làm mới", "New job position"],
  "propose.effectiveOn": ["Dự kiến có hiệu lực từ", "To take effect on"],
  "propose.last": ["Đến hết ngày (nếu có thời hạn)", "Last day, where it has one"],
  "propose.lastHelp": [
    "Cần cho biệt phái, luân chuyển, tạm đình chỉ.",
    "For secondments, rotations and suspensions.",
  ],
  "propose.ownWish": ["Theo đơn của chính công chức", "At the person's own written request"],
  "propose.class": [
    (v) => `Viện dẫn xếp loại năm ${v.year}: ${v.level}`,
    (v) => `Cite the class of ${v.year}: ${v.level}`,
  ],
  "propose.result": [
    (v) => `Viện dẫn kết quả ${v.span}: ${v.level}`,
    (v) => `Cite the result of ${v.span}: ${v.level}`,
  ],
  "propose.ground": ["Căn cứ khác bằng văn bản", "A ground on paper"],
  "propose.groundHelp": ["Khi không viện dẫn kết quả đánh giá.", "Where no result is cited."],
  "propose.groundPaper": ["Văn bản làm căn cứ", "The paper of the ground"],
  "propose.groundOn": ["Ngày có căn cứ", "Day of the ground"],
  "propose.groundOnHelp": [
    "Thời hạn của quy trình tính từ ngày này; để trống là hôm nay.",
    "The procedure's days count from it; today where it is empty.",
  ],
  "propose.reason": ["Lý do đề xuất", "Reason"],
  "propose.special": ["Lý do trường hợp đặc biệt", "Reason of a special case"],
  "propose.specialHelp": [
    "Chỉ khi điều kiện ghi cấp có thẩm quyền được xem xét trường hợp đặc biệt.",
    "Only where a condition leaves special cases to the authority.",
  ],
  "propose.send": ["Gửi đề xuất", "Propose"],
  "propose.done": ["Đã gửi đề xuất", "It is proposed"],
  "propose.gates": ["Điều kiện thực hiện", "Conditions"],
  "propose.allOpen": [
    "Đáp ứng các điều kiện. Điều kiện đáp ứng không bắt buộc phải thực hiện; người có thẩm quyền quyết định.",
    "Every condition is met. That asks for nothing: a head decides.",
  ],
  "propose.someClosed": [
    (v) =>
      `${v.count} điều kiện chưa đáp ứng: đề xuất sẽ không được nhận khi còn điều kiện chưa đáp ứng.`,
    (v) => `${v.count} not met: a proposal is refused while one is not met.`,
  ],
  "propose.gatesWhy": [
    "Điều kiện được xác định lại khi đề xuất và khi quyết định.",
    "They are computed again when it is proposed, and when it is decided.",
  ],
  "propose.steps": ["Quy trình sẽ thực hiện", "What it would go through"],
  "propose.decides.USING": [
    "Người đứng đầu cơ quan sử dụng công chức quyết định.",
    "The head of the using agency decides.",
  ],
  "propose.decides.MANAGING": [
    "Người đứng đầu cơ quan quản lý công chức quyết định.",
    "The head of the managing agency decides.",
  ],
});
