import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { foldName, type Locality } from "../../src/corpus/locality.ts";
import type { PlaceReading } from "../../src/understanding/query.ts";
import { corpusReader, type CorpusReader } from "../doubles/corpus-reader.ts";

let corpus: CorpusReader;

beforeAll(() => {
  corpus = corpusReader();
});

const placesOf = (message: string, home: string | null = null): PlaceReading =>
  corpus.reader.read(message, home).places;
const unknownNames = (message: string, home: string | null = null): string[] =>
  placesOf(message, home).unknown.map(({ name }) => name);

describe("places that the corpus holds", () => {
  it.each([
    ["chỉ tiêu bảo hiểm y tế của thị xã Đức Phổ", ["duc-pho"]],
    ["chi tieu bao hiem y te cua duc pho", ["duc-pho"]],
    ["BHYT TX Đức Phổ bn", ["duc-pho"]],
    ["health insurance target of Duc Pho town", ["duc-pho"]],
    ["nhà ở xã hội ở thành phố Hà Tĩnh", ["ha-tinh"]],
    ["nhà ở xã hội ở TP Hà Tĩnh", ["ha-tinh"]],
    ["nhà ở xã hội ở Hà Tĩnh", ["ha-tinh"]],
    ["So sánh Đức Phổ với Hà Tĩnh", ["duc-pho", "ha-tinh"]],
    ["So sánh Hà Tĩnh với Đức Phổ", ["ha-tinh", "duc-pho"]],
    ["đức phổ, hà tĩnh và từ sơn nơi nào cao nhất", ["duc-pho", "ha-tinh", "phuong-tu-son"]],
  ])("are found: %s", (message, keys) => {
    expect(placesOf(message).known).toEqual(keys);
    expect(placesOf(message).unknown).toEqual([]);
  });

  it("are found once, however often they are named", () => {
    expect(placesOf("Đức Phổ, thị xã Đức Phổ và Đức Phổ").known).toEqual(["duc-pho"]);
  });

  it("take the tokens of their names, so that these are no content", () => {
    const query = corpus.reader.read("chỉ tiêu bảo hiểm y tế của thị xã Đức Phổ", null);
    expect(query.concepts.flatMap(({ tokens }) => tokens)).not.toContain("pho");
  });
});

describe("a ward whose programme does not say its name", () => {
  it.each(["phường ở Từ Sơn", "phường của Từ Sơn", "chỉ tiêu của Từ Sơn", "the ward in Tu Son"])(
    "goes by its city's: %s",
    (message) => {
      expect(placesOf(message).known).toEqual(["phuong-tu-son"]);
    },
  );

  it("is not its city", () => {
    const { known, unknown } = placesOf("chỉ tiêu bảo hiểm y tế của thành phố Từ Sơn");
    expect(known).toEqual([]);
    expect(unknown.map(({ name }) => name)).toEqual(["Thành phố Từ Sơn"]);
  });
});

describe("places that the corpus holds nothing of", () => {
  it.each([
    ["chỉ tiêu bảo hiểm y tế của Nha Trang", ["Thành phố Nha Trang"]],
    ["chi tieu bao hiem y te cua nha trang", ["Thành phố Nha Trang"]],
    ["hộ nghèo ở tỉnh Quảng Ngãi", ["Tỉnh Quảng Ngãi"]],
    ["hộ nghèo ở huyện Mộ Đức", ["Huyện Mộ Đức"]],
    ["hộ nghèo ở thành phố Vinh", ["Thành phố Vinh"]],
    ["hộ nghèo ở TP Vinh", ["Thành phố Vinh"]],
    ["poverty in Da Nang", ["Thành phố Đà Nẵng"]],
  ])("are known to be places: %s", (message, names) => {
    expect(placesOf(message).known).toEqual([]);
    expect(unknownNames(message)).toEqual(names);
  });

  it("keep what is known beside them known", () => {
    const { known, unknown } = placesOf("so sánh bảo hiểm y tế Đức Phổ với Nha Trang");
    expect(known).toEqual(["duc-pho"]);
    expect(unknown.map(({ name }) => name)).toEqual(["Thành phố Nha Trang"]);
  });

  it("keep their level where it is said: a province is not the city of its name", () => {
    expect(placesOf("chỉ tiêu của tỉnh Hà Tĩnh").known).toEqual([]);
    expect(unknownNames("chỉ tiêu của tỉnh Hà Tĩnh")).toEqual(["Tỉnh Hà Tĩnh"]);
    expect(unknownNames("chỉ tiêu của tỉnh Bắc Ninh")).toEqual(["Tỉnh Bắc Ninh"]);
  });

  it("are the nearest ones, where several have the name", () => {
    const place = placesOf("trạm y tế phường Trần Phú", "ha-tinh").unknown[0];
    expect(place?.province).toBe(corpus.lexicons.localities.byKey("ha-tinh")?.province);
  });

  it.each([
    ["chi tieu cua thanh pho ha noi", "ha noi"],
    ["chi tieu cua xa hong thai", "hong thai"],
    ["chỉ tiêu của xã Đa Thông", "da thong"],
    ["BHYT của Vinh", "vinh"],
    ["bhyt o vinh bao nhieu", "vinh"],
    ["BHYT ở Huế", "hue"],
    ["poverty in Hanoi", "ha noi"],
  ])("are places too where their words are common ones, or few: %s", (message, name) => {
    expect(placesOf(message, "duc-pho").unknown.map(({ bareName }) => foldName(bareName))).toEqual([name]);
  });

  it("whatever place is asked by its full name, no place of the corpus is taken in its stead", () => {
    const governed = corpus.known.governed;
    const above = new Set([...governed].map((key) => corpus.lexicons.localities.byKey(key)?.parent));
    const places = corpus.lexicons.localities.all.filter(
      ({ key, level, bareName }) =>
        !governed.has(key) && !above.has(key) && level !== "country" && foldName(bareName).includes(" "),
    );
    const wrong: unknown[] = [];
    fc.assert(
      fc.property(fc.constantFrom<Locality>(...places), fc.boolean(), ({ name, bareName }, bare) => {
        const marked = `chỉ tiêu bảo hiểm y tế của ${name} là bao nhiêu?`;
        const question = bare ? foldName(marked) : marked;
        const { known, unknown } = placesOf(question);
        const found = unknown.map((place) => foldName(place.bareName)).join("; ");
        if (known.length > 0 || found !== foldName(bareName)) wrong.push({ question, known, found });
      }),
      { numRuns: 400, seed: 3 },
    );
    expect(wrong).toEqual([]);
  });
});

describe("a name that is no place asked about", () => {
  it.each([
    "Đức Phổ thực hiện chương trình nào của Tỉnh ủy Quảng Ngãi",
    "Đức Phổ căn cứ văn bản nào của UBND tỉnh Quảng Ngãi",
    "thị xã Đức Phổ, tỉnh Quảng Ngãi đặt chỉ tiêu gì",
  ])("is a body's, or where a known place lies: %s", (message) => {
    expect(placesOf(message)).toMatchObject({ known: ["duc-pho"], unknown: [] });
  });

  it("is the upper level of the chat's own place in «Tỉnh ủy Quảng Ngãi»", () => {
    expect(unknownNames("chương trình nào của Tỉnh ủy Quảng Ngãi?", "duc-pho")).toEqual([]);
  });

  it("is a word of asking without marks", () => {
    for (const message of ["thi xa la gi", "muc tieu la gi", "cac xa co gi moi", "dieu kien the nao"])
      expect(unknownNames(message)).toEqual([]);
  });

  it.each([
    "chỉ tiêu bảo hiểm y tế là bao nhiêu",
    "người cao tuổi được hưởng gì",
    "ai chủ trì đào tạo nghề",
    "thu gom rác thải bao nhiêu phần trăm",
    "hộ nghèo còn bao nhiêu",
    "trẻ em được hỗ trợ gì",
    "chương trình được ban hành ngày nào",
  ])("does not stand in an ordinary question: %s", (message) => {
    expect(placesOf(message)).toMatchObject({ known: [], unknown: [] });
    expect(placesOf(foldName(message))).toMatchObject({ known: [], unknown: [] });
  });
});

describe("places meant without a name", () => {
  it.each([
    "bảo hiểm y tế ở đây là bao nhiêu",
    "bảo hiểm y tế thị xã mình là bao nhiêu",
    "bảo hiểm y tế địa phương tôi là bao nhiêu",
    "bao hiem y te phuong cua em la bao nhieu",
    "what is the poverty target in our town",
    "what is the poverty target here",
  ])("here: %s", (message) => {
    expect(placesOf(message).here).toBe(true);
  });

  it.each(["cả ba nơi", "các địa phương", "nơi nào cao nhất", "ba địa phương", "which place", "all three"])(
    "everywhere: %s",
    (words) => {
      expect(placesOf(`bảo hiểm y tế ${words}`).everywhere).toBe(true);
    },
  );

  it.each(["nghị quyết 42", "Nghị quyết số 42-NQ/TW", "NQ 42", "cả nước", "trung ương", "Resolution 42"])(
    "the country: chỉ tiêu của %s",
    (words) => {
      expect(placesOf(`chỉ tiêu bảo hiểm y tế của ${words}`).nation).toBe(true);
    },
  );

  it("the resolution is no place where a programme carries it out", () => {
    expect(placesOf("Đức Phổ thực hiện nghị quyết 42 thế nào").nation).toBe(false);
    expect(placesOf("ai học tập, quán triệt nghị quyết 42").nation).toBe(false);
  });

  it("levels that are spoken of", () => {
    expect(placesOf("thế phường kia thì sao").levels).toEqual(["ward"]);
    expect(placesOf("còn thị xã").levels).toEqual(["town"]);
  });

  it("nothing is read into a message without places", () => {
    expect(placesOf("bảo hiểm y tế")).toEqual({
      known: [],
      unknown: [],
      here: false,
      documents: [],
      namesakes: [],
      superior: false,
      everywhere: false,
      nation: false,
      levels: [],
    });
  });
});
