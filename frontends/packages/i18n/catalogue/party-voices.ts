import { texts } from "../message";

/** Voices: whose turn it is, what each says, and how one is returned. */
export const partyVoices = texts({
  "partyVoices.due": ["Đến lượt cho ý kiến", "Whose turn it is"],
  "partyVoices.dueWhy": [
    "Ý kiến của ông/bà và của tổ chức, tập thể mà ông/bà giữ chức vụ.",
    "Yours, and those of the bodies in which you hold an office.",
  ],
  "partyVoices.noneDue": ["Hiện không có ý kiến nào đến lượt.", "No voice has its turn now."],
  "partyVoices.waiting": ["Chưa đến lượt", "Not their turn yet"],
  "partyVoices.waitingWhy": [
    "Mỗi ý kiến chỉ được ghi nhận sau khi các bước trước đã xong.",
    "Each voice speaks once all steps before it are done.",
  ],
  "partyVoices.noneWaiting": ["Không còn ý kiến nào phải chờ.", "No voice waits."],
  "partyVoices.about": ["Đối tượng", "About"],
  "partyVoices.voice": ["Ý kiến của", "Voice of"],
  "partyVoices.standing": ["Tình trạng", "Standing"],
  "partyVoices.itsTurn": ["Đến lượt", "Its turn"],
  "partyVoices.byOthers": ["Đến lượt, do người khác ghi", "Its turn, for others to speak"],
  "partyVoices.act": ["Thao tác", "Act"],
  "partyVoices.speak": ["Cho ý kiến", "Speak"],
  "partyVoices.show": ["Xem hồ sơ", "Show the review"],
  "partyVoices.waitsForVoice": [
    (v) => `Chưa đến lượt, đang chờ: ${v.voices}.`,
    (v) => `Not its turn: it waits for ${v.voices}.`,
  ],
  "partyVoices.waitsFor.COLLECTIVE": [
    "Chưa đến lượt: tập thể phải kiểm điểm trước, sau đó mới kiểm điểm cá nhân.",
    "Not its turn: the collective reviews itself before its members.",
  ],
  "partyVoices.waitsFor.HEAD": [
    "Chưa đến lượt: phải có ý kiến về người đứng đầu trước, sau đó mới đến các thành viên khác.",
    "Not its turn: the head is spoken on before the other members.",
  ],
  "partyVoices.title": [(v) => `Ý kiến về ${v.who} – ${v.span}`, (v) => `On ${v.who} – ${v.span}`],
  "partyVoices.ownTitle": [
    (v) => `Tự kiểm điểm: ${v.who} – ${v.span}`,
    (v) => `Self-review: ${v.who} – ${v.span}`,
  ],
  "partyVoices.toReview": ["Xem toàn bộ hồ sơ", "The whole review"],
  "partyVoices.notYours": [
    "Ông/bà không phải là người ghi ý kiến ở bước này.",
    "It is not for you to speak at this step.",
  ],
  "partyVoices.spoken": ["Ý kiến này đã được ghi nhận.", "This voice has spoken."],
  "partyVoices.before": ["Ý kiến ở các bước trước", "What was said before"],
  "partyVoices.returned": ["Đã trả lại", "Returned"],
  "partyVoices.points": [
    (v) => `${v.points} điểm, đề nghị:`,
    (v) => `${v.points} points, proposes:`,
  ],
  "partyVoices.because": [(v) => `Lý do: ${v.text}`, (v) => `Because: ${v.text}`],
  "partyVoices.returnedWhy": [
    (v) => `Lý do trả lại: ${v.text}`,
    (v) => `Returned because: ${v.text}`,
  ],
  "partyVoices.topics": ["Nội dung gợi ý kiểm điểm", "Points put to the review"],
  "partyVoices.unanswered": ["Chưa giải trình", "Not answered"],
  "partyVoices.answerFirst": [
    "Giải trình các nội dung gợi ý trước khi gửi bản kiểm điểm",
    "Answer the points before you give your self-review",
  ],
  "partyVoices.ownText": ["Nội dung tự kiểm điểm", "Self-review"],
  "partyVoices.ownTextHelp": [
    "Ưu điểm, kết quả; hạn chế, khuyết điểm và nguyên nhân; trách nhiệm; phương hướng khắc phục.",
    "Merits and results; shortcomings and their causes; responsibility; how they are mended.",
  ],
  "partyVoices.text": ["Nội dung ý kiến", "What is said"],
  "partyVoices.textHelp": [
    "Nhận xét của tổ chức, tập thể; được lưu trong hồ sơ kiểm điểm.",
    "The body's remarks; they are kept in the file.",
  ],
  "partyVoices.take": ["Lấy điểm của ý kiến trước", "Begin with the points of the voice before"],
  "partyVoices.ownLevel": ["Tự xếp loại", "Class by yourself"],
  "partyVoices.level": ["Mức xếp loại đề nghị", "Proposed class"],
  "partyVoices.noLevel": ["Chọn mức xếp loại", "Choose a class"],
  "partyVoices.reason": [
    "Lý do (khi mức đề nghị khác mức theo điểm)",
    "Reason (for another class than by points)",
  ],
  "partyVoices.reasonHelp": [
    "Bắt buộc khi mức đề nghị thấp hơn mức theo điểm và điều kiện, hoặc quy định chưa xác định được mức.",
    "Needed where the class is lower than by points and conditions, or the regulation leaves it open.",
  ],
  "partyVoices.missing": [
    (v) => `Còn thiếu hoặc chưa đúng: ${v.what}.`,
    (v) => `Missing or not right: ${v.what}.`,
  ],
  "partyVoices.lacks.text": ["nội dung", "the text"],
  "partyVoices.lacks.general": ["điểm tiêu chí chung", "points of the general criteria"],
  "partyVoices.lacks.results": ["điểm kết quả nhiệm vụ", "points of the results"],
  "partyVoices.lacks.shares": ["tỷ lệ nhiệm vụ", "shares of tasks"],
  "partyVoices.lacks.level": ["mức xếp loại", "the class"],
  "partyVoices.keptHere": [
    "Nội dung đang nhập được giữ trên máy này.",
    "What you type is kept on this machine.",
  ],
  "partyVoices.send": ["Gửi ý kiến", "Send"],
  "partyVoices.sure": ["Gửi ý kiến này?", "Send this voice?"],
  "partyVoices.sureWhy": [
    "Ý kiến đã gửi được lưu trong hồ sơ và không sửa được, trừ khi bước sau trả lại.",
    "What is sent stays in the file and cannot be changed, unless a later step returns it.",
  ],
  "partyVoices.sent": ["Đã ghi nhận ý kiến", "The voice is recorded"],
  "partyVoices.return": ["Trả lại ý kiến bước trước", "Return a voice before this one"],
  "partyVoices.returnTitle": ["Trả lại ý kiến", "Return a voice"],
  "partyVoices.returnWhy": [
    "Ý kiến bị trả lại vẫn được lưu; bước đó và các bước sau nó phải cho ý kiến lại.",
    "What was said is kept; that step, and those after it, speak again.",
  ],
  "partyVoices.which": ["Ý kiến cần trả lại", "Which voice"],
  "partyVoices.returnNow": ["Trả lại", "Return"],
  "partyVoices.returnDone": ["Đã trả lại ý kiến", "The voice is returned"],
});
