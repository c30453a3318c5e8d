import type { Demand } from "../understanding/query.ts";

/** What the words of a sentence must show before it can meet a demand that programmes seldom do. */
const SHOWN: Readonly<Record<Demand, RegExp>> = {
  money: /\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|VNĐ|VND)/u,
  price: /\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|VNĐ|VND)/u,
  budget: /\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)\s*(?:đồng)?|kinh phí.{0,60}\d/u,
  procedure: /(?:hồ sơ|giấy tờ|thủ tục|đơn đề nghị|tờ khai).{0,80}(?:gồm|bao gồm|nộp|gửi|theo mẫu|tại)/u,
  contact: /(?:điện thoại|đường dây nóng|email|thư điện tử|địa chỉ).{0,40}[\d@]/u,
  person: /(?:đồng chí|ông|bà)\s+\p{Lu}/u,
  meaning: /(?:được hiểu|có nghĩa) là|là (?:việc|một|những|các|quá trình|tình trạng|loại hình|hình thức)\s/u,
  actual: /hiện (?:có|nay|đạt)|(?:năm|đến) 20\d\d.{0,40}(?:có|đạt|là)/u,
};

export function meetsDemand(demand: Demand, sentence: string): boolean {
  return SHOWN[demand].test(sentence);
}
