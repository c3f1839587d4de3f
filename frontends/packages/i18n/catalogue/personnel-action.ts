import { texts } from "../message";

/** One personnel action: its steps, votes, decision. */
export const personnelAction = texts({
  "action.nothing": [
    "Không có đề xuất này, hoặc ông/bà không được xem",
    "There is no such action, or it is not yours to see",
  ],
  "action.title": [(v) => `${v.what}: ${v.who}`, (v) => `${v.what}: ${v.who}`],
  "action.about": ["Nội dung đề xuất", "What is proposed"],
  "action.replacedWhy": [
    "Kết quả làm căn cứ đã được thay thế. Không thể quyết định trên căn cứ cũ; phải đề xuất lại.",
    "What it rests on has been replaced: it cannot be decided on that ground, and is proposed anew.",
  ],
  "action.post": ["Chức vụ đang giữ", "Present post"],
  "action.target": ["Đến chức vụ, đơn vị", "To"],
  "action.position": ["Vị trí việc làm", "Job position"],
  "action.receiving": ["Cơ quan tiếp nhận", "Receiving agency"],
  "action.decides": ["Thẩm quyền quyết định", "Who decides"],
  "action.headOf": [(v) => `Người đứng đầu ${v.agency}`, (v) => `The head of ${v.agency}`],
  "action.until": ["Hết hiệu lực từ ngày", "Over from"],
  "action.groundOn": ["Ngày tính thời hạn", "Days are counted from"],
  "action.proposed": ["Đề xuất", "Proposed"],
  "action.byAt": [(v) => `${v.who}, ${v.when}`, (v) => `${v.who}, ${v.when}`],
  "action.onBehalf": [(v) => `(thay mặt ${v.who})`, (v) => `(on behalf of ${v.who})`],
  "action.told": ["Công chức được biết", "Known to the person"],
  "action.notTold": ["Chưa; từ khi được gặp, nghe ý kiến", "Not yet; once he is heard"],
  "action.reason": [(v) => `Lý do: ${v.text}`, (v) => `Reason: ${v.text}`],
  "action.ownWish": ["Theo nguyện vọng của chính công chức.", "At the person's own wish."],
  "action.special": [(v) => `Trường hợp đặc biệt: ${v.text}`, (v) => `Special case: ${v.text}`],
  "action.outcome": ["Kết quả", "Outcome"],
  "action.decision": ["Quyết định", "Decision"],
  "action.decidedBy": ["Người quyết định", "Decided by"],
  "action.effect.DECIDED": [
    (v) => `Có hiệu lực từ ${v.day} tại ${v.unit}; đến ngày đó hệ thống tự chuyển vị trí.`,
    (v) => `In effect from ${v.day} in ${v.unit}; the post changes on that day by itself.`,
  ],
  "action.effect.EFFECTIVE": [
    (v) =>
      `Đã có hiệu lực từ ${v.day} tại ${v.unit}. Phiếu đánh giá trước ngày đó giữ nguyên đơn vị.`,
    (v) => `In effect since ${v.day} in ${v.unit}. Sheets before that day keep their unit.`,
  ],
  "action.inForce.DECIDED": [(v) => `Có hiệu lực từ ${v.day}.`, (v) => `In effect from ${v.day}.`],
  "action.inForce.EFFECTIVE": [
    (v) => `Đã có hiệu lực từ ${v.day}.`,
    (v) => `In effect since ${v.day}.`,
  ],
  "action.closed.REFUSED": [
    (v) => `${v.who} không chấp thuận lúc ${v.when}. Lý do: ${v.reason}`,
    (v) => `Refused by ${v.who} at ${v.when}: ${v.reason}`,
  ],
  "action.closed.WITHDRAWN": [
    (v) => `${v.who} rút đề xuất lúc ${v.when}. Lý do: ${v.reason}`,
    (v) => `Withdrawn by ${v.who} at ${v.when}: ${v.reason}`,
  ],
  "action.closed.CANCELLED": [
    (v) => `${v.who} hủy quyết định lúc ${v.when}, trước ngày có hiệu lực. Lý do: ${v.reason}`,
    (v) => `Cancelled by ${v.who} at ${v.when}, before its day: ${v.reason}`,
  ],
  "action.steps": ["Quy trình", "Procedure"],
  "action.agreements": ["Văn bản thống nhất của hai cơ quan", "Agreement of both agencies"],
  "action.noneAgreed": ["Chưa có văn bản thống nhất nào", "Neither agency has agreed yet"],
  "action.gates.PROPOSAL": ["Điều kiện khi đề xuất", "Conditions when it was proposed"],
  "action.gates.DECISION": ["Điều kiện khi quyết định", "Conditions when it was decided"],
  "action.computedAt": [(v) => `Xác định lúc ${v.when}.`, (v) => `Computed at ${v.when}.`],
  "action.grounds": ["Căn cứ đề xuất", "What it rests on"],
  "actionGround.CLASSIFICATION": [
    (v) => `Xếp loại năm ${v.period} (lần ${v.edition})`,
    (v) => `Class of ${v.period} (edition ${v.edition})`,
  ],
  "actionGround.RESULT": [
    (v) => `Kết quả kỳ từ ${v.period} (lần ${v.edition})`,
    (v) => `Result of the span from ${v.period} (edition ${v.edition})`,
  ],
  "actionGround.SHEET": [
    (v) => `Phiếu đánh giá kỳ ${v.period} (lần ${v.edition})`,
    (v) => `Sheet of ${v.period} (round ${v.edition})`,
  ],
  "actionGround.PAPER": [(v) => `Văn bản số ${v.number}`, (v) => `Paper no. ${v.number}`],
  "action.why": ["Lý do", "Reason"],
  "action.note": ["Ghi chú", "Note"],
  "action.decide": ["Quyết định", "Decide"],
  "action.decideWhy": [
    (v) =>
      `${v.what} đối với ${v.who}. Quyết định được ký có hiệu lực từ ngày ghi dưới đây; chỉ có thể hủy trước ngày đó.`,
    (v) =>
      `${v.what} of ${v.who}. Once signed it takes effect on the day below, and can be cancelled only before that day.`,
  ],
  "action.decideNow": ["Ký quyết định", "Sign the decision"],
  "action.decided": ["Đã ký quyết định", "The decision is signed"],
  "action.lastDay": ["Đến hết ngày (nếu có thời hạn)", "Last day, where it has one"],
  "action.lastDayHelp": [
    "Để trống nếu thời hạn theo quy định của pháp luật.",
    "Leave it empty where the law says how long it lasts.",
  ],
  "action.agree.SENDING": ["Thống nhất cho đi", "Agree to let go"],
  "action.agree.RECEIVING": ["Thống nhất tiếp nhận", "Agree to receive"],
  "action.side.SENDING": ["Cơ quan nơi đang công tác", "Sending agency"],
  "action.side.RECEIVING": ["Cơ quan nơi tiếp nhận", "Receiving agency"],
  "action.agreeWhy": [
    (v) => `Văn bản thống nhất về ${v.what} đối với ${v.who}; đã ghi thì không rút lại được.`,
    (v) => `The agency agrees to: ${v.what} of ${v.who}. It cannot be taken back.`,
  ],
  "action.agreement": ["Văn bản thống nhất", "Letter of agreement"],
  "action.agreeNow": ["Thống nhất", "Agree"],
  "action.agreed": ["Đã ghi nhận văn bản thống nhất", "The agreement is recorded"],
  "action.refuse": ["Không chấp thuận", "Refuse"],
  "action.refuseWhy": [
    "Đề xuất kết thúc và được lưu lại cùng lý do.",
    "The proposal ends, and is kept with the reason.",
  ],
  "action.refused": ["Đã không chấp thuận đề xuất", "The proposal is refused"],
  "action.withdraw": ["Rút đề xuất", "Withdraw"],
  "action.withdrawWhy": [
    "Đề xuất đã rút được lưu lại và không thực hiện tiếp.",
    "A withdrawn proposal is kept and goes no further.",
  ],
  "action.withdrawn": ["Đã rút đề xuất", "The proposal is withdrawn"],
  "action.cancel": ["Hủy quyết định", "Cancel the decision"],
  "action.cancelWhy": [
    "Chức vụ, vị trí trở lại như trước khi có quyết định. Chỉ thực hiện được trước ngày có hiệu lực.",
    "Every post is as it was before. Possible only before its day.",
  ],
  "action.cancelled": ["Đã hủy quyết định", "The decision is cancelled"],
  "action.endEarly": ["Chấm dứt trước thời hạn", "End it early"],
  "action.endEarlyWhy": [
    "Từ ngày được chọn, công chức trở lại vị trí trước đó. Phiếu đánh giá của thời gian trước không thay đổi.",
    "From that day on the person is back in the earlier post. Earlier sheets stay as they are.",
  ],
  "action.endsOn": ["Hết hiệu lực từ ngày", "Over from"],
  "action.endedEarly": ["Đã chấm dứt trước thời hạn", "It ends early"],
  "action.ended": [
    (v) => `Chấm dứt trước thời hạn từ ngày ${v.day}. Lý do: ${v.reason}`,
    (v) => `Ended early from ${v.day} on. Reason: ${v.reason}`,
  ],
});
