import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

const LEXICONS = {
  "indicators.yaml": `indicators:
  - id: health-insurance-coverage
    name: { vi: Tỷ lệ dân số tham gia bảo hiểm y tế, en: Health insurance coverage }
    synonyms: { vi: [tham gia bảo hiểm y tế], en: [health insurance] }
    abbreviations: [BHYT]
    unit: "%"
    topic: health
    higherIsBetter: true
`,
  "topics.yaml": `topics:
  - { id: health, vi: [y tế], en: [health] }
`,
  "bodies.yaml": `bodies:
  - { id: people-committee, name: Ủy ban nhân dân, abbreviations: [UBND], english: ["People's Committee"] }
`,
  "abbreviations.yaml": `abbreviations:
  - { short: BHYT, long: [bảo hiểm y tế], register: office }
`,
  "terms.yaml": `terms:
  - { vi: trẻ em, also: [con nít], en: [children] }
`,
  "localities.yaml": `named:
  - key: an-phu
    unit: Thị xã An Phú, Tỉnh Nam Sơn
    aliases: [anphu]
provinces:
  - name: Tỉnh Nam Sơn
    became: Tỉnh Nam Sơn
    units: |
      Thị xã An Phú
        P. An Phú = P. Một, Hai; X. Ba
        X. Tư
`,
};

const SOURCE = `THỊ ỦY AN PHÚ

Số: 12-CTr/TU

An Phú, ngày 02 tháng 3 năm 2024

CHƯƠNG TRÌNH HÀNH ĐỘNG

thực hiện chính sách xã hội

I. MỤC TIÊU ĐẾN NĂM 2030

- Tỷ lệ dân số tham gia bảo hiểm y tế đạt trên 91%.

II. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân thị xã chủ trì, phối hợp với các cơ quan liên quan thực hiện Chương trình này.
`;

const MANIFEST = `title: Chương trình hành động thực hiện chính sách xã hội
kind: action-programme
issuer: Thị ủy An Phú
number: 12-CTr/TU
date: ngày 02 tháng 3 năm 2024
status: issued
locality: an-phu
`;

/** A directory that goes when the test is over. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "tro-ly-"));
  onTestFinished(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  return directory;
}

export function writeTree(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
}

/** A corpus of one document, «an-phu», and lexicons of one entry each; `files` replace or add. */
export function smallCorpus(files: Readonly<Record<string, string>> = {}): string {
  const directory = temporaryDirectory();
  writeTree(directory, {
    ...LEXICONS,
    "an-phu/source.txt": SOURCE,
    "an-phu/document.yaml": MANIFEST,
    ...files,
  });
  return directory;
}
