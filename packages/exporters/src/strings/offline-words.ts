/** Texts of the workbooks that officers fill in. Always Vietnamese, like official documents. */
export const offlineWords = {
  tick: 'X',
  yes: 'Có',
  no: 'Không',

  unitSheet: 'Thông tin chung',
  question: 'Nội dung',
  answer: 'Trả lời',

  list: (label: string, parts: string) => `${label} (mỗi mục một dòng: ${parts})`,
  howTo:
    'Chỉ điền vào các ô màu vàng nhạt. Không xóa, không đổi các dòng, cột ẩn: chương trình dựa vào đó để đọc lại tệp.',
  howToTable:
    'Để trống ô là chưa trả lời; ghi 0 là không có. Dòng Tổng và các cột tính sẵn do chương trình tính, không nhập.',
  unit: 'Đơn vị: {unit}',
  quota: 'Số lượng: {quota}',
  until: 'Thời hạn: {said} ({meaning})',
  untilThen: 'Thời hạn: {said}',
  directive: 'Thực hiện {type} số {number} ngày {date} của {committee}',
} as const;
