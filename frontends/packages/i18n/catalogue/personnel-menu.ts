import { texts } from "../message";

/** The sections “Nhân sự” and “Khen thưởng” in the menu. */
export const personnelMenu = texts({
  "personnel.menu": ["Nhân sự", "Personnel"],
  "personnel.alerts": ["Việc đến hạn", "What is due"],
  "personnel.actions": ["Công tác cán bộ", "Personnel actions"],
  "personnel.find": ["Hồ sơ công chức", "Files"],
  "personnel.periodic": ["Vị trí chuyển đổi định kỳ", "Periodic posts"],
  "personnel.discipline": ["Kỷ luật", "Discipline"],
  "personnel.dossier": ["Khai thác hồ sơ", "Dossiers"],
  "rewards.menu": ["Khen thưởng", "Rewards"],
  "rewards.title": ["Quỹ và danh sách", "Funds and lists"],
  "rewards.awards": ["Thưởng đột xuất", "Rewards out of turn"],
  "rewards.rules": ["Quy chế", "Rules"],
});
