import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParsedDocument } from "../../src/corpus/document.ts";
import { extractText } from "../../src/corpus/extract-text.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";
import type { Provision } from "../../src/corpus/provision.ts";
import { visitProvisions } from "../../src/corpus/visit-provisions.ts";
import { spanContains } from "../../src/shared/span.ts";

const read = (text: string, name = "van-ban.txt"): ParsedDocument =>
  parseDocument(extractText(new TextEncoder().encode(text), name));

function nodesOf(parsed: ParsedDocument): Provision[] {
  const nodes: Provision[] = [];
  visitProvisions(parsed.provisions, (node) => nodes.push(node));
  return nodes;
}

const seeds = ["duc-pho", "phuong-tu-son", "ha-tinh"];
const seedText = (key: string): string =>
  readFileSync(new URL(`../../corpus/${key}/source.txt`, import.meta.url), "utf8");

describe("the stored text", () => {
  test.each([
    [
      "a page number in the middle of a sentence goes",
      "hộ nghèo khu vực nông thôn\n\n\n8\n\ncải thiện nhà ở.",
      "hộ nghèo khu vực nông thôn cải thiện nhà ở.",
    ],
    [
      "a document number cut at its hyphen is whole",
      "Kế hoạch số 19-\nKH/TW ngày 27/11/2023.",
      "Kế hoạch số 19-KH/TW ngày 27/11/2023.",
    ],
    [
      "a hyphen between words keeps its spaces",
      "phát triển kinh tế -\nxã hội của tỉnh.",
      "phát triển kinh tế - xã hội của tỉnh.",
    ],
    [
      "a hyphen at a line's start is no bullet",
      "phát triển kinh tế gắn với bảo đảm quốc phòng\n- an ninh, đối ngoại của tỉnh.",
      "phát triển kinh tế gắn với bảo đảm quốc phòng - an ninh, đối ngoại của tỉnh.",
    ],
    ["runs of spaces become one", "Thị  xã   Đức Phổ", "Thị xã Đức Phổ"],
    ["decomposed letters are composed", "Thị ủy".normalize("NFD"), "Thị ủy"],
    [
      "a period that wraps at its dash stays one",
      "Trong giai đoạn 2026\n- 2030 phấn đấu đạt.",
      "Trong giai đoạn 2026 - 2030 phấn đấu đạt.",
    ],
  ])("%s", (_, source, stored) => {
    expect(read(source).text).toBe(stored);
  });

  test("Markdown marks go, bullets stay", () => {
    const parsed = read("## **I. MỤC TIÊU**\n\n- **Về y tế:** *nâng cao* chất lượng\n", "a.md");
    expect(parsed.text).toBe("I. MỤC TIÊU\n- Về y tế: nâng cao chất lượng");
  });

  test.each(seeds)("the lines of %s are all in it, but for page numbers and mark-up", (key) => {
    const dense = (text: string): string => text.replace(/[\s*#_-]+/gu, "");
    const stored = dense(read(seedText(key)).text);
    const lines = seedText(key)
      .normalize("NFC")
      .split("\n")
      .filter((line) => !/^\s*\d{1,3}\s*$/.test(line));
    const lost = lines.filter((line) => !stored.includes(dense(line)));
    expect(lost).toEqual([]);
  });
});

describe("the tree", () => {
  test("numbers, letters and bullets nest as they are read", () => {
    const parsed = read(
      "II. MỤC TIÊU\n2. Mục tiêu cụ thể\n2.1. Đến năm 2030\n- Một việc.\n- Hai việc.\n2.2. Đến năm 2045\nIII. NHIỆM VỤ\n1. Giáo dục\na) Mầm non;\nđ) Đại học.\n",
    );
    expect(nodesOf(parsed).map(({ eId, path, locator }) => `${eId} ${path} ${locator}`)).toEqual([
      "sec_II II Mục II",
      "sec_II__sec_2 II.2 Mục II.2",
      "sec_II__sec_2.1 II.2.1 Mục II.2.1",
      "sec_II__sec_2.1__indent_1 II.2.1 Mục II.2.1, gạch đầu dòng 1",
      "sec_II__sec_2.1__indent_2 II.2.1 Mục II.2.1, gạch đầu dòng 2",
      "sec_II__sec_2.2 II.2.2 Mục II.2.2",
      "sec_III III Mục III",
      "sec_III__sec_1 III.1 Mục III.1",
      "sec_III__sec_1__point_a III.1.a Mục III.1, điểm a",
      "sec_III__sec_1__point_đ III.1.đ Mục III.1, điểm đ",
    ]);
  });

  test("laws are cited from the inside out, articles counted over chapters", () => {
    const parsed = read(
      "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Luật này quy định:\na) Việc một;\nChương II\nQUYỀN LỢI\nĐiều 2. Quyền\n1. Được bảo vệ.\n",
    );
    expect(nodesOf(parsed).map(({ locator }) => locator)).toContain("Điểm a khoản 1 Điều 1");
    expect(nodesOf(parsed).map(({ path }) => path)).toContain("Điều 2.1");
    expect(parsed.messages.filter(({ rule }) => rule === "numbering-jump")).toEqual([]);
  });

  test("numbering that jumps is a message with its line, not a failure", () => {
    const [message] = read("I. MỘT\n\nnội dung.\n\nIV. BỐN\n\nnội dung.").messages;
    expect(message).toMatchObject({ rule: "numbering-jump", line: 5 });
  });

  test("two nodes of the same number keep different eIds", () => {
    const eIds = nodesOf(read("I. MỘT\n1. Việc\n1. Việc nữa\n")).map(({ eId }) => eId);
    expect(new Set(eIds).size).toBe(eIds.length);
  });
});

describe("any text at all", () => {
  const pieces = fc.constantFrom(
    ..."I. |II. |1. |2.1. |a) |đ) |- |+ |• |Điều 5. |Chương I|Phụ lục II|MỤC TIÊU|nội dung|100%|năm 2030|Nơi nhận:|T/M ĐẢNG ỦY|\n|\n\n| |5\n|**|# ||a|b|\t|\f|Số: /KH-UBND|; |: |(|)".split(
      "|",
    ),
    "|",
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join("")),
    fc.string({ maxLength: 300 }),
  );

  test("is read without a failure; children lie in their parents, spans in the text", () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, markdown) => {
        const parsed = read(text, markdown ? "a.md" : "a.txt");
        expect(parsed.text).toBe(parsed.text.normalize("NFC"));
        visitProvisions(parsed.provisions, (node, ancestors) => {
          const parent = ancestors.at(-1);
          const outer = parent?.span ?? { start: 0, end: parsed.text.length };
          expect(spanContains(outer, node.span) && spanContains(node.span, node.ownSpan)).toBe(true);
        });
        const eIds = nodesOf(parsed).map(({ eId }) => eId);
        expect(new Set(eIds).size).toBe(eIds.length);
      }),
      { numRuns: 300 },
    );
  });

  test("of a quarter of a megabyte is read in well under a second", () => {
    const long = `I. MỤC TIÊU\n${"- Tỷ lệ bao phủ bảo hiểm y tế đạt 95%; xây dựng, hoàn thiện cơ chế, chính sách.\n".repeat(3000)}`;
    const started = performance.now();
    expect(read(long).provisions.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("footnotes at the foot of a page", () => {
  const law = [
    "LUẬT",
    "THƯ VIỆN",
    "",
    "Điều 1. Phạm vi",
    "1. Luật này quy định về thư viện công lập;1 quyền của người đọc và trách nhiệm của cơ quan",
    "",
    "1 Cụm từ “công lập” được bổ sung theo quy định tại Điều 3 của Luật số 9/2025/QH15.",
    "“Điều 3. Hiệu lực thi hành",
    "1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2025.”.",
    "",
    "2",
    "",
    "quản lý thư viện theo quy định của pháp luật.",
    "2. Chính phủ quy định chi tiết.",
  ].join("\n");

  test("come after what bears their mark, and part no sentence", () => {
    const { text } = read(law);
    expect(text).toContain("trách nhiệm của cơ quan quản lý thư viện theo quy định của pháp luật.\n1 Cụm từ");
  });

  test("are marked as notes and open no articles", () => {
    const nodes = nodesOf(read(law));
    expect(nodes.filter(({ isNote }) => isNote === true)).toHaveLength(2);
    expect(nodes.filter(({ type }) => type === "article").map(({ number }) => number)).toEqual(["1"]);
    expect(nodes.filter(({ type }) => type === "paragraph").map(({ number }) => number)).toEqual(["1", "2"]);
  });

  test("a number without a mark on its page is no note", () => {
    expect(nodesOf(read(law.replace(";1 quyền", "; quyền"))).some(({ isNote }) => isNote)).toBe(false);
  });
});

test("an office and a name around «(Đã ký)» are the signature", () => {
  const { frontMatter } = read(
    "NGHỊ QUYẾT\nVề đất đai\n\nĐiều 1. Thông qua.\n\nCHỦ TỊCH\n(Đã ký)\nHoàng Minh Đức\n",
  );
  expect(frontMatter).toMatchObject({ signatory: "Hoàng Minh Đức", signatoryTitle: "CHỦ TỊCH" });
});

test("a consolidated text has the number and date of its certification, else those of the text it gives", () => {
  const head =
    "LUẬT\nTHƯ VIỆN\n\nLuật Thư viện số 61/2021/QH15 ngày 18 tháng 11 năm 2021 của Quốc hội, được sửa đổi, bổ sung bởi:\n1. Luật số 9/2025/QH15.\n\nĐiều 1. Phạm vi\n1. Luật này quy định về thư viện.\n\n";
  const certified = `${head}VĂN PHÒNG QUỐC HỘI\nSố: 31/VBHN-VPQH\n\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 05 tháng 3 năm 2026\nCHỦ NHIỆM\n\nTrần Quốc Bảo\n`;
  expect(read(certified).frontMatter).toMatchObject({
    number: "31/VBHN-VPQH",
    date: "ngày 05 tháng 3 năm 2026",
    signatoryTitle: "CHỦ NHIỆM",
  });
  expect(read(head).frontMatter).toMatchObject({
    number: "61/2021/QH15",
    date: "ngày 18 tháng 11 năm 2021",
  });
});

describe("two columns that a text file sets with blanks", () => {
  const body = ["", "KẾ HOẠCH", "Giảm nghèo năm 2026", "", "I. MỤC TIÊU", "- Tỷ lệ hộ nghèo còn dưới 1%.", ""];
  const frontMatter = (...lines: string[]) => read(lines.join("\n")).frontMatter;

  test("the head is read column by column, an issuer over two lines is one name", () => {
    const head = frontMatter(
      "ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "THỊ XÃ SƠN HÀ                          Độc lập - Tự do - Hạnh phúc",
      "Số:      /KH-UBND                  Sơn Hà, ngày     tháng     năm 2025",
      ...body,
    );
    expect(head).toMatchObject({
      issuer: "Ủy ban nhân dân thị xã Sơn Hà",
      place: "Sơn Hà",
      numberAsPrinted: "/KH-UBND",
      title: "KẾ HOẠCH Giảm nghèo năm 2026",
    });
  });

  test("a bar parts them as well; a ministry's name goes on under its hyphen", () => {
    expect(
      frontMatter("THỦ TƯỚNG CHÍNH PHỦ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 11/QĐ-TTg | Hà Nội, ngày 09 tháng 10 năm 2024", ...body),
    ).toMatchObject({ issuer: "Thủ tướng Chính phủ", number: "11/QĐ-TTg", place: "Hà Nội" });
    expect(
      frontMatter(
        "BỘ LAO ĐỘNG -       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "THƯƠNG BINH VÀ XÃ HỘI      Độc lập - Tự do - Hạnh phúc",
        "Số: 34/KH-LĐTBXH       Hà Nội, ngày 10 tháng 8 năm 2023",
        ...body,
      ),
    ).toMatchObject({ issuer: "Bộ Lao động - Thương binh và Xã hội", place: "Hà Nội" });
  });

  test("who signs stands beside who gets the text, or in the middle", () => {
    const signed = frontMatter(
      "ĐẢNG ỦY XÃ SƠN HÀ                    ĐẢNG CỘNG SẢN VIỆT NAM",
      "            *                         Sơn Hà, ngày 20 tháng 10 năm 2025",
      "    Số 09-KH/ĐU",
      ...body,
      "Nơi nhận:                           T/M BAN CHẤP HÀNH",
      "- Thường trực Tỉnh ủy;                     BÍ THƯ",
      "- Lưu VPĐU.",
      "                                        Hoàng Văn Lai",
    );
    expect(signed).toMatchObject({
      issuer: "Đảng ủy xã Sơn Hà",
      signatory: "Hoàng Văn Lai",
      signatoryTitle: "BÍ THƯ",
      recipients: ["Thường trực Tỉnh ủy", "Lưu VPĐU"],
    });
    const alone = frontMatter("UBND HUYỆN SƠN HÀ", "PHÒNG Y TẾ", "Số: 3/KH-YT", ...body, "          TRƯỞNG PHÒNG", "", "          Hà Văn Long");
    expect(alone).toMatchObject({ issuer: "Phòng Y tế", signatory: "Hà Văn Long" });
  });
});

test("a letter's subject ends before the motto, and its issuer is the last body above the number", () => {
  const letter = read(
    [
      "UBND TỈNH HẢI SƠN",
      "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
      "Số: 1205/SLĐTBXH-BTXH",
      "V/v triển khai chi trả trợ cấp qua tài khoản",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Hải Sơn, ngày 03 tháng 5 năm 2023",
      "",
      "Kính gửi: Ủy ban nhân dân các huyện.",
    ].join("\n"),
  ).frontMatter;
  expect(letter).toMatchObject({
    kind: "official-letter",
    title: "V/v triển khai chi trả trợ cấp qua tài khoản",
    issuer: "Sở Lao động - Thương binh và Xã hội",
    place: "Hải Sơn",
  });
});

test("a consolidated law carries the laws that amended it, not those that its notes name", () => {
  const law = read(
    [
      "LUẬT",
      "BẢO HIỂM XÃ HỘI",
      "",
      "Luật Bảo hiểm xã hội số 41/2024/QH15 ngày 29 tháng 6 năm 2024 của Quốc hội, được sửa đổi, bổ sung bởi:",
      "1. Luật Nhà giáo số 73/2025/QH15 ngày 16 tháng 6 năm 2025 của Quốc hội;",
      "2. Luật Phục hồi, phá sản số 142/2025/QH15 ngày 11 tháng 12 năm 2025 của Quốc hội.",
      "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;",
      "Điều 1. Phạm vi điều chỉnh",
      "Luật này quy định về bảo hiểm xã hội.",
    ].join("\n"),
  );
  const numbers = law.frontMatter.implements.map(({ number }) => number);
  expect(numbers).toEqual(expect.arrayContaining(["73/2025/QH15", "142/2025/QH15"]));
});

test("what a law web site adds below the text is no part of it", () => {
  const lines = ["KẾ HOẠCH", "Giảm nghèo", "I. MỤC TIÊU", "- Tỷ lệ hộ nghèo còn dưới 1%.", "II. NHIỆM VỤ", "- Làm."];
  const site = ["Văn bản này chưa cập nhật nội dung Tiếng Anh", "Bạn Chưa Đăng Nhập!"];
  expect(read([...lines, ...site].join("\n")).text).not.toContain("Tiếng Anh");
});

test("a letter's date is not that of the meeting that it calls", () => {
  const letter = read(
    [
      "Kính gửi: Trung tâm y tế 30 quận, huyện, thị xã",
      "",
      "Trung tâm tổ chức hội nghị giao ban mạng lưới cán bộ như sau:",
      "1. Thời gian: khai mạc lúc 8h30 ngày 14 tháng 8 năm 2018 (thứ Ba).",
      "2. Địa điểm: Hội trường tầng 11.",
    ].join("\n"),
  );
  expect(letter.frontMatter.date).toBeNull();
});

test("an issuer is not cut within «dự phòng»", () => {
  const plan = read(
    [
      "SỞ Y TẾ HÀ NỘI",
      "TRUNG TÂM Y TẾ DỰ PHÒNG",
      "Số: 12/KH-YTDP",
      "",
      "KẾ HOẠCH",
      "Phòng, chống dịch năm 2026",
      "I. MỤC TIÊU",
      "- Không để dịch lớn xảy ra.",
      "II. NHIỆM VỤ",
      "- Giám sát dịch.",
    ].join("\n"),
  );
  expect(plan.frontMatter.issuer).toMatch(/^Trung tâm Y tế dự phòng$/iu);
});
