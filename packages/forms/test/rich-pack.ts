/** A pack of no committee at all that uses every kind of question a nomination can ask. */
export const richPack = {
  $schema: '../schema/rule-pack.schema.json',
  format: 2,
  id: 'vi-du.du-cac-loai',
  version: '1.0.0',
  timezone: 'Asia/Ho_Chi_Minh',
  layout: 'hd36-2018',
  directive: { number: '01-CV/VD', date: '2023-02-01', title: 'Ví dụ', committee: { name: 'Cấp ủy ví dụ' } },
  unitGroups: [
    { id: 'dang-bo', label: 'Đảng bộ' },
    { id: 'chi-bo', label: 'Chi bộ' },
  ],
  scales: {
    rating: [
      { id: 'good', label: 'Hoàn thành tốt' },
      { id: 'excellent', label: 'Hoàn thành xuất sắc' },
    ],
  },
  awards: [{ id: 'bang-khen', label: 'Bằng khen' }],
  templates: [
    {
      id: 'mau',
      label: 'Báo cáo thành tích',
      sections: {
        individual: [
          {
            id: 'phan-i',
            number: 'I',
            title: 'Đặc điểm',
            sections: [{ id: 'so-luoc', number: '1', title: 'Sơ lược', guidance: 'Nêu ngắn gọn' }],
          },
          { id: 'thanh-tich', number: 'II', title: 'Thành tích' },
        ],
        collective: [{ id: 'thanh-tich', number: 'I', title: 'Thành tích' }],
      },
    },
  ],
  forms: [
    {
      id: 'de-nghi',
      type: 'nomination',
      label: 'Đề nghị khen thưởng',
      cite: 'I',
      award: 'bang-khen',
      answeredBy: [{ groups: ['dang-bo', 'chi-bo'], duty: 'must' }],
      receivedBy: [{ label: 'Ban Tuyên giáo' }],
      windows: [{ id: 'nop', before: '2023-03-31', late: 'refuse', cite: 'I.1' }],
      nominees: {
        collective: { label: 'Tập thể', fields: ['name', 'summary'] },
        individual: {
          label: 'Cá nhân',
          fields: [
            'name',
            { field: 'phone', optional: true },
            'partyMember',
            {
              field: 'partyRating',
              scale: 'rating',
              year: 2022,
              when: { field: 'partyMember', is: true },
            },
            {
              field: 'level',
              type: 'choice',
              label: 'Cấp',
              options: [
                { id: 'xa', label: 'Xã' },
                { id: 'huyen', label: 'Huyện' },
              ],
            },
            {
              field: 'fieldsOfWork',
              type: 'choices',
              label: 'Lĩnh vực',
              options: [
                { id: 'kinh-te', label: 'Kinh tế' },
                { id: 'van-hoa', label: 'Văn hóa' },
              ],
            },
            { field: 'years', type: 'count', label: 'Số năm công tác' },
            { field: 'joined', type: 'date', label: 'Ngày vào cơ quan' },
            { field: 'summary', limit: { pages: 0.5, characters: 40 } },
          ],
        },
      },
      quotas: [
        {
          id: 'dang-bo',
          groups: ['dang-bo'],
          cite: 'I.2',
          anyOf: [
            [
              { of: ['collective'], max: 1 },
              { of: ['individual'], min: 1, max: 500 },
            ],
          ],
        },
        {
          id: 'chi-bo',
          groups: ['chi-bo'],
          cite: 'I.2',
          anyOf: [[{ of: ['collective'], exactly: 1 }], [{ of: ['individual'], exactly: 1 }]],
        },
      ],
      criteria: [{ id: 'guong-mau', label: 'Gương mẫu', attest: true, cite: 'I.3' }],
      exclusions: [
        { id: 'da-khen', label: 'Đã được khen trong năm 2022', awards: ['bang-khen'], years: [2022], cite: 'I.4' },
        { id: 'ky-luat', label: 'Đang bị kỷ luật', cite: 'I.4' },
      ],
      dossier: {
        copies: 3,
        items: [
          { id: 'to-trinh', label: 'Tờ trình', per: 'slate', as: ['print'], document: 'to-trinh' },
          { id: 'bien-ban', label: 'Biên bản', per: 'slate', as: ['print'], document: 'bien-ban' },
          { id: 'xac-nhan', label: 'Xác nhận', per: 'slate', as: ['upload'] },
          { id: 'ho-so-giay', label: 'Hồ sơ giấy', per: 'slate', as: ['paper'] },
          { id: 'cua-cap-uy', label: 'Của cấp ủy', per: 'slate', as: ['paper'], by: 'committee' },
          {
            id: 'bao-cao',
            label: 'Báo cáo thành tích',
            per: 'nominee',
            as: ['print', 'upload'],
            document: 'bao-cao-thanh-tich',
            template: 'mau',
            copies: 2,
            bound: true,
            endorsedBy: { label: 'cấp ủy cơ sở' },
            enclosures: [{ id: 'qd-xep-loai', label: 'Quyết định xếp loại', when: { field: 'partyMember', is: true } }],
          },
        ],
      },
    },
  ],
};
