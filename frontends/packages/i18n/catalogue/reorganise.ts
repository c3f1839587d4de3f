import { capital, counted, texts } from "../message";

/** A decision on organisation: what is filled in, what would happen, what has happened. */
export const reorganise = texts({
  "merge.title": ["Sáp nhập cơ quan", "Merge agencies"],
  "merge.which": ["Hai cơ quan", "The two agencies"],
  "merge.why": [
    "Cơ quan được sáp nhập chấm dứt hoạt động cùng mọi đơn vị của mình; cơ quan nhận tiếp tục và lưu giữ hồ sơ. Chưa ghi gì cho đến khi ông/bà xem trước và thực hiện quyết định.",
    "The one ends with all its units; the other goes on and keeps its records. Nothing is written until you have seen what would happen.",
  ],
  "merge.ending": ["Cơ quan chấm dứt hoạt động", "The agency that ends"],
  "merge.into": ["Cơ quan nhận", "The agency that takes it in"],
  "merge.begin": ["Lập phương án sáp nhập", "Draw up the plan"],
  "merge.notYours": [
    "Chỉ bộ phận tổ chức cán bộ của cơ quan quản lý cả hai cơ quan được ghi nhận việc sáp nhập này.",
    "Only the personnel officers of the agency that manages both record this merger.",
  ],
  "merge.noRoot": [
    "Một trong hai cơ quan không có đơn vị nào đang hoạt động.",
    "One of the two has no unit that stands.",
  ],
  "merge.of": [(v) => `${v.agency} sáp nhập vào ${v.into}`, (v) => `${v.agency} into ${v.into}`],
  "merge.others": ["Chọn cơ quan khác", "Other agencies"],
  "merge.follows": [
    "Đơn vị cùng tên được nhập vào nhau; đơn vị chưa có ở cơ quan nhận được thành lập mới. Ông/bà sửa từng đơn vị, từng người ở dưới.",
    "Units of the same name are joined; the others are opened anew. Each unit and each person can be changed below.",
  ],
  "merge.takingIn": [
    (v) => `${v.count} đơn vị của ${v.into} nhận người`,
    (v) => `${counted(v.count, "unit", "units")} of ${v.into} that take people in`,
  ],
  "merge.another": [(v) => `Thêm đơn vị của ${v.into}`, (v) => `Another unit of ${v.into}`],
  "merge.ends": [
    (v) => `Đơn vị chấm dứt hoạt động (${v.count})`,
    (v) => `Units that end (${v.count})`,
  ],
  "merge.endsWhy": [
    (v) =>
      `Mở từng đơn vị để đổi nơi nhận người, nhiệm vụ, hồ sơ. Cần xem lại: ${v.count} đơn vị, xếp trước.`,
    (v) =>
      `Open a unit to change where its people, roles and records go. To be looked at, first: ${v.count}.`,
  ],
  "merge.search": ["Tìm đơn vị hoặc công chức", "Find a unit or a person"],
  "merge.goes": [
    (v) => `${v.count} công chức; về: ${v.where}`,
    (v) => `${counted(v.count, "person", "people")}; to: ${v.where}`,
  ],
  "merge.mustChoose": ["Phải chọn nơi nhận", "A place must be chosen"],
  "merge.unclosed": [
    (v) => `${v.count} kỳ chưa khóa`,
    (v) => counted(v.count, "period is not closed", "periods are not closed"),
  ],
  "merge.waiting": [
    (v) => `${v.count} kết quả chờ nghiệm thu`,
    (v) => counted(v.count, "delivery waits", "deliveries wait"),
  ],
  "merge.otherOffice": [
    (v) => `${v.count} người đổi chức vụ`,
    (v) => counted(v.count, "person changes office", "people change office"),
  ],
  "merge.units": [(v) => `${v.count} đơn vị`, (v) => counted(v.count, "unit", "units")],
  "merge.sure": [
    (v) => `${v.agency} chấm dứt hoạt động; hồ sơ do ${v.into} lưu giữ.`,
    (v) => `${v.agency} ends; ${v.into} keeps its records.`,
  ],
  "reorganise.title": ["Tổ chức lại đơn vị", "Reorganise units"],
  "reorganise.notYours": [
    "Ông/bà không được giao việc tổ chức lại đơn vị này, hoặc đơn vị đã giải thể.",
    "It is not yours to reorganise this unit, or it is closed.",
  ],
  "reorganise.back": ["Về trang đơn vị", "Back to the unit"],
  "reorganise.decision": ["Quyết định", "The decision"],
  "reorganise.kind": ["Hình thức", "Kind"],
  "reorganise.kind.MERGE": ["Sáp nhập, hợp nhất", "Merge"],
  "reorganise.kind.SPLIT": ["Chia, tách", "Split"],
  "reorganise.kind.RENAME": ["Đổi tên", "Rename"],
  "reorganise.kind.TRANSFER": ["Chuyển về trực thuộc đơn vị khác", "Move beneath another unit"],
  "reorganise.number": ["Số quyết định", "Decision no."],
  "reorganise.day": ["Có hiệu lực từ ngày", "In force from"],
  "reorganise.dayHelp": [
    "Ghi nhận từ ngày này trở đi; trước ngày này chỉ xem trước được.",
    "It is recorded from this day on; before, it can be tried.",
  ],
  "reorganise.parts": ["Đơn vị được tổ chức lại", "Units that are reorganised"],
  "reorganise.partsWhy.MERGE": [
    "Sáp nhập: đơn vị được nhận “tiếp tục hoạt động”. Hợp nhất: các đơn vị đều chấm dứt và một đơn vị mới được thành lập.",
    "Where one takes the others in, it goes on. Where all end, a new one is opened.",
  ],
  "reorganise.partsWhy.SPLIT": [
    "Chia: đơn vị chấm dứt, các đơn vị mới được thành lập. Tách: đơn vị tiếp tục hoạt động bên cạnh đơn vị mới.",
    "It ends and new ones are opened; or it goes on beside a new one.",
  ],
  "reorganise.partsWhy.RENAME": [
    "Đơn vị mang tên cũ chấm dứt, đơn vị mang tên mới được thành lập; báo cáo cũ vẫn in tên cũ.",
    "The unit of the old name ends, one of the new name is opened; old reports print the old name.",
  ],
  "reorganise.partsWhy.TRANSFER": [
    "Đơn vị giữ nguyên người và công việc, chỉ đổi đơn vị cấp trên.",
    "The unit keeps its people and its work; only the unit above it changes.",
  ],
  "reorganise.fate": [(v) => `Sau quyết định, ${v.unit}`, (v) => `Afterwards, ${v.unit}`],
  "reorganise.ends": ["chấm dứt hoạt động", "ends"],
  "reorganise.goesOn": ["tiếp tục hoạt động", "goes on"],
  "reorganise.remove": ["Bỏ", "Remove"],
  "reorganise.without": [(v) => `Bỏ ${v.unit}`, (v) => `Remove ${v.unit}`],
  "reorganise.another": ["Thêm đơn vị khác", "Another unit"],
  "reorganise.addPart": ["Thêm vào danh sách", "Add to the list"],
  "reorganise.above": ["Trực thuộc đơn vị", "Beneath the unit"],
  "reorganise.opens": ["Đơn vị thành lập mới", "Units that are opened"],
  "reorganise.opensWhy": [
    "Để trống nếu không có đơn vị nào được thành lập.",
    "Leave it empty where none is opened.",
  ],
  "reorganise.newUnit": [(v) => `Đơn vị mới ${v.number}`, (v) => `New unit ${v.number}`],
  "reorganise.unitName": ["Tên đơn vị", "Name of the unit"],
  "reorganise.unitCode": ["Mã đơn vị (nếu có)", "Code (if any)"],
  "reorganise.unitAbove": ["Đơn vị cấp trên", "Unit above"],
  "reorganise.addNew": ["Thêm đơn vị mới", "Add a new unit"],
  "reorganise.removeNew": [
    (v) => `Bỏ đơn vị mới ${v.number}`,
    (v) => `Remove new unit ${v.number}`,
  ],
  "reorganise.unnamedUnit": ["(đơn vị mới chưa đặt tên)", "(new unit without a name)"],
  "reorganise.of": [(v) => `Người và việc của ${v.unit}`, (v) => `People and work of ${v.unit}`],
  "reorganise.cut": [
    (v) =>
      `${v.unit} có quá 100 người hoặc đơn vị trực thuộc, không hiện hết ở đây; ông/bà tách thành nhiều quyết định nhỏ hơn.`,
    (v) => `${v.unit} has more than fits here; please take several smaller decisions.`,
  ],
  "reorganise.monthEnds": [
    (v) =>
      `${capital(v.period)} chưa khóa, còn ${v.open}/${v.people} phiếu chưa ký. Đơn vị chỉ chấm dứt được khi đã khóa mọi kỳ.`,
    (v) =>
      `${v.period} is not closed, ${v.open} of ${v.people} sheets unsigned. A unit ends once all its periods are closed.`,
  ],
  "reorganise.monthGoesOn": [
    (v) => `${capital(v.period)} đang mở, còn ${v.open}/${v.people} phiếu chưa ký.`,
    (v) => `${v.period} is open, ${v.open} of ${v.people} sheets unsigned.`,
  ],
  "reorganise.waiting": [
    (v) => `${v.count} kết quả công việc đã nộp, chưa được nghiệm thu.`,
    (v) => `${counted(v.count, "delivery waits", "deliveries wait")} to be accepted.`,
  ],
  "reorganise.loan": [
    (v) => `Việc ${v.who} thực hiện thẩm quyền thay mặt ${v.head} sẽ chấm dứt.`,
    (v) => `${v.who} will no longer act on behalf of ${v.head}.`,
  ],
  "reorganise.keeper": ["Đơn vị giữ hồ sơ đánh giá cũ", "Keeps its records"],
  "reorganise.keeperHelp": [
    "Người đứng đầu đơn vị này đọc được kết quả các kỳ đã khóa; không sửa được.",
    "Its head reads the closed periods, and changes nothing in them.",
  ],
  "reorganise.keptAbove": ["Chỉ cấp trên đọc như trước", "Those above alone, as before"],
  "reorganise.beneath": [(v) => `${v.unit} về trực thuộc`, (v) => `${v.unit} goes beneath`],
  "reorganise.role": [(v) => `${v.role}: ${v.who}`, (v) => `${v.role}: ${v.who}`],
  "reorganise.roleEnds": ["Thôi nhiệm vụ", "The role ends"],
  "reorganise.posts": [(v) => `Công chức của ${v.unit}`, (v) => `People of ${v.unit}`],
  "reorganise.stays": [
    (v) => `${v.count} công chức ở lại đơn vị như cũ.`,
    (v) => `${counted(v.count, "person", "people")} stay as they are.`,
  ],
  "reorganise.where": ["Về đơn vị", "Goes to"],
  "reorganise.whereOf": [(v) => `Đơn vị mới của ${v.who}`, (v) => `Where ${v.who} goes`],
  "reorganise.office": ["Chức vụ mới", "New office"],
  "reorganise.officeOf": [(v) => `Chức vụ mới của ${v.who}`, (v) => `New office of ${v.who}`],
  "reorganise.postEnds": ["Thôi giữ vị trí", "The post ends"],
  "reorganise.postStays": ["Ở lại đơn vị", "Stays"],
  "reorganise.preview": ["Xem trước", "What would happen"],
  "reorganise.previewWhy": [
    "Xem trước không ghi gì. Quyết định chỉ được thực hiện trọn vẹn, hoặc không thực hiện gì.",
    "Nothing is written by it. A decision is carried out as a whole, or not at all.",
  ],
  "reorganise.noKind": ["Chưa chọn hình thức", "Please choose the kind"],
  "reorganise.noDay": ["Chưa ghi ngày có hiệu lực", "The day is missing"],
  "reorganise.noNumber": ["Chưa ghi số quyết định", "The decision's number is missing"],
  "reorganise.unnamed": [
    "Đơn vị mới chưa có tên hoặc chưa có đơn vị cấp trên",
    "A new unit has no name, or no unit above it",
  ],
  "reorganise.mergeTwo": ["Sáp nhập cần ít nhất hai đơn vị", "A merger needs two units"],
  "reorganise.splitTwo": [
    "Chia, tách phải có ít nhất hai đơn vị sau quyết định",
    "A split has two units in the end",
  ],
  "reorganise.renameOne": [
    "Đổi tên gồm đúng một đơn vị chấm dứt và một đơn vị mới mang tên mới",
    "A renaming ends one unit and opens one",
  ],
  "reorganise.noAbove": ["Chưa chọn đơn vị cấp trên", "The unit above is missing"],
  "reorganise.noOutcome": [
    "Chưa có đơn vị nào tiếp tục hoặc được thành lập",
    "No unit goes on and none is opened",
  ],
  "reorganise.try": ["Xem trước", "Try it"],
  "reorganise.possible": ["Có thể thực hiện. Chưa ghi gì.", "It can be done. Nothing is written."],
  "reorganise.impossible": [
    "Chưa thực hiện được vì các dòng bị từ chối dưới đây. Chưa ghi gì.",
    "It cannot be done, for the rows refused below. Nothing is written.",
  ],
  "reorganise.carryOut": ["Thực hiện quyết định", "Carry it out"],
  "reorganise.sure": [
    (v) => `Thực hiện Quyết định số ${v.number}`,
    (v) => `Carry out decision ${v.number}`,
  ],
  "reorganise.sureDay": [(v) => `Kể từ ngày ${v.day}:`, (v) => `From ${v.day} on:`],
  "reorganise.sureEnds": [
    (v) => `Chấm dứt hoạt động: ${v.units}.`,
    (v) => `These end: ${v.units}.`,
  ],
  "reorganise.surePosts": [
    (v) => `${v.on} công chức về đơn vị mới, ${v.over} người thôi giữ vị trí.`,
    (v) => `${v.on} posts go on elsewhere, ${v.over} end.`,
  ],
  "reorganise.sureRoles": [
    (v) => `${v.on} nhiệm vụ trên phần mềm được chuyển, ${v.over} nhiệm vụ, ủy quyền chấm dứt.`,
    (v) => `${v.on} roles go on elsewhere, ${v.over} roles and delegations end.`,
  ],
  "reorganise.sureOnce": [
    "Không hoàn tác được: đơn vị đã chấm dứt không mở lại, muốn đổi phải có quyết định khác. Kết quả đã đánh giá giữ nguyên ở đơn vị cũ.",
    "This cannot be undone: a unit that has ended is not opened again. What was evaluated stays with the old units.",
  ],
  "reorganise.done": ["Đã thực hiện quyết định.", "The decision is carried out."],
  "reorganise.cameOut": ["Đơn vị sau quyết định", "Units that came out of it"],
  "reorganise.next": [
    "Người đứng đầu mở kỳ đánh giá ở đơn vị mới. Kết quả các kỳ đã khóa của đơn vị cũ vẫn xem được như trước.",
    "The heads open the periods of the new units. What the old units closed is read as before.",
  ],
  "reorganise.verdicts": ["Từng thay đổi", "Each change"],
  "reorganise.nothing": ["Không có thay đổi nào", "There are no changes"],
  "reorganise.what": ["Đối tượng", "What"],
  "reorganise.later": [
    "Vị trí, nhiệm vụ bắt đầu sau ngày có hiệu lực",
    "A post or role that begins after the day",
  ],
  "reorganise.change": ["Thay đổi", "Change"],
  "reorganise.verdict": ["Kết quả", "Verdict"],
  "reorganise.can": ["Được", "Done"],
  "reorganise.cannot": ["Bị từ chối", "Refused"],
  "reorganise.step.UNIT_OPENED": ["Thành lập đơn vị", "Opened"],
  "reorganise.step.UNIT_PLACED": ["Chuyển về đơn vị cấp trên khác", "Placed beneath another"],
  "reorganise.step.POSTING_CONTINUED": ["Giữ vị trí ở đơn vị mới", "Post goes on elsewhere"],
  "reorganise.step.POSTING_ENDED": ["Thôi giữ vị trí", "Post ends"],
  "reorganise.step.MANDATE_CONTINUED": ["Chuyển nhiệm vụ", "Role goes on elsewhere"],
  "reorganise.step.MANDATE_ENDED": ["Thôi nhiệm vụ", "Role ends"],
  "reorganise.step.DELEGATION_ENDED": ["Chấm dứt ủy quyền", "Delegation ends"],
  "reorganise.step.UNIT_CLOSED": ["Chấm dứt hoạt động", "Ends"],
  "reorganise.step.AGENCY_CLOSED": ["Cơ quan chấm dứt hoạt động", "Agency ends"],
  "reorganise.step.UNIT_MANAGED": ["Có người quản lý", "Is managed"],
});
