import type { Demand } from "../understanding/query.ts";

/** What the words of a sentence must show before it can meet a demand that programmes seldom do. */
const SHOWN: Readonly<Record<Demand, RegExp>> = {
  // An allowance may also be set as a share or a multiple of something.
  money:
    /\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|VNĐ|VND)|(?:bằng|hỗ trợ)[^.;]{0,60}\d\s*%[^.;]{0,40}(?:mức|lương|tiền|chi phí|giá)|\d\s*lần\s+(?:mức|lương|tiền)/iu,
  price: /\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|VNĐ|VND)/u,
  budget: /\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)\s*(?:đồng)?|kinh phí.{0,60}\d/u,
  procedure:
    /(?:hồ sơ|giấy tờ|thủ tục|đơn đề nghị|văn bản đề nghị|tờ khai).{0,120}(?:gồm|bao gồm|nộp|gửi|theo mẫu|Mẫu số|tại)/iu,
  contact: /(?:điện thoại|đường dây nóng|email|thư điện tử|địa chỉ).{0,40}[\d@]/u,
  person: /(?:đồng chí|ông|bà)\s+\p{Lu}/u,
  meaning: /(?:được hiểu|có nghĩa) là|là (?:việc|một|những|các|quá trình|tình trạng|loại hình|hình thức)\s/u,
  actual: /hiện (?:có|nay|đạt)|(?:năm|đến) 20\d\d.{0,40}(?:có|đạt|là)/u,
};

export function meetsDemand(demand: Demand, sentence: string): boolean {
  return SHOWN[demand].test(sentence);
}
