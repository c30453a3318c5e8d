/** Bounds on what one file may cost. Bytes, pages and milliseconds. */
export interface ExtractLimits {
  /** Size of the file itself. */
  readonly maxBytes: number;
  /** Size of what is unpacked from a package, all entries that are read together. */
  readonly maxUnpackedBytes: number;
  readonly maxPages: number;
  /** Pages that go through character recognition (some seconds each). */
  readonly maxScannedPages: number;
  /** Time for a file, character recognition apart. */
  readonly timeoutMs: number;
  /** Time for the recognition of one page. */
  readonly pageTimeoutMs: number;
}

export const defaultLimits: ExtractLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxUnpackedBytes: 200 * 1024 * 1024,
  maxPages: 3000,
  maxScannedPages: 200,
  timeoutMs: 60_000,
  pageTimeoutMs: 60_000,
};

/** How far reading has come; for scans, page by page. */
export interface ExtractProgress {
  readonly page: number;
  readonly pageCount: number;
}
