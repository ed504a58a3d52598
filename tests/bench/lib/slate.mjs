/**
 * A complete submission of `de-nghi-cap-quan` with as many nominees as asked: the first a collective, the rest
 * individuals. More than three break the quota, which every candidate has to find.
 *
 * @param {number} nominees
 */
export function slateOf(nominees) {
  const file = { name: 'bao-cao.docx', size: 18_211, type: 'application/octet-stream', sha256: 'a'.repeat(64) };
  return {
    id: 'bench',
    revision: 1,
    rulebook: 'hai-phong.kien-an.2023@1.0.0',
    form: 'de-nghi-cap-quan',
    unit: { id: 'dang-bo-1', group: 'dang-bo', name: 'Đảng bộ số 1' },
    nominees: Array.from({ length: nominees }, (_, index) => ({
      id: `nominee-${index}`,
      kind: index === 0 ? 'collective' : 'individual',
      name: `Nguyễn Văn ${index}`,
      ...(index > 0 && { position: 'Chuyên viên' }),
      workplace: 'Văn phòng',
      summary: 'Gương mẫu, tận tụy, có nhiều sáng kiến được áp dụng tại đơn vị trong năm 2022.',
      phone: '0912345678',
      declared: { 'theo-kh-95': true, 'bao-cao-thanh-tich': true },
      sections: {
        'so-luoc': 'Công tác tại đơn vị từ năm 2010.',
        'thanh-tich': 'Hoàn thành xuất sắc nhiệm vụ; '.repeat(8),
      },
      documents: { 'bao-cao-thanh-tich': [file] },
    })),
    declared: {},
    documents: {},
  };
}
