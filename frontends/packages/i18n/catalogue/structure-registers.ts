import { texts } from "../message";

/** The logins of a person, and the page of an agency with its codes. */
export const structureRegisters = texts({
  "logins.title": ["Tài khoản đăng nhập", "Logins"],
  "logins.none": [
    "Chưa có tài khoản nào: người này chưa đăng nhập được vào Công Tâm.",
    "None yet: this person cannot sign in to Công Tâm.",
  ],
  "logins.since": [
    (v) => `Liên kết từ ${v.at} · nơi cấp ${v.issuer}`,
    (v) => `Linked since ${v.at} · issued by ${v.issuer}`,
  ],
  "logins.link": ["Liên kết tài khoản", "Link a login"],
  "logins.linkWhy": [
    (v) =>
      `Người đăng nhập bằng tài khoản này sẽ là ${v.who} trên Công Tâm: đọc và làm được mọi việc thuộc quyền của ${v.who}. Việc liên kết được ghi vào nhật ký.`,
    (v) =>
      `Whoever signs in by this login will be ${v.who} in Công Tâm, and may read and do all that is ${v.who}'s. The link is kept in the trail.`,
  ],
  "logins.linkDo": [(v) => `Liên kết với ${v.who}`, (v) => `Link to ${v.who}`],
  "logins.linked": ["Đã liên kết tài khoản", "The login is linked"],
  "logins.issuer": ["Nơi cấp tài khoản", "Issued by"],
  "logins.issuerHelp": [
    "Địa chỉ của hệ thống đăng nhập (issuer), ghi đúng như hệ thống đó công bố.",
    "The address of the identity provider (issuer), as it publishes it.",
  ],
  "logins.subject": ["Mã tài khoản", "Subject"],
  "logins.subjectHelp": [
    "Mã cố định của tài khoản (subject) tại nơi cấp, không phải tên đăng nhập hay số định danh cá nhân.",
    "The provider's lasting id of the account (subject), not its user name nor a personal number.",
  ],
  "logins.unlink": ["Bỏ liên kết", "Unlink"],
  "logins.unlinkTitle": [
    (v) => `Bỏ liên kết tài khoản ${v.subject}`,
    (v) => `Unlink the login ${v.subject}`,
  ],
  "logins.unlinkWhy": [
    (v) =>
      `Từ lúc này, người đăng nhập bằng tài khoản ${v.subject} không còn là ${v.who} và không xem được gì trên Công Tâm, kể cả khi đang mở trang. Nếu nơi cấp được tin cậy về số định danh cá nhân, tài khoản có số của ${v.who} sẽ được liên kết lại ở lần đăng nhập sau.`,
    (v) =>
      `From now on whoever signs in by ${v.subject} is ${v.who} no longer and sees nothing in Công Tâm, not even on a page that is open. Where the issuer is trusted for personal numbers, an account with ${v.who}'s number is linked again when it signs in next.`,
  ],
  "logins.unlinked": ["Đã bỏ liên kết tài khoản", "The login is unlinked"],
  "agency.kind": ["Loại cơ quan", "Kind"],
  "agency.kind.MINISTRY": ["Bộ, cơ quan ngang bộ", "Ministry"],
  "agency.kind.PROVINCE": ["Cấp tỉnh", "Province"],
  "agency.kind.DEPARTMENT": ["Sở, ban, ngành", "Department"],
  "agency.kind.COMMUNE": ["Cấp xã", "Commune"],
  "agency.kind.OTHER": ["Khác", "Other"],
  "agency.area": ["Đơn vị hành chính", "Area"],
  "agency.managing": ["Cơ quan quản lý công chức", "Managing agency"],
  "agency.opened": ["Hoạt động từ ngày", "Since"],
  "agency.closed": [(v) => `Chấm dứt hoạt động từ ${v.day}`, (v) => `Closed from ${v.day}`],
  "agency.successor": ["Cơ quan kế thừa hồ sơ", "Records kept by"],
  "agency.merge": ["Sáp nhập cơ quan trực thuộc", "Merge agencies beneath"],
  "agency.codes": ["Mã định danh điện tử", "Electronic codes"],
  "agency.code": ["Mã", "Code"],
  "agency.noCodes": ["Cơ quan chưa có mã định danh điện tử.", "The agency has no code yet."],
  "agency.days": ["Thời gian có hiệu lực", "In force"],
  "agency.inForce": ["Đang có hiệu lực", "In force"],
  "agency.ahead": ["Sắp có hiệu lực", "Ahead"],
  "agency.over": ["Hết hiệu lực", "Over"],
  "agency.deeds": ["Thao tác", "Actions"],
  "agency.addCode": ["Thêm mã", "Add a code"],
  "agency.addCodeWhy": [
    (v) =>
      `Mã có hiệu lực từ ngày ghi dưới đây; mã khác của ${v.agency} còn hiệu lực đến ngày đó thì kết thúc vào ngày liền trước.`,
    (v) => `It holds from the day below; another code of ${v.agency} still in force ends then.`,
  ],
  "agency.codeHelp": [
    "Theo Quyết định 20/2020/QĐ-TTg, ví dụ H40.92.",
    "By Decision 20/2020/QĐ-TTg, such as H40.92.",
  ],
  "agency.codeAdded": ["Đã ghi nhận mã", "The code is recorded"],
  "agency.endCode": ["Kết thúc", "End"],
  "agency.endCodeTitle": [(v) => `Kết thúc mã ${v.code}`, (v) => `End the code ${v.code}`],
  "agency.endCodeWhy": [
    (v) =>
      `Sau ngày này cơ quan không còn mã ${v.code}, cho đến khi ghi nhận mã khác. Mã đã dùng vẫn giữ trong danh sách.`,
    (v) => `After that day the agency has no code ${v.code}; what it had stays on the list.`,
  ],
  "agency.lastDay": ["Ngày cuối cùng có hiệu lực", "Last day in force"],
  "agency.codeEnded": ["Đã ghi nhận ngày kết thúc của mã", "The end of the code is recorded"],
});
