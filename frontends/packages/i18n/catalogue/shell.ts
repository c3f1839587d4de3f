import { texts } from "../message";

/** What stands around every screen. */
export const shell = texts({
  "portal.staff": ["Công chức", "Staff"],
  "portal.head": ["Người đứng đầu", "Head of unit"],
  "portal.authority": ["Cơ quan quản lý", "Authority"],
  "portal.inspector": ["Thanh tra", "Inspector"],
  "portal.party": ["Đảng", "Party"],
  "shell.name": ["Công Tâm", "Công Tâm"],
  "shell.skip": ["Đến nội dung", "Skip to content"],
  "shell.menu": ["Các mục", "Sections"],
  "shell.section": ["Các trang của mục", "Pages of the section"],
  "shell.agency": ["Cơ quan", "Agency"],
  "shell.nobody": ["Tài khoản", "Account"],
  "shell.switch": ["Chuyển cổng làm việc", "Switch portal"],
  "shell.language": ["Ngôn ngữ", "Language"],
  "shell.theme": ["Giao diện", "Appearance"],
  "shell.session": ["Phiên làm việc", "Session"],
  "shell.signOut": ["Đăng xuất", "Sign out"],
  "theme.system": ["Theo máy", "As the machine"],
  "theme.light": ["Sáng", "Light"],
  "theme.dark": ["Tối", "Dark"],
  "shell.unlinked": [
    "Tài khoản này chưa được liên kết với công chức nào",
    "This account is not linked to any civil servant",
  ],
  "shell.unlinkedWhy": [
    "Ông/bà gửi hai thông tin dưới đây cho người quản trị phần mềm của cơ quan để được liên kết, rồi tải lại trang.",
    "Please tell the two lines below to the administrator of your agency, who links it; then load the page again.",
  ],
  "shell.issuer": ["Nơi cấp tài khoản", "Issued by"],
  "shell.subject": ["Mã tài khoản", "Subject"],
  "shell.notYours": [
    (v) => `Hôm nay ông/bà không có nhiệm vụ ở cổng “${v.portal}”.`,
    (v) => `You hold nothing today that the portal “${v.portal}” is for.`,
  ],
  "shell.nowhere": [
    "Không có nội dung này, hoặc ông/bà không được xem.",
    "There is no such page, or it is not yours to see.",
  ],
  "shell.home": ["Về trang đầu", "Back to the first page"],
  "shell.doneHidden": [
    "Đã thực hiện. Kết quả không còn trong phạm vi được xem của ông/bà.",
    "It is done. What became of it is no longer yours to see.",
  ],
  "shell.notSent": [
    (v) => `Chưa gửi được (${v.code}). Nội dung vẫn được giữ; ông/bà thử lại sau.`,
    (v) => `It could not be sent (${v.code}). What you typed is kept; please try again.`,
  ],
  "shell.sentAfterLogin": [
    (v) => `Đã gửi sau khi đăng nhập lại: ${v.what}`,
    (v) => `Sent after signing in again: ${v.what}`,
  ],
  "shell.refusedAfterLogin": [
    (v) => `Không thực hiện được sau khi đăng nhập lại: ${v.what}. ${v.why}`,
    (v) => `Could not be done after signing in again: ${v.what}. ${v.why}`,
  ],
  "shell.ended": ["Phiên đăng nhập đã kết thúc", "Your session has ended"],
  "shell.endedWhy": [
    "Nội dung ông/bà đang nhập được giữ trên máy này. Đăng nhập lại để tiếp tục; việc vừa gửi sẽ được gửi lại một lần.",
    "What you were typing is kept on this machine. Sign in to go on; what you just sent is sent again once.",
  ],
  "shell.endedUnsent": [
    "Nội dung vừa gửi chưa được ghi nhận và vì lý do bảo mật không được giữ trên máy này. Đăng nhập lại rồi thực hiện lại.",
    "What you just sent was not recorded, and for secrecy it is not kept on this machine. Sign in and do it again.",
  ],
  "shell.signInAgain": ["Đăng nhập lại", "Sign in again"],
  "shell.otherPerson": ["Tài khoản khác đã đăng nhập", "Somebody else has signed in"],
  "shell.otherPersonWhy": [
    "Trình duyệt này đã đăng nhập bằng tài khoản khác. Nội dung của ông/bà được giữ và không gửi dưới tên người khác.",
    "This browser is signed in as somebody else. What you typed is kept, and is not sent in another name.",
  ],
  "shell.reload": ["Tải lại trang", "Load the page again"],
  "welcome.why": [
    "Đăng nhập để theo dõi, đánh giá công chức theo Nghị định 335/2025/NĐ-CP.",
    "Sign in to follow and evaluate work under Decree 335/2025/NĐ-CP.",
  ],
  "welcome.signIn": ["Đăng nhập", "Sign in"],
  "welcome.opening": ["Đang mở cổng làm việc…", "Opening your portal…"],
});
