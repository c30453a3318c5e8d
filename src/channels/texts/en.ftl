# What the channels say, English. The assistant's own words are in src/answering/texts.

## Greeting and help
welcome = Hello! I answer questions about local programmes, plans and resolutions: targets, deadlines, responsible bodies, entitlements. Every answer comes with the document's own words and their place; where the documents do not say, I say so.
help =
    Just type your question, in Vietnamese or English. For example: “What is the health insurance target for 2030?”, then “Which body leads?”.

    /diaban – choose a locality, so that you need not repeat it in every question
    /help – show this again

    In a group, reply to one of my messages or mention me in your question.

    I point to documents; I do not replace the opinion of the competent authority.
terminal-help =
    Just type your question and press Enter.
    /diaban [name or number] – choose a locality; /diaban 0 to clear it
    /trogiup – show this again
    /thoat – quit
command-start = Begin
command-diaban = Choose a locality
command-trogiup = How to use (Vietnamese)
command-help = How to use
unknown-command = I have no such command. Type /help to see what I can do, or just ask your question.

## Localities
choose-locality = Which locality would you like to ask about?
change-locality =
    Current locality: { $current }.
    Which one would you like to change to?
choose-locality-in-terminal = Type /diaban with a number or a name, for example: /diaban 1
no-localities = The collection holds no locality's programme yet.
no-such-locality = The collection holds no programme of “{ $wanted }”.
locality-set = Locality set to: { $name }. Please ask your question.
locality-cleared = Locality cleared. Please name the locality in your questions.
clear-locality = Clear the locality

## Buttons, messages, failures
previous-page = ‹ Back
next-page = More ›
stale-button = This button is out of date. Please type your question again, or /diaban.
text-only = I can read text messages only. Please write your question as text.
internal-error = Sorry, something went wrong with this question. Please try again in a few minutes.

## Sources
sources = Sources
draft = draft
replaced = replaced
document-number = No. { $number }
page = page { $page }
may-ask = You may ask next
goodbye = Goodbye!

## Errors, for the person who runs the program
error-CONFIG_INVALID = The configuration is not right.
error-CORPUS_MISSING = The collection of documents is missing.
error-CORPUS_NOT_WRITABLE = The collection of documents cannot be written.
error-DOCUMENT_UNREADABLE = A document cannot be read.
error-DOCUMENT_TOO_LARGE = A document is too large.
error-DOCUMENT_UNSUPPORTED = A document has a format that is not supported.
error-MANIFEST_INVALID = A document's manifest (document.yaml) is not right.
error-LEXICON_INVALID = A lexicon is not right.
error-STORE_UNREADABLE = The database cannot be read.
error-STORE_NOT_WRITABLE = The database cannot be written.
error-QUESTION_EMPTY = There is no question.
error-QUESTION_TOO_LONG = The question is too long.
error-LOCALITY_UNKNOWN = The collection holds no such locality.
error-USAGE = The command is not right.
error-CHANNEL_FAILED = A channel could not be opened.
error-MODEL_FAILED = The language model did not answer.
error-INTERNAL = The program has failed.
