/**
 * Text that any screen can show: lone surrogates become U+FFFD; control characters other than line feed and
 * tab go (an escape character could steer a terminal, Telegram drops them); line ends become line feeds.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[^\P{Cc}\n\t]/gu, "");
}
