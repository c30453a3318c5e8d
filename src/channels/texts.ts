import type { Language } from "../answering/answer.ts";
import type { AppErrorCode } from "../shared/app-error.ts";

/** The sentences that channels say themselves; what the assistant says comes with its answers. */
export interface Texts {
  readonly welcome: string;
  readonly help: string;
  readonly terminalHelp: string;
  readonly commands: Readonly<Record<"start" | "diaban" | "trogiup" | "help", string>>;
  readonly unknownCommand: string;
  readonly chooseLocality: (current: string | null) => string;
  readonly chooseLocalityInTerminal: string;
  readonly noLocalities: string;
  readonly noSuchLocality: (wanted: string) => string;
  readonly localitySet: (name: string) => string;
  readonly localityCleared: string;
  readonly clearLocality: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly staleButton: string;
  readonly textOnly: string;
  readonly internalError: string;
  readonly sources: string;
  readonly draft: string;
  readonly replaced: string;
  readonly documentNumber: (number: string) => string;
  readonly page: (page: number) => string;
  readonly mayAsk: string;
  readonly goodbye: string;
  /** Above the details of an error, which are for the person who runs the program. */
  readonly errors: Readonly<Record<AppErrorCode, string>>;
}

const vi: Texts = {
  welcome:
    "Xin chào! Tôi trả lời câu hỏi về các chương trình, kế hoạch, nghị quyết của địa phương: chỉ tiêu, thời hạn, cơ quan chủ trì, quyền lợi. Câu trả lời nào cũng kèm nguyên văn và vị trí trong văn bản; văn bản không nêu thì tôi nói là không nêu.",
  help: "Cứ nhắn câu hỏi bằng lời thường, có dấu hay không dấu đều được. Ví dụ: «chỉ tiêu bảo hiểm y tế đến 2030 là bao nhiêu?», rồi hỏi tiếp «cơ quan nào chủ trì?».\n\n/diaban – chọn địa bàn để khỏi phải nhắc lại trong mỗi câu hỏi\n/trogiup – xem lại hướng dẫn này\n\nTrong nhóm, hãy trả lời một tin nhắn của tôi hoặc nhắc tên tôi trong câu hỏi.\n\nTôi chỉ dẫn văn bản, không thay cho ý kiến của cơ quan có thẩm quyền.",
  terminalHelp:
    "Cứ gõ câu hỏi bằng lời thường, có dấu hay không dấu đều được, rồi nhấn Enter.\n/diaban [tên hoặc số] – chọn địa bàn; /diaban 0 để bỏ chọn\n/trogiup – xem hướng dẫn này\n/thoat – kết thúc",
  commands: {
    start: "Bắt đầu",
    diaban: "Chọn địa bàn",
    trogiup: "Hướng dẫn sử dụng",
    help: "Hướng dẫn sử dụng (tiếng Anh nếu máy dùng tiếng Anh)",
  },
  unknownCommand: "Tôi không có lệnh này. Gõ /trogiup để xem hướng dẫn, hoặc cứ nhắn câu hỏi.",
  chooseLocality: (current) =>
    current === null
      ? "Bạn muốn hỏi về địa bàn nào?"
      : `Địa bàn hiện tại: ${current}.\nBạn muốn đổi sang địa bàn nào?`,
  chooseLocalityInTerminal: "Gõ /diaban kèm số hoặc tên, ví dụ: /diaban 1",
  noLocalities: "Kho văn bản chưa có chương trình của địa bàn nào.",
  noSuchLocality: (wanted) => `Kho văn bản không có chương trình của địa bàn «${wanted}».`,
  localitySet: (name) => `Đã chọn địa bàn: ${name}. Mời bạn đặt câu hỏi.`,
  localityCleared: "Đã bỏ chọn địa bàn. Khi hỏi, bạn nhớ nêu tên địa bàn nhé.",
  clearLocality: "Bỏ chọn địa bàn",
  previousPage: "‹ Trước",
  nextPage: "Tiếp ›",
  staleButton: "Nút này đã cũ. Bạn gõ lại câu hỏi hoặc /diaban giúp tôi nhé.",
  textOnly: "Tôi chỉ đọc được tin nhắn chữ. Bạn viết câu hỏi thành chữ giúp tôi nhé.",
  internalError: "Xin lỗi, tôi gặp trục trặc với câu hỏi này. Bạn thử hỏi lại sau ít phút nhé.",
  sources: "Nguồn",
  draft: "dự thảo",
  replaced: "đã được thay thế",
  documentNumber: (number) => `số ${number}`,
  page: (page) => `trang ${page}`,
  mayAsk: "Có thể hỏi tiếp",
  goodbye: "Hẹn gặp lại!",
  errors: {
    CONFIG_INVALID: "Cấu hình chưa đúng.",
    CORPUS_MISSING: "Không tìm thấy kho văn bản.",
    CORPUS_NOT_WRITABLE: "Không ghi được vào kho văn bản.",
    DOCUMENT_UNREADABLE: "Có văn bản không đọc được.",
    DOCUMENT_TOO_LARGE: "Có văn bản quá lớn.",
    DOCUMENT_UNSUPPORTED: "Có văn bản thuộc định dạng chưa hỗ trợ.",
    MANIFEST_INVALID: "Tệp mô tả văn bản (document.yaml) chưa đúng.",
    LEXICON_INVALID: "Từ điển chưa đúng.",
    STORE_UNREADABLE: "Không đọc được cơ sở dữ liệu.",
    STORE_NOT_WRITABLE: "Không ghi được cơ sở dữ liệu.",
    QUESTION_EMPTY: "Chưa có câu hỏi.",
    QUESTION_TOO_LONG: "Câu hỏi quá dài.",
    LOCALITY_UNKNOWN: "Không có địa bàn này trong kho văn bản.",
    USAGE: "Lệnh chưa đúng.",
    CHANNEL_FAILED: "Không mở được kênh trò chuyện.",
    MODEL_FAILED: "Mô hình ngôn ngữ không trả lời được.",
    INTERNAL: "Chương trình gặp trục trặc.",
  },
};

const en: Texts = {
  welcome:
    "Hello! I answer questions about local programmes, plans and resolutions: targets, deadlines, responsible bodies, entitlements. Every answer comes with the document's own words and their place; where the documents do not say, I say so.",
  help: "Just type your question, in Vietnamese or English. For example: “What is the health insurance target for 2030?”, then “Which body leads?”.\n\n/diaban – choose a locality, so that you need not repeat it in every question\n/help – show this again\n\nIn a group, reply to one of my messages or mention me in your question.\n\nI point to documents; I do not replace the opinion of the competent authority.",
  terminalHelp:
    "Just type your question and press Enter.\n/diaban [name or number] – choose a locality; /diaban 0 to clear it\n/trogiup – show this again\n/thoat – quit",
  commands: {
    start: "Begin",
    diaban: "Choose a locality",
    trogiup: "How to use (Vietnamese)",
    help: "How to use",
  },
  unknownCommand: "I have no such command. Type /help to see what I can do, or just ask your question.",
  chooseLocality: (current) =>
    current === null
      ? "Which locality would you like to ask about?"
      : `Current locality: ${current}.\nWhich one would you like to change to?`,
  chooseLocalityInTerminal: "Type /diaban with a number or a name, for example: /diaban 1",
  noLocalities: "The collection holds no locality's programme yet.",
  noSuchLocality: (wanted) => `The collection holds no programme of “${wanted}”.`,
  localitySet: (name) => `Locality set to: ${name}. Please ask your question.`,
  localityCleared: "Locality cleared. Please name the locality in your questions.",
  clearLocality: "Clear the locality",
  previousPage: "‹ Back",
  nextPage: "More ›",
  staleButton: "This button is out of date. Please type your question again, or /diaban.",
  textOnly: "I can read text messages only. Please write your question as text.",
  internalError: "Sorry, something went wrong with this question. Please try again in a few minutes.",
  sources: "Sources",
  draft: "draft",
  replaced: "replaced",
  documentNumber: (number) => `No. ${number}`,
  page: (page) => `page ${page}`,
  mayAsk: "You may ask next",
  goodbye: "Goodbye!",
  errors: {
    CONFIG_INVALID: "The configuration is not right.",
    CORPUS_MISSING: "The collection of documents is missing.",
    CORPUS_NOT_WRITABLE: "The collection of documents cannot be written.",
    DOCUMENT_UNREADABLE: "A document cannot be read.",
    DOCUMENT_TOO_LARGE: "A document is too large.",
    DOCUMENT_UNSUPPORTED: "A document has a format that is not supported.",
    MANIFEST_INVALID: "A document's manifest (document.yaml) is not right.",
    LEXICON_INVALID: "A lexicon is not right.",
    STORE_UNREADABLE: "The database cannot be read.",
    STORE_NOT_WRITABLE: "The database cannot be written.",
    QUESTION_EMPTY: "There is no question.",
    QUESTION_TOO_LONG: "The question is too long.",
    LOCALITY_UNKNOWN: "The collection holds no such locality.",
    USAGE: "The command is not right.",
    CHANNEL_FAILED: "A channel could not be opened.",
    MODEL_FAILED: "The language model did not answer.",
    INTERNAL: "The program has failed.",
  },
};

const tables: Readonly<Record<Language, Texts>> = { vi, en };

export function textsFor(language: Language): Texts {
  return tables[language];
}

/** English for people whose client is set to English; Vietnamese for everybody else. */
export function languageOf(code: string | undefined): Language {
  return code !== undefined && /^en\b/i.test(code) ? "en" : "vi";
}
