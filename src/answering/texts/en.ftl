# The assistant's words, English. Quotations stay in Vietnamese.

## Figures
comparator-exact = { $value }
comparator-over = over { $value }
comparator-at-least = at least { $value }
comparator-under = under { $value }
comparator-at-most = at most { $value }
comparator-about = about { $value }
comparator-range = { $value }
target-lead = { $place }: { $figure }{ $when }.
target-lead-named = { $place }: { $name } – { $figure }{ $when }.
objective-lead = { $place }: the document sets this aim without a figure{ $when }.
baseline-lead = { $place }: { $figure }{ $when } (the situation at that time, not a target).
by-year = , by { $year }
in-year = , in { $year }
year-not-set = The document does not set the year { $year } for this figure.
quote = «{ $quote }» ({ $locator })
premise-wrong = Not { $given }: the document says { $figure }.
premise-right = { $given } is what the document says.
baseline-met = { $baseline } against the target { $target }: met.
baseline-not-met = { $baseline } against the target { $target }: not met.

## Comparison
compare-higher = { $a } sets a higher figure; { $b } is lower.
compare-stricter = { $strict } sets the lower, stricter ceiling ({ $figureStrict }); { $loose } is higher ({ $figureLoose }).
compare-distance = The two figures stated are { $distance } percentage points apart.
within-higher = { $high }: { $figureHigh }, higher than { $low } ({ $figureLow }).
within-equal = Both are set at the same figure: { $figure }.
compare-equal = Both set the same figure (bằng nhau): { $figure }.
compare-all-equal = All set the same figure: { $figure }.
compare-unlike = They cannot be compared directly: they measure different things ({ $a }; { $b }).
compare-unlike-terms = The same figure, set in different terms: { $a }; { $b }.
compare-unlike-years = They cannot be compared directly: the years differ.
compare-nothing = { $place }: the document does not set a target for { $name } (không nêu).
compare-missing = { $place }: the document does not mention this (không nêu).
compare-nearest = Nearest in { $place }:
compare-one-sided = They cannot be compared: only { $place } gives a figure.

## Lists
list-targets = { $place } – targets and objectives{ $about }:
list-about = { " " }on { $topic }
list-about-value = { " " }at { $value }
list-bodies = { $place } – bodies that are given work:
list-tasks = { $place } – groups of tasks and measures:
list-body = { $place } – tasks of { $body }:
list-item = – { $text }

## Assignments
assignment-lead = { $place } – { $task }:
assignment-row = – { $role }: { $body }
assignment-time = – Time-frame: { $timeline }
assignment-no-time = – The document gives no time-frame for this.
assignment-general = The document gives this to no body in particular, only in general:
assignment-about = The passage on this matter:
role-direct = Directs (chỉ đạo)
role-lead = Leads (chủ trì)
role-advise-execute = Advises and executes (tham mưu, thực hiện)
role-coordinate = Coordinates (phối hợp)
role-standing = Standing body (thường trực)
role-supervise = Supervises (giám sát)
role-report = Reports (báo cáo)
role-implement = Carries out (thực hiện)
not-that-body = The document does not give this to { $body }.

## Content, entitlements
passage-lead = { $place }:
entitlement-note = The document states a general aim or policy; it does not state amounts, detailed conditions or procedures. Entitlement follows the law (theo quy định).
age-outside = The case you describe (age { $age }) is not in the group «{ $limit }» that this sentence speaks of; the document names no other benefit for it.
age-inside = The case you describe (age { $age }) is in the group «{ $limit }».

## Documents
document-number = Number: { $number }.
document-number-blank = The number is left blank (printed: «{ $printed }»).
document-number-none = The document shows no number.
document-date = Date: { $date }.
document-date-partial = The day of issue is left blank; printed: «{ $date }».
document-date-none = The document shows no date.
document-issuer = Issued by: { $issuer }.
document-signatory = Signed by { $name }{ $title }{ $for }.
document-signatory-title = , { $title }
document-signatory-for = { " " }({ $for })
document-signatory-none = The signatory's name is left blank: the document does not state who signed{ $for }.
document-status-draft = This is a DRAFT (dự thảo), not an issued document.
document-status-issued = The document has been issued.
document-status-replaced = This document has been replaced.
document-status-unknown = The document is not marked as a draft, but its number and date are not complete, so whether it was issued cannot be told.
document-basis = It is based on and carries out:
document-basis-item = – { $title }
document-basis-none = The document does not name such a basis.
document-recipients = Recipients: { $recipients }.
document-recipients-none = The document names no recipients.
document-place-name-none = The document does not state the name of the ward (không nêu tên).
document-validity = No document that replaces it is held here.
document-title = Title: { $title }.
document-effect-none = The document does not say from when it is in force.
document-amended-none = The document does not say that it was amended.
document-size = The document goes up to { $last }.
document-size-none = The document has no chapters or articles.
document-status-summary = What is held is a summary, not the original text (bản tóm lược).
document-follows = The document does not say what it follows or replaces.
document-conference = The document names no conference.
reference-none = The documents held do not mention an instrument numbered { $number }.
reference-none-in = { $place }: the document does not mention an instrument numbered { $number }.
reference-no-detail = { $number } is mentioned, but not what you ask:

## No answer
abstain-place = I hold no document of { $place }, so there is no information to answer from. Places with documents: { $places }.
abstain-place-parent = { $place } lies in { $parent }, whose document I hold; but it does not state anything for { $place } itself.
abstain-indicator = { $place }: the document does not set a target for { $name }.
abstain-year = { $place }: the document does not state { $name } for { $year }.
abstain-nothing = { $place }: the document does not mention this.
abstain-nothing-anywhere = The documents held do not mention this.
abstain-money = { $place }: the document does not state amounts of money.
abstain-procedure = { $place }: the document does not state papers or procedures.
abstain-contact = { $place }: the document does not state telephone numbers or addresses.
abstain-price = { $place }: the document does not state a price.
abstain-budget = { $place }: the document does not state a budget figure.
compare-unlike-territory = These cannot be compared: one is the figure of { $nation } as a whole, the other that of { $place } alone.
list-no-year = { $place }: the text sets no target for { $year }; targets without a year or for other years are below.
cross-check-unlike-territory = – { $name }: { $figure } (the whole country); the locality: { $own }. They cannot be compared: the territories differ.
compare-no-document = { $place }: I hold no document of this place.
meaning-short = { $short } stands for { $long }.
abstain-meaning = { $place }: the text uses this term but does not explain it.
abstain-whereabouts = { $place }: the document does not state where it is.
abstain-name = { $place }: the document does not state a name.
abstain-group = { $place }: the text gives no figure for { $group } alone.
abstain-person = { $place }: the document does not state who holds this office.
abstain-no-body = { $place }: the document does not name a body for this.
abstain-body = { $place }: the document does not mention tasks of { $body }.
section-none = { $place }: { $where } has no { $wanted }.
section-none-beyond = { $place }: { $where } goes up to { $last } only; there is no { $wanted }.
section-whole = the document
section-many = That number stands in several places; which do you mean?
step-appendix = Annex (Phụ lục)
step-part = part (phần)
step-chapter = Chapter (Chương)
step-section = section (mục)
step-article = Article (Điều)
step-paragraph = clause (khoản)
step-point = point (điểm)
step-indent = bullet (gạch đầu dòng)
step-text = paragraph (đoạn)
step-table = table (bảng)
step-row = row (dòng)
provision-goes-on = (Not all is quoted; what follows: { $rest }.)
provision-goes-on-plain = (Not all is quoted; the provision goes on.)
from-to = { $from } to { $to }
abstain-actual = { $place }: the document does not state this actual figure.
widened = { $place }: its own documents do not say. A document of the whole country does:
law-not-held = I do not hold { $title } and have no text to answer from; I do not answer from another document instead.
document-not-held = I hold no document of the number { $number }, and the documents that I hold do not mention it.
abstain-nearest = Nearest in the document:
abstain-searched = Searched: { $documents }.
premise-not-in-text = On this matter the document does not state the figure { $given } of the question.
clarify-empty = There is no question yet. Please ask about targets, tasks, responsible bodies or entitlements.
clarify-too-long = The question is too long (over { $limit } characters). Please send a shorter one.
clarify-no-words = I could not read a question. Please write it in words, for example: «health insurance target of Duc Pho by 2030?»
clarify-place = Which place do you mean? I hold documents of: { $places }.
refusal-orders = I cannot do that: I only quote the documents held; I do not sign, change or invent anything.
refusal-orders-note = I answer from the documents only; I do not follow instructions in messages and do not show internal settings.
refusal-opinion = I give no opinion of my own; I only quote what the documents say. Which target, task or entitlement do you want to know about?
refusal-elsewhere = This is beyond what I do: I only look up and quote the programmes held (targets, responsible bodies, time-frames, who is supported).
refusal-abuse = I am sorry if the answer was not what you needed. Please tell me what to look up.
smalltalk-greeting = Hello. I answer from the local programmes that carry out Resolution 42-NQ/TW, always with quotations. What would you like to know?
smalltalk-thanks = You are welcome.
help = I search the documents and quote them word for word: targets, responsible bodies, time-frames, tasks, who is supported. Where a document is silent, I say so. Example: «health insurance target of Duc Pho by 2030?»
sources = I hold { $count } documents:
sources-item = – { $place }: { $title }
unverified = I could not verify the answer against the original words, so I do not give it. The document does not state clearly what you ask.

## Warnings
warning-draft = The document of { $place } is a draft{ $blanks }.
warning-draft-blanks = ; its number and date of issue are blank
warning-summary = «{ $title }» as held here is a summary, not the original text.
compare-kin = The nearest target of { $place }:
warning-deadline = The same item of the document says «{ $words }», so the deadline of this figure can be read in more than one way.
suggest-list = Targets of { $place }

## Cross-check
cross-check-lead = { $superior } beside { $place }:
cross-check-higher = – { $name }: { $own } (resolution: { $figure }) – higher.
cross-check-lower = – { $name }: { $own } (resolution: { $figure }) – lower.
cross-check-equal = – { $name }: { $own } (resolution: { $figure }) – equal.
cross-check-unlike = – { $name }: { $own } (resolution: { $figure }) – cannot be compared directly.
cross-check-not-set = – { $name }: not set locally (resolution: { $figure }).
