import { baoCaoThanhTich } from './nomination/bao-cao-thanh-tich.js';
import { baoCao } from './report/bao-cao.js';
import { bienBan } from './nomination/bien-ban.js';
import { bieuMau } from './committee/bieu-mau.js';
import { danhSachTrichNgang } from './nomination/danh-sach-trich-ngang.js';
import { deXuat } from './committee/de-xuat.js';
import { dienGiai } from './committee/dien-giai.js';
import type { DocumentKind } from './parts/document-kind.js';
import { donDoc } from './committee/don-doc.js';
import { hoSo } from './nomination/ho-so.js';
import { keHoach } from './plan/ke-hoach.js';
import { lichThoiHan } from './committee/lich-thoi-han.js';
import { phieuTiepNhan } from './committee/phieu-tiep-nhan.js';
import { phuLuc } from './report/phu-luc.js';
import { toTrinh } from './nomination/to-trinh.js';
import { tomTatThanhTich } from './nomination/tom-tat-thanh-tich.js';
import { tongHop } from './committee/tong-hop.js';

/** All document kinds, in dossier order. To add one, create a file in a folder here and list it. */
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
