# What is said of files for the corpus: in the ingest command, and in chat with administrators. English.

## What the file will do, or has done, to the corpus
effect-unchanged = The collection holds this very file (key “{ $key }”): nothing changes.
effect-corrected = { $done ->
    [yes] What was said has been written
   *[no] Will write what was said
 } into the manifest of “{ $key }”; the file stays as it is.
effect-added = { $done ->
    [yes] Added
   *[no] Will be added
 } to the collection under the key “{ $key }”.
effect-replaced = { $done ->
    [yes] Has replaced
   *[no] Will replace
 } “{ $key }” with the newer version.
kept-as = The older version is kept under “{ $key }”, marked as replaced.
corrections-left = { $count } corrections of the older version match no words of the new one and stay behind.
locality-unsure = The locality is not known: add --locality, or fill it in in the manifest; taken as the whole country's for now.
not-comparable = The older version cannot be read, so there is no comparison.
difference = { $changed } changed, { $added } added, { $removed } removed, { $unchanged } the same.

## Front matter
title = Title
issuer = Issued by
number = Number
date = Date
status = Status
locality = Locality
blank = (blank)
date-incomplete = incomplete
status-draft = draft
status-issued = issued
status-replaced = replaced
status-unknown = not known
whole-country = the whole country
page = page { $page }
line = line { $line }

## The summary in chat
read = “{ $file }” has been read
odd-figures = Figures to look at ({ $count })
no-odd-figures = No figure looks odd.
and-more = … and { $count } more
since-before = Against the older version:
counts = { $targets } targets, baselines and objectives and { $assignments } assignments were read.
messages = Remarks of the reading ({ $count })
approve = Approve
reject = Reject

## Why a figure looks odd; «figure» is in the document's own words
odd-share-over-100 = A share over 100%: { $figure }.
odd-negative = A negative number: { $figure }.
odd-range-reversed = A range whose second number is the smaller: { $figure }.
odd-year-as-value = This may be a year and not a figure: { $figure }.
odd-no-unit = A figure without a unit: { $figure }.
odd-deadline-past = Its deadline { $deadline } is before the document's own year.
odd-two-values = Another figure stands elsewhere for the same indicator and deadline; here: { $figure }.

## In chat: taking a file, deciding on it
a-file = file
a-photo = photo
received = “{ $file }” has arrived and is being read. Do go on asking meanwhile; I shall send a summary for you to approve.
too-large = The file is over 20 MB, the most that Telegram lets a bot fetch. Make it smaller, split it, or use “npm run ingest” on the server.
too-many = { $count } files are waiting for a decision. Please approve or reject some, then send this one again.
not-fetched = The file could not be fetched from Telegram. Please send it again in a few minutes.
caption-hint = In chat: send the file again with the part that begins with “--” as its caption, for example: --locality "Đức Phổ".
bad-caption = I do not understand the file's caption. It may say: --key KEY --locality "PLACE" --issuer "…" --number "…" --date "…" --title "…".
approving = “{ $file }” is approved and on its way into the collection; questions are answered as usual.
approved = “{ $title }” is in the collection under the key “{ $key }”. From now on, questions are answered from it too.
corpus-changed = The collection has changed since you saw the summary, so nothing was written. Please look again:
not-approved = The file could not be put into the collection, which is as it was. { $reason }
failed = Something went wrong with this file; the collection is as it was.
rejected = “{ $file }” has been dropped; the collection is unchanged.
decided = This file has been decided on already, or has waited too long. If need be, send it again.
not-yours = Only the administrator who sent the file can approve or reject it.
