import { beforeAll, describe, expect, it } from "vitest";
import type { Query } from "../../src/understanding/query.ts";
import {
  resolveFollowUp,
  type FollowUpContext,
  type ResolvedQuery,
  type Topic,
} from "../../src/understanding/resolve-follow-up.ts";
import { corpusReader, type CorpusReader } from "../doubles/corpus-reader.ts";

let corpus: CorpusReader;

beforeAll(() => {
  corpus = corpusReader();
});

const context: FollowUpContext = {
  localityOfLevel: (levels, except) =>
    levels.includes("ward") && !except.includes("phuong-tu-son") ? "phuong-tu-son" : null,
  nearestIndicator: () => null,
};
const EVIDENCE: Topic["evidence"] = [{ document: "duc-pho", path: "II.2.1", eId: "sec_II__sec_2.1" }];

const read = (message: string): Query => corpus.reader.read(message, null);
/** All that a question says may be kept as the topic. */
const topicOf = (query: Query, evidence = EVIDENCE): Topic => ({
  ...query,
  visited: query.places.known,
  evidence,
});
const follow = (before: string, message: string): ResolvedQuery =>
  resolveFollowUp(read(message), topicOf(read(before)), context);
const ids = ({ indicators }: Query): string[] => indicators.flatMap((group) => [...group.ids]);

const FIRST = "tỷ lệ dân số tham gia bảo hiểm y tế của Đức Phổ là bao nhiêu?";

describe("a question by itself", () => {
  it("is left as it is where nothing went before", () => {
    const query = read(FIRST);
    expect(resolveFollowUp(query, null, context)).toEqual({ ...query, goesOnAbout: [] });
  });

  it("that says everything takes nothing over", () => {
    const query = follow(FIRST, "ai chủ trì giảm nghèo ở Hà Tĩnh?");
    expect(query.places.known).toEqual(["ha-tinh"]);
    expect(query.intent).toBe("body");
    expect(query.goesOnAbout).toEqual([]);
  });

  it.each(["xin chào", "cảm ơn bạn", "bạn làm được gì"])(
    "that is only manners takes nothing over: %s",
    (words) => {
      const query = follow(FIRST, words);
      expect(query.places.known).toEqual([]);
      expect(ids(query)).toEqual([]);
    },
  );
});

describe("a question that leans on the one before", () => {
  it.each([
    "thế Hà Tĩnh thì sao?",
    "còn Hà Tĩnh?",
    "còn ở Hà Tĩnh?",
    "Hà Tĩnh thì sao",
    "what about Hà Tĩnh?",
  ])("changes the place, and keeps what was asked: %s", (message) => {
    const query = follow(FIRST, message);
    expect(query.places.known).toEqual(["ha-tinh"]);
    expect(query.intent).toBe("figure");
    expect(ids(query)).toContain("health-insurance-coverage");
  });

  it.each(["còn thất nghiệp?", "thế tỷ lệ thất nghiệp chung?", "vậy thất nghiệp thì sao?"])(
    "changes what is asked, and keeps the place: %s",
    (message) => {
      const query = follow(FIRST, message);
      expect(query.places.known).toEqual(["duc-pho"]);
      expect(query.intent).toBe("figure");
      expect(ids(query)).toContain("unemployment");
      expect(ids(query)).not.toContain("health-insurance-coverage");
    },
  );

  it("changes the year, and keeps the rest", () => {
    const query = follow(FIRST, "còn năm 2027?");
    expect(query.years).toEqual([2027]);
    expect(query.places.known).toEqual(["duc-pho"]);
    expect(ids(query)).toContain("health-insurance-coverage");
  });

  it("asks who and when about the task of the one before", () => {
    const query = follow("ai chủ trì chính sách người có công ở Đức Phổ?", "khi nào?");
    expect(query.intent).toBe("time");
    expect(query.places.known).toEqual(["duc-pho"]);
    expect(query.goesOnAbout).toEqual(EVIDENCE);
  });

  it("«phường kia» is the other place of that level", () => {
    expect(follow(FIRST, "thế phường kia?").places.known).toEqual(["phuong-tu-son"]);
  });

  it("a comparison with one place takes in the place before", () => {
    expect(follow(FIRST, "so sánh với Hà Tĩnh").places.known).toEqual(["duc-pho", "ha-tinh"]);
  });

  it("a place without documents takes the place's slot: the one before does not come back", () => {
    const query = follow(FIRST, "thế Nha Trang thì sao?");
    expect(query.places.known).toEqual([]);
    expect(query.places.unknown.map(({ name }) => name)).toEqual(["Thành phố Nha Trang"]);
  });

  it("«ở đây» is the chat's own place, not the one before", () => {
    const query = follow(FIRST, "còn ở đây?");
    expect(query.places.here).toBe(true);
    expect(query.places.known).toEqual([]);
  });

  it("goes on over three turns", () => {
    const second = follow(FIRST, "còn thất nghiệp?");
    const third = resolveFollowUp(read("thế Hà Tĩnh thì sao?"), topicOf(second, []), context);
    expect(third.places.known).toEqual(["ha-tinh"]);
    expect(third.intent).toBe("figure");
    expect(ids(third)).toContain("unemployment");
  });

  it("is plain JSON, so that a channel can keep it", () => {
    const topic = topicOf(read(FIRST));
    expect(JSON.parse(JSON.stringify(topic))).toEqual(topic);
  });
});
