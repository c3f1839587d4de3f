import { texts } from "../message";

/** What a voice finds: points, shares and conditions. */
export const partyFindings = texts({
  "partyFindings.points": ["Điểm", "Points"],
  "partyFindings.most": [(v) => `/ ${v.most}`, (v) => `of ${v.most}`],
  "partyFindings.general": ["Nhóm tiêu chí chung", "General criteria"],
  "partyFindings.results": ["Kết quả thực hiện nhiệm vụ", "Results of work"],
  "partyFindings.shares": ["Tỷ lệ nhiệm vụ (%)", "Tasks, in per cent"],
  "partyFindings.completed": ["Hoàn thành", "Completed"],
  "partyFindings.late": ["Chậm tiến độ", "Late"],
  "partyFindings.exceeded": ["Hoàn thành vượt mức", "Beyond what was asked"],
  "partyFindings.notCompleted": ["Bị đánh giá không hoàn thành", "Rated not completed"],
  "partyFindings.plan": ["Kế hoạch của lĩnh vực được giao", "Plan of the field"],
  "partyFindings.units": ["Số đơn vị phụ trách", "Units under charge"],
  "partyFindings.failedUnits": ["Trong đó không hoàn thành", "Of these, not completing"],
  "partyFindings.conditions": ["Điều kiện", "Conditions"],
  "partyFindings.check.quality": ["Nhiệm vụ có chất lượng, hiệu quả", "Tasks done with quality"],
  "partyFindings.check.repaired": [
    "Hạn chế, khuyết điểm được chỉ ra đã khắc phục hết, hoặc không có",
    "All faults pointed out before are mended, or there were none",
  ],
  "partyFindings.check.unitDisciplined": [
    "Có tổ chức trực thuộc hoặc thành viên bị kỷ luật",
    "A subordinate body or a member was disciplined",
  ],
  "partyFindings.check.targetsMissed": [
    "Không đạt các chỉ tiêu kinh tế - xã hội cơ bản",
    "The basic socio-economic targets were missed",
  ],
  "partyFindings.check.objective": [
    "Nhiệm vụ của quý chưa xong do nguyên nhân khách quan",
    "An unfinished quarter has objective causes",
  ],
  "partyFindings.part.quantity": ["Số lượng", "Quantity"],
  "partyFindings.part.quality": ["Chất lượng", "Quality"],
  "partyFindings.part.timeliness": ["Tiến độ", "Timeliness"],
  "partyFindings.part.leadership": ["Lãnh đạo, chỉ đạo", "Leadership"],
  "partyFindings.axis.A1": [
    "Trục 1: kinh tế - xã hội, nhiệm vụ chính trị",
    "Axis 1: economy and society",
  ],
  "partyFindings.axis.A2": ["Trục 2: thể chế, phân cấp, kiểm tra", "Axis 2: institutions"],
  "partyFindings.axis.A3": [
    "Trục 3: khoa học, công nghệ, chuyển đổi số",
    "Axis 3: science and technology",
  ],
  "partyFindings.axis.A4": [
    "Trục 4: xây dựng Đảng, phòng, chống tham nhũng",
    "Axis 4: Party building",
  ],
  "partyFindings.axis.A5": ["Trục 5: văn hóa, con người, an sinh", "Axis 5: culture and people"],
  "partyFindings.axis.A6": [
    "Trục 6: quốc phòng, an ninh, đối ngoại",
    "Axis 6: defence and security",
  ],
  "partyFindings.grounds": [
    (v) => `Kết luận của cơ quan có thẩm quyền (${v.count})`,
    (v) => `Conclusions of competent bodies (${v.count})`,
  ],
  "partyFindings.groundsWhy": [
    "Chỉ đánh dấu khi đã có kết luận; chỉ một nội dung cũng dẫn đến mức không hoàn thành nhiệm vụ.",
    "Only what was concluded; each alone leads to the lowest class.",
  ],
  "partyFindings.ground.WRONGDOING": [
    "Sai phạm trong công tác cán bộ, mất đoàn kết nội bộ",
    "Wrongdoing in personnel work, or disunity",
  ],
  "partyFindings.ground.MEMBER_DISCIPLINED": [
    "Tập thể có thành viên bị kỷ luật do vi phạm trong thực hiện nhiệm vụ",
    "Of a collective: a member disciplined for a breach of duty",
  ],
  "partyFindings.ground.DUTY_DISCIPLINE": [
    "Bị kỷ luật do vi phạm trong thực hiện nhiệm vụ",
    "Disciplined for a breach of duty",
  ],
  "partyFindings.ground.DEGRADATION": [
    "Suy thoái về tư tưởng chính trị, đạo đức, lối sống",
    "Political, moral or lifestyle degradation",
  ],
  "partyFindings.ground.FORBIDDEN_CONDUCT": [
    "Vi phạm những điều đảng viên không được làm, trách nhiệm nêu gương",
    "Breach of what Party members must not do, or of setting an example",
  ],
  "partyFindings.ground.CORRUPTION_IN_CHARGE": [
    "Tham nhũng, lãng phí đã bị xử lý trong phạm vi trực tiếp phụ trách",
    "Corruption or waste, dealt with, in what he directly answers for",
  ],
});
