import type { LocalizedString } from "@internationalized/string";

type Texts = Record<string, LocalizedString>;

/** What react-aria says by itself, by its package and key. A package that is used must stand here whole. */
export const VIETNAMESE: Record<string, Texts> = {
  "@react-aria/overlays": { dismiss: "Đóng" },
  "@react-aria/menu": { longPressMessage: "Nhấn giữ, hoặc Alt và mũi tên xuống, để mở danh sách" },
  "@react-aria/toast": {
    close: "Đóng",
    notifications: (args) => `${args?.count} thông báo.`,
  },
  "@react-aria/table": {
    select: "Chọn",
    selectAll: "Chọn tất cả",
    sortable: "cột sắp xếp được",
    ascending: "tăng dần",
    descending: "giảm dần",
    ascendingSort: (args) => `đã sắp xếp tăng dần theo cột ${args?.columnName}`,
    descendingSort: (args) => `đã sắp xếp giảm dần theo cột ${args?.columnName}`,
    columnSize: (args) => `${args?.value} điểm ảnh`,
    resizerDescription: "Nhấn Enter để đổi độ rộng",
    expand: "Mở rộng",
    collapse: "Thu gọn",
  },
  "@react-aria/grid": {
    deselectedItem: (args) => `Đã bỏ chọn ${args?.item}.`,
    select: "Chọn",
    selectedCount: (args) => `Đã chọn ${args?.count} mục.`,
    selectedAll: "Đã chọn tất cả.",
    selectedItem: (args) => `Đã chọn ${args?.item}.`,
    longPressToSelect: "Nhấn giữ để bắt đầu chọn.",
  },
};
