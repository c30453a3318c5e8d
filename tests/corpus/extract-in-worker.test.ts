import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { extractFile } from "../../src/corpus/extract-file.ts";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`tests/fixtures/formats/${name}`));
const NAMES = ["ke-hoach.pdf", "ke-hoach.docx", "ke-hoach.html", "ke-hoach.doc"];

describe("threads that read one file after another", () => {
  it("read each as if it were the first, also at the same time and after refusals", async () => {
    const first = await Promise.all(NAMES.map((name) => extractFile(fixture(name), name)));
    const cut = fixture("ke-hoach.pdf").slice(0, 3000);
    await expect(extractFile(cut, "cut.pdf")).rejects.toThrow("hỏng");
    await expect(extractFile(fixture("co-mat-khau.pdf"), "a.pdf")).rejects.toThrow("mật khẩu");
    for (const [index, name] of NAMES.entries()) {
      expect(await extractFile(fixture(name), name)).toEqual(first[index]);
    }
    const [, ...both] = await Promise.all([
      extractFile(cut, "cut.pdf").catch(() => null),
      extractFile(fixture("ke-hoach.pdf"), "a.pdf"),
      extractFile(fixture("ke-hoach.pdf"), "b.pdf"),
    ]);
    expect(both).toEqual([first[0], first[0]]);
  });

  it("keep no process from ending", async () => {
    const file = join(process.cwd(), "src/corpus/extract-file.ts");
    const script = `import { readFileSync } from "node:fs";
      const { extractFile } = await import(${JSON.stringify(file)});
      const read = await extractFile(readFileSync("tests/fixtures/formats/ke-hoach.html"), "a.html");
      console.log(read.blocks.length > 5, Date.now());`;
    const arguments_ = ["--import", "tsx", "--input-type=module", "-e", script];
    const { stdout } = await promisify(execFile)(process.execPath, arguments_);
    const [isRead, readAt] = stdout.trim().split(" ");
    expect(isRead).toBe("true");
    expect(Date.now() - Number(readAt)).toBeLessThan(4000);
  });
});
