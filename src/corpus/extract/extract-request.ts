import type { AppErrorCode } from "../../shared/app-error.ts";
import type { ExtractedDocument } from "../extracted.ts";
import type { BinaryFormat } from "./extract-binary.ts";
import type { ExtractLimits, ExtractProgress } from "./limits.ts";

/** What a reading thread is asked. */
export interface ExtractRequest {
  readonly format: BinaryFormat;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: ExtractLimits;
}

/** What it says. */
export type ExtractReply =
  | { readonly kind: "progress"; readonly progress: ExtractProgress }
  | { readonly kind: "document"; readonly document: ExtractedDocument }
  | {
      readonly kind: "refusal";
      readonly code: AppErrorCode;
      readonly message: string;
      readonly remedy: string | null;
      readonly log: string | undefined;
    };

