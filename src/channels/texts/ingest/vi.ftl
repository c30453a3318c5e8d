# Lời về tệp được đưa vào kho: trong lệnh ingest và trong trò chuyện với người quản trị. Tiếng Việt.

## Tệp sẽ, hoặc đã, làm gì với kho
effect-unchanged = Kho đã có đúng tệp này (khoá «{ $key }»): không có gì thay đổi.
effect-corrected = { $done ->
    [yes] Đã
   *[no] Sẽ
 } ghi điều được nói thêm vào bản kê của «{ $key }»; tệp vẫn là tệp cũ.
effect-added = { $done ->
    [yes] Đã
   *[no] Sẽ
 } thêm vào kho với khoá «{ $key }».
effect-replaced = { $done ->
    [yes] Đã
   *[no] Sẽ
 } thay «{ $key }» bằng bản mới.
kept-as = Bản cũ giữ lại với khoá «{ $key }», ghi là đã được thay thế.
corrections-left = { $count } chỗ sửa của bản cũ không khớp chữ trong bản mới nên không mang sang.
locality-unsure = Chưa rõ địa bàn: thêm --locality, hoặc điền vào bản kê; tạm coi là của cả nước.
not-comparable = Bản trước không đọc được nên không so sánh được.
difference = { $changed } đổi, { $added } thêm, { $removed } bỏ, { $unchanged } giữ nguyên.

## Thể thức
title = Tên
issuer = Cơ quan
number = Số
date = Ngày
status = Tình trạng
locality = Địa bàn
blank = (để trống)
date-incomplete = thiếu ngày
status-draft = dự thảo
status-issued = đã ban hành
status-replaced = đã được thay thế
status-unknown = không rõ
whole-country = cả nước
page = trang { $page }
line = dòng { $line }

## Bản tóm tắt trong trò chuyện
read = Đã đọc «{ $file }»
odd-figures = Số liệu nên xem lại ({ $count })
no-odd-figures = Không thấy số liệu nào đáng ngờ.
and-more = … và { $count } chỗ nữa
since-before = So với bản trước:
counts = Đọc được { $targets } chỉ tiêu, hiện trạng, mục tiêu và { $assignments } phân công.
messages = Lời nhắc khi đọc ({ $count })
approve = Duyệt
reject = Từ chối

## Vì sao một số liệu đáng ngờ
odd-share-over-100 = Tỷ lệ vượt 100%: { $figure }.
odd-negative = Số âm: { $figure }.
odd-range-reversed = Khoảng ngược, số sau nhỏ hơn số trước: { $figure }.
odd-year-as-value = Có thể là một năm chứ không phải số liệu: { $figure }.
odd-no-unit = Số liệu không có đơn vị: { $figure }.
odd-deadline-past = Mốc { $deadline } đứng trước năm ban hành văn bản.
odd-two-values = { $reason }

## Trong trò chuyện: nhận tệp và quyết định
a-file = tệp
a-photo = ảnh chụp
received = Đã nhận «{ $file }», đang đọc. Bạn cứ hỏi tiếp trong lúc chờ; đọc xong tôi gửi bản tóm tắt để bạn duyệt.
too-large = Tệp nặng hơn 20 MB, là mức lớn nhất mà Telegram cho bot tải về. Hãy giảm dung lượng, tách tệp, hoặc dùng lệnh «npm run ingest» trên máy chủ.
too-many = Đang có { $count } tệp chờ duyệt. Hãy duyệt hoặc từ chối bớt rồi gửi lại tệp này.
not-fetched = Không tải được tệp từ Telegram. Hãy gửi lại sau ít phút.
caption-hint = Trong trò chuyện: gửi lại tệp và ghi phần bắt đầu bằng «--» vào lời chú thích, ví dụ: --locality "Đức Phổ".
bad-caption = Không hiểu lời chú thích của tệp. Có thể ghi: --key KHOÁ --locality "ĐỊA BÀN" --issuer "…" --number "…" --date "…" --title "…".
approving = Đã duyệt «{ $file }». Đang đưa vào kho; câu hỏi vẫn được trả lời như thường.
approved = Đã đưa «{ $title }» vào kho với khoá «{ $key }». Từ giờ câu hỏi được trả lời theo cả văn bản này.
corpus-changed = Kho văn bản đã thay đổi từ lúc bạn xem tóm tắt nên chưa ghi gì. Mời bạn xem lại:
not-approved = Chưa đưa được tệp vào kho; kho văn bản vẫn như trước. { $reason }
failed = Có trục trặc khi xử lý tệp này; kho văn bản vẫn như trước.
rejected = Đã bỏ «{ $file }»; kho văn bản không thay đổi.
decided = Tệp này đã được quyết định rồi, hoặc đã để quá lâu. Nếu cần, hãy gửi lại tệp.
not-yours = Chỉ người quản trị đã gửi tệp mới duyệt hay từ chối được.
