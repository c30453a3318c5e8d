import { AppError } from "../../shared/app-error.ts";
import type { AppErrorCode } from "../../shared/app-error.ts";

interface Refusal {
  readonly code: AppErrorCode;
  readonly message: string;
  readonly remedy: string;
}

/** Every reason for which a file is not read; the sentences are for the clerk who handed it in. */
const refusals = {
  empty: {
    code: "DOCUMENT_UNREADABLE",
    message: "Tệp rỗng, không có nội dung nào.",
    remedy: "Hãy kiểm tra lại tệp gốc rồi gửi lại.",
  },
  "too-large": {
    code: "DOCUMENT_TOO_LARGE",
    message: "Tệp vượt quá dung lượng cho phép.",
    remedy: "Hãy tách văn bản thành nhiều tệp nhỏ hơn, hoặc giảm độ phân giải bản quét.",
  },
  "archive-too-large": {
    code: "DOCUMENT_TOO_LARGE",
    message: "Tệp nén bung ra lớn bất thường so với giới hạn cho phép nên không được mở.",
    remedy: "Hãy mở tệp bằng Word, lưu lại thành .docx mới rồi gửi lại.",
  },
  "too-many-pages": {
    code: "DOCUMENT_TOO_LARGE",
    message: "Văn bản có quá nhiều trang.",
    remedy: "Hãy tách thành nhiều tệp, mỗi tệp một văn bản.",
  },
  "too-many-scanned-pages": {
    code: "DOCUMENT_TOO_LARGE",
    message: "Bản quét có quá nhiều trang để nhận dạng chữ.",
    remedy: "Hãy tách bản quét thành nhiều tệp, hoặc gửi bản PDF/DOCX gốc có chữ.",
  },
  "too-slow": {
    code: "DOCUMENT_TOO_LARGE",
    message: "Đọc tệp quá lâu nên đã dừng lại.",
    remedy: "Hãy lưu lại tệp bằng phần mềm đã tạo ra nó (Word, trình đọc PDF) rồi gửi lại.",
  },
  encrypted: {
    code: "DOCUMENT_UNREADABLE",
    message: "Tệp được bảo vệ bằng mật khẩu nên không đọc được.",
    remedy: "Hãy bỏ mật khẩu rồi gửi lại.",
  },
  damaged: {
    code: "DOCUMENT_UNREADABLE",
    message: "Tệp bị hỏng hoặc bị cắt cụt nên không đọc được.",
    remedy: "Hãy tải lại từ nguồn, hoặc mở bằng phần mềm gốc và lưu thành tệp mới.",
  },
  "no-text": {
    code: "DOCUMENT_UNREADABLE",
    message: "Không tìm thấy chữ nào trong tệp.",
    remedy: "Hãy kiểm tra tệp có đúng là văn bản không; nếu là bản quét, hãy quét lại rõ hơn (200–300 dpi).",
  },
  "image-without-text": {
    code: "DOCUMENT_UNREADABLE",
    message: "Đây là một hình ảnh và không nhận ra chữ nào trong đó.",
    remedy: "Hãy gửi ảnh chụp thẳng, rõ nét của trang văn bản, hoặc bản PDF/DOCX.",
  },
  "old-word": {
    code: "DOCUMENT_UNSUPPORTED",
    message: "Đây là tệp Word của phiên bản trước Word 97, chưa đọc được dạng này.",
    remedy: "Hãy mở bằng Word, lưu thành .docx rồi gửi lại.",
  },
  spreadsheet: {
    code: "DOCUMENT_UNSUPPORTED",
    message: "Đây là một bảng tính, chưa đọc được dạng này.",
    remedy: "Hãy lưu bảng thành PDF, DOCX hoặc HTML rồi gửi lại.",
  },
  presentation: {
    code: "DOCUMENT_UNSUPPORTED",
    message: "Đây là một bản trình chiếu, chưa đọc được dạng này.",
    remedy: "Hãy lưu thành PDF rồi gửi lại.",
  },
  "open-document": {
    code: "DOCUMENT_UNSUPPORTED",
    message: "Đây là tệp OpenDocument hoặc RTF, chưa đọc được dạng này.",
    remedy: "Hãy lưu thành DOCX hoặc PDF rồi gửi lại.",
  },
  archive: {
    code: "DOCUMENT_UNSUPPORTED",
    message: "Đây là một tệp nén, không phải một văn bản.",
    remedy: "Hãy giải nén và gửi từng văn bản.",
  },
  "image-kind": {
    code: "DOCUMENT_UNSUPPORTED",
    message: "Chưa đọc được dạng hình ảnh này.",
    remedy: "Hãy lưu ảnh thành PNG, JPEG hoặc PDF rồi gửi lại.",
  },
  unknown: {
    code: "DOCUMENT_UNSUPPORTED",
    message: "Không nhận ra định dạng của tệp.",
    remedy: "Các dạng đọc được: PDF, DOCX, DOC, HTML, Markdown, văn bản thuần, ảnh PNG/JPEG của trang quét.",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalReason = keyof typeof refusals;

/**
 * The error with which a file is refused: code, sentence and remedy from the table above, `where` the file's
 * name. `detail` follows the sentence («62 MB, giới hạn 50 MB»); `cause` is for the log.
 */
export function refuse(
  reason: RefusalReason,
  name: string,
  more: { detail?: string; cause?: unknown } = {},
): AppError {
  const { code, message, remedy } = refusals[reason];
  const sentence = more.detail === undefined ? message : `${message.slice(0, -1)} (${more.detail}).`;
  return new AppError(code, sentence, { where: name, remedy, ...("cause" in more && { cause: more.cause }) });
}
