import type { Level } from "./record";

export const TEXT = {
  title: "Công Tâm",
  subtitle: "Theo dõi, đánh giá công chức theo Nghị định 335/2025/NĐ-CP",
  signInWhy: "Đăng nhập để xem kết quả theo dõi, đánh giá của mình và của đơn vị mình phụ trách.",
  signIn: "Đăng nhập",
  signOut: "Đăng xuất",
  signedInAs: "Đang đăng nhập:",
  nobody: "tài khoản chưa gắn với công chức nào",
  youHead: "Hôm nay ông/bà là người có thẩm quyền theo dõi, đánh giá của:",
  myRecord: "Kết quả theo dõi, đánh giá của tôi",
  noSheets: "Chưa có phiếu theo dõi, đánh giá nào.",
  month: "Tháng",
  unit: "Đơn vị",
  total: "Tổng điểm",
  level: "Mức",
  notReleased: "chưa thông báo",
  forDevelopers: "Dành cho người tích hợp",
  graphiql: "Đặt câu hỏi GraphQL bằng GraphiQL",
  failed: "Không lấy được dữ liệu. Ông/bà hãy tải lại trang sau ít phút.",
} as const;

export const LEVELS: Record<Level, string> = {
  EXCELLENT: "Hoàn thành xuất sắc nhiệm vụ",
  GOOD: "Hoàn thành tốt nhiệm vụ",
  COMPLETED: "Hoàn thành nhiệm vụ",
  NOT_COMPLETED: "Không hoàn thành nhiệm vụ",
  INSUFFICIENT_DATA: "Chưa đủ dữ liệu",
};
