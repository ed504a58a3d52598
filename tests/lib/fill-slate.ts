import type { Page } from 'playwright-core';

/**
 * Fills in everything that Kiến An asks of a nominee, but for `fields`: what differs from one to the other.
 *
 * @param index  place in the slate, from 0; the nominee is there already
 * @param fields by name, such as `{ name, workplace }`
 */
export async function fillNominee(page: Page, index: number, fields: Record<string, string>): Promise<void> {
  const at = (path: string) => page.locator(`kl01-nomination-form [id="/nominees/${index}/${path}"]`);
  for (const [field, text] of Object.entries({ ...fields, summary: 'Gương mẫu.', phone: '0900000000' })) {
    await at(field).fill(text);
  }
  for (const declared of ['theo-kh-95', 'bao-cao-thanh-tich']) await at(`declared/${declared}`).check();
  for (const section of ['so-luoc', 'thanh-tich']) await at(`sections/${section}`).fill('Nhiều kết quả.');
}

/** Adds a collective and an individual with all that Kiến An asks. */
export async function fillTwoNominees(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm tập thể' }).click();
  await fillNominee(page, 0, { name: 'Chi bộ Tổ dân phố Một', workplace: 'Đảng bộ phường số 1' });
  await page.getByRole('button', { name: 'Thêm cá nhân' }).click();
  await fillNominee(page, 1, { name: 'Nguyễn Thị Ví Dụ', position: 'Bí thư chi bộ', workplace: 'Chi bộ Một' });
}
