import { baoCaoThanhTich } from './bao-cao-thanh-tich.js';
import { baoCao } from './bao-cao.js';
import { bienBan } from './bien-ban.js';
import { bieuMau } from './bieu-mau.js';
import { danhSachTrichNgang } from './danh-sach-trich-ngang.js';
import { deXuat } from './de-xuat.js';
import { dienGiai } from './dien-giai.js';
import type { DocumentKind } from './document-kind.js';
import { donDoc } from './don-doc.js';
import { hoSo } from './ho-so.js';
import { keHoach } from './ke-hoach.js';
import { lichThoiHan } from './lich-thoi-han.js';
import { phieuTiepNhan } from './phieu-tiep-nhan.js';
import { phuLuc } from './phu-luc.js';
import { toTrinh } from './to-trinh.js';
import { tomTatThanhTich } from './tom-tat-thanh-tich.js';
import { tongHop } from './tong-hop.js';

/** Every document there is, in the order of a dossier. A new one is a file beside this one and a line here. */
export const documentKinds: readonly DocumentKind[] = [
  toTrinh,
  danhSachTrichNgang,
  bienBan,
  baoCaoThanhTich,
  tomTatThanhTich,
  hoSo,
  baoCao,
  phuLuc,
  keHoach,
  bieuMau,
  phieuTiepNhan,
  tongHop,
  deXuat,
  donDoc,
  lichThoiHan,
  dienGiai,
];
