import { texts } from "../message";

/** Petitions as those who answer, advise and decide read them. */
export const yearPetitions = texts({
  "filed.title": [
    "Kiến nghị về kết quả đánh giá, xếp loại",
    "Petitions against scores and classes",
  ],
  "filed.show": ["Hiển thị", "Show"],
  "filed.all": ["Tất cả", "All"],
  "filed.overdue": ["Quá hạn giải quyết", "Overdue"],
  "filed.others": ["Không quá hạn", "Not overdue"],
  "filed.mine": [
    (v) => `Chờ ông/bà giải quyết (${v.count})`,
    (v) => `For you to decide (${v.count})`,
  ],
  "filed.waiting": ["Chờ ông/bà giải quyết", "For you to decide"],
  "filed.ofAgency": [(v) => `${v.agency}: ${v.count} kiến nghị`, (v) => `${v.agency}: ${v.count}`],
  "filed.none": ["Không có kiến nghị nào", "There are no petitions"],
  "filed.person": ["Người kiến nghị", "By"],
  "filed.about": ["Về", "About"],
  "filed.state": ["Tình trạng", "State"],
  "filed.late": ["gửi sau thời hạn của cơ quan", "filed late"],
  "filed.waits": ["Bước tiếp theo", "Next"],
  "filed.waitsStatement": ["chờ giải trình", "statement asked for"],
  "filed.waitsOpinion": ["chờ ý kiến bộ phận tổ chức cán bộ", "waits for the personnel body"],
  "filed.waitsDecision": ["chờ quyết định", "to be decided"],
  "filed.one": [
    (v) => `Kiến nghị của ${v.who}: ${v.about}`,
    (v) => `Petition of ${v.who}: ${v.about}`,
  ],
  "filed.notifiedOn": ["Ngày nhận kết quả", "Notified on"],
  "filed.lateWhy": [
    (v) => `Gửi sau thời hạn ${v.day} theo quy chế của cơ quan; vẫn được nhận và giải quyết.`,
    (v) => `Filed after ${v.day}, the last day by the agency's rule; it is decided all the same.`,
  ],
  "filed.opinionFirst": [
    "Kiến nghị chỉ được quyết định sau khi bộ phận tổ chức cán bộ có ý kiến bằng văn bản.",
    "It is decided only after the personnel body's written opinion.",
  ],
  "filed.file": ["Hồ sơ kiến nghị", "The file"],
  "filed.text": ["Nội dung kiến nghị", "What it asks for"],
  "filed.statementAsked": ["Đã yêu cầu giải trình", "A statement was asked for"],
  "filed.notAnswered": ["Chưa có giải trình", "Not given yet"],
  "filed.statement": ["Giải trình của người chấm điểm", "Statement of the head who scored"],
  "filed.opinion": ["Ý kiến của bộ phận tổ chức cán bộ", "Opinion of the personnel body"],
  "filed.hidden": ["Ông/bà chưa được xem nội dung này.", "Not yours to read yet."],
  "filed.by": [(v) => `${v.who}, ${v.when}`, (v) => `${v.who}, ${v.when}`],
  "filed.onBehalf": [
    (v) => `${v.who}, thay mặt ${v.head}`,
    (v) => `${v.who}, on behalf of ${v.head}`,
  ],
  "filed.number": [(v) => `Số ${v.number}`, (v) => `No. ${v.number}`],
  "filed.paper": [(v) => `Số ${v.number} ngày ${v.day}`, (v) => `No. ${v.number} of ${v.day}`],
  "filed.instructed": [
    (v) => `Yêu cầu chấm lại, trước ${v.when}: ${v.text}`,
    (v) => `To be scored anew by ${v.when}: ${v.text}`,
  ],
  "filed.newEdition": [
    (v) => `Hồ sơ mới (lần ${v.edition})`,
    (v) => `The new edition (${v.edition})`,
  ],
  "filed.scoredBy": [(v) => `do ${v.who} quyết định`, (v) => `decided by ${v.who}`],
  "filed.quota": [
    (v) => `Vì chỉ tiêu xuất sắc dành cho người khác: ${v.reason}`,
    (v) => `Because others had the places: ${v.reason}`,
  ],
  "filed.case": ["Xem hồ sơ xếp loại", "See the case"],
  "filed.instructions": ["Yêu cầu đối với người chấm điểm", "Instructions to the head who scores"],
  "filed.instructionsHelp": [
    "Người chấm điểm phải thực hiện yêu cầu này khi chấm lại.",
    "They bind the head when he scores anew.",
  ],
  "filed.answerBy": ["Chấm lại trước 17 giờ ngày", "Until 17:00 on"],
  "filed.newLevel": ["Mức xếp loại mới", "New level"],
  "filed.noLevel": ["– Chọn mức –", "– Choose –"],
  "filedAct.ask": ["Yêu cầu giải trình", "Ask for a statement"],
  "filedAct.state": ["Giải trình", "Give the statement"],
  "filedAct.advise": ["Cho ý kiến", "Give the opinion"],
  "filedAct.reject": ["Giữ nguyên kết quả", "Reject"],
  "filedAct.uphold": ["Chấp nhận kiến nghị", "Uphold"],
  "filedWhy.ask": [
    (v) => `Người đứng đầu ${v.unit} được đọc kiến nghị này và giải trình một lần.`,
    (v) => `The head of ${v.unit} reads this petition, and answers once.`,
  ],
  "filedWhy.once": [
    "Chỉ gửi được một lần và được lưu trong hồ sơ kiến nghị; người kiến nghị đọc được sau khi có quyết định.",
    "It is given once and stays on file; the person reads it after the decision.",
  ],
  "filedWhy.reject": [
    (v) => `Kết quả giữ nguyên; ${v.who} nhận được lý do ông/bà nêu.`,
    (v) => `The result stands; ${v.who} is told the reason.`,
  ],
  "filedWhy.upholdScore": [
    (v) =>
      `Người đứng đầu ${v.unit} chấm lại theo yêu cầu của ông/bà, kể cả khi kỳ đã khóa; kết quả cũ vẫn được lưu.`,
    (v) =>
      `The head of ${v.unit} scores anew under your instructions, in a closed period too; the old result is kept.`,
  ],
  "filedWhy.upholdClass": [
    "Mức mới được quyết định ngay, trong phạm vi quy định và chỉ tiêu còn lại; mức cũ vẫn được lưu.",
    "The new level is decided at once, inside the law and the free places; the old one is kept.",
  ],
  "filedDone.ask": ["Đã yêu cầu giải trình", "The statement is asked for"],
  "filedDone.state": ["Đã gửi giải trình", "The statement is given"],
  "filedDone.advise": ["Đã cho ý kiến", "The opinion is given"],
  "filedDone.reject": ["Đã giữ nguyên kết quả", "The petition is rejected"],
  "filedDone.uphold": ["Đã chấp nhận kiến nghị", "The petition is upheld"],
});
