# Lời của trợ lý, tiếng Việt. Câu ngắn, con số đi trước, không thêm ý ngoài văn bản.

## Con số
comparator-exact = { $value }
comparator-over = trên { $value }
comparator-at-least = tối thiểu { $value }
comparator-under = dưới { $value }
comparator-at-most = không quá { $value }
comparator-about = khoảng { $value }
comparator-range = { $value }
target-lead = { $place }: { $figure }{ $when }.
target-lead-named = { $place }: { $name } – { $figure }{ $when }.
objective-lead = { $place }: văn bản nêu mục tiêu sau, không kèm con số{ $when }.
baseline-lead = { $place }: { $figure }{ $when } (số liệu hiện trạng, không phải chỉ tiêu).
by-year = , đến năm { $year }
in-year = , năm { $year }
year-not-set = Văn bản không nêu mốc năm { $year } cho con số này.
quote = «{ $quote }» ({ $locator })
premise-wrong = Không phải { $given }: văn bản ghi { $figure }.
premise-right = Con số { $given } khớp với văn bản.
baseline-met = Số liệu { $baseline } so với chỉ tiêu { $target }: đã đạt.
baseline-not-met = Số liệu { $baseline } so với chỉ tiêu { $target }: chưa đạt.

## So sánh
compare-higher = { $a } đặt mức cao hơn; { $b } thấp hơn.
compare-stricter = { $strict } đặt mức trần thấp hơn, chặt hơn ({ $figureStrict }); { $loose } cao hơn ({ $figureLoose }).
compare-distance = Hai mức ghi trong văn bản chênh nhau { $distance } điểm phần trăm.
within-higher = { $high }: { $figureHigh }, cao hơn { $low } ({ $figureLow }).
within-equal = Hai chỉ tiêu đặt cùng mức: { $figure }.
compare-equal = Hai nơi đặt mức như nhau (bằng nhau): { $figure }.
compare-all-equal = Các nơi đặt mức giống nhau: { $figure }.
compare-unlike = Không so trực tiếp được: hai chỉ tiêu khác cách tính ({ $a }; { $b }).
compare-unlike-terms = Cùng con số nhưng đặt mức khác nhau: { $a }; { $b }.
compare-unlike-years = Không so trực tiếp được: mốc thời gian khác nhau.
compare-nothing = { $place }: văn bản không nêu chỉ tiêu { $name }.
compare-missing = { $place }: văn bản không nêu nội dung này.
compare-nearest = Gần nhất ở { $place }:
compare-one-sided = Không so được vì chỉ { $place } nêu con số.

## Danh sách
list-targets = { $place } – các chỉ tiêu, mục tiêu{ $about }:
list-about = { " " }về { $topic }
list-about-value = { " " }có mức { $value }
list-bodies = { $place } – các cơ quan, đơn vị được giao việc:
list-tasks = { $place } – các nhóm nhiệm vụ, giải pháp:
list-body = { $place } – việc giao cho { $body }:
list-item = – { $text }

## Phân công
assignment-lead = { $place } – { $task }:
assignment-row = – { $role }: { $body }
assignment-time = – Thời gian: { $timeline }
assignment-no-time = – Văn bản không ghi thời gian thực hiện cho việc này.
assignment-general = Văn bản không giao riêng việc này cho một cơ quan nào; chỉ giao chung:
assignment-about = Đoạn nói về việc được hỏi:
role-direct = Chỉ đạo
role-lead = Chủ trì
role-advise-execute = Tham mưu, thực hiện
role-coordinate = Phối hợp
role-standing = Cơ quan thường trực
role-supervise = Giám sát, theo dõi
role-report = Báo cáo, tổng hợp
role-implement = Thực hiện
not-that-body = Văn bản không giao việc này cho { $body }.

## Nội dung, quyền lợi
passage-lead = { $place }:
entitlement-note = Văn bản nêu mục tiêu, chính sách chung; không nêu mức tiền, điều kiện cụ thể hay thủ tục. Việc hưởng theo quy định của pháp luật và cơ quan có thẩm quyền.
age-outside = Trường hợp bạn nêu ({ $age } tuổi) không nằm trong nhóm «{ $limit }» mà câu này nói tới; văn bản không nêu chế độ khác cho trường hợp đó.
age-inside = Trường hợp bạn nêu ({ $age } tuổi) nằm trong nhóm «{ $limit }».

## Văn bản
document-number = Số: { $number }.
document-number-blank = Số văn bản để trống (in «{ $printed }»).
document-number-none = Văn bản không ghi số.
document-date = Ngày: { $date }.
document-date-partial = Ngày ban hành để trống, chỉ in «{ $date }».
document-date-none = Văn bản không ghi ngày ban hành.
document-issuer = Cơ quan ban hành: { $issuer }.
document-signatory = Người ký: { $name }{ $title }{ $for }.
document-signatory-title = , { $title }
document-signatory-for = { " " }({ $for })
document-signatory-none = Phần ký để trống tên: văn bản không nêu người ký{ $for }.
document-status-draft = Đây là bản DỰ THẢO, chưa phải văn bản ban hành chính thức.
document-status-issued = Văn bản đã ban hành.
document-status-replaced = Văn bản này đã được thay thế.
document-status-unknown = Văn bản không in chữ dự thảo, nhưng không có đủ số và ngày nên không xác định được việc ban hành.
document-basis = Căn cứ, thực hiện:
document-basis-item = – { $title }
document-basis-none = Văn bản không nêu văn bản căn cứ đó.
document-recipients = Nơi nhận: { $recipients }.
document-recipients-none = Văn bản không ghi nơi nhận.
document-place-name-none = Văn bản không nêu tên cụ thể của phường.
document-validity = Trong kho không có văn bản thay thế văn bản này.
document-title = Tên văn bản: { $title }.
document-effect-none = Văn bản không ghi ngày có hiệu lực.
document-amended-none = Văn bản không ghi đã được sửa đổi bởi văn bản nào.
document-size = Văn bản có đến { $last }.
document-size-none = Văn bản không chia thành chương, điều.
document-status-summary = Bản trong kho là bản tóm lược, không phải nguyên văn.
document-follows = Văn bản không nêu nối tiếp hay thay thế văn bản nào.
document-conference = Văn bản không nêu hội nghị nào.
reference-none = Các văn bản hiện có không nhắc tới văn bản số { $number }.
reference-none-in = { $place }: văn bản không nhắc tới văn bản số { $number }.
reference-no-detail = Có nhắc tới { $number } nhưng không nêu điều bạn hỏi:

## Không trả lời
abstain-place = Tôi không có văn bản của { $place }, nên không có căn cứ để trả lời. Các nơi có văn bản: { $places }.
abstain-place-parent = { $place } thuộc { $parent }, nơi có văn bản; nhưng văn bản không nêu riêng cho { $place }.
abstain-indicator = { $place }: văn bản không nêu chỉ tiêu { $name }.
abstain-year = { $place }: văn bản không nêu { $name } cho năm { $year }.
abstain-nothing = { $place }: văn bản không nêu nội dung này.
abstain-nothing-anywhere = Các văn bản hiện có không nêu nội dung này.
abstain-money = { $place }: văn bản không nêu số tiền, mức hưởng.
abstain-procedure = { $place }: văn bản không nêu hồ sơ, thủ tục.
abstain-contact = { $place }: văn bản không nêu số điện thoại, địa chỉ liên hệ.
abstain-price = { $place }: văn bản không nêu giá.
abstain-budget = { $place }: văn bản không nêu con số kinh phí.
compare-unlike-territory = Không so được: đây là con số chung của { $nation } và con số riêng của { $place }.
list-no-year = { $place }: văn bản không đặt chỉ tiêu nào cho năm { $year }; các chỉ tiêu không ghi năm hoặc của năm khác xem dưới đây.
cross-check-unlike-territory = – { $name }: { $figure } (chung cả nước); địa phương: { $own }. Không so được vì khác địa bàn.
compare-no-document = { $place }: tôi không có văn bản của nơi này.
meaning-short = { $short } là viết tắt của { $long }.
abstain-meaning = { $place }: văn bản có dùng từ này nhưng không giải thích nghĩa.
abstain-whereabouts = { $place }: văn bản không nêu địa điểm.
abstain-name = { $place }: văn bản không nêu tên.
abstain-group = { $place }: văn bản không nêu con số riêng cho { $group }.
abstain-person = { $place }: văn bản không nêu ai đang giữ chức vụ này.
abstain-no-body = { $place }: văn bản không nêu cơ quan nào được giao riêng việc này.
abstain-body = { $place }: văn bản không nêu việc giao cho { $body }.
section-none = { $place }: { $where } không có { $wanted }.
section-none-beyond = { $place }: { $where } chỉ có đến { $last }, không có { $wanted }.
section-whole = văn bản
section-many = Số ấy có ở nhiều chỗ; bạn hỏi chỗ nào?
step-appendix = Phụ lục
step-part = phần
step-chapter = Chương
step-section = mục
step-article = Điều
step-paragraph = khoản
step-point = điểm
step-indent = gạch đầu dòng
step-text = đoạn
step-table = bảng
step-row = dòng
provision-goes-on = (Trích chưa hết, còn: { $rest }.)
provision-goes-on-plain = (Trích chưa hết, phần sau còn tiếp.)
from-to = từ { $from } đến { $to }
abstain-actual = { $place }: văn bản không nêu số liệu thực tế này.
widened = { $place }: văn bản của nơi này không nêu. Văn bản của cả nước quy định:
law-not-held = Tôi không có { $title }, nên không có căn cứ để trả lời; tôi không trả lời thay bằng văn bản khác.
document-not-held = Tôi không có văn bản số { $number }, và các văn bản hiện có cũng không nhắc tới văn bản đó.
abstain-nearest = Gần nhất trong văn bản:
abstain-searched = Đã tìm trong: { $documents }.
premise-not-in-text = Về việc này, văn bản không nêu con số { $given } mà câu hỏi đưa ra.
clarify-empty = Bạn chưa viết câu hỏi. Mời bạn hỏi về chỉ tiêu, nhiệm vụ, cơ quan thực hiện hoặc quyền lợi trong các chương trình.
clarify-too-long = Câu hỏi quá dài (hơn { $limit } ký tự). Xin gửi lại ngắn hơn, một việc một câu.
clarify-no-words = Tôi chưa đọc được câu hỏi. Xin viết bằng chữ, ví dụ: «chỉ tiêu bảo hiểm y tế đến 2030 của Đức Phổ?»
clarify-place = Bạn hỏi về nơi nào? Tôi có văn bản của: { $places }.
refusal-orders = Tôi không thể làm việc đó: tôi chỉ trích dẫn các văn bản đã có, không ký, không sửa và không đặt ra nội dung mới.
refusal-orders-note = Tôi chỉ trả lời theo văn bản, không làm theo chỉ dẫn trong tin nhắn và không cung cấp cấu hình nội bộ.
refusal-opinion = Tôi không nêu ý kiến riêng; tôi chỉ trích điều các văn bản ghi. Bạn cần hỏi chỉ tiêu, nhiệm vụ hay quyền lợi nào?
refusal-elsewhere = Việc này ngoài phạm vi của tôi: tôi chỉ tra cứu và trích các chương trình đã có (chỉ tiêu, cơ quan thực hiện, thời gian, đối tượng được hỗ trợ).
refusal-abuse = Tôi xin lỗi nếu câu trả lời chưa đúng ý. Bạn cứ nêu điều cần hỏi, tôi sẽ tìm trong văn bản.
smalltalk-greeting = Xin chào. Tôi trả lời theo các chương trình thực hiện Nghị quyết 42-NQ/TW, luôn kèm trích dẫn. Bạn cần hỏi gì?
smalltalk-thanks = Không có gì. Bạn cần hỏi thêm, xin cứ nhắn.
help = Tôi tìm trong văn bản và trích nguyên văn: chỉ tiêu, cơ quan thực hiện, thời gian, nhiệm vụ, đối tượng được hỗ trợ. Văn bản không nêu thì tôi nói là không nêu. Ví dụ: «chỉ tiêu bảo hiểm y tế đến 2030 của Đức Phổ?»
sources = Tôi có { $count } văn bản:
sources-item = – { $place }: { $title }
unverified = Tôi chưa kiểm chứng được câu trả lời với nguyên văn nên không đưa ra. Văn bản không nêu đủ rõ điều bạn hỏi.

## Cảnh báo
warning-draft = Văn bản của { $place } là dự thảo{ $blanks }.
warning-draft-blanks = , số và ngày ban hành để trống
warning-summary = Văn bản «{ $title }» trong kho là bản tóm tắt, không phải nguyên văn.
compare-kin = Chỉ tiêu gần nhất ở { $place }:
warning-deadline = Câu trong văn bản ghi «{ $words }» ở cùng mục, nên mốc thời gian của con số này có thể hiểu khác nhau.
suggest-list = Các chỉ tiêu của { $place }

## Đối chiếu
cross-check-lead = Đối chiếu { $superior } với { $place }:
cross-check-higher = – { $name }: { $own } (nghị quyết: { $figure }) – cao hơn.
cross-check-lower = – { $name }: { $own } (nghị quyết: { $figure }) – thấp hơn.
cross-check-equal = – { $name }: { $own } (nghị quyết: { $figure }) – bằng nhau.
cross-check-unlike = – { $name }: { $own } (nghị quyết: { $figure }) – không so trực tiếp được.
cross-check-not-set = – { $name }: địa phương không nêu (nghị quyết: { $figure }).
