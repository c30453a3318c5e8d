# Câu chữ của các kênh trò chuyện, tiếng Việt. Lời đáp của trợ lý nằm ở src/answering/texts.

## Chào và hướng dẫn
welcome = Xin chào! Tôi trả lời câu hỏi về các chương trình, kế hoạch, nghị quyết của địa phương: chỉ tiêu, thời hạn, cơ quan chủ trì, quyền lợi. Câu trả lời nào cũng kèm nguyên văn và vị trí trong văn bản; văn bản không nêu thì tôi nói là không nêu.
help =
    Cứ nhắn câu hỏi bằng lời thường, có dấu hay không dấu đều được. Ví dụ: «chỉ tiêu bảo hiểm y tế đến 2030 là bao nhiêu?», rồi hỏi tiếp «cơ quan nào chủ trì?».

    /diaban – chọn địa bàn để khỏi phải nhắc lại trong mỗi câu hỏi
    /trogiup – xem lại hướng dẫn này

    Trong nhóm, hãy trả lời một tin nhắn của tôi hoặc nhắc tên tôi trong câu hỏi.

    Tôi chỉ dẫn văn bản, không thay cho ý kiến của cơ quan có thẩm quyền.
terminal-help =
    Cứ gõ câu hỏi bằng lời thường, có dấu hay không dấu đều được, rồi nhấn Enter.
    /diaban [tên hoặc số] – chọn địa bàn; /diaban 0 để bỏ chọn
    /trogiup – xem hướng dẫn này
    /thoat – kết thúc
command-start = Bắt đầu
command-diaban = Chọn địa bàn
command-trogiup = Hướng dẫn sử dụng
command-help = Hướng dẫn sử dụng
unknown-command = Tôi không có lệnh này. Gõ /trogiup để xem hướng dẫn, hoặc cứ nhắn câu hỏi.

## Địa bàn
choose-locality = Bạn muốn hỏi về địa bàn nào?
change-locality =
    Địa bàn hiện tại: { $current }.
    Bạn muốn đổi sang địa bàn nào?
choose-locality-in-terminal = Gõ /diaban kèm số hoặc tên, ví dụ: /diaban 1
no-localities = Kho văn bản chưa có chương trình của địa bàn nào.
no-such-locality = Kho văn bản không có chương trình của địa bàn «{ $wanted }».
locality-set = Đã chọn địa bàn: { $name }. Mời bạn đặt câu hỏi.
locality-cleared = Đã bỏ chọn địa bàn. Khi hỏi, bạn nhớ nêu tên địa bàn nhé.
clear-locality = Bỏ chọn địa bàn

## Nút, tin nhắn, trục trặc
previous-page = ‹ Trước
next-page = Tiếp ›
stale-button = Nút này đã cũ. Bạn gõ lại câu hỏi hoặc /diaban giúp tôi nhé.
text-only = Tôi chỉ đọc được tin nhắn chữ. Bạn viết câu hỏi thành chữ giúp tôi nhé.
internal-error = Xin lỗi, tôi gặp trục trặc với câu hỏi này. Bạn thử hỏi lại sau ít phút nhé.

## Nguồn trích dẫn
sources = Nguồn
draft = dự thảo
replaced = đã được thay thế
document-number = số { $number }
page = trang { $page }
may-ask = Có thể hỏi tiếp
goodbye = Hẹn gặp lại!

## Lỗi, cho người chạy chương trình
error-CONFIG_INVALID = Cấu hình chưa đúng.
error-CORPUS_MISSING = Không tìm thấy kho văn bản.
error-CORPUS_NOT_WRITABLE = Không ghi được vào kho văn bản.
error-DOCUMENT_UNREADABLE = Có văn bản không đọc được.
error-DOCUMENT_TOO_LARGE = Có văn bản quá lớn.
error-DOCUMENT_UNSUPPORTED = Có văn bản thuộc định dạng chưa hỗ trợ.
error-MANIFEST_INVALID = Tệp mô tả văn bản (document.yaml) chưa đúng.
error-LEXICON_INVALID = Từ điển chưa đúng.
error-STORE_UNREADABLE = Không đọc được cơ sở dữ liệu.
error-STORE_NOT_WRITABLE = Không ghi được cơ sở dữ liệu.
error-QUESTION_EMPTY = Chưa có câu hỏi.
error-QUESTION_TOO_LONG = Câu hỏi quá dài.
error-LOCALITY_UNKNOWN = Không có địa bàn này trong kho văn bản.
error-USAGE = Lệnh chưa đúng.
error-CHANNEL_FAILED = Không mở được kênh trò chuyện.
error-MODEL_FAILED = Mô hình ngôn ngữ không trả lời được.
error-INTERNAL = Chương trình gặp trục trặc.
