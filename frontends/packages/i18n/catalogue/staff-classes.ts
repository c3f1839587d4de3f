import { kind, kindEn, texts } from "../message";

/** The staff member's years: form 02, the class, a petition against it. */
export const classes = texts({
  "classes.none": ["Chưa có hồ sơ xếp loại năm nào", "There is no classification yet"],
  "classes.noneWhy": [
    "Khi cơ quan bắt đầu xếp loại chất lượng của năm, hồ sơ của ông/bà hiện ở đây.",
    "It appears here when your agency begins to classify a year.",
  ],
  "classes.year": [
    (v) => `Xếp loại chất lượng năm ${v.year}`,
    (v) => `Classification of ${v.year}`,
  ],
  "classState.OPEN": ["Chờ phiếu tự đánh giá", "Waits for form 02"],
  "classState.EXCUSED": ["Không phải lập phiếu", "Excused from form 02"],
  "classState.SELF_REVIEWED": ["Đã nộp phiếu, chờ họp", "Waits for the meeting"],
  "classState.DISCUSSED": ["Đã họp nhận xét", "Discussed"],
  "classState.COMMENTED": ["Cấp ủy đã nhận xét", "Commented on by the Party committee"],
  "classState.PROPOSED": ["Đã được đề xuất", "Proposed"],
  "classState.NOT_RATED": ["Không xếp loại", "Not rated"],
  "classState.DECIDED": ["Đã quyết định", "Decided"],
  "classState.NOTIFIED": ["Đã thông báo", "Notified"],
  "classState.PUBLISHED": ["Đã công khai", "Published"],
  "classState.WITHDRAWN": ["Thuộc đợt xếp loại khác", "Belongs to another set"],
  "classes.returned": [
    (v) => `Phiếu được trả lại để bổ sung: ${v.reason}`,
    (v) => `Your form was returned: ${v.reason}`,
  ],
  "classes.write": ["Lập phiếu tự đánh giá năm", "Fill in form 02"],
  "classes.pdf": ["Tải phiếu (PDF)", "Download (PDF)"],
  "classes.docx": ["Tải phiếu (Word)", "Download (Word)"],
  "classes.own": ["Mức tự xếp loại", "Own level"],
  "classes.class": ["Mức xếp loại", "Class"],
  "classes.total": ["Điểm bình quân năm", "Mean of the year"],
  "classes.decides": ["Nơi quyết định", "Decided in"],
  "classes.decision": ["Quyết định", "Decision"],
  "classes.decisionOf": [(v) => `số ${v.no} ngày ${v.day}`, (v) => `no. ${v.no} of ${v.day}`],
  "classes.by": ["Người quyết định", "Decided by"],
  "classes.onBehalf": [(v) => `thay mặt ${v.who}`, (v) => `on behalf of ${v.who}`],
  "classes.notified": ["Thông báo lúc", "Notified at"],
  "classes.published": ["Công khai lúc", "Published at"],
  "classes.waits": ["Còn chờ", "Still waits for"],
  "classes.how": ["Cách xếp loại", "How it came about"],
  "classes.byPoints": [(v) => `Theo điểm: ${v.level}`, (v) => `By points: ${v.level}`],
  "classes.lawful": [
    (v) => `Sau khi xét kỷ luật và kết quả của tập thể: ${v.level}`,
    (v) => `After discipline and the organisation's class: ${v.level}`,
  ],
  "classes.quota": [
    (v) => `Xét trong tỷ lệ hoàn thành xuất sắc: ${v.reason}`,
    (v) => `Within the share of the excellent: ${v.reason}`,
  ],
  "classes.petitionTitle": [
    (v) => `Kiến nghị về xếp loại năm ${v.year}`,
    (v) => `Petition about the class of ${v.year}`,
  ],
  "classes.against": [
    (v) => `Kết quả theo Quyết định số ${v.no}:`,
    (v) => `Class by decision no. ${v.no}:`,
  ],
  "classes.petitionHow": [
    (v) =>
      `Kiến nghị được gửi đến nơi đã xếp loại (${v.unit}) và được giải quyết trong 07 ngày làm việc.`,
    (v) =>
      `It goes to the authority that classified (${v.unit}), and is decided in 7 working days.`,
  ],
  "form02.title": [
    (v) => `Phiếu tự đánh giá, xếp loại năm ${v.year} (Mẫu số 02)`,
    (v) => `Form 02 about ${v.year}`,
  ],
  "form02.notNow": [
    "Hiện không lập được phiếu này: phiếu đã nộp hoặc đợt xếp loại chưa mở.",
    "This form cannot be filled in now: it is submitted, or the set is not open.",
  ],
  "form02.how": [
    "Điểm các kỳ lấy từ kết quả đã khóa của năm. Ông/bà nêu tự nhận xét và mức tự xếp loại; nội dung đang viết được giữ trên máy này.",
    "The periods' totals come from the year's result. What you type is kept on this machine.",
  ],
  "form02.result": [
    (v) => `Điểm bình quân các ${kind(v.months)}: ${v.total}`,
    (v) => `Mean of the ${kindEn(v.months)}s: ${v.total}`,
  ],
  "form02.text": ["Tự nhận xét về năm công tác", "Your own words about the year"],
  "form02.textHelp": [
    "Kết quả nổi bật, hạn chế và nguyên nhân, hướng khắc phục.",
    "What went well, what did not and why, and what you will do about it.",
  ],
  "form02.textMissing": ["Chưa có nội dung tự nhận xét", "Please say something of the year"],
  "form02.level": ["Mức tự xếp loại", "Own level"],
  "form02.choose": ["Chọn mức…", "Choose…"],
  "form02.levelMissing": ["Chưa chọn mức tự xếp loại", "Please choose a level"],
  "form02.send": ["Nộp phiếu", "Submit"],
  "form02.later": ["Để sau", "Later"],
  "form02.kept": ["Đã giữ bản nháp", "The draft is kept"],
  "form02.sure": ["Nộp phiếu tự đánh giá năm?", "Submit form 02?"],
  "form02.sureWhy": [
    (v) =>
      `Mức tự xếp loại: ${v.level}. Sau khi nộp, phiếu chỉ sửa được khi được trả lại kèm lý do.`,
    (v) => `Own level: ${v.level}. Afterwards it changes only when it is returned with a reason.`,
  ],
  "form02.sent": ["Đã nộp phiếu", "The form is submitted"],
  "form02.returnedAt": [(v) => `Trả lại lúc ${v.when}`, (v) => `Returned at ${v.when}`],
});
