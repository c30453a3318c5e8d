import { describe, expect, test } from "vitest";
import { extractText } from "../../src/corpus/extract-text.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";
import { extractTargets } from "../../src/facts/extract-targets.ts";
import type { Target } from "../../src/facts/target.ts";
import { sliceSpan, spanContains } from "../../src/shared/span.ts";

function read(body: string): (Target & { quote: string })[] {
  const text = `**KẾ HOẠCH**\n\n**Phát triển xã hội**\n\n${body}`;
  const parsed = parseDocument(extractText(new TextEncoder().encode(text), "ke-hoach.md"));
  const { targets } = extractTargets(parsed, "ke-hoach", () => null);
  return targets.map((target) => ({ ...target, quote: sliceSpan(parsed.text, target.span) }));
}

const goals = (text: string): (Target & { quote: string })[] =>
  read(`**I. MỤC TIÊU ĐẾN NĂM 2030**\n\n- ${text}\n`);

describe("several figures in one sentence", () => {
  test("each has its own subject and clause", () => {
    const read = goals("Tỷ lệ thất nghiệp chung dưới 2%, tỷ lệ thất nghiệp khu vực thành thị dưới 2,5%.");
    expect(read.map(({ name, quote }) => [name, quote])).toEqual([
      ["Tỷ lệ thất nghiệp chung", "Tỷ lệ thất nghiệp chung dưới 2%"],
      ["tỷ lệ thất nghiệp khu vực thành thị", "tỷ lệ thất nghiệp khu vực thành thị dưới 2,5%"],
    ]);
  });

  test("a predicate that two share belongs to both", () => {
    const [town, country] = goals(
      "100% hộ gia đình ở thành thị và 80% hộ gia đình ở nông thôn được sử dụng nước sạch.",
    );
    expect(town).toMatchObject({
      value: 100,
      name: "hộ gia đình ở thành thị được sử dụng nước sạch",
      scope: "ở thành thị",
    });
    expect(country).toMatchObject({ value: 80, quote: "80% hộ gia đình ở nông thôn được sử dụng nước sạch" });
  });

  test("a denominator at the end belongs to every figure of the list", () => {
    const units = goals("Phấn đấu có 25 giường bệnh viện, 07 bác sĩ trên 10.000 dân.").map(
      ({ unit }) => unit,
    );
    expect(units).toEqual(["giường bệnh viện/10.000 dân", "bác sĩ/10.000 dân"]);
  });

  test("an elliptic subject takes its head from the one before", () => {
    const names = goals(
      "Tỷ lệ đi học đúng độ tuổi cấp tiểu học đạt 99%, cấp trung học cơ sở tối thiểu đạt 97%.",
    ).map(({ name }) => name);
    expect(names[1]).toBe("Tỷ lệ đi học đúng độ tuổi cấp trung học cơ sở");
  });
});

describe("deadlines", () => {
  test("the nearest heading's year holds for what is under it", () => {
    expect(goals("Trên 95% dân số tham gia bảo hiểm y tế.")[0]?.deadline).toBe(2030);
  });

  test("a year in the clause wins over the heading", () => {
    expect(goals("Đến năm 2027, 90% dân số có sổ sức khỏe điện tử.")[0]?.deadline).toBe(2027);
  });

  test("without a heading's year the sentence before lends its own", () => {
    const years = read(
      "**I. MỤC TIÊU**\n\n- Đến năm 2026, tối thiểu 80% hồ sơ được xử lý trực tuyến. Mức độ hài lòng đạt 90%.\n",
    ).map(({ deadline }) => deadline);
    expect(years).toEqual([2026, 2026]);
  });

  test("a year of comparison and a start are none", () => {
    expect(
      read("**I. MỤC TIÊU**\n\n- Từ năm 2026, giảm 20% lượng rác so với năm 2024.\n")[0]?.deadline,
    ).toBeNull();
  });
});

describe("what is no target", () => {
  test.each([
    "Trợ cấp cho trẻ em dưới 5 tuổi và người từ 60 tuổi trở lên.",
    "Thực hiện trong 10 ngày làm việc, chia thành 03 đợt.",
    "Đơn vị đạt tỷ lệ 100% được cộng 05 điểm.",
  ])("«%s»", (text) => {
    expect(goals(text).filter(({ nature }) => nature === "target")).toEqual([]);
  });

  test("rewards and funding are not", () => {
    expect(
      read(
        "**IV. KHEN THƯỞNG**\n\n- Tỷ lệ không quá 10% tập thể, 5% cá nhân.\n\n**V. KINH PHÍ**\n\n- Ngân sách hỗ trợ 70% kinh phí.\n",
      ),
    ).toEqual([]);
  });

  test("what is already reached is a baseline, with its year", () => {
    const [households, share, ceiling] = read(
      "**I. CHỈ TIÊU ĐẾN NĂM 2030**\n\n- Năm 2024 trên địa bàn có 28 hộ nghèo chiếm tỷ lệ 0,62% (đạt chỉ tiêu đề ra là dưới 0,65%).\n".replace(
        "KẾ HOẠCH",
        "KẾ HOẠCH",
      ),
    );
    expect([households?.value, share?.value, ceiling?.value]).toEqual([28, 0.62, 0.65]);
    expect(ceiling).toMatchObject({
      nature: "target",
      comparator: "<",
      deadline: 2024,
      name: "tỷ lệ hộ nghèo",
    });
  });
});

test("an aim without a figure is kept with its deadline", () => {
  expect(goals("Đến năm 2028, xóa bỏ hoàn toàn nhà tạm, nhà dột nát.")).toMatchObject([
    { nature: "objective", deadline: 2028, value: null },
  ]);
});

test("a yearly change says so in its unit", () => {
  expect(goals("Phấn đấu mỗi năm giảm từ 0,1% đến 0,15% tỷ lệ hộ nghèo.")[0]).toMatchObject({
    comparator: "range",
    value: 0.1,
    value2: 0.15,
    unit: "%/năm",
  });
});

test("the figure's span lies in its clause and reads as printed", () => {
  const [target] = goals("Tuổi thọ trung bình khoảng 75 tuổi.");
  expect(target && target.valueSpan && spanContains(target.span, target.valueSpan)).toBe(true);
});

describe("steps by year", () => {
  test("each figure keeps the year after it, and the name goes on", () => {
    const steps = read(
      "- Tăng tỷ lệ nữ cán bộ lên đạt 40% vào năm 2027 và khoảng 45% vào năm 2030; giảm tỷ lệ hộ thiếu nước sạch xuống dưới 8% vào năm 2027 và dưới 3% vào năm 2030.\n",
    ).map(({ name, value, comparator, deadline }) => [name, comparator, value, deadline]);
    expect(steps).toEqual([
      ["tỷ lệ nữ cán bộ", "=", 40, 2027],
      ["tỷ lệ nữ cán bộ", "~", 45, 2030],
      ["tỷ lệ hộ thiếu nước sạch", "<", 8, 2027],
      ["tỷ lệ hộ thiếu nước sạch", "<", 3, 2030],
    ]);
  });
});

describe("results in running text", () => {
  const natures = (text: string): unknown[][] =>
    read(`${text}\n`).map(({ nature, value }) => [nature, value]);

  test("a paragraph that tells where things stand sets no targets", () => {
    expect(
      natures(
        "Đến nay, 100% cán bộ xã được cấp máy tính; 100% hồ sơ được tiếp nhận trên hệ thống một cửa điện tử.",
      ).filter(([nature]) => nature === "target"),
    ).toEqual([]);
  });

  test("the aim in the same paragraph is one", () => {
    expect(
      natures("Hiện nay, 62% hộ dân có nước sạch. Phấn đấu đến năm 2030 đạt 95% hộ dân có nước sạch."),
    ).toContainEqual(["target", 95]);
  });

  test("how a vote went is none", () => {
    expect(natures("Nghị quyết được thông qua với 48 đại biểu tán thành, đạt hơn 96%.")).toEqual([]);
  });
});
