import type { PlaceName } from "./find-place-names.ts";

/** «Cả nước xây bao nhiêu…», «trung ương đặt…»; the nation's average and its standards are another matter. */
export const NATIONAL =
  /^ (con |the con |the |vay con )?(trung uong|quoc gia) |(?<!trung binh|chung|binh quan|chung cua|binh quan cua|trung binh cua) (ca nuoc|toan quoc) | (chi tieu|cua|muc|so voi|hon|voi|bang|kem) (trung uong|quoc gia) | (toan|tam) quoc gia $| trung uong (dat|de ra|giao|quy dinh|yeu cau|phan dau) |(?<!chuan|tieu chi|muc tieu|luoi|lieu|pho thong|phong) quoc gia (dat|de ra|giao|quy dinh|yeu cau|phan dau) | (nationwide|nationally|(the )?national (one|ones|target|targets|goal|level|figure|figures|aim|average)|(whole|entire) country|country as a whole|across vietnam) /;

/** «Cao hơn nghị quyết», «còn nghị quyết thì sao?»: the resolution that the local programme carries out. */
export const SUPERIOR =
  / (so voi|hon|kem|bang) (cac )?nghi quyet | (so sanh|doi chieu) .{0,60}voi nghi quyet |^ (con |the |vay |the con )*(cua )?nghi quyet (dat |la |quy dinh |de ra )?(bao nhieu|may|sao|ra sao) | nghi quyet (thi sao|thi the nao|the nao|thi bao nhieu|thi) | (compared?|comparison|higher|lower|than|versus|vs|about|and|to|with) (it |this |that )?(with |to |than )?the (national )?resolution |^( \S+){0,3} (does|did|is) the resolution | the resolution (says?|sets?|asks?|wants?) /;

/** «Việt Nam thuộc nhóm…», «ở Việt Nam»; but «Bảo hiểm xã hội Việt Nam» is a body. */
export function isCountry(name: PlaceName, folded: readonly string[]): boolean {
  const before = folded[name.start - 1];
  return (
    name.candidates.some(({ level }) => level === "country") &&
    name.end - name.start > 1 &&
    (before === undefined || /^(?:o|tai|cua|nuoc|toan|ma|thi|muc|20\d\d|in|of|for)$/u.test(before))
  );
}

/** «Đảng đặt mục tiêu…», with its marks: «đang đặt» is another word. */
export const PARTY = / đảng (đặt|đề ra|giao|quy định|yêu cầu|phấn đấu) /u;

/** «Toàn quốc», «cả nước»: where, not what. */
export const nationTokens = (folded: readonly string[]): number[] =>
  folded.flatMap((word, at) => {
    const pair = `${word} ${folded[at + 1] ?? ""}`;
    return pair === "toan quoc" || pair === "ca nuoc" ? [at, at + 1] : [];
  });
