import type { Message } from "../../shared/message.ts";
import type { GrayImage } from "./gray-image.ts";
import type { ExtractLimits, ExtractProgress } from "./limits.ts";
import type { PageContent } from "./pdf-page.ts";
import { startRecogniser } from "./recogniser.ts";
import { refuse } from "./refusals.ts";
import { toPageContent } from "./scanned-page.ts";

/** Pages below this mean confidence are to be looked at by a person. */
const LOW_CONFIDENCE = 0.8;

export interface PagePicture {
  readonly number: number;
  /** Pixels to a point. */
  readonly scale: number;
  readonly image: GrayImage;
}

/**
 * Recognises pages one after another. Each page's confidence is told in a message, a low one as a warning; a
 * page that takes too long ends the reading with the refusal «too-slow».
 */
export async function recognisePages(
  pictures: AsyncIterable<PagePicture>,
  pageCount: number,
  name: string,
  limits: ExtractLimits,
  onProgress?: (progress: ExtractProgress) => void,
): Promise<{ pages: PageContent[]; messages: Message[] }> {
  const recogniser = await startRecogniser();
  const pages: PageContent[] = [];
  const messages: Message[] = [];
  try {
    for await (const { number, scale, image } of pictures) {
      const page = await within(recogniser.recognise(image), limits.pageTimeoutMs, name);
      pages.push(toPageContent(page, number, scale));
      messages.push(confidenceMessage(number, page.confidence));
      onProgress?.({ page: pages.length, pageCount });
    }
  } finally {
    await recogniser.close();
  }
  return { pages, messages };
}

function confidenceMessage(page: number, confidence: number): Message {
  const percent = `${Math.round(confidence * 100)}%`;
  const isLow = confidence < LOW_CONFIDENCE;
  return {
    rule: isLow ? "low-recognition" : "recognised",
    reason: isLow
      ? `Trang ${page} là bản quét khó đọc (độ tin cậy ${percent}); hãy đối chiếu với bản gốc.`
      : `Trang ${page} được nhận dạng từ bản quét (độ tin cậy ${percent}).`,
    severity: isLow ? "warning" : "info",
    line: null,
    page,
    span: null,
  };
}

async function within<T>(work: Promise<T>, timeoutMs: number, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(refuse("too-slow", name));
    }, timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
