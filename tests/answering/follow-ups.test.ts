import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/answering/answer.ts";
import { corpusAssistant, type CorpusAssistant } from "../doubles/corpus-assistant.ts";

let corpus: CorpusAssistant;

beforeAll(async () => {
  corpus = await corpusAssistant();
}, 60_000);

afterAll(() => {
  corpus.close();
});

/** The answer to the last turn of «turn | turn | …». */
const lastOf = (turns: string, locality: string | null): Promise<Answer> =>
  corpus.converse(turns.split(" | "), locality);

const figures = ({ facts }: Answer): string[] =>
  facts.map(({ document, indicator, value }) => `${document} ${indicator ?? "–"} ${String(value)}`);

describe("a follow-up", () => {
  it.each<[string, string | null, string[]]>([
    ["BHYT | nghị quyết thì sao", "phuong-tu-son", ["nq-42 health-insurance-coverage 95"]],
    ["BHYT ở đây? | còn BHXH? | thế còn cả nước?", "duc-pho", ["nq-42 social-insurance-coverage 60"]],
    [
      "Đức Phổ có bao nhiêu căn nhà ở xã hội? | thế còn cả nước?",
      null,
      ["nq-42 social-housing-units 1000000"],
    ],
    ["nước sạch nông thôn | thành thị", "duc-pho", ["duc-pho clean-water-urban 100"]],
    ["nước sạch thành thị | nông thôn thì sao", "duc-pho", ["duc-pho clean-water-rural 80"]],
    ["Thất nghiệp | thành thị thì sao", "duc-pho", ["duc-pho urban-unemployment 2.5"]],
    ["What about unemployment? | and in cities?", "duc-pho", ["duc-pho urban-unemployment 2.5"]],
    ["lương hưu | ý là bao nhiêu % người già", "duc-pho", ["duc-pho pension-coverage 25"]],
    ["BHYT ở phường? | còn tiêm chủng", null, ["phuong-tu-son full-immunisation-under-one 98"]],
    [
      "chi tieu bhyt duc pho | con ha tinh | the tu son",
      null,
      ["phuong-tu-son health-insurance-coverage 98"],
    ],
    ["BHYT Đức Phổ | nguồn ở đâu", null, ["duc-pho health-insurance-coverage 95"]],
    ["nhà ở xã hội Đức Phổ | dành cho ai?", null, ["duc-pho social-housing-units 300"]],
    ["bhtn | thế toàn quốc thì sao", "duc-pho", ["nq-42 unemployment-insurance-coverage 45"]],
    ["bhtn | nghi quyet bao nhieu", "duc-pho", ["nq-42 unemployment-insurance-coverage 45"]],
    ["nước sạch ở đức phổ | nông thôn riêng bao nhiêu", null, ["duc-pho clean-water-rural 80"]],
    ["Thất nghiệp ở phường dưới mấy %? | đúng là dưới 2% hả?", null, ["phuong-tu-son unemployment 2"]],
  ])("goes on about the same matter: %s (%s)", async (turns, locality, wanted) => {
    expect(figures(await lastOf(turns, locality))).toEqual(wanted);
  });

  it.each<[string, string | null, string[]]>([
    [
      "What about unemployment? | and in cities? | compare with the resolution",
      "duc-pho",
      ["duc-pho urban-unemployment 2.5", "nq-42 urban-unemployment 4"],
    ],
    [
      "bảo hiểm thất nghiệp | cao hơn hay thấp hơn nghị quyết",
      "duc-pho",
      ["duc-pho unemployment-insurance-coverage 15", "nq-42 unemployment-insurance-coverage 45"],
    ],
    [
      "BHYT Đức Phổ? | thế phường ở Từ Sơn thì sao? | so sánh hai nơi",
      null,
      ["duc-pho health-insurance-coverage 95", "phuong-tu-son health-insurance-coverage 98"],
    ],
  ])("sets the places spoken of beside each other: %s (%s)", async (turns, locality, wanted) => {
    const answer = await lastOf(turns, locality);
    expect(answer.kind).toBe("comparison");
    expect(figures(answer)).toEqual(wanted);
  });

  it("asks the unit alone of what went before, also where the place sets nothing", async () => {
    const answer = await lastOf("nhà ở xã hội | ở Hà Tĩnh thì sao | bao nhiêu căn", null);
    expect(answer.kind).toBe("abstain");
    expect(answer.facts).toEqual([]);
    expect(answer.text).toContain("nhà ở xã hội");
    expect(answer.citations.every(({ document }) => document === "ha-tinh")).toBe(true);
  });

  it.each(["và Hà Tĩnh?", "Ha Tinh?", "what about Ha Tinh?"])(
    "keeps to English unless it is Vietnamese: %s",
    async (turn) => {
      const { language } = await lastOf(`health insurance target? | ${turn}`, "duc-pho");
      expect(language).toBe(turn.startsWith("và") ? "vi" : "en");
    },
  );

  it("in a chat without a place «ở phường» is the one ward that there is a document of, «phường tôi» is asked back", async () => {
    expect(figures(await lastOf("BHYT ở phường?", null))).toEqual([
      "phuong-tu-son health-insurance-coverage 98",
    ]);
    expect((await lastOf("BHYT ở phường tôi?", null)).kind).toBe("clarify");
  });
});

describe("a turn that points back", () => {
  it("lists only what the turn before was about", async () => {
    const { kind, text } = await lastOf("Chỉ tiêu của thị xã về nhà ở? | liệt kê hết giúp tôi", "duc-pho");
    expect(kind).toBe("list");
    expect(text).toContain("300 căn hộ");
    expect(text).not.toContain("thất nghiệp");
  });

  it("is answered from the same subject or not at all", async () => {
    const answer = await lastOf("Nhà ở xã hội Đức Phổ bao nhiêu căn? | ở đó có cho thuê không", null);
    expect(answer.kind).toBe("abstain");
  });

  it("compares the two places spoken of last", async () => {
    const answer = await lastOf("BHYT Đức Phổ? | phường Từ Sơn thì sao? | chỗ nào cao hơn?", null);
    expect(figures(answer)).toEqual([
      "duc-pho health-insurance-coverage 95",
      "phuong-tu-son health-insurance-coverage 98",
    ]);
  });

  it("does not take a narrower group for the whole", async () => {
    expect((await lastOf("hộ nghèo phường bao nhiêu | cận nghèo thì sao", "phuong-tu-son")).kind).toBe(
      "abstain",
    );
  });
});
