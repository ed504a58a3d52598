/** A pack of no committee at all that uses every kind of thing a report can ask. */
export const reportPack = {
  $schema: '../schema/rule-pack.schema.json',
  format: 2,
  id: 'vi-du.bao-cao',
  version: '1.0.0',
  timezone: 'Asia/Ho_Chi_Minh',
  layout: 'hd36-2018',
  directive: { number: '02-CV/VD', date: '2023-02-01', title: 'Ví dụ', committee: { name: 'Cấp ủy ví dụ' } },
  unitGroups: [
    { id: 'dang-bo', label: 'Đảng bộ' },
    { id: 'chi-bo', label: 'Chi bộ' },
  ],
  forms: [
    {
      id: 'bao-cao',
      type: 'report',
      label: 'Báo cáo ví dụ',
      cite: 'I',
      answeredBy: [{ groups: ['dang-bo', 'chi-bo'], duty: 'must' }],
      periods: [
        {
          id: 'quy-i',
          label: 'Quý I/2023',
          windows: [{ id: 'nop', before: '2023-03-31', late: 'refuse', cite: 'I.1' }],
        },
        { id: 'nam', label: 'Năm 2023', windows: [{ id: 'nop', before: '2023-12-31', late: 'refuse', cite: 'I.2' }] },
      ],
      questions: [
        {
          id: 'dung-ke-hoach',
          label: 'Có đúng kế hoạch không?',
          cite: 'I.3',
          options: [
            { id: 'dung', label: 'Đúng kế hoạch' },
            { id: 'cham', label: 'Chậm hơn kế hoạch' },
          ],
        },
        {
          id: 'nguyen-nhan',
          label: 'Chậm do đâu?',
          when: { field: 'dung-ke-hoach', is: 'cham' },
          options: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, label: `Nguyên nhân ${id}` })),
        },
        {
          id: 'hinh-thuc',
          label: 'Hình thức nào?',
          optional: true,
          options: [
            { id: 'ke-hoach', label: 'Kế hoạch' },
            { id: 'cam-ket', label: 'Cam kết' },
          ],
        },
      ],
      outline: [
        {
          id: 'i',
          number: 'I',
          title: 'CÔNG TÁC LÃNH ĐẠO',
          cite: 'Đề cương, I',
          sections: [
            { id: 'i-1', number: '1', title: 'Lãnh đạo, chỉ đạo', guidance: 'Nêu số liệu cụ thể' },
            { id: 'i-2', number: '-', title: 'Nêu gương (nếu có)', optional: true },
          ],
        },
        {
          id: 'cham',
          number: 'II',
          title: 'CHẬM Ở ĐÂU',
          cite: 'Đề cương, II',
          when: { field: 'dung-ke-hoach', is: 'cham' },
        },
        { id: 'iii', number: 'III', title: 'KIẾN NGHỊ', cite: 'Đề cương, III' },
      ],
      tables: [
        {
          id: 't1',
          number: '1',
          title: 'BIỂU MỘT',
          note: 'Ghi rõ số lượng.',
          rowHeader: 'Năm',
          rows: [
            { id: 'nam-2022', label: '2022' },
            { id: 'nam-2023', label: '2023' },
          ],
          totalRow: { label: 'Tổng' },
          columns: [
            {
              id: 'hoi-nghi',
              label: 'Hội nghị',
              columns: [
                { id: 'truc-tiep', label: 'Trực tiếp', type: 'count' },
                { id: 'truc-tuyen', label: 'Trực tuyến', type: 'count' },
                { id: 'cong', label: 'Cộng', type: 'count', computed: { sum: ['truc-tiep', 'truc-tuyen'] } },
              ],
            },
            {
              id: 'ti-le',
              label: { by: 'hinh-thuc', 'ke-hoach': 'Tỉ lệ kế hoạch', else: 'Tỉ lệ kế hoạch/cam kết' },
              type: 'percent',
            },
            { id: 'co', label: 'Có', type: 'yes-no' },
            { id: 'rieng', label: 'Riêng đảng bộ', type: 'text', groups: ['dang-bo'] },
          ],
          checks: [{ id: 'qua-100', at: 'ti-le', atMost: 100, severity: 'advice' }],
        },
      ],
      dossier: {
        items: [
          { id: 'bao-cao', label: 'Báo cáo', per: 'slate', as: ['print', 'upload'], document: 'bao-cao', soft: 'docx' },
          { id: 'phu-luc', label: 'Phụ lục', per: 'slate', as: ['upload'] },
        ],
      },
    },
  ],
};
