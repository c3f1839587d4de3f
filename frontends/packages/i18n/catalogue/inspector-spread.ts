import { capital, kind, kindEn, texts } from "../message";

/** How scores are spread over the units. */
export const spread = texts({
  "spread.title": [(v) => `Phổ điểm ${v.period}`, (v) => `Scores of ${v.period}`],
  "spread.month": [(v) => capital(kind(v.months)), (v) => capital(kindEn(v.months))],
  "spread.byUnit": ["Điểm đã ký theo đơn vị", "Signed scores by unit"],
  "spread.none": [
    (v) => `${capital(kind(v.months))} này chưa có phiếu nào được ký`,
    (v) => `No sheet of this ${kindEn(v.months)} is signed`,
  ],
  "spread.noneWhy": [
    "Chỉ phiếu đã ký được tính; bản chấm nháp không phải là kết quả của ai.",
    "Only signed sheets are counted: a draft is nobody's result.",
  ],
  "spread.chart": [
    "Từ điểm thấp nhất đến cao nhất của mỗi đơn vị; hộp là một nửa số phiếu ở giữa, vạch đậm là trung vị.",
    "From the lowest to the highest score of each unit; the box is the middle half, the thick line the median.",
  ],
  "spread.point": [
    (v) => `${v.unit}: thấp nhất ${v.lowest}, trung vị ${v.middle}, cao nhất ${v.highest}`,
    (v) => `${v.unit}: lowest ${v.lowest}, median ${v.middle}, highest ${v.highest}`,
  ],
  "spread.all": ["Tất cả", "All"],
  "spread.unit": ["Đơn vị", "Unit"],
  "spread.signed": ["Đã ký/số phiếu", "Signed/sheets"],
  "spread.excellent": ["Xuất sắc", "Excellent"],
  "spread.good": ["Tốt", "Good"],
  "spread.completedLevel": ["Hoàn thành", "Completed"],
  "spread.notCompleted": ["Không hoàn thành", "Not completed"],
  "spread.insufficient": ["Chưa đủ dữ liệu", "Insufficient"],
  "spread.lowest": ["Thấp nhất", "Lowest"],
  "spread.firstQuarter": ["Tứ phân vị 1", "First quartile"],
  "spread.middle": ["Trung vị", "Median"],
  "spread.thirdQuarter": ["Tứ phân vị 3", "Third quartile"],
  "spread.highest": ["Cao nhất", "Highest"],
  "spread.mean": ["Bình quân", "Mean"],
  "spread.outliers": ["Điểm khác biệt so với đơn vị cùng loại", "Unusual among comparable units"],
  "spread.outliersWhy": [
    "Điểm nằm ngoài khoảng thường gặp của các đơn vị cùng loại. Điểm khác biệt chưa phải là điểm sai.",
    "Scores outside of what is usual among comparable units. Unusual is not wrong.",
  ],
  "spread.noOutliers": ["Không có điểm nào khác biệt", "There is none"],
  "spread.person": ["Công chức", "Person"],
  "spread.total": ["Tổng điểm", "Total"],
  "spread.usual": ["Khoảng thường gặp", "Usual"],
  "spread.from": [(v) => `${v.low} – ${v.high}`, (v) => `${v.low} – ${v.high}`],
  "spread.calibrations": ["Kết quả được đề nghị xem xét lại", "Asked to be reconsidered"],
  "spread.calibrationsWhy": [
    "Cấp trên trực tiếp đề nghị trước khi khóa kỳ; người đứng đầu có thẩm quyền chấm vẫn là người quyết định. Kết quả trước và sau đều được giữ.",
    "The next head up asks before the period is closed; the responsible head decides. Both numbers are kept.",
  ],
  "spread.noCalibrations": [
    "Kỳ này không có kết quả nào được đề nghị xem xét lại",
    "None in this period",
  ],
  "spread.calibrationsMore": [
    (v) => `Chỉ hiện ${v.shown} trong ${v.all} đề nghị, mới nhất trước.`,
    (v) => `Only ${v.shown} of ${v.all} are shown, the latest first.`,
  ],
  "spread.before": ["Trước", "Before"],
  "spread.after": ["Sau", "After"],
  "spread.askedWhy": ["Lý do đề nghị", "Why it was asked"],
  "spread.answerWhy": ["Trả lời", "Answer"],
  "spread.unanswered": ["Chưa trả lời", "Not answered"],
  "spread.said": [(v) => `${v.who}, ${v.at}`, (v) => `${v.who}, ${v.at}`],
  "spread.saidFor": [
    (v) => `${v.who} thay mặt ${v.head}, ${v.at}`,
    (v) => `${v.who} on behalf of ${v.head}, ${v.at}`,
  ],
  "spread.compared": ["Số điểm được so sánh", "Compared with"],
});
