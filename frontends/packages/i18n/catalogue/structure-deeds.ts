import { texts } from "../message";

/** What is done to units, posts and people. */
export const structureDeeds = texts({
  "structure.fromDay": ["Từ ngày", "From the day"],
  "structure.toDay": ["Đến hết ngày (nếu đã xác định)", "Until (if it is known)"],
  "structure.endsOn": ["Thôi giữ từ ngày", "No longer from the day"],
  "structure.reason": ["Lý do", "Reason"],
  "structure.decisionNo": ["Số quyết định", "Decision number"],
  "structure.establish": ["Thành lập đơn vị trực thuộc", "Establish a unit beneath"],
  "structure.establishWhy": [
    (v) => `Đơn vị mới trực thuộc ${v.unit}.`,
    (v) => `The new unit stands beneath ${v.unit}.`,
  ],
  "structure.established": ["Đã thành lập đơn vị", "The unit is established"],
  "structure.unitName": ["Tên đơn vị", "Name"],
  "structure.codeOptional": ["Mã đơn vị (nếu có)", "Code (if any)"],
  "structure.moveUnit": ["Chuyển đơn vị", "Move the unit"],
  "structure.moveUnitWhy": [
    (v) =>
      `${v.unit} chuyển sang trực thuộc đơn vị khác từ ngày ông/bà chọn; kết quả của những ngày trước không thay đổi.`,
    (v) =>
      `${v.unit} stands beneath another unit from the day you choose; what was before stays as it is.`,
  ],
  "structure.movedUnit": ["Đã chuyển đơn vị", "The unit is moved"],
  "structure.newAbove": ["Trực thuộc đơn vị", "Beneath which unit"],
  "structure.newStanding": [
    "Tư cách mới (để trống nếu giữ nguyên)",
    "New standing (if it changes)",
  ],
  "structure.close": ["Giải thể đơn vị", "Close the unit"],
  "structure.closeWhy": [
    (v) =>
      `${v.unit} không hoạt động nữa từ ngày ông/bà chọn. Dữ liệu đã có được giữ nguyên; việc giải thể không hoàn tác được.`,
    (v) =>
      `${v.unit} stands no more from the day you choose. Its records are kept; this cannot be undone.`,
  ],
  "structure.closed": ["Đã giải thể đơn vị", "The unit is closed"],
  "structure.closesOn": ["Giải thể từ ngày", "Closed from the day"],
  "structure.appoint": ["Bổ nhiệm, phân công vào đơn vị", "Appoint to the unit"],
  "structure.appointWhy": [
    (v) => `Ghi nhận vị trí của công chức tại ${v.unit}.`,
    (v) => `A post in ${v.unit} is recorded.`,
  ],
  "structure.appointDo": ["Ghi nhận", "Record"],
  "structure.appointed": ["Đã ghi nhận vị trí", "The post is recorded"],
  "structure.reorganise": ["Sáp nhập, chia tách, đổi tên", "Merge, split, rename"],
  "structure.grant": ["Giao nhiệm vụ", "Grant a role"],
  "structure.grantWhy": [
    (v) => `Nhiệm vụ có phạm vi là ${v.unit} và các đơn vị trực thuộc.`,
    (v) => `The role covers ${v.unit} and the units beneath it.`,
  ],
  "structure.granted": ["Đã giao nhiệm vụ", "The role is granted"],
  "structure.mandateIs": ["Nhiệm vụ", "Role"],
  "structure.revokeLent": ["Chấm dứt ủy quyền", "Revoke the delegation"],
  "structure.revokeLentWhy": [
    (v) => `${v.who} không còn thực hiện thẩm quyền của người đứng đầu kể từ lúc này.`,
    (v) => `${v.who} no longer acts for the head, from now on.`,
  ],
  "structure.revokedLent": ["Đã chấm dứt ủy quyền", "The delegation is revoked"],
  "structure.register": ["Thêm công chức", "Register a person"],
  "structure.registerWhy": [
    (v) => `Hồ sơ do ${v.agency} giữ. Sau đó ông/bà ghi nhận vị trí ở trang của đơn vị.`,
    (v) => `${v.agency} keeps the file. Then record the post on the unit's page.`,
  ],
  "structure.registered": ["Đã thêm công chức", "The person is registered"],
  "structure.fullName": ["Họ và tên", "Full name"],
  "structure.correct": ["Sửa thông tin", "Correct"],
  "structure.correctWhy": [
    "Việc sửa được ghi vào nhật ký, kèm nội dung trước khi sửa.",
    "The correction is kept in the audit trail, with what stood before.",
  ],
  "structure.correctDo": ["Lưu", "Save"],
  "structure.corrected": ["Đã sửa thông tin", "Corrected"],
  "structure.move": ["Điều động", "Move"],
  "structure.moveOf": [(v) => `Điều động ${v.who}`, (v) => `Move ${v.who}`],
  "structure.moveWhy": [
    (v) =>
      `Từ ngày ông/bà chọn, công chức thôi giữ vị trí ở ${v.unit} và giữ vị trí mới; kết quả trước ngày đó không thay đổi.`,
    (v) =>
      `From the day you choose the post in ${v.unit} ends and the new one begins; what was before stays as it is.`,
  ],
  "structure.moved": ["Đã ghi nhận việc điều động", "The move is recorded"],
  "structure.newUnit": ["Đơn vị mới", "New unit"],
  "structure.end": ["Kết thúc vị trí", "End the post"],
  "structure.endWhy": [
    (v) => `${v.who} thôi giữ vị trí tại ${v.unit} từ ngày ông/bà chọn.`,
    (v) => `${v.who} no longer holds the post in ${v.unit} from the day you choose.`,
  ],
  "structure.ended": ["Đã kết thúc vị trí", "The post is ended"],
  "structure.chargeUnit": ["Giao phụ trách đơn vị", "Put in charge of a unit"],
  "structure.chargePerson": ["Giao phụ trách công chức", "Put in charge of a person"],
  "structure.chargeDo": ["Giao phụ trách", "Put in charge"],
  "structure.charged": ["Đã giao phụ trách", "Put in charge"],
  "structure.endCharge": [(v) => `Thôi phụ trách: ${v.what}`, (v) => `End charge of: ${v.what}`],
  "structure.endChargeDo": ["Thôi phụ trách", "End the charge"],
  "structure.endedCharge": ["Đã thôi giao phụ trách", "The charge is ended"],
  "structure.revoke": ["Thu hồi nhiệm vụ", "Revoke the role"],
  "structure.revokeWhy": [
    (v) => `${v.who} không còn nhiệm vụ này tại ${v.unit} kể từ lúc này.`,
    (v) => `${v.who} no longer holds this role for ${v.unit}, from now on.`,
  ],
  "structure.revoked": ["Đã thu hồi nhiệm vụ", "The role is revoked"],
});
