import { counted, texts } from "../message";

/** What components say by themselves. */
export const common = texts({
  "ui.loading": ["Đang tải…", "Loading…"],
  "ui.failed": ["Không lấy được dữ liệu", "The data could not be fetched"],
  "ui.offline": ["Không kết nối được với máy chủ", "The server cannot be reached"],
  "ui.failedCode": [
    (v) => `Ông/bà thử lại sau ít phút. Nếu vẫn không được, báo người quản trị mã lỗi ${v.code}.`,
    (v) => `Please try again in a few minutes. If it persists, tell your administrator: ${v.code}.`,
  ],
  "ui.again": ["Thử lại", "Try again"],
  "ui.cancel": ["Thôi", "Cancel"],
  "ui.notices": ["Thông báo", "Notices"],
  "ui.pages": ["Trang", "Pages"],
  "ui.pageOf": [(v) => `Trang ${v.page}/${v.pages}`, (v) => `Page ${v.page} of ${v.pages}`],
  "ui.previous": ["Trước", "Previous"],
  "ui.next": ["Sau", "Next"],
  "ui.searchIn": [
    (v) => `Tìm trong ${String(v.what).toLowerCase()} (không cần dấu)`,
    (v) => `Search ${String(v.what).toLowerCase()} (accents not needed)`,
  ],
  "ui.nothingFound": [
    (v) => `Không tìm thấy “${v.search}”.`,
    (v) => `Nothing was found for “${v.search}”.`,
  ],
  "ui.markBetween": [(v) => `Từ 0 đến ${v.most}`, (v) => `From 0 to ${v.most}`],
  "inbox.title": ["Hộp thư", "Inbox"],
  "inbox.none": ["Chưa có thông báo nào", "No notices yet"],
  "inbox.noneWhy": [
    "Việc đến hạn và quyết định liên quan đến ông/bà sẽ được báo ở đây.",
    "What falls due and what is decided about you is told here.",
  ],
  "inbox.more": ["Chỉ hiện 50 thông báo gần nhất.", "Only the latest 50 notices are shown."],
  "inbox.new": ["Mới", "New"],
  "inbox.markRead": ["Đánh dấu đã đọc", "Mark as read"],
  "inbox.markUnread": ["Đánh dấu chưa đọc", "Mark as unread"],
  "inbox.markedRead": ["Đã đánh dấu đã đọc", "Marked as read"],
  "inbox.markedUnread": ["Đã đánh dấu chưa đọc", "Marked as unread"],
  "petitions.title": ["Kiến nghị của tôi", "My petitions"],
  "petitions.none": ["Ông/bà chưa có kiến nghị nào", "You have no petitions"],
  "petitions.noneWhy": [
    "Khi không đồng ý với một kết quả, mở kết quả đó và chọn “Kiến nghị”.",
    "If you disagree with a result, open it and choose “Petition”.",
  ],
  "petitions.SCORE": [(v) => `Kết quả tháng ${v.month}`, (v) => `Result of ${v.month}`],
  "petitions.CLASS": [
    (v) => `Xếp loại chất lượng năm ${v.year}`,
    (v) => `Classification of ${v.year}`,
  ],
  "petitions.filedAt": ["Gửi lúc", "Filed at"],
  "petitions.decides": ["Nơi giải quyết", "Decided by"],
  "petitions.due": ["Hạn giải quyết", "To be decided by"],
  "petitions.left": [
    (v) => `còn ${v.days} ngày làm việc`,
    (v) => `${counted(v.days, "working day", "working days")} left`,
  ],
  "petitions.overdue": [
    (v) => `quá hạn ${v.days} ngày làm việc`,
    (v) => `${counted(v.days, "working day", "working days")} overdue`,
  ],
  "petitions.result": ["Kết quả bị kiến nghị", "Result petitioned against"],
  "petitions.decidedBy": [
    (v) => `${v.who} quyết định lúc ${v.when}.`,
    (v) => `Decided by ${v.who} at ${v.when}.`,
  ],
  "petitions.statement": [(v) => `Giải trình: ${v.text}`, (v) => `Statement: ${v.text}`],
  "petitions.opinion": [
    (v) => `Ý kiến của bộ phận tổ chức cán bộ: ${v.text}`,
    (v) => `Opinion of the personnel body: ${v.text}`,
  ],
  "petitions.reason": [(v) => `Lý do: ${v.text}`, (v) => `Reason: ${v.text}`],
  "petitions.instructions": [
    (v) => `Yêu cầu đối với người chấm điểm: ${v.text}`,
    (v) => `Instructions to the head who scores: ${v.text}`,
  ],
  "petitions.withdrawnWhy": [(v) => `Lý do rút: ${v.text}`, (v) => `Withdrawn because: ${v.text}`],
  "petitions.new": [(v) => `Kết quả mới: ${v.total}`, (v) => `New result: ${v.total}`],
  "petitions.withdraw": ["Rút kiến nghị", "Withdraw"],
  "petitions.withdrawn": ["Đã rút kiến nghị", "The petition is withdrawn"],
  "petitions.sure": ["Rút kiến nghị này?", "Withdraw this petition?"],
  "petitions.sureWhy": [
    "Kiến nghị đã rút được lưu lại và không được giải quyết nữa.",
    "A withdrawn petition is kept, and is not decided any more.",
  ],
  "petition.title": [
    (v) => `Kiến nghị về kết quả tháng ${v.month}`,
    (v) => `Petition about the result of ${v.month}`,
  ],
  "petition.notNow": [
    "Chưa thể kiến nghị về kết quả này: kết quả chưa được thông báo, hoặc đã có kiến nghị đang giải quyết.",
    "This result cannot be petitioned against now: it is not notified yet, or a petition is open already.",
  ],
  "petition.against": [
    (v) => `Kết quả đã thông báo: ${v.total}`,
    (v) => `Notified result: ${v.total}`,
  ],
  "petition.how": [
    "Kiến nghị được gửi đến người đứng đầu cấp trên trực tiếp của người chấm điểm và được giải quyết trong 07 ngày làm việc.",
    "It goes to the next head above the one who scored, and is decided within seven working days.",
  ],
  "petition.text": ["Nội dung kiến nghị", "What you petition for"],
  "petition.textHelp": [
    "Nêu rõ điểm nào chưa đúng và căn cứ của ông/bà.",
    "Say which points are wrong, and what you rest on.",
  ],
  "petition.textMissing": ["Chưa có nội dung kiến nghị", "Please say what you petition for"],
  "petition.send": ["Gửi kiến nghị", "File the petition"],
  "petition.filed": ["Đã gửi kiến nghị", "The petition is filed"],
  "petition.FILED": ["Đang giải quyết", "Being decided"],
  "petition.UPHELD": ["Được chấp nhận", "Upheld"],
  "petition.REJECTED": ["Giữ nguyên kết quả", "The result stands"],
  "petition.WITHDRAWN": ["Đã rút", "Withdrawn"],
});
