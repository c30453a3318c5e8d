import { foldText, normaliseTonePlacement } from "../shared/vietnamese-text.ts";
import type { Token } from "./query.ts";

/** Words of questions: they say what is asked, not what it is about. As written; tone marks in their usual place. */
const STOP = `
  là thì mà và với của cho các những một có không được bị ở tại trong ngoài đến từ về theo này nầy kia đó đấy ấy thế nào gì
  sao ra vậy hay hoặc cũng còn đã đang sẽ rồi rất quá phải nên để khi nếu vì như à ạ ơi nhé nhỉ nha nè ủa ừ hả hở hử đc
  ta tôi mình em anh chị bạn bác cô chú cháu ông bà tao tớ tui hỏi xin giúp muốn nói nếu xem mẹ bố ba vợ chồng tụi nó họ
  tìm câu mấy hết cả ai đâu lúc giờ vâng dạ làm thật đều cùng
  nhưng luôn lên xuống vào chưa nhất nhau khác nghe thấy đạt đặt đề tính mức tỷ tỉ lệ việc lo vụ mảng khâu chuyện chứ năm nay
  ghi thuộc nữa thêm chỉ rõ kể tên nhắc nêu mọi vừa bên phía cỡ tầm kéo đúng sai nhờ coi giùm dùm cái con biết số hơn định phần mục đoạn khoản tới sang mới xong vẫn nhiều ít bắt gồm thiếu
`;

/** Words of asking of two or three syllables, whose syllables alone may be content («bảo hiểm», «trường học»). */
export const ASKING_PHRASES: readonly string[] = [
    "bao nhiêu", "thực hiện", "triển khai", "quy định", "cụ thể", "chi tiết", "trường hợp", "hiện trạng", "hiện nay", "hiện tại", "hình thức", "liệt kê",
    "kể tên", "dự kiến", "so sánh", "tối thiểu", "tối đa", "vào năm", "phần trăm", "vui lòng", "cảm ơn", "trả lời", "tìm kiếm", "thế nào", "như thế nào", "ra sao", "bao giờ",
    "khi nào", "đề cập", "nguyên văn", "trích nguyên văn", "trích nguồn", "cho biết", "con số", "là gì", "có gì", "người ta", "nghe nói", "hôm trước", "đúng không",
    "phải không", "bao gồm", "gồm những", "ở đâu", "ở đây", "tại đây", "xử lý sao", "giải quyết sao", "tính sao", "xử lý thế", "giải quyết thế", "làm gì", "sắp tới", "mục tiêu là", "đặt ra", "đề ra", "phấn đấu", "bao lâu", "hướng nào", "theo hướng", "cao hơn", "thấp hơn", "bằng nhau", "chỉ đạo", "chủ trì", "tham mưu", "đầu mối", "phụ trách", "chịu trách nhiệm", "cơ quan nào", "đơn vị nào", "bên nào", "kết thúc", "bắt đầu", "số hiệu", "ban hành", "chương trình này", "văn bản này", "giống nhau", "mọi người",
  ]; // prettier-ignore
const STOP_PHRASES = new Set(ASKING_PHRASES.map((phrase) => foldText(normaliseTonePlacement(phrase))));

const SHORT = "km kg k z j ad admin mng sop shop a e o u um ha hok hong vs ntn bn nhi ah uh ok oke pls plz";
export const ENGLISH_ASKING = `
  what which who whom whose how many much is are was were be been being the a an of in on at to for from by with and or does do did will would can could should
  there here this that these those it its they them their we our you your i my me am any some share percent percentage figure number about as per say says said tell
  give please him her his like live lives living we us people_like when want wants told really ask asking answer know
  give please if not no yes under when where why than then also too so up out into over more most supposed
  s re ve ll t d have has had been must may might shall get gets got done make makes made take takes one ones thing things
  charge carry carries carried out compare compared comparing mention mentions mentioned state states stated happen happens happening going go way ways sort kind kinds
`;

const stopTyped = new Set(
  `${STOP} ${SHORT} ${ENGLISH_ASKING}`.split(/\s+/u).map((word) => normaliseTonePlacement(word)),
);
/** Without marks these would swallow words of content: «nhà», «con», «đất», «chỉ/chi», «tổ», «năng». */
const TOO_BROAD = new Set([
  "nha",
  "con",
  "dat",
  "chi",
  "to",
  "ta",
  "bac",
  "chu",
  "ong",
  "ba",
  "van",
  "doan",
  "bang",
  "nam",
  "hop",
  "truong",
  "dan",
  "nguoi",
  "thu",
  "khi",
]);
const stopFolded = new Set([...stopTyped].map(foldText).filter((word) => !TOO_BROAD.has(word)));

/** Whether any word of a message carries marks: then every word is taken as it is written. */
export function isMarked(message: string): boolean {
  return /[^\p{ASCII}]/u.test(message.replace(/[^\p{L}]/gu, ""));
}

/** Words that only bind others together: they are no part of a compound. Folded. */
const FUNCTION_WORDS = new Set(
  "la thi ma va voi cua cho cac nhung mot co khong ko duoc bi o tai trong ngoai tren duoi den tu ve theo nay do day nao gi sao ra vay hay hoac cung da dang se phai nen de khi neu vi nhu".split(
    " ",
  ),
);

export function isFunctionWord(folded: string): boolean {
  return FUNCTION_WORDS.has(folded);
}

export function isStopWord(token: Token, marked: boolean): boolean {
  return marked ? stopTyped.has(token.typed) : stopFolded.has(token.folded);
}

/** How many syllables from here on are a phrase of asking; 0 where none is. */
export function stopPhraseLength(folded: readonly string[], at: number): number {
  for (const length of [3, 2]) if (STOP_PHRASES.has(folded.slice(at, at + length).join(" "))) return length;
  return 0;
}

/** A run of nothing but words of asking («là gì») is no name, whatever the map says. */
export function isAllStopWords(folded: readonly string[]): boolean {
  return folded.every((word) => stopFolded.has(word));
}

/** What every programme is full of: it tells passages apart but little. Folded phrases. */
const WEAK_PHRASES = new Set([
  "chuong trinh", "chuong trinh hanh dong", "van ban", "nghi quyet", "ke hoach", "chi tieu", "muc tieu", "muc dich", "nhiem vu", "giai phap",
  "nhiem vu giai phap", "tai lieu", "thi xa", "thanh pho", "dia ban", "tren dia", "dia phuong", "chinh sach", "xa hoi", "noi dung", "programme", "program", "target", "targets", "objective", "goal", "nguoi dan", "nguon luc",
  "ty le", "ti le", "chi so", "so luong", "tong so", "ty trong", "muc do",
]); // prettier-ignore

/** Single syllables of the same kind. */
const WEAK_SYLLABLES = new Set(
  "chuong trinh van ban nghi quyet 42 nq tw ke hoach thi xa thanh pho phuong tinh dia chi tieu muc tieu nhiem vu giai phap nuoc chinh sach hoi tai lieu noi dung document resolution policy town city ward district province commune".split(
    " ",
  ),
);

export function isWeak(folded: readonly string[]): boolean {
  const [word = ""] = folded;
  return folded.length > 1
    ? WEAK_PHRASES.has(folded.join(" "))
    : WEAK_SYLLABLES.has(word) || WEAK_ENGLISH.has(word);
}

/** The same in English; in the plural too, but for places: «in cities» says where. */
const WEAK_ENGLISH = new Set(
  "local locality town city ward district province commune policy policies document programme program plan resolution target objective goal task measure documents programmes programs plans resolutions targets objectives goals tasks measures".split(
    " ",
  ),
);

export function isStopFolded(folded: string): boolean {
  return stopFolded.has(folded);
}

const DOCUMENT_WORDS = new Set("chuong trinh van ban nghi quyet ke hoach tai lieu".split(" "));

/** Words for the text itself: «mục đích của chương trình». */
export function isDocumentWord(folded: string): boolean {
  return DOCUMENT_WORDS.has(folded);
}
